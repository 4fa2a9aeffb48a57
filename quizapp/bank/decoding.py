"""A bank's bytes become text, or one reason why they cannot."""

import re
from typing import Final

from quizapp.kit.errors import BankError, Finding, Place

LARGEST: Final = 32 * 2**20
"""Bytes of the largest bank; an article of 20 MiB, the largest we read, fits in it with its questions."""

EMPTY: Final = "this file is empty; a bank begins with “format: 1”"

_BOM: Final = b"\xef\xbb\xbf"
_WIDE_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
# What YAML itself forbids, and the line separators that YAML counts as line ends but editors do not.
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def decoded(data: bytes, *, file: str) -> str:
    """Decode a bank's bytes strictly; a byte order mark is left out.

    Raises:
        BankError: with one finding: too large, another encoding, a character that no bank may hold, or nothing at all.
    """
    if len(data) > LARGEST:
        raise refusal(file, f"this file is larger than {LARGEST // 2**20} MiB; split the bank in two")
    if data.startswith(_WIDE_BOMS) or _looks_wide(data):
        raise refusal(file, "this file is in UTF-16; save it as UTF-8")
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, file) from None
    if not text.strip():
        raise refusal(file, EMPTY)
    if match := _FORBIDDEN.search(text):
        raise _forbidden(text, match, file)
    return text


def refusal(file: str, what: str, *, line: int = 1, column: int = 1) -> BankError:
    """A bank error with a single finding."""
    return BankError((Finding(Place(file, line, column), what),))


def _looks_wide(data: bytes) -> bool:
    """Every second byte of ASCII in UTF-16 is zero; a single zero is no proof."""
    head = data[:64]
    return head.count(0) > 1 and (not any(head[::2]) or not any(head[1::2]))


def _not_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> BankError:
    before = data.removeprefix(_BOM)[: error.start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    byte = data.removeprefix(_BOM)[error.start]
    what = f"byte 0x{byte:02X} is not UTF-8 (an older encoding, such as Latin-1?); save the file as UTF-8"
    return refusal(file, what, line=before.count(b"\n") + 1, column=column)


def _forbidden(text: str, match: re.Match[str], file: str) -> BankError:
    at, code = match.start(), f"{ord(match.group()):04X}"
    what = f"the character U+{code} may not stand here as such; write \\u{code} inside double quotes, or delete it"
    return refusal(file, what, line=text.count("\n", 0, at) + 1, column=at - text.rfind("\n", 0, at))
