"""How the bytes of each format begin or what only they hold; cheap, and never wrong about our own files."""

import re
from collections.abc import Callable
from typing import Final

from quizapp.formats.words import decoded

Sniff = Callable[[bytes], bool]

_HEAD: Final = 65_536
"""Bytes that are looked at."""

_ANSWERS: Final = re.compile(r"(?<!\\)\{\s*(?:[=~#}]|T|F|\w[^{}]*\})")
_HEADER: Final = re.compile(r'"?(?:id|kind|stem|question|prompt|front|term)"?\s*[,;\t]', re.IGNORECASE)


def never(content: bytes) -> bool:
    """The mark of what is only written: no bytes bear it."""
    return False


def is_gift(content: bytes) -> bool:
    """Answers in braces."""
    return bool(_ANSWERS.search(_head(content)))


def is_csv(content: bytes) -> bool:
    """A first line that names columns, apart by commas or semicolons."""
    line = _first_line(content)
    return bool(_HEADER.match(line)) and "\t" not in line


def is_tsv(content: bytes) -> bool:
    """A first line that names columns, apart by tabs."""
    line = _first_line(content)
    return bool(_HEADER.match(line)) and "\t" in line


def _first_line(content: bytes) -> str:
    return _head(content).lstrip().partition("\n")[0]


def _head(content: bytes) -> str:
    return decoded(content[:_HEAD], strict=False)
