"""The command palette: everything the app can do, searchable, each with its key."""

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from quizapp.kit.errors import QuizappError
from quizapp.tui.background import in_thread
from quizapp.tui.commands import Command
from quizapp.tui.host import host_of
from quizapp.tui.safe import cut, shown, spread
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.widgets.search_field import SearchField


class CommandRows(Rows):
    """One row a command."""

    OPENS_AT_ONCE = True

    def __init__(self) -> None:
        super().__init__(id="commands")
        self.can_focus = False  # the search keeps the focus; up and down move the cursor here
        self.kept: tuple[Command, ...] = ()

    def fill(self, commands: tuple[Command, ...]) -> None:
        """Show these commands, the cursor on the first."""
        self.kept = commands
        self.hold(len(commands))
        self.at = 0

    def draw(self, index: int, width: int, *, here: bool) -> tuple[Content, ...]:
        """Title and key."""
        command = self.kept[index]
        line = spread(
            cut(command.title, width - 14, "bold" if here else ""),
            shown((command.key, "bold $footer-key-foreground")),
            width - 4,
        )
        line = shown(("▸ " if here else "  ", "bold $accent"), line, "  ")
        return (line.stylize("on $pick") if here else line,)


class Commands(Sheet[Command]):
    """A search over a list; its result is the command to run."""

    AUTO_FOCUS = "SearchField"
    CSS_PATH: ClassVar = [STYLES / "commands.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "run", "Do it", tooltip="do what is marked", priority=True, id="commands.run"),
        Binding("down", "move(1)", "Move", tooltip="move the mark", id="commands.down"),
        Binding("up", "move(-1)", "Move", tooltip="move the mark", id="commands.up"),
    ]

    def __init__(self, commands: tuple[Command, ...], *, title: str = "Commands", of_articles: bool = True) -> None:
        """Offer commands; `of_articles` adds those that there are of each article."""
        super().__init__()
        self._commands = commands
        self._title = title
        self._of_articles = of_articles

    def compose(self) -> ComposeResult:
        """The search over the list."""
        with Vertical(id="palette"):
            yield Prose(shown((self._title, "bold")), id="title")
            yield SearchField()
            yield CommandRows()
            yield Prose(shown(("There is no such command. Fewer letters find more.", "$muted")), id="none")
        yield KeyRow()

    def on_mount(self) -> None:
        """Show what is known at once, and the articles as soon as they are read."""
        self._sift("")
        if self._of_articles:
            self._articles()

    @work(exclusive=True)
    async def _articles(self) -> None:
        workspace = host_of(self).workspace
        try:
            entries = await in_thread(workspace.library.entries)
        except QuizappError:
            return  # the library says what is wrong with it; the other commands work
        first, *rest = self._commands
        study, review = host_of(self).study_from_home, host_of(self).review
        studies = [Command(title=f"Study “{entry.title}”", run=partial(study, entry.slug)) for entry in entries]
        reviews = [
            Command(title=f"Review questions of “{entry.title}”", run=partial(review, entry.slug)) for entry in entries
        ]
        sources = [
            Command(
                title=f"Source of “{entry.title}”",
                words="coverage what is asked sentences article text",
                run=partial(host_of(self).show_coverage, entry.slug),
            )
            for entry in entries
        ]
        practises = [
            Command(title=f"Practise “{entry.title}”", run=partial(host_of(self).practise, entry.slug))
            for entry in entries
        ]
        exports = [
            Command(title=f"Export “{entry.title}”", run=partial(host_of(self).choose_format, entry.slug, entry.title))
            for entry in entries
        ]
        sheets = [
            Command(
                title=f"Print a worksheet of “{entry.title}”",
                words="export paper handout pdf",
                run=partial(host_of(self).print_sheet, entry.slug, entry.title),
            )
            for entry in entries
        ]
        self._commands = (first, *studies, *practises, *rest, *reviews, *sources, *exports, *sheets)
        self._sift(self.query_one(SearchField).value)

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._sift(event.value)

    def _sift(self, text: str) -> None:
        words = text.casefold().split()
        found = tuple(command for command in self._commands if all(word in _plain(command) for word in words))
        self.query_one(CommandRows).fill(found)
        self.query_one(CommandRows).display = bool(found)
        self.query_one("#none").display = not found

    def action_move(self, step: int) -> None:
        """Move the mark."""
        self.query_one(CommandRows).action_move(step)

    def action_run(self) -> None:
        """Do what is marked."""
        rows = self.query_one(CommandRows)
        if rows.kept:
            _ = self.dismiss(rows.kept[rows.at])  # not awaited: a screen must not wait for its own end

    @on(Rows.Opened)
    def _opened(self) -> None:
        self.action_run()


def _plain(command: Command) -> str:
    return f"{command.title} {command.words}".casefold()
