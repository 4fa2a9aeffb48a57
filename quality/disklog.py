"""What SQLite tells the disk, in its order: writes, syncs and truncations, heard at its own door, the VFS.

A shim in front of SQLite's default VFS, for this process: https://www.sqlite.org/vfs.html. Only files that somebody
watches are logged; all of them are read and written as ever.
"""

import _sqlite3
import ctypes
from collections.abc import Callable
from contextlib import suppress
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_OPEN: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE: Final = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_WRITE: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE: Final = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC: Final = CFUNCTYPE(c_int, c_void_p, c_int)


class _Methods(Structure):
    """sqlite3_io_methods, version 3; of most functions only the address matters."""

    _fields_ = (
        ("version", c_int),
        *((name, c_void_p) for name in ("close", "read")),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        *((f"other{number}", c_void_p) for number in range(13)),
    )


class _Vfs(Structure):
    """sqlite3_vfs, version 3."""

    _fields_ = (
        *((name, c_int) for name in ("version", "file_size", "longest_path")),
        *((name, c_void_p) for name in ("next", "name", "data")),
        ("open", _OPEN),
        ("delete", _DELETE),
        *((f"other{number}", c_void_p) for number in range(13)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file that was opened, with what is in it; None for one that is made."""

    path: str
    content: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Bytes handed to the operating system."""

    path: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Truncated:
    """A file cut to so many bytes."""

    path: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """All that was written to a file is on the disk."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """A file removed."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the program told its user in between."""

    line: str


Event = Opened | Written | Truncated | Synced | Deleted | Said


class DiskLog:
    """Hears every file of SQLite's from now on whose path is watched."""

    def __init__(self, watches: Callable[[Path], bool]) -> None:
        self.events: list[Event] = []
        self._watches = watches
        self._paths: dict[int, str] = {}
        self._methods: dict[int, _Methods] = {}  # ours by the address of SQLite's, kept alive here
        library: Any = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        self._theirs = library.sqlite3_vfs_find(None).contents
        self._name = ctypes.create_string_buffer(b"logged")
        self._vfs = _Vfs.from_buffer_copy(self._theirs)
        self._vfs.name = ctypes.addressof(self._name)
        self._vfs.open, self._vfs.delete = _OPEN(self._open), _DELETE(self._delete)
        if library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1):
            raise OSError("SQLite takes no other VFS")

    def say(self, line: str) -> None:
        """Put a word between the writes."""
        self.events.append(Said(line=line))

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        path = ctypes.string_at(name).decode() if name else ""
        watched = bool(path) and self._watches(Path(path))
        content = None
        if watched:
            with suppress(FileNotFoundError):
                content = Path(path).read_bytes()
        code = self._theirs.open(ctypes.addressof(self._theirs), name, file, flags, out)
        if watched and code == 0:
            self._paths[file] = path
            self._hear(file)
            self.events.append(Opened(path=path, content=content))
        return int(code)

    def _hear(self, file: int) -> None:
        """Put our functions in the place of SQLite's for one open file."""
        slot = ctypes.cast(file, POINTER(c_void_p))
        address = slot[0]
        if address not in self._methods:
            theirs = _Methods.from_address(address)
            ours = _Methods.from_buffer_copy(theirs)
            ours.write = _WRITE(self._writing(theirs))
            ours.truncate = _TRUNCATE(self._truncating(theirs))
            ours.sync = _SYNC(self._syncing(theirs))
            self._methods[address] = ours
        slot[0] = ctypes.addressof(self._methods[address])

    def _writing(self, theirs: _Methods) -> Callable[[int, int, int, int], int]:
        def write(file: int, data: int, amount: int, offset: int) -> int:
            self.events.append(Written(path=self._paths[file], offset=offset, data=ctypes.string_at(data, amount)))
            return int(theirs.write(file, data, amount, offset))

        return write

    def _truncating(self, theirs: _Methods) -> Callable[[int, int], int]:
        def truncate(file: int, size: int) -> int:
            self.events.append(Truncated(path=self._paths[file], size=size))
            return int(theirs.truncate(file, size))

        return truncate

    def _syncing(self, theirs: _Methods) -> Callable[[int, int], int]:
        def sync(file: int, flags: int) -> int:
            code = int(theirs.sync(file, flags))
            self.events.append(Synced(path=self._paths[file]))
            return code

        return sync

    def _delete(self, _vfs: int, name: bytes, sync_folder: int) -> int:
        if self._watches(Path(name.decode())):
            self.events.append(Deleted(path=name.decode()))
        return int(self._theirs.delete(ctypes.addressof(self._theirs), name, sync_folder))
