"""Where an imported question comes from: the file, without its folders, and the place in it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from quizapp.formats.parcel import Imported, Refusal
from quizapp.kit.errors import Place
from quizapp.kit.text import one_line
from quizapp.model.item import Bank

_LONGEST_NAME: Final = 80


def origin_of(path: Path, said: Imported) -> str:
    """The file's name and the place in it, in words; folders stay out, because they name whose machine it was."""
    return _placed(path, said.place or f"line {said.line}")


def place_in(path: Path, said: Refusal) -> Place:
    """The place that a message names: a line, or in words the number of what the file has in place of lines."""
    return Place(f"{path}, {said.counted} {said.line}") if said.counted else Place(str(path), said.line)


def name_of(path: Path) -> str:
    """A file's name without its folders; what of it is in no encoding becomes a question mark."""
    return path.name.encode("utf-8", "replace").decode()


def with_origins(bank: Bank, path: Path) -> Bank:
    """A bank whose items say that they come from it; one that came from elsewhere before says that still."""
    items = (replace(item, origin=item.origin or _placed(path, f"item {item.id}")) for item in bank.items)
    return replace(bank, items=tuple(items))


def _placed(path: Path, place: str) -> str:
    return f"{one_line(name_of(path), limit=_LONGEST_NAME)}, {place}"
