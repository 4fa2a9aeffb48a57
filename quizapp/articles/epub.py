"""An EPUB book becomes plain text, all of it or one chapter."""

import posixpath
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from quizapp.articles.extract import Extract, joined_parts
from quizapp.articles.markup import blocks_of, heading_of, tree_of
from quizapp.articles.zipped import Archive
from quizapp.kit.errors import InputError

_CONTAINER: Final = "META-INF/container.xml"
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html"})
_FEWEST: Final = 60
"""Words of a chapter; title pages and dedications have fewer."""
_LISTED: Final = 12  # chapters named in a message
_NAMES: Final = {
    "box": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    text: str


def extract_epub(data: bytes, *, chapter: int = 0) -> Extract:
    """The book's chapters in reading order, or the one of a number from 1; title pages are no chapters.

    Raises:
        InputError: it is damaged, protected or an attack, or has no such chapter.
    """
    archive = Archive(data)
    if "META-INF/rights.xml" in archive.names:
        raise InputError("this book is protected against copying; use one without such a lock")
    folder, package = _package(archive)
    chapters = _chapters(archive, folder, package)
    chosen = _chosen(chapters, chapter) if chapter else chapters
    text, parts = joined_parts([(each.name, each.text) for each in chosen])
    title = _said(package, "title")
    return Extract(
        text=text,
        title=f"{title}: {chosen[0].name}" if chapter else title,
        byline=_said(package, "creator"),
        date=_said(package, "date")[:10],
        parts=parts,
        language=_said(package, "language"),
    )


def _package(archive: Archive) -> tuple[str, Any]:
    """The folder of the book's package document, and that document."""
    root = archive.xml(_CONTAINER).find(".//box:rootfile", _NAMES)
    path = root.get("full-path") if root is not None else None
    if not path:
        raise InputError("this book does not say where it begins; download it again")
    return posixpath.dirname(path), archive.xml(path)


def _said(package: Any, name: str) -> str:
    return " ".join((package.findtext(f".//dc:{name}", namespaces=_NAMES) or "").split())


def _chapters(archive: Archive, folder: str, package: Any) -> list[_Chapter]:
    """What is read in turn: the pages of the spine, without the list of contents."""
    pages = {
        item.get("id"): item.get("href") or ""
        for item in package.iterfind(".//opf:manifest/opf:item", _NAMES)
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
    }
    chapters: list[_Chapter] = []
    for ref in package.iterfind(".//opf:spine/opf:itemref", _NAMES):
        href = pages.get(ref.get("idref"))
        if href is None or ref.get("linear") == "no":
            continue
        tree = tree_of(archive.read(posixpath.normpath(posixpath.join(folder, unquote(href)))))
        text = "" if tree is None else blocks_of(tree)
        if text:
            chapters.append(_Chapter(heading_of(tree) or f"chapter {len(chapters) + 1}", text))
    return [each for each in chapters if len(each.text.split()) >= _FEWEST] or chapters


def _chosen(chapters: list[_Chapter], number: int) -> list[_Chapter]:
    if 0 < number <= len(chapters):
        return [chapters[number - 1]]
    names = "; ".join(f"{at} {each.name}" for at, each in enumerate(chapters[:_LISTED], 1))
    rest = " …" if len(chapters) > _LISTED else ""
    raise InputError(f"there is no chapter {number} in this book, which has {len(chapters)}: {names}{rest}")
