"""Lines as they are set on pages become paragraphs: heads and feet left out, words that were divided made whole."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from statistics import median
from typing import Final

from quizapp.articles.bylines import is_head
from quizapp.articles.extract import BLANK
from quizapp.model.article import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text, where its first letter stands in points from below, and the size of its letters in points."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with its lines in the order in which it draws them."""

    name: str
    lines: tuple[Line, ...]


_OUTER: Final = 2
"""Lines at the top and at the bottom among which running heads and feet are looked for."""
_NUMBER: Final = re.compile(
    r"(?i)[–—\-\s|]*(?:page|p\.)?\s*"
    r"(?:(?!1\d{3}\b|20\d\d\b)\d{1,4}|(?=[ivxlc])l?x{0,4}(?:ix|iv|v?i{0,3}))(?:\s*(?:/|of)\s*\d{1,4})?[–—\-\s|]*"
)
"""A page's number alone. What ends with a full stop, or is a year, ends the page's last sentence."""
_PRINTED: Final = re.compile(r"(?:https?|file)://\S+(?:\s+\d+/\d+)?|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}.*")
"""What browsers print around a page."""
_LEADERS: Final = re.compile(r"(?:\s?[.…·]){5,}\s*[\divxlc]*$")
"""What leads from a heading to its page in a list of contents."""
_DIGITS: Final = re.compile(r"\d+")
_BULLET: Final = re.compile(r"[•▪‣◦●∙·*–—-]\s+(?=\S)")
_ENDS: Final = re.compile(r"[.!?:…][”\"’')\]]*$")
_DIVIDED: Final = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_WORD: Final = 100  # characters of the end of a line in which half a word is looked for
_GAP: Final = 1.25  # of the usual distance of lines: more is a new paragraph
_FAR: Final = 3  # sizes: lines further apart are not neighbours
_INDENT: Final = 0.7  # of the size
_OTHER_SIZE: Final = 0.08  # of the size: more is a heading or a note
_SHORT: Final = 0.75  # of the usual length: a line that ends a sentence so early ends a paragraph
_NOTE: Final = 0.92  # of the body's size: smaller text at the foot is a note, and comes after the rest
_HEAD: Final = 600  # characters among which byline and date stand
_TITLE: Final = 200  # characters
_LIGATURES: Final = re.compile("[\ufb00-\ufb06]")


def rebuilt(pages: Sequence[Page]) -> tuple[str, tuple[Part, ...]]:
    """The text in paragraphs, and where each page begins in it."""
    clean = [_clean(page) for page in pages]
    body = _usual_size([line for page in clean for line in page.lines])
    kept = _without_furniture(clean, body)
    lines = [(line, page.name) for page in kept for line in page.lines]
    if not lines:
        return "", ()
    feet = {line for page in kept for line in _notes(page, body)}
    notes = [pair for pair in lines if pair[0] in feet]
    main = [pair for pair in lines if pair[0] not in feet]
    return _Paragraphs(main, notes).joined()


def headline(pages: Sequence[Page]) -> str:
    """The largest text of the first page, where it stands out; else nothing."""
    lines = _clean(pages[0]).lines if pages else ()
    if not lines:
        return ""
    largest = max(line.size for line in lines)
    if largest <= _usual_size(lines) * (1 + _OTHER_SIZE):
        return ""
    text = " ".join(line.text for line in lines if line.size > largest * (1 - _OTHER_SIZE))
    return text if len(text) <= _TITLE else ""


def _clean(page: Page) -> Page:
    """Ligatures become letters; where words may be divided but are not is no part of them."""
    return replace(page, lines=tuple(replace(line, text=_letters(line.text)) for line in page.lines))


def _letters(text: str) -> str:
    whole = text[:-1].replace("\u00ad", "") + text[-1:]
    return _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), whole)


def _notes(page: Page, body: float) -> Iterator[Line]:
    """The small lines at the foot of a page; small ones further up are quotations and captions, and stay."""
    upwards = sorted(page.lines, key=lambda line: line.y)
    return takewhile(lambda line: line.size < _NOTE * body, upwards)


def _without_furniture(pages: Sequence[Page], body: float) -> list[Page]:
    """Leave out numbers of pages, lists of contents, and what the edges of several pages share but for its digits."""
    outer = [_outer(page) for page in pages]
    often = _often([{_shape(line) for line in lines} for lines in outer])
    large = [_large(page, body) for page in pages]
    large_often = _often([set(keys.values()) for keys in large])
    return [
        replace(
            page,
            lines=tuple(
                line
                for line in page.lines
                if not _is_furniture(line, edge, often, body) and keys.get(line, "") not in large_often
            ),
        )
        for page, edge, keys in zip(pages, outer, large, strict=True)
    ]


def _often(shared: Sequence[AbstractSet[str]]) -> set[str]:
    """What a third of the pages have, and more than one."""
    seen = Counter(key for keys in shared for key in keys)
    return {key for key, times in seen.items() if times > 1 and times * 3 >= len(shared)}


