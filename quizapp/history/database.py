"""The history file as the room uses it: opened late, one transaction at a time, faults told in sentences."""

import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from quizapp.history.backups import FRESH, Cause, keep_before, keep_daily
from quizapp.history.copies import check_whole, write_copy
from quizapp.history.opening import WAIT_SECONDS, open_empty, open_file
from quizapp.history.shape import is_sound
from quizapp.history.troubles import COMPLAINTS, OF_A_HISTORY, Complaint, InUseError, told
from quizapp.kit.clock import Clock
from quizapp.kit.errors import DiskError, Place, QuizappError, StudyDataError

Transaction = sqlite3.Connection
"""What the modules of this room read from and write to, inside one transaction."""

T = TypeVar("T")


class Database:
    """A history file that is not made before there is something to keep; without a path it lives in memory.

    Reading and writing raise StudyDataError when the file is damaged, foreign, newer or in use, and DiskError when
    the disk is full or the place may not be written. With a clock, the first use of a day backs the file up, and so
    does an answer when that is half an hour old.
    """

    def __init__(self, path: Path | None, *, wait: float = WAIT_SECONDS, clock: Clock | None = None) -> None:
        self.path = path
        self._wait = wait
        self._clock = clock
        self._kept_at: datetime | None = None  # when the last backup was made that this instance saw to
        self._connection: sqlite3.Connection | None = None
        self._standing_in = False  # an empty history in memory for a file that does not exist yet
        self._lock = threading.RLock()  # screens read in worker threads

    def read(self, what: Callable[[Transaction], T]) -> T:
        """What a function reads, from one state of the file."""
        with self._opened(writing=False) as connection:
            connection.execute("BEGIN")
            try:
                return what(connection)
            finally:
                connection.execute("ROLLBACK")

    def write(self, what: Callable[[Transaction], T]) -> T:
        """Do it in one transaction, which is on disk when this returns."""
        with self._lock:  # not through _opened: a context manager made of a generator costs an answer a microsecond
            try:
                return _written(self._open(writing=True), what)
            except COMPLAINTS as error:
                raise self._told(error) from None

    def back_up(self, target: Path) -> None:
        """Copy what is kept to one file, which is whole, checked and on disk when this returns."""
        with self._opened(writing=False) as connection:
            write_copy(connection, target, source=self.path or target)

    def keep_before(self, cause: Cause, *, now: datetime) -> Path | None:
        """Back up what there is before it is changed, and return where; None when there is nothing yet."""
        if self.path is None or not self.path.exists():
            return None
        with self._opened(writing=False) as connection:
            return keep_before(connection, self.path, cause=cause, now=now)

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def standing_back(self) -> Iterator[None]:
        """Let go of the file while another is put in its place; whoever wants to read or write meanwhile waits."""
        with self._lock:
            self.close()
            yield

    @contextmanager
    def _opened(self, *, writing: bool) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._open(writing=writing)
            except COMPLAINTS as error:
                raise self._told(error) from None

    def _told(self, error: Complaint) -> QuizappError:
        """What SQLite complains of as ours; of what looks like a fault of this program the file may be to blame."""
        try:
            return told(error, self.path)
        except COMPLAINTS:
            if self.path is None or not self.path.exists() or is_sound(self.path):
                raise
            return StudyDataError(OF_A_HISTORY.damaged, place=Place(str(self.path)))

    def _open(self, *, writing: bool) -> sqlite3.Connection:
        if self._connection is None or (self._standing_in and self._wanted(writing=writing)):
            self.close()
            self._standing_in = not self._wanted(writing=writing)
            connection = self._open_kept(self.path) if self.path and not self._standing_in else open_empty()
            weakref.finalize(self, connection.close)  # Python 3.13 warns of a connection that nobody closed
            self._connection = connection
        self._keep_daily(self._connection, writing=writing)
        return self._connection

    def _open_kept(self, path: Path) -> sqlite3.Connection:
        """The file, backed up first when it is older than this program."""
        if self._clock is None:
            return open_file(path, wait=self._wait)
        now = self._clock.now()
        self._kept_at = None if path.exists() else now  # there is nothing in a new one
        update = partial(keep_before, history=path, cause=Cause.UPDATE, now=now)
        return open_file(path, wait=self._wait, before_update=update)

    def _keep_daily(self, connection: sqlite3.Connection, *, writing: bool) -> None:
        """Back up at the first use of a day, and while answers are given; an app may stay open for weeks."""
        if self._clock is None or self.path is None or self._standing_in:
            return
        now = self._clock.now()
        kept = self._kept_at
        if kept and kept.date() == now.date() and (not writing or abs(now - kept) < FRESH):
            return
        self._kept_at = now
        try:  # the copy is checked whole, and so the history is, once a day
            self._kept_at = keep_daily(connection, self.path, now=now, writing=writing)
        except InUseError:  # another instance is busy; one may still study
            return
        except DiskError:  # nor does it take room for a copy; `quizapp doctor` tells of it
            check_whole(connection, self.path)

    def _wanted(self, *, writing: bool) -> bool:
        """Whether the file itself is needed: to write, or because it is there."""
        return self.path is not None and (writing or self.path.exists())


def _written(connection: sqlite3.Connection, what: Callable[[Transaction], T]) -> T:
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = what(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have rolled back already
            with suppress(sqlite3.OperationalError):
                connection.execute("ROLLBACK")
        raise
    return result
