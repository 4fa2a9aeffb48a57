"""Standard output is data: lines and JSON, safe on a terminal and exact when parsed."""

import json
import sys
from pathlib import Path
from typing import Final

from quizapp.cli.folding import folded
from quizapp.kit.errors import DiskError
from quizapp.kit.files import check_target
from quizapp.kit.text import visible

STDOUT: Final = Path("-")
"""What standard output is called where a file is asked for."""


def check_output(path: Path | None) -> None:
    """Refuse a file that cannot be written before there is anything to write; None and standard output are none.

    Raises:
        InputError: it is a folder.
        DiskError: it is no file, or there is no folder for it.
    """
    if path is not None and path != STDOUT:
        check_target(path)


def say(text: str = "") -> None:
    """Print text for a person, controls made visible; on a terminal lines are broken at spaces.

    Raises:
        DiskError: standard output is closed.
    """
    safe = visible(text)
    write((safe if sys.stdout is None else folded(safe, sys.stdout)) + "\n")


def ask(question: str) -> None:
    """Print what is asked; the answer is typed behind it.

    Raises:
        DiskError: standard output is closed.
    """
    safe = visible(question)
    write(safe if sys.stdout is None else folded(safe, sys.stdout))


def say_json(data: object) -> None:
    """Print data as JSON whose every control, bidi and invisible character is escaped.

    Raises:
        DiskError: standard output is closed.
    """
    write(json_text(data) + "\n")


def json_text(data: object) -> str:
    """Return JSON that parses to exactly the data and shows no character that a terminal would obey."""
    return json.dumps(data, ensure_ascii=False, indent=2).translate(_ESCAPES)


def write(text: str) -> None:
    """Write text that is already safe.

    Raises:
        DiskError: standard output is closed.
    """
    if sys.stdout is None:
        raise DiskError("standard output is closed; leave it open or send it to a file")
    sys.stdout.write(text)
    sys.stdout.flush()


class _Escapes(dict[int, str | int]):
    """A table for str.translate, filled as characters are met: what is not safe to show becomes its JSON escape."""

    def __missing__(self, code: int) -> str | int:
        char = chr(code)
        unsafe = char != "\n" and visible(char) != char
        self[code] = json.dumps(char)[1:-1] if unsafe else code
        return self[code]


_ESCAPES = _Escapes()
