"""The history file as the room uses it: opened late, one transaction at a time, faults told in sentences."""

import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from quizapp.history.opening import WAIT_SECONDS, open_empty, open_file
from quizapp.history.troubles import told

Transaction = sqlite3.Connection
"""What the modules of this room read from and write to, inside one transaction."""

T = TypeVar("T")


class Database:
    """A history file that is not made before there is something to keep; without a path it lives in memory.

    Reading and writing raise StudyDataError when the file is damaged, foreign, newer or in use, and DiskError when
    the disk is full or the place may not be written.
    """

    def __init__(self, path: Path | None, *, wait: float = WAIT_SECONDS) -> None:
        self.path = path
        self._wait = wait
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
        with self._opened(writing=True) as connection:
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

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _opened(self, *, writing: bool) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._open(writing=writing)
            except sqlite3.DatabaseError as error:
                raise told(error, self.path) from None

    def _open(self, *, writing: bool) -> sqlite3.Connection:
        if self._connection is not None and not (self._standing_in and self._wanted(writing=writing)):
            return self._connection
        self.close()
        self._standing_in = not self._wanted(writing=writing)
        self._connection = (
            open_file(self.path, wait=self._wait) if self.path and not self._standing_in else open_empty()
        )
        weakref.finalize(self, self._connection.close)  # Python 3.13 warns of a connection that nobody closed
        return self._connection

    def _wanted(self, *, writing: bool) -> bool:
        """Whether the file itself is needed: to write, or because it is there."""
        return self.path is not None and (writing or self.path.exists())
