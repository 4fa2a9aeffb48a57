"""Drills that were played: found again, and what their answers say of the questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizapp.history import Transaction, drills
from quizapp.history.drills import DrillRecord
from quizapp.kit.errors import StudyDataError
from quizapp.model.item import Item
from quizapp.model.memory import ItemKey
from quizapp.sessions.drill import Drill, replay
from quizapp.statistics.items import Reply
from quizapp.usecases.sameness import Asked, is_still_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A drill and where it stands, by its log."""

    record: DrillRecord
    state: Drill


def played(transaction: Transaction) -> tuple[Played, ...]:
    """All drills, the latest first; a damaged one is left out, for nobody knows what happened in it."""
    found = (_played(transaction, record) for record in drills.every(transaction))
    return tuple(each for each in found if each is not None)


def _played(transaction: Transaction, record: DrillRecord) -> Played | None:
    try:
        log = drills.events_of(transaction, record.id)
        return Played(record=record, state=replay(record.rules, log, length=len(record.plan)))
    except (OverflowError, StudyDataError, ValueError):
        return None


def replies(games: tuple[Played, ...], items: Mapping[ItemKey, Item], asked: Asked) -> Iterator[Reply]:
    """What was answered in drills to the questions as they are now.

    Neither a question that nobody answered nor an answer after its time tells who knew; they are left out.
    """
    for game in games:
        for one in game.state.tries:
            key = game.record.plan[one.place]
            if (one.late and one.credit < 1) or not is_still_asked(key, one.fingerprint, asked):
                continue
            yield Reply(
                key=key,
                sitting=f"{game.record.id} {one.player}",
                kind=items[key].kind if key in items else "",
                given=one.given,
                right=one.credit == 1,
                seconds=one.seconds,
            )
