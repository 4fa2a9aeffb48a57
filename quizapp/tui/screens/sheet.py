"""A sheet over a screen: a modal that goes with `esc` or `q` and gives the focus back."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType

from quizapp.tui.keys import EVERYWHERE


class Sheet(ModalScreen[ScreenResultType], inherit_bindings=False):
    """Keys of the app do not reach through a modal, so the ones that work everywhere are repeated here."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *EVERYWHERE,
        Binding("escape,q", "close", "Close", tooltip="close", id="sheet.close"),
        Binding("ctrl+t", "app.swap_shade", "Light/dark", tooltip="light or dark", show=False, id="sheet.shade"),
        Binding("ctrl+q", "app.quit", "Quit", tooltip="quit; all is saved", show=False, priority=True, id="sheet.quit"),
    ]

    def action_close(self) -> None:
        """Close without a choice."""
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end
