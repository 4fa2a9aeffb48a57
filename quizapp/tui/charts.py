"""Small charts as styled text: they follow the theme, and the number is always printed beside them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from textual.content import Content

from quizapp.tui.safe import joined, shown

_BLOCKS: Final = " ▁▂▃▄▅▆▇█"
_EIGHTHS: Final = 8
_BIG: Final = {
    "0": ("┏━┓", "┃ ┃", "┗━┛"),
    "1": ("╺┓ ", " ┃ ", "╺┻╸"),
    "2": ("╺━┓", "┏━┛", "┗━╸"),
    "3": ("╺━┓", "╺━┫", "╺━┛"),
    "4": ("╻ ╻", "┗━┫", "  ╹"),
    "5": ("┏━╸", "┗━┓", "╺━┛"),
    "6": ("┏━╸", "┣━┓", "┗━┛"),
    "7": ("╺━┓", "  ┃", "  ╹"),
    "8": ("┏━┓", "┣━┫", "┗━┛"),
    "9": ("┏━┓", "┗━┫", "╺━┛"),
}
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_COLUMN: Final = 3
_PITCH: Final = 5


def big(number: int) -> tuple[Content, Content, Content]:
    """A number in three rows, bold and in the accent: at most one on a screen."""
    rows = (" ".join(_BIG[digit][row] for digit in str(number)) for row in range(3))
    first, second, third = (shown((row, "bold $accent")) for row in rows)
    return first, second, third


def bar(share: float, width: int, *, colour: str = "$success") -> Content:
    """A share (0–1) as a bar: a thick line for what is done, a thin one for the rest."""
    done = round(min(max(share, 0.0), 1.0) * width)
    return shown(("━" * done, colour), ("─" * (width - done), "$muted"))


def percent(share: float) -> str:
    """A share as "62 %"."""
    return f"{round(share * 100)} %"


def columns(values: Sequence[int], *, first: date, rows: int) -> Content:
    """Values by day as columns, with the day's name and the number under each."""
    most = max([*values, 1])
    heights = [max(round(value / most * rows * _EIGHTHS), 1 if value else 0) for value in values]
    lines = [
        shown((_pitched(_block(height, row) * _COLUMN for height in heights), "$primary"))
        for row in range(rows - 1, -1, -1)
    ]
    names = (_DAYS[(first + timedelta(days=day)).weekday()] for day in range(len(values)))
    lines.append(shown((_pitched(names), "$muted")))
    lines.append(shown(_pitched(str(value).rjust(_COLUMN) for value in values)))
    return joined(lines)


def week_row(week: Sequence[bool | None], *, today: int) -> tuple[Content, Content]:
    """The days of this week, and their letters: ■ done, ▣ today, □ missed, · to come."""
    squares = shown(*(_square(done, here=day == today, gone=day < today) for day, done in enumerate(week)))
    return squares, shown(("  ".join(name[0] for name in _DAYS), "$muted"))


def _square(done: bool | None, *, here: bool, gone: bool) -> tuple[str, str]:
    if here:
        return ("▣  ", "$success" if done else "$muted")
    if done:
        return ("■  ", "$success")
    return ("□  ", "$muted") if gone else ("·  ", "$muted")


def _block(height: int, row: int) -> str:
    return _BLOCKS[min(max(height - row * _EIGHTHS, 0), _EIGHTHS)]


def _pitched(cells: Iterable[str]) -> str:
    return "".join(cell.ljust(_PITCH) for cell in cells).rstrip()