def _large(page: Page, body: float) -> dict[Line, str]:
    """The lines in larger letters above or below all of the text, and what other pages have to share with them.

    That is their size and, of a foot, all but its digits; of a head every letter, for headings differ in their numbers.
    """
    text = [line.y for line in page.lines if abs(line.size - body) <= _OTHER_SIZE * body]
    large = [line for line in page.lines if text and line.size > body * (1 + _OTHER_SIZE)]
    feet = {line: f"foot {line.size:.0f} {_shape(line)}" for line in large if line.y < min(text)}
    return feet | {line: f"head {line.size:.0f} {line.text}" for line in large if line.y > max(text)}


def _outer(page: Page) -> set[Line]:
    ordered = sorted(page.lines, key=lambda line: line.y)
    return {*ordered[:_OUTER], *ordered[-_OUTER:]}


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.text.casefold())


def _is_furniture(line: Line, edge: set[Line], often: set[str], body: float) -> bool:
    """Whether a line is no part of the text; a title stays, though the heads of the pages repeat it."""
    if _LEADERS.search(line.text):
        return True
    if line not in edge or line.size > body * (1 + _OTHER_SIZE):
        return False
    return _shape(line) in often or bool(_NUMBER.fullmatch(line.text) or _PRINTED.fullmatch(line.text))


def _usual_size(lines: Sequence[Line]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _unmarked(text: str) -> str:
    """A line without the mark of a list that it begins with."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text


class _Paragraphs:
    """Lines joined to paragraphs; whether a division was a hyphen is told by the rest of the text."""

    def __init__(self, main: Sequence[tuple[Line, str]], notes: Sequence[tuple[Line, str]]) -> None:
        lines = [line for line, _ in (*main, *notes)]
        self._runs = (main, notes)
        self._words = {word.casefold() for line in lines for word in _WORD.findall(line.text)}
        self._length = median(len(line.text) for line in lines)
        self._leading = self._usual_leading(lines)
        self._done: list[str] = []  # a text that grew would be copied for each line of a book
        self._open = ""
        self._at = 0  # where the open paragraph begins
        self._parts: list[Part] = []

    @staticmethod
    def _usual_leading(lines: Sequence[Line]) -> float:
        """The distance of lines, in sizes."""
        gaps = [(before.y - after.y) / after.size for before, after in pairwise(lines) if after.size]
        near = [gap for gap in gaps if 0 < gap < _FAR]
        return median(near) if near else 0.0

    def joined(self) -> tuple[str, tuple[Part, ...]]:
        """The text, and where the pages begin in it."""
        for run in self._runs:
            begun: set[str] = set()  # notes begin their pages again
            for before, (line, page) in zip((None, *(line for line, _ in run)), run, strict=False):
                self._add(before, line)
                if page not in begun:
                    self._begin(page, line)
                    begun.add(page)
        return BLANK.join([*self._done, self._open]), tuple(self._parts)

    def _begin(self, page: str, line: Line) -> None:
        at = self._at + len(self._open) - len(_unmarked(line.text))
        last = self._parts[-1] if self._parts else None
        if last is None or (at > last.at and page != last.name):
            self._parts.append(Part(at=max(at, 0), name=page))

    def _add(self, before: Line | None, line: Line) -> None:
        text = _unmarked(line.text)
        if before is None:
            self._start(text)
        elif text != line.text and self._in_list(before, line):
            self._open += "\n" + text
        elif text != line.text or self._is_new(before, line):
            self._start(text)
        else:
            self._continue(text)

    def _start(self, text: str) -> None:
        if self._open:
            self._done.append(self._open)
            self._at += len(self._open) + len(BLANK)
        self._open = text

    def _in_list(self, before: Line, line: Line) -> bool:
        return "\n" in self._open or bool(_BULLET.match(before.text))

    def _is_new(self, before: Line, line: Line) -> bool:
        """Whether a line begins a paragraph."""
        if abs(line.size - before.size) > _OTHER_SIZE * before.size:
            return True
        if self._at + len(self._open) < _HEAD and (is_head(before.text) or is_head(line.text)):
            return True
        ended = bool(_ENDS.search(before.text))
        drop = (before.y - line.y) / (line.size or 1)
        if drop < 0 or drop > 2 * _FAR:  # the next column or page
            return ended or (line.text[:1].isupper() and len(before.text) < _SHORT * self._length)
        if drop > _GAP * self._leading:
            return True
        indented = line.x - before.x > _INDENT * line.size and not _BULLET.match(before.text)
        return indented or (ended and len(before.text) < _SHORT * self._length)

    def _continue(self, text: str) -> None:
        divided = _DIVIDED.search(self._open, max(0, len(self._open) - _LONGEST_WORD))
        rest = _WORD.match(text)
        if divided is None:
            self._open += " " + text
            return
        if rest is None or not (text[:1].islower() or (divided[1].isupper() and rest[0].isupper())):
            self._open += text  # “Anglo-” and “French”, “mid-” and “1858”
            return
        whole, hyphened = divided[1] + rest[0], f"{divided[1]}-{rest[0]}"
        keeps = hyphened.casefold() in self._words and whole.casefold() not in self._words
        self._open = self._open[:-1] + ("-" if keeps else "") + text
