"""The Today panel of the library: what is due, the streak, the week to come, and facts about one article."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from quizapp.kit.durations import counted
from quizapp.tui import charts
from quizapp.tui.kind_names import kinds_in_words
from quizapp.tui.safe import cut, joined, shown
from quizapp.tui.widgets.articles import Row
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from quizapp.usecases.pausing import Paused
    from quizapp.usecases.report import Today

_CHART_ROWS: Final = 4
_BEFORE: Final = 9
"""Cells of the button before its words, and one behind them."""


class StudyButton(Widget, can_focus=True):
    """The one thing to do today."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "Study all", tooltip="study everything due", show=False, id="today.press"),
    ]

    class Pressed(Message):
        """The button was clicked, or pressed with a key."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.visible = False

    def name_it(self, words: str) -> None:
        """Say what it does."""
        self._words = words
        self.refresh()

    def render(self) -> Content:
        """Three rows with the accent bar."""
        width = self.size.width
        text = shown("  ", ("▸ s ", "bold $accent"), " ", cut(self._words, width - _BEFORE, "bold"))
        return joined(
            shown(("▌", "$accent on $pick"), shown(line, " " * (width - 1 - line.cell_length)).stylize("on $pick"))
            for line in (shown(), text, shown())
        )

    def action_press(self) -> None:
        """Study."""
        self.post_message(self.Pressed())

    def on_click(self, event: Click) -> None:
        """Study."""
        self.action_press()


class TodayPanel(Scroll):
    """Figures and the button; it scrolls where the window is low."""

    def __init__(self) -> None:
        super().__init__(id="today")

    def compose(self) -> ComposeResult:
        """From what is due down to the selected article."""
        yield Prose(id="figures")
        yield StudyButton()
        yield Prose(id="coming")
        yield Prose(id="selected")

    def tell(self, today: "Today", *, paused: "Paused | None" = None) -> None:
        """Show what today holds, and whether an article was left before its end."""
        self.query_one("#figures", Prose).show(joined([shown(("Today", "bold")), shown(), *_figures(today)]))
        button = self.query_one(StudyButton)
        button.visible = bool(today.due or today.new or paused)
        button.name_it(_next(today, paused))
        squares, letters = charts.week_row(today.week, today=today.day.weekday())
        streak = counted(today.streak_days, "day") if today.streak_days else "begins today"
        coming = [
            shown(("Streak", "bold $muted"), (f"   {streak}", "$muted")),
            squares,
            letters,
            shown(),
            shown(("Coming up", "bold $muted"), (f"   {sum(today.forecast)} this week", "$muted")),
        ]
        if any(today.forecast):
            coming += [shown(), charts.columns(today.forecast, first=today.day, rows=_CHART_ROWS)]
        self.query_one("#coming", Prose).show(joined(coming))

    def select(self, row: Row | None) -> None:
        """Show facts about the article under the cursor."""
        if row is None:
            self.query_one("#selected", Prose).show(shown())
            return
        facts = [
            shown(("Selected", "bold $muted"), "   ", (row.title, "$muted")),
            shown((kinds_in_words(row.kinds), "$muted")),
        ]
        if row.flagged:
            facts.append(shown((f"{row.flagged} flagged", "$error")))
        self.query_one("#selected", Prose).show(joined(facts))


def _next(today: "Today", paused: "Paused | None") -> str:
    """What the button does."""
    if paused is not None:
        return f"Go on: {paused.left} left of “{paused.title}”"
    return "Study everything due" if today.due else "Study what is new"


def _figures(today: "Today") -> list[Content]:
    """The one big number: what is due, or else what is new."""
    if not today.due and not today.new:
        tomorrow = today.forecast[1] if len(today.forecast) > 1 else 0
        more = f"{counted(tomorrow, 'question')} tomorrow" if tomorrow else ""
        return [shown(("Nothing due", "bold")), shown((more, "$muted")), shown()]
    first, second, third = charts.big(today.due or today.new)
    if not today.due:
        words = ("new question" if today.new == 1 else "new questions", "for today, of all articles", "")
    else:
        due = "question due" if today.due == 1 else "questions due"
        words = (due, f"about {counted(today.minutes, 'minute')}", f"+ {today.new} new" if today.new else "")
    return [
        shown(first, "  ", (words[0], "bold")),
        shown(second, "  ", (words[1], "$muted")),
        shown(third, "  ", (words[2], "$primary")),
    ]
