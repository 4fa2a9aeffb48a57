"""The drafts that failed one check: what would have been asked, the reason, and the sentence."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from quizapp.kit.durations import counted
from quizapp.model.item import Reject
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.top_row import TopRow

MOST = 200
"""Drafts that are listed."""
_LONGEST = 400  # characters of a sentence


class Drafts(Sheet[None]):
    """The list, to be scrolled."""

    CSS_PATH: ClassVar = [STYLES / "drafts.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "close", "Close", tooltip="close", show=False, id="drafts.close"),
    ]
    AUTO_FOCUS = "#drafts"

    def __init__(self, words: str, rejects: tuple[Reject, ...]) -> None:
        super().__init__()
        self._words = words
        self._rejects = rejects

    def compose(self) -> ComposeResult:
        """The drafts between the rows."""
        yield TopRow("Thrown away")
        with Scroll(id="drafts"):
            yield Prose(joined(line for reject in self._rejects[:MOST] for line in _lines(reject)))
        yield KeyRow()

    def on_mount(self) -> None:
        """Say what they have in common."""
        self.query_one(TopRow).tell(
            object_name=self._words, status=shown((counted(len(self._rejects), "draft"), "$muted"))
        )


def _lines(reject: Reject) -> list[Content]:
    quote = " ".join(reject.evidence.quote.split())
    stem = [shown(("✗ ", "$error"), (reject.stem, "bold"))] if reject.stem else []
    return [
        *stem,
        shown("  " if reject.stem else ("✗ ", "$error"), (reject.reason, "")),
        shown("  ", (quote[:_LONGEST] + ("…" if len(quote) > _LONGEST else ""), "$muted")),
        shown(),
    ]
