"""The source over the whole screen, for windows without room beside the card."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.source import Passage, Source
from quizapp.tui.widgets.top_row import TopRow


class SourceSheet(Sheet[None]):
    """One article with the evidence marked."""

    CSS_PATH: ClassVar = [STYLES / "source.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "close", "Close", tooltip="close", id="source.close"),
        Binding("j,down", "scroll('down')", "Scroll", tooltip="scroll", id="source.down"),
        Binding("k,up", "scroll('up')", "Scroll", tooltip="scroll", id="source.up"),
        Binding("pagedown,space", "scroll('page_down')", "Page", tooltip="a page on or back", id="source.page_down"),
        Binding("pageup", "scroll('page_up')", "Page", tooltip="a page on or back", id="source.page_up"),
        Binding("g,home", "scroll('home')", "Ends", tooltip="to the beginning or end", show=False, id="source.home"),
        Binding("G,end", "scroll('end')", "Ends", tooltip="to the beginning or end", show=False, id="source.end"),
    ]

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self._passage = passage

    def compose(self) -> ComposeResult:
        """The article between the rows."""
        yield TopRow("Source")
        yield Source(id="whole")
        yield KeyRow()

    def on_mount(self) -> None:
        """Open it at the evidence."""
        self.query_one(TopRow).tell(object_name=self._passage.article.title)
        self.query_one(Source).open(self._passage)

    def action_scroll(self, way: str) -> None:
        """Scroll by a row, by a page or to an end."""
        source = self.query_one(Source)
        scroll = {
            "down": source.scroll_down,
            "up": source.scroll_up,
            "page_down": source.scroll_page_down,
            "page_up": source.scroll_page_up,
            "home": source.scroll_home,
            "end": source.scroll_end,
        }[way]
        scroll(animate=False)
