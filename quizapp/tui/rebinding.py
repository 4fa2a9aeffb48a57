"""Keys that a person chose, in the place of the usual ones.

Textual's own keymap (8.2.8) drops everything else that is bound to a replaced key: in one phase space shows the answer,
in another it goes on, and changing the first would lose the second. It also lets a letter through to a binding while a
field has the focus. So the bindings of each node are changed before Textual asks for them.
"""

from typing import Any
from weakref import WeakSet

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.screen import Screen

from quizapp.model.keymap import Keymap, keys_now
from quizapp.tui.keys import key_name


class Rebinding:
    """The keys that were chosen, and which nodes have them by now."""

    def __init__(self) -> None:
        self.keymap: Keymap = {}
        self._done: WeakSet[DOMNode] = WeakSet()
        self._ever = False

    def choose(self, keymap: Keymap) -> bool:
        """From now on these; whether they are others than before."""
        if keymap == self.keymap:
            return False
        self.keymap, self._done, self._ever = dict(keymap), WeakSet(), True
        return True

    def heed(self, screen: Screen[Any]) -> None:
        """Give every node that a key of the screen may reach the keys that were chosen."""
        if not self._ever:
            return
        focused = screen.focused
        for node in (screen, screen.app) if focused is None else focused.ancestors_with_self:
            if node not in self._done:
                self._done.add(node)
                usual = type(node)._merged_bindings or BindingsMap()  # noqa: SLF001  Textual 8.2.8 has no public name
                node._bindings = rebound(usual, self.keymap)  # noqa: SLF001  the same

    def printed_key(self, name: str) -> str:
        """The first key of something, as it is printed."""
        return key_name(keys_now(name, self.keymap)[0])

    def key_of(self, screen: Screen[object], action: str, usual: str) -> str:
        """The key that does something on a screen now; the usual one where nobody chose any."""
        if not self.keymap:
            return usual
        found = [key for key, active in screen.active_bindings.items() if active.binding.action == action]
        return usual if usual in found or not found else found[0]


def rebound(bindings: BindingsMap, keymap: Keymap) -> BindingsMap:
    """The same bindings with the chosen keys; the order of those that share a key stays."""
    keys: dict[str, list[Binding]] = {}
    seen: set[tuple[str, str]] = set()
    for _, binding in bindings:
        chosen = keymap.get(binding.id or "")
        if chosen is None:
            keys.setdefault(binding.key, []).append(binding)
        elif ((name := binding.id or ""), binding.action) not in seen:
            seen.add((name, binding.action))
            for key in chosen:
                keys.setdefault(key, []).append(binding.with_key(key))
    return BindingsMap.from_keys(keys)
