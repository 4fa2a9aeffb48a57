"""PDF, Word and EPUB: what is read, and what is refused with which sentence (faults A1, A3, A4)."""

from pathlib import Path

import pytest

from articles.documents import (
    PARAGRAPHS,
    TITLE,
    bomb_pdf,
    docx,
    epub,
    halved_pdf,
    locked_pdf,
    noted_pdf,
    pdf,
    picture_pdf,
    zipped,
)
from quizapp.articles import read_article
from quizapp.articles.markup import blocks_of, tree_of
from quizapp.articles.pdf import extract_pdf
from quizapp.kit.errors import InputError, UsageError
from quizapp.model.article import Article, Span

ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
RULES = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x>.dtd" [ <!ATTLIST p hidden CDATA "x"> ]>'
PAGE = f"<html><body><article><p>{PARAGRAPHS[0]} &b;</p></article></body></html>"


def declaring(*names: str) -> dict[str, str | bytes]:
    """Pages of a book that declare entities, by their names; as UTF-16, which hides no letter."""
    return {name: f"\ufeff{ENTITIES}{PAGE}".encode("utf-16-le") for name in names}


@pytest.fixture
def read(tmp_path: Path):  # a function from name and content to an article
    """Write a file and read it."""

    def reading(name: str, data: bytes, **options: int) -> Article:
        path = tmp_path / name
        path.write_bytes(data)
        return read_article(path, **options)

    return reading


def paragraphs(article: Article) -> list[str]:
    """The paragraphs as texts."""
    return [article.at(span) for span in article.paragraphs]


@pytest.mark.parametrize("columns", [1, 2])
def test_a_pdf_becomes_its_paragraphs(read, columns: int) -> None:
    """Divided words are whole, hyphens stay, heads, feet and the ends of lines and pages are gone."""
    article = read("a.pdf", pdf(columns=columns))
    assert article.title == TITLE
    assert (article.byline, article.date) == ("Ann Lee", "2024-03-05")
    if columns == 1:
        assert paragraphs(article) == list(PARAGRAPHS * 3)
    else:  # a hyphen that stands at the end of lines alone cannot be told from a division
        assert " ".join(article.text.split()) == " ".join([TITLE, *PARAGRAPHS * 3]).replace("well-known", "wellknown")


def test_notes_come_last_and_lists_of_contents_not_at_all(read) -> None:
    """A note at the foot does not interrupt the sentence that goes on above it; a small quotation stays where it is."""
    texts = paragraphs(read("a.pdf", noted_pdf()))
    assert [text[:9] for text in texts[:3]] == [text[:9] for text in PARAGRAPHS]
    assert texts[1] == PARAGRAPHS[1]
    assert texts[-1].endswith("The price stood in the Times.")
    assert not any("chapter" in text for text in texts)


def test_a_pdf_keeps_its_pages(read) -> None:
    """Each page begins at the offset at which its first words stand in the text."""
    article = read("a.pdf", pdf(times=5))
    assert [part.name for part in article.parts] == [f"page {number}" for number in range(1, len(article.parts) + 1)]
    assert len(article.parts) >= 3
    assert article.part_of(Span(0, 3)) == "page 1"
    last = article.text.rindex("easternmost")
    assert article.part_of(Span(last, last + 3)) == article.parts[-1].name
    assert all(article.text[part.at - 1 : part.at].isspace() for part in article.parts[1:])


def test_half_a_letter_of_a_pdf_is_marked_or_made_whole(read) -> None:
    """A font may give half of what UTF-16 needs for a letter; no file of ours could hold that half."""
    article = read("a.pdf", halved_pdf())
    assert article.text.endswith("\U0001f600\ufffd")
    assert article.sha256


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"startxref\n", b"startxref\n" + b"9" * 30), (b"<< /Length 1", b"<< /Filter /Fl /Length 1")],
    ids=["a table beyond all numbers", "a filter by its short name"],
)
def test_what_pypdf_stumbles_over_is_a_damaged_pdf(old: bytes, new: bytes) -> None:
    """Read here, where nothing catches what is not caught: two faults that are of no kind with the others."""
    assert old in halved_pdf()
    with pytest.raises(InputError, match="this PDF is damaged"):
        extract_pdf(halved_pdf().replace(old, new, 1))


