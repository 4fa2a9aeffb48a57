"""Plain marks in the place of ✓ ✗ ▸ and the like, for terminals whose letters have none; drawn last, cell for cell."""

import re
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_PLAIN: Final = str.maketrans("✓✗·▸›‹■▣□●○▲◆★▼¶…↑↓←→", "+x.>><#@-*oABCDP~^v<>")
"""Each takes one cell, as the other does; so an ellipsis cannot become three dots."""
_BARS: Final = re.compile("(?<![\u2500-\u257f])[━─]+(?![\u2500-\u257f])")
"""What is done and what is left; not the lines of borders and of big figures, which have corners."""
_AS_BARS: Final = str.maketrans("━─", "=-")
_EDGES: Final = re.compile("(?<![\u2580-\u259f])[▌▐](?![\u2580-\u259f])")
"""The bar beside a row; not the parts of big letters."""


class PlainSymbols(LineFilter):
    """Swaps the marks in whatever is drawn, while it is enabled."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line with plain marks; what stands beside a mark may be in another segment."""
        line = "".join(segment.text for segment in segments)
        if line.isascii():
            return segments
        swapped, done, out = plain(line), 0, []
        for segment in segments:
            end = done + len(segment.text)
            out.append(Segment(swapped[done:end], segment.style, segment.control))
            done = end
        return out


def plain(line: str) -> str:
    """A line with plain marks, each in its place."""
    barred = _BARS.sub(lambda bars: bars[0].translate(_AS_BARS), line)
    return _EDGES.sub("|", barred).translate(_PLAIN)
