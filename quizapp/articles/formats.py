"""Which format a file has: its content decides, and a name that says something else is told."""

import re
from pathlib import PurePath
from typing import Final, Literal

from quizapp.articles.front_matter import front_matter
from quizapp.kit.errors import InputError, Place

Kind = Literal["markdown", "html", "pdf", "docx", "epub"]

READ: Final = ".txt, .md, .html, .pdf, .docx and .epub"
"""The formats there are, for messages."""

KINDS: Final[dict[str, Kind]] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".epub": "epub",
}
"""What a name says; every other one is plain text, unless it begins like a web page."""

TYPES: Final[dict[str, str]] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""What a web server calls each format, and the name that stands for it here."""

_CALLED: Final[dict[Kind, str]] = {"pdf": "PDF document", "docx": "Word document", "epub": "EPUB book"}
_PDF_WITHIN: Final = 1024  # bytes before which a PDF has to begin (ISO 32000-1, annex H.3)
_TEXTS: Final = frozenset({".txt", ".text"})


def binary_kind(data: bytes, *, name: str, place: Place) -> Kind | None:
    """The format of a file that is no text, None for text.

    Raises:
        InputError: the name says another format than the content has.
    """
    found = _found(data)
    suffix = PurePath(name).suffix.lower()
    said = KINDS.get(suffix)
    if found == said or (found and said is None and suffix not in _TEXTS):
        return found if found in _CALLED else None
    if found:
        raise InputError(
            f"this is not what its name says, but {_articled(found)}; name it .{found} and try again", place=place
        )
    if said in _CALLED:
        raise InputError(
            f"this is not what its name says: no {_CALLED[said]} begins so; download or export it again, or give it"
            " its proper name",
            place=place,
        )
    return None


def _articled(kind: Kind) -> str:
    return f"{'an' if kind == 'epub' else 'a'} {_CALLED[kind]}"


def _found(data: bytes) -> Kind | None:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if not data.startswith(b"PK\x03\x04"):
        return None
    # The names of an archive's members stand in it uncompressed.
    if b"application/epub+zip" in data[:200] or b"META-INF/container.xml" in data:
        return "epub"
    return "docx" if b"word/document.xml" in data else None


_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_TAG: Final = re.compile(r"<[A-Za-z!/]")
_BEGINNING: Final = 4096  # bytes
_SHOWN: Final = 20_000  # characters in which Markdown shows itself
_MARKS: Final = re.compile(r"(?:\A|\n[ \t]*\n)#{1,6}[ \t]+\S[^\n]*\n[ \t]*\n|\]\(https?://")
"""A heading line between blank lines, a link."""


def says_page(data: bytes, *, name: str) -> bool:
    """Whether this is a web page, before its letters are known: by its name, or by how it begins."""
    return KINDS.get(PurePath(name).suffix.lower()) == "html" or bool(_PAGE.match(data[:_BEGINNING].decode("latin-1")))


def text_kind(text: str, *, name: str) -> Kind | None:
    """The format of a text: what the name says, checked against the text; None for plain text.

    Text without a name, as it is pasted or piped, is Markdown where it begins with front matter, or holds a heading
    line (# …) or a link ([…](https://…)).
    """
    named = KINDS.get(PurePath(name).suffix.lower())
    if named == "html" and not _TAG.search(text):
        return None
    if named is not None:
        return named
    if _PAGE.match(text):
        return "html"
    is_markdown = not name and (bool(front_matter(text)[0]) or _MARKS.search(text[:_SHOWN]))
    return "markdown" if is_markdown else None
