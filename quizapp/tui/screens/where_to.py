"""Where to write a file: its path in a field, to be confirmed or changed; never over a file that is there."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from quizapp.kit.errors import QuizappError
from quizapp.kit.files import check_target
from quizapp.tui.safe import shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.file_field import PathInput
from quizapp.tui.widgets.in_order import EDITING
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose


class _Target(PathInput, inherit_bindings=False):
    """The path; enter writes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Write", tooltip="write the file", id="where.write"),
        Binding("ctrl+c", "copy", "Copy", show=False, system=True),
        *EDITING,
    ]


class WhereTo(Sheet[Path]):
    """Its result is a file that is not there yet."""

    AUTO_FOCUS = "PathInput"
    CSS_PATH: ClassVar = [STYLES / "where_to.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Cancel", tooltip="back without writing anything", id="where.cancel"),
    ]

    def __init__(self, what: str, suggested: Path) -> None:
        """Ask about something to write; `suggested` is where it goes if nothing else is said."""
        super().__init__()
        self._what = what
        self._suggested = suggested

    def compose(self) -> ComposeResult:
        """The path, and under it the whole of it in words, or what is wrong with it."""
        with Vertical(id="where"):
            yield Prose(shown((self._what, "bold")), classes="head")
            yield _Target()
            yield Prose(id="whole")
        yield KeyRow()

    def on_mount(self) -> None:
        """Suggest a name that is free."""
        self.query_one(_Target).value = str(_free(self._suggested))
        self.call_after_refresh(self._see_the_name)

    def _see_the_name(self) -> None:
        """Scroll a long path to its end, which Textual 8.2.8 does not do for a first value."""
        field = self.query_one(_Target)
        field.action_home()
        field.action_end()

    @property
    def _path(self) -> Path:
        typed = self.query_one(_Target).value.strip()
        try:
            return Path.cwd() / Path(typed).expanduser()
        except RuntimeError:  # “~somebody” who has no home
            return Path.cwd() / typed

    @on(Input.Changed)
    def _changed(self) -> None:
        path = self._path
        trouble = _trouble(path)
        told = shown(("! ", "bold $error"), trouble) if trouble else shown((f"a new file: {path}", "$muted"))
        self.query_one("#whole", Prose).show(told)

    @on(Input.Submitted)
    def _given(self) -> None:
        """Close with the path, where it can be one."""
        if not _trouble(self._path):  # else it stands under the field
            _ = self.dismiss(self._path)  # not awaited: a screen must not wait for its own end


def _trouble(path: Path) -> str:
    """Why a file cannot be written there."""
    try:
        check_target(path)
    except QuizappError as error:
        return str(error)
    try:
        return f"{path}: there is a file already; choose another name" if path.exists() else ""
    except (OSError, ValueError) as error:  # a name that is too long, or with a NUL
        return f"this cannot be a file ({getattr(error, 'strerror', None) or error})"


def _free(path: Path) -> Path:
    """The path, or one like it of a file that is not there yet."""
    names = (path, *(path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, 1_000)))
    return next((name for name in names if not name.exists()), path)
