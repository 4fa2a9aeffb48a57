"""A history file is looked at before it is used, and made whole or not at all."""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from quizapp.history.migrations import APPLICATION_ID, NEWEST, migrate, version_of
from quizapp.history.pages import looks_whole
from quizapp.history.texts import read_text
from quizapp.history.troubles import OF_A_HISTORY, Refusals, disk_told
from quizapp.history.wholeness import is_whole
from quizapp.kit.errors import Place, StudyDataError
from quizapp.kit.files import sync_folder
from quizapp.kit.locked import Identity, first_bytes, leave, use

WAIT_SECONDS: Final = 5.0
"""How long to wait for another instance that is writing; a write takes well under 10 ms."""

CHECKED_BYTES: Final = 4 * 2**20
"""Files up to this size are checked at every opening: 20,000 answers, 10 ms."""

PAGE: Final = 2048
"""Bytes of a page of a new file. An answer touches eight pages, which go to disk whole: with 4,096 it takes a twentieth
more. With 1,024 it takes hardly less, and the look at the pages of a large file takes four times as long."""

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100  # bytes, https://www.sqlite.org/fileformat2.html#the_database_header
_JOURNAL: Final = 18
_WRITE_AHEAD: Final = 2
_PAGES: Final = slice(28, 32)
_VERSION: Final = slice(60, 64)
_APPLICATION: Final = slice(68, 72)
_LARGEST_PAGE: Final = 65536  # is written as 1


class _Connection(sqlite3.Connection):
    """A connection whose locks nobody in this process lets go of by looking at its file."""

    file: Identity | None = None

    def close(self) -> None:
        super().close()
        if self.file is not None:
            leave(self.file)
            self.file = None


