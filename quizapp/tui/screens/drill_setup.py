"""Drill, set-up: who plays, about what, how long and by which rules; then the first question."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Input

from quizapp.kit.durations import counted
from quizapp.kit.errors import InputError, QuizappError
from quizapp.model.drill import Mode, Player, Points, Rules
from quizapp.tui.background import in_thread
from quizapp.tui.host import host_of
from quizapp.tui.safe import prompted, shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.widgets.fields import Field
from quizapp.tui.widgets.in_order import EDITING
from quizapp.tui.widgets.option_rows import OptionRow, OptionRows
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows
from quizapp.usecases.drill import Playing, askable, go_on, start
from quizapp.usecases.roster import class_of, teams_of

_TEAMS: Final = ("Owls", "Foxes", "Hares", "Moles", "Rooks", "Seals")
_ALONE, _TURNS, _BUZZ, _CLASS = range(4)
_AMOUNTS: Final = (10, 20, 40)
_MINUTES: Final = (10, 20)
_SECONDS: Final[tuple[int | None, ...]] = (None, 60, 30, 15)
_POINTS: Final = (Points.FLAT, Points.SPEED, Points.NONE)
_ABOUT: Final = 25.0
"""Seconds that a question with its answer is reckoned to take where there is no clock."""


_LISTED: Final = "one name a line; “, +30 s” behind it gives more time"
"""What a class list is."""


class Naming(Field, inherit_bindings=False):
    """Who plays; enter begins, as it does beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Start", tooltip="start the drill", id="setup.enter"),
        Binding("ctrl+c", "copy", "Copy", show=False, system=True),
        *EDITING,
    ]


