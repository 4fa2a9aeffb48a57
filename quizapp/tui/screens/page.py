"""What every full screen has: the top row, a row for messages, a body, and the key row."""

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingsMap, BindingType
from textual.dom import DOMNode
from textual.events import Key, Paste, TextSelected
from textual.screen import Screen

from quizapp.kit.clock import SystemClock
from quizapp.tui.host import host_of
from quizapp.tui.keys import EVERYWHERE, Hint
from quizapp.tui.settling import Settling
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.notice import Notice
from quizapp.tui.widgets.top_row import TopRow

if TYPE_CHECKING:
    from quizapp.usecases.notebook import Notebook

STYLES = Path(__file__).parent


class Page(Screen[None], inherit_bindings=False):
    """A full screen; subclasses give its name and its body."""

    NAME = ""
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*EVERYWHERE]
    CSS_PATH: ClassVar[list[str | PurePath]] = []

    def __init__(self) -> None:
        super().__init__()
        self.top = TopRow(self.NAME)
        self.settling: Settling | None = None
        """Set where a key must not reach what was not seen yet: a question, or the grades of one."""
        self._notice = Notice()

    @property
    def unsaved(self) -> str:
        """What leaving the app would lose of this page, a sentence; empty where nothing would be."""
        return ""

    @property
    def notebook(self) -> "Notebook | None":
        """What this page writes as it goes, and what of it the disk refused; None where it writes nothing."""
        return None

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """What keys may reach, with the keys that were chosen; Textual 8.2.8 has no other place to change them."""
        host_of(self).rebinding.heed(self)
        return super()._binding_chain

    def _pop_result_callback(self) -> None:
        """Nothing to take back on the first screen: nobody pushed it, which Textual 8.2.8 forgets at its end."""
        if self._result_callbacks:
            super()._pop_result_callback()

    def compose(self) -> ComposeResult:
        """Put the body between the rows."""
        self.heed_room()
        yield self.top
        yield self._notice
        yield from self.body()
        yield KeyRow()

    def heed_room(self) -> None:
        """Have the classes of this size from the start: Textual 8.2.8 gives them after the first layout, which is void.

        From then on Textual itself follows the size.
        """
        host, size = host_of(self), self.app.size
        self.add_class(
            *(
                next(name for least, name in reversed(steps or []) if length >= least)
                for steps, length in (
                    (host.HORIZONTAL_BREAKPOINTS, size.width),
                    (host.VERTICAL_BREAKPOINTS, size.height),
                )
            )
        )

    def body(self) -> ComposeResult:
        """The widgets between the rows."""
        raise NotImplementedError

    def place(self) -> str:
        """Where the user is, in words, for the help page."""
        return self.NAME

    def afterwards(self) -> tuple[str, list[Hint]]:
        """A title and the keys of the phase that follows this one, for the help page; empty where there is none."""
        return "", []

    def copies(self) -> tuple[tuple[str, str], ...]:
        """Titles and texts of what can be copied here, for the command palette."""
        return ()

    def library_changed(self) -> None:
        """An article came into the library while this page was in front, or could not."""

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a short message under the top row."""
        self._notice.say(text, error=error)

    def printed_key(self, name: str) -> str:
        """The first key of something now, as it is printed."""
        return host_of(self).rebinding.printed_key(name)

    def renew(self) -> None:
        """Something else is asked or told from now on; keys reach it when it was on the screen for a moment."""
        if self.settling is not None:
            self.settling.changed()
            self.call_after_refresh(self.settling.painted)

    def hears(self, event: Key | Paste) -> bool:
        """Whether a key, or what is pasted, is for what is in front."""
        if self.settling is None:
            return True
        return self.settling.hears(event, late=SystemClock().ticks() - event.time)

    def on_text_selected(self, event: TextSelected) -> None:
        """Say once, when something was dragged over, which key copies it."""
        host = host_of(self)
        if not host.knows_copying and self.get_selected_text():
            host.knows_copying = True
            self.say("ctrl+c copies")

    def heed_key(self) -> None:
        """A key takes the last message away, also one that a field takes for itself."""
        self._notice.clear()
