"""A window that is too small: a modal over everything, so that no key reaches the hidden screen."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, Paste, Resize, ScreenResume, ScreenSuspend
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget

from quizapp.tui.host import host_of
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES

LEAST: Final = Size(80, 24)
"""What every screen is drawn for."""
CRAMPED: Final = Size(40, 12)
"""Below this not even the cramped layout is offered."""


class TooSmall(ModalScreen[None]):
    """Says how much room there is and how much is needed; closes by itself."""

    CSS_PATH: ClassVar = [STYLES / "small.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "cramped", "Use the cramped layout", tooltip="use the cramped layout", id="small.cramped"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._was_covered = False

    @staticmethod
    def fits(size: Size, *, cramped: bool) -> bool:
        """Whether a screen can be drawn in this size."""
        least = CRAMPED if cramped else LEAST
        return size.width >= least.width and size.height >= least.height

    def compose(self) -> ComposeResult:
        """One message in the middle."""
        yield _Message()

    def on_resize(self, event: Resize) -> None:
        """Tell the new size."""
        self.query_one(_Message).tell(event.size)

    def on_screen_suspend(self, event: ScreenSuspend) -> None:
        """Something lies over this, as the question whether to leave."""
        self._was_covered = True

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Go where there is room by now; at first the app does not know the new size yet."""
        if self._was_covered and self.fits(self.app.size, cramped=host_of(self).cramped_is_fine):
            _ = self.dismiss()

    @on(Key)
    @on(Paste)
    def _kept_back(self, event: Key | Paste) -> None:
        """Say that keys wait, but for those that are named."""
        named = isinstance(event, Key) and (event.key in self.active_bindings or event.key.startswith("ctrl+"))
        self.query_one(_Message).say_that_keys_wait(said=not named)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The cramped layout is offered where it can be used."""
        return action != "cramped" or self.fits(self.app.size, cramped=True)

    def action_cramped(self) -> None:
        """Go on in the room there is."""
        host_of(self).cramped_is_fine = True
        _ = self.dismiss()  # not awaited: a screen must not wait for its own end


class _Message(Widget):
    """The message for the size of the window."""

    def __init__(self) -> None:
        super().__init__()
        self._told = Size(0, 0)
        self._keys_wait = False

    def tell(self, size: Size) -> None:
        """Say another size; asked for a layout only then, since every layout tells the screen its size again."""
        if size != self._told:
            self._told, self._keys_wait = size, False
            self.refresh(layout=True)

    def say_that_keys_wait(self, *, said: bool) -> None:
        """Say it after a key that does nothing here, and no more after another."""
        if said is not self._keys_wait:
            self._keys_wait = said
            self.refresh(layout=True)

    def render(self) -> Content:
        """How much room there is, how much is needed, and what to do."""
        size = self.app.size
        quit_key = shown(("ctrl+q", "bold $footer-key-foreground"), (" quit", "$muted"))
        head = shown(("A little more room, please", "bold"))
        wait = shown(("Keys wait until there is room.", "$warning"))
        now = shown((f"This window is {size.width}×{size.height}.", "$muted"))
        if not TooSmall.fits(size, cramped=True):
            return joined([head, wait if self._keys_wait else now, quit_key])
        cramped = shown(("enter", "bold $footer-key-foreground"), (" use the cramped layout", "$muted"), "   ")
        return joined(
            [
                head,
                shown(),
                shown((f"quizapp is drawn for {LEAST.width}×{LEAST.height} or larger.", "$muted")),
                now,
                shown(),
                shown("Make the window bigger, or the font smaller."),
                wait if self._keys_wait else shown("Your place is kept."),
                shown(),
                shown(cramped, quit_key),
            ]
        )
