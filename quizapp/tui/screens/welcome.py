"""Welcome: the very first screen; one key leads to the first question."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from quizapp.tui.host import host_of
from quizapp.tui.safe import shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.widgets.menu import Entry, Menu
from quizapp.tui.widgets.prose import Prose
from quizapp.usecases.workspace import shown_name

FIRST_TITLE: Final = "The Great Stink of 1858"
FIRST_QUESTIONS: Final = 8

# Said here and not read from the bank: Welcome is drawn before any bank is opened. A test holds it to the bank.
_ENTRIES: Final = (
    Entry(
        key="enter",
        title="Try it now",
        note=f"{FIRST_QUESTIONS} questions on “{FIRST_TITLE}”, about 2 minutes",
        action="screen.begin",
    ),
    Entry(key="a", title="Add your own article", note="a file, pasted text, or a web page", action="screen.add"),
    Entry(key="question_mark", title="See every key", note="everything works with the mouse, too", action="app.help"),
)


class Welcome(Page):
    """What quizapp is, and the way to the first question."""

    NAME = "Welcome"
    AUTO_FOCUS = "Menu"
    CSS_PATH: ClassVar = [STYLES / "welcome.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "Try it now", tooltip="do the marked thing", id="welcome.enter"),
        Binding("space", "begin", "Try it now", tooltip="go to the first question", show=False, id="welcome.begin"),
        Binding("a", "add", "Add", tooltip="add an article", id="welcome.add"),
        Binding("q", "app.quit", "Quit", tooltip="quit; all is saved", id="welcome.quit"),
    ]

    def body(self) -> ComposeResult:
        """A headline, two sentences, what to do."""
        with Vertical(id="welcome"):
            yield Prose(shown(("Read it. ", "bold"), ("Remember it.", "bold $accent")), id="headline")
            yield Prose(
                shown(
                    "quizapp turns an article into questions, checks every answer against the text, "
                    "and brings each question back just before you would forget it."
                ),
                id="promise",
            )
            yield Menu(_ENTRIES, roomy=True)

    def on_mount(self) -> None:
        """Say what is special about it."""
        self.top.tell(object_name=shown_name(host_of(self).workspace), status=shown(("works offline", "$muted")))

    def action_enter(self) -> None:
        """Do what is marked."""
        self.query_one(Menu).pick()

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    def action_add(self) -> None:
        """Open the form."""
        host_of(self).add_article()

    async def action_begin(self) -> None:
        """Open the first quiz."""
        await self.app.run_action("app.first_quiz")
