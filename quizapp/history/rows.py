"""The log as the rows that it is made of, to be written elsewhere, and such rows as a history to unite with."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quizapp.history.database import Transaction
from quizapp.history.merging import sound_lines
from quizapp.history.opening import open_empty
from quizapp.history.reviews import FIELDS
from quizapp.history.texts import are_whole

Cell = str | int | float | None
Row = tuple[Cell, ...]

COLUMNS: Final = {
    "sessions": ("id", "scope", "scheduled", "seed", "plan", "started", "offset"),
    "reviews": (*FIELDS, "turn"),
    "undone": ("review", "at", "offset"),
    "fits": ("id", "at", "offset", "parameters"),
}
"""The columns of each table of the log; instants are microseconds since 1970, offsets minutes."""

_ORDER: Final = {"sessions": "started, id", "undone": "at, review", "fits": "at, id"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a log, each table in its order; lines that make no sense are left out and counted."""

    sessions: tuple[Row, ...]
    reviews: tuple[Row, ...]
    undone: tuple[Row, ...] = ()
    fits: tuple[Row, ...] = ()
    damaged: int = 0


def rows_of(transaction: Transaction) -> Rows:
    """Everything that the log is made of."""
    lines, damaged = sound_lines(transaction)
    named = {line[0] for line in lines}
    undone = (row for row in _rows(transaction, "undone") if row[0] in named)
    return Rows(
        sessions=tuple(_rows(transaction, "sessions")),
        reviews=tuple(lines),
        undone=tuple(undone),
        fits=tuple(_rows(transaction, "fits")),
        damaged=damaged,
    )


def history_of(rows: Rows) -> sqlite3.Connection:
    """A history in memory that holds the rows and no cards.

    Raises:
        ValueError: a row is none that was ever written.
    """
    history = open_empty()
    try:
        history.execute("BEGIN")
        history.execute("PRAGMA defer_foreign_keys = ON")  # a correction may stand before its answer
        for table, columns in COLUMNS.items():
            history.executemany(_insert(table, columns), getattr(rows, table))
        history.execute("COMMIT")
    except (sqlite3.Error, OverflowError) as error:
        history.close()
        raise ValueError(str(error)) from None
    return history


def _rows(transaction: Transaction, table: str) -> Sequence[Row]:
    query = f"SELECT {', '.join(COLUMNS[table])} FROM {table} ORDER BY {_ORDER[table]}"  # noqa: S608  constant names
    return [row for row in transaction.execute(query) if are_whole(*row)]


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608  same
