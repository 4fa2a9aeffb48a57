"""Text on its way in and out of bytes and markup."""

import io
import re
from collections.abc import Iterator
from typing import Final

from quizapp.kit.errors import InputError, Place
from quizapp.kit.text import visible

LARGEST: Final = 16 * 2**20
"""Bytes of a text with questions; twenty thousand of them have eight million characters."""

_MARK = b"\xef\xbb\xbf"


def decoded(content: bytes, *, name: str = "", strict: bool = True) -> str:
    """Bytes as text: UTF-8, or UTF-16 with its mark, as spreadsheets save it; line ends become line feeds.

    Raises:
        InputError: they are neither, and strict; else what cannot be read is marked. Or they are too many.
    """
    if len(content) > LARGEST:
        raise InputError(f"this text is larger than {LARGEST // 2**20} MiB; split it into parts", place=Place(name))
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    try:
        text = content.removeprefix(_MARK).decode(encoding, "strict" if strict else "replace")
    except UnicodeDecodeError as error:
        raise _undecodable(content.removeprefix(_MARK), error, name=name) from None
    return lined(text)


def _undecodable(content: bytes, error: UnicodeDecodeError, *, name: str) -> InputError:
    """Which byte no text can be made of, and where; all before it is read as far as it goes."""
    before = content[: error.start].decode(error.encoding, "replace")
    place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    what = f"byte 0x{content[error.start]:02X} is not {error.encoding.upper()}"
    return InputError(f"{what}; name the file's encoding: --encoding cp1252, latin-1, cp1251 …", place=place)


def encoded(text: str, *, mark: bool = False) -> bytes:
    """Text as UTF-8, with a byte order mark for spreadsheets; half a surrogate pair becomes a question mark."""
    marked = mark or text.startswith("\ufeff")  # the text's own would be taken for one
    return (_MARK if marked else b"") + text.encode("utf-8", "replace")


def lined(text: str) -> str:
    """The text with line feeds as its only line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line of a text with its number from 1, and an empty one at the end; never all of them at once."""
    number = 0
    for number, line in enumerate(io.StringIO(text, newline="\n"), 1):
        yield number, line.removesuffix("\n")
    yield number + 1, ""


def legal(text: str) -> str:
    """The text without what XML and workbooks cannot hold: each such character marked, or a space where it is one."""
    return ILLEGAL.sub(lambda match: " " if match[0].isspace() else _marked(match[0]), lined(text))


def _marked(char: str) -> str:
    shown = visible(char)
    return f"⟨{ord(char):04X}⟩" if shown == char else shown


ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
