"""A PDF document becomes plain text: its lines are read here, pdf_lines makes paragraphs of them."""

import io
import logging
import re
from collections.abc import Mapping
from typing import Any, Final

import pypdf
from pypdf.errors import DependencyError, DeprecationError, LimitReachedError, PyPdfError

from quizapp.articles.bylines import author_of, printed_above
from quizapp.articles.extract import Extract
from quizapp.articles.pdf_lines import Line, Page, headline, rebuilt
from quizapp.kit.errors import InputError

_LOCKED: Final = "this PDF is protected by a password; save a copy without one"
_BROKEN: Final = "this PDF is damaged; open it in a viewer and print it into a new PDF, or save its text as .txt"
_SWELLS: Final = (
    "a page of this PDF unpacks to far more than any page holds; print it into a new PDF, or save its text as .txt"
)
_PICTURES: Final = (
    "this PDF holds pictures of pages, not text; have its text recognized first (OCR, for example with ocrmypdf)"
)
_GARBLED: Final = "the fonts of this PDF do not say which letters they show; save its text as .txt or try another copy"
_UNKNOWN: Final = 0.1
"""Part of the characters that may be unknown; a stray ornament is one in thousands."""
# What pypdf raises on documents that are not as they should be; quality/fuzz.py tried 100,000 broken ones.
_FAULTS: Final = (
    PyPdfError, DeprecationError, ArithmeticError, ValueError, LookupError, TypeError, AttributeError, AssertionError,
    OSError, NotImplementedError,
)  # fmt: skip
_HALF: Final = re.compile("[\ud800-\udfff]")
_CREATED: Final = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
# Titles that programs make up: the name of a file, or of the program.
_NO_TITLE: Final = re.compile(r"(?i)untitled|.*\.(?:docx?|odt|rtf|indd|tex|dvi|pdf|qxd)|(?:microsoft|powerpoint) .*")
_RAISED: Final = 0.85  # of the line's size: below, a number is a reference to a note
_SAME_LINE: Final = 0.5  # of the size: nearer than this two baselines are one


def extract_pdf(data: bytes) -> Extract:
    """The text with its pages, and its title; author and date as they are printed above it, else as the document says.

    Raises:
        InputError: it is damaged, locked, or pictures of pages.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are about documents, which we report
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        pages = _pages(reader)
        said = _said(reader)
    except DependencyError:
        raise InputError(_LOCKED) from None
    except LimitReachedError:
        raise InputError(_SWELLS) from None
    except _FAULTS:
        raise InputError(_BROKEN) from None
    text, parts = rebuilt(pages)
    _refuse_unreadable(text, reader)
    title = said["title"]
    title = headline(pages) if not title or _NO_TITLE.fullmatch(title) else title
    printed = printed_above(text)
    return Extract(
        text=text,
        title=title,
        byline=printed.byline or author_of(said["author"]),
        date=printed.date or said["date"],
        parts=parts,
        language=said["language"],
    )


def _refuse_unreadable(text: str, reader: pypdf.PdfReader) -> None:
    if not text.strip():
        raise InputError(_textless(reader))
    if text.count("\ufffd") > _UNKNOWN * len(text):
        raise InputError(_GARBLED)


def _textless(reader: pypdf.PdfReader) -> str:
    """Why a PDF has no text: it is pictures, or what its pages draw cannot be unpacked, which pypdf passes over."""
    try:
        drawings = [page.get_contents() for page in reader.pages]
        for drawing in filter(None, drawings):
            drawing.get_data()
    except LimitReachedError:
        return _SWELLS
    except _FAULTS:
        return _BROKEN
    return _PICTURES if drawings else _BROKEN


def _said(reader: pypdf.PdfReader) -> dict[str, str]:
    found: Mapping[str, Any] = reader.metadata or {}
    said = {name: _whole(" ".join(str(found.get(f"/{name.title()}") or "").split())) for name in ("title", "author")}
    created = _CREATED.match(str(found.get("/CreationDate") or ""))
    return said | {
        "date": "-".join(created.groups()) if created else "",
        "language": str(reader.root_object.get("/Lang") or ""),
    }


def _whole(text: str) -> str:
    """The text with the halves of letters that fonts name in UTF-16 put together, or marked where one is alone."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if _HALF.search(text) else text


def _pages(reader: pypdf.PdfReader) -> list[Page]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(_LOCKED)
    return [_page(page, number) for number, page in enumerate(reader.pages, 1)]


def _page(page: pypdf.PageObject, number: int) -> Page:
    gathering = _Gathering()
    page.extract_text(visitor_text=gathering)
    return Page(name=f"page {number}", lines=tuple(gathering.lines()))


class _Gathering:
    """Lines of a page, from the pieces that pypdf hands over with their places."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._words = ""
        self._x = self._y = self._size = 0.0

    def __call__(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        """Take a piece of text with its matrices and font, as pypdf calls it."""
        if not text.strip():
            self._words += " " if text and self._words else ""
            return
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        size = abs(size * (tm[3] or tm[1] or 1) * (cm[3] or cm[1] or 1))
        for at, line in enumerate(text.strip("\n").split("\n")):
            self._take(line, x, y - at * size, size)

    def _take(self, text: str, x: float, y: float, size: float) -> None:
        if self._words and abs(y - self._y) < _SAME_LINE * max(size, self._size):
            is_note = text.strip().isdigit() and size < _RAISED * self._size and y > self._y
            self._words += "" if is_note else text
            return
        self._end()
        self._words, self._x, self._y, self._size = text, x, y, size

    def _end(self) -> None:
        if text := " ".join(_whole(self._words).split()):
            self._lines.append(Line(text=text, x=self._x, y=self._y, size=self._size))
        self._words = ""

    def lines(self) -> list[Line]:
        """All lines, in the order in which the page draws them."""
        self._end()
        return self._lines