@pytest.mark.parametrize("encoding", ["base64", "rot13", "x"])
def test_a_chapter_in_no_encoding_is_read_as_utf_8(encoding: str) -> None:
    """What a chapter says of itself may be a codec of Python's that is no encoding, or none at all."""
    chapter = f"""<?xml version="1.0" encoding="{encoding}"?><html><body><p>{PARAGRAPHS[0]}</p></body></html>"""
    assert PARAGRAPHS[0] in blocks_of(tree_of(chapter.encode()))


def test_a_word_document_becomes_its_paragraphs(read) -> None:
    """Headings, lists and tables as blocks; deleted words, pictures and notes are no part of the text."""
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = "".join(
        [
            f"<w:p>{run.format(PARAGRAPHS[0])}<w:del>{run.format('gone').replace('w:t', 'w:delText')}</w:del></w:p>",
            f"<w:p>{run.format('One part, ')}{run.format('another &amp; more.')}</w:p>",
        ]
    )
    cells = [f"<w:tc><w:p>{run.format(text)}</w:p></w:tc>" for text in ("Bricks", "318 million")]
    body += f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"
    article = read("a.docx", docx(body))
    assert (article.title, article.byline, article.date) == (TITLE, "Ann Lee", "2024-03-05")
    assert article.text == f"{PARAGRAPHS[0]}\n\nOne part, another & more.\n\nBricks | 318 million"


def test_a_book_becomes_its_chapters(read) -> None:
    """All chapters with their names and places, without the list of contents."""
    article = read("a.epub", epub())
    assert (article.title, article.byline, article.date) == ("Rivers", "Ann Lee", "2024-03-05")
    assert [part.name for part in article.parts] == ["The summer", "The sewers"]
    assert "Contents" not in article.text
    westminster = article.text.index("Westminster")
    assert article.part_of(Span(westminster, westminster + 1)) == "The sewers"


def test_one_chapter_can_be_read_alone(read) -> None:
    """By its number; a number that is none is told which there are."""
    article = read("a.epub", epub(), chapter=2)
    assert article.title == "Rivers: The sewers"
    assert article.text.startswith("The sewers\n\nIn the summer of 1858 Westminster")
    with pytest.raises(InputError, match=r"no chapter 3 in this book, which has 2: 1 The summer; 2 The sewers"):
        read("a.epub", epub(), chapter=3)
    with pytest.raises(UsageError, match=r"--chapter is for books"):
        read("a.pdf", pdf(), chapter=1)


def test_notes_and_furniture_of_a_book_are_left_out(read) -> None:
    """References to notes, printed page numbers and what the page hides."""
    body = (
        f"<p>{PARAGRAPHS[0]}<a epub:type='noteref' href='#n1'>1</a><span epub:type='pagebreak'>17</span></p>"
        f"<p hidden=''>unseen</p><script>alert(1)</script><ul><li>First</li><li>Second</li></ul><p>{PARAGRAPHS[1]}</p>"
    )
    article = read("a.epub", epub({"One": body}))
    assert article.text == f"One\n\n{PARAGRAPHS[0]}\n\nFirst\nSecond\n\n{PARAGRAPHS[1]}"


def test_the_same_file_gives_the_same_article(read) -> None:
    """Same input, same bytes."""
    for name, data in (("a.pdf", pdf()), ("a.docx", docx()), ("a.epub", epub())):
        assert read(name, data) == read(name, data)


