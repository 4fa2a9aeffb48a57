"""An article's bytes become text, strictly: no encoding is ever guessed."""

import codecs
import re
from typing import Final

from quizapp.articles.formats import READ
from quizapp.kit.errors import InputError, Place, UsageError

_SIGNATURES: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or another Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document, or one with a password"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_BINARY: Final = "is a binary file, or text in another --encoding"
_WIDE_BOMS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Codecs that are no encodings of files; some take time that grows with the square of the size.
_NO_FILES: Final = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"})
_HEAD: Final = 4096  # bytes of a page in which it says its encoding
_DECLARED: Final = re.compile(rb"""<meta[^>]{0,200}charset=["']?([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)


def decoded(data: bytes, *, encoding: str | None, place: Place) -> str:
    """Decode an article; a byte order mark is left out and every line end becomes a line feed.

    Args:
        data: the file.
        encoding: its encoding, None for UTF-8.
        place: the file, for messages.

    Raises:
        InputError: it is no text, or not in this encoding.
        UsageError: there is no such encoding.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _unreadable(f"looks like {kind}", place)
    text = (_utf8(data, place) if encoding is None else _named(data, encoding, place)).removeprefix("\ufeff")
    if "\0" in text:
        raise _unreadable(_BINARY, place)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def declared(data: bytes) -> str:
    """The encoding that a web page says it has, empty where it says none."""
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode() if found else ""


def _unreadable(what: str, place: Place) -> InputError:
    return InputError(f"no readable text: this {what}; save its text as one of {READ}", place=place)


def _utf8(data: bytes, place: Place) -> str:
    if b"\0" in data and not data.startswith(_WIDE_BOMS):
        raise _unreadable(_BINARY, place)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        hint = _hint(data)
        raise InputError(
            f"byte 0x{data[error.start]:02X} is not UTF-8; convert the file to UTF-8, or name its encoding: {hint}",
            place=_at(data, error.start, place),
        ) from None


def _named(data: bytes, encoding: str, place: Place) -> str:
    try:
        text = data.decode(_codec(encoding))
        text.encode()  # half surrogates, which some codecs let through, can be written nowhere
    except UnicodeDecodeError as error:
        what = f"byte 0x{data[error.start]:02X} does not fit the encoding {encoding}; try another --encoding"
        raise InputError(what, place=_at(data, error.start, place)) from None
    except UnicodeError:
        raise InputError(f"this does not fit the encoding {encoding}; try another --encoding", place=place) from None
    except LookupError:  # a codec that makes bytes of bytes
        raise _no_encoding(encoding) from None
    return text


def _codec(encoding: str) -> str:
    """The codec's proper name."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise _no_encoding(encoding) from None
    if name in _NO_FILES:
        raise _no_encoding(encoding)
    return name


def _no_encoding(encoding: str) -> UsageError:
    return UsageError(f"there is no encoding “{encoding}”; known are utf-8, latin-1, cp1252, utf-16 and more")


def _hint(data: bytes) -> str:
    if data.startswith(_WIDE_BOMS):
        return "--encoding utf-16"
    if said := declared(data):
        return f"it says --encoding {said}"
    return "--encoding cp1252, latin-1, cp1251 …"


def _at(data: bytes, offset: int, place: Place) -> Place:
    """The line and column of a byte, all before it being read as UTF-8 as far as it goes."""
    before = data[:offset].removeprefix(codecs.BOM_UTF8)
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Place(place.file, before.count(b"\n") + 1, column)
