"""Other keys for what the app does: which keys there are, and which choices would leave one key with two meanings."""

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Final

from quizapp.model.keys_table import Key, all_keys

Keymap = Mapping[str, tuple[str, ...]]
"""The keys that were chosen, by the name of what they do; what is not in it has its usual keys."""
Changes = Mapping[str, tuple[str, ...] | None]
"""By the name of what they do, the keys from now on; None for the usual ones."""

MOST_KEYS: Final = 6
"""Keys that one thing can have."""
_SHORT: Final = {"esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "return": "enter"}
_ARROWS: Final = {"↑": "up", "↓": "down", "←": "left", "→": "right"}
_MARKS: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""What Unicode calls a mark, and what Textual calls its key."""
_PRINTED: Final = {"escape": "esc", "pageup": "pgup", "pagedown": "pgdn"}
_MOVING: Final = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"})
_NAMED: Final = _MOVING | {"escape", "enter", "space", "tab", "backspace", *(f"f{number}" for number in range(1, 13))}
_SWALLOWED: Final = {
    "ctrl+h": "many terminals send backspace for it",
    "ctrl+i": "terminals send tab for it",
    "ctrl+j": "terminals send enter for it",
    "ctrl+m": "terminals send enter for it",
    "ctrl+c": "it copies",
    "ctrl+z": "it gives the shell back",
    "shift+enter": "terminals send enter for it",
    "f10": "many terminals keep it",
    "f11": "many terminals keep it",
}
_ALL_OVER: Final = frozenset({"app", "page", "sheet", "menu", "rows", "panel", "pick"})
"""Places that stand on several screens."""
_IN_FIELDS: Final = frozenset(
    "address.fetch backup.cancel commands.down commands.run commands.up drill.leave_field field.check help.down "
    "help.up keys.leave library.leave line.next path.enter search.enter settings.leave setup.enter setup.leave_field "
    "stem.next study.leave_field where.cancel where.write who.enter".split()
)
"""What is done while a text field has the focus."""
_QUITTING: Final = "app.quit"
"""It asks nothing and works everywhere: no letter may be enough for it."""


def key_called(said: str) -> str:
    """The key that a person means, as Textual calls it: "?" is "question_mark", "esc" is "escape".

    Raises:
        ValueError: there is no such key, or terminals keep it; says which.
    """
    name = _plain(said.strip() or said)
    _arriving(said, name)
    if len(said) == 1 or name in _NAMED or _with_modifier(name):
        return name
    raise ValueError(f"{said!r} is no key; write a character, or a name as f5, ctrl+b, space, esc")


def key_pressed(name: str, character: str | None) -> str:
    """The key that somebody pressed, as Textual calls it, if it is one that can be chosen and written down.

    Args:
        name: what Textual calls it.
        character: what it types, if anything.

    Raises:
        ValueError: it cannot be chosen; says which and why.
    """
    said = character if character and character.isprintable() else name
    _arriving(said, name)
    with suppress(ValueError):
        if key_called(said) == name == key_called(printed(name)):
            return name
    raise ValueError(f"{said} cannot be chosen; a character can, or a key as f5, ctrl+b, space")


def _arriving(said: str, name: str) -> None:
    if name in _SWALLOWED:
        raise ValueError(f"{said} would not arrive: {_SWALLOWED[name]}")
    if name.startswith("alt+"):
        raise ValueError(f"{said} would not arrive: many terminals send two keys for it")


def printed(key: str) -> str:
    """A key as a person writes it: "question_mark" is "?", "escape" is "esc"."""
    if key in _PRINTED or len(key) == 1 or key in _NAMED or "+" in key:
        return _PRINTED.get(key, key)
    return _marks().get(key) or _far_marks().get(key, key)


@cache
def _marks() -> dict[str, str]:
    """The marks of Latin-1 by the names of their keys."""
    return _named(0x21, 0x100)


@cache
def _far_marks() -> dict[str, str]:
    """The marks of other keyboards, as € and „; 5 ms that only those who chose one pay."""
    return _named(0x100, 0x2C00)


def _named(first: int, end: int) -> dict[str, str]:
    marks = (chr(code) for code in range(first, end))
    return {_mark(mark): mark for mark in marks if mark.isprintable() and not mark.isalnum()}


def _plain(said: str) -> str:
    if said == " ":
        return "space"
    if said in _ARROWS:
        return _ARROWS[said]
    if len(said) == 1:
        return said if said.isalnum() else _mark(said)
    lowered = said.lower()
    return _SHORT.get(lowered, lowered)


def _mark(said: str) -> str:
    if not said.isprintable() or not (name := unicodedata.name(said, "")):
        raise ValueError(f"{said!r} is no key; write a character, or a name as f5, ctrl+b, space, esc")
    plain = name.lower().replace("-", "_").replace(" ", "_")
    return _MARKS.get(plain, plain)


def _with_modifier(name: str) -> bool:
    modifier, _, key = name.partition("+")
    if modifier == "ctrl":
        return key in _MOVING or (len(key) == 1 and key.isascii() and key.isalpha())
    return modifier == "shift" and key in _MOVING | {"tab"}


def keys_now(name: str, chosen: Keymap) -> tuple[str, ...]:
    """The keys that something has."""
    return chosen.get(name, all_keys()[name].keys)


def typed(name: str, keys: tuple[str, ...]) -> str:
    """The first of some keys that a field would take as text where it is to do something; empty where all arrive."""
    arrives = name in _IN_FIELDS or name == _QUITTING
    return next((key for key in keys if arrives and (key == "space" or len(printed(key)) == 1)), "")


def with_changes(chosen: Keymap, changes: Changes) -> Keymap:
    """The keys after a change, the changed ones last; None gives something its usual keys back."""
    rest = {name: keys for name, keys in chosen.items() if name not in changes}
    return rest | {name: keys for name, keys in changes.items() if keys is not None}


def clashes(chosen: Keymap) -> Iterator[tuple[str, str, str]]:
    """Names of the choices that cannot hold beside the others, each with the key and what has it already.

    Two things may share a key where they do so usually: they are never to be had at the same time.
    """
    left = dict(chosen)
    while found := next(_clashing(left), None):
        name, key, other = found
        del left[name]
        yield name, key, other


def _clashing(chosen: Keymap) -> Iterator[tuple[str, str, str]]:
    """The last choices first: whatever was chosen before is not to blame."""
    for name in reversed(list(chosen)):
        one = all_keys()[name]
        for other in all_keys().values():
            shared = set(chosen[name]) & set(keys_now(other.name, chosen))
            if other is not one and shared and _meet(one, other) and not set(one.keys) & set(other.keys):
                yield name, min(shared), other.name


def _meet(one: Key, other: Key) -> bool:
    return one.place == other.place or bool({one.place, other.place} & _ALL_OVER)
