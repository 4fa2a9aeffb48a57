"""A history file is looked at before it is used, and made whole or not at all."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from quizapp.history.migrations import APPLICATION_ID, NEWEST, migrate, version_of
from quizapp.history.troubles import DAMAGED, FOREIGN, NEWER
from quizapp.kit.errors import DiskError, Place, StudyDataError
from quizapp.kit.files import sync_folder

WAIT_SECONDS: Final = 5.0
"""How long to wait for another instance that is writing; a write takes well under 10 ms."""

CHECKED_BYTES: Final = 4 * 2**20
"""Files up to this size are checked at every opening: 20,000 answers, 10 ms."""

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100  # bytes, https://www.sqlite.org/fileformat2.html#the_database_header
_PAGES: Final = slice(28, 32)
_VERSION: Final = slice(60, 64)
_APPLICATION: Final = slice(68, 72)
_LARGEST_PAGE: Final = 65536  # is written as 1


def connect(name: str, *, uri: bool = False, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """A connection that waits for others, and for the disk."""
    connection = sqlite3.connect(name, timeout=wait, isolation_level=None, check_same_thread=False, uri=uri)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # with NORMAL a power cut took nearly all since the last checkpoint
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def open_empty() -> sqlite3.Connection:
    """An empty history in memory."""
    connection = connect(":memory:")
    migrate(connection)
    return connection


def open_file(path: Path, *, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """The history in a file, which is made when there is none and brought to today's form when it is older.

    Raises:
        StudyDataError: it is damaged, foreign or newer; nothing was changed.
        DiskError: the place may not be used.
        sqlite3.DatabaseError: what SQLite says.
    """
    if not path.exists():
        _create(path)
    with _disk_told(path):
        _check_header(path)
    _check_inside(path)
    connection = connect(str(path), wait=wait)
    if version_of(connection) < NEWEST:
        migrate(connection)
    return connection


def _create(path: Path) -> None:
    """Make a history beside its place and link it there, so that a half-made one is never seen.

    When two instances do this at once, the second finds the place taken and uses what is there.
    """
    with _disk_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".new-history-") as folder:
            made = Path(folder) / path.name
            with closing(connect(str(made))) as connection:
                migrate(connection)
                connection.execute("PRAGMA journal_mode = WAL")
            with suppress(FileExistsError):
                os.link(made, path)
            sync_folder(path.parent)


def _check_header(path: Path) -> None:
    """Look at the bytes of a file, without SQLite, which might change it."""
    with path.open("rb") as stream:
        header = stream.read(_HEADER)
        size = stream.seek(0, os.SEEK_END)
    place = Place(str(path))
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise StudyDataError(FOREIGN if header.strip(b"\x00") else DAMAGED, place=place)
    if int.from_bytes(header[_APPLICATION]) != APPLICATION_ID:
        raise StudyDataError(FOREIGN, place=place)
    if int.from_bytes(header[_VERSION]) > NEWEST:
        raise StudyDataError(NEWER, place=place)
    page = int.from_bytes(header[16:18])
    expected = int.from_bytes(header[_PAGES]) * (page if page > 1 else _LARGEST_PAGE)
    if size < expected and not _waiting(path):
        raise StudyDataError(DAMAGED, place=place)


def _check_inside(path: Path) -> None:
    """Look inside without being able to write: the version in the write-ahead log, and a small file whole."""
    small = path.stat().st_size <= CHECKED_BYTES
    if not small and not _waiting(path):
        return
    with closing(connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        if version_of(connection) > NEWEST:
            raise StudyDataError(NEWER, place=Place(str(path)))
        if small and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise StudyDataError(DAMAGED, place=Place(str(path)))


def _waiting(path: Path) -> bool:
    """Whether a write-ahead log holds what is not in the file yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


@contextmanager
def _disk_told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DiskError(
            f"cannot use this file ({error.strerror}); make room, or choose another folder with --data-dir",
            place=Place(str(path)),
        ) from None
