"""A field for the address of a page, and under it what was fetched from there."""

import asyncio
from threading import Event
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from quizapp.kit.durations import counted
from quizapp.kit.text import one_line
from quizapp.model.article import Article
from quizapp.tui.background import in_thread
from quizapp.tui.safe import Part, prompted, shown
from quizapp.tui.widgets.in_order import EDITING, InputInOrder
from quizapp.tui.widgets.prose import Prose
from quizapp.usecases import acquire

LONGEST_ADDRESS: Final = 2_000  # characters; browsers and servers begin to fail above
_HINT: Final = "Enter fetches the page and shows what it is."
_STOPPED: Final = "Stopped. Nothing was added."


class AddressInput(InputInOrder, inherit_bindings=False):
    """The address; what cannot stand in one is left out of a paste."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Fetch", tooltip="fetch the page", show=False, id="address.fetch"),
        Binding("ctrl+c", "copy", "Copy", show=False, system=True),
        *EDITING,
    ]

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """An address on one line, without spaces around or in it."""
        return "".join(char for char in value if char.isprintable() and not char.isspace())[:LONGEST_ADDRESS]


class AddressField(Vertical):
    """The address and what came of it."""

    class Entered(Message):
        """Enter was pressed on the address."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__(id="web")
        self._allow_private = allow_private
        self._input = AddressInput()
        self._note = Prose(id="fetched")
        self._fetched: tuple[str, Article] | None = None

    def compose(self) -> ComposeResult:
        """The address over what is said of it."""
        yield self._input
        yield self._note

    def on_mount(self) -> None:
        """Say what to do."""
        prompted(self._input, "https://")
        self._tell((_HINT, "$muted"))

    @property
    def address(self) -> str:
        """What is typed, with https:// where nothing else is said; empty where nothing is typed."""
        typed = self._input.value
        return typed if not typed or acquire.is_address(typed) else f"https://{typed}"

    def enter(self) -> None:
        """Put the cursor into the address."""
        self._input.focus()

    def complain(self, text: str) -> None:
        """Say under the address what is wrong with it, and put the cursor there."""
        self._tell(("! ", "bold $error"), text)
        self.enter()

    async def article(self) -> Article:
        """What stands at the address, fetched once.

        Raises:
            QuizappError: it cannot be fetched or read; the sentence begins with the address.
        """
        address = self.address
        if self._fetched is not None and self._fetched[0] == address:
            return self._fetched[1]
        told: list[str] = []
        stop = Event()
        self._tell(("Fetching ", "bold"), one_line(address, limit=60), " … ", ("esc stops", "$muted"))
        try:
            article = await in_thread(
                lambda: acquire.fetched(
                    address, allow_private=self._allow_private, told=told.append, stopped=stop.is_set
                )
            )
        except asyncio.CancelledError:
            stop.set()
            self._tell((_STOPPED, "$muted"))
            raise
        self._fetched = (address, article)
        words = counted(article.words, "word")
        self._tell(
            ("✓ ", "bold $success"), (article.title, "bold"), f" · {words}\n", *((line, "$muted") for line in told)
        )
        return article

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if self._fetched is None or self._fetched[0] != self.address:
            self._fetched = None
            self._tell((_HINT, "$muted"))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())

    def _tell(self, *parts: Part) -> None:
        self._note.show(shown(*parts))
