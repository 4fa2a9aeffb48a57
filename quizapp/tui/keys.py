"""Keys as a person reads them, and the live bindings of a screen as hints."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from quizapp.model.keymap import printed

_NAMES: Final = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
PAIR: Final = 2
"""Keys that are named one by one; more of them are a range."""
HELP: Final = "help"
COMMANDS: Final = "commands"


# Keys that every screen has; Textual's own words for them say less.
EVERYWHERE: Final = (
    Binding("tab", "app.focus_next", "Next", tooltip="next pane", show=False, id="page.next"),
    Binding("shift+tab", "app.focus_previous", "Previous", tooltip="previous pane", show=False, id="page.previous"),
    Binding("ctrl+c", "screen.copy_text", "Copy", tooltip="copy the selected text", show=False, id="page.copy"),
)
_EVERYWHERE_ACTIONS: Final = frozenset(binding.action for binding in EVERYWHERE)


class Hint(NamedTuple):
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
    is_textuals: bool
    """Whether Textual brought the key along, as a field does with its editing keys; ours all have an id."""

    @property
    def works_everywhere(self) -> bool:
        """Whether the key does the same on every screen."""
        return self.node is self.node.app or self.action in _EVERYWHERE_ACTIONS


def key_name(key: str, *, short: bool = False) -> str:
    """A key's name as printed: "esc", "F2", "ctrl+t" or, short, "^t"."""
    if key.startswith("ctrl+"):
        return ("^" if short else "ctrl+") + key.removeprefix("ctrl+")
    if key in _NAMES:
        return _NAMES[key]
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else printed(key)


def keys_name(keys: Iterable[str], *, short: bool = False) -> str:
    """Several keys in one: "1–4", "j k", "↑ ↓"."""
    names = [key_name(key, short=short) for key in keys]
    digits = [name for name in names if len(name) == 1 and name.isdigit()]
    if len(digits) > PAIR and digits == names:
        return f"{digits[0]}–{digits[-1]}"
    return " ".join(names)


def keys_said(keys: Iterable[str]) -> str:
    """Several keys in a sentence: "ctrl+p or :"."""
    return " or ".join(map(key_name, keys))


def hints(screen: Screen[object]) -> list[Hint]:
    """Everything the keys do on a screen right now, in the order in which the screen declares it."""
    return grouped({key: (active.node, active.binding) for key, active in screen.active_bindings.items()})


def grouped(bindings: Mapping[str, tuple[DOMNode, Binding]]) -> list[Hint]:
    """Bindings that say the same become one hint."""
    nodes = list({id(node): node for node, _ in bindings.values()}.values())
    ranks = {id(node): (place, _declared(type(node))) for place, node in enumerate(nodes)}

    def rank(entry: tuple[str, tuple[DOMNode, Binding]]) -> tuple[int, int]:
        key, (node, binding) = entry
        place, declared = ranks[id(node)]
        usual = declared.get((binding.id, ""), len(declared))  # of a key that a person chose, the place of the usual
        return place, declared.get((binding.id, key), usual)

    groups: dict[tuple[int, str], list[tuple[str, DOMNode, Binding]]] = {}
    for key, (node, binding) in sorted(bindings.items(), key=rank):
        if not binding.system:
            groups.setdefault((id(node), binding.tooltip or binding.description), []).append((key, node, binding))
    return [
        Hint(
            keys=_interleaved(group),
            heads=_heads(group),
            words=group[0][2].description,
            explanation=explanation,
            action=group[0][2].action,
            node=group[0][1],
            is_textuals=group[0][2].id is None,
            visible=any(binding.show for _, _, binding in group),
        )
        for (_, explanation), group in groups.items()
        if explanation
    ]


@cache
def _declared(kind: type[DOMNode]) -> dict[tuple[str | None, str], int]:
    """The places of a class's bindings in its source: Textual itself sorts them by key."""
    every = [
        (binding.id, binding.key)
        for each in kind.__mro__
        for binding in Binding.make_bindings(each.__dict__.get("BINDINGS", []))
    ]
    places = list(enumerate(every))
    places += [(place, (name, "")) for place, (name, _) in places if name]
    return {entry: place for place, entry in reversed(places)}


def _interleaved(group: Iterable[tuple[str, DOMNode, Binding]]) -> tuple[str, ...]:
    """The first key of every action, then the second of every action: "j k ↓ ↑"."""
    seen: dict[str, int] = {}
    ranked: list[tuple[int, str]] = []
    for key, _, binding in group:
        seen[binding.action] = seen.get(binding.action, 0) + 1
        ranked.append((seen[binding.action], key))
    return tuple(key for _, key in sorted(ranked, key=lambda entry: entry[0]))


def _heads(group: Iterable[tuple[str, DOMNode, Binding]]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for key, _, binding in group:
        if binding.show:
            first.setdefault(binding.action, key)
    return tuple(first.values())
