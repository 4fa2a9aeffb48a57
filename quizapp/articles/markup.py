"""Markup that is all article, as Word documents and books have it, becomes blocks; no part of it is an advert."""

import codecs
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree, html

from quizapp.kit.errors import InputError

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr "
    "main ol p pre section table tbody tfoot thead ul".split()
)
_LINES: Final = frozenset({"li", "tr"})
_CELLS: Final = frozenset({"td", "th"})
_SILENT: Final = frozenset({"audio", "head", "iframe", "img", "math", "nav", "script", "style", "svg", "template"})
_HEADINGS: Final = ("h1", "h2", "h3")
# References to notes, numbers of printed pages and a library's own licence are no words of the article.
_NOTES: Final = frozenset({"footnote", "endnote", "rearnote"})
_FURNITURE: Final = _NOTES | {"noteref", "pagebreak", "toc", "landmarks", "page-list"}
_LICENCES: Final = frozenset({"pg-header", "pg-footer"})
_NOTE_LINK: Final = re.compile(r"#(?:footnote|endnote|fn|note)", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")


def tree_of(source: bytes | str) -> Any:
    """The tree of a document, whatever is broken in it; None when there is nothing. No entity is ever looked up.

    Raises:
        InputError: it is too deeply nested to be read to its end.
    """
    encoding = "utf-8" if isinstance(source, str) else _encoding(source)
    data = source.encode() if isinstance(source, str) else source
    parser = _parser(encoding)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # lxml's word for an empty document
        tree = None
    refuse_cut(parser)
    return tree


def refuse_cut(parser: Any) -> None:
    """Refuse what a parser has not read to its end, of which it says nothing but in its log.

    Raises:
        InputError: it came to its limits of depth and length.
        MemoryError: there was no memory left.
    """
    met = {entry.type for entry in parser.error_log}
    if etree.ErrorTypes.ERR_NO_MEMORY in met:
        raise MemoryError
    if etree.ErrorTypes.ERR_RESOURCE_LIMIT in met:
        raise InputError("this document is too deeply nested to be read; save its text as .txt")


def _parser(encoding: str) -> html.HTMLParser:
    try:
        return html.HTMLParser(encoding=encoding, no_network=True)
    except LookupError:  # Python knows it, libxml2 does not
        return html.HTMLParser(encoding="utf-8", no_network=True)


def _encoding(source: bytes) -> str:
    """XML is UTF-8 unless it begins otherwise; the books that are not say so in their first line."""
    said = re.match(rb"""\s*<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9_.-]{1,20})["']""", source)
    try:
        return codecs.lookup(said[1].decode()).name if said else "utf-8"
    except LookupError:
        return "utf-8"


def heading_of(tree: Any) -> str:
    """The first heading of the highest rank, empty where there is none."""
    for rank in _HEADINGS:
        for element in tree.iter(rank):
            if text := " ".join(element.text_content().split()):
                return text
    return ""


def blocks_of(tree: Any) -> str:
    """Headings and paragraphs as blocks, items of lists and rows of tables as lines, pictures left out."""
    return stretches_of(tree, frozenset())[0].text


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text from an anchor to the next one and how many notes it is without; what stands first has no anchor."""

    anchor: str
    text: str
    notes: int

    def after(self, other: "Stretch") -> "Stretch":
        """The same with what stands before it."""
        text = "\n\n".join(filter(None, (other.text, self.text)))
        return Stretch(self.anchor, text, other.notes + self.notes)


def stretches_of(tree: Any, anchors: AbstractSet[str]) -> list[Stretch]:
    """The blocks of a page, cut where those anchors stand that are in it; each cut is before a block."""
    walk = _Walk(anchors)
    walk.take(tree)
    walk.end("block")
    return list(walk.stretches())


class _Walk:
    """The text as it is met, cut where a block or a line of a list ends."""

    def __init__(self, anchors: AbstractSet[str]) -> None:
        self._anchors = anchors
        self._begun: dict[str, tuple[int, int]] = {"": (0, 0)}  # of each anchor, the blocks and notes before it
        self._notes = 0
        self._blocks: list[str] = []
        self._words = ""
        self._in_row = False  # what stands in the cells of a row is one line
        self._inside = False  # the block above is a list or a table, to which lines are added

    def stretches(self) -> Iterator[Stretch]:
        """The blocks from each anchor on with blank lines between them."""
        ends = [*list(self._begun.values())[1:], (len(self._blocks), self._notes)]
        for (anchor, (block, notes)), (last, noted) in zip(self._begun.items(), ends, strict=True):
            yield Stretch(anchor, "\n\n".join(self._blocks[block:last]), noted - notes)

    def take(self, element: Any) -> None:
        """An element with all it holds; what follows it is its parent's."""
        if not isinstance(element.tag, str):
            return
        if element.tag in _SILENT or _is_furniture(element):
            self._pass(element)
            return
        self._open(element.tag)
        self._meet(element)
        self._say(element.text)
        for child in element:
            self.take(child)
            self._say(child.tail)
        self._close(element.tag)

    def _meet(self, element: Any) -> None:
        """Note an anchor; what was said of its block so far is a part of that block."""
        for anchor in (element.get("id") or "", (element.get("name") or "") if element.tag == "a" else ""):
            if anchor in self._anchors and anchor not in self._begun:
                self._begun[anchor] = (len(self._blocks), self._notes)
                self._inside = False

    def _pass(self, element: Any) -> None:
        """Leave an element out, but not what leads into it."""
        self._notes += notes_in(element)
        for inner in element.iter() if self._anchors else ():
            if isinstance(inner.tag, str):
                self._meet(inner)

    def _open(self, tag: str) -> None:
        if tag in _LINES or (tag in _BLOCKS and not self._in_row):
            self.end("block")
        if tag == "tr":
            self._in_row = True
        elif tag == "br":
            self._words += "\n"

    def _close(self, tag: str) -> None:
        if tag in _LINES:
            self.end("line")
            self._in_row = False
        elif self._in_row and tag not in _CELLS:
            self._words += " " if tag in _BLOCKS else ""
        elif tag in _CELLS:
            self._words = self._words.rstrip() + " | "
        elif tag in {"ul", "ol", "table"}:
            self.end("block")
            self._inside = False
        elif tag in _BLOCKS:
            self.end("block")

    def _say(self, text: str | None) -> None:
        if text:
            self._words += _SPACES.sub(" ", text)

    def end(self, kind: str) -> None:
        """What was said so far becomes a block, or another line of the list above."""
        lines = (" ".join(line.split()).strip("| ") for line in self._words.split("\n"))
        text = "\n".join(filter(None, lines))
        self._words = ""
        if not text:
            return
        if kind == "line" and self._inside:
            self._blocks[-1] += "\n" + text
        else:
            self._blocks.append(text)
        self._inside = kind == "line"


def kinds_of(element: Any) -> list[str]:
    """What an element of a book says it is, in the words of EPUB 3."""
    return (element.get("epub:type") or "").split() + (element.get("role") or "").removeprefix("doc-").split()


def notes_in(tree: Any) -> int:
    """How many notes stand in a page, which `blocks_of` leaves out."""
    return sum(bool(_NOTES.intersection(kinds_of(element))) for element in tree.iter() if isinstance(element.tag, str))


def _is_furniture(element: Any) -> bool:
    if (
        _FURNITURE.intersection(kinds_of(element))
        or element.get("id") in _LICENCES
        or element.get("hidden") is not None
    ):
        return True
    return element.tag == "sup" and any(_NOTE_LINK.search(link.get("href") or "") for link in element.iter("a"))
