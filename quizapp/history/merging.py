"""Two logs united: every line once, in the order of their turns, whichever is merged into which.

What is only ever added to is united as it is; a flag, its lifting and a putting-off, of which only the last counts, by
the later one. When an answer was taken back on both machines, each keeps its own instant of that, which nobody reads.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Final

from quizapp.history.database import Transaction
from quizapp.history.reviews import FIELDS, Row, review_of
from quizapp.history.texts import are_whole
from quizapp.kit.errors import Place, StudyDataError

DISAGREE: Final = (
    "the two histories tell of one answer in two ways, so one of them was changed by something else;"
    " quizapp doctor looks for what is wrong, nothing was changed"
)

_LINE: Final = ", ".join((*FIELDS, "turn"))
_MARKS: Final = ", ".join("?" for _ in (*FIELDS, "turn"))
_READ: Final = f"SELECT {_LINE} FROM reviews ORDER BY turn, id"  # noqa: S608  constant columns
_ADD: Final = f"INSERT INTO reviews ({_LINE}) VALUES ({_MARKS})"  # noqa: S608  constant columns
_READ_SESSIONS: Final = "SELECT id, scope, scheduled, seed, plan, started, offset FROM sessions ORDER BY started, id"
_ADD_SESSION: Final = (
    "INSERT INTO sessions (id, scope, scheduled, seed, plan, started, offset) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO NOTHING"
)

_READ_FITS: Final = "SELECT id, at, offset, parameters FROM fits ORDER BY at, id"
_ADD_FIT: Final = "INSERT INTO fits (id, at, offset, parameters) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"

_READ_DRILLS: Final = "SELECT id, seed, rules, plan, started, offset FROM drills ORDER BY started, id"
_ADD_DRILL: Final = (
    "INSERT INTO drills (id, seed, rules, plan, started, offset) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
)
_READ_EVENTS: Final = "SELECT drill, number, at, offset, event FROM drill_events ORDER BY drill, number"
_ADD_EVENT: Final = "INSERT INTO drill_events (drill, number, at, offset, event) VALUES (?, ?, ?, ?, ?)"

_Line = tuple[str | int | float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a merge did: answers and corrections of answers that were added, and lines that made no sense."""

    answers: int
    corrections: int
    damaged: int


def unite(transaction: Transaction, other: sqlite3.Connection, *, place: Place) -> Merged:
    """Add what another history has and this one has not; the cards are not moved. `place` is the other's file.

    Raises:
        StudyDataError: a line with the same id says something else.
    """
    lines, damaged = sound_lines(other)
    known = {line[0]: line for line in transaction.execute(_READ)}
    if any(known.get(line[0], line) != line for line in lines):
        raise StudyDataError(DISAGREE, place=place)
    new = [line for line in lines if line[0] not in known]
    transaction.executemany(_ADD_SESSION, _whole(other.execute(_READ_SESSIONS)))
    transaction.executemany(_ADD, new)
    _unite_undone(transaction, other)
    _unite_aside(transaction, other)
    transaction.executemany(_ADD_FIT, _whole(other.execute(_READ_FITS)))
    _unite_drills(transaction, other)
    corrections = sum(line[FIELDS.index("replaces")] is not None for line in new)
    return Merged(answers=len(new) - corrections, corrections=corrections, damaged=damaged)


def sound_lines(other: sqlite3.Connection) -> tuple[list[_Line], int]:
    """The lines that make sense and whose session and first answer do, too; and how many do not."""
    sound: dict[str, _Line] = {}
    sessions = {name for name, *_ in _whole(other.execute(_READ_SESSIONS))}
    rows = other.execute(_READ).fetchall()
    for row in rows:
        session, replaces = row[FIELDS.index("session")], row[FIELDS.index("replaces")]
        if _makes_sense(row[:-1]) and session in sessions and (replaces is None or replaces in sound):
            sound[row[0]] = row
    return list(sound.values()), len(rows) - len(sound)


def _makes_sense(row: Row) -> bool:
    try:
        review_of(row)
    except ValueError:
        return False
    return True


def _unite_undone(transaction: Transaction, other: sqlite3.Connection) -> None:
    transaction.executemany(
        "INSERT INTO undone (review, at, offset) SELECT ?, ?, ? WHERE ? IN (SELECT id FROM reviews) "
        "ON CONFLICT (review) DO NOTHING",
        [(*row, row[0]) for row in _whole(other.execute("SELECT review, at, offset FROM undone ORDER BY at, review"))],
    )


def _unite_aside(transaction: Transaction, other: sqlite3.Connection) -> None:
    transaction.executemany(
        "INSERT INTO flags (article, item, reason, at, offset, lifted) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
        "SET reason = excluded.reason, at = excluded.at, offset = excluded.offset, lifted = excluded.lifted "
        "WHERE (excluded.at, excluded.lifted, excluded.reason, excluded.offset) > (at, lifted, reason, offset)",
        _whole(other.execute("SELECT article, item, reason, at, offset, lifted FROM flags")),
    )
    transaction.executemany(
        "INSERT INTO laters (article, item, until) VALUES (?, ?, ?) "
        "ON CONFLICT DO UPDATE SET until = MAX(until, excluded.until)",
        _whole(other.execute("SELECT article, item, until FROM laters")),
    )


def _unite_drills(transaction: Transaction, other: sqlite3.Connection) -> None:
    """Each drill's log as far as either has it; one that was played on in both places stays as it is here.

    A game that went two ways has no one log, and half of each would tell of what cannot have happened.
    """
    drills = _whole(other.execute(_READ_DRILLS))
    transaction.executemany(_ADD_DRILL, drills)
    here, there = _logs(transaction), _logs(other)
    for drill, *_ in drills:
        own, more = here.get(drill, []), there.get(drill, [])
        if more[: len(own)] == own:
            transaction.executemany(_ADD_EVENT, more[len(own) :])


def _logs(history: sqlite3.Connection) -> dict[object, list[_Line]]:
    """What happened in each drill, up to the first damaged text."""
    rows = history.execute(_READ_EVENTS)
    grouped = groupby(rows, key=lambda row: row[0])
    return {drill: list(takewhile(lambda row: are_whole(*row), events)) for drill, events in grouped}


def _whole(rows: Iterable[_Line]) -> list[_Line]:
    """The rows without damaged texts."""
    return [row for row in rows if are_whole(*row)]
