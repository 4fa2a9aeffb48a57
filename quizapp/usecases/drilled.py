"""Drills that were played: found again, and what their answers say of the questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from quizapp.history import Transaction, drills
from quizapp.history.drills import DrillRecord
from quizapp.kit.errors import InputError, StudyDataError
from quizapp.kit.text import visible
from quizapp.model.item import Item
from quizapp.model.memory import ItemKey
from quizapp.sessions.drill import Drill, replay
from quizapp.statistics.items import Reply
from quizapp.usecases.drill_table import DrillResults, results_of
from quizapp.usecases.sameness import Asked, is_still_asked
from quizapp.usecases.workspace import Workspace


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


def drills_played(workspace: Workspace) -> tuple[DrillResults, ...]:
    """Every drill with its results, the latest first; a question that has left the library has no words any more.

    Raises:
        BankError: a bank cannot be read.
        StudyDataError: the history cannot be used.
    """
    games = workspace.history.read(played)
    wanted = {key.article for game in games for key in game.record.plan}
    banks = [workspace.library.bank(entry.slug) for entry in workspace.library.entries() if entry.article_id in wanted]
    items = {ItemKey(bank.article.id, item.id): item for bank in banks for item in bank.items}
    return tuple(results_of(game.record, game.state, items) for game in games)


def drill_played(workspace: Workspace, name: str) -> DrillResults:
    """One drill by its id or the beginning of that, or “last”.

    Raises:
        InputError: there is none, or several begin so.
        BankError: a bank cannot be read.
        StudyDataError: the history cannot be used.
    """
    everything = drills_played(workspace)
    found = everything[:1] if name == LAST else [one for one in everything if name and one.id.startswith(name)]
    exact = [one for one in found if one.id == name] or found
    if not exact:
        raise InputError(NONE_SUCH if everything else NONE_YET)
    if len(exact) > 1:
        raise InputError(f"{len(exact)} drills begin with “{visible(name)}”; give more of the id")
    return exact[0]


LAST: Final = "last"
NONE_SUCH: Final = "there is no such drill; quizapp drill --list shows which there are"
NONE_YET: Final = "there is no drill yet; quizapp drill begins one"


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
