"""Archives that documents come in, opened within limits and never unpacked onto a disk."""

import io
import zipfile
import zlib
from typing import Any, Final

from lxml import etree

from quizapp.articles.declarations import declared, refuse_declarations
from quizapp.kit.errors import InputError

UNPACKED: Final = 100 * 2**20
"""Bytes of all members together (faults.md, A3)."""

MEMBERS: Final = 5_000
"""Members of an archive; a book of a thousand pictures has less than half."""

_BROKEN: Final = "this archive is damaged; download or export the document again"
_DEEP: Final = "this document is too deeply nested to be read; save its text as .txt"
_HUGE: Final = "XML_PARSE_HUGE"
"""What libxml2 names in its message where a bound of its own is reached."""


class Archive:
    """The members of a ZIP archive by name."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, RuntimeError):
            raise InputError(_BROKEN) from None
        _check(entries)
        self.names = frozenset(entry.filename for entry in entries)

    def read(self, name: str) -> bytes:
        """A member's bytes; no more than it says of itself, which was counted.

        Raises:
            InputError: it is missing or damaged.
        """
        try:
            return self._zip.read(name)
        except KeyError:
            raise InputError(f"a part of this document is missing ({name}); download or export it again") from None
        except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, RuntimeError):
            raise InputError(_BROKEN) from None

    def page(self, name: str) -> bytes:
        """The bytes of a member that is read as a web page is.

        Raises:
            InputError: it is missing, damaged, or declares entities.
        """
        data = self.read(name)
        refuse_declarations(data, what=f"a page of this book ({name})")
        return data

    def xml(self, name: str) -> Any:
        """A member as a tree; nothing is looked up, and no document declares entities of its own.

        Raises:
            InputError: it is missing, damaged, or declares entities.
        """
        data = self.read(name)
        what = f"a part of this document ({name})"
        refuse_declarations(data, what=what)
        if b"<!ENTITY" in data.replace(b"\0", b""):  # wherever it stands; no part is an article about XML
            raise declared(what)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_NO_MEMORY:  # the fault is not the archive's
                raise MemoryError from None
            raise InputError(_DEEP if _HUGE in str(error) else _BROKEN) from None


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MEMBERS or sum(entry.file_size for entry in entries) > UNPACKED:
        raise InputError(
            f"this document unpacks to more than {UNPACKED // 2**20} MiB or {MEMBERS} files; save its text as .txt"
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("this document is protected by a password; save a copy without one")
    if any(_leaves(entry.filename) for entry in entries):
        raise InputError("this archive names files outside itself, which no document does; do not trust it")


def _leaves(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or ":" in parts[0]
