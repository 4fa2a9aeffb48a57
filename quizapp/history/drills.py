"""Drills as they were set up, and everything that happened in them, only ever added to."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta, timezone
from typing import Any, Final, get_type_hints

from quizapp.history.database import Transaction
from quizapp.history.instants import from_micros, offset_minutes, to_micros
from quizapp.history.texts import check_texts
from quizapp.kit.errors import QuizappError, StudyDataError
from quizapp.model.drill import (
    Accepted,
    Answered,
    Buzzed,
    Corrected,
    Ended,
    GaveTime,
    Happening,
    Mode,
    Passed,
    Paused,
    Player,
    Points,
    Revealed,
    Rules,
    Undone,
    WentOn,
)
from quizapp.model.memory import ItemKey

_KINDS: Final[dict[str, type[Any]]] = {
    "buzzed": Buzzed,
    "answered": Answered,
    "passed": Passed,
    "revealed": Revealed,
    "paused": Paused,
    "went on": WentOn,
    "gave time": GaveTime,
    "corrected": Corrected,
    "accepted": Accepted,
    "ended": Ended,
    "undone": Undone,
}
_NAMES: Final = {kind: name for name, kind in _KINDS.items()}

DAMAGED: Final = (
    "the last drill is damaged from its step {step} on and cannot go on; quizapp drill begins another,"
    " quizapp restore brings a backup back"
)
_ELSEWHERE: Final = (
    "this drill went on in another window, so this step was not kept; quizapp drill --resume goes on from there"
)


class PlayedElsewhereError(QuizappError):
    """Somebody else wrote the next step first; no StudyDataError, which is kept and tried again in vain."""

    exit_code = StudyDataError.exit_code


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillRecord:
    """One drill as it was set up; `started` in the time of the place where it was."""

    id: str
    seed: int
    rules: Rules
    plan: tuple[ItemKey, ...]
    started: datetime


def begin(transaction: Transaction, drill: DrillRecord) -> None:
    """Keep a drill; one that is there already, by its id, is left as it is."""
    plan = json.dumps([[key.article, key.item] for key in drill.plan], ensure_ascii=False)
    rules = json.dumps(asdict(drill.rules), ensure_ascii=False)
    transaction.execute(
        "INSERT OR IGNORE INTO drills (id, seed, rules, plan, started, offset) VALUES (?, ?, ?, ?, ?, ?)",
        (drill.id, drill.seed, rules, plan, to_micros(drill.started), offset_minutes(drill.started)),
    )


def add(transaction: Transaction, drill: str, number: int, event: Happening, *, at: datetime) -> None:
    """Keep the next thing that happened; doing it twice is the same as once.

    Raises:
        PlayedElsewhereError: something else has happened there already.
    """
    told = json.dumps({"event": _NAMES[type(event)], **asdict(event)}, ensure_ascii=False)
    row = (drill, number, to_micros(at), offset_minutes(at), told)
    transaction.execute(
        "INSERT OR IGNORE INTO drill_events (drill, number, at, offset, event) VALUES (?, ?, ?, ?, ?)", row
    )
    kept = transaction.execute(
        "SELECT drill, number, at, offset, event FROM drill_events WHERE drill = ? AND number = ?", (drill, number)
    )
    if kept.fetchone() != row:
        raise PlayedElsewhereError(_ELSEWHERE)


def latest(transaction: Transaction) -> DrillRecord | None:
    """The drill that was begun last; None when there is none, or when what the file has for it cannot be one."""
    row = transaction.execute(f"{_READ} ORDER BY started DESC, id DESC LIMIT 1").fetchone()
    return None if row is None else _record(row)


def every(transaction: Transaction) -> tuple[DrillRecord, ...]:
    """All drills, the latest first; without those of which what the file has cannot be one."""
    found = map(_record, transaction.execute(f"{_READ} ORDER BY started DESC, id DESC"))
    return tuple(record for record in found if record is not None)


_READ: Final = "SELECT id, seed, rules, plan, started, offset FROM drills"


def _record(row: tuple[Any, ...]) -> DrillRecord | None:
    """A drill of a row; None when what the file has cannot be one."""
    identity, seed, rules, plan, started, offset = row
    try:
        check_texts(identity)
        keys = tuple(ItemKey(str(article), str(item)) for article, item in json.loads(plan))
        return DrillRecord(
            id=identity,
            seed=seed,
            rules=_rules(json.loads(rules)),
            plan=keys,
            started=from_micros(started).astimezone(timezone(timedelta(minutes=offset))),
        )
    except (KeyError, OverflowError, RecursionError, TypeError, ValueError):
        return None


def events_of(transaction: Transaction, drill: str) -> tuple[Happening, ...]:
    """What happened in a drill, in order.

    Raises:
        StudyDataError: a line of it makes no sense, so that nobody knows what the later ones mean.
    """
    rows = transaction.execute("SELECT number, event FROM drill_events WHERE drill = ? ORDER BY number", (drill,))
    found: list[Happening] = []
    for number, text in rows:
        event = _event(text)
        if event is None or number != len(found):
            raise StudyDataError(DAMAGED.format(step=len(found) + 1))
        found.append(event)
    return tuple(found)


def _event(text: str) -> Happening | None:
    """What a line says; None when it says nothing that we write."""
    try:
        check_texts(text)
        told = json.loads(text)
        kind = _KINDS[told.pop("event")]
        event: Happening = kind(**told)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return None
    hints = get_type_hints(kind)
    return event if all(_fits(getattr(event, one.name), hints[one.name]) for one in fields(kind)) else None


def _fits(value: object, hint: Any) -> bool:
    """Whether a value is of a type; JSON writes 30.0 and 30 alike."""
    return isinstance(value, hint) or (type(value) is int and isinstance(0.0, hint))


def _rules(told: dict[str, Any]) -> Rules:
    players = tuple(Player(name=str(one["name"]), extra=float(one["extra"])) for one in told["players"])
    seconds = told["seconds"]
    return Rules(
        players=players,
        mode=Mode(told["mode"]),
        points=Points(told["points"]),
        seconds=None if seconds is None else float(seconds),
        passing=bool(told["passing"]),
        total=None if told.get("total") is None else float(told["total"]),
    )
