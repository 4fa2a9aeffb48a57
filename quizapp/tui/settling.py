"""A moment of quiet after the screen changes under the fingers, so that no key reaches what nobody has seen yet."""

from collections.abc import Callable
from typing import Final

from textual.events import Key, Paste

_HARMLESS: Final = frozenset({"escape", "f1"})
"""Keys that answer and grade nothing, whatever is in front; so are all with control, some of which must leave."""


_LEAVING: Final = frozenset({"q", "u", "question_mark"})
"""What leaves, takes back or explains: heard as soon as what is in front has been painted."""


class Settling:
    """Swallows what was pressed before the thing it would reach had been seen for a moment.

    What is in front changes, is painted a little later, and listens `wait` seconds after that: to keys that came then,
    however late they are handled. The key that made the change is swallowed for as long as it repeats with less than
    `wait` seconds between two of its presses (design §6.3).
    """

    def __init__(self, ticks: Callable[[], float], wait: float) -> None:
        self._ticks = ticks
        self._wait = wait
        self._since: float | None = float("-inf")  # when it was painted; None until it is
        self._last = ""  # the last key that was let through
        self._held, self._repeated = "", float("-inf")

    def changed(self, key: str | None = None) -> None:
        """Something else is in front, on its way to the screen; `key` made it so, or the last one that was heard."""
        self._since = None
        self._held, self._repeated = self._last if key is None else key, self._ticks()

    def painted(self) -> None:
        """It stands on the screen now."""
        self._since = self._ticks()

    def hears(self, event: Key | Paste, *, late: float = 0.0) -> bool:
        """Whether a key, or what is pasted, is for what is in front.

        Args:
            event: what came.
            late: seconds since it came from the terminal.
        """
        key = event.key if isinstance(event, Key) else ""
        if key in _HARMLESS or key.startswith("ctrl+"):
            return True
        came = self._ticks() - late
        seen = self._since is not None and self._since <= came
        if self._is_held(key) or (self._is_new(came) and not (seen and key in _LEAVING)):
            return False
        self._last = key
        return True

    def _is_new(self, came: float) -> bool:
        return self._since is None or (self._wait > 0 and came < self._since + self._wait)

    def _is_held(self, key: str) -> bool:
        now = self._ticks()
        if key != self._held or now - self._repeated >= self._wait:
            self._held = ""  # it was let go; the same press comes by once more on its way to what it does
            return False
        self._repeated = now
        return True
