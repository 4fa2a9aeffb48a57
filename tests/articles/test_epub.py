"""Which pages of a book are its text, how its chapters are counted, and what is said to be left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.articles.epub import extract_epub
from quizapp.articles.reading import article_of
from quizapp.kit.errors import InputError, Place
from quizapp.model.article import Article

from .documents import PARAGRAPHS, contents, epub, ncx

SHORT = "<p>The poet Virgil wrote about bees in the Georgics in 29 BC. He called the leader of the hive a king.</p>"
LONG = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
NAV = "OEBPS/nav.xhtml"


def book(data: bytes, chapter: int = 0) -> Article:
    """The article that a book is."""
    return article_of(data, name="a.epub", source="a.epub", place=Place("a.epub"), chapter=chapter)


def names(article: Article) -> list[str]:
    """What the parts are called."""
    return [part.name for part in article.parts]


@pytest.mark.parametrize("listed", [True, False])
def test_a_short_chapter_is_a_chapter(listed: bool) -> None:
    """Of 22 words or of a thousand: the book counts it, and so do we."""
    entries = [("text/c1.xhtml", "One"), ("text/c2.xhtml#top", "Two"), ("text/c3.xhtml", "Three")]
    data = epub(
        {"A word before": SHORT, "Dances": LONG, "Swarms": SHORT}, more={NAV: contents(*entries)} if listed else {}
    )
    article = book(data)
    assert names(article) == ["A word before", "Dances", "Swarms"]
    assert article.remark == ""
    assert book(data, chapter=2).title == "Rivers: Dances"
    assert book(data, chapter=3).text.startswith("Swarms\n\nThe poet Virgil")


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("<section epub:type='titlepage'><h1>Rivers</h1><p>A story of water</p></section>", "the title page"),
        ("<h1>Rivers</h1><p>by Ann Lee</p>", "the title page"),
        ("<p>© 2024 Ann Lee. All rights reserved. No part of this book may be copied.</p>", "the copyright page"),
        ("<p>For my mother</p>", "a page of 3 words before the first chapter"),
    ],
)
def test_what_is_no_text_of_the_book_is_left_out_and_said(body: str, left: str) -> None:
    """And it takes no number from a chapter."""
    entries = [("text/c2.xhtml", "One"), ("text/c3.xhtml", "Two")]
    data = epub({"": body, "One": LONG, "Two": SHORT}, more={NAV: contents(*entries)})
    assert names(book(data)) == ["One", "Two"]
    assert book(data).remark == f"left out of this book: {left}"
    assert (book(data, chapter=2).text[:3], book(data, chapter=2).remark) == ("Two", "")


def test_a_page_named_for_what_it_is_is_left_out_where_no_contents_say_so() -> None:
    """By its heading, its type or the book's guide."""
    data = epub({"Copyright": SHORT, "Contents": SHORT, "One": LONG})
    assert names(book(data)) == ["One"]
    assert book(data).remark == "left out of this book: the copyright page, the table of contents"


def test_notes_that_are_left_out_are_said() -> None:
    """How many there were, of the chapters that are read."""
    note = "<li epub:type='footnote'><p>Lindauer was born in 1918.</p></li>"
    notes = f"<section epub:type='footnotes'><ol>{note}</ol></section>"
    data = epub({"One": LONG + notes, "Two": LONG})
    assert "Lindauer" not in book(data).text
    assert book(data).remark == "left out of this book: 1 note"
    assert book(data, chapter=2).remark == ""


def test_what_the_contents_do_not_name_goes_on_with_its_chapter() -> None:
    """Programs cut long chapters; the number of a chapter is that of the table of contents, here an EPUB 2's."""
    entries = [("text/c1.xhtml", "First"), ("text/c3.xhtml", "Second")]
    data = epub({"First": LONG, "": SHORT, "Second": LONG}, more={"OEBPS/toc.ncx": ncx(*entries)})
    assert names(book(data)) == ["First", "Second"]
    assert "Virgil" in book(data, chapter=1).text
    assert book(data, chapter=2).title == "Rivers: Second"
    with pytest.raises(InputError, match=r"no chapter 3 in this book, which has 2: 1 First; 2 Second"):
        book(data, chapter=3)


