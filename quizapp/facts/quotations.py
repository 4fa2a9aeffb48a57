"""Quotations: where direct speech opens and closes, also across paragraphs."""

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


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """All quotations in reading order; a mark without its partner within four paragraphs opens nothing."""
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
    return tuple(quotation for quotation in found if article.at(quotation.inner).strip())


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
