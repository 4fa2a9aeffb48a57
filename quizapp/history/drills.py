"""Drills as they were set up, and everything that happened in them, only ever added to."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from quizapp.history.database import Transaction
from quizapp.history.instants import from_micros, offset_minutes, to_micros
from quizapp.history.texts import check_texts
from quizapp.model.drill import (
    Accepted,
    Answered,
    Buzzed,
    Corrected,
    Ended,
    GaveTime,
    Happening,
    Mode,
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
    "revealed": Revealed,
    "went on": WentOn,
    "gave time": GaveTime,
    "corrected": Corrected,
    "accepted": Accepted,
    "ended": Ended,
    "undone": Undone,
}
_NAMES: Final = {kind: name for name, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillRecord:
    """One drill as it was set up."""

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
    """Keep the next thing that happened; one that is there already, by its number, is left as it is."""
    told = json.dumps({"event": _NAMES[type(event)], **asdict(event)}, ensure_ascii=False)
    transaction.execute(
        "INSERT OR IGNORE INTO drill_events (drill, number, at, offset, event) VALUES (?, ?, ?, ?, ?)",
        (drill, number, to_micros(at), offset_minutes(at), told),
    )


def latest(transaction: Transaction) -> DrillRecord | None:
    """The drill that was begun last; None when there is none, or when what the file has for it cannot be one."""
    row = transaction.execute(
        "SELECT id, seed, rules, plan, started FROM drills ORDER BY started DESC, id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    identity, seed, rules, plan, started = row
    try:
        check_texts(identity)
        keys = tuple(ItemKey(str(article), str(item)) for article, item in json.loads(plan))
        return DrillRecord(
            id=identity, seed=seed, rules=_rules(json.loads(rules)), plan=keys, started=from_micros(started)
        )
    except (KeyError, TypeError, ValueError):
        return None


def events_of(transaction: Transaction, drill: str) -> tuple[Happening, ...]:
    """What happened in a drill, in order, up to the first thing that makes no sense."""
    rows = transaction.execute("SELECT event FROM drill_events WHERE drill = ? ORDER BY number", (drill,))
    found: list[Happening] = []
    for (text,) in rows:
        try:
            told = json.loads(text)
            kind = _KINDS[told.pop("event")]
            found.append(kind(**told))
        except (AttributeError, KeyError, TypeError, ValueError):
            break
    return tuple(found)


def _rules(told: dict[str, Any]) -> Rules:
    players = tuple(Player(name=str(one["name"]), extra=float(one["extra"])) for one in told["players"])
    seconds = told["seconds"]
    return Rules(
        players=players,
        mode=Mode(told["mode"]),
        points=Points(told["points"]),
        seconds=None if seconds is None else float(seconds),
        passing=bool(told["passing"]),
    )
