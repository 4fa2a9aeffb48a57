"""The one way for text onto the screen: made visible, then Content; never markup, never an escape sequence."""

from collections.abc import Iterable

from textual.content import Content

from quizapp.kit.text import one_line, visible

Part = str | tuple[str, str] | Content
"""Text, text with a style, or Content that was made here."""


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


def _safe(part: Part) -> Content | tuple[str, str]:
    match part:
        case Content():
            return part
        case str():
            return (visible(part), "")
        case (text, style):
            return (visible(text), style)
