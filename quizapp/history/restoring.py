"""A copy put in the place of a history: the present one is kept first, and a fault half-way leaves it as it was."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from quizapp.history.backups import Cause, aside_path, keep_before
from quizapp.history.copies import copy_into
from quizapp.history.opening import WAIT_SECONDS, check_header, check_inside, connect, make_file
from quizapp.history.troubles import COMPLAINTS, IN_USE, InUseError, disk_told, told_of_file
from quizapp.kit.errors import Place, StudyDataError
from quizapp.kit.files import sync_folder


def put_in_place(
    copy: sqlite3.Connection, history: Path, *, now: datetime, wait: float = WAIT_SECONDS
) -> tuple[Path, ...]:
    """Put a checked copy in the place of a history, and return where the present one was kept, if there was one.

    Raises:
        InUseError: another instance has the history open; nothing was changed.
        DiskError: there is no room, or the place may not be written; nothing was changed.
    """
    if not history.exists():
        if not make_file(history, lambda made: copy_into(copy, made, place=history)):
            raise InUseError(IN_USE, place=Place(str(history)))
        return ()
    try:
        return (_replace_inside(copy, history, now=now, wait=wait),)
    except InUseError:
        raise
    except StudyDataError:  # damaged, foreign or newer: SQLite cannot copy it, so its bytes are kept
        kept = _keep_bytes(history, now=now)
        make_file(history, lambda made: copy_into(copy, made, place=history), over=True)
        return kept


def _replace_inside(copy: sqlite3.Connection, history: Path, *, now: datetime, wait: float) -> Path:
    """Replace what is in the file, in one transaction that nobody else is in the middle of."""
    check_header(history)
    try:
        check_inside(history, most=sys.maxsize)  # before anything is written, so that a damaged file is kept as it is
        with closing(connect(str(history), wait=wait)) as connection:
            _be_alone(connection)
            try:
                kept = keep_before(connection, history, cause=Cause.RESTORE, now=now)
                copy_into(copy, connection, place=history)
            finally:
                with suppress(sqlite3.OperationalError):  # somebody opened it meanwhile; the next opening does it
                    connection.execute("PRAGMA journal_mode = WAL")
    except COMPLAINTS as error:
        raise told_of_file(error, history) from None
    return kept


def _be_alone(connection: sqlite3.Connection) -> None:
    """Leave the write-ahead log, which SQLite refuses as long as another instance has the file open.

    Its sitting would go on with sessions and answers that are gone.
    """
    connection.execute("PRAGMA journal_mode = DELETE")


def _keep_bytes(history: Path, *, now: datetime) -> tuple[Path, ...]:
    """Keep an unusable file byte for byte, with what waits in its log."""
    target = aside_path(history, "unusable", now=now)
    kept = []
    with disk_told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        for end in ("", "-wal"):
            source, place = history.with_name(history.name + end), target.with_name(target.name + end)
            if source.exists():
                shutil.copyfile(source, place)
                _sync(place)
                kept.append(place)
        sync_folder(target.parent)
    return tuple(kept)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
