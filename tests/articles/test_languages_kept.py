"""The kind of English that a document declares is kept with its article, whatever its format."""

from collections.abc import Callable

import pytest

from quizapp.articles.reading import article_of
from quizapp.kit.errors import Place

from .documents import PARAGRAPHS, docx, epub, typeset

BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:lang w:val="{}" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
)


def page(html: str = "<html>", head: str = "", body: str = "<body>") -> bytes:
    """A web page with these tags."""
    return f"{html}<head><title>x</title>{head}</head>{body}<article>{BODY}</article></body></html>".encode()


WAYS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "html": ("a.html", lambda tag: page(f'<html lang="{tag}">')),
    "xhtml": ("a.xhtml", lambda tag: page(f'<html xml:lang="{tag}">')),
    "body": ("a.html", lambda tag: page(body=f'<body lang="{tag}">')),
    "meta": ("a.html", lambda tag: page(head=f'<meta http-equiv="Content-Language" content="{tag}">')),
    "og": ("a.html", lambda tag: page(head=f'<meta property="og:locale" content="{tag}">')),
    "docx core": ("a.docx", lambda tag: docx(language=tag)),
    "docx styles": ("a.docx", lambda tag: docx(more={"word/styles.xml": STYLES.format(tag)})),
    "epub": ("a.epub", lambda tag: epub(language=tag)),
    "pdf": ("a.pdf", lambda tag: typeset("\n\n".join(PARAGRAPHS), lang=tag)),
    "markdown": ("a.md", lambda tag: ("\n\n".join([f"---\nlang: {tag}\n---", *PARAGRAPHS])).encode()),
}
"""The ways in which documents declare their language: a name, and a document that declares this one."""


def language(how: str, tag: str) -> str:
    """What is kept of it."""
    name, made = WAYS[how]
    return article_of(made(tag), name=name, source=name, place=Place(name)).language


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("tag", ["en-GB", "en-US"])
def test_the_kind_of_english_is_kept(how: str, tag: str) -> None:
    """In every format that can declare one."""
    assert language(how, tag) == tag


@pytest.mark.parametrize("how", WAYS)
def test_another_language_is_not_believed_of_english(how: str) -> None:
    """The text was found to be English."""
    assert language(how, "de-AT") == "en"


@pytest.mark.parametrize(
    ("said", "kept"), [("en_GB", "en-GB"), ("EN-gb", "en-GB"), (" en ", "en"), ("en-Latn-gb", "en-Latn-GB")]
)
def test_a_tag_is_kept_in_its_usual_form(said: str, kept: str) -> None:
    """Languages small, scripts titled, regions large (RFC 5646, 2.1.1)."""
    assert language("html", said) == kept
