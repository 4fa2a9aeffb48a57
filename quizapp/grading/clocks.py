"""Times of day as people write them: 5 pm, 17:00, half past six, 6:30, noon."""

import re
from dataclasses import dataclass
from typing import Final

from quizapp.grading.vocabulary import CARDINALS

LONGEST: Final = 40
"""Characters of a time of day that are read."""

_IN_FIGURES: Final = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?\s?(am|pm|o'clock)?")
_IN_WORDS: Final = re.compile(
    r"(?:(half|a quarter|quarter) (past|to) )?(\w+)(?: (fifteen|thirty|forty five))?(?: (am|pm|o'clock))?"
)
_LEAD: Final = re.compile(r"^(?:at|it was|around|about) ")
_NAMED: Final = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}
_PARTS: Final = {"half": 30, "a quarter": 15, "quarter": 15, "fifteen": 15, "thirty": 30, "forty five": 45}
_HOUR: Final = 60
_HALF: Final = 12 * _HOUR
_HOURS: Final = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes since midnight; without a `half` of the day nobody said which, and they count from noon or midnight."""

    minutes: int
    half: bool


def parse_clock(text: str) -> Clock | None:
    """The time of day that a text says, and nothing else; None where a bare number or something else is said."""
    plain = " ".join(text[:LONGEST].casefold().replace("’", "'").replace("-", " ").split()).strip(" .!?")
    plain = _LEAD.sub("", plain).replace("a.m", "am").replace("p.m", "pm")
    if plain in _NAMED:
        return Clock(_NAMED[plain], half=True)
    return _in_figures(plain) or _in_words(plain)


def _in_figures(plain: str) -> Clock | None:
    found = _IN_FIGURES.fullmatch(plain)
    if found is None or not (found[2] or found[3]):
        return None
    return _clock(int(found[1]), int(found[2] or 0), found[3])


def _in_words(plain: str) -> Clock | None:
    found = _IN_WORDS.fullmatch(plain)
    hour = CARDINALS.get(found[3], found[3]) if found else ""
    if found is None or not hour.isdecimal() or not (found[1] or found[4] or found[5]):
        return None
    part = _PARTS.get(found[1] or found[4] or "", 0)
    return _clock(int(hour) - 1, _HOUR - part, found[5]) if found[2] == "to" else _clock(int(hour), part, found[5])


def _clock(hour: int, minute: int, half: str | None) -> Clock | None:
    if hour >= _HOURS or minute >= _HOUR or (half in _AFTER and not 1 <= hour <= _HOURS // 2):
        return None
    since = hour * _HOUR + minute
    if half in _AFTER:
        return Clock(since % _HALF + _AFTER[half], half=True)
    return Clock(since, half=True) if since >= _HALF + _HOUR else Clock(since % _HALF, half=False)


_AFTER: Final[dict[str | None, int]] = {"am": 0, "pm": _HALF}
