"""What the questions of a bank ask of its article, and why the rest of it is not asked."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError
from quizapp.tui import charts
from quizapp.tui.background import in_thread
from quizapp.tui.host import host_of
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.sentences import MARKS, Sentences
from quizapp.tui.widgets.thrown_away import in_words
from quizapp.usecases.coverage import Coverage, Row, State, as_asked
from quizapp.usecases.reading_again import ReadingAgain

_LOOK: Final = 0.2
"""Seconds between two looks at how far the reading is."""
_BAR: Final = 24


class CoveredPage(Page):
    """The article with a mark at each sentence, and below it what is asked of the one under the cursor, or why not."""

    NAME = "Source"
    CSS_PATH: ClassVar = [STYLES / "covered.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Move", tooltip="a sentence on or back", id="covered.down"),
        Binding("k,up", "move(-1)", "Move", tooltip="a sentence on or back", id="covered.up"),
        Binding("right_square_bracket", "next", "Next not asked", tooltip="the next not asked", id="covered.next"),
        Binding("pagedown,space", "move(8)", "Page", tooltip="on or back a page", show=False, id="covered.page"),
        Binding("pageup", "move(-8)", "Page", tooltip="on or back a page", show=False, id="covered.page_up"),
        Binding("g,home", "move(-1000000)", "First", tooltip="the first or last", show=False, id="covered.first"),
        Binding("G,end", "move(1000000)", "Last", tooltip="the first or last", show=False, id="covered.last"),
        Binding("r", "review", "Review", tooltip="go over the questions of this article", id="covered.review"),
        Binding("q,escape,v", "leave", "Back", tooltip="back", id="covered.back"),
    ]

    def __init__(self, bank: str) -> None:
        super().__init__()
        self._slug = bank
        self._sentences = Sentences()
        self._reading: ReadingAgain | None = None
        self._found: Coverage | None = None
        self._began, self._failed = 0.0, False

    def body(self) -> ComposeResult:
        """Counts, the article, what is known of the sentence under the cursor."""
        yield Prose(id="counts")
        with Scroll(id="article"):
            yield self._sentences
        yield Prose(id="about")

    def on_mount(self) -> None:
        """Read the article again in the background."""
        self._began = host_of(self).clock.ticks()
        self.set_interval(_LOOK, self.tell_progress)
        self._load()

    def on_unmount(self) -> None:
        """Nobody is waiting for the rest any more."""
        if self._reading is not None:
            self._reading.stop()

    @work(exclusive=True)
    async def _load(self) -> None:
        self._reading = reading = ReadingAgain(host_of(self).workspace, self._slug)
        try:
            found = await in_thread(reading.run)
        except QuizappError as error:
            self._failed = True
            self.query_one("#counts", Prose).show(shown(("! ", "bold $error"), str(error)))
            return
        if self in self.app.screen_stack:
            self._fill(found)

    def tell_progress(self) -> None:
        """Say how far the reading is, or how long it takes to begin."""
        if self._found is not None or self._reading is None or self._failed:
            return
        if not self._reading.of:
            spent = host_of(self).clock.ticks() - self._began
            self.query_one("#counts", Prose).show(shown((f"Getting ready to read, {int(spent)} s", "$muted")))
            return
        done, of = self._reading.done, self._reading.of
        self.query_one("#counts", Prose).show(
            shown("Reading the article again  ", charts.bar(done / of, _BAR), (f"  {done} of {of}", "$muted"))
        )

    def _fill(self, found: Coverage) -> None:
        self._found = found
        asked, total = found.count(State.ASKED), len(found.rows)
        self.top.tell(object_name=found.article.title, status=shown((f"{asked} of {total} asked", "bold $accent")))
        self.query_one("#counts", Prose).show(_counts(found))
        self._sentences.show(found)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to move in before the article was read, and nothing to go on to where all is asked."""
        rules = {
            "move": self._found is not None,
            "next": self._found is not None and bool(self._found.count(State.REFUSED)),
        }
        return rules.get(action, True)

    def action_move(self, by: int) -> None:
        """Another sentence."""
        self._sentences.move(by)

    def action_next(self) -> None:
        """The next sentence that could not be asked."""
        self._sentences.next_refused()

    def action_review(self) -> None:
        """Go over the questions."""
        host_of(self).review(self._slug)

    def action_leave(self) -> None:
        """Back to where the page was opened."""
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end

    @on(Sentences.Moved)
    def _moved(self) -> None:
        row = self._sentences.current
        self.query_one("#about", Prose).show(_about(row) if row is not None else shown())
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        top, after = self._sentences.span_of_rows
        scroll = self.query_one("#article", Scroll)
        if top - 1 < scroll.scroll_y:
            scroll.scroll_to(y=max(top - 1, 0), animate=False)
        elif after > scroll.scroll_y + scroll.size.height:
            scroll.scroll_to(y=after - scroll.size.height, animate=False)


def _counts(found: Coverage) -> Content:
    """“✓ 14 asked   ○ 2 left out   ✗ 9 not asked   · 3 nothing found”."""
    parts: list[Content] = []
    for state in State:
        mark, colour = MARKS[state]
        number = f"{found.count(state)}"
        if state is State.LEFT and not found.count(state):
            continue  # a bank that holds everything has nothing to say of it
        parts.append(shown((f"{mark} ", f"bold {colour}"), (number, "bold"), (f" {state}    ", "$muted")))
    return shown(*parts)


_MOST: Final = 4
"""Lines about one sentence; the pane has a title besides."""


def _about(row: Row) -> Content:
    """What is asked of a sentence, or why nothing is."""
    if row.state is State.SILENT:
        own = "No fact was found here that can be asked; r, then a, writes a question of your own."
        return joined([shown(("Nothing found", "bold")), shown((own, "$muted"))])
    lines = [*_asked(row), *_left(row)] if row.items or row.left else list(_reasons(row))
    more = [shown((f"and {len(lines) - _MOST + 1} more", "$muted"))] if len(lines) > _MOST else []
    title = counted(len(row.items), "question") if row.items else "Left out" if row.left else "Not asked"
    return joined([shown((title, "bold")), *lines[: _MOST - len(more)], *more])


def _asked(row: Row) -> Iterator[Content]:
    for item in row.items:
        yield shown(("✓ ", "$success"), as_asked(item))


def _left(row: Row) -> Iterator[Content]:
    for item in row.left:
        yield shown(("○ ", "$primary"), as_asked(item), ("  not in the bank, or dropped", "$muted"))


def _reasons(row: Row) -> Iterator[Content]:
    for reason in dict.fromkeys(f"{in_words(reject.check)}: {reject.reason}" for reject in row.rejects):
        yield shown(("✗ ", "$error"), reason)
