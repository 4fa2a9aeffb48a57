"""Archives of other programs are read in a process of their own, with limits, so that none can freeze this one."""

import sys
from importlib import import_module
from typing import Any, Final, Literal

from quizapp.formats.parcel import Imported, Refusal, Taken
from quizapp.kit.apart import answer_apart, told_apart
from quizapp.kit.errors import InputError, Place
from quizapp.model.fact import Hedge
from quizapp.model.item import Distractor, Pair

SECONDS: Final = 20
"""Time an archive may take; 10,000 notes of Anki take two."""

MEMORY: Final = 1024 * 2**20
"""Bytes of address space: an archive's 256 MiB, a database made of them, and the program."""

_SPACE: Final = b"\xef\xbb\xbf \t\r\n"
_BEGINNINGS: Final = (b"PK", b"<")

Reader = Literal["anki_reading", "qti12_reading", "qti21_reading"]
"""Modules of this room, each with a `read(content) -> Taken`."""


def take_apart(reader: Reader, content: bytes, *, name: str) -> Taken:
    """Read an archive, or the XML that could be in one, in a child process; `name` is the file's, for messages.

    Raises:
        InputError: the archive cannot be read, or takes too long or too much memory.
        DiskError: no process can be started.
    """
    place = Place(name)
    if not content.lstrip(_SPACE).startswith(_BEGINNINGS):
        raise InputError("this is neither a package nor XML", place=place)  # which needs no process to be seen
    told = told_apart(
        "quizapp.formats.apart",
        (reader,),
        content,
        seconds=SECONDS * 2,
        too_much="this archive is too large or too broken to be read; export fewer questions at a time",
        place=place,
    )
    return _taken(told)


def _taken(told: dict[str, Any]) -> Taken:
    return Taken(
        told["title"],
        tuple(_imported(each) for each in told["items"]),
        tuple(Refusal(**each) for each in told["refusals"]),
    )


def _imported(told: dict[str, Any]) -> Imported:
    """An Imported of its JSON, in which everything is a text, a number or a list of them."""
    told["pairs"] = tuple(Pair(**each) for each in told["pairs"])
    told["distractors"] = tuple(Distractor(**each) for each in told["distractors"])
    told["hedge"] = Hedge(told["hedge"])
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    return Imported(**fields)


def _main(reader: str) -> None:
    """Read an archive from standard input, write what was taken as JSON to standard output."""
    answer_apart(
        lambda content: import_module(f"quizapp.formats.{reader}").read(content), seconds=SECONDS, memory=MEMORY
    )


if __name__ == "__main__":
    _main(sys.argv[1])
