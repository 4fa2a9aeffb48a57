"""Who plays: teams as they are typed, or a class list in a file, one name a line."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from quizapp.kit.errors import InputError, Place, UsageError
from quizapp.kit.files import read_bounded
from quizapp.kit.text import one_line, reading
from quizapp.model.drill import LONGEST_NAME, MOST_PLAYERS, Player

_LARGEST: Final = 100_000  # bytes
_MOST_EXTRA: Final = 600.0
_EXTRA: Final = re.compile(r"\+?\s*(\d{1,4}(?:\.\d)?)\s*(?:s|sec|seconds)?", re.IGNORECASE)
"""What may stand behind a name: "+30 s"."""


def teams_of(typed: str) -> tuple[Player, ...]:
    """Teams from names with commas between them.

    Raises:
        UsageError: there are none, too many, or two of one name.
    """
    names = [name for part in typed.split(",") if (name := _name(part))]
    if not names:
        raise UsageError("name the teams with commas between them, such as Owls,Foxes")
    if len(names) > MOST_PLAYERS:
        raise UsageError(f"a drill has {MOST_PLAYERS} teams at most")
    if (twice := _twice(names)) is not None:
        raise UsageError(f"two teams are called “{twice}”")
    return tuple(Player(name=name) for name in names)


def class_of(path: Path) -> tuple[Player, ...]:
    """The students of a class list: one name a line, after a comma the seconds more that a student has.

    Blank lines and lines that begin with # are left out.

    Raises:
        InputError: the file is missing or too large, a line makes no sense, or two students have one name.
        DiskError: it may not be read.
    """
    data = read_bounded(path, most=_LARGEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("a class list is UTF-8 text, one name a line", place=Place(str(path))) from None
    players: list[Player] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        place = Place(str(path), number)
        players.append(_student(line, place))
        if len(players) > MOST_PLAYERS:
            raise InputError(f"a drill has {MOST_PLAYERS} players at most", place=place)
        if (twice := _twice(player.name for player in players)) is not None:
            raise InputError(f"two students are called “{twice}”; add a letter to one", place=place)
    if not players:
        raise InputError("there is no name in it; write one name a line", place=Place(str(path)))
    return tuple(players)


def _student(line: str, place: Place) -> Player:
    name, comma, more = line.partition(",")
    found = _EXTRA.fullmatch(more.strip()) if comma else None
    if not _name(name):
        raise InputError("there is no name before the comma", place=place)
    if comma and (found is None or float(found[1]) > _MOST_EXTRA):
        raise InputError("after the name may stand the seconds more that a student has, such as “, +30 s”", place=place)
    return Player(name=_name(name), extra=float(found[1]) if found else 0.0)


def _name(text: str) -> str:
    return one_line(text, limit=LONGEST_NAME)


def _twice(names: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if reading(name) in seen:
            return name
        seen.add(reading(name))
    return None
