"""Dates as people write them: 15 September 2021, Sept 15th, 2021-09-15, March 1921, 44 BC."""

import re
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Final

from quizapp.grading.vocabulary import MONTHS, WEEKDAYS
from quizapp.kit.text import one_line

LONGEST: Final = 60
"""Characters of a typed date that are read."""

_SHORT_MONTHS: Final = {month[:3]: number for number, month in enumerate(MONTHS, 1)} | {"sept": 9}
_SEASONS: Final = {"spring": 13, "summer": 14, "autumn": 15, "fall": 15, "winter": 16}
_MONTHS: Final = {month: number for number, month in enumerate(MONTHS, 1)} | _SHORT_MONTHS | _SEASONS
_ERAS: Final = {"bc": -1, "bce": -1, "ad": 1, "ce": 1}
_IGNORED: Final = frozenset({"in", "on", "the", "of", "at", "during", "it", "was", "year", "by"})
_YEAR: Final = re.compile(r"[1-9]\d{2,3}")
_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_FIGURES: Final = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
_MONTH_YEAR: Final = re.compile(r"(\d{1,2})[-/.](\d{4})")
_BREAK: Final = re.compile(r"[\s,.]+")
_YEAR_DIGITS: Final = 4
_DAYS_IN_MONTH: Final = 31
_MONTHS_IN_YEAR: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """As much of a date as was said; years BC are negative, Monday is 0, a season is a month past the twelfth."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def lacks(self, other: "PartialDate") -> tuple[str, ...]:
        """The parts that the other says and this one does not."""
        names = (field.name for field in fields(self))
        return tuple(name for name in names if getattr(self, name) is None and getattr(other, name) is not None)

    def agrees(self, other: "PartialDate") -> bool:
        """Whether nothing that both say differs, the day of the week that follows from a full date included."""
        mine, its = self.with_weekday(), other.with_weekday()
        pairs = ((getattr(mine, field.name), getattr(its, field.name)) for field in fields(self))
        return all(ours is None or theirs is None or ours == theirs for ours, theirs in pairs)

    def with_weekday(self) -> "PartialDate":
        """The same with the day of the week that follows from a full date, where none was said."""
        if not self.year or self.year < 1 or not self.month or not self.day:
            return self
        try:
            weekday = date(self.year, self.month, self.day).weekday()
        except ValueError:
            return self
        return PartialDate(
            year=self.year, month=self.month, day=self.day, weekday=weekday if self.weekday is None else self.weekday
        )


@lru_cache(maxsize=1024)
def parse_dates(text: str) -> tuple[PartialDate, ...]:
    """Every way to read a text as a date that says more than a bare number; none when it says something else."""
    plain = one_line(text, limit=LONGEST).casefold().replace("–", "-").strip(" .")
    if figures := _FIGURES.fullmatch(plain):
        return _in_figures(*(int(part) for part in figures.groups()), year_first=len(figures[1]) == _YEAR_DIGITS)
    if month := _MONTH_YEAR.fullmatch(plain):
        number = int(month[1])
        return (PartialDate(year=int(month[2]), month=number),) if 1 <= number <= _MONTHS_IN_YEAR else ()
    tokens = [token for token in _BREAK.split(plain) if token and token not in _IGNORED]
    found: dict[str, int] = {}
    era = 1
    for token in tokens:
        if token in _ERAS:
            era = _ERAS[token]
        elif not _take(token, found, era_given=any(other in _ERAS for other in tokens)):
            return ()
    if found.get("month", 0) > _MONTHS_IN_YEAR and found.keys() != {"year", "month"}:
        return ()  # a season is one of a year; a bare “spring” or “fall” may be something else
    if "year" in found:
        found["year"] *= era
    telling = "month" in found or "weekday" in found or any(token in _ERAS for token in tokens)
    return (PartialDate(**found),) if found and telling else ()


def _take(token: str, found: dict[str, int], *, era_given: bool) -> bool:
    """Put a word where it belongs; whether it belongs anywhere."""
    name, value = _part(token, era_given=era_given)
    if not name or name in found:
        return False
    found[name] = value
    return True


def _part(token: str, *, era_given: bool) -> tuple[str, int]:
    if token in _MONTHS:
        return "month", _MONTHS[token]
    if token in WEEKDAYS:
        return "weekday", WEEKDAYS.index(token)
    if _YEAR.fullmatch(token) or (era_given and token.isascii() and token.isdigit()):
        return "year", int(token[:_YEAR_DIGITS])
    day = _DAY.fullmatch(token)
    if day and 1 <= int(day[1]) <= _DAYS_IN_MONTH:
        return "day", int(day[1])
    return "", 0


def _in_figures(first: int, second: int, third: int, *, year_first: bool) -> tuple[PartialDate, ...]:
    """Year first, or year last with the day before or after the month."""
    orders = ((first, second, third),) if year_first else ((third, second, first), (third, first, second))
    return tuple(
        dict.fromkeys(
            PartialDate(year=year, month=month, day=day)
            for year, month, day in orders
            if 1 <= month <= _MONTHS_IN_YEAR and 1 <= day <= _DAYS_IN_MONTH and year >= 100  # noqa: PLR2004  no short years
        )
    )
