"""Whose history a file is: the learner's name, noted inside, and a look into a file without changing it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.history.copies import read_only
from quizapp.history.database import Transaction
from quizapp.history.instants import LATEST, from_micros
from quizapp.history.opening import check_header, connect
from quizapp.history.reviews import count_answers
from quizapp.history.texts import are_whole
from quizapp.history.troubles import COMPLAINTS, told_of_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What a file says of itself: the name noted in it, empty where there is none, its answers, and the last one."""

    name: str
    answers: int
    last: datetime | None


def note_name(transaction: Transaction, name: str) -> None:
    """Keep the name of the learner whose history this is."""
    transaction.execute(
        "INSERT INTO learner (one, name) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET name = excluded.name", (name,)
    )


def glance(path: Path) -> Glance:
    """Look into a history of any version.

    Raises:
        StudyDataError: it is damaged, foreign, newer or in use.
        DiskError: it may not be read.
    """
    check_header(path)
    try:
        with closing(connect(read_only(path), uri=True)) as connection:
            last = connection.execute("SELECT MAX(at) FROM reviews WHERE at >= 0 AND at < ?", (LATEST,)).fetchone()[0]
            return Glance(
                name=_name(connection),
                answers=count_answers(connection),
                last=None if last is None else from_micros(last),
            )
    except COMPLAINTS as error:
        raise told_of_file(error, path) from None


def _name(connection: sqlite3.Connection) -> str:
    """The name; the first versions had no place for it."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'learner'").fetchone() is None:
        return ""
    row = connection.execute("SELECT name FROM learner").fetchone()
    return row[0] if row and are_whole(row[0]) else ""
