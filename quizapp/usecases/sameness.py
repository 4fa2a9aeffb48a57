"""What of a learner's memory is about the questions as they are now: a changed key is another question."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quizapp.model.memory import Card, ItemKey, Review, is_about

if TYPE_CHECKING:
    from quizapp.model.item import Bank

Asked = Callable[[ItemKey], tuple[str, ...]]
"""The fingerprints of a question as it is now; none of one that is not there, about which everything counts."""


class Memory(NamedTuple):
    """The cards that count, and the items that have a card of another key, which start anew."""

    cards: Mapping[ItemKey, Card]
    changed: frozenset[ItemKey]


def asked_in(banks: "Iterable[Bank]") -> Asked:
    """The fingerprints of banks' items, each worked out when it is first wanted."""
    from quizapp.model.fingerprint import fingerprints  # with every kind of item, of which a list needs none

    items = {ItemKey(bank.article.id, item.id): item for bank in banks for item in bank.items}

    @cache
    def asked(key: ItemKey) -> tuple[str, ...]:
        return fingerprints(items[key]) if key in items else ()

    return asked


def memory_of(cards: Mapping[ItemKey, Card], asked: Asked) -> Memory:
    """Tell the cards that count from those of another key."""
    changed = frozenset(key for key, card in cards.items() if not is_still_asked(key, card.fingerprint, asked))
    return Memory(cards={key: card for key, card in cards.items() if key not in changed}, changed=changed)


def about_these(answers: Iterable[Review], asked: Asked) -> tuple[Review, ...]:
    """The answers without those to another key."""
    return tuple(answer for answer in answers if is_still_asked(answer.key, answer.fingerprint, asked))


def is_still_asked(key: ItemKey, fingerprint: str, asked: Asked) -> bool:
    """Whether what was asked then, by its fingerprint, is what the question asks now; also where it is gone."""
    now = asked(key)
    return not now or is_about(fingerprint, now)
