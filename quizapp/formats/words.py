"""Text on its way in and out of bytes and markup."""

import re
from typing import Final

from quizapp.kit.errors import InputError, Place
from quizapp.kit.text import visible

_MARK = b"\xef\xbb\xbf"


def decoded(content: bytes, *, name: str = "", strict: bool = True) -> str:
    """Bytes as text: UTF-8, or UTF-16 with its mark, as spreadsheets save it; line ends become line feeds.

    Raises:
        InputError: they are neither, and strict; else what cannot be read is marked.
    """
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    try:
        text = content.removeprefix(_MARK).decode(encoding, "strict" if strict else "replace")
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not {encoding.upper()}; save the file as UTF-8"
        raise InputError(what, place=Place(name)) from None
    return lined(text)


def encoded(text: str, *, mark: bool = False) -> bytes:
    """Text as UTF-8, with a byte order mark for spreadsheets; half a surrogate pair becomes a question mark."""
    marked = mark or text.startswith("\ufeff")  # the text's own would be taken for one
    return (_MARK if marked else b"") + text.encode("utf-8", "replace")


def lined(text: str) -> str:
    """The text with line feeds as its only line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def legal(text: str) -> str:
    """The text without what XML and workbooks cannot hold: each such character marked, or a space where it is one."""
    return ILLEGAL.sub(lambda match: " " if match[0].isspace() else _marked(match[0]), lined(text))


def _marked(char: str) -> str:
    shown = visible(char)
    return f"⟨{ord(char):04X}⟩" if shown == char else shown


ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