FILE = "text/c1.xhtml"
THREE = (
    "<p>{0}</p><h2 id='b'>The Sting</h2><p>Dance 2. {0}</p><blockquote>x <a name='c'></a>The swarm y</blockquote>"
    "<p>Swarm 3. {0}</p>"
).format(PARAGRAPHS[0])


@pytest.mark.parametrize("listed", ["nav", "ncx"])
def test_chapters_of_one_file_are_cut_where_the_contents_lead_into_it(listed: str) -> None:
    """By the anchors of elements and of links, at the beginning of a block; each is named as it is there."""
    entries = [(FILE, "One"), (f"{FILE}#b", "Two"), (f"{FILE}#c", "Three"), (f"{FILE}#b", "Two again")]
    more = {NAV: contents(*entries)} if listed == "nav" else {"OEBPS/toc.ncx": ncx(*entries)}
    data = epub({"Bees": THREE}, more=more)
    article = book(data)
    assert names(article) == ["One", "Two", "Three"]
    begun = [article.text[part.at :].split("\n")[0] for part in article.parts]
    assert begun == ["Bees", "The Sting", "x The swarm y"]
    assert book(data, chapter=2).text == article.text[article.parts[1].at : article.parts[2].at].strip()
    assert book(data, chapter=2).title == "Rivers: Two"
    with pytest.raises(InputError, match="which has 3: 1 One; 2 Two; 3 Three"):
        book(data, chapter=4)


def test_what_stands_before_the_first_anchor_goes_on_with_the_chapter_before() -> None:
    """Programs cut books by their size; a heading that stands before its own anchor is a part of its chapter."""
    entries = [("text/c1.xhtml#a", "One"), ("text/c2.xhtml#b", "Two")]
    data = epub({"Dances": f"<p id='a'></p>{LONG}", "": f"{LONG}{THREE}"}, more={NAV: contents(*entries)})
    article = book(data)
    assert names(article) == ["Dances", "Two"]
    assert article.text[article.parts[1].at :].startswith("The Sting")
    assert article.text.count(PARAGRAPHS[1]) == 2


def test_the_end_of_a_chapter_stays_with_it_however_short_it_is() -> None:
    """Before an anchor in the middle of a file; and before the first chapter it is no page to be left out."""
    entries = [("text/c1.xhtml#a", "One"), ("text/c2.xhtml#b", "Two")]
    end = "<p>So the bees went home.</p><h2 id='b'>The Sting</h2>"
    data = epub(
        {"": f"<p>A word before all.</p><h2 id='a'>Bees</h2>{LONG}", " ": end + LONG}, more={NAV: contents(*entries)}
    )
    assert "A word before all." in book(data).text
    assert book(data).remark == ""
    assert book(data, chapter=1).text.endswith("So the bees went home.")
    assert book(data, chapter=2).text.startswith("The Sting")


TREE = (
    "<li><a href='text/c1.xhtml'>Part I</a><ol><li><a href='text/c2.xhtml'>One</a></li>"
    "<li><a href='text/c3.xhtml'>Two</a></li></ol></li><li><a href='text/c4.xhtml'>Part II</a></li>"
)


@pytest.mark.parametrize("shape", ["tree", "flat", "parts alone"])
def test_a_part_of_a_book_is_all_its_chapters(shape: str) -> None:
    """Whether the table of contents has them under it, after it, or not at all; each can be read alone, too."""
    told = {"Part I": SHORT, "Dances": LONG, "Swarms": LONG, "Part II": SHORT, "Stings": LONG, "Index": SHORT}
    flat = [(f"text/c{number}.xhtml", name) for number, name in enumerate(told, 1)]
    nav = contents(*(entry for entry in flat if shape != "parts alone" or entry[1].startswith("Part")))
    if shape == "tree":
        nav = contents(*flat[4:]).replace("<ol>", f"<ol>{TREE}", 1)
    data = epub(told, more={NAV: nav})
    assert names(book(data, chapter=1)) == ["Part I", "Dances", "Swarms"]
    assert book(data, chapter=1).title == "Rivers: Part I"
    assert names(book(data, chapter=4)) == ["Part II", "Stings"]
    assert book(data, chapter=2).text.startswith("Dances")


