"""Drill, final: who won, what hardly anybody knew, every answer as a table, and what next."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError
from quizapp.kit.files import write_atomically
from quizapp.kit.text import one_line
from quizapp.tui.charts import bar
from quizapp.tui.host import host_of
from quizapp.tui.safe import cut, hanging, joined, shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.widgets.menu import Entry, Menu
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scores import shape
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.wording import clock_time
from quizapp.tui.wording_drill import answer
from quizapp.usecases.drill import DrillResults, Placing, Playing
from quizapp.usecases.drill_table import csv_bytes

if TYPE_CHECKING:
    from quizapp.usecases.notebook import Notebook

_NAME: Final = 18
_BAR: Final = 36
_HARDEST: Final = 5


class DrillFinal(Page):
    """The end of a drill."""

    NAME = "Drill"
    CSS_PATH: ClassVar = [STYLES / "drill_final.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space", "misses", "Go through misses", tooltip="go through the missed questions", id="final.misses"
        ),
        Binding("enter,space", "pick", "Choose", tooltip="do the marked thing", id="final.pick"),
        Binding("d", "again", "Again", tooltip="set up another drill", id="final.again"),
        Binding("c", "table", "Table", tooltip="write every answer into a table (CSV)", id="final.table"),
        Binding("u", "undo", "Undo", tooltip="undo the last step", id="final.undo"),
        Binding("q,escape", "home", "Library", tooltip="back to the library", id="final.home"),
        Binding("pagedown", "page(1)", "Page", tooltip="a page on or back", show=False, id="final.page_down"),
        Binding("pageup", "page(-1)", "Page", tooltip="a page on or back", show=False, id="final.page_up"),
    ]

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing
        self._results = playing.results()

    @property
    def notebook(self) -> "Notebook":
        """That of the drill."""
        return self._playing.notebook

    def body(self) -> ComposeResult:
        """The ranking, the hardest questions, every answer, and what next."""
        with Scroll(id="final"):
            yield Prose(_winner(self._results), id="winner")
            yield Prose(id="ranking")
            yield Prose(id="hard")
            yield Menu(
                (
                    *self._through(),
                    Entry(key="d", title="Set up another drill", action="again"),
                    Entry(key="c", title="Write every answer into a table", note="CSV, a row for each", action="table"),
                    Entry(key="u", title="Undo the last step", action="undo"),
                    Entry(key="q", title="Back to the library", action="home"),
                ),
                id="next",
            )
            yield Prose(id="answers")

    def on_mount(self) -> None:
        """Say how far it came."""
        results = self._results
        total = len(self._results.rows) and max(row.number for row in results.rows)
        status = f"{counted(total, 'question')} · {clock_time(results.state.spent)}"
        self.top.tell(object_name="Final", status=shown((status, "$muted")))
        self.call_after_refresh(self._rank)
        self.query_one(Menu).focus(scroll_visible=False)  # below a class; who won is seen first
        self.watch(self.query_one(Menu), "at", self.refresh_bindings, init=False)

    def _through(self) -> tuple[Entry, ...]:
        count = len(self._results.hard)
        if not count:
            return ()
        title = "Go through the missed question" if count == 1 else f"Go through the {count} missed questions"
        return (Entry(key="enter", title=title, note="with their sources", action="misses"),)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter goes through what was missed until the mark is moved."""
        misses = bool(self._results.hard) and (not self.is_mounted or self.query_one(Menu).at == 0)
        return {"misses": misses, "pick": not misses}.get(action, True)

    def _rank(self) -> None:
        ranking = self.query_one("#ranking", Prose)
        width = ranking.size.width
        ranking.show(_ranking(self._results, width))
        self.query_one("#hard", Prose).show(_hardest(self._results, width))
        self.query_one("#answers", Prose).show(_answers(self._results, width))

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    def action_pick(self) -> None:
        """Do the marked thing."""
        self.query_one(Menu).pick()

    def action_page(self, step: int) -> None:
        """Scroll by a page."""
        page = self.query_one("#final", Scroll)
        page.scroll_relative(y=step * max(page.size.height - 1, 1), animate=False)

    def action_misses(self) -> None:
        """Go through the missed questions, one by one."""
        from quizapp.tui.screens.drill_misses import DrillMisses  # imported when it is first needed

        _ = self.app.push_screen(DrillMisses(self._playing.missed()))

    def action_again(self) -> None:
        """Set up another one."""
        host_of(self).drill()

    def action_table(self) -> None:
        """Ask where the table goes, as all that is exported."""
        from quizapp.tui.screens.where_to import WhereTo  # imported when it is first needed

        day = self._results.id.partition("-")[0]
        sheet = WhereTo("Write every answer of this drill", Path.cwd() / f"drill-{day}.csv")
        _ = self.app.push_screen(sheet, self._write)

    def _write(self, path: Path | None) -> None:
        if path is None:
            return
        try:
            write_atomically(path, csv_bytes(self._results.rows))
        except QuizappError as error:
            self.say(str(error), error=True)
        else:
            self.say(f"{counted(len(self._results.rows), 'row')} in {path}")

    def action_undo(self) -> None:
        """Take the end back."""
        if not self._playing.undo():
            self.say("Nothing to undo yet")
            return
        playing = self._playing
        host_of(self).play(lambda: playing)

    def action_home(self) -> None:
        """Back to the library."""
        host_of(self).go_home()


