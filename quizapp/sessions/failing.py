"""A fact that keeps failing: asked in another form, and given up for someone to look at when that fails, too."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from quizapp.model.form import Form, form_of
from quizapp.model.memory import Card, Stage

if TYPE_CHECKING:
    from quizapp.model.item import Item

SWITCH_AFTER: Final = 4
"""Lapses before an item counts as failing: half of the 8 at which Anki speaks of a leech, since here it is only asked
in another form."""

GIVE_UP_AFTER: Final = 3
"""Lapses after that before it is given up: 7 in all, where Anki gives up at 8; and again after as many more, where Anki
halves its threshold."""

UNLEARNT_BELOW: Final = 0.2
"""Days of stability below which what was missed again and again is not learnt at all: after one miss FSRS begins above
it, and after three it is below."""

STEADY_FROM: Final = 21.0
"""Days of stability from which an item no longer fails, whatever there was before; Anki calls such cards mature."""

WRONG_AT_LEAST: Final = 2
"""Distractors that make a choice of a typed item; three options do as well as more (Rodriguez 2005)."""


class Attempt(NamedTuple):
    """One answer about a fact, in the order of the log: its form, and whether it lapsed.

    That is a miss of what had been learnt, or of what was answered on an earlier day and is not learnt yet.
    """

    form: Form
    lapsed: bool


class Record(NamedTuple):
    """How often a fact lapsed in each form, and since it began to fail in one of them.

    `otherwise` says that it was asked in another form since then; `since` counts the lapses in other forms if so, else
    those in the failing one.
    """

    lapses: Mapping[Form, int] = MappingProxyType({})
    failing: Form | None = None
    otherwise: bool = False
    since: int = 0


def is_failing(card: Card | None) -> bool:
    """Whether an item lapsed so often, and is so unsteady still, that another form may help."""
    return card is not None and (
        (card.lapses >= SWITCH_AFTER and card.stability < STEADY_FROM) or is_never_learnt(card)
    )


def is_never_learnt(card: Card) -> bool:
    """Whether an item is missed again and again without being learnt in between, so that it has no lapses to count.

    A lapse has two answers of its own: the one that forgot, and the one that learnt it again.
    """
    misses = card.reviews - 2 * card.lapses
    return card.stage is not Stage.REVIEW and misses > SWITCH_AFTER and card.stability < UNLEARNT_BELOW


def record_of(attempts: Iterable[Attempt]) -> Record:
    """Where a fact stands after its attempts, in their order."""
    record = Record()
    for attempt in attempts:
        record = _after(record, attempt)
    return record


def given_up(attempts: Sequence[Attempt]) -> str | None:
    """Why someone should look at a fact after the last of its attempts; None while it is asked on.

    A fact that was looked at and is asked again is given up again after as many lapses more.
    """
    record = record_of(attempts)
    if not record.since or record.since == record_of(attempts[:-1]).since or record.since % GIVE_UP_AFTER:
        return None
    forms = len(record.lapses)
    return f"missed {sum(record.lapses.values())} times" + (f" in {_WORDS[forms]} forms" if forms > 1 else "")


_WORDS: Final = {2: "two", 3: "three"}


def _after(record: Record, attempt: Attempt) -> Record:
    lapses = dict(record.lapses)
    if attempt.lapsed:
        lapses[attempt.form] = lapses.get(attempt.form, 0) + 1
    if record.failing is None:
        failing = attempt.form if lapses.get(attempt.form, 0) >= SWITCH_AFTER else None
        return record._replace(lapses=lapses, failing=failing)
    other = attempt.form is not record.failing
    if other and not record.otherwise:
        return record._replace(lapses=lapses, otherwise=True, since=int(attempt.lapsed))
    return record._replace(lapses=lapses, since=record.since + (attempt.lapsed and other is record.otherwise))


def in_another_form(item: "Item") -> "Item | None":
    """The same item with options to pick instead of words to type; None where it has too few wrong ones."""
    from quizapp.model.item import ChoiceItem, ShortAnswerItem  # whoever counts what is due needs no item

    if not isinstance(item, ShortAnswerItem) or len(item.distractors) < WRONG_AT_LEAST:
        return None
    return ChoiceItem(
        id=item.id,
        fact=item.fact,
        stem=item.stem,
        evidence=item.evidence,
        rationale=item.rationale,
        accepted=item.accepted,
        derived=item.derived,
        attribution=item.attribution,
        score=item.score,
        status=item.status,
        edited=item.edited,
        origin=item.origin,
        key=item.key,
        distractors=item.distractors,
    )


def asks_otherwise(item: "Item", card: Card, last: Form) -> bool:
    """Whether a failing item is asked in its other form now: in turn with its own, and as before while relearnt.

    What is never learnt in its own form stays in the other one until it is.
    """
    was_otherwise = last is not form_of(item.kind)
    return is_never_learnt(card) or was_otherwise is (card.stage is not Stage.REVIEW)
