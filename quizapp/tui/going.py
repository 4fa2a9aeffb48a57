"""Going from screen to screen; each screen is imported when it is first needed."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from quizapp.kit.durations import counted
from quizapp.kit.text import one_line
from quizapp.tui.host import Host
from quizapp.tui.screens.page import Page
from quizapp.tui.sittings import open_practice, open_revision, open_sitting
from quizapp.tui.trail import Trail
from quizapp.tui.widgets.top_row import TopRow

if TYPE_CHECKING:
    from quizapp.tui.screens.confirm import Confirm
    from quizapp.tui.screens.not_saved import NotSaved
    from quizapp.usecases.adding import Adding
    from quizapp.usecases.drill import Playing
    from quizapp.usecases.notebook import Notebook
    from quizapp.usecases.study import Sitting


class Going(Host):
    """The app as far as it leads from one screen to another."""

    _seed: int | None

    @property
    def page(self) -> Page | None:
        """The full screen that is in front, whatever lies over it."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Page)), None)

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a short message under the top row."""
        if self.page is not None:
            self.page.say(text, error=error)

    @on(TopRow.Home)
    def _home_clicked(self) -> None:
        self.go_home()

    def go_home(self, message: str = "") -> None:
        """Go to the bottom of the stack, which is the Library as soon as there is any history."""
        self.leaving(partial(self._go_home, message))

    def leaving(self, go: Callable[[], Awaitable[None]]) -> None:
        """Go soon; what the disk refused is tried again first, and where that is in vain a person is asked."""
        self.call_later(self._leaving, go)

    async def _leaving(self, go: Callable[[], Awaitable[None]]) -> None:
        notebook = self._unsaved()
        if notebook is None or notebook.retry():
            await go()
            return
        from quizapp.tui.screens.not_saved import NotSaved  # imported when it is first needed

        async def left(answer: bool | None) -> None:
            if answer:
                self.call_later(go)  # not awaited: the sheet must have gone before the pages under it can

        await self.push_screen(NotSaved(notebook, leave="Leave"), left)

    def _unsaved(self) -> "Notebook | None":
        """What the disk refused of an open page, the one in front first."""
        pages = (screen for screen in reversed(self.screen_stack) if isinstance(screen, Page))
        notebooks = (page.notebook for page in pages)
        return next((notebook for notebook in notebooks if notebook is not None and not notebook.saved), None)

    async def _go_home(self, message: str = "", *, anew: bool = False) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if anew or not isinstance(self.screen, self._home_class()):
            await self.switch_screen(self._home_class()())
        if message:
            self.say(message)

    def _home_class(self) -> type[Page]:
        if self.workspace.has_history:
            from quizapp.tui.screens.library import LibraryPage

            return LibraryPage
        from quizapp.tui.screens.welcome import Welcome

        return Welcome

    def study(self, bank: str | None = None, *, limit: int | None = None) -> None:
        """Open a sitting on one bank, or on everything due."""
        self.call_later(self.push_screen, self._study(bank, limit=limit))

    def study_from_home(self, bank: str | None) -> None:
        """Leave whatever is open, then study."""
        self.leaving(partial(self._from_home, partial(self._study, bank)))

    async def _from_home(self, page: Callable[[], Page]) -> None:
        await self._go_home()
        await self.push_screen(page())

    def review(self, bank: str) -> None:
        """Leave whatever is open, then go over a bank's questions."""
        self.leaving(partial(self._from_home, partial(self._review, bank)))

    def _review(self, bank: str) -> Page:
        from quizapp.tui.screens.review import ReviewPage

        return ReviewPage(partial(open_revision, self.workspace, bank))

    def show_coverage(self, bank: str) -> None:
        """Open a bank's article, to see what is asked of it."""
        from quizapp.tui.screens.covered import CoveredPage

        self.call_later(self.push_screen, CoveredPage(bank))

    def show_settings(self) -> None:
        """Open the settings."""
        from quizapp.tui.screens.settings import SettingsPage

        if not isinstance(self.screen, SettingsPage):
            self.call_later(self.push_screen, SettingsPage())

    def show_keys(self) -> None:
        """Open the list of all keys."""
        from quizapp.tui.screens.keys import KeysPage

        if not isinstance(self.screen, KeysPage):
            self.call_later(self.push_screen, KeysPage())

    def show_stats(self) -> None:
        """Open the figures."""
        from quizapp.tui.screens.stats import StatsPage

        if not isinstance(self.screen, StatsPage):
            self.call_later(self.push_screen, StatsPage())

    def practise(self, bank: str | None = None) -> None:
        """Open questions outside the schedule, of one bank or of all."""
        from quizapp.tui.screens.study import Study

        self.call_later(self.push_screen, Study(partial(open_practice, self.workspace, bank, self._seed)))

    def drill(self, bank: str | None = None) -> None:
        """Set up a drill, about one bank to begin with; another one in the place of one that is over."""
        from quizapp.tui.screens.drill_final import DrillFinal
        from quizapp.tui.screens.drill_setup import DrillSetup

        if isinstance(self.screen, DrillFinal):
            self.leaving(partial(self._replace, DrillSetup(bank, seed=self._seed), ""))
        else:
            self.call_later(self._open, DrillSetup(bank, seed=self._seed), "")

    def play(self, open_drill: "Callable[[], Playing]") -> None:
        """Put a drill in the place of the screen in front."""
        from quizapp.tui.screens.drill import DrillPage

        self.call_later(self._replace, DrillPage(open_drill), "")

    def end_drill(self, playing: "Playing") -> None:
        """Put what came of a drill in its place."""
        from quizapp.tui.screens.drill_final import DrillFinal

        self.call_later(self._replace, DrillFinal(playing), "")

    def back_up(self) -> None:
        """Copy the answers to today's place among the backups, and say where that is."""
        from quizapp.tui.screens.errands import back_up

        self.run_worker(back_up(self))

    def export_everything(self) -> None:
        """Write all data to one file."""
        from quizapp.tui.screens.bringing import export_everything

        self.run_worker(export_everything(self))

    def import_backup(self) -> None:
        """Offer every backup, and a file of one's own, to be brought back."""
        from quizapp.tui.screens.bringing import choose_backup

        self.run_worker(choose_backup(self))

    def begin_anew(self, message: str) -> None:
        """Go home to other data than were open, and say something there."""
        self.workspace, self.trail = self.workspace.of(self.workspace.learner), Trail()
        self.new_here = self.first_run = not self.workspace.has_history
        self.heed_settings()
        self.call_later(self._go_home, message, anew=True)

    def show_flags(self) -> None:
        """Offer every flagged question, to be asked again."""
        from quizapp.tui.screens.errands import show_flags

        self.run_worker(show_flags(self))

    def choose_format(self, bank: str, title: str) -> None:
        """Offer every format that a bank can be written in, and write it in the one that is chosen."""
        from quizapp.tui.screens.errands import choose_format

        self.run_worker(choose_format(self, bank, title))

    def print_sheet(self, bank: str, title: str) -> None:
        """Ask where to write a bank's worksheet, and write it."""
        from quizapp.tui.screens.errands import print_sheet

        print_sheet(self, bank, title)

    def add_article(self) -> None:
        """Open the form, or the page of the article that is being written."""
        from quizapp.tui.screens.add import AddPage
        from quizapp.tui.screens.writing import WritingPage

        running = self.adding is not None and not self.adding.over
        amount = self.workspace.settings.amount or "normal"
        page = WritingPage(self.adding) if self.adding is not None and running else AddPage(amount=amount)
        front = isinstance(self.screen, WritingPage)
        self.call_later(self._replace if front else self._open, page, "")

    async def action_quit(self) -> None:
        """Leave; where something would be lost with the app only when a person says so, or presses the key again."""
        from quizapp.tui.screens.confirm import Confirm  # imported when it is first needed
        from quizapp.tui.screens.not_saved import NotSaved

        sheet = self._before_the_end()
        if sheet is None or isinstance(self.screen, Confirm | NotSaved):
            self.exit()
            return
        self.call_later(self.push_screen, sheet, self._left)

    def _before_the_end(self) -> "Confirm | NotSaved | None":
        """What to ask before the app is left; None where nothing would be lost."""
        from quizapp.tui.screens.confirm import Confirm
        from quizapp.tui.screens.not_saved import NotSaved

        notebook = self._unsaved()
        if notebook is not None and not notebook.retry():
            return NotSaved(notebook, leave="Quit")
        lost = self._at_stake()
        return Confirm(lost[0], yes=lost[1], note=lost[2]) if lost else None

    def _at_stake(self) -> tuple[str, str, str] | None:
        """What leaving would lose: the question, the word for leaving all the same, and what that means."""
        if self.adding is not None and not self.adding.over:
            about = one_line(self.adding.article.title, limit=40)
            return (
                f"Questions about “{about}” are still being written.",
                "Quit without them",
                "They are lost; the article can be added again.",
            )
        pages = (screen for screen in reversed(self.screen_stack) if isinstance(screen, Page))
        if lost := next(filter(None, (page.unsaved for page in pages)), ""):
            return "Quit without saving?", "Quit", lost
        if self.pasted[0].strip():
            return "Quit without the text in Add?", "Quit", "No questions were written about it, and it is lost."
        return None

    def _left(self, answer: bool | None) -> None:
        if answer:
            self.exit()

    async def _open(self, page: Page, message: str) -> None:
        await self.push_screen(page)
        if message:
            self.say(message)

    def write_questions(self, adding: "Adding") -> None:
        """Begin to write about an article, with a page to watch in place of the one in front."""
        from quizapp.tui.screens.writing import WritingPage

        self.adding = adding
        self.run_worker(self._write(adding))
        remark = adding.article.remark
        self.call_later(self._replace, WritingPage(adding), f"{remark[:1].upper()}{remark[1:]}")

    async def _write(self, adding: "Adding") -> None:
        from quizapp.tui.background import in_thread
        from quizapp.tui.screens.writing import WritingPage

        progress = await in_thread(adding.run)
        page = self.page
        if page is None:
            return
        page.library_changed()
        if isinstance(page, WritingPage) and page.adding is adding:
            return  # it is told there
        if progress.slug:
            self.say(f"“{adding.article.title}” is ready: {counted(len(progress.items), 'question')}.")
        else:
            self.say(progress.trouble, error=True)

    def sit(self, open_sitting: "Callable[[], Sitting]", message: str = "") -> None:
        """Put a sitting in the place of the screen in front, and say something there."""
        from quizapp.tui.screens.study import Study

        self.call_later(self._replace, Study(open_sitting), message)

    def go_on_with(self, sitting: "Sitting", message: str) -> None:
        """Open a sitting that was left, over the screen in front, and say something there."""
        from quizapp.tui.screens.study import Study

        self.call_later(self._open, Study(lambda: sitting), message)

    def end(self, sitting: "Sitting") -> None:
        """Put what came of a sitting in its place."""
        from quizapp.tui.screens.results import ResultsPage

        self.call_later(self._replace, ResultsPage(sitting), "")

    async def _replace(self, page: Page, message: str) -> None:
        await self.switch_screen(page)
        if message:
            self.say(message)

    def _study(self, bank: str | None, *, limit: int | None = None) -> Page:
        from quizapp.tui.screens.study import Study

        return Study(partial(open_sitting, self.workspace, bank, self._seed, limit))
