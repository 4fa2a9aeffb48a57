"""Which items a sitting asks and in which order; luck comes from the sitting's seed alone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from math import ceil
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from quizapp.kit.chance import dice
from quizapp.model.aim import NEW_A_DAY, USUAL_AIM, USUAL_LIMITS, Aim, Limits
from quizapp.model.form import Form
from quizapp.model.memory import Card, ItemKey, Stage
from quizapp.scheduling.aiming import aimed
from quizapp.scheduling.forecast import due_from
from quizapp.sessions.failing import is_failing, is_never_learnt

if TYPE_CHECKING:
    from quizapp.model.item import Item

APART: Final = 3
"""How many other questions stand between two about one fact in practice, where there are enough."""


class Candidate(NamedTuple):
    """An item that may be asked: its fact, its place in its bank, its form, and its card unless it is new."""

    key: ItemKey
    fact: str
    rank: int
    card: Card | None
    form: Form = Form.PICKED


class Done(NamedTuple):
    """What the schedule has asked today: how many new and how many due items, and which ones of each fact."""

    new: int = 0
    due: int = 0
    asked: Mapping[str, frozenset[ItemKey]] = MappingProxyType({})


NOTHING_YET: Final = Done()


class Waiting(NamedTuple):
    """What is still to be asked today: due, the longest overdue first, and new in the order of the banks.

    `unseen` counts every new item, also those that have to wait for another day.
    """

    due: tuple[Candidate, ...]
    new: tuple[Candidate, ...]
    unseen: int


def done_today(candidates: Iterable[Candidate], answered: Iterable[ItemKey]) -> Done:
    """What was asked today, from the scheduled answers of the day; an item all of whose answers are today's was new."""
    times = Counter(answered)
    today = [item for item in candidates if item.key in times]
    new = sum(item.card is None or item.card.reviews <= times[item.key] for item in today)
    asked: dict[str, frozenset[ItemKey]] = {}
    for item in today:
        asked[item.fact] = asked.get(item.fact, frozenset()) | {item.key}
    return Done(new=new, due=len(today) - new, asked=asked)


def waiting(
    candidates: Iterable[Candidate],
    *,
    now: datetime,
    limits: Limits = USUAL_LIMITS,
    aim: Aim = USUAL_AIM,
    done: Done = NOTHING_YET,
) -> Waiting:
    """What today still holds: within the day's limits, and of each fact one item a day; its siblings wait.

    An item missed a while ago comes back on the same day whatever the limits. `now` knows the learner's time zone.
    """
    everything = [_aimed(item, aim, now) for item in candidates]
    fresh = sorted((item for item in everything if item.card is None), key=lambda item: (item.rank, item.key))
    taken: set[str] = set()
    due = _one_a_fact(_otherwise(_due(everything, now), everything, done), taken, done)
    new = _one_a_fact(fresh, taken, done)
    return Waiting(
        due=_within_the_day(due, limits, done),
        new=tuple(new[: max(0, _new_a_day(limits, aim, now, unseen=len(fresh) + done.new) - done.new)]),
        unseen=len(fresh),
    )


def study_queue(
    candidates: Iterable[Candidate],
    *,
    now: datetime,
    seed: int,
    limits: Limits = USUAL_LIMITS,
    aim: Aim = USUAL_AIM,
    done: Done = NOTHING_YET,
) -> tuple[ItemKey, ...]:
    """What is due, mixed by the seed, and then what is new in the order of its bank; never two about one fact."""
    today = waiting(candidates, now=now, limits=limits, aim=aim, done=done)
    due = mixed([item.key for item in today.due[: limits.questions]], seed)
    return tuple([*due, *(item.key for item in today.new)][: limits.questions])


def mixed(due: Iterable[ItemKey], seed: int) -> list[ItemKey]:
    """What is due in the order in which a sitting asks it."""
    order = list(due)
    dice(seed, "order").shuffle(order)
    return order


def longest_due(
    candidates: Sequence[Candidate],
    siblings: Iterable[Candidate],
    *,
    now: datetime,
    limits: Limits = USUAL_LIMITS,
    done: Done = NOTHING_YET,
) -> tuple[Candidate, ...]:
    """How `waiting().due` begins, for the usual aim, as long as the day's limit is not reached.

    Args:
        candidates: the first items in the order of the instants from which they are due, and of their keys.
        siblings: every item about a fact of theirs that keeps failing.
        now: an instant that knows the learner's time zone.
        limits: those of the day.
        done: what the schedule has asked today.
    """
    due = _otherwise(_due(candidates, now), siblings, done)
    return _within_the_day(_one_a_fact(due, set(), done), limits, done)


