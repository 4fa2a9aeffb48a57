"""Questions of a bank that lie near each other: in the same paragraph, or asking nearly the same."""

from collections import defaultdict
from functools import lru_cache
from typing import Final

from quizapp.model.item import Bank, Item, Status
from quizapp.usecases.drafting import Draft
from quizapp.writing.phrases import content_words

NEARLY: Final = 0.75
"""Share of their words that two questions have in common when they ask nearly the same; the shipped banks have none."""


class Neighbours:
    """The questions of one bank by the paragraph of their evidence."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._by_paragraph: dict[int, list[int]] = defaultdict(list)
        for number, item in enumerate(bank.items):
            for paragraph in self._paragraphs(item):
                self._by_paragraph[paragraph].append(number)

    def beside(self, of: Item | Draft) -> tuple[int, ...]:
        """The questions, from 0, with evidence in the same paragraph."""
        return tuple(sorted({number for place in self._paragraphs(of) for number in self._by_paragraph[place]}))

    def close_to(self, draft: Draft, item_id: str) -> int | None:
        """The first other question, from 1, that is not dropped and asks nearly the same about the same paragraph."""
        words = _words(draft.stem)
        for number in self.beside(draft):
            other = self._bank.items[number]
            if other.id == item_id or other.status is Status.DROPPED or other.kind != draft.kind:
                continue
            shared, every = words & _words(other.stem), words | _words(other.stem)
            if every and len(shared) / len(every) >= NEARLY:
                return number + 1
        return None

    def _paragraphs(self, of: Item | Draft) -> set[int]:
        return {self._bank.article.paragraph_of(each.span) for each in of.evidence}


@lru_cache(maxsize=4_096)
def _words(stem: str) -> frozenset[str]:
    return frozenset(content_words(stem))
