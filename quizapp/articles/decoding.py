"""An article's bytes become text, strictly: what a person, a server or a page says is believed, nothing is guessed."""

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
_DECLARED: Final = re.compile(
    rb"""<meta[^>]{0,200}charset=["']?([A-Za-z0-9_.:-]{1,40})"""
    rb"""|\A\s*<\?xml[^>]{0,200}encoding=["']([A-Za-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
# What browsers read where pages say so (encoding.spec.whatwg.org).
_AS_READ: Final = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_WIDE: Final = ("utf-16", "utf-32", "utf_16", "utf_32")


def decoded(data: bytes, *, encoding: str | None, declared: str | None = None, place: Place) -> str:
    """Decode an article; a byte order mark is left out and every line end becomes a line feed.

    Args:
        data: the file.
        encoding: its encoding as a person names it, None for what is declared.
        declared: its encoding as it says itself, None for UTF-8.
        place: the file, for messages.

    Raises:
        InputError: it is no text, or not in this encoding.
        UsageError: there is no such encoding.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _unreadable(f"looks like {kind}", place)
    if encoding is not None:
        text = _in(data, encoding, _codec(encoding), place, "try another --encoding")
    elif declared is not None:
        text = _in(data, declared, declared, place, "name the right one with --encoding", whose=_SAID)
    else:
        text = _utf8(data, place)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise _unreadable(_BINARY, place)
    return text.replace("\r\n", "\n").replace("\r", "\n")


_SAID: Final = " that this page says it has"


def declared_by(data: bytes, *, server: str = "", page: bool) -> str | None:
    """The codec of the first encoding that is named and that there is; None for UTF-8, or where there is none.

    Args:
        data: the text; a byte order mark of UTF-8 speaks louder than all that is said.
        server: what the server says, empty for nothing.
        page: whether the text may say it itself, as web pages do.
    """
    if data.startswith(codecs.BOM_UTF8):
        return None
    for said in (server, _in_head(data) if page else ""):
        try:
            name = _codec(said) if said else ""
        except UsageError:
            continue
        if name:
            return None if name == "utf-8" else _AS_READ.get(name, name)
    return None


def _in_head(data: bytes) -> str:
    """What a page says of itself; no wide encoding, for then it could not be read here."""
    found = _DECLARED.search(data[:_HEAD])
    said = (found[1] or found[2]).decode() if found else ""
    return "" if said.lower().startswith(_WIDE) else said


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


def _in(data: bytes, encoding: str, codec: str, place: Place, advice: str, whose: str = "") -> str:
    """Decode as something that is named; the advice is for where that is wrong, `whose` tells who named it."""
    what = f"does not fit the encoding {encoding}{whose}; {advice}"
    try:
        text = data.decode(codec)
        text.encode()  # half surrogates, which some codecs let through, can be written nowhere
    except UnicodeDecodeError as error:
        raise InputError(f"byte 0x{data[error.start]:02X} {what}", place=_at(data, error.start, place)) from None
    except UnicodeError:
        raise InputError(f"this {what}", place=place) from None
    return text


def _codec(encoding: str) -> str:
    """The codec's proper name."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise _no_encoding(encoding) from None
    if name in _NO_FILES or not _makes_text(name):
        raise _no_encoding(encoding)
    return name


def _makes_text(codec: str) -> bool:
    """Whether it is no codec that makes bytes of bytes or text of text."""
    try:
        b"a".decode(codec)
    except LookupError:
        return False
    except UnicodeError:  # one byte is too little for some
        pass
    return True


def _no_encoding(encoding: str) -> UsageError:
    return UsageError(f"there is no encoding “{encoding}”; known are utf-8, latin-1, cp1252, utf-16 and more")


def _hint(data: bytes) -> str:
    if data.startswith(_WIDE_BOMS):
        return "--encoding utf-16"
    return "--encoding cp1252, latin-1, cp1251 …"


def _at(data: bytes, offset: int, place: Place) -> Place:
    """The line and column of a byte, all before it being read as UTF-8 as far as it goes."""
    before = data[:offset].removeprefix(codecs.BOM_UTF8)
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Place(place.file, before.count(b"\n") + 1, column)
