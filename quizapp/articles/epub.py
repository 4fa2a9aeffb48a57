"""An EPUB book becomes plain text, all of it or one chapter."""

import posixpath
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Final

from quizapp.articles.bylines import named
from quizapp.articles.epub_contents import NAMES
from quizapp.articles.epub_pages import FEWEST, BookPage, pages_of
from quizapp.articles.extract import BLANK, Extract, joined_parts
from quizapp.articles.zipped import Archive
from quizapp.kit.durations import counted
from quizapp.kit.errors import InputError

_CONTAINER: Final = "META-INF/container.xml"
_LISTED: Final = 12  # chapters named in a message


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chapter:
    """A chapter: its number from 1, or 0 for what stands before the first, its name, text and its lost notes.

    `depth` is under how many others it stands, `part` whether it is called a part of the book.
    """

    number: int
    name: str
    text: str
    notes: int
    depth: int
    part: bool


def extract_epub(data: bytes, *, chapter: int = 0) -> Extract:
    """The book's chapters in reading order, or the one of a number from 1; of a part of the book all its chapters.

    Chapters are counted as the book's own table of contents names them, and as its pages come where it has none. Title
    page, imprint, contents and notes are left out, and the remark says so.

    Raises:
        InputError: it is damaged, protected or an attack, or has no such chapter.
    """
    archive = Archive(data)
    if "META-INF/rights.xml" in archive.names:
        raise InputError("this book is protected against copying; use one without such a lock")
    folder, package = _package(archive)
    title = _said(package, "title")
    about = [title, *(text for name in ("creator", "contributor", "publisher") for text in _all_said(package, name))]
    pages, front = _told_apart(pages_of(archive, folder, package, about=" ".join(about)))
    chapters = _chapters(pages)
    chosen = _chosen(chapters, chapter) if chapter else chapters
    text, parts = joined_parts([(each.name, each.text) for each in chosen])
    return Extract(
        text=text,
        title=f"{title}: {chosen[0].name}" if chapter else title,
        byline=named(_all_said(package, "creator")),
        date=_said(package, "date")[:10],
        parts=parts,
        language=_said(package, "language"),
        remark=_left_out([] if chapter else front, sum(each.notes for each in chosen)),
    )


def _package(archive: Archive) -> tuple[str, Any]:
    """The folder of the book's package document, and that document."""
    root = archive.xml(_CONTAINER).find(".//box:rootfile", NAMES)
    path = root.get("full-path") if root is not None else None
    if not path:
        raise InputError("this book does not say where it begins; download it again")
    return posixpath.dirname(path), archive.xml(path)


def _said(package: Any, name: str) -> str:
    return next(iter(_all_said(package, name)), "")


def _all_said(package: Any, name: str) -> list[str]:
    found = (" ".join((element.text or "").split()) for element in package.iterfind(f".//dc:{name}", NAMES))
    return [text for text in found if text]


def _told_apart(pages: Sequence[BookPage]) -> tuple[list[BookPage], list[str]]:
    """The pages that are text of the book, and what the others are; a book of nothing else is text."""
    front = [page for page in pages if page.front and page.text]
    kept = [page for page in pages if not page.front and (page.text or page.listed)]
    if not any(page.text for page in kept):
        return front, []
    left = [page.front for page in front]
    if any(page.listed for page in kept):
        before = list(takewhile(lambda page: not page.listed, kept))
        small = [page for page in before if _words(page) < FEWEST and not page.cut]
        kept = [page for page in before if page not in small] + kept[len(before) :]
        left += [f"a page of {counted(_words(page), 'word')} before the first chapter" for page in small]
    return kept, left


def _words(page: BookPage) -> int:
    return len(page.text.split())


def _chapters(pages: Sequence[BookPage]) -> list[_Chapter]:
    """The pages as chapters: what the table of contents does not name goes on with the chapter before it."""
    listed, headed = sum(page.listed for page in pages), sum(page.headed for page in pages)
    by_contents = listed > 0 and headed <= 2 * listed  # else it names parts of the book, or hardly anything
    chapters: list[_Chapter] = []
    count = 0
    for page in pages:
        begins = page.listed or not by_contents
        if chapters and not begins:
            before = chapters[-1]
            text = BLANK.join(filter(None, (before.text, page.text)))
            chapters[-1] = replace(before, text=text, notes=before.notes + page.notes)
            continue
        count += begins
        number = count if begins else 0
        name = page.name or (f"chapter {number}" if number else "before the first chapter")
        depth, part = page.depth, page.part
        chapters.append(_Chapter(number=number, name=name, text=page.text, notes=page.notes, depth=depth, part=part))
    return chapters


def _left_out(front: Sequence[str], notes: int) -> str:
    """What to say of what is no part of the text; empty where that is nothing."""
    left = [what if times == 1 else f"{what} ({times} times)" for what, times in Counter(front).items()]
    left += [counted(notes, "note")] if notes else []
    return f"left out of this book: {', '.join(left)}" if left else ""


def _chosen(chapters: Sequence[_Chapter], number: int) -> list[_Chapter]:
    numbered = [each for each in chapters if each.number]
    if number > len(numbered):
        names = "; ".join(f"{each.number} {each.name}" for each in numbered[:_LISTED])
        rest = " …" if len(numbered) > _LISTED else ""
        raise InputError(f"there is no chapter {number} in this book, which has {len(numbered)}: {names}{rest}")
    head, later = numbered[number - 1], numbered[number:]
    inner = list(takewhile(lambda each: each.depth > head.depth, later))
    if head.part and not inner:
        inner = list(takewhile(lambda each: not each.part and not _BACK.match(each.name), later))
    chosen = [head, *inner]
    if not any(each.text for each in chosen):
        raise InputError(f"chapter {number} of this book ({head.name}) holds no text; choose another one")
    return chosen


_BACK: Final = re.compile(
    r"\W*(?:afterword|epilogue|appendix|appendices|notes|endnotes|index|glossary|bibliography|references|sources|acknowledge?ments)\b"
    r"|\W*about the author",
    re.IGNORECASE,
)
"""What stands after the last part of a book and is none of its chapters."""
