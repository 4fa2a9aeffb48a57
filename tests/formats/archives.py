"""Archives that nobody should be able to hurt us with."""

import io
import zipfile

import zstandard

CANARIES = ("../canary", "/canary", "..\\canary", "C:\\canary", "NUL", "a" * 300, "canary\x00.txt", "./././canary")
"""Names that would leave a folder, or that some system takes for something else."""


def zip_of(entries: dict[str, bytes], *, packed: bool = True) -> bytes:
    """A zip archive, as anybody's program writes it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, entry in entries.items():
            archive.writestr(name, entry)
    return content.getvalue()


def zip_bomb(name: str, size: int) -> bytes:
    """An archive whose entry unpacks to so many bytes of nothing."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as stream:
        for _ in range(size // 2**20):
            stream.write(bytes(2**20))
    return content.getvalue()


def zstandard_bomb(size: int) -> bytes:
    """A frame that unpacks to so many bytes of nothing and does not declare it."""
    packer = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return b"".join(packer.compress(bytes(2**20)) for _ in range(size // 2**20)) + packer.flush()


def lying(content: bytes, *, true: int, told: int) -> bytes:
    """The archive with another size declared in every header."""
    return content.replace(true.to_bytes(4, "little"), told.to_bytes(4, "little"))