def connect(name: str, *, uri: bool = False, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """A connection that waits for others, and for the disk."""
    connection = sqlite3.connect(
        name, timeout=wait, isolation_level=None, check_same_thread=False, uri=uri, factory=_Connection
    )
    connection.file = _file_of(connection)
    connection.text_factory = read_text
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # with NORMAL a power cut took nearly all since the last checkpoint
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _file_of(connection: sqlite3.Connection) -> Identity | None:
    """The file of a connection, in use from now on; None where it is in memory, or was moved away meanwhile."""
    name = connection.execute("PRAGMA database_list").fetchone()[2]  # needs no lock and reads nothing
    with suppress(OSError):
        return use(Path(name)) if name else None
    return None


def open_empty() -> sqlite3.Connection:
    """An empty history in memory."""
    connection = connect(":memory:")
    migrate(connection)
    return connection


def open_file(
    path: Path, *, wait: float = WAIT_SECONDS, before_update: Callable[[sqlite3.Connection], object] | None = None
) -> sqlite3.Connection:
    """The history in a file, which is made when there is none and brought to today's form when it is older.

    Args:
        path: the file.
        wait: seconds to wait for another instance.
        before_update: what to do with an older history before it is changed.

    Raises:
        StudyDataError: it is damaged, foreign or newer; nothing was changed.
        DiskError: the place may not be used.
        sqlite3.DatabaseError: what SQLite says.
    """
    if not path.exists():
        make_file(path, migrate)  # where another instance was faster, what it made is used
    check_header(path)
    check_inside(path)
    connection = connect(str(path), wait=wait)
    try:
        if version_of(connection) < NEWEST:
            if before_update:
                before_update(connection)
            migrate(connection)
        _write_ahead(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def make_file(path: Path, fill: Callable[[sqlite3.Connection], None], *, over: bool = False) -> bool:
    """Make a history beside its place and put it there, so that a half-made one is never seen.

    Returns whether it is there now; it is not when the place was taken, and what is there was not to be replaced.

    Raises:
        DiskError: the place may not be used.
    """
    with disk_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".new-history-") as folder:
            made = Path(folder) / path.name
            with closing(connect(str(made))) as connection:
                connection.execute(f"PRAGMA page_size = {PAGE}")  # what is copied into it brings its own
                fill(connection)
                connection.execute("PRAGMA journal_mode = WAL")
            return _put(made, path, over=over)


def _put(made: Path, path: Path, *, over: bool) -> bool:
    if over:
        for end in ("-wal", "-shm"):  # those of the file that goes; SQLite must not take them for the new one's
            path.with_name(path.name + end).unlink(missing_ok=True)
        made.replace(path)
    else:
        try:
            os.link(made, path)
        except FileExistsError:
            return False
    sync_folder(path.parent)
    return True


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work at once in a file that was a backup before; where that is refused it works, too."""
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")


def is_backup(path: Path) -> bool:
    """Whether a file is a copy that quizapp made, and not a history that somebody studies with."""
    with disk_told(path):
        header, _ = first_bytes(path, _HEADER)
    ours = header.startswith(_MAGIC) and int.from_bytes(header[_APPLICATION]) == APPLICATION_ID
    return ours and header[_JOURNAL] != _WRITE_AHEAD


def check_header(path: Path, *, say: Refusals = OF_A_HISTORY) -> None:
    """Look at the bytes of a file, without SQLite, which might change it.

    Raises:
        StudyDataError: it is damaged, foreign or newer.
        DiskError: it may not be read.
    """
    with disk_told(path):
        header, size = first_bytes(path, _HEADER)
    place = Place(str(path))
    if not _is_ours(header):
        header = logged_header(path) or header  # torn as the log was brought in: SQLite takes the page from there
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise StudyDataError(say.foreign if header.strip(b"\x00") else say.damaged, place=place)
    if int.from_bytes(header[_APPLICATION]) != APPLICATION_ID:
        raise StudyDataError(say.foreign, place=place)
    if int.from_bytes(header[_VERSION]) > NEWEST:
        raise StudyDataError(say.newer, place=place)
    if _is_short(header, size) and not _waiting(path):
        with disk_told(path):  # once more: another instance may have been bringing its log in, and is done now
            header, size = first_bytes(path, _HEADER)
        if _is_short(header, size) and not _waiting(path):
            raise StudyDataError(say.damaged, place=place)


def _looks_whole(path: Path) -> bool:
    with disk_told(path):
        header, _ = first_bytes(path, _HEADER)
        return looks_whole(path, page=_page(header))


def _page(header: bytes) -> int:
    size = int.from_bytes(header[16:18])
    return size if size > 1 else _LARGEST_PAGE


def _is_short(header: bytes, size: int) -> bool:
    """Whether a file has fewer bytes than its header says."""
    return size < int.from_bytes(header[_PAGES]) * _page(header)


def check_inside(path: Path, *, most: int = CHECKED_BYTES) -> None:
    """Look inside without being able to write: the version in the write-ahead log, and all of it where that is quick.

    A file up to `most` bytes is checked whole, and so is a larger one in which a page does not look like one. The rest
    of a larger one is checked with the backup of the day.

    Raises:
        StudyDataError: it is damaged or newer.
        sqlite3.DatabaseError: what SQLite says.
    """
    whole = path.stat().st_size <= most or not _looks_whole(path)
    if not whole and not _waiting(path):
        return
    with closing(connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        if version_of(connection) > NEWEST:
            raise StudyDataError(OF_A_HISTORY.newer, place=Place(str(path)))
        if whole and not is_whole(connection):
            raise StudyDataError(OF_A_HISTORY.damaged, place=Place(str(path)))


def _is_ours(header: bytes) -> bool:
    return header.startswith(_MAGIC) and int.from_bytes(header[_APPLICATION]) == APPLICATION_ID


def logged_header(path: Path) -> bytes | None:
    """The header of a history's file as its write-ahead log has it; None where the log has none of ours.

    The layout is that of https://www.sqlite.org/walformat.html: a head of 32 bytes, then frames of 24 bytes and a page.
    """
    log = path.with_name(f"{path.name}-wal")
    found = None
    try:
        with log.open("rb") as stream:
            head = stream.read(_LOG_HEAD)
            page = int.from_bytes(head[8:12])
            if head[:3] != _LOG_MAGIC or page not in _LOG_PAGES:
                return None
            while len(frame := stream.read(_FRAME_HEAD)) == _FRAME_HEAD:
                start = stream.read(_HEADER)
                first = int.from_bytes(frame[:4]) == 1 and frame[8:16] == head[16:24]  # page 1, of this log's salts
                found = start if first and _is_ours(start) else found
                stream.seek(page - _HEADER, os.SEEK_CUR)
    except OSError:
        return None
    return found


_LOG_HEAD: Final = 32
_FRAME_HEAD: Final = 24
_LOG_MAGIC: Final = b"\x37\x7f\x06"
_LOG_PAGES: Final = frozenset(2**power for power in range(9, 17))


def _waiting(path: Path) -> bool:
    """Whether a write-ahead log holds what is not in the file yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0
