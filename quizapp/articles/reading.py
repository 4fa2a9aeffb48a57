"""Choose how to read an article, and refuse what could not be asked about."""

import re
import sys
from pathlib import Path
from typing import BinaryIO, Final

from quizapp.articles.apart import extract_apart
from quizapp.articles.bylines import printed_above
from quizapp.articles.decoding import declared_by, decoded
from quizapp.articles.extract import Extract
from quizapp.articles.formats import READ, binary_kind, says_page, text_kind
from quizapp.articles.languages import english_tag, foreign_language
from quizapp.articles.titles import title_of
from quizapp.kit.errors import DiskError, InputError, Place, UsageError
from quizapp.kit.files import read_bounded
from quizapp.kit.text import one_line, slug
from quizapp.model.article import Article

LARGEST: Final = 20 * 2**20
"""Bytes of an article (faults.md, A3); a novel has one million."""

LONGEST: Final = 5_000_000
"""Characters of an article; the longest novels have three million, and the reader of sentences holds all of them."""

PASTED: Final = "pasted text"
"""The source of an article that came from no file."""
_TITLE: Final = 200  # characters

FEWEST_WORDS: Final = 15
"""Words; a shorter text holds no fact beside its own wording."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def read_article(
    path: Path | None, *, stdin: BinaryIO | None = None, encoding: str | None = None, chapter: int = 0
) -> Article:
    """Read an article from a file, or from standard input when path is None.

    Args:
        path: a file of one of the formats in formats.READ.
        stdin: where to read from when path is None; None for the process's own.
        encoding: the name of a text's encoding; None for what a page says of itself, else UTF-8.
        chapter: of a book, the 1-based number of the chapter that is wanted; 0 for all.

    Raises:
        InputError: there is nothing readable in it, and why.
        UsageError: there is no such encoding, or a chapter is wanted of what is no book.
        DiskError: the file may not be read.
    """
    place = Place("standard input" if path is None else str(path))
    data = _standard_input(stdin, place) if path is None else read_bounded(path, most=LARGEST)
    source = place.file if path is None else path.name.encode("utf-8", "replace").decode()
    return article_of(
        data, name="" if path is None else path.name, source=source, place=place, encoding=encoding, chapter=chapter
    )


def article_of(
    data: bytes,
    *,
    name: str,
    source: str,
    place: Place,
    encoding: str | None = None,
    charset: str = "",
    chapter: int = 0,
) -> Article:
    """An article from a document's bytes; its name says the format where the content leaves it open.

    `encoding` is what a person says, `charset` what a server says, which is believed before the page itself.

    Raises:
        InputError: there is nothing readable in it, and why.
        UsageError: there is no such encoding, or a chapter is wanted of what is no book.
    """
    kind = binary_kind(data, name=name, place=place)
    if chapter and kind != "epub":
        raise UsageError(f"--chapter is for books (.epub), and {place} is none; leave it out")
    if kind is not None:
        return _article(extract_apart(kind, data, place=place, chapter=chapter), place=place, source=source)
    declared = declared_by(data, server=charset, page=says_page(data, name=name))
    text = decoded(data, encoding=encoding, declared=declared, place=place)
    return _article(_extract(text, name, place), place=place, source=source)


def pasted_article(text: str, *, title: str = "", source: str = PASTED) -> Article:
    """An article from text that was pasted; its first line is the title where none is given.

    Raises:
        InputError: there is nothing readable in it, and why; or it is longer than LONGEST.
    """
    place = Place(source)
    _refuse_long(text, place)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return _article(_extract(lines, "", place), place=place, source=source, title=one_line(title, limit=_TITLE))


def _extract(text: str, name: str, place: Place) -> Extract:
    kind = text_kind(text, name=name)
    return Extract(text=text) if kind is None else extract_apart(kind, text.encode(), place=place)


def _article(extract: Extract, *, place: Place, source: str, title: str = "") -> Article:
    _refuse_unreadable(extract.text, place)
    printed = printed_above(extract.text)
    title = title or extract.title or printed.title or title_of(extract.text)
    return Article(
        id=slug(title),
        title=title,
        source=source,
        text=extract.text,
        byline=extract.byline or printed.byline,
        date=extract.date or printed.date,
        parts=extract.parts,
        language=english_tag(extract.language),
        remark=extract.remark or _lost(extract),
    )


def _lost(extract: Extract) -> str:
    """What to say where most of what a document shows was not taken for its article (faults.md, A6)."""
    words = len(extract.text.split())
    if words >= extract.shown * _ENOUGH:
        return ""
    return f"only {words:,} of the {extract.shown:,} words it shows were taken for its article; paste what is missing"


_ENOUGH: Final = 0.5
"""Share of a document's words under which its article may have been lost on the way."""


def _standard_input(stdin: BinaryIO | None, place: Place) -> bytes:
    stream = stdin or (sys.stdin.buffer if sys.stdin else None)
    if stream is None:
        raise InputError("it is closed; name a file", place=place)
    try:
        data = stream.read(LARGEST + 1)
    except OSError as error:
        raise DiskError(f"cannot be read ({error.strerror}); name a file", place=place) from None
    if len(data) > LARGEST:
        raise InputError(f"more than {LARGEST // 2**20} MiB; split it into parts", place=place)
    return data


_LETTERS: Final = 0.1
"""Part of the marks of a text that are letters; a row of a name and seven numbers has a quarter, brackets have none."""


def _refuse_long(text: str, place: Place) -> None:
    if len(text) > LONGEST:
        raise InputError(
            f"more than {LONGEST // 10**6} million characters; split it into parts, or take one --chapter of a book",
            place=place,
        )


def _refuse_unreadable(text: str, place: Place) -> None:
    """Refuse what no question could be written about, rather than write an empty quiz."""
    _refuse_long(text, place)
    found = _WORD.findall(text)
    words, letters = len(found), sum(map(len, found))
    if letters <= _LETTERS * sum(map(len, text.split())):
        raise InputError(f"no readable text in it; quizapp reads {READ}", place=place)
    if language := foreign_language(text):
        raise InputError(
            f"this reads as {language}; questions are written about English articles only, for now", place=place
        )
    if words < FEWEST_WORDS:
        raise InputError(f"too short to ask about: {words} words, and {FEWEST_WORDS} are needed", place=place)
