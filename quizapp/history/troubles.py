"""What SQLite complains of, told as our own errors: what happened, where, and what to do."""

import sqlite3
from pathlib import Path
from typing import Final

from quizapp.kit.errors import DiskError, Place, QuizappError, StudyDataError

NEWER: Final = "this history was written by a newer quizapp; bring quizapp up to date, nothing was changed"
FOREIGN: Final = "this is not a quizapp history; name another folder with --data-dir, nothing was changed"
DAMAGED: Final = "this history is damaged and was left as it is; put a copy of it back, or name another folder"
IN_USE: Final = "this history is in use by another quizapp that did not let go; close it and try again"

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


def told(error: sqlite3.DatabaseError, path: Path | None) -> QuizappError:
    """The error of ours that a complaint of SQLite's stands for.

    Raises:
        sqlite3.DatabaseError: the same again when it is a mistake of this program.
    """
    place = Place(str(path)) if path else None
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(_IN_USE):
        return StudyDataError(IN_USE, place=place)
    if name.startswith(_DAMAGED):
        return StudyDataError(DAMAGED, place=place)
    for begin, what in _DISK.items():
        if name.startswith(begin):
            return DiskError(f"{what}; make room or choose another folder with --data-dir", place=place)
    raise error