def options_in_order(item: "Item", *, key: ItemKey, seed: int) -> tuple[str, ...]:
    """The options of an item as one sitting shows them; empty for what is typed."""
    from quizapp.model.item import MatchingItem, OrderingItem, TrueFalseItem, options_of  # a list needs none of them

    options = list(options_of(item))
    if isinstance(item, TrueFalseItem):
        return tuple(options)
    dice(seed, "options", key.article, key.item).shuffle(options)
    if isinstance(item, OrderingItem | MatchingItem) and tuple(options) == options_of(item):
        options = [*options[1:], options[0]]  # in order already there would be nothing to do
    return tuple(options)


def spread(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same in the same order, but siblings apart: each place takes the first that has no sibling just before."""
    left = list(candidates)
    placed: list[Candidate] = []
    while left:
        near = {item.fact for item in placed[-APART:]}
        place = next((index for index, item in enumerate(left) if item.fact not in near), 0)
        placed.append(left.pop(place))
    return placed


def _aimed(item: Candidate, aim: Aim, now: datetime) -> Candidate:
    if item.card is None:
        return item
    card = aimed(item.card, aim, now=now)
    return item if card is item.card else item._replace(card=card)  # a copy costs more than all the rest


def _due(candidates: Sequence[Candidate], now: datetime) -> list[Candidate]:
    """What is due, the longest overdue first."""
    since = [(due_from(item.card, now), item.key, item) for item in candidates if item.card]
    due = [one for one in since if one[0] <= now]
    return [item for _, _, item in sorted(due, key=itemgetter(0, 1))]


def _within_the_day(due: Sequence[Candidate], limits: Limits, done: Done) -> tuple[Candidate, ...]:
    """As many as the day's limit leaves; what was asked today already comes back whatever it is."""
    back = {item.key for item in due if item.key in done.asked.get(item.fact, ())}
    first = [item for item in due if item.key not in back][: max(0, limits.due - done.due)]
    counted = back | {item.key for item in first}
    return tuple(item for item in due if item.key in counted)


def _otherwise(due: Sequence[Candidate], everything: Iterable[Candidate], done: Done) -> list[Candidate]:
    """The same, with a sibling of another form in the place of what keeps failing; not of what comes back today."""
    asked = {item.fact for item in due if item.key in done.asked.get(item.fact, ())}
    about: dict[str, list[Candidate]] = {item.fact: [] for item in due if takes_turns(item) and item.fact not in asked}
    for item in everything:
        if item.fact in about:
            about[item.fact].append(item)
    return [found for item in due if (found := stand_in(item, about[item.fact]) if item.fact in about else item)]


def stand_in(item: Candidate, siblings: Iterable[Candidate]) -> Candidate | None:
    """What is asked in the place of a due item, mostly itself; None where a sibling that stood in is being relearnt.

    What keeps failing is asked in turn with its siblings of other forms: one of them first, and itself once that was
    known. So nothing is asked in one form alone, and nothing is ever kept back for good.
    """
    if item.card is None or not takes_turns(item):
        return item
    others = [one for one in siblings if one.form is not item.form]
    since = [one.card for one in others if one.card and one.card.last_review > item.card.last_review]
    if since:
        relearnt = any(card.stage is not Stage.REVIEW for card in since)
        return None if relearnt else item
    return min(others, key=_least_failed, default=item)


def takes_turns(item: Candidate) -> bool:
    """Whether an item keeps failing, so that a sibling of another form may be asked in its place."""
    card = item.card
    return card is not None and (card.stage is Stage.REVIEW or is_never_learnt(card)) and is_failing(card)


def _least_failed(item: Candidate) -> tuple[int, int, ItemKey]:
    return (item.card.lapses if item.card else 0, item.rank, item.key)


def _one_a_fact(candidates: Sequence[Candidate], taken: set[str], done: Done) -> list[Candidate]:
    """The first item of each fact not taken yet; where one was asked today, that one and no sibling."""
    chosen: list[Candidate] = []
    for item in candidates:
        if item.fact not in taken and item.key in done.asked.get(item.fact, {item.key}):
            taken.add(item.fact)
            chosen.append(item)
    return chosen


def _new_a_day(limits: Limits, aim: Aim, now: datetime, *, unseen: int) -> int:
    """How many new items a day holds: as the learner says, else enough to have seen all on the eve of an exam."""
    if limits.new is not None:
        return limits.new
    if aim.exam is None or aim.exam < now.date():
        return NEW_A_DAY
    days = max(1, (aim.exam - now.date()).days - 1)
    return max(NEW_A_DAY, ceil(unseen / days))
