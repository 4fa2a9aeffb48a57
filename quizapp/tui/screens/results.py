"""Results: what came of a sitting, and what to do with the misses."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError
from quizapp.model.item import Item
from quizapp.model.memory import ItemKey
from quizapp.tui import charts
from quizapp.tui.host import host_of
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.edits import Edits, nothing_to_undo
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.screens.revising_page import bare
from quizapp.tui.widgets.menu import Entry, Menu
from quizapp.tui.widgets.misses import Misses, heading
from quizapp.tui.widgets.moved import MovedTable
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.source import Passage
from quizapp.tui.wording import clock_time, marks
from quizapp.usecases.showing import Results

if TYPE_CHECKING:
    from quizapp.usecases.notebook import Notebook
    from quizapp.usecases.study import Sitting

_OTHER_ROWS: Final = 20  # rows of everything but the list of misses at 80×24, which scrolls by itself
_FEWEST_MISSES: Final = 3


class ResultsPage(Page):
    """The end of a sitting."""

    NAME = "Study"
    AUTO_FOCUS = "#misses"
    CSS_PATH: ClassVar = [STYLES / "results.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "again", "Try misses", tooltip="try the missed ones again", id="results.again"),
        Binding("enter", "home", "Library", tooltip="back to the library", show=False, id="results.enter"),
        Binding("v", "source", "Source", tooltip="see a missed question in its source", id="results.source"),
        Binding("a", "add", "Add", tooltip="add an article", id="results.add"),
        Binding("e", "edit", "Edit", tooltip="edit a missed question", id="results.edit"),
        Binding("u", "undo", "Undo", tooltip="undo the last grade", id="results.undo"),
        Binding("q,escape", "home", "Library", tooltip="back to the library", id="results.home"),
    ]

    def __init__(self, sitting: "Sitting") -> None:
        super().__init__()
        self._sitting = sitting
        self._results = sitting.results()
        self._edits = Edits(self, self._take_up)

    @property
    def notebook(self) -> "Notebook":
        """That of the sitting."""
        return self._sitting.notebook

    def body(self) -> ComposeResult:
        """Score, misses, what moved, what to do."""
        with Scroll(id="results"):
            yield Prose(_score(self._results, nothing=self._sitting.nothing), id="score")
            yield Prose(id="missed")
            yield Misses()
            yield MovedTable(self._results.moved)
            yield Menu(self._entries(), id="next")
            if host_of(self).first_run:
                yield Prose(_OWN_ARTICLE, id="own")

    def on_mount(self) -> None:
        """Fill the list of misses."""
        results = self._results
        done = f"{results.answered} of {results.total}"
        status = shown((f"{done} · {clock_time(results.seconds)}", "$muted")) if results.total else shown()
        self.top.tell(
            screen="Study" if results.scheduled else "Practise",
            object_name="Done" if results.finished else "Paused",
            status=status,
        )
        misses = self.query_one(Misses)
        misses.fill(results.missed)
        misses.display = bool(results.missed)
        misses.styles.height = min(len(results.missed), max(self.app.size.height - _OTHER_ROWS, _FEWEST_MISSES))
        self.query_one(MovedTable).display = bool(results.moved)
        self.call_after_refresh(self._head)
        if not results.saved:
            self.say(f"Not saved: {self._sitting.notebook.trouble}", error=True)

    def _head(self) -> None:
        if self._results.missed:
            head = heading(self.query_one(Misses).size.width)
        else:
            head = shown(("Nothing missed." if self._results.answered else "", "bold"))
        self.query_one("#missed", Prose).show(head)

    def _entries(self) -> tuple[Entry, ...]:
        missed = len(self._results.missed)
        entries: list[Entry] = []
        if missed:
            title = "Try the missed one now" if missed == 1 else f"Try the {missed} missed ones now"
            entries = [
                Entry(key="enter", title=title, note="does not change the schedule", action="again"),
                Entry(key="v", title="See a missed question in its source", action="source"),
            ]
        if self._results.answered:
            entries.append(Entry(key="u", title="Undo the last grade", action="undo"))
        home = "enter" if not missed else "q"
        title = "Back to the library" if host_of(self).workspace.has_history else "Back to the start"
        entries.append(Entry(key=home, title=title, action="home"))
        return tuple(entries)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs misses is there when there are any."""
        missed = bool(self._results.missed)
        return missed if action in {"again", "source", "edit"} else True

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    @on(Misses.Opened)
    async def _opened(self) -> None:
        await self.action_source()

    def action_again(self) -> None:
        """Practise what was missed."""
        host_of(self).sit(self._sitting.again)

    async def action_source(self) -> None:
        """Show where the article answers the question under the cursor."""
        from quizapp.tui.screens.source import SourceSheet  # imported when it is first needed

        missed = self.query_one(Misses).current
        if missed is not None:
            spans = tuple(evidence.span for evidence in missed.item.evidence)
            await self.app.push_screen(SourceSheet(Passage(article=missed.article, evidence=spans)))

    def action_add(self) -> None:
        """Open the form for an article of one's own."""
        host_of(self).add_article()

    async def action_edit(self) -> None:
        """Edit the question under the cursor."""
        missed = self.query_one(Misses).current
        if missed is not None:
            await self._edits.open(self._sitting, ItemKey(missed.article.id, missed.item.id))

    def _take_up(self, key: ItemKey, item: Item) -> None:
        self._sitting.take_up(key, item)
        if self.is_attached:
            self._fill()

    def _fill(self) -> None:
        self._results = self._sitting.results()
        self.query_one(Misses).fill(self._results.missed)

    def action_undo(self) -> None:
        """Take the last grade back: the question is asked for its grade again."""
        try:
            undone = self._edits.undo(self._sitting)
        except QuizappError as error:
            self.say(bare(error), error=True)
            return
        if undone is None:
            self.say(nothing_to_undo(self))
        elif self._sitting.feedback is None and self._sitting.question is None:
            self._fill()
            self.say(undone)  # an edit: the sitting is as much over as before
        else:
            sitting = self._sitting
            host_of(self).sit(lambda: sitting, undone)

    def action_home(self) -> None:
        """Back to the library."""
        host_of(self).go_home()


_OWN_ARTICLE: Final = shown(("a", "bold $footer-key-foreground"), ("  adds your own article", ""))


def _score(results: Results, *, nothing: str) -> Content:
    """The first rows: how it went, and what is next."""
    if not results.total:
        return joined([shown((nothing or "Nothing is due now", "bold")), shown(), _ahead(results)])
    first, second, third = charts.big(results.right)
    gap = "  "
    streak = shown((f"Streak  {counted(results.streak_days, 'day')}", "$muted")) if results.scheduled else shown()
    return joined(
        [
            shown((_title(results), "bold")),
            shown(),
            shown(first, gap, " " * 6, ("right the first time    ", "$muted"), marks(results.marks)),
            shown(second, gap, (f"of {results.total}".ljust(6), "$muted"), _ahead(results)),
            shown(third, gap, " " * 6, streak),
        ]
    )


def _title(results: Results) -> str:
    if not results.finished:
        return f"Paused after {results.answered} of {results.total}"
    return "Done for today" if results.scheduled else "Practised; the schedule stays as it was"


def _ahead(results: Results) -> Content:
    return shown((f"{results.due_tomorrow} due tomorrow · {results.due_week} this week", "$muted"))
