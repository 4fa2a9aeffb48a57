"""What the table of contents of an EPUB book leads to: EPUB 3's navigation, else EPUB 2's NCX."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from quizapp.articles.markup import kinds_of, tree_of
from quizapp.articles.zipped import Archive

NAMES: Final = {
    "box": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_NCX: Final = "application/x-dtbncx+xml"
_OF_CHAPTERS: Final = re.compile(r"\s*(?:act|book|part|volume)\b", re.IGNORECASE)
"""How an entry is called whose own entries are chapters, though they stand in the same file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the table of contents leads to: the anchor in the page, empty for its beginning, and what it calls it.

    `depth` is how many entries it stands under.
    """

    anchor: str
    label: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Link:
    path: str
    entry: Entry


def contents_of(archive: Archive, folder: str, package: Any) -> dict[str, tuple[Entry, ...]]:
    """The paths that the table of contents leads to, each with where in it a chapter begins.

    An entry under another one of the same page is a section of that chapter and none of its own, unless the other is a
    part of the book.
    """
    items = list(package.iterfind(".//opf:manifest/opf:item", NAMES))
    navs = [item for item in items if "nav" in (item.get("properties") or "").split()]
    for item in [*navs, *(item for item in items if item.get("media-type") == _NCX)]:
        path = path_of(folder, item.get("href"))
        tree = tree_of(archive.page(path)) if path in archive.names else None
        found: dict[str, dict[str, Entry]] = {}
        for link, above in () if tree is None else (*_links(tree, path), *_points(tree, path)):
            begun = found.setdefault(link.path, {})
            if not begun or not _is_section(link, above):
                begun.setdefault(link.entry.anchor, link.entry)
        if found:
            return {path: tuple(entries.values()) for path, entries in found.items()}
    return {}


def path_of(folder: str, href: str | None) -> str:
    """The path in the archive that a reference leads to from a folder."""
    return posixpath.normpath(posixpath.join(folder, unquote((href or "").partition("#")[0])))


def _is_section(link: _Link, above: _Link | None) -> bool:
    return above is not None and above.path == link.path and not _OF_CHAPTERS.match(above.entry.label)


def _link(path: str, href: str, label: str, depth: int) -> _Link:
    anchor = unquote(href.partition("#")[2])
    return _Link(path_of(posixpath.dirname(path), href), Entry(anchor, " ".join(label.split()), depth))


def _links(tree: Any, path: str) -> Iterator[tuple[_Link, _Link | None]]:
    """What a navigation document leads to, each with the entry under which it stands."""
    for nav in tree.iter("nav"):
        if "toc" in kinds_of(nav):
            for link in nav.iter("a"):
                if link.get("href"):
                    yield _linked(link, path), _above(link, path)


def _linked(link: Any, path: str) -> _Link:
    depth = sum(1 for _ in link.iterancestors("li"))
    return _link(path, link.get("href"), link.text_content(), max(depth - 1, 0))


def _above(link: Any, path: str) -> _Link | None:
    row = next(link.iterancestors("li"), None)
    outer = None if row is None else next(row.iterancestors("li"), None)
    head = None if outer is None else next(outer.iter("a", "ol"), None)
    return _linked(head, path) if head is not None and head.tag == "a" and head.get("href") else None


def _points(tree: Any, path: str) -> Iterator[tuple[_Link, _Link | None]]:
    """What an NCX leads to, the same; read as the markup of pages, whose names have no capitals."""
    for point in tree.iter("navpoint"):
        if (link := _pointed(point, path)) is not None:
            outer = next(point.iterancestors("navpoint"), None)
            yield link, None if outer is None else _pointed(outer, path)


def _pointed(point: Any, path: str) -> _Link | None:
    content, label = point.find("content"), point.find("navlabel")
    if content is None or not content.get("src"):
        return None
    depth = sum(1 for _ in point.iterancestors("navpoint"))
    return _link(path, content.get("src"), "" if label is None else label.text_content(), depth)
