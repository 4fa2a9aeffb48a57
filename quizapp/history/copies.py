"""A history copied by SQLite's own backup, which sees every answer that was kept, and checked before it counts."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from quizapp.history.migrations import NEWEST, migrate, version_of
from quizapp.history.opening import check_header, connect
from quizapp.history.shape import is_shaped
from quizapp.history.troubles import COMPLAINTS, IN_USE, OF_A_COPY, OF_A_HISTORY, InUseError, disk_told, told_of_file
from quizapp.history.wholeness import is_whole
from quizapp.kit.errors import DiskError, InputError, Place, StudyDataError
from quizapp.kit.files import sync_folder

LARGEST: Final = 2**30
"""Bytes of a file that is brought in: some five million answers."""

_BESIDE: Final = ("-wal", "-journal")


def write_copy(connection: sqlite3.Connection, target: Path, *, source: Path) -> None:
    """Write what a connection sees to one file, which is whole, checked and on disk when this returns.

    Raises:
        StudyDataError: the history at `source` is damaged or in use; whatever was at `target` is still there.
        DiskError: the copy cannot be written; same.
    """
    with disk_told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:60]}.", suffix=".tmp")
        os.close(handle)
    made = Path(name)
    try:
        with disk_told(target), _told(source, target):
            _fill(connection, made, source=source)
            made.replace(target)
            sync_folder(target.parent)
    finally:
        for end in ("", *_BESIDE, "-shm"):
            made.with_name(made.name + end).unlink(missing_ok=True)


def read_copy(path: Path) -> sqlite3.Connection:
    """A history that somebody wants to bring in, in memory and in today's form; the file itself stays as it is.

    Raises:
        InputError: there is no such file.
        StudyDataError: it is damaged, foreign or newer.
        DiskError: it may not be read.
    """
    _check_file(path)
    check_header(path, say=OF_A_COPY)
    memory = connect(":memory:")
    try:
        with _told(path, path, damaged=OF_A_COPY.damaged):
            with closing(connect(read_only(path), uri=True)) as source:
                copy_into(source, memory, place=path)
            _check_shape(memory, path)
            check_whole(memory, path, damaged=OF_A_COPY.damaged)
            migrate(memory)
    except BaseException:
        memory.close()
        raise
    return memory


def copy_into(source: sqlite3.Connection, target: sqlite3.Connection, *, place: Path) -> None:
    """Make one database what another one is, in one transaction.

    Raises:
        InUseError: another instance holds one of them; Python would try for ever.
    """

    def stepped(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise InUseError(IN_USE, place=Place(str(place)))

    source.backup(target, progress=stepped)


def _fill(connection: sqlite3.Connection, made: Path, *, source: Path) -> None:
    with closing(connect(str(made))) as copy:
        copy_into(connection, copy, place=source)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, that can be read where nothing may be written
        check_whole(copy, source)
    handle = os.open(made, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def check_whole(connection: sqlite3.Connection, source: Path, *, damaged: str = OF_A_HISTORY.damaged) -> None:
    """Look at all of a history.

    Raises:
        StudyDataError: it is damaged.
    """
    if not is_whole(connection):
        raise StudyDataError(damaged, place=Place(str(source)))


def _check_file(path: Path) -> None:
    place = Place(str(path))
    with disk_told(path):
        if path.is_dir():
            raise InputError("this is a folder; name a file in it", place=place)
        if not path.is_file():
            raise InputError("there is no such file; check the name", place=place)
        if path.stat().st_size > LARGEST:
            raise InputError("this file is larger than 1 GiB; no history of answers is", place=place)


def read_only(path: Path) -> str:
    """How to open a file without a trace; with a log beside it SQLite has to look into that, too."""
    logged = any(path.with_name(path.name + end).exists() for end in _BESIDE)
    return f"{path.absolute().as_uri()}?mode=ro" + ("" if logged else "&immutable=1")


def _check_shape(connection: sqlite3.Connection, path: Path) -> None:
    """Let in what is shaped as a history of its version, and nothing else."""
    if version_of(connection) > NEWEST:  # it was still in the log
        raise StudyDataError(OF_A_COPY.newer, place=Place(str(path)))
    if not is_shaped(connection):
        raise StudyDataError(OF_A_COPY.foreign, place=Place(str(path)))


@contextmanager
def _told(source: Path, target: Path, *, damaged: str = OF_A_HISTORY.damaged) -> Iterator[None]:
    """Complaints of SQLite's: damage is the source's, and what the disk refuses is the target's."""
    try:
        yield
    except COMPLAINTS as error:
        ours = told_of_file(error, target)
        if isinstance(ours, DiskError):
            raise ours from None
        if isinstance(ours, InUseError):
            raise InUseError(IN_USE, place=Place(str(source))) from None
        raise StudyDataError(damaged, place=Place(str(source))) from None
