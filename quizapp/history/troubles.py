"""What SQLite complains of, told as our own errors: what happened, where, and what to do."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from quizapp.kit.errors import DiskError, Place, QuizappError, StudyDataError, is_forbidden, mending


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
_ROOM: Final = "make room, or choose another folder with --data-dir"
_ALLOW: Final = "allow writing there, or choose another folder with --data-dir"
_DISK: Final = {
    "SQLITE_FULL": f"the disk is full; {_ROOM}",
    "SQLITE_IOERR": f"the disk failed; {_ROOM}",
    "SQLITE_READONLY": f"this file may not be written; {_ALLOW}",
    "SQLITE_CANTOPEN": "this file cannot be opened; choose another folder with --data-dir",
    "SQLITE_PERM": f"this file may not be used; {_ALLOW}",
    "SQLITE_AUTH": f"this file may not be used; {_ALLOW}",
    "SQLITE_NOMEM": "there is no memory left; close other programs and try again",
}
_FOLDER: Final = f"this folder may not be written; {_ALLOW}"
_OF_THE_FOLDER: Final = ("SQLITE_READONLY", "SQLITE_CANTOPEN")
"""What SQLite says, too, where it is the folder that may not be written: there is no place for the write-ahead log."""


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
    if name.startswith(_OF_THE_FOLDER) and path is not None and not _may_write(path.parent):
        return DiskError(_FOLDER, place=place)
    for begin, what in _DISK.items():
        if name.startswith(begin):
            return DiskError(what, place=place)
    raise error


def _may_write(folder: Path) -> bool:
    """Whether new files may be made in a folder, as far as it is there."""
    return not folder.is_dir() or os.access(folder, os.W_OK | os.X_OK)


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
        what = f"cannot use this file ({error.strerror}); {mending(error)}, or choose another folder with --data-dir"
        folder = is_forbidden(error) and not _may_write(path.parent)
        raise DiskError(_FOLDER if folder else what, place=Place(str(path))) from None
