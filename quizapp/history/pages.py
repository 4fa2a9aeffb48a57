"""Whether the pages of a history look like pages of a database: a look at their heads alone, quick in large files.

SQLite's own check of a million answers takes a second, this a tenth. What looks wrong here need not be: a page that was
given up may hold nothing, and one that another instance is just writing may be half there. So it is only ever a reason
to let SQLite look at everything.
"""

import os
import struct
from pathlib import Path
from typing import Final

from quizapp.kit.locked import reading_beside_locks

_CHUNK: Final = 2**20
"""Bytes that are read at once: whole pages of any size."""

_LOCKS: Final = 2**30
"""At this byte lies a page that nothing is ever written to, https://www.sqlite.org/fileformat2.html#the_lock_byte_page."""

_HEAD: Final = struct.Struct(">BHHHB")
"""Of a b-tree page: its kind, where its free blocks begin, its cells, where their content begins, its fragments."""

_HEADS: Final = {2: 12, 5: 12, 10: 8, 13: 8}
"""How long the heads of the kinds of b-tree pages are."""

_FRAGMENTS: Final = 60  # SQLite closes the gaps of a page that has more
_FIRST: Final = 100  # bytes of the file's own header, in the first page


def looks_whole(path: Path, *, page: int) -> bool:
    """Whether all pages of a file, of so many bytes each, look like pages of a database.

    Raises:
        OSError: it may not be read.
    """
    with reading_beside_locks(path) as handle:
        count = os.fstat(handle).st_size // page
        for start in range(0, count * page, _CHUNK):
            chunk = os.pread(handle, _CHUNK, start)
            if not all(_is_likely(chunk, at, start + at, page, count) for at in range(0, len(chunk) - page + 1, page)):
                return False
    return True


def _is_likely(chunk: bytes, at: int, place: int, page: int, count: int) -> bool:
    kind, free, cells, content, fragments = _HEAD.unpack_from(chunk, at if place else _FIRST)
    head = _HEADS.get(kind)
    if head is None:
        return place == _LOCKS // page * page or _is_overflow(chunk, at, page, count)
    begin = head + (0 if place else _FIRST)
    return bool(begin + 2 * cells <= (content or 65_536) <= page and free < page and fragments <= _FRAGMENTS)


def _is_overflow(chunk: bytes, at: int, page: int, count: int) -> bool:
    """Whether it may go on with a long text, or be one that was given up: both begin with another page's number."""
    return int.from_bytes(chunk[at : at + 4]) <= count and any(chunk[at : at + page])
