"""Keys as a person reads them, and the live bindings of a screen as hints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

_NAMES: Final = {
    "question_mark": "?",
    "colon": ":",
    "slash": "/",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "pgup",
    "pagedown": "pgdn",
}
PAIR: Final = 2
"""Keys that are named one by one; more of them are a range."""
HELP: Final = "help"
COMMANDS: Final = "commands"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What one or several keys do.

    `keys` are all of them, `heads` those for the key row, one for each action ("2" for `choose(2)`); `action` is what
    the first does.
    """

    keys: tuple[str, ...]
    heads: tuple[str, ...]
    words: str
    explanation: str
    action: str
    node: DOMNode
    visible: bool


def key_name(key: str, *, short: bool = False) -> str:
    """A key's name as printed: "esc", "F2", "ctrl+t" or, short, "^t"."""
    if key.startswith("ctrl+"):
        return ("^" if short else "ctrl+") + key.removeprefix("ctrl+")
    if key in _NAMES:
        return _NAMES[key]
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key


def keys_name(keys: Iterable[str], *, short: bool = False) -> str:
    """Several keys in one: "1–4", "j k", "↑ ↓"."""
    names = [key_name(key, short=short) for key in keys]
    digits = [name for name in names if len(name) == 1 and name.isdigit()]
    if len(digits) > PAIR and digits == names:
        return f"{digits[0]}–{digits[-1]}"
    return " ".join(names)


def hints(screen: Screen[object]) -> list[Hint]:
    """Everything the keys do on a screen right now, in the order in which the screen declares it."""
    return grouped({key: (active.node, active.binding) for key, active in screen.active_bindings.items()})


def grouped(bindings: Mapping[str, tuple[DOMNode, Binding]]) -> list[Hint]:
    """Bindings that say the same become one hint."""
    groups: dict[tuple[int, str], list[tuple[str, DOMNode, Binding]]] = {}
    for key, (node, binding) in bindings.items():
        if not binding.system:
            groups.setdefault((id(node), binding.tooltip or binding.description), []).append((key, node, binding))
    return [
        Hint(
            keys=tuple(key for key, _, _ in group),
            heads=_heads(group),
            words=group[0][2].description,
            explanation=explanation,
            action=group[0][2].action,
            node=group[0][1],
            visible=any(binding.show for _, _, binding in group),
        )
        for (_, explanation), group in groups.items()
        if explanation
    ]


def _heads(group: Iterable[tuple[str, DOMNode, Binding]]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for key, _, binding in group:
        if binding.show:
            first.setdefault(binding.action, key)
    return tuple(first.values())
