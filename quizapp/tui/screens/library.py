"""The library: every article with what waits in it, and what today holds."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Input

from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError
from quizapp.tui.background import in_thread
from quizapp.tui.host import host_of
from quizapp.tui.safe import bordered, joined, shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.screens.shelf import Shelf, not_due, shelf_of
from quizapp.tui.trail import NOTHING
from quizapp.tui.widgets.articles import Articles, Row
from quizapp.tui.widgets.ends import Ends
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.today import StudyButton, TodayPanel
from quizapp.tui.wording_library import EMPTY, status_of, writing_row
from quizapp.usecases.workspace import Workspace

if TYPE_CHECKING:  # the first picture does not wait for what the figures come from
    from quizapp.usecases.report import Today


_LOOK: Final = 2.0
"""Seconds between two looks at whether somebody has changed a bank on the disk."""
_WRITING: Final = 0.5
"""Seconds between two looks at how far the writing in the background is."""


class LibraryPage(Page):
    """The bottom of the stack once there is any history."""

    NAME = "Library"
    AUTO_FOCUS = "#articles"
    CSS_PATH: ClassVar = [STYLES / "library.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study_one", "Study", tooltip="study this article", id="library.enter"),
        Binding("s,space", "study_all", "Study all", tooltip="study everything due", id="library.study"),
        Binding("p", "practise", "Practise", tooltip="practise this article", id="library.practise"),
        Binding("d", "drill", "Drill", tooltip="drill a class, or yourself", id="library.drill"),
        Binding("a", "add", "Add", tooltip="add an article", id="library.add"),
        Binding("r", "review", "Review", tooltip="go over the questions of this article", id="library.review"),
        Binding("t", "stats", "Stats", tooltip="what you remember", id="library.stats"),
        Binding("v", "source", "Source", tooltip="what is asked of this article, and what is not", id="library.source"),
        Binding("x", "delete", "Delete", tooltip="delete this article; asks first", id="library.delete"),
        Binding("u", "undo", "Undo", tooltip="undo the last step", show=False, id="library.undo"),
        Binding("slash", "search", "Search", tooltip="search titles and questions", id="library.search"),
        Binding("r", "reload", "Try again", tooltip="try again", id="library.reload"),
        Binding("escape", "leave_search", "Show all", tooltip="show every article again", id="library.leave"),
        Binding("q", "app.quit", "Quit", tooltip="quit; all is saved", id="library.quit"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._articles = Articles()
        self._panel = TodayPanel()
        self._today: Today | None = None
        self._paused = False
        self._failed = False
        self._stamp: frozenset[tuple[str, int, int]] | None = None  # how the folder stood when it was read

    def body(self) -> ComposeResult:
        """The list, and the panel where there is room."""
        with Horizontal(id="library"):
            with Vertical(id="list"):
                yield Ends(id="shelf")
                yield Prose(id="writing-now")
                yield Prose(id="message")
                yield self._articles
            yield self._panel

    def on_mount(self) -> None:
        """Say what is being written from the start."""
        self.query_one("#message").display = False
        self._show_writing()
        self.set_interval(_WRITING, self._show_writing)
        self.set_interval(_LOOK, self.look)

    def _show_writing(self) -> None:
        """Say how far the article is that is being written in the background."""
        adding, row = host_of(self).adding, self.query_one("#writing-now", Prose)
        row.display = adding is not None and not adding.over
        if adding is not None and row.display:
            row.show(writing_row(adding.article.title, adding.progress, row.size.width))

    def on_screen_resume(self) -> None:
        """Count anew what is due whenever the library comes to the front."""
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        workspace = host_of(self).workspace
        waiting = self.set_timer(0.2, self._say_loading)
        try:
            shelf = await in_thread(lambda: shelf_of(workspace))
        except QuizappError as error:
            if self in self.app.screen_stack:  # else somebody else studies now, on a page of their own
                self._refuse(error, workspace)
        else:
            if self in self.app.screen_stack:
                self._fill(shelf)
        finally:
            waiting.stop()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the list again where a bank was written, added or taken away beside the app, or mended in an editor."""
        if not self.is_current or self._stamp is None:
            return
        library = host_of(self).workspace.library
        try:
            stamp = await in_thread(library.stamp)
        except QuizappError:
            return  # whoever opens the library next is told
        if stamp != self._stamp and self.is_current:
            self._load()

    def _say_loading(self) -> None:
        if self._today is None:
            self._tell(joined([shown(("Opening your library…", "$muted"))]))

    def _tell(self, content: Content | None) -> None:
        """Say something in place of the list."""
        message = self.query_one("#message", Prose)
        message.show(content or shown())
        message.display = content is not None
        self._articles.display = content is None

    def _refuse(self, error: QuizappError, workspace: Workspace) -> None:
        self._failed = True
        self._tell(
            joined(
                [
                    shown(("! ", "bold $error"), "I could not open your library. ", str(error)),
                    shown(),
                    shown(
                        ("r", "bold $footer-key-foreground"),
                        (" tries again · ", "$muted"),
                        ("ctrl+q", "bold"),
                        " quits",
                    ),
                    shown((str(workspace.data_dir), "$muted")),
                ]
            )
        )
        self.refresh_bindings()

    def _fill(self, shelf: Shelf) -> None:
        self._failed = False
        self._stamp = shelf.stamp
        self._today = today = shelf.today
        self._paused = shelf.paused is not None
        questions = sum(row.questions for row in shelf.rows)
        damaged = sum(bool(row.faults) for row in shelf.rows)
        count = f"{counted(len(shelf.rows) - damaged, 'article')} · {counted(questions, 'question')}"
        self.query_one("#shelf", Ends).show(shown(("Articles", "bold")), shown((count, "$muted")))
        self._tell(None if shelf.rows else EMPTY)
        self._articles.fill(shelf.rows)
        self._panel.tell(today, paused=shelf.paused)
        self._sifted()
        self.top.tell(object_name=shelf.learner, status=status_of(today))
        if not self._searching:
            self._articles.focus()
        elif self._articles.filter:
            self._read_questions()  # the words of what came in are searched, too
        self.refresh_bindings()

    @property
    def _searching(self) -> bool:
        return self.focused is not None and self.focused.id == "search"

    # What the keys do

    def keys_look(self) -> tuple[object, ...]:
        """A value that says which keys do something; the key row is drawn once for each."""
        return tuple(self._rules().values())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Search is left where it was entered, and tried again what has failed."""
        return self._rules().get(action, True)

    def _rules(self) -> dict[str, bool]:
        searching = self._searching
        row = self._articles.current
        whole = row is not None and not row.faults
        return {
            "leave_search": searching or bool(self._articles.filter),
            "reload": self._failed,
            "study_one": row is not None,
            "practise": whole,
            "drill": whole and not self._failed,
            "review": whole and not self._failed,
            "source": row is not None and not self._failed,
            "delete": row is not None and not self._failed,
            "study_all": self._today is not None,
            "search": bool(self._articles.total) and not searching,
        }

    async def action_study_one(self) -> None:
        """Study the article under the cursor."""
        row = self._articles.current
        if row is None:
            return
        if row.faults:
            self._show_faults(row)
        elif row.due or row.new:
            host_of(self).study(row.slug)
        else:
            await self._study_if_due(row)

    async def action_study_all(self) -> None:
        """Study everything due."""
        if self._paused or (self._today is not None and (self._today.due or self._today.new)):
            host_of(self).study()
        else:
            await self._study_if_due(None)

    async def _study_if_due(self, row: Row | None) -> None:
        """Study what has come due since the rows were drawn, or say when the next question comes."""
        host, slug = host_of(self), row.slug if row else None
        try:
            said = await in_thread(partial(not_due, host.workspace, slug))
        except QuizappError as error:
            self.say(str(error), error=True)
            return
        if said:
            self.say(f"{said} {self.printed_key('library.practise')} practises anyway." if row else said)
        else:
            host.study(slug)

    def action_practise(self) -> None:
        """Practise the article under the cursor; the schedule stays as it is."""
        row = self._articles.current
        if row is not None:
            host_of(self).practise(row.slug)

    def action_drill(self) -> None:
        """Set up a drill, about the article under the cursor to begin with."""
        row = self._articles.current
        host_of(self).drill(row.slug if row is not None else None)

    def action_review(self) -> None:
        """Keep, drop and edit the questions of the article under the cursor."""
        row = self._articles.current
        if row is not None:
            host_of(self).review(row.slug)

    def action_source(self) -> None:
        """See what is asked of the article under the cursor."""
        row = self._articles.current
        if row is not None and row.faults:
            self._show_faults(row)
        elif row is not None:
            host_of(self).show_coverage(row.slug)

    def _show_faults(self, row: Row) -> None:
        from quizapp.tui.screens.damaged import Damaged

        path = str(host_of(self).workspace.library.folder / row.title)
        _ = self.app.push_screen(Damaged(path, row.faults, newer=row.newer))  # not awaited: nothing here waits for it

    def action_delete(self) -> None:
        """Ask whether the article under the cursor may go."""
        from quizapp.tui.screens.confirm import Confirm

        row = self._articles.current
        if row is None:
            return
        if row.shipped:
            self.say("This came with quizapp and stays.")
            return
        its = f" and its {counted(row.questions, 'question')}" if row.questions else ""
        asked = Confirm(
            f"Delete “{row.title}”{its}?", yes="Delete", note="Your answers stay in the log. u brings it back."
        )
        _ = self.app.push_screen(asked, lambda yes: self._delete(row) if yes else None)

    def _delete(self, row: Row) -> None:
        from quizapp.usecases.deleting import Deletion

        host = host_of(self)
        try:
            host.trail.heed(Deletion(host.workspace.library, row.slug, row.title))
        except QuizappError as error:
            self.say(str(error), error=True)
            return
        self._load()
        self.say(f"Deleted “{row.title}”. u brings it back.")

    def action_undo(self) -> None:
        """Take back what was done last, wherever that was; an answer is shown again, to be graded or given anew."""
        from quizapp.tui.screens.revising_page import bare
        from quizapp.usecases.sitting import Sitting  # whoever has something to undo has it already

        host = host_of(self)
        try:
            undone = host.trail.undo()
        except QuizappError as error:
            host.trail.forget_last()
            self.say(f"This can no longer be undone: {bare(error)}", error=True)
            return
        whose, said = undone or (None, NOTHING)
        if isinstance(whose, Sitting):
            host.go_on_with(whose, said)
            return
        self._load()
        self.say(said)

    def action_stats(self) -> None:
        """Open the figures."""
        host_of(self).show_stats()

    def action_add(self) -> None:
        """Open the form, or the page of the article that is being written."""
        host_of(self).add_article()

    def library_changed(self) -> None:
        """Show what came in."""
        self._load()

    @on(StudyButton.Pressed)
    async def _pressed(self) -> None:
        await self.action_study_all()

    @on(Articles.Opened)
    async def _opened(self) -> None:
        await self.action_study_one()

    @on(Articles.Moved)
    def _moved(self) -> None:
        self._panel.select(self._articles.current)

    def action_reload(self) -> None:
        """Try again to open the library."""
        self._load()

    async def action_search(self) -> None:
        """Filter the titles by what is typed; the field is made when it is first wanted."""
        from quizapp.tui.widgets.search_field import ListSearch

        if not self.query("#search"):
            made = ListSearch(id="search")
            bordered(made, title=shown("Search titles and questions"))
            await self.query_one("#list").mount(made, after="#writing-now")
        self._read_questions()
        field = self.query_one("#search", ListSearch)
        field.display = True
        field.focus()

    def action_leave_search(self) -> None:
        """Show every article again."""
        field = self.query_one("#search", Input)
        field.value = ""
        field.display = False
        self._articles.focus()

    @work(exclusive=True, group="questions")
    async def _read_questions(self) -> None:
        """Titles are searched at once, questions as soon as they are read."""
        from quizapp.usecases.searching import words_of  # with the reader of banks

        try:
            words = await in_thread(partial(words_of, host_of(self).workspace))
        except QuizappError:
            return  # the library says why it cannot be read
        self._articles.know(words)
        self._sifted()

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._articles.sift(event.value)
        self._sifted()

    def _sifted(self) -> None:
        """Tell where nothing fits, and whose facts stand beside the list."""
        none = bool(self._articles.filter) and self._articles.current is None
        if self._articles.total:
            key = (self.printed_key("library.leave"), "bold $footer-key-foreground")
            said = shown("No article or question has that. ", key, " shows all.")
            self._tell(said if none else None)
        self._panel.select(self._articles.current)
        self.refresh_bindings()

    @on(Input.Submitted)
    def _found(self) -> None:
        if self._articles.current is not None:
            self._articles.focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keys depend on whether the search has the focus."""
        self.refresh_bindings()
