"""Help: what the keys do on the screen and in the phase underneath, read from its live bindings."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from quizapp import __version__
from quizapp.tui.keys import Hint, hints, key_name, keys_name
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.search_field import SearchField
from quizapp.tui.widgets.top_row import TopRow

_KEYS: Final = 14  # cells of the column with the keys
_ABOUT: Final = (
    "Right answers come back later and later, wrong ones soon. “Solid” means you are likely to know it three weeks "
    "from now; “20 of 43 new”, that enter asks 20 today. Practice never changes the schedule."
)
_OTHERS: Final = "Settings, Keys gives anything other keys; they stand in settings.toml as [keys]."
_EDITING: Final = ("left", "right", "home", "end")
_EDIT: Final = "move in the field, with the other usual editing keys"
_PASSING: Final = frozenset({"q", "question_mark"})


class KeyBlock(Widget):
    """Keys and what they do, under a title; gone while the search leaves none."""

    def __init__(self, title: str, every: list[Hint]) -> None:
        super().__init__(classes="block")
        self._title = title
        self._every = every
        self._found = every

    def sift(self, text: str) -> None:
        """Keep the keys that have the text in their name or explanation."""
        self._found = [hint for hint in self._every if text in _plain(hint)]
        self.display = bool(self._found)
        self.refresh(layout=True)

    def render(self) -> Content:
        """The block for the present width."""
        return joined(self._lines(self.size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """A row for the title, a blank one, and those of the keys."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines = [shown((self._title, "bold")), shown()]
        for hint in self._found:
            names = keys_name(hint.keys)
            apart = len(names) + 2 > width // 2  # what they do has a row of its own below so many
            column = _KEYS if apart else max(_KEYS, len(names) + 2)
            first = shown((names.ljust(column), "bold $footer-key-foreground"))
            rows = [shown(" " * column, line) for line in shown(hint.explanation).wrap(max(width - column, 8))]
            lines += [*first.wrap(max(width, 8)), *rows] if apart else [shown(first, rows[0][column:]), *rows[1:]]
        return lines


class Help(Sheet[None]):
    """Keys that work here, those that work everywhere, and those of the phase that follows."""

    AUTO_FOCUS = "SearchField"
    CSS_PATH: ClassVar = [STYLES / "help.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "close", "Close", tooltip="close", show=False, id="app.help"),
        Binding("down", "scroll(1)", "Scroll", tooltip="scroll", id="help.down"),
        Binding("up", "scroll(-1)", "Scroll", tooltip="scroll", id="help.up"),
    ]

    def __init__(self, screen: Screen[object], *, place: str, after: tuple[str, list[Hint]] = ("", [])) -> None:
        super().__init__()
        every = hints(screen)
        self.here = _here(screen, every)
        self.everywhere = sorted(
            (hint for hint in every if hint.works_everywhere), key=lambda hint: hint.node is not screen.app
        )
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
        with Scroll(id="help"), Horizontal(id="columns"):
            with Vertical(id="left"):
                yield KeyBlock("Keys that work here", self.here)
                if self.after:  # the other column is the longer one
                    yield _about()
            with Vertical(id="right"):
                yield KeyBlock("Keys that work everywhere", self.everywhere)
                yield KeyBlock(self._after_title, self.after)
                if not self.after:
                    yield _about()
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
        for block in self.query(KeyBlock):
            block.sift(text)

    def action_scroll(self, step: int) -> None:
        """Scroll the blocks."""
        self.query_one("#help", Scroll).scroll_relative(y=step, animate=False)


def _about() -> Prose:
    text = shown(("What happens to my answers?\n", "bold"), (_ABOUT, "$muted"), "\n\n", (_OTHERS, "$muted"))
    return Prose(text, id="about")


def _plain(hint: Hint) -> str:
    return " ".join((keys_name(hint.keys), *map(key_name, hint.keys), hint.words, hint.explanation)).casefold()


def _here(screen: Screen[object], every: list[Hint]) -> list[Hint]:
    """The screen's own keys, then those of the focused widget; a field's keys to move and edit are one entry."""
    here = [hint for hint in every if not hint.works_everywhere]
    editing = [hint for hint in here if hint.is_textuals]
    rest = sorted((hint for hint in here if not hint.is_textuals), key=lambda hint: hint.node is not screen)
    return [*rest, *([editing[0]._replace(keys=_EDITING, explanation=_EDIT)] if editing else [])]
