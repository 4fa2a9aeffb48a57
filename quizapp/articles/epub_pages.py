"""The pages of an EPUB book in reading order: what its table of contents calls them, and which are no text."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from quizapp.articles.epub_contents import NAMES, Entry, contents_of, path_of
from quizapp.articles.markup import Stretch, heading_of, kinds_of, stretches_of, tree_of
from quizapp.articles.zipped import Archive

_TYPES: Final = frozenset({"application/xhtml+xml", "text/html"})
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
FEWEST: Final = 60
"""Words; what is shorter and stands before the first chapter is no text of the book."""
_BY: Final = frozenset("a an and by edited of the translated".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPage:
    """A page of the spine: `name` is its heading, else what the table of contents calls it, else empty.

    `listed` is whether the table of contents leads to it, `front` what it is where it is no text of the book, `notes`
    how many notes were left out of its text. `cut` is whether it is a piece of a page, `depth` under how many entries
    the table of contents has it, and `part` whether it is called a part of the book, of which others are the chapters.
    """

    name: str
    text: str
    headed: bool
    listed: bool
    front: str
    notes: int
    cut: bool
    depth: int
    part: bool


def pages_of(archive: Archive, folder: str, package: Any, *, about: str) -> list[BookPage]:
    """All pages in reading order, those outside of it last; `about` is what the book says of itself, in words.

    Raises:
        InputError: a page is missing or damaged, or declares entities.
    """
    contents = contents_of(archive, folder, package)
    guide = {
        path_of(folder, ref.get("href")): (ref.get("type") or "").replace("-", " ")
        for ref in package.iterfind(".//opf:guide/opf:reference", NAMES)
    }
    pages: list[BookPage] = []
    for path, is_linear in _spine(folder, package):
        tree = tree_of(archive.page(path))
        entries = contents.get(path, ())
        called = [*_kinds(tree), guide.get(path, ""), posixpath.splitext(posixpath.basename(path))[0]]
        found = _chapters_in(tree, entries, called, about)
        pages += [page if is_linear or page.front else replace(page, front=_ASIDE) for page in found]
    return pages


def _chapters_in(tree: Any, entries: Sequence[Entry], called: Sequence[str], about: str) -> Iterator[BookPage]:
    """A page as one, or cut where the table of contents leads into it; what stands before that goes on from before."""
    stretches = [] if tree is None else stretches_of(tree, {entry.anchor for entry in entries} - {""})
    first, *more = stretches or [Stretch("", "", 0)]
    there = {entry.anchor: entry for entry in entries}
    if more and "" not in there and _is_heading(first.text):  # of which the anchor is a part
        first, *more = more[0].after(first), *more[1:]
    if not more:
        entry, heading = entries[0] if entries else None, "" if tree is None else heading_of(tree)
        yield _page(first, entry, heading=heading, called=called, about=about, cut=False)
        return
    yield _page(first, there.get(first.anchor), called=called, about=about)
    for stretch in more:
        yield _page(stretch, there[stretch.anchor], about=about)


def _is_heading(text: str) -> bool:
    """Whether what stands before an anchor is a heading; the end of a chapter may be as short, and has a full stop."""
    return len(text.split()) < FEWEST and not any(_SENTENCE.search(line) for line in text.split("\n"))


_SENTENCE: Final = re.compile(r"[.!?…][\"”’)\]]*$")


def _page(
    stretch: Stretch,
    entry: Entry | None,
    *,
    heading: str = "",
    called: Sequence[str] = (),
    about: str,
    cut: bool = True,
) -> BookPage:
    label, listed = entry.label if entry else "", entry is not None
    front = next((_FRONT[name] for name in map(_plain, (*called, heading, label)) if name in _FRONT), "")
    return BookPage(
        name=heading or label,
        text=stretch.text,
        headed=bool(heading or stretch.anchor),
        listed=listed,
        front=front or _imprint(stretch.text, about, listed=listed),
        notes=stretch.notes,
        cut=cut,
        depth=entry.depth if entry else 0,
        part=bool(_PART.match(heading) or _PART.match(label)),
    )


_PART: Final = re.compile(
    r"\s*(?:act|book|part|volume)\s+(?:the\s+\w+|[ivxlc]+|[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten)\b(?!\s+of)",
    re.IGNORECASE,
)
"""“Part I”, “Book the First”; not “Part of me”."""


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
            yield path_of(folder, pages[key]), linear[key]
