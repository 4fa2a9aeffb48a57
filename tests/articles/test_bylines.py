"""Title, byline and date as they are printed above an article."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles import pasted_article, read_article
from quizapp.articles.bylines import printed_above
from quizapp.articles.reading import article_of
from quizapp.kit.errors import Place
from quizapp.model.article import Article

from .documents import PARAGRAPHS, docx, epub, typeset

BODY = "\n\n".join(PARAGRAPHS)
TITLE = "How Bees Find Their Way"


def read(name: str, data: bytes) -> Article:
    """The article in a file of this name."""
    return article_of(data, name=name, source=name, place=Place(name))


@pytest.mark.parametrize(
    ("head", "byline", "date"),
    [
        ("By Marta Quill\n\n12 March 2021", "Marta Quill", "2021-03-12"),
        ("By Marta Quill\nMarch 12, 2021", "Marta Quill", "2021-03-12"),
        ("by Marta Quill and Bo O’Reed-Smith", "Marta Quill and Bo O’Reed-Smith", ""),
        ("BY MARTA QUILL", "MARTA QUILL", ""),
        ("Written by Marta de la Quill, Jr.", "Marta de la Quill, Jr.", ""),
        ("By Marta Quill | 12 March 2021", "Marta Quill", "2021-03-12"),
        ("By Marta Quill, 12 March 2021", "Marta Quill", "2021-03-12"),
        ("Marta Quill\n2021-03-12", "Marta Quill", "2021-03-12"),
        ("2021-03-12\n\nMarta Quill", "Marta Quill", "2021-03-12"),
        ("Published: Friday, 12 March 2021", "", "2021-03-12"),
        ("Updated 12 March 2021, 10:30 GMT", "", "2021-03-12"),
        ("Why they dance, and what for.\n\nBy Marta Quill", "Marta Quill", ""),
        ("By Reuters\n12 March 2021", "Reuters", "2021-03-12"),
    ],
)
def test_the_lines_under_the_title_are_read(head: str, byline: str, date: str) -> None:
    """However people write them; the text keeps them."""
    text = f"{TITLE}\n\n{head}\n\n{BODY}\n"
    article = read("a.txt", text.encode())
    assert (article.title, article.byline, article.date, article.text) == (TITLE, byline, date, text)


@pytest.mark.parametrize(
    "head",
    [
        "By the time it was over, Marta Quill had left.",
        "Marta Quill",
        "The Round Dance",
        "03/04/2021",  # 3 April or 4 March
        "March 2021",
        "By Candlelight",
        "By The Numbers",
        "Today",
        "31 February 2021",
        "5 March 44 BC",
    ],
)
def test_what_may_be_something_else_is_no_byline_and_no_date(head: str) -> None:
    """A name alone, a heading, a date of two readings."""
    found = printed_above(f"{TITLE}\n\n{head}\n\n{BODY}\n")
    assert (found.byline, found.date) == ("", "")


def test_what_stands_further_down_is_text() -> None:
    """The head of an article ends where its paragraphs begin."""
    found = printed_above(f"{TITLE}\n\n{BODY}\n\nBy Marta Quill\n\n12 March 2021\n")
    assert (found.byline, found.date) == ("", "")


@pytest.mark.parametrize("head", ["Ada Penhaligon\n2019-05-14", "By Ada Penhaligon\n14 May 2019"])
def test_a_title_is_not_run_together_with_the_lines_under_it(head: str) -> None:
    """Title, byline and date in one block are three lines, in a file, on standard input and where they are pasted."""
    text = f"The Falkirk Lift\n{head}\n\n{BODY}\n"
    read_in = read("a.txt", text.encode()), read_article(None, stdin=io.BytesIO(text.encode())), pasted_article(text)
    for article in read_in:
        assert (article.title, article.byline, article.date) == ("The Falkirk Lift", "Ada Penhaligon", "2019-05-14")
        assert article.text == text


def test_a_wrapped_sentence_is_no_head() -> None:
    """Lines of a paragraph are not taken apart."""
    text = (
        "The canal was dug by hand between the towns.\nIt was planned\nby Hugh Baird and others, and it cost a lot.\n"
    )
    assert printed_above(text + BODY) == printed_above(BODY)


PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def test_what_a_word_document_prints_counts_before_what_it_says_of_itself() -> None:
    """The properties are those of the file, perhaps of a template."""
    lines = [TITLE, "By Marta Quill", "12 March 2021", *PARAGRAPHS]
    article = read("a.docx", docx("".join(PARAGRAPH.format(line) for line in lines)))
    assert (article.byline, article.date) == ("Marta Quill", "2021-03-12")


@pytest.mark.parametrize("creator", ["python-docx", "Microsoft Office User", "anonymous", "Un-named", "Windows User"])
def test_the_names_of_programs_are_no_bylines(creator: str) -> None:
    """Nor is the date of a program's template a date."""
    article = read("a.docx", docx(author=creator))
    assert article.byline == ""
    assert article.date == ("" if creator == "python-docx" else "2024-03-05")


def test_what_a_pdf_prints_counts_before_what_it_says_of_itself() -> None:
    """A file that was made today may hold an article of 2019."""
    article = read("a.pdf", typeset(f"= {TITLE}\n\nBy Marta Quill\n\n14 May 2019\n\n{BODY}", author="anonymous"))
    assert (article.byline, article.date) == ("Marta Quill", "2019-05-14")
    assert "By Marta Quill\n\n14 May 2019\n\nIn the summer" in article.text


def test_a_byline_of_a_pdf_is_a_paragraph_of_its_own() -> None:
    """Though it is set like the text and close to it."""
    article = read("a.pdf", typeset(f"= {TITLE}\n\nBy Marta Quill \\\n{BODY}", author="Ann Lee"))
    assert "\n\nBy Marta Quill\n\nIn the summer" in article.text


def test_every_author_of_a_book_is_kept() -> None:
    """In the book's order."""
    assert (
        read("a.epub", epub(authors=["Marta Quill", "Bo Reed", "Al Oak"])).byline == "Marta Quill, Bo Reed and Al Oak"
    )


LINE = st.sampled_from(
    [TITLE, "By Marta Quill", "12 March 2021", "Marta Quill", "2021-03-12", "", "a b c", *PARAGRAPHS]
)


@given(st.lists(LINE, max_size=12), st.booleans())
def test_a_text_is_never_changed_by_its_head(lines: list[str], crowded: bool) -> None:
    """What is printed above is read, not cut: offsets are those of the file. And it stands there."""
    text = ("\n" if crowded else "\n\n").join(lines)
    found = printed_above(text)
    assert all(part in text for part in (found.title, found.byline))
    article = read("a.txt", f"{text}\n\n{BODY}".encode())
    assert article.text == f"{text}\n\n{BODY}"
