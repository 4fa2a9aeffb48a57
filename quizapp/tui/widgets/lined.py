"""A widget of ready lines, drawn without asking Textual to wrap them again.

Textual's own way from Content to the screen (8.2.8) wraps each line, looks for links in it and makes a style of its own
for every stretch: a third of what an answer key took.
"""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Final

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.safe import joined

_MOST_KNOWN: Final = 400
"""Lines that are kept as they were drawn: blank ones, half rows and grades come again with every question."""


class Lined(Widget):
    """Subclasses give a line for every row, none longer than the widget is wide."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self.auto_links = False
        self._lines_now: tuple[tuple[object, ...], Sequence[Content]] | None = None
        self._strips: dict[tuple[object, ...], Strip] = {}

    def lines(self) -> Sequence[Content]:
        """The rows for the present width."""
        raise NotImplementedError

    def look(self) -> tuple[object, ...]:
        """All that the lines follow from, beside the size and the colours."""
        raise NotImplementedError

    def render(self) -> Content:
        """The same for Textual, which asks for it where text is selected."""
        return joined(self.lines())

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        if self.text_selection is not None:
            return super().render_line(y)
        look = (self.size, self.app.theme, *self.look())
        if self._lines_now is None or self._lines_now[0] != look:
            self._lines_now = (look, self.lines())
        lines = self._lines_now[1]
        if y >= len(lines):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        return self._strip(lines[y], y)

    def _strip(self, line: Content, y: int) -> Strip:
        key = (
            line.plain,
            *line.spans,
            self.size.width,
            self.visual_style,
            self.app.theme,
            y if self.ALLOW_SELECT else 0,
        )
        known = self._strips.get(key)
        if known is None:
            if len(self._strips) >= _MOST_KNOWN:
                self._strips.clear()
            known = self._strips[key] = self._made(line, y)
        return known

    def _made(self, line: Content, y: int) -> Strip:
        parsed = partial(_parsed, self.app.theme)
        segments = [Segment(text, style.rich_style) for text, style in line.render(self.visual_style, "", parsed)]
        strip = Strip(segments, line.cell_length)
        return strip.apply_offsets(0, y) if self.ALLOW_SELECT else strip


@lru_cache(maxsize=512)
def _parsed(_theme: str, style: str | Style) -> Style:
    """A style as the app's theme has it; Textual reads its words anew for every line."""
    return style if isinstance(style, Style) else Style.parse(style)