def big(megabytes: int) -> bytes:
    """Zeroes, which pack well."""
    return bytes(megabytes * 2**20)


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("scan.pdf", picture_pdf, "holds pictures of pages, not text; have its text recognized first"),
        ("locked.pdf", locked_pdf, "protected by a password; save a copy without one"),
        ("cut.pdf", lambda: pdf()[:3000], "this PDF is damaged"),
        ("web.pdf", lambda: b"<!DOCTYPE html><html><body>Not found</body></html>", "not what its name says: no PDF"),
        ("pdf.txt", pdf, "not what its name says, but a PDF document; name it .pdf"),
        ("book.docx", epub, "not what its name says, but an EPUB book; name it .epub"),
        ("old.docx", lambda: b"\xd0\xcf\x11\xe0" + bytes(99), "not what its name says: no Word document"),
        ("cut.docx", lambda: docx()[:-60], "this archive is damaged"),
        ("entities.docx", lambda: docx(head=ENTITIES), "declares XML entities"),
        ("wide.docx", lambda: docx(more={"word/styles.xml": f"{ENTITIES}<x/>".encode("utf-16")}), "XML entities"),
        ("entities.epub", lambda: epub(more={"META-INF/container.xml": f"{ENTITIES}<x/>"}), "declares XML entities"),
        ("rules.docx", lambda: docx(more={"word/styles.xml": f"{RULES}<x/>"}), "(word/styles.xml) declares XML"),
        ("chapter.epub", lambda: epub(more=declaring("OEBPS/text/c2.xhtml")), "(OEBPS/text/c2.xhtml) declares XML"),
        ("nav.epub", lambda: epub(more=declaring("OEBPS/nav.xhtml")), "(OEBPS/nav.xhtml) declares XML"),
        ("opf.epub", lambda: epub(more={"OEBPS/book.opf": f"{RULES}<x/>"}), "(OEBPS/book.opf) declares XML"),
        ("page.html", f"{ENTITIES}{PAGE}".encode, "this page declares XML entities"),
        ("page.xhtml", f"<?xml version='1.0'?>\n<!-- a -->\n{RULES}{PAGE}".encode, "this page declares XML"),
        ("twice.html", f"<!doctype html>{RULES}{PAGE}".encode, "this page declares XML"),
        ("bomb.docx", lambda: docx(more={"word/media/a.bin": big(101)}), "unpacks to more than 100 MiB"),
        ("many.epub", lambda: epub(more={f"x/{n}": "" for n in range(5001)}), "or 5000 files"),
        ("outside.epub", lambda: epub(more={"../../etc/passwd": "x"}), "names files outside itself"),
        ("outside.docx", lambda: docx(more={"/etc/passwd": "x"}), "names files outside itself"),
        ("drm.epub", lambda: epub(more={"META-INF/rights.xml": "<x/>"}), "protected against copying"),
        ("no.epub", lambda: zipped({"mimetype": "application/epub+zip"}), "part of this document is missing"),
        ("lost.epub", lambda: epub(more={"OEBPS/book.opf": "<x"}), "this archive is damaged"),
        ("empty.docx", lambda: docx(""), "no readable text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_sentence(read, name: str, make, reason: str) -> None:
    """A1, A3, A4: what happened and what to do, never a traceback or an empty quiz."""
    with pytest.raises(InputError) as caught:
        read(name, make())
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("bomb.pdf", bomb_pdf),
        ("deep.docx", lambda: docx("<w:p>" * 100_000 + "</w:p>" * 100_000)),
        ("deep.epub", lambda: epub({"One": "<div>" * 100_000 + "deep"})),
        ("wide.epub", lambda: epub({"One": "<p>word word word</p>" * 2_000_000})),
    ],
)
def test_bombs_end_as_one_sentence(read, name: str, make) -> None:
    """A3: within the child's time and memory; the program itself neither freezes nor fills."""
    with pytest.raises(InputError, match=r"unpacks to far more|too deeply nested|takes too long|too much memory"):
        read(name, make())


def test_a_foreign_language_is_told_in_every_format(read) -> None:
    """The same sentence as for a text."""
    german = "<p>Im Sommer 1858 stank die Themse so sehr, dass das Parlament seine Vorhänge in Chlorkalk tränkte.</p>"
    with pytest.raises(InputError, match="this reads as German"):
        read("a.epub", epub({"Eins": german * 6}))


PLAIN_TYPES = (
    "<!DOCTYPE html>",
    "<!doctype html SYSTEM 'about:legacy-compat'>",
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"\n "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
)


@pytest.mark.parametrize("head", PLAIN_TYPES)
def test_a_page_that_only_names_its_type_is_read(read, head: str) -> None:
    """Also where its text is about declarations."""
    told = "In XML, <code>&lt;!DOCTYPE x [&lt;!ENTITY a 'b'>]></code> declares an entity of the document."
    page = f"{head}<html><body><article><p>{told}</p><p>{PARAGRAPHS[0]}</p></article></body></html>"
    assert "<!DOCTYPE x [" in read("a.html", page.encode()).text
    assert "<!DOCTYPE x [" in read("a.epub", epub(more={"OEBPS/text/c1.xhtml": page})).text
