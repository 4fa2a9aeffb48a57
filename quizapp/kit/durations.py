"""Lengths of time in words: "10 min", "2 days", "3 weeks"."""

from datetime import timedelta
from typing import Final

_MINUTE: Final = 60.0
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR
_WEEK: Final = 7 * _DAY
_MONTH: Final = 30.44 * _DAY  # the mean month
_YEAR: Final = 365.25 * _DAY
# The largest unit of which there are at least so many: 13 days stay days, 14 are 2 weeks.
_SCALE: Final = (
    (2 * _YEAR, _YEAR, "year"),
    (2 * _MONTH, _MONTH, "month"),
    (2 * _WEEK, _WEEK, "week"),
    (_DAY, _DAY, "day"),
)


def in_words(span: timedelta, *, short: bool = True) -> str:
    """Return a span rounded to one unit, at least a minute; minutes are "min" when short."""
    seconds = max(span.total_seconds(), _MINUTE)
    for least, unit, name in _SCALE:
        if seconds >= least:
            return counted(round(seconds / unit), name)
    if seconds >= _HOUR:
        return counted(round(seconds / _HOUR), "hour")
    minutes = round(seconds / _MINUTE)
    return f"{minutes} min" if short else counted(minutes, "minute")


def ordinal(number: int) -> str:
    """A place in a row: 1st, 2nd, 3rd, 4th and so on."""
    last_two = number % 100
    ending = "th" if 10 <= last_two <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")  # noqa: PLR2004  the teens
    return f"{number}{ending}"


def counted(number: int, thing: str) -> str:
    """A number of things: "1 question", "1,284 answers"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
