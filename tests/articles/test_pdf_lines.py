"""Lines on pages become text, and each page begins in it where its first line stands."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles.pdf_lines import Line, Page, rebuilt
from quizapp.model.article import Article, Span

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


def set_page(number: int, *, foot: str, size: float, body: int = 4) -> Page:
    """A page of sentences in 10 points with a foot in another size."""
    lines = [
        Line(text=f"Sentence {'abcdef'[number]}{at} about the bees.", x=72.0, y=700.0 - 12 * at, size=10.0)
        for at in range(body)
    ]
    return Page(name=f"page {number}", lines=(*lines, Line(text=foot, x=72.0, y=40.0, size=size)))


def test_a_large_foot_that_every_page_repeats_is_left_out() -> None:
    """Larger than the text, as some programs set it by default; first drawn or last."""
    pages = [set_page(number, foot=f"Bee Review — page {number}", size=12.0) for number in (1, 2, 3)]
    pages[1] = Page(name="page 2", lines=(pages[1].lines[-1], *pages[1].lines[:-1]))
    text, parts = rebuilt(pages)
    assert "Review" not in text
    assert [text[part.at :][:11] for part in parts] == ["Sentence b0", "Sentence c0", "Sentence d0"]


def test_a_large_head_that_every_page_repeats_word_for_word_is_left_out() -> None:
    """A title that small heads repeat stays, and so do headings that differ in a number."""
    heads = {"THE BEE REVIEW": False, "Chapter {}": True}
    for head, stays in heads.items():
        pages = [
            Page(
                name=f"page {n}",
                lines=(
                    Line(text=head.format(n), x=72.0, y=780.0, size=14.0),
                    *set_page(n, foot=".", size=9.0).lines,
                ),
            )
            for n in (1, 2, 3)
        ]
        assert all((head.format(n) in rebuilt(pages)[0]) is stays for n in (1, 2, 3))
    titled = [Line(text="How Bees Dance", x=72.0, y=760.0, size=20.0), *set_page(1, foot=".", size=9.0).lines]
    small = [Line(text="How Bees Dance", x=72.0, y=790.0, size=8.0)]
    pages = [Page(name="page 1", lines=tuple(titled))] + [
        Page(name=f"page {n}", lines=(*small, *set_page(n, foot=".", size=9.0).lines)) for n in (2, 3)
    ]
    assert rebuilt(pages)[0].count("How Bees Dance") == 1


def test_a_note_is_of_the_page_at_whose_foot_it_stands() -> None:
    """Notes come after all of the text; there their pages begin again."""
    pages = [set_page(number, foot=f"The {'abcd'[number]} note says more.", size=7.0) for number in (1, 2, 3)]
    text, parts = rebuilt(pages)
    article = Article(id="a", title="a", source="a", text=text, parts=parts)
    for number, page in enumerate(pages, 1):
        for line in page.lines:
            at = text.index(line.text)
            assert article.part_of(Span(at, at + 1)) == f"page {number}"


def test_a_year_or_a_number_that_ends_a_sentence_is_no_page_number() -> None:
    """“The first boat came through in” above “1823.”: the page's last line belongs to its last sentence."""
    for end in ("1823.", "17.", "2020", "civil."):
        page = set_page(1, foot="9", size=10.0)
        lines = (*page.lines[:-1], Line(text=end, x=72.0, y=652.0, size=10.0))
        assert end in rebuilt([Page(name="page 1", lines=lines)])[0]
    assert "\n9" not in rebuilt([set_page(number, foot="9", size=10.0) for number in (1, 2)])[0]
