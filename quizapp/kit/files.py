"""Files written whole or not at all, and read within bounds."""

import os
import tempfile
from pathlib import Path
from typing import Final

from quizapp.kit.errors import DiskError, InputError, Place, mending
from quizapp.kit.locked import first_bytes, in_use

MOST_KEPT: Final = 10
"""Copies of a file from before its changes: one may be all that is left of work that a slip has wiped."""


def read_bounded(path: Path, *, most: int) -> bytes:
    """Read a file of at most `most` bytes.

    Raises:
        InputError: it is missing, a folder, or larger.
        DiskError: it may not be read.
    """
    place = Place(str(path))
    try:
        if path.is_dir():
            raise InputError("this is a folder; name a file in it", place=place)
        data = first_bytes(path, most + 1)[0] if in_use(path) else _read(path, most + 1)
    except FileNotFoundError:
        raise InputError("there is no such file; check the name", place=place) from None
    except OSError as error:
        raise DiskError(f"cannot read this file ({error.strerror}); check its permissions", place=place) from None
    except ValueError:
        raise InputError("this is not a file name", place=place) from None
    if len(data) > most:
        raise InputError(f"this file is larger than {most // 2**20} MiB; split it into parts", place=place)
    return data


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(most)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file by data, written beside it, flushed and then renamed, so that the old file survives any fault.

    Raises:
        DiskError: the folder cannot be written, the disk is full, or it is a device or a pipe; the old file is intact.
    """
    check_replaceable(path)
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()  # a link keeps pointing where it pointed
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
        sync_folder(target.parent)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise DiskError(
            f"cannot write here ({error.strerror}); nothing was changed; {mending(error)}, or choose another place",
            place=Place(str(path)),
        ) from None


def keep_before(path: Path, data: bytes) -> Path:
    """Keep what a file held beside it, before it is written anew; the name ends in .bak, and .bak2 is one time older.

    Raises:
        DiskError: there is no room; nothing is lost.
    """
    newest, *older = (path.with_name(f"{path.name}.bak{number or ''}") for number in (0, *range(2, MOST_KEPT + 1)))
    names = (newest, *older)
    try:
        if newest.is_file() and newest.read_bytes() == data:
            return newest
        free = next((number for number, name in enumerate(names) if not name.exists()), len(older))
        for number in range(free, 0, -1):  # the oldest first: a fault between two leaves a gap and loses nothing
            names[number - 1].replace(names[number])
    except OSError as error:
        raise DiskError(
            f"cannot keep what was here before ({error.strerror}); nothing was changed; {mending(error)}",
            place=Place(str(path)),
        ) from None
    write_atomically(newest, data)
    return newest


def check_replaceable(path: Path) -> None:
    """Refuse to put a file in the place of what is none: root would replace a device.

    Raises:
        DiskError: it is a device, a pipe or a socket.
    """
    try:
        odd = path.exists() and not path.is_file() and not path.is_dir()
    except OSError:
        return  # whoever goes on is told why it cannot be written
    if odd:
        raise DiskError("this is no file but a device or a pipe; name a file", place=Place(str(path)))


def check_target(path: Path) -> None:
    """Refuse to write a file that a person names where none can be; a folder that is not there is most often a slip.

    Raises:
        InputError: it is a folder.
        DiskError: it is a device, a pipe or a socket, or there is no folder for it.
    """
    place = Place(str(path))
    try:
        if path.is_dir():
            raise InputError("this is a folder; name a file in it", place=place)
        check_replaceable(path)
        if not path.parent.is_dir():
            raise DiskError("there is no such folder; make it, or name another", place=place)
    except (OSError, ValueError):
        return  # whoever goes on is told why it cannot be written


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current


def sync_folder(folder: Path) -> None:
    """Make the rename itself durable (POSIX: the folder's entry is data of the folder)."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
