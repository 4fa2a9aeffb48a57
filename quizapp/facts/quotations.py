"""Quotations: where direct speech opens and closes, also across paragraphs and between single marks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from quizapp.model.article import Article, Span

_OPENING: Final = "“„«"
_CLOSING: Final = "”»"
_STRAIGHT: Final = '"'
_MOST_PARAGRAPHS: Final = 4
"""Paragraphs a quotation may run over before its opening mark is taken for a slip."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The text between two marks (`inner`) and with them (`outer`)."""

    inner: Span
    outer: Span
    single: bool = False


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """All quotations in reading order; one that stands in another is a part of it."""
    double = _in_double_marks(article)
    single = [q for paragraph in article.paragraphs for q in _in_single_marks(article.text, paragraph)]
    around = Meeting(double)
    whole = [q for q in single if all(q.inner.holds(d.outer) for d in around.of(q.outer))]
    inside = Meeting(whole)
    kept = [d for d in double if not any(q.inner.holds(d.outer) for q in inside.of(d.outer))]
    return tuple(sorted([*kept, *whole], key=lambda q: q.outer.start))


class Meeting:
    """Quotations that do not overlap, in reading order, asked which of them share a character with a span."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        """Note where each begins; of a book with thousands none is then looked at in vain."""
        self._quotations = quotations
        self._starts = [q.outer.start for q in quotations]

    def of(self, span: Span) -> tuple[Quotation, ...]:
        """Those that meet a span stand side by side."""
        low = max(0, bisect_right(self._starts, span.start) - 1)
        high = bisect_right(self._starts, span.end)
        return tuple(q for q in self._quotations[low:high] if q.outer.meets(span))


def words_of(article: Article, quotation: Quotation) -> str:
    """The words of a quotation on one line: no marks repeated at paragraphs, what it quotes itself in single marks."""
    text = re.sub(r"\n\s*[“\"]", "\n", article.at(quotation.inner))
    text = re.sub(r"[“\"]([^”\"]*)[”\"]", r"‘\1’", " ".join(text.split()))
    return re.sub(r",(['’])$", r"\1", text.strip(" ,.;"))


# -- single marks, which may be apostrophes

_SINGLE_OPENING: Final = re.compile(r"(?<![\w’'])[‘'](?=[^\W\d])")
_SINGLE_CLOSING: Final = re.compile(r"(?<=[\w.,?!…])[’'](?!\w)")
_CLIPPED: Final = re.compile(r"(?:tis|twas|em|til|cause|n)\b", re.IGNORECASE)
"""Words that are written with an apostrophe in front."""
_STOPS: Final = ".,;:?!…)"


def _in_single_marks(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Quotations between single marks; an apostrophe neither opens nor, if it can be told, closes one."""
    at = paragraph.start
    while opening := _SINGLE_OPENING.search(text, at, paragraph.end):
        at = opening.end()
        if _CLIPPED.match(text, at):
            continue
        following = _SINGLE_OPENING.search(text, at, paragraph.end)
        limit = following.start() if following else paragraph.end
        closing = _closing(text, [m.start() for m in _SINGLE_CLOSING.finditer(text, at, limit)], text[opening.start()])
        if closing is not None:
            yield Quotation(Span(at, closing), Span(opening.start(), closing + 1), single=True)
            at = closing + 1


def _closing(text: str, marks: list[int], opening: str) -> int | None:
    """The mark that closes: the first beside a stop, since “the boys’ boats” has none; a straight one needs it."""
    sure = [m for m in marks if text[m - 1] in _STOPS or (text[m + 1 : m + 2] or ".") in _STOPS]
    if sure:
        return sure[0]
    return marks[-1] if marks and opening == "‘" else None


# -- double marks


def _in_double_marks(article: Article) -> list[Quotation]:
    """Quotations between double marks; a mark without its partner within four paragraphs opens nothing."""
    found: list[Quotation] = []
    opened: tuple[int, int, str] | None = None  # offset of the mark, paragraph, mark
    for number, paragraph in enumerate(article.paragraphs):
        if opened and number - opened[1] >= _MOST_PARAGRAPHS:
            opened = None
        marks = _marks(article.text, paragraph)
        if opened and not _may_close(marks, opened[2], reopened=bool(marks) and marks[0][0] == paragraph.start):
            opened = None
        for offset, mark in marks:
            if opened is None:
                if _opens(article.text, offset, mark):
                    opened = (offset, number, mark)
            elif mark in _OPENING or (offset == paragraph.start and mark == _STRAIGHT):
                continue  # a quotation that goes on repeats its opening mark at each paragraph
            else:
                found.append(Quotation(Span(opened[0] + 1, offset), Span(opened[0], offset + 1)))
                opened = None
    return [quotation for quotation in found if article.at(quotation.inner).strip()]


def _marks(text: str, paragraph: Span) -> list[tuple[int, str]]:
    return [
        (offset, text[offset])
        for offset in range(paragraph.start, paragraph.end)
        if text[offset] in _OPENING or text[offset] in _CLOSING or text[offset] == _STRAIGHT
    ]


def _opens(text: str, offset: int, mark: str) -> bool:
    if mark in _OPENING:
        return True
    after = text[offset + 1 : offset + 2]
    return mark == _STRAIGHT and bool(after) and not after.isspace()


def _may_close(marks: list[tuple[int, str]], opening: str, *, reopened: bool) -> bool:
    """Whether the next paragraph goes on with the quotation: odd straight marks, or a closing mark."""
    if opening == _STRAIGHT:
        return reopened or sum(mark == _STRAIGHT for _, mark in marks) % 2 == 1
    return any(mark in _CLOSING for _, mark in marks) or not marks
