"""A field for the path of a file, with the folders and files that fit what is typed in a list under it."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from quizapp.kit.text import one_line
from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.in_order import EDITING, InputInOrder
from quizapp.tui.widgets.rows import Rows
from quizapp.usecases.browsing import READABLE, Found, fitting

LONGEST_PATH: Final = 4_000  # characters, what Linux allows


class PathInput(InputInOrder, inherit_bindings=False):
    """The path; down goes into the list, tab on to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Open", tooltip="open the folder, or take the file", show=False, id="path.enter"),
        Binding("ctrl+c", "copy", "Copy", show=False, system=True),
        *EDITING,
    ]

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """A path on one line; a dragged one may come in quotes."""
        flat = "".join(char for char in value if char.isprintable())[:LONGEST_PATH]
        return flat[1:-1] if flat[:1] in {"'", '"'} and flat[1:].endswith(flat[:1]) else flat


class FileList(Rows):
    """The folders and files that fit; a click takes one."""

    OPENS_AT_ONCE = True

    def __init__(self) -> None:
        super().__init__(id="files")
        self._found: tuple[Found, ...] = ()

    @property
    def current(self) -> Found | None:
        """What is under the cursor."""
        return self._found[self.at] if self._found else None

    def fill(self, found: tuple[Found, ...]) -> None:
        """Show these."""
        self._found = found
        self.set_reactive(Rows.at, 0)
        self.hold(len(found))

    def draw(self, index: int, width: int, *, here: bool) -> Sequence[Content]:
        """A name, a folder with its slash."""
        found = self._found[index]
        here = here and self.has_focus
        name = one_line(found.name, limit=width) + ("" if found.is_file else "/")
        style = "bold" if here else "" if found.is_file else "$primary"
        return (shown(("▸ " if here else "  ", "bold $accent"), cut(name, width - 3, style)),)


class FileField(Vertical):
    """The path and what fits it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Open", tooltip="open the folder, or take the file", show=False, id="file.take"),
    ]

    class Taken(Message):
        """A file was chosen from the list, or enter pressed on its path."""

    class Changed(Message):
        """Another path is typed."""

    def __init__(self, *, beside: Path, suffixes: frozenset[str] = READABLE) -> None:
        super().__init__(id="file")
        self._beside = beside
        self._suffixes = suffixes
        self._path = PathInput()
        self._list = FileList()

    def compose(self) -> ComposeResult:
        """The path over the list."""
        yield self._path
        yield self._list

    def on_mount(self) -> None:
        """Show what there is to begin with."""
        self._look()

    @property
    def path(self) -> Path | None:
        """The file that is typed, None where nothing is."""
        typed = self._path.value.strip()
        if not typed:
            return None
        try:
            return self._beside / Path(typed).expanduser()
        except RuntimeError:  # “~somebody” who has no home
            return self._beside / typed

    def enter(self) -> None:
        """Put the cursor into the path."""
        self._path.focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._look()
        self.post_message(self.Changed())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Enter in the path takes the only one that fits, or the file that is typed in full."""
        event.stop()
        found = self._list.current
        if found is not None and self._list.virtual_size.height == 1:
            self._take(found)
        elif self.path is not None and not self._path.value.endswith("/"):
            self.post_message(self.Taken())

    @on(Rows.Opened)
    def _opened(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Go into the folder, or take the file, under the cursor of the list."""
        if self._list.current is not None:
            self._take(self._list.current)

    def _take(self, found: Found) -> None:
        self._path.value = found.path
        self._path.cursor_position = len(found.path)
        if found.is_file:
            self.post_message(self.Taken())
        else:
            self._path.focus()

    def _look(self) -> None:
        self._list.fill(fitting(self._path.value, beside=self._beside, suffixes=self._suffixes).entries)
