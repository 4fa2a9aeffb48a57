"""What SQLite complains of, told as our own errors: what happened, where, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from quizapp.kit.errors import DiskError, Place, QuizappError, StudyDataError


class Refusals(NamedTuple):
    """What is said of a file that cannot be used."""

    newer: str
    foreign: str
    damaged: str


OF_A_HISTORY: Final = Refusals(
    newer="this history was written by a newer quizapp; bring quizapp up to date, nothing was changed",
    foreign="this is not a quizapp history; name another folder with --data-dir, nothing was changed",
    damaged="this history is damaged and was left as it is; quizapp restore lists the backups to put in its place",
)
"""Of the learner's own history."""

OF_A_COPY: Final = Refusals(
    newer="this file was written by a newer quizapp; bring quizapp up to date, nothing was changed",
    foreign="this is not a quizapp history; name a backup or another machine's history.db, nothing was changed",
    damaged="this file is damaged; quizapp restore lists the backups there are, nothing was changed",
)
"""Of a file that somebody wants to bring in."""

IN_USE: Final = "this history is in use by another quizapp that did not let go; close it and try again"

COMPLAINTS: Final = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What SQLite raises; the second when the words of its own complaint are damaged."""

Complaint = sqlite3.DatabaseError | UnicodeDecodeError

_IN_USE: Final = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")
_DAMAGED: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT", "SQLITE_SCHEMA")
_DISK: Final = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk failed",
    "SQLITE_READONLY": "this file may not be written",
    "SQLITE_CANTOPEN": "this file cannot be opened",
    "SQLITE_PERM": "this file may not be used",
    "SQLITE_AUTH": "this file may not be used",
    "SQLITE_NOMEM": "there is no memory left",
}


class InUseError(StudyDataError):
    """A history that another instance holds."""


def told(error: Complaint, path: Path | None) -> QuizappError:
    """The error of ours that a complaint of SQLite's stands for.

    Raises:
        Exception: the same again when it seems to be a mistake of this program.
    """
    place = Place(str(path)) if path else None
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(_IN_USE):
        return InUseError(IN_USE, place=place)
    if name.startswith(_DAMAGED):
        return StudyDataError(OF_A_HISTORY.damaged, place=place)
    for begin, what in _DISK.items():
        if name.startswith(begin):
            return DiskError(f"{what}; make room or choose another folder with --data-dir", place=place)
    raise error


def told_of_file(error: Complaint, path: Path) -> QuizappError:
    """The same where a file as a whole is opened or copied: whatever SQLite does not understand there is damage."""
    try:
        return told(error, path)
    except COMPLAINTS:
        return StudyDataError(OF_A_HISTORY.damaged, place=Place(str(path)))


@contextmanager
def disk_told(path: Path) -> Iterator[None]:
    """What the operating system refuses, told as ours."""
    try:
        yield
    except OSError as error:
        raise DiskError(
            f"cannot use this file ({error.strerror}); make room, or choose another folder with --data-dir",
            place=Place(str(path)),
        ) from None
