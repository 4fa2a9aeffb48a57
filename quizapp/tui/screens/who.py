"""Who studies: everyone with a history on this machine, or somebody new."""

from datetime import datetime, timedelta
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input

from quizapp.kit.durations import counted, in_words
from quizapp.kit.errors import InputError
from quizapp.kit.text import one_line
from quizapp.tui.host import host_of
from quizapp.tui.safe import cut, shown, spread
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.fields import clean
from quizapp.tui.widgets.in_order import EDITING, InputInOrder
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows
from quizapp.usecases.learners import LONGEST, Learner, is_of, new_name
from quizapp.usecases.workspace import Workspace

_DIGITS: Final = 9
_MOST_ROWS: Final = 12
_NEW: Final = "somebody new…"


class LearnerRows(Rows):
    """One row a learner, and the last one for somebody new."""

    OPENS_AT_ONCE = True

    def __init__(self, known: tuple[Learner, ...], now: datetime) -> None:
        super().__init__(id="learners")
        self._known = known
        self._now = now

    def fill(self, at: int) -> None:
        """Show everyone, the cursor on one of them."""
        self.hold(len(self._known) + 1)
        self.styles.height = min(len(self._known) + 1, _MOST_ROWS)
        self.at = at

    def on_resize(self, event: Resize) -> None:
        """Keep whoever is marked in sight."""
        self.watch_at()

    def draw(self, index: int, width: int, *, here: bool) -> tuple[Content, ...]:
        """The key, the name, how much was answered and when last."""
        new = index == len(self._known)
        key = "n" if new else f"{index + 1}" if index < _DIGITS else ""
        name, more = (_NEW, shown()) if new else self._told(self._known[index])
        head = shown(("▸ " if here else "  ", "bold $accent"), (f"{key:<4}", "bold $footer-key-foreground"))
        room = width - head.cell_length - more.cell_length - 2
        line = shown(spread(shown(head, cut(name, room, "bold" if here else "")), more, width - 1), " ")
        return (line.stylize("on $pick") if here else line,)

    def _told(self, learner: Learner) -> tuple[str, Content]:
        if learner.answers is None:
            return learner.name, shown(("! ", "bold $error"), ("cannot be used", "$muted"))
        ago = f" · {in_words(max(self._now - learner.last, timedelta()))} ago" if learner.last else ""
        return learner.name, shown((f"{counted(learner.answers, 'answer')}{ago}", "$muted"))


class NameField(InputInOrder, inherit_bindings=False):
    """A name being typed; letters are letters here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Study", tooltip="study under this name", id="who.enter"),
        Binding("ctrl+c", "copy", "Copy", show=False, system=True),
        *EDITING,
    ]

    def __init__(self) -> None:
        super().__init__(placeholder="your name", select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Pasted text is cleaned like an answer, and short."""
        return clean(value)[:LONGEST]


class Who(Sheet[str]):
    """A list of learners and a field for a new name; the result is a name, or None to go on as before."""

    AUTO_FOCUS = "LearnerRows"
    CSS_PATH: ClassVar = [STYLES / "who.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *[
            Binding(str(number), f"choose({number})", "Choose", tooltip="study as that learner", id=f"who.{number}")
            for number in range(1, _DIGITS + 1)
        ],
        Binding("enter,space", "pick", "Study", tooltip="study as the marked learner", id="who.pick"),
        Binding("n", "new", "New", tooltip="study as somebody new", id="who.new"),
    ]

    def __init__(self, known: tuple[Learner, ...], workspace: Workspace) -> None:
        super().__init__()
        self._known = known
        self._at = next((place for place, one in enumerate(known) if is_of(one.name, workspace)), 0)

    def compose(self) -> ComposeResult:
        """The question, everyone, and the field where it is wanted."""
        with Vertical(id="who"):
            yield Prose(shown(("Who studies?", "bold")), classes="head")
            yield LearnerRows(self._known, host_of(self).clock.now())
            yield NameField()
            yield Prose(id="said")
        yield KeyRow()

    def on_mount(self) -> None:
        """The list comes first."""
        self.query_one(LearnerRows).fill(self._at)
        self._show(typing=False)

    @property
    def _typing(self) -> bool:
        return self.query_one(NameField).display

    def _show(self, *, typing: bool) -> None:
        rows, field = self.query_one(LearnerRows), self.query_one(NameField)
        rows.display, field.display = not typing, typing
        self._say("")
        (field if typing else rows).focus()
        self.refresh_bindings()

    def _say(self, text: str) -> None:
        said = self.query_one("#said", Prose)
        said.show(shown(("! ", "bold $error"), text) if text else shown())
        said.display = bool(text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits and letters choose in the list only, and only whom there is."""
        if not self.is_mounted or action not in {"choose", "pick", "new"}:
            return True
        there = action != "choose" or (isinstance(parameters[0], int) and parameters[0] <= len(self._known))
        return there and not self._typing

    def action_choose(self, number: int) -> None:
        """Study as a learner by their number; one whose history cannot be used is not chosen."""
        learner = self._known[number - 1]
        if learner.answers is None:
            self._say(f"This history cannot be used: {learner.fault}. quizapp doctor says more.")
            return
        _ = self.dismiss(learner.name)  # not awaited: a screen must not wait for its own end

    def action_pick(self) -> None:
        """Do what the marked row says."""
        at = self.query_one(LearnerRows).at
        if at < len(self._known):
            self.action_choose(at + 1)
        else:
            self.action_new()

    @on(Rows.Opened)
    def _opened(self) -> None:
        self.action_pick()

    def action_new(self) -> None:
        """Ask for a name."""
        self._show(typing=True)

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        try:
            name = new_name(event.value)
        except InputError as error:
            self._say(f"{one_line(str(error)).capitalize()}.")
        else:
            _ = self.dismiss(name)

    def action_close(self) -> None:
        """Back to the list from a name, else go on as before."""
        if self._typing:
            self._show(typing=False)
        else:
            super().action_close()
