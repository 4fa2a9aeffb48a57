"""A mark beside the data while everything is imported, so that a power cut in the middle is noticed and taken back."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from quizapp.kit.errors import DiskError, Place, mending
from quizapp.kit.files import sync_folder
from quizapp.usecases.workspace import histories, import_mark


class Mark(NamedTuple):
    """What an import that was cut short needs to be taken back."""

    kept: Path | None
    """The file of all that was here; None where there was nothing."""
    histories: frozenset[str]
    """The names of the histories that were here, also of those that could not be used."""


@contextmanager
def marked(data_dir: Path, kept: Path | None) -> Iterator[None]:
    """Leave a mark as long as this lasts; it stays behind only if this process is killed.

    Raises:
        DiskError: it cannot be written; nothing was changed.
    """
    path = import_mark(data_dir)
    note = {"kept": None if kept is None else str(kept), "histories": [each.name for each in histories(data_dir)]}
    try:
        handle = _leave_mark(path, json.dumps(note).encode())
    except OSError as error:
        what = f"cannot write here ({error.strerror}); nothing was changed; {mending(error)}"
        raise DiskError(what, place=Place(str(path))) from None
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _leave_mark(path: Path, note: bytes) -> int:
    """Locked before anything stands in it: another start must not take back what is only under way."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX)
    os.truncate(handle, 0)
    os.write(handle, note)
    os.fsync(handle)
    sync_folder(path.parent)
    return handle


@contextmanager
def left_behind(data_dir: Path) -> Iterator[Mark | None]:
    """The mark of an import that was cut short, gone once this is over; None where one is still under way.

    It goes whatever comes of this: what was answered since must not be taken back at a later start.
    """
    path = import_mark(data_dir)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except OSError:  # over by now, or a disk that cannot be written
        yield None
        return
    ours = _is_ours(handle, path)
    try:
        yield _read(handle) if ours else None
    finally:
        if ours:
            with suppress(OSError):
                path.unlink()
        os.close(handle)


def _is_ours(handle: int, path: Path) -> bool:
    """Whether nobody holds the mark, and it was not taken away between its opening and this."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _read(handle: int) -> Mark | None:
    """What stands in it; where it was not yet written, nothing was changed either."""
    with suppress(ValueError, KeyError, TypeError):
        note = json.loads(os.pread(handle, os.fstat(handle).st_size, 0))
        return Mark(None if note["kept"] is None else Path(note["kept"]), frozenset(note["histories"]))
    return None
