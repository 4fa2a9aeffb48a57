"""Keys: everything that keys do, each with the keys that it has, which can be others."""

from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from quizapp.model.keymap import MOST_KEYS, typed
from quizapp.tui.host import host_of
from quizapp.tui.keys import key_name, keys_name, keys_said
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.press import Press
from quizapp.tui.screens.saving_page import SavingPage
from quizapp.tui.widgets.key_rows import CHANGED, KeyRows
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows
from quizapp.usecases.keys import Bound, Taken, bound, other_keys, rebind, taken

_NOTHING: Final = shown(("Nothing is called so, and no such key does anything.", "$muted"))
_LISTED: Final = frozenset({"choose", "add", "leave_alone"})
"""What is done with the marked one."""


class KeysPage(SavingPage):
    """The list, and the explanation of the marked one."""

    NAME = "Keys"
    AUTO_FOCUS = "KeyRows"
    CSS_PATH: ClassVar = [STYLES / "settings.tcss", STYLES / "keys.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", tooltip="press a key in place of those it has", id="keys.choose"),
        Binding("a", "add", "Add", tooltip="press a key beside those it has", id="keys.add"),
        Binding("escape", "leave_search", "All again", tooltip="show everything again", id="keys.leave"),
        Binding("backspace,delete", "leave_alone", "As usual", tooltip="its usual keys again", id="keys.usual"),
        Binding("u", "undo", "Undo", tooltip="undo the last change", id="keys.undo"),
        Binding("slash", "search", "Search", tooltip="search what keys do, and keys", id="keys.search"),
        Binding("q,escape", "leave", "Back", tooltip="back", id="keys.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: KeyRows = KeyRows()

    def body(self) -> ComposeResult:
        """The list beside its explanation, or over it where the window is narrow."""
        with Horizontal(id="choices"):
            with Vertical(id="found"):
                yield self._search
                yield self._rows
            with Vertical(id="explained"):
                yield Prose(id="explanation")

    def on_mount(self) -> None:
        """Everything is shown until it is searched."""
        self._search.display = False

    def fill(self) -> None:
        """Show the keys as they are now."""
        workspace = host_of(self).workspace
        self._rows.fill(bound(workspace))
        count = other_keys(workspace).count
        changed = shown((f"{CHANGED} ", "bold $accent"), (f"{count} changed", "")) if count else shown("all as usual")
        self.top.tell(status=shown(changed, ("  ·  saved as you change", "$muted")))
        self._explain()
        self.refresh_bindings()

    @on(Rows.Moved)
    def _explain(self) -> None:
        one = self._rows.marked
        file = host_of(self).workspace.settings_file.name
        self.query_one("#explanation", Prose).show(_explanation(one, file) if one else _NOTHING)
        self.refresh_bindings()

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A search is left where it was entered; another key is added where there is room for one."""
        searching = self.focused is self._search
        one = self._rows.marked
        rules = {
            "leave_search": self._search.display,
            "leave": not searching,
            "search": not searching,
            "add": one is not None and len(one.now) < MOST_KEYS,
            "leave_alone": one is not None and one.changed,
        }
        if action in _LISTED and (searching or one is None):
            return False
        return rules.get(action, super().check_action(action, parameters))

    @on(Rows.Opened)
    def _opened(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Wait for a key in the place of those that the marked one has."""
        if (one := self._rows.marked) is not None:
            self._ask(one, ())

    def action_add(self) -> None:
        """Wait for a key beside those that the marked one has."""
        if (one := self._rows.marked) is not None:
            self._ask(one, one.now)

    def _ask(self, one: Bound, kept: tuple[str, ...]) -> None:
        def refusal(key: str) -> str:
            return self._refusal(one, _with(kept, key))

        def pressed(key: str | None) -> None:
            if key is not None:
                self._give(one, _with(kept, key))

        _ = self.app.push_screen(Press(one, refusal, another=bool(kept)), pressed)

    def action_leave_alone(self) -> None:
        """Give the marked one its usual keys back."""
        if (one := self._rows.marked) is None or not one.changed:
            return
        if why := self._refusal(one, None):
            self.say(why, error=True)
        else:
            self._give(one, None)

    def _refusal(self, one: Bound, keys: tuple[str, ...] | None) -> str:
        if keys and (letter := typed(one.key.name, keys)):
            return f"{key_name(letter)} would be typed, since this works in a text field."
        found = taken(host_of(self).workspace, {one.key.name: keys})
        return _taken_by(found) if found else ""

    def _give(self, one: Bound, keys: tuple[str, ...] | None) -> None:
        now = one.key.keys if keys is None else keys
        if now == one.now:
            return
        workspace, name = host_of(self).workspace, one.key.name
        if self.choose(
            partial(rebind, workspace, {name: keys}),
            back=partial(rebind, workspace, {name: one.now}),
            undone=f"“{one.key.explanation}” has {keys_said(one.now)} again.",
        ):
            self.say(f"“{one.key.explanation}” has {keys_said(now)} now.")


def _with(kept: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*kept, key)))


def _taken_by(found: Taken) -> str:
    return f"{key_name(found.key)} is taken: “{found.by.key.explanation}” has it ({found.by.where})."


def _explanation(one: Bound, file: str) -> Content:
    """What it does, its keys, and what it is called in the file."""
    return joined(
        [
            shown((one.key.explanation, "bold")),
            shown(),
            shown((keys_name(one.now), "bold $footer-key-foreground")),
            shown((f"Changed; usually {keys_said(one.key.keys)}." if one.changed else "As usual.", "$muted")),
            shown(),
            shown((one.where, "$muted")),
            shown((f"keys.{one.key.name} in {file}", "$muted")),
        ]
    )
