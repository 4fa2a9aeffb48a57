"""Running text, furniture of the page, and lists."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from facts.conftest import make_text
from quizapp.facts.layout import LONGEST_PIECE, layout, pieces_of
from quizapp.facts.reading import read
from quizapp.model.article import Article, Span
from quizapp.model.fact import FactSheet
from quizapp.model.item import OrderingItem
from quizapp.writing.write import write_items

FURNITURE = (
    "By Ann Hale, transport correspondent",
    "Published 12 March 2026, 10:15 GMT",
    "Updated at 10:15",
    "5 min read · 34 comments · Share this article",
    "Photo: The new bridge at night. Credit: Paul Orr",
    "Image caption: the pier in winter",
    "ADVERTISEMENT",
    "Read more: Ten bridges you should cross",
    "Related: Aldwick votes on tolls",
    "Sign up to our newsletter for the latest news from the coast.",
    "We use cookies to improve your experience.",
    "© 2026 Northern News Ltd. All rights reserved.",
    "Additional reporting by Tom Orr",
    "2022 | 14,200",
    "The new rules",
)
PROSE = (
    "Share prices in Leeds fell by 3 percent in 1911.",
    "Published in 1911, the book of Clara Hale sold 900 copies.",
    "By Tuesday the council had closed the bridge.",
    "Video games were banned in the library of Aldwick.",
    "Source material for the film came from a museum in Leeds.",
    "Related species live in the rivers of Norway.",
    "Watch makers in Aldwick used brass.",
    "Listen, said the mayor of Aldwick, to the bell.",
)


def page(text: str) -> tuple[list[str], list[str]]:
    """The running text and what is left aside."""
    article = Article(id="a", title="A title", source="a.txt", text=f"A title\n\n{text}")
    found = layout(article, ())
    return [article.at(span) for _, span in found.text], [article.at(span) for span in found.skipped]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_left_aside(line: str) -> None:
    """Alone, and as a line of its own beside prose."""
    assert page(line) == ([], [line])
    text, skipped = page(f"The bridge was closed in 1911.\n{line}\nIt was opened in 1912.")
    if line != "The new rules":  # a short line inside a paragraph may be its wrapped end
        assert line not in text
    assert all("The bridge was closed in 1911." not in row for row in skipped)


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_begins_like_furniture_stays(line: str) -> None:
    """Precision: no sentence is lost."""
    assert page(line) == ([line], [])


def test_wrapped_lines_stay_together() -> None:
    """Where a line breaks says nothing, whatever the next one begins with."""
    text = "The bell was bought for the town and shown\nby Paul Orr to everybody who asked in the year\n1911. It rang."
    assert page(text) == ([text], [])


def test_list_items_are_units_of_their_own() -> None:
    """Without their marks; the lead-in stays a sentence."""
    text, skipped = page("The plan has rules:\n\n- Lorries may not cross it\n- The limit is 20 miles an hour")
    assert text == ["The plan has rules:", "Lorries may not cross it", "The limit is 20 miles an hour"]
    assert skipped == []


def test_one_dash_is_no_list() -> None:
    """A single line that begins with a dash is a line."""
    assert page("- It was the first of many letters that she wrote to the mayor of Aldwick.")[1] == []


def test_numbered_steps_are_put_in_order(facts: Callable[..., FactSheet]) -> None:
    """With the sentence that leads to them, and the lines as evidence."""
    steps = "1. Divers inspected the piers\n2. Plates were welded to them by night\n3. The deck was paved again"
    sheet = facts("The work on the bridge went through three steps:", steps.replace("them by night", "the piers"))
    (item,) = (item for item in write_items(sheet)[0] if isinstance(item, OrderingItem))
    assert item.stem.startswith("The work on the bridge went through three steps. ")
    assert item.keys == ("Divers inspected the piers", "Plates were welded to the piers", "The deck was paved again")
    assert len(item.evidence) == 4


def test_what_is_left_aside_is_reported(facts: Callable[..., FactSheet]) -> None:
    """Nothing disappears in silence."""
    sheet = facts("Clara Hale opened a school in Leeds in 1893.", "Read more: Ten schools you should know")
    assert [skip.reason for skip in sheet.skips if "Ten schools" in skip.evidence.quote] == ["running text"]


SENTENCES = (
    "The town of Aldwick hung a bell above its harbour in 1874. ",
    "Clara Hale of Leeds sold 40 boats to the council! ",
    "“It was the mill that we needed,” Mr. Amis said. ",
    "He ran. ",
)


@given(st.lists(st.sampled_from([*SENTENCES, "word " * 1_500, "a" * 6_000, "“”" * 3_000, "1858 | "]), max_size=400))
def test_a_paragraph_without_end_is_read_in_pieces(drawn: list[str]) -> None:
    """Nothing is lost or read twice; no piece is longer than can be parsed but one that is said to be no sentences."""
    text = "".join(drawn)
    pieces = list(pieces_of(text, Span(0, len(text))))
    assert "".join(text[piece.start : piece.end] for piece, _ in pieces) == text
    assert all(piece.end - piece.start <= LONGEST_PIECE for piece, whole in pieces if whole)
    cuts = {piece.start for piece, _ in pieces} - {0}
    assert all(text[cut - 1].isspace() and not text[cut].isspace() for cut in cuts)
    if all(each in SENTENCES for each in drawn):
        assert all(whole for _, whole in pieces)
        assert not any(text[:cut].endswith("Mr. ") for cut in cuts)


def test_the_sentences_of_one_long_paragraph_are_those_of_many(nlp: Language) -> None:
    """A book that lost its line ends asks what it asked with them; what is no sentence is left aside."""
    told = [f"In {year} Clara Hale of Leeds sold {year - 1700} boats to the council." for year in range(1720, 1920)]
    riddle = f"Words {'word ' * 1_500} without end."
    article = make_text(" ".join([*told, riddle, *told]))
    found = read(article, nlp)
    assert [article.at(sentence.span) for sentence in found.sentences] == [*told, *told]
    assert [article.at(span).strip() for span in found.skipped] == [riddle]
    assert max(len(sentence.slice.doc.text) for sentence in found.sentences) <= LONGEST_PIECE
