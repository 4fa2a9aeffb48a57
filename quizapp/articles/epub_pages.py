"""The pages of an EPUB book in reading order: what its table of contents calls them, and which are no text."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from quizapp.articles.markup import blocks_of, heading_of, kinds_of, notes_in, tree_of
from quizapp.articles.zipped import Archive

NAMES: Final = {
    "box": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_TYPES: Final = frozenset({"application/xhtml+xml", "text/html"})
_NCX: Final = "application/x-dtbncx+xml"
_FRONT: Final = {
    "cover": "the cover", "titlepage": "the title page", "title page": "the title page", "half title": "the title page",
    "halftitlepage": "the title page", "halftitle": "the title page", "half title page": "the title page",
    "copyright": "the copyright page", "copyright page": "the copyright page", "toc": "the table of contents",
    "contents": "the table of contents", "table of contents": "the table of contents", "loi": "a list of pictures",
    "lot": "a list of tables",
}  # fmt: skip
"""What pages are called that hold no text of the book: by EPUB 3 (epub:type), EPUB 2 (guide) and their own headings."""
_ASIDE: Final = "what stands outside the reading order"
_RIGHTS: Final = re.compile(r"all rights reserved|\bisbn\b|©|\(c\) \d{4}", re.IGNORECASE)
_IMPRINT: Final = 400
"""Words; a page that claims rights, is no longer than that and stands in no table of contents is an imprint."""
_BY: Final = frozenset("a an and by edited of the translated".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPage:
    """A page of the spine: `name` is its heading, else what the table of contents calls it, else empty.

    `listed` is whether the table of contents leads to it, `front` what it is where it is no text of the book, `notes`
    how many notes were left out of its text.
    """

    name: str
    text: str
    headed: bool
    listed: bool
    front: str
    notes: int


def pages_of(archive: Archive, folder: str, package: Any, *, about: str) -> list[BookPage]:
    """All pages in reading order, those outside of it last; `about` is what the book says of itself, in words.

    Raises:
        InputError: a page is missing or damaged.
    """
    labels = _contents(archive, folder, package)
    guide = {
        _path(folder, ref.get("href")): (ref.get("type") or "").replace("-", " ")
        for ref in package.iterfind(".//opf:guide/opf:reference", NAMES)
    }
    pages = []
    for path, is_linear in _spine(folder, package):
        tree = tree_of(archive.read(path))
        label, heading = labels.get(path, ""), "" if tree is None else heading_of(tree)
        text = "" if tree is None else blocks_of(tree)
        called = [*_kinds(tree), guide.get(path, ""), heading, label, posixpath.splitext(posixpath.basename(path))[0]]
        front = next((_FRONT[name] for name in map(_plain, called) if name in _FRONT), "")
        page = BookPage(
            name=heading or label,
            text=text,
            headed=bool(heading),
            listed=path in labels,
            front=front or _imprint(text, about, listed=path in labels) or ("" if is_linear else _ASIDE),
            notes=0 if tree is None else notes_in(tree),
        )
        pages.append(page)
    return pages


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^a-z]+", " ", name.lower()).split())


def _kinds(tree: Any) -> Iterator[str]:
    """What a page says it is: its body, and the one element in it that holds words."""
    body = None if tree is None else tree.find(".//body")
    if body is None:
        return
    yield from kinds_of(body)
    sections = [child for child in body if isinstance(child.tag, str) and child.text_content().strip()]
    if len(sections) == 1:
        yield from kinds_of(sections[0])


def _imprint(text: str, about: str, *, listed: bool) -> str:
    """What a page is that does not say it: of what the book says of itself alone, or of rights."""
    words = {_plain(word) for word in text.split()} - _BY - {""}
    if words and words <= {_plain(word) for word in about.split()}:
        return "the title page"
    if not listed and len(text.split()) <= _IMPRINT and _RIGHTS.search(text):
        return "the copyright page"
    return ""


def _path(folder: str, href: str | None) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote((href or "").partition("#")[0])))


def _spine(folder: str, package: Any) -> Iterator[tuple[str, bool]]:
    """The paths of what is read in turn, without the list of contents; whether each belongs to the reading order."""
    pages = {
        item.get("id"): item.get("href")
        for item in package.iterfind(".//opf:manifest/opf:item", NAMES)
        if item.get("media-type") in _TYPES and "nav" not in (item.get("properties") or "").split()
    }
    refs = list(package.iterfind(".//opf:spine/opf:itemref", NAMES))
    linear = {ref.get("idref"): ref.get("linear") != "no" for ref in refs}  # each page once, however often it is named
    for key in sorted(linear, key=lambda key: not linear[key]):
        if pages.get(key):
            yield _path(folder, pages[key]), linear[key]


def _contents(archive: Archive, folder: str, package: Any) -> dict[str, str]:
    """The paths that the table of contents leads to, and what it calls each first: EPUB 3's, else EPUB 2's."""
    items = list(package.iterfind(".//opf:manifest/opf:item", NAMES))
    navs = [item for item in items if "nav" in (item.get("properties") or "").split()]
    for item in [*navs, *(item for item in items if item.get("media-type") == _NCX)]:
        path = _path(folder, item.get("href"))
        tree = tree_of(archive.read(path)) if path in archive.names else None
        found: dict[str, str] = {}
        for href, label in () if tree is None else (*_links(tree), *_points(tree)):
            found.setdefault(_path(posixpath.dirname(path), href), " ".join(label.split()))
        if found:
            return found
    return {}


def _links(tree: Any) -> Iterator[tuple[str, str]]:
    """What a navigation document leads to."""
    for nav in tree.iter("nav"):
        if "toc" in kinds_of(nav):
            yield from ((link.get("href"), link.text_content()) for link in nav.iter("a") if link.get("href"))


def _points(tree: Any) -> Iterator[tuple[str, str]]:
    """What an NCX leads to; read as the markup of pages, whose names have no capitals."""
    for point in tree.iter("navpoint"):
        content, label = point.find("content"), point.find("navlabel")
        if content is not None and content.get("src"):
            yield content.get("src"), "" if label is None else label.text_content()
