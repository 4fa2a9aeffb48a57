"""Help: what the keys do on the screen and in the phase underneath, read from its live bindings."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from quizapp import __version__
from quizapp.tui.keys import Hint, hints, key_name, keys_name
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.search_field import SearchField
from quizapp.tui.widgets.top_row import TopRow

_KEYS: Final = 14  # cells of the column with the keys
_ABOUT: Final = (
    "Right answers come back later and later, wrong ones soon. “Solid” means you are likely to know it three weeks "
    "from now. Practice never changes the schedule."
)
_PASSING: Final = frozenset({"q", "question_mark"})


class Help(Sheet[None]):
    """Keys that work here, those that work everywhere, and those of the phase that follows."""

    AUTO_FOCUS = "SearchField"
    CSS_PATH: ClassVar = [STYLES / "help.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "close", "Close", tooltip="close", show=False, id="help.close"),
        Binding("down", "scroll(1)", "Scroll", tooltip="scroll", id="help.down"),
        Binding("up", "scroll(-1)", "Scroll", tooltip="scroll", id="help.up"),
    ]

    def __init__(self, screen: Screen[object], *, place: str, after: tuple[str, list[Hint]] = ("", [])) -> None:
        super().__init__()
        every = hints(screen)
        self.here = [hint for hint in every if hint.node is not screen.app]
        self.everywhere = [hint for hint in every if hint.node is screen.app]
        self._after_title, self.after = after
        self._place = place

    @classmethod
    def of(cls, screen: Screen[object], *, place: str) -> "Help":
        """The help for a screen as it is now."""
        after = screen.afterwards() if isinstance(screen, Page) else ("", [])
        return cls(screen, place=place, after=after)

    def compose(self) -> ComposeResult:
        """Blocks of keys in two columns, a word about answers, and the search."""
        yield TopRow("Help")
        with VerticalScroll(id="help", can_focus=False):
            with Horizontal(id="columns"):
                yield Prose(id="here", classes="block")
                with Vertical(id="right"):
                    yield Prose(id="everywhere", classes="block")
                    yield Prose(id="after", classes="block")
            yield Prose(shown(("What happens to my answers?\n", "bold"), (_ABOUT, "$muted")), id="about")
        with Horizontal(id="find"):
            yield Prose(shown(("Type to search the keys:", "$muted")), id="prompt")
            yield SearchField(passing=_PASSING)
        yield KeyRow()

    def on_mount(self) -> None:
        """Show every key."""
        status = f"you are in {self._place}   ·   quizapp {__version__}" if self._place else f"quizapp {__version__}"
        self.query_one(TopRow).tell(status=shown((status, "$muted")))
        self._fill("")

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._fill(event.value.casefold().strip())

    def _fill(self, text: str) -> None:
        blocks = (
            ("here", "Keys that work here", self.here),
            ("everywhere", "Keys that work everywhere", self.everywhere),
            ("after", self._after_title, self.after),
        )
        for name, title, every in blocks:
            found = [hint for hint in every if text in _plain(hint)]
            block = self.query_one(f"#{name}", Prose)
            block.display = bool(found)
            block.show(joined([shown((title, "bold")), *(_line(hint) for hint in found)]))

    def action_scroll(self, step: int) -> None:
        """Scroll the blocks."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=step, animate=False)


def _names(hint: Hint) -> str:
    return keys_name(hint.keys)


def _plain(hint: Hint) -> str:
    return " ".join((_names(hint), *(key_name(key) for key in hint.keys), hint.words, hint.explanation)).casefold()


def _line(hint: Hint) -> Content:
    names = _names(hint)
    pad = " " * max(_KEYS - len(names), 2)
    return shown((names, "bold $footer-key-foreground"), pad, hint.explanation)
