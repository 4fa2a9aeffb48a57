"""A sheet over a screen: a modal that goes with `esc` or `q` and gives the focus back."""

from typing import ClassVar

from textual.binding import Binding, BindingsMap, BindingType
from textual.dom import DOMNode
from textual.screen import ModalScreen, ScreenResultType

from quizapp.tui.host import host_of
from quizapp.tui.keys import EVERYWHERE


class Sheet(ModalScreen[ScreenResultType], inherit_bindings=False):
    """Keys of the app do not reach through a modal, so the ones that work everywhere are repeated here."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *EVERYWHERE,
        Binding("escape,q", "close", "Close", tooltip="close", id="sheet.close"),
        Binding("question_mark,f1", "app.help", "Help", tooltip="this page", show=False, id="app.help"),
        Binding("ctrl+t", "app.swap_shade", "Light/dark", tooltip="light or dark", show=False, id="app.shade"),
        Binding("ctrl+q", "app.quit", "Quit", tooltip="quit; all is saved", show=False, priority=True, id="app.quit"),
    ]

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """What keys may reach, with the keys that were chosen; Textual 8.2.8 has no other place to change them."""
        host_of(self).rebinding.heed(self)
        return super()._binding_chain

    def action_close(self) -> None:
        """Close without a choice."""
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end
