"""A moment of quiet after a screen changes under the fingers, so that one press never does two things."""

from collections.abc import Callable, Collection
from typing import Final

from quizapp.model.keymap import Keymap
from quizapp.model.keys_table import all_keys

GUARDED: Final = frozenset({"space", "enter", *"123456789"})


def guarded(keymap: Keymap) -> frozenset[str]:
    """The keys that answer or grade, those among them that were chosen for it."""
    names = (name for name in keymap if name.startswith("study.") and GUARDED.intersection(all_keys()[name].keys))
    return GUARDED.union(*(keymap[name] for name in names))


class Settling:
    """Swallows the keys that would answer or grade, for a moment after they did.

    Any guarded key is swallowed for `wait` seconds after an answer; the key that gave it, for as long as it repeats
    with less than `wait` seconds between two of its presses (design §6.3).
    """

    def __init__(
        self, ticks: Callable[[], float], wait: float, *, guarded: Callable[[], Collection[str]] = lambda: GUARDED
    ) -> None:
        self._ticks = ticks
        self._wait = wait
        self._guarded = guarded
        self._since = float("-inf")
        self._held = ""
        self._last = float("-inf")

    def start(self, key: str, *, answered: bool) -> None:
        """Something was done by a key (empty for the mouse): answered, or gone on to the next question."""
        now = self._ticks()
        self._since = now if answered else float("-inf")
        self._held = key
        self._last = now

    def swallows(self, key: str) -> bool:
        """Whether this press is to be ignored."""
        if not self._wait or key not in self._guarded():
            return False
        now = self._ticks()
        repeated = key == self._held and now - self._last < self._wait
        if key == self._held:
            self._last = now
        else:
            self._held = ""
        return repeated or now - self._since < self._wait