@pytest.mark.parametrize(("head", "told"), [("Chapter 1", ["Bees"]), ("Book One", ["Book One", "Two", "Three"])])
def test_sections_of_a_chapter_are_none_of_their_own(head: str, told: list[str]) -> None:
    """What stands under an entry of the same file is a part of it, unless that is called a part of the book."""
    under = [(f"{FILE}#b", "Two"), (f"{FILE}#c", "Three")]
    inner = "".join(f"<li><a href='{href}'>{name}</a></li>" for href, name in under)
    nav = contents((FILE, head)).replace("</a></li>", f"</a><ol>{inner}</ol></li>")
    points = ncx(*under).partition("<navMap>")[2].partition("</navMap>")[0]
    nested = ncx((FILE, head)).replace("</navPoint>", f"{points}</navPoint>")
    assert names(book(epub({"Bees": THREE}, more={NAV: nav}))) == told
    assert names(book(epub({"Bees": THREE}, more={"OEBPS/toc.ncx": nested}))) == told


def test_a_contents_of_many_thousand_anchors_is_read_in_time() -> None:
    """Each is a chapter; the time grows with them and not with their square."""
    many = 20_000
    body = "".join(f"<p id='p{number}'>word</p>" for number in range(many))
    data = epub({"Bees": body}, more={NAV: contents(*((f"{FILE}#p{number}", "x") for number in range(many)))})
    assert len(extract_epub(data).parts) == many


def test_a_chapter_of_pictures_keeps_its_number() -> None:
    """The table of contents counts it; read alone it is refused."""
    entries = [("text/c1.xhtml", "A map"), ("text/c2.xhtml", "One")]
    data = epub({"": "<img src='a.png'/>", "One": LONG}, more={NAV: contents(*entries)})
    assert book(data, chapter=2).title == "Rivers: One"
    with pytest.raises(InputError, match=r"chapter 1 of this book \(A map\) holds no text"):
        book(data, chapter=1)


def test_a_book_of_front_matter_alone_is_read() -> None:
    """Better that than nothing."""
    assert "In the summer of 1858" in book(epub({"Contents": LONG})).text


CHAPTERS = st.lists(
    st.tuples(st.sampled_from(["", SHORT, LONG, "<p>— one – two</p>"]), st.booleans()), min_size=1, max_size=6
)


@given(CHAPTERS)
def test_every_chapter_begins_where_its_part_says(drawn: list[tuple[str, bool]]) -> None:
    """Offsets of parts rise and meet the beginning of a page, whatever the table of contents names."""
    told = {f"Head {number}": body for number, (body, _) in enumerate(drawn, 1)}
    entries = [(f"text/c{number}.xhtml", "x") for number, (_, listed) in enumerate(drawn, 1) if listed]
    extract = extract_epub(epub(told, more={NAV: contents(*entries)}))
    places = [part.at for part in extract.parts]
    assert places == sorted(set(places))
    assert all(extract.text.startswith(part.name, part.at) for part in extract.parts)
    begun = [name for name in told if name in extract.text]
    assert begun == sorted(begun)


def test_a_page_that_is_named_again_is_read_once() -> None:
    """A spine of 200,000 references to one page is one page."""
    again = "<itemref idref='c2'/>" * 200_000
    data = epub({"One": LONG, "Two": LONG}, spine=f"<itemref idref='c1'/>{again}")
    assert names(book(data)) == ["One", "Two"]