class DrillSetup(Page):
    """A form; everything has a usual answer, so that enter alone begins."""

    NAME = "Drill"
    AUTO_FOCUS = "#rules"
    CSS_PATH: ClassVar = [STYLES / "drill_setup.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", "Start", tooltip="start the drill", id="setup.start"),
        Binding("h,left", "choose(-1)", "Change", tooltip="the option before or after", id="setup.before"),
        Binding("l,right", "choose(1)", "Change", tooltip="the option before or after", id="setup.after"),
        Binding("space", "choose_next", "Toggle", tooltip="the next option", show=False, id="setup.next"),
        Binding("r", "resume", "Go on", tooltip="go on with the drill that was stopped", id="setup.resume"),
        Binding("escape", "leave_field", "Leave the field", tooltip="leave the field", id="setup.leave_field"),
        Binding("q,escape", "leave", "Back", tooltip="back", id="setup.back"),
    ]

    def __init__(self, bank: str | None = None, *, seed: int | None = None) -> None:
        super().__init__()
        self._bank = bank
        self._seed = seed
        self._rows = OptionRows(id="rules")
        self._field = Naming()
        self._stopped: Playing | None = None
        """The drill that can be gone on with."""
        self._chosen = {"who": _ALONE, "about": 0, "amount": 1, "seconds": 0, "points": 0, "wrong": 0, "teams": 2}
        self._seconds = _SECONDS
        self._names = ", ".join(_TEAMS[:4])
        self._path = ""
        self._askable: dict[tuple[str, ...], int] = {}
        """How many questions there are, by the banks that are asked; as far as it was counted."""

    def body(self) -> ComposeResult:
        """The rows, a field for names or a file, and what comes of it."""
        with Vertical(id="setup"):
            yield self._rows
            with Horizontal(id="naming"):
                yield Prose(id="naming-label")
                yield self._field
            yield Prose(id="sum")

    def on_mount(self) -> None:
        """Show the usual choices, and look whether a drill was stopped."""
        self.top.tell(status=shown((f"choose and press {self.printed_key('setup.start')}", "$muted")))
        usual = host_of(self).workspace.settings.seconds
        self._seconds = _SECONDS if usual in _SECONDS else (*_SECONDS, usual)
        self._chosen["seconds"] = self._seconds.index(usual)
        self._fill()
        self._look_back()

    @work(exclusive=True)
    async def _look_back(self) -> None:
        try:
            self._stopped = await in_thread(partial(go_on, host_of(self).workspace))
        except QuizappError:
            return  # there is none, or it can not go on
        self._sum()
        self.refresh_bindings()

    @work(exclusive=True, group="counting")
    async def _count(self) -> None:
        banks = self._banks
        if banks in self._askable:
            return
        try:
            self._askable[banks] = await in_thread(partial(askable, host_of(self).workspace, banks))
        except QuizappError:
            return  # which is told when it begins
        self._sum()

    @property
    def _banks(self) -> tuple[str, ...]:
        """The banks that are asked; none for all."""
        return (self._bank,) if self._bank is not None and self._title() and self._chosen["about"] == 0 else ()

    # Showing

    def _fill(self) -> None:
        self._rows.fill([replace(row, chosen=self._chosen[row.name]) for row in self._lines()])
        who = self._chosen["who"]
        naming = self.query_one("#naming")
        naming.display = who != _ALONE
        label = "Class list, a file" if who == _CLASS else "Names"
        prompted(self._field, _LISTED if who == _CLASS else "names with commas between them")
        self.query_one("#naming-label", Prose).show(shown(label))
        if not self._field.has_focus:
            self._field.value = self._path if who == _CLASS else self._names
        self._sum()
        self._count()

    def _lines(self) -> tuple[OptionRow, ...]:
        who = self._chosen["who"]
        title = self._title()
        about = (f"“{title}”", "everything") if title else ("everything",)
        times = tuple("none" if seconds is None else f"{seconds} s" for seconds in self._seconds)
        many = ("show why, then go on", f"pass to the next {'student' if who == _CLASS else 'team'}")
        lines = [
            OptionRow(
                name="who", title="Who plays?", options=("just me", "teams, in turn", "teams, first to buzz", "a class")
            ),
            OptionRow(name="about", title="Questions about", options=about),
            OptionRow(name="amount", title="How long", options=("10", "20", "40 questions", "10 min", "20 min")),
            OptionRow(name="seconds", title="Time a question", options=times),
            OptionRow(name="points", title="Points", options=("10 for right", "more for fast", "none")),
        ]
        if who != _ALONE:
            lines.append(OptionRow(name="wrong", title="Wrong answers", options=many))
        if who in {_TURNS, _BUZZ}:
            lines.append(OptionRow(name="teams", title="Teams", options=("2", "3", "4", "5", "6")))
        return tuple(lines)

    def _title(self) -> str:
        if self._bank is None:
            return ""
        entries = host_of(self).workspace.library.entries()
        return next((entry.title for entry in entries if entry.slug == self._bank), "")

    def _sum(self) -> None:
        amount, seconds = self._chosen["amount"], self._seconds[self._chosen["seconds"]]
        there = self._askable.get(self._banks)
        if amount < len(_AMOUNTS):
            questions = _AMOUNTS[amount] if there is None else min(_AMOUNTS[amount], there)
            minutes = max(1, round(questions * (seconds or _ABOUT) / 60))
            most = "At most " if there is None else "All there are: " if questions < _AMOUNTS[amount] else ""
            long = f"{most}{counted(questions, 'question')}, about {counted(minutes, 'minute')}."
        else:
            long = f"Questions for {_MINUTES[amount - len(_AMOUNTS)]} minutes of answering."
        longer = " A number or an order has 10 s more." if seconds else ""
        lines = [f"{long}{longer} The study schedule stays as it is."]
        if self._stopped is not None:
            number = self._stopped.state.place + 1
            lines.append(
                f"{self.printed_key('setup.resume')} goes on with the drill that was stopped at question {number}."
            )
        big = self.printed_key("drill.big")
        lines.append(f"For the back row: bigger letters in the terminal, or {big} in the drill.")
        self.query_one("#sum", Prose).show(shown(("\n".join(lines), "$muted")))

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the field letters are letters; there is only something to go on with after a stop."""
        typing = self._field.has_focus
        if action == "resume":
            return self._stopped is not None and not typing
        if action == "leave_field":
            return typing
        return not typing if action in {"choose", "choose_next", "start"} else True

    def action_choose(self, step: int) -> None:
        """Choose the option before or after."""
        row = self._rows.current
        self._choose(row.name, min(max(row.chosen + step, 0), len(row.options) - 1))

    def action_choose_next(self) -> None:
        """Choose the next option, the first after the last."""
        row = self._rows.current
        self._choose(row.name, (row.chosen + 1) % len(row.options))

    @on(OptionRows.Chosen)
    def _clicked(self, event: OptionRows.Chosen) -> None:
        self._choose(self._rows.current.name, event.option)

    @on(Rows.Opened)
    def _opened(self) -> None:
        self.action_start()

    def _choose(self, name: str, option: int) -> None:
        self._chosen[name] = option
        if name == "teams":
            known = [part.strip() for part in self._names.split(",") if part.strip()]
            more = [team for team in _TEAMS if team not in known]
            self._names = ", ".join([*known, *more][: option + 2])
        self._fill()
        self.refresh_bindings()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._chosen["who"] == _CLASS:
            self._path = event.value
        else:
            self._names = event.value

    @on(Input.Submitted)
    def _given(self) -> None:
        self.action_start()

    def action_start(self) -> None:
        """Begin by these rules."""
        try:
            rules = self._rules()
        except QuizappError as error:
            self.say(str(error), error=True)
            self._field.focus()
            return
        amount = self._chosen["amount"]
        questions = _AMOUNTS[amount] if amount < len(_AMOUNTS) else _AMOUNTS[-1]
        host = host_of(self)
        host.play(partial(start, host.workspace, rules, banks=self._banks, questions=questions, seed=self._seed))

    def _rules(self) -> Rules:
        """The rules as chosen.

        Raises:
            QuizappError: the names or the class list are none.
        """
        who, amount = self._chosen["who"], self._chosen["amount"]
        if who == _ALONE:
            players: tuple[Player, ...] = (Player(name="You"),)
        elif who == _CLASS:
            if not self._path.strip():
                raise InputError(f"name the file of the class: {_LISTED}")
            players = class_of(Path(self._path.strip()).expanduser())
        else:
            players = teams_of(self._names)
        return Rules(
            players=players,
            mode=Mode.BUZZ if who == _BUZZ else Mode.TURNS,
            points=_POINTS[self._chosen["points"]],
            seconds=self._seconds[self._chosen["seconds"]],
            passing=who != _ALONE and self._chosen["wrong"] == 1,
            total=None if amount < len(_AMOUNTS) else _MINUTES[amount - len(_AMOUNTS)] * 60.0,
        )

    def action_resume(self) -> None:
        """Go on with the drill that was stopped."""
        host = host_of(self)
        host.play(partial(go_on, host.workspace))

    def action_leave_field(self) -> None:
        """Leave the field for the rows."""
        self._rows.focus()

    def action_leave(self) -> None:
        """Go back."""
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keys depend on whether the field has the focus."""
        self.refresh_bindings()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Keys depend on whether the field has the focus."""
        self.refresh_bindings()
