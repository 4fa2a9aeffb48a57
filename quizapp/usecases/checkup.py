"""A check-up of everything a learner has: the history, what is kept beside it, and the library."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from quizapp.history import Transaction
from quizapp.history.aside import flags
from quizapp.history.backups import Cause
from quizapp.history.cards import all_cards
from quizapp.history.checking import Deviation, complaints, dangling, deviation, rebuild_cards
from quizapp.history.reviews import count_answers, last_instant
from quizapp.kit.durations import counted, in_words
from quizapp.kit.errors import QuizappError
from quizapp.model.memory import Card, ItemKey
from quizapp.usecases.keeping import backups, history_path, replay_log
from quizapp.usecases.sameness import asked_in, memory_of
from quizapp.usecases.workspace import Workspace

BEHIND: Final = timedelta(minutes=5)
"""How far a clock may be behind the last answer before it is worth a word: two machines differ by less."""

NAMED: Final = 3
"""Articles or questions that are named where there are more."""


class State(StrEnum):
    """How something is: well, worth knowing, or wrong."""

    WELL = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at, what came out, and what to do where it is wrong."""

    what: str
    state: State
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """Everything that was looked at."""

    checks: tuple[Check, ...]

    @property
    def well(self) -> bool:
        """Whether nothing is wrong."""
        return all(check.state is not State.WRONG for check in self.checks)

    def to_json(self) -> dict[str, object]:
        """The same as plain values."""
        return {"format": 1, "well": self.well, **asdict(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What one look at the history gives."""

    answers: int
    complaints: tuple[str, ...]
    dangling: int
    deviation: Deviation
    cards: Mapping[ItemKey, Card]
    flags: int
    latest: datetime | None

    @property
    def sound(self) -> bool:
        """Whether the log can be believed, so that cards can be proved from it."""
        return not self.complaints and not self.dangling


def check_up(workspace: Workspace, *, mend: bool = False) -> Checkup:
    """Look at everything; mend what can be proved, and delete nothing."""
    checks = [*_history(workspace, mend=mend), *_guarded("banks", _banks(workspace))]
    return Checkup(checks=tuple(checks))


def clock_behind(workspace: Workspace) -> timedelta | None:
    """How far the clock is behind the last answer, when that is worth a word.

    Raises:
        StudyDataError: the history cannot be used.
        DiskError: it may not be read.
    """
    return _behind(workspace.history.read(last_instant), workspace.clock.now())


def _history(workspace: Workspace, *, mend: bool) -> Iterator[Check]:
    path = history_path(workspace)
    if not path.exists():
        yield Check(what="history", state=State.WELL, text=f"nothing was answered yet; the file will be {path}")
        return
    try:
        found = workspace.history.read(_look)
    except QuizappError as error:
        yield Check(what="history", state=State.WRONG, text=str(error))
    else:
        yield from _log_checks(found, workspace, mend=mend)
        yield from _guarded("strays", _strays(workspace, found))
        yield from _flags(found)
        yield from _guarded("keys", _changed_keys(workspace, found))
        yield from _clock(found, workspace.clock.now())
    yield from _guarded("backups", _backups(workspace))


def _look(transaction: Transaction) -> _Found:
    return _Found(
        answers=count_answers(transaction),
        complaints=complaints(transaction),
        dangling=dangling(transaction),
        deviation=deviation(transaction, replay_log),
        cards={key: card for key, card in all_cards(transaction).items() if card},
        flags=len(flags(transaction)),
        latest=last_instant(transaction),
    )


def _log_checks(found: _Found, workspace: Workspace, *, mend: bool) -> Iterator[Check]:
    advice = "bring a backup back with quizapp restore, or its lines alone with quizapp merge"
    if found.complaints:
        first = f"{found.complaints[0]}" + (", and more" if len(found.complaints) > 1 else "")
        yield Check(what="history", state=State.WRONG, text=f"the file is damaged ({first}); {advice}")
    else:
        yield Check(what="history", state=State.WELL, text=f"{counted(found.answers, 'answer')}, the file is whole")
    if found.dangling:
        rows = counted(found.dangling, "row")
        yield Check(what="links", state=State.WRONG, text=f"{rows} of the log lack what they refer to; {advice}")
    else:
        yield Check(what="links", state=State.WELL, text="every answer has its session")
    if damaged := found.deviation.damaged:
        lines = counted(len(damaged), "question")
        text = f"the log has lines about {lines} that make no sense, and they are passed over; {advice}"
        yield Check(what="log", state=State.WRONG, text=text)
    yield from _cards(found, workspace, mend=mend)


def _cards(found: _Found, workspace: Workspace, *, mend: bool) -> Iterator[Check]:
    wrong, unproved = found.deviation.wrong, found.deviation.unproved
    if wrong and mend and found.sound:
        workspace.history.keep_before(Cause.MENDING, now=workspace.clock.now())
        mended = workspace.history.write(lambda transaction: rebuild_cards(transaction, replay_log))
        yield Check(what="cards", state=State.WELL, text=f"{counted(mended, 'card')} made anew from the log")
    elif wrong:
        advice = "quizapp doctor --mend makes them anew" if found.sound else "they cannot be mended before the log is"
        text = f"{counted(len(wrong), 'card')} not what the log says; {advice}"
        yield Check(what="cards", state=State.WRONG, text=text)
    else:
        text = f"{counted(found.deviation.cards - len(unproved), 'card')}, each what the log says"
        yield Check(what="cards", state=State.WELL, text=text)
    if unproved:
        text = (
            f"{counted(len(unproved), 'card')} without an answer in the log, left as they are;"
            " quizapp merge BACKUP brings lost answers back"
        )
        yield Check(what="cards", state=State.WRONG, text=text)


def _strays(workspace: Workspace, found: _Found) -> Iterator[Check]:
    library = workspace.library
    known = {
        ItemKey(entry.article_id, item.id) for entry in library.entries() for item in library.bank(entry.slug).items
    }
    gone = Counter(key.article for key in found.cards.keys() - known)
    if not gone:
        yield Check(what="strays", state=State.WELL, text="every card has its question in the library")
        return
    names = ", ".join(sorted(gone)[:NAMED]) + (" …" if len(gone) > NAMED else "")
    text = (
        f"{counted(gone.total(), 'card')} of questions that the library has not ({names});"
        " they are kept and count again when the questions come back"
    )
    yield Check(what="strays", state=State.NOTE, text=text)


def _flags(found: _Found) -> Iterator[Check]:
    if found.flags:
        text = f"{counted(found.flags, 'question')} not asked until someone has looked; quizapp flags lists them"
        yield Check(what="flags", state=State.NOTE, text=text)


def _changed_keys(workspace: Workspace, found: _Found) -> Iterator[Check]:
    library = workspace.library
    asked = asked_in(library.bank(entry.slug) for entry in library.entries())
    changed = memory_of(found.cards, asked).changed
    if not changed:
        yield Check(what="keys", state=State.WELL, text="every card is of the answer that its question has now")
        return
    first = ", ".join(f"{key.article} {key.item}" for key in sorted(changed)[:NAMED])
    names = first + (" …" if len(changed) > NAMED else "")
    text = (
        f"{counted(len(changed), 'question')} got another answer since you learned"
        f" {'it' if len(changed) == 1 else 'them'} ({names}); what has changed starts anew, and the log is kept;"
        " where the old answer is still right, put it under “accepted”"
    )
    yield Check(what="keys", state=State.NOTE, text=text)


def _clock(found: _Found, now: datetime) -> Iterator[Check]:
    if behind := _behind(found.latest, now):
        text = f"this clock is {in_words(behind)} behind your last answer; set it if it is wrong"
        yield Check(what="clock", state=State.NOTE, text=text)


def _behind(latest: datetime | None, now: datetime) -> timedelta | None:
    return latest - now if latest is not None and latest - now > BEHIND else None


def _backups(workspace: Workspace) -> Iterator[Check]:
    found, today = backups(workspace), workspace.clock.now().date()
    broken = [backup for backup in found if backup.fault]
    for backup in broken:
        anew = backup.day == today and backup.cause is None
        advice = "quizapp backup makes it anew" if anew else "remove it, it brings nothing back"
        text = f"{backup.path}: this backup cannot be used ({backup.fault}); {advice}"
        yield Check(what="backups", state=State.WRONG, text=text)
    daily = [backup.day for backup in found if backup.cause is None and not backup.fault]
    if not any(backup.day == today and backup.cause is None for backup in found):
        newest = f"the newest is of {max(daily)}" if daily else "there is none"
        text = f"today's backup could not be made ({newest}); make room, or try quizapp backup -o FILE"
        yield Check(what="backups", state=State.WRONG, text=text)
    elif not broken:
        text = f"{counted(len(found), 'backup')}, each whole, the newest of {max(daily)}"
        yield Check(what="backups", state=State.WELL, text=text)


def _banks(workspace: Workspace) -> Iterator[Check]:
    problems = workspace.library.problems()
    for problem in problems:
        yield Check(what="banks", state=State.WRONG, text=str(problem))
    if not problems:
        count = counted(len(workspace.library.entries()), "bank")
        yield Check(what="banks", state=State.WELL, text=f"{count}, every line can be read")


def _guarded(what: str, checks: Iterator[Check]) -> Iterator[Check]:
    """The checks, or that they could not be made."""
    try:
        yield from checks
    except QuizappError as error:
        yield Check(what=what, state=State.WRONG, text=str(error))
