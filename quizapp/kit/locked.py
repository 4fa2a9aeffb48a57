"""Files read without letting go of the locks that this process has on them.

POSIX drops all locks of a process on a file as soon as it closes any descriptor of it, also one that only read a few
bytes (https://www.sqlite.org/howtocorrupt.html, 2.2). Another process then takes itself for the only one that has the
database open, removes the log beside it, and what goes on being written there is lost without an error. So the
descriptor of a file that is in use stays open until nobody in this process uses it.
"""

import os
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple


class Identity(NamedTuple):
    """Which file it is, whatever its name."""

    device: int
    number: int


_HOW: Final = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK  # a pipe is refused instead of waited for
_guard: Final = threading.Lock()
_users: Final[Counter[Identity]] = Counter()
_kept: Final[dict[Identity, list[int]]] = {}


def use(path: Path) -> Identity:
    """Say that this process is about to lock a file; `leave` has to follow.

    Raises:
        OSError: there is none.
    """
    identity = _identity(path.stat())
    with _guard:
        _users[identity] += 1
    return identity


def leave(identity: Identity) -> None:
    """Say that one use of a file is over, and its locks are given back."""
    with _guard:
        _users[identity] -= 1
        if _users[identity] <= 0:
            del _users[identity]
            for handle in _kept.pop(identity, ()):
                os.close(handle)


def in_use(path: Path) -> bool:
    """Whether this process has locks on a file."""
    try:
        identity = _identity(path.stat())
    except OSError:
        return False
    with _guard:
        return identity in _users


def first_bytes(path: Path, most: int) -> tuple[bytes, int]:
    """The first bytes of a file, at most so many, and the size of all of it, in bytes.

    Raises:
        OSError: it may not be read.
    """
    with reading_beside_locks(path) as handle:
        return _read(handle, most), os.fstat(handle).st_size


@contextmanager
def reading_beside_locks(path: Path) -> Iterator[int]:
    """A descriptor for reading any place of a file.

    Raises:
        OSError: it may not be read.
    """
    handle = _taken_out(path)
    try:
        yield handle
    finally:
        _put_away(handle)


def _taken_out(path: Path) -> int:
    """One that is kept, or another."""
    with _guard:
        kept = _kept.get(_identity(path.stat()))
        return kept.pop() if kept else os.open(path, _HOW)


def _read(handle: int, most: int) -> bytes:
    found = bytearray()
    while len(found) < most and (more := os.pread(handle, most - len(found), len(found))):
        found += more
    return bytes(found)


def _put_away(handle: int) -> None:
    with _guard:
        identity = _identity(os.fstat(handle))
        if identity in _users:
            _kept.setdefault(identity, []).append(handle)
        else:
            os.close(handle)


def _identity(found: os.stat_result) -> Identity:
    return Identity(found.st_dev, found.st_ino)
