"""Small charts as styled text: they follow the theme, and the number is always printed beside them."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
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
    "-": ("   ", "╺━╸", "   "),
}
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_COLUMN: Final = 3
_PITCH: Final = 5


def big(number: int) -> tuple[Content, Content, Content]:
    """A number in three rows, bold and in the accent: at most one on a screen."""
    first, second, third = (shown((row, "bold $accent")) for row in big_rows(number))
    return first, second, third


def big_rows(number: int) -> tuple[str, str, str]:
    """A whole number as three rows of plain letters."""
    first, second, third = (" ".join(_BIG[digit][row] for digit in str(number)) for row in range(3))
    return first, second, third


def bar(share: float, width: int, *, colour: str = "$success") -> Content:
    """A share (0–1) as a bar: a thick line for what is done, a thin one for the rest."""
    done = round(min(max(share, 0.0), 1.0) * width)
    return shown(("━" * done, colour), ("─" * (width - done), "$muted"))


def percent(share: float) -> str:
    """A share as "62 %"."""
    return f"{round(share * 100)} %"


def columns(values: Sequence[int], *, first: date, rows: int, pitch: int = _PITCH) -> Content:
    """Values by day as columns, with the day's name and the number under each; `pitch` is from one to the next."""
    most = max([*values, 1])
    heights = [max(round(value / most * rows * _EIGHTHS), 1 if value else 0) for value in values]
    lines = [
        shown((_pitched((_block(height, row) * _COLUMN for height in heights), pitch), "$primary"))
        for row in range(rows - 1, -1, -1)
    ]
    names = (_DAYS[(first + timedelta(days=day)).weekday()] for day in range(len(values)))
    lines.append(shown((_pitched(names, pitch), "$muted")))
    lines.append(shown(_pitched((str(value).rjust(_COLUMN) for value in values), pitch)))
    return joined(lines)


def week_row(week: Sequence[bool | None], *, today: int) -> tuple[Content, Content]:
    """The days of this week, and their letters: ■ done, ▣ today, □ missed, · to come or before the first answer."""
    squares = shown(*(_square(done, here=day == today) for day, done in enumerate(week)))
    return squares, shown(("  ".join(name[0] for name in _DAYS), "$muted"))


def _square(done: bool | None, *, here: bool) -> tuple[str, str]:
    if here:
        return ("▣  ", "$success" if done else "$muted")
    if done:
        return ("■  ", "$success")
    return ("·  ", "$muted") if done is None else ("□  ", "$muted")


def _block(height: int, row: int) -> str:
    return _BLOCKS[min(max(height - row * _EIGHTHS, 0), _EIGHTHS)]


def _pitched(cells: Iterable[str], pitch: int) -> str:
    return "".join(cell.ljust(pitch) for cell in cells).rstrip()


_SHADES: Final = ("··", "░░", "▒▒", "▓▓", "██")
SHADE_FROM: Final = (0, 1, 10, 20, 40)
"""Answers a day from which each shade of the heat map is drawn (design, 8.11)."""
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEK_PITCH: Final = 3


def heat_map(days: Mapping[date, int], *, today: date, weeks: int) -> Content:
    """Answers a day as shades, a column a week and a row a weekday, with the months and a legend in numbers."""
    first = today - timedelta(days=today.weekday(), weeks=weeks - 1)
    rows = []
    for weekday in range(len(_DAYS)):
        each = [first + timedelta(weeks=week, days=weekday) for week in range(weeks)]
        cells = shown(*(_shade(days.get(day, 0), to_come=day > today) for day in each))
        rows.append(shown((f" {_DAYS[weekday][0]} ", "$muted"), cells))
    rows.append(shown("   ", (_months(first, weeks), "$muted")))
    return joined([*rows, _legend()])


def _shade(count: int, *, to_come: bool) -> tuple[str, str]:
    level = max(level for level, least in enumerate(SHADE_FROM) if count >= least)
    return ("   ", "") if to_come else (f"{_SHADES[level]} ", "$muted" if not level else "$success")


def _months(first: date, weeks: int) -> str:
    """Each month's name over the first week that begins in it; of two that touch the later."""
    line = ""
    for week in range(weeks):
        monday = first + timedelta(weeks=week)
        if week and monday.month == (monday - timedelta(weeks=1)).month:
            continue
        place = week * _WEEK_PITCH
        before = line if len(line) < place else " " * place
        line = before.ljust(place) + _MONTHS[monday.month - 1]
    return line


def _legend() -> Content:
    ends = [f"{low}–{high - 1}" for low, high in itertools.pairwise(SHADE_FROM[1:])]
    words = ["none", *ends, f"{SHADE_FROM[-1]} or more"]
    parts = [f"{shade} {word}" for shade, word in zip(_SHADES, words, strict=True)]
    return shown("   ", ("   ".join(parts), "$muted"))


_STEP: Final = 5
"""Per cent between two rows of dots."""
_HOLLOW_UNDER: Final = 20
"""Answers in a week under which its dot is hollow."""


def dots(values: Sequence[tuple[float | None, int]], *, target: float) -> Content:
    """Shares (0–1) with how many answers each rests on, as dots over time, and a line at the target.

    The scale has the target in it and goes in steps of five per cent, at most eight of them; what lies under it is
    drawn in its lowest row.
    """
    known = [_level(share) for share, _ in values if share is not None]
    aim = _level(target)
    top = min(max([*known, aim + _STEP]), 100)
    bottom = max(min([*known, aim - _STEP]), top - 7 * _STEP, 0)
    rows = []
    for level in range(top, bottom - 1, -_STEP):
        line = "─" if level == aim else " "
        marks = [_dot(share, count, level=level, bottom=bottom) for share, count in values]
        cells = [(mark or line, "$success" if mark else "$muted") for mark in marks]
        spaced = [part for cell in cells for part in (cell, (line, "$muted"))]
        rows.append(shown((f"{level:>4} ", "$muted"), *spaced))
    return joined(rows)


def _level(share: float) -> int:
    """The row of a share: the nearest step."""
    return round(share * 100 / _STEP) * _STEP


def _dot(share: float | None, count: int, *, level: int, bottom: int) -> str:
    if share is None:
        return ""
    place = max(_level(share), bottom)
    return ("●" if count >= _HOLLOW_UNDER else "○") if place == level else ""
