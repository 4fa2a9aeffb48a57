"""Lines on pages become text, and each page begins in it where its first line stands."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles.pdf_lines import Line, Page, rebuilt

WORDS = st.sampled_from(["The", "bee", "–", "-", "•", "*", "—", "flies", "well-", "known", "home.", "1927", "(a)"])
LINES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)


def pages_of(texts: list[list[str]]) -> list[Page]:
    """A page for each list of lines, set in one size at one distance."""
    return [
        Page(
            name=f"page {number}",
            lines=tuple(Line(text=text, x=72.0, y=700.0 - 12 * at, size=10.0) for at, text in enumerate(lines)),
        )
        for number, lines in enumerate(texts, 1)
    ]


def test_a_dash_inside_the_first_line_of_a_page_moves_no_page() -> None:
    """The mark of a list stands at the beginning of a line; a dash further on is a word of it."""
    lines = ["The waggle dance – described in 1927 – tells the way.", "- The round dance - it tells none."]
    text, parts = rebuilt(pages_of([[line] for line in lines]))
    assert [text[part.at :].split("\n")[0] for part in parts] == [lines[0], "The round dance - it tells none."]


FIRST = ("Amber", "Birch", "Cedar", "Drift", "Ember")


@given(st.lists(st.tuples(st.sampled_from(["", "- ", "• ", "– "]), LINES, st.lists(LINES, max_size=5)), max_size=5))
def test_every_page_begins_where_its_first_line_stands(drawn: list[tuple[str, str, list[str]]]) -> None:
    """Whatever the lines hold: at a page's offset stands its first word, the mark of a list left out."""
    pages = [[f"{mark}{word} {line}", *more] for word, (mark, line, more) in zip(FIRST, drawn, strict=False)]
    text, parts = rebuilt(pages_of(pages))
    assert [(text[part.at :][:5], part.name) for part in parts] == [
        (word, f"page {number}") for number, word in enumerate(FIRST[: len(pages)], 1)
    ]
