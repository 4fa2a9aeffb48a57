"""Other keys are written into the settings file so that everything else in it stays as it is."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, cast

import tomlkit
from tomlkit.exceptions import TOMLKitError

from quizapp.kit.errors import InputError, Place
from quizapp.kit.files import write_atomically
from quizapp.model.keymap import Changes, printed
from quizapp.settings.keys import TABLE, flat, read_keys
from quizapp.settings.lines import line_of
from quizapp.settings.writing import DAMAGED, text_to_change

_Said = str | list[str]
_FAULTS: Final = (TOMLKitError, ValueError, TypeError, AttributeError, RecursionError)


def save_keys(path: Path, changes: Changes) -> None:
    """Write other keys into a settings file, which is made where there is none.

    Raises:
        InputError: the file is damaged, or something has such a key already, be it in a line that is passed over; it
            is left as it is.
        DiskError: it cannot be read or written.
    """
    text = text_to_change(path)
    for name, keys in changes.items():
        text = with_keys(text, name, keys)
    chosen, findings = read_keys(tomllib.loads(text).get(TABLE, {}), text, path)
    if refused := next((name for name, keys in changes.items() if keys is not None and name not in chosen), ""):
        said = next((one for one in findings if one.what.startswith(f"{TABLE}.{refused}:")), None)
        what = said.what.partition(";")[0] if said else f"{TABLE}.{refused} is not heeded"
        raise InputError(f"{what}; the settings file was left as it is", place=Place(path.name))
    write_atomically(path, text.encode())


def with_keys(text: str, name: str, keys: tuple[str, ...] | None) -> str:
    """The text of a settings file with the keys of one thing chosen, or with None left to the usual ones.

    Raises:
        InputError: the text is no settings file, or says something else where the keys would stand.
    """
    said = None if keys is None else _said(keys)
    with suppress(*_FAULTS):
        rest, now = _apart(text, name)
        if now == said:
            return text
        for way in _LEAVING if said is None else _CHOOSING:
            with suppress(*_FAULTS):
                written = way(text, name, said)
                if _apart(written, name) == (rest, said):
                    return written
    raise InputError(DAMAGED)


def _said(keys: tuple[str, ...]) -> _Said:
    words = [printed(key) for key in keys]
    return words[0] if len(words) == 1 else words


def _apart(text: str, name: str) -> tuple[str, object]:
    """Everything that a file says but for one key, to be compared, and what it says of the key."""
    document = tomllib.loads(text)
    content = document.pop(TABLE, {})
    if not isinstance(content, Mapping):
        raise TypeError(TABLE)
    every = list(flat("", content))
    said = [raw for one, raw in every if one == name]
    return repr((document, [pair for pair in every if pair[0] != name])), said[-1] if said else None


def _spots(keys: Mapping[str, Any], name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Where a name stands in the table: in one piece as a quoted key, or as a table in the table."""
    place, _, what = name.partition(".")
    if name in keys:
        yield cast("dict[str, Any]", keys), name
    if isinstance(inner := keys.get(place), dict) and what in inner:
        yield inner, what


def _with(text: str, name: str, said: _Said | None, *, quoted: bool = False) -> str:
    document = tomlkit.parse(text)
    if TABLE not in document:
        document.add(TABLE, tomlkit.table())
    keys = cast("Any", document[TABLE])
    place, _, what = name.partition(".")
    spots = list(_spots(keys, name))
    for table, key in spots:
        table[key] = said
    if not spots and quoted:
        keys[name] = said
    elif not spots and place in keys:
        keys[place][what] = said
    elif not spots:
        keys.add(tomlkit.key([place, what]), said)
    return tomlkit.dumps(document)


def _with_quoted(text: str, name: str, said: _Said | None) -> str:
    """In a table on one line tomlkit (0.15.2) writes a name with a dot wrongly, unless it is quoted."""
    return _with(text, name, said, quoted=True)


def _with_uncommented(text: str, name: str, said: _Said | None) -> str:
    """The commented line of a key made a real one, where there is such a line and no real one."""
    lines, inside = text.splitlines(keepends=True), ""
    for place, line in enumerate(lines):
        if heading := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            inside = heading[1]
        elif inside == TABLE and re.match(rf"\s*#\s*{re.escape(name)}\s*=", line):
            real = line.replace("#", "", 1).lstrip()
            return _with("".join([*lines[:place], real, *lines[place + 1 :]]), name, said)
    return _with(text, name, said)


def _without_line(text: str, name: str, said: _Said | None) -> str:
    """A line less; where there is a remark behind the key it stays as a comment."""
    if not (number := line_of(text, f"{TABLE}.{name}")):
        raise ValueError(name)
    lines = text.splitlines(keepends=True)
    remarks = [table[key].trivia.comment for table, key in _spots(cast("Any", tomlkit.parse(text)[TABLE]), name)]
    kept = [f"#{lines[number - 1]}"] if any(remarks) else []
    return "".join([*lines[: number - 1], *kept, *lines[number:]])


def _without(text: str, name: str, said: _Said | None) -> str:
    document = tomlkit.parse(text)
    for table, key in list(_spots(cast("Any", document[TABLE]), name)):
        del table[key]
    return tomlkit.dumps(document)


_CHOOSING: Final = (_with_uncommented, _with, _with_quoted)
_LEAVING: Final = (_without_line, _without)
"""Ways to write, the one that keeps most first; one that would change anything else is not taken."""
