"""Which file to bring back: its path, with the folders and backups that fit in a list under it."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from quizapp.tui.safe import shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.file_field import FileField
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose
from quizapp.usecases.browsing import BACKUPS


class BackupFile(Sheet[Path]):
    """Its result is the file."""

    AUTO_FOCUS = "PathInput"
    CSS_PATH: ClassVar = [STYLES / "backup_file.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Cancel", tooltip="back without bringing anything", id="backup.cancel"),
    ]

    def compose(self) -> ComposeResult:
        """The path over what fits it."""
        with Vertical(id="backup"):
            yield Prose(shown(("Which file?", "bold")), classes="head")
            yield FileField(beside=Path.cwd(), suffixes=BACKUPS)
        yield KeyRow()

    @on(FileField.Taken)
    def _taken(self) -> None:
        path = self.query_one(FileField).path
        if path is not None:
            _ = self.dismiss(path)  # not awaited: a screen must not wait for its own end
