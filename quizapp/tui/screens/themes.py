"""Themes: the app takes each on as the cursor comes to it, and keeps the one that is chosen."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.tui.host import host_of
from quizapp.tui.safe import cut, shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows

_MOST_ROWS: Final = 12
_SAMPLE: Final = shown(
    ("✓ right", "$success"),
    "  ",
    ("✗ wrong", "$error"),
    "  ",
    ("▌", "$accent"),
    ("its ", "$marker-text on $marker"),
    ("source", "bold underline $marker-text on $marker"),
    "  ",
    ("muted", "$muted"),
)
"""The signs that a theme has to tell apart."""


class ThemeRows(Rows):
    """One row a theme."""

    OPENS_AT_ONCE = True

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(id="theme-list")
        self._names = names

    def fill(self, name: str) -> None:
        """Show all, the cursor on the one in use."""
        self.hold(len(self._names))
        self.styles.height = min(len(self._names), _MOST_ROWS)
        self.at = self._names.index(name) if name in self._names else 0

    @property
    def current(self) -> str:
        """The name under the cursor."""
        return self._names[self.at]

    def on_mount(self) -> None:
        """Keep the cursor in sight once there is room."""
        self.call_after_refresh(self.watch_at)

    def draw(self, index: int, width: int, *, here: bool) -> tuple[Content, ...]:
        """The name."""
        head = shown(
            ("▸ " if here else "  ", "bold $accent"), cut(self._names[index], width - 3, "bold" if here else "")
        )
        line = shown(head, " " * max(width - head.cell_length, 0))
        return (line.stylize("on $pick") if here else line,)


class Themes(Sheet[str]):
    """Its result is a name, or None to stay as before."""

    AUTO_FOCUS = "ThemeRows"
    CSS_PATH: ClassVar = [STYLES / "themes.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "pick", "Keep", tooltip="keep this theme", id="themes.pick"),
    ]

    def __init__(self, names: tuple[str, ...], before: str) -> None:
        super().__init__()
        self._rows = ThemeRows(names)
        self._before = before

    def compose(self) -> ComposeResult:
        """What it looks like, over the list."""
        with Vertical(id="themes"):
            yield Prose(shown(("Theme", "bold")), classes="head")
            yield self._rows
            yield Prose(_SAMPLE, id="sample")
        yield KeyRow()

    def on_mount(self) -> None:
        """Begin with the theme in use."""
        self._rows.fill(self._before)

    @on(Rows.Moved)
    def _preview(self) -> None:
        host_of(self).theme = self._rows.current

    @on(Rows.Opened)
    def _opened(self) -> None:
        self.action_pick()

    def action_pick(self) -> None:
        """Keep the theme under the cursor."""
        _ = self.dismiss(self._rows.current)  # not awaited: a screen must not wait for its own end

    def action_close(self) -> None:
        """Stay as before."""
        host_of(self).theme = self._before
        super().action_close()
