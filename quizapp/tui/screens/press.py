"""Waiting for a key that is to do something from now on."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap, BindingType
from textual.containers import Vertical
from textual.dom import DOMNode
from textual.events import Key

from quizapp.model.keymap import key_pressed, keys_now
from quizapp.tui.host import host_of
from quizapp.tui.keys import keys_said
from quizapp.tui.safe import shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.settling import Settling
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose
from quizapp.usecases.keys import Bound


class Press(Sheet[str], inherit_bindings=False):
    """Its result is the key; whatever is pressed is asked for, but for the key that leaves."""

    CSS_PATH: ClassVar = [STYLES / "press.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "As it is", tooltip="leave it as it is", priority=True, id="press.leave"),
    ]

    def __init__(self, one: Bound, refusal: Callable[[str], str], *, another: bool) -> None:
        """Ask for a key.

        Args:
            one: what it is to do.
            refusal: why a key cannot be chosen, as a sentence; empty where it can.
            another: whether the keys that it has stay.
        """
        super().__init__()
        self._one = one
        self._refusal = refusal
        self._another = another
        self._settling = Settling(lambda: 0.0, 0)

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """Only what leaves: also a key that works everywhere is told here whose it is."""
        return super()._binding_chain[:1]

    def compose(self) -> ComposeResult:
        """What is waited for, and why the last key was none."""
        leave = host_of(self).rebinding.printed_key("press.leave")
        which = "another key" if self._another else "the key"
        has = keys_said(self._one.now)
        with Vertical(id="press"):
            yield Prose(shown((f"Press {which} for “{self._one.key.explanation}”", "bold")), classes="head")
            yield Prose(shown((f"It has {has} now; {leave} leaves it as it is.", "$muted")))
            yield Prose(id="refused")
        yield KeyRow()

    def on_mount(self) -> None:
        """The key that opened this may be held down."""
        host = host_of(self)
        opening = keys_now("keys.add" if self._another else "keys.choose", host.rebinding.keymap)
        self._settling = Settling(host.clock.ticks, host.grade_wait)
        self._settling.changed(opening[0])
        self.call_after_refresh(self._settling.painted)
        self.query_one("#refused").display = False

    def on_key(self, event: Key) -> None:
        """Take the key, or say why it cannot be."""
        event.stop()
        event.prevent_default()
        if not self._settling.hears(event):
            return
        try:
            key = key_pressed(event.key, event.character)
            why = self._refusal(key)
        except ValueError as wrong:
            key, why = "", f"{wrong}."
        if why:
            refused = self.query_one("#refused", Prose)
            refused.show(shown(("! ", "bold $error"), why))
            refused.display = True
        else:
            _ = self.dismiss(key)  # not awaited: a screen must not wait for its own end
