"""Zip archives from outside, read by name and never unpacked onto a disk, and our own, the same bytes each time."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import IO, Final

import zstandard

from quizapp.kit.errors import InputError

MOST_BYTES: Final = 100 * 2**20
"""Bytes that all that is read of one archive may come to (faults.md, I2); counted as they come, not as declared."""

MOST_ENTRIES: Final = 10_000
"""Entries an archive may have (the same)."""

_ENTRY: Final = b"PK\x01\x02"
"""How an entry of the list at the end of an archive begins."""

_CHUNK: Final = 2**16
_WINDOW: Final = 2**27
"""Bytes zstandard may look back; its own tools refuse more, too."""

_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    zstandard.ZstdError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OSError,
)
"""What the readers of zip and zstandard raise on archives that are damaged, encrypted or packed in another way."""


class Archive:
    """A zip archive in memory; its names are only ever looked up, so none can lead anywhere.

    Raises:
        InputError: it is no zip archive, is damaged or encrypted, or has too many entries or bytes.
    """

    def __init__(self, content: bytes, *, most: int = MOST_BYTES) -> None:
        self._most = self._left = most
        check_entries(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN:
            raise InputError("this is no zip archive, or a damaged one; export it again") from None

    def names(self) -> tuple[str, ...]:
        """The names of all entries, as the archive spells them."""
        return tuple(self._zip.namelist())

    def beginning(self, name: str, size: int) -> bytes:
        """The first bytes of an entry, nothing where it is missing or damaged."""
        try:
            with self._zip.open(name) as stream:
                return stream.read(size)
        except (KeyError, *_BROKEN):
            return b""

    def read(self, name: str) -> bytes:
        """The bytes of an entry.

        Raises:
            InputError: the entry is missing, damaged or encrypted, or the archive unpacks to too much.
        """
        try:
            with self._zip.open(name) as stream:
                return self._counted(stream)
        except KeyError:
            raise InputError(f"this archive has no “{name}” in it; it is incomplete or something else") from None
        except _BROKEN:
            raise InputError(f"“{name}” in this archive is damaged or encrypted; export it again") from None

    def read_zstandard(self, name: str) -> bytes:
        """The bytes of an entry that is compressed once more with zstandard.

        Raises:
            InputError: as `read`.
        """
        packed = self.read(name)
        try:
            with zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(packed) as stream:
                return self._counted(stream)
        except _BROKEN:
            raise InputError(f"“{name}” in this archive is damaged; export it again") from None

    def _counted(self, stream: IO[bytes] | zstandard.ZstdDecompressionReader) -> bytes:
        """All of a stream, as long as the archive's allowance lasts."""
        chunks = []
        while chunk := stream.read(_CHUNK):
            self._left -= len(chunk)
            if self._left < 0:
                raise InputError(f"this archive unpacks to more than {self._most // 2**20} MiB; export fewer questions")
            chunks.append(chunk)
        return b"".join(chunks)


def check_entries(content: bytes) -> None:
    """Refuse an archive with too many entries before anything is made of them: each begins with the same mark.

    Raises:
        InputError: there are too many.
    """
    if content.count(_ENTRY) > MOST_ENTRIES:
        raise InputError(f"this archive has more than {MOST_ENTRIES:,} entries; export fewer questions at a time")


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """A zip archive of the entries in their order, without dates."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, entry in entries.items():
            info = zipfile.ZipInfo(name)  # dated 1980-01-01, the first day a zip can name
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, entry)
    return content.getvalue()
