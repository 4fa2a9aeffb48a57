"""Which items a sitting asks and in which order; luck comes from the sitting's seed alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from quizapp.kit.chance import dice
from quizapp.model.item import Item, MatchingItem, OrderingItem, TrueFalseItem, options_of
from quizapp.model.memory import Card, ItemKey
from quizapp.scheduling.forecast import due_from, is_due

APART: Final = 3
"""How many other questions stand between two about one fact, where there are enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An item that may be asked: the fact it is about, its place in its bank, and its card unless it is new."""

    key: ItemKey
    fact: str
    rank: int
    card: Card | None


def study_queue(candidates: Iterable[Candidate], *, now: datetime, limit: int, seed: int) -> tuple[ItemKey, ...]:
    """What is due, mixed by the seed, and then what is new in the order of its bank, up to a limit of questions.

    Siblings, which ask about the same fact, are new on different days where there is something else to ask.
    """
    everything = list(candidates)
    due = _due(everything, now)[:limit]
    dice(seed, "order").shuffle(due)
    fresh = sorted((item for item in everything if item.card is None), key=lambda item: (item.rank, item.key))
    chosen = [*due, *_one_a_fact_first(fresh, taken={item.fact for item in due})][:limit]
    return tuple(item.key for item in _spread(chosen))


def practice_queue(candidates: Iterable[Candidate], *, limit: int, seed: int) -> tuple[ItemKey, ...]:
    """Anything at all, mixed by the seed, up to a limit of questions."""
    chosen = sorted(candidates, key=lambda item: item.key)
    dice(seed, "order").shuffle(chosen)
    return tuple(item.key for item in _spread(chosen[:limit]))


def options_in_order(item: Item, *, key: ItemKey, seed: int) -> tuple[str, ...]:
    """The options of an item as one sitting shows them; empty for what is typed."""
    options = list(options_of(item))
    if isinstance(item, TrueFalseItem):
        return tuple(options)
    dice(seed, "options", key.article, key.item).shuffle(options)
    if isinstance(item, OrderingItem | MatchingItem) and tuple(options) == options_of(item):
        options = [*options[1:], options[0]]  # in order already there would be nothing to do
    return tuple(options)


def _due(candidates: Sequence[Candidate], now: datetime) -> list[Candidate]:
    """What is due, the longest overdue first."""
    due = [(due_from(item.card, now), item.key, item) for item in candidates if item.card and is_due(item.card, now)]
    return [item for _, _, item in sorted(due, key=lambda one: one[:2])]


def _one_a_fact_first(candidates: Sequence[Candidate], *, taken: set[str]) -> list[Candidate]:
    first: list[Candidate] = []
    siblings: list[Candidate] = []
    for item in candidates:
        (siblings if item.fact in taken else first).append(item)
        taken.add(item.fact)
    return [*first, *siblings]


def _spread(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same in the same order, but siblings apart: each place takes the first that has no sibling just before."""
    waiting = list(candidates)
    placed: list[Candidate] = []
    while waiting:
        near = {item.fact for item in placed[-APART:]}
        place = next((index for index, item in enumerate(waiting) if item.fact not in near), 0)
        placed.append(waiting.pop(place))
    return placed
