"""The one way for text onto the screen: made visible, then Content; never markup, never an escape sequence."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from quizapp.kit.text import one_line, visible

Part = str | tuple[str, str] | Content
"""Text, text with a style, or Content that was made here."""


_REMEMBERED: Final = 200
"""Characters of a text up to which it is remembered; articles are not."""


def shown(*parts: Part) -> Content:
    """Content of the parts, every character of which is seen as it is."""
    return Content.assemble(*(_safe(part) for part in parts))


def joined(lines: Iterable[Content]) -> Content:
    """Content of several lines."""
    return Content("\n").join(lines)


def cut(text: str, width: int, style: str = "") -> Content:
    """One line of at most so many cells, with an ellipsis where something was left out."""
    line = Content.styled(one_line(text, limit=max(width, 1) + 1), style)
    return line.truncate(width, ellipsis=True) if line.cell_length > width else line


def spread(left: Content, right: Content, width: int) -> Content:
    """One line with something at either end; the left end is cut when there is no room for both."""
    room = max(width - right.cell_length, 0)
    if left.cell_length >= room:
        left = left.truncate(max(room - 1, 0), ellipsis=True)
    return Content.assemble(left, " " * max(width - left.cell_length - right.cell_length, 0), right)


def hanging(head: Content, text: Content, width: int) -> Content:
    """Text behind a head, whose further rows begin where the first one does."""
    indent = " " * head.cell_length
    rows = text.wrap(max(width - head.cell_length, 8))
    return joined(Content.assemble(indent if number else head, row) for number, row in enumerate(rows))


def bordered(widget: Widget, *, title: Content | None = None, subtitle: Content | None = None) -> None:
    """Write into a widget's border; what is not given stays."""
    if title is not None:
        widget.border_title = title
    if subtitle is not None:
        widget.border_subtitle = subtitle


def prompted(field: Input, text: str) -> None:
    """Say in an empty field what goes there."""
    field.placeholder = _seen(text)


def _safe(part: Part) -> Content | tuple[str, str]:
    match part:
        case Content():
            return part
        case str():
            return (_seen(part), "")
        case (text, style):
            return (_seen(text), style)


def _seen(text: str) -> str:
    """The text made visible; the same few words are drawn with every key, and looking them up takes a tenth of it."""
    return _short(text) if len(text) <= _REMEMBERED else visible(text)


@lru_cache(maxsize=2_048)
def _short(text: str) -> str:
    return visible(text)
