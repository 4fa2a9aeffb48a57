"""What a screen may ask of the app around it; the app itself knows the screens, and so they must not import it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, cast

from textual.app import App
from textual.dom import DOMNode

from quizapp.kit.clock import Clock
from quizapp.kit.errors import QuizappError
from quizapp.tui.rebinding import Rebinding
from quizapp.tui.trail import Trail
from quizapp.usecases.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.usecases.adding import Adding
    from quizapp.usecases.drill import Playing
    from quizapp.usecases.study import Sitting

Start = Literal["home", "study", "demo", "review", "drill"]
"""Welcome or Library; the first due question; the bundled quiz, which stores nothing; a bank to go over; a drill."""


class Host(App[None]):
    """The app as its screens see it."""

    workspace: Workspace
    clock: Clock
    grade_wait: float
    """Seconds after an answer in which no key grades it."""
    new_here: bool
    """Whether nothing was ever answered or added; until the first feedback."""
    first_run: bool
    """The same, for as long as the app is open."""
    knows_copying: bool
    """Whether it was said which key copies."""
    pasted: tuple[str, str] = ("", "")
    """The text and the title of an article that was left in the form."""
    adding: "Adding | None"
    """The article that is being written, or was written last."""
    trail: Trail
    """What can be taken back since the app was opened."""
    rebinding: Rebinding
    """The keys that were chosen in the place of the usual ones."""
    cramped_is_fine: bool
    """Whether the user chose to go on in a window that is too small."""

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a short message under the top row."""
        raise NotImplementedError

    def give_up(self, error: QuizappError) -> None:
        """End the app because of an error that leaves nothing to show."""
        raise NotImplementedError

    # Going from screen to screen is asked for and done soon after, by the app itself: a screen that waited for its own
    # end would wait for ever.

    def go_home(self, message: str = "") -> None:
        """Go back to the bottom of the stack, and say something there."""
        raise NotImplementedError

    def choose_learner(self) -> None:
        """Ask who studies, and go home as somebody else."""
        raise NotImplementedError

    def study(self, bank: str | None = None, *, limit: int | None = None) -> None:
        """Open a sitting on one bank, or on everything due."""
        raise NotImplementedError

    def study_from_home(self, bank: str | None) -> None:
        """Leave whatever is open, then study."""
        raise NotImplementedError

    def review(self, bank: str) -> None:
        """Leave whatever is open, then go over a bank's questions."""
        raise NotImplementedError

    def show_coverage(self, bank: str) -> None:
        """Open a bank's article, to see what is asked of it."""
        raise NotImplementedError

    def heed_settings(self) -> None:
        """Look and wait as the settings say, as far as they changed."""
        raise NotImplementedError

    def show_settings(self) -> None:
        """Open the settings."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Open the list of all keys."""
        raise NotImplementedError

    def show_stats(self) -> None:
        """Open the figures."""
        raise NotImplementedError

    def practise(self, bank: str | None = None) -> None:
        """Open questions outside the schedule, of one bank or of all."""
        raise NotImplementedError

    def drill(self, bank: str | None = None) -> None:
        """Set up a drill, about one bank to begin with."""
        raise NotImplementedError

    def play(self, open_drill: "Callable[[], Playing]") -> None:
        """Put a drill in the place of the screen in front."""
        raise NotImplementedError

    def end_drill(self, playing: "Playing") -> None:
        """Put what came of a drill in its place."""
        raise NotImplementedError

    def back_up(self) -> None:
        """Copy the answers to today's place among the backups."""
        raise NotImplementedError

    def export_everything(self) -> None:
        """Write all data to one file."""
        raise NotImplementedError

    def import_backup(self) -> None:
        """Offer every backup, and a file of one's own, to be brought back."""
        raise NotImplementedError

    def begin_anew(self, message: str) -> None:
        """Go home to other data than were open, and say something there."""
        raise NotImplementedError

    def show_flags(self) -> None:
        """Offer every flagged question, to be asked again."""
        raise NotImplementedError

    def choose_format(self, bank: str, title: str) -> None:
        """Offer the formats that a bank can be written in."""
        raise NotImplementedError

    def print_sheet(self, bank: str, title: str) -> None:
        """Ask where to write a bank's worksheet, and write it."""
        raise NotImplementedError

    def add_article(self) -> None:
        """Open the form, or the page of the article that is being written."""
        raise NotImplementedError

    def write_questions(self, adding: "Adding") -> None:
        """Begin to write about an article, with a page to watch in place of the one in front."""
        raise NotImplementedError

    def sit(self, open_sitting: "Callable[[], Sitting]", message: str = "") -> None:
        """Put a sitting in the place of the screen in front, and say something there."""
        raise NotImplementedError

    def go_on_with(self, sitting: "Sitting", message: str) -> None:
        """Open a sitting that was left, over the screen in front, and say something there."""
        raise NotImplementedError

    def end(self, sitting: "Sitting") -> None:
        """Put what came of a sitting in its place."""
        raise NotImplementedError


def host_of(node: DOMNode) -> Host:
    """The app around a screen or widget."""
    return cast("Host", node.app)
