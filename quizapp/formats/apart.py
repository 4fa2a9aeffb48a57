"""Archives and XML of other programs are read in a process of their own, with limits, so that none can freeze ours."""

import sys
from importlib import import_module
from typing import Any, Final, Literal

from quizapp.formats.parcel import Imported, Refusal, Taken
from quizapp.kit.apart import answer_apart, told_apart
from quizapp.kit.errors import InputError, Place
from quizapp.model.fact import Hedge
from quizapp.model.item import Distractor, Pair

SECONDS: Final = 6
"""Processor time a file may take; 16,000 rows of a workbook and 10,000 notes of Anki take two."""

PATIENCE: Final = 9
"""Seconds it is waited for on a busy machine, so that with the app's own work it is ten (faults.md, I2)."""

MEMORY: Final = 400 * 2**20
"""Bytes of address space; with the program that waits for it, and the file, there are 512 MiB (the same)."""

_SPACE: Final = b"\xef\xbb\xbf \t\r\n"
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")

Reader = Literal[
    "anki_reading", "kahoot_reading", "moodle_xml_reading", "qti12_reading", "qti21_reading", "xlsx_reading"
]
"""Modules of this room, each with a `read(content) -> Taken`."""

_BEGINNINGS: Final[dict[Reader, tuple[tuple[bytes, ...], str]]] = {
    "anki_reading": ((b"PK",), "this is no package of Anki's"),
    "kahoot_reading": ((b"PK",), "this is no workbook"),
    "moodle_xml_reading": ((b"<",), "this is no XML"),
    "qti12_reading": ((b"PK", b"<"), "this is neither a package nor XML"),
    "qti21_reading": ((b"PK", b"<"), "this is neither a package nor XML"),
    "xlsx_reading": ((b"PK",), "this is no workbook"),
}
"""How what a reader reads begins, and what is said of the rest, which needs no process to be seen."""


def take_apart(reader: Reader, content: bytes, *, name: str) -> Taken:
    """Read an archive, a workbook or XML in a child process; `name` is the file's, for messages.

    Raises:
        InputError: the file cannot be read, or takes too long or too much memory.
        DiskError: no process can be started.
    """
    place = Place(name)
    beginnings, otherwise = _BEGINNINGS[reader]
    if not content.lstrip(_SPACE).startswith(beginnings) and not content.startswith(_WIDE):
        raise InputError(otherwise, place=place)
    told = told_apart(
        "quizapp.formats.apart",
        (reader,),
        content,
        seconds=PATIENCE,
        what="this file",
        advice="export fewer questions at a time",
        place=place,
    )
    return _taken(told)


def _taken(told: dict[str, Any]) -> Taken:
    return Taken(
        told["title"],
        tuple(_imported(each) for each in told["items"]),
        tuple(Refusal(**each) for each in told["refusals"]),
        tuple(Refusal(**each) for each in told["beside"]),
    )


def _imported(told: dict[str, Any]) -> Imported:
    """An Imported of its JSON, in which everything is a text, a number or a list of them."""
    told["pairs"] = tuple(Pair(**each) for each in told["pairs"])
    told["distractors"] = tuple(Distractor(**each) for each in told["distractors"])
    told["hedge"] = Hedge(told["hedge"])
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    return Imported(**fields)


def _main(reader: str) -> None:
    """Read a file from standard input, write what was taken as JSON to standard output."""
    answer_apart(
        lambda content: import_module(f"quizapp.formats.{reader}").read(content), seconds=SECONDS, memory=MEMORY
    )


if __name__ == "__main__":
    _main(sys.argv[1])