def _winner(results: DrillResults) -> Content:
    best = [placing for placing in results.ranking if placing.place == 1]
    if len(results.rules.players) == 1:
        right = f"{best[0].right} of {best[0].answered} right"
        return shown((right, "bold"))
    if len(best) > 1:
        *names, last = (one_line(placing.player.name, limit=30) for placing in best)
        what = "share the first place" if best[0].score > 0 else "have no points"
        return shown((f"{', '.join(names)} and {last} {what}", "bold"))
    return shown((f"{_shape(results, best[0])} {one_line(best[0].player.name, limit=30)} win!", "bold $accent"))


def _shape(results: DrillResults, placing: Placing) -> str:
    return shape(results.rules.players.index(placing.player))


def _ranking(results: DrillResults, width: int) -> Content:
    most = max([placing.score for placing in results.ranking] + [1])
    room = min(_BAR, max(width - _NAME - 34, 6))
    lines = []
    for placing in results.ranking:
        name = cut(f"{_shape(results, placing)} {placing.player.name}", _NAME)
        head = shown(
            f"  {placing.place:>2}   ", name, " " * (_NAME - name.cell_length), (f"{placing.score:>5}   ", "bold")
        )
        right = f"   {placing.right} of {placing.answered} right"
        lines.append(shown(head, bar(max(placing.score, 0) / most, room, colour="$primary"), (right, "$muted")))
    return joined(lines)


def _hardest(results: DrillResults, width: int) -> Content:
    """The questions that fewest knew."""
    if not results.hard:
        return shown(("Everything was known.", "bold")) if results.rows else shown()
    lines = [shown(("Worth another look together", "bold"))]
    for hard in results.hard[:_HARDEST]:
        knew = f"{hard.knew} of {hard.asked} knew"
        lines.append(hanging(shown((f"  {knew:<16}", "$muted")), shown(one_line(hard.stem, limit=200)), width))
    return joined(lines)


def _answers(results: DrillResults, width: int) -> Content:
    """Every question and who answered what."""
    lines = [shown(("Every answer", "bold"))] if results.rows else []
    number = 0
    for row in results.rows:
        if row.number != number:
            number = row.number
            asked = shown(one_line(row.stem, limit=200), (f"  {one_line(row.key)}", "$success"))
            lines.append(hanging(shown((f"  {number}  ", "bold")), asked, width))
        lines.append(hanging(shown("     "), answer(row), width))
    return joined(lines)
