"""True retention: how much was remembered of what days had passed over, by how stable the memory was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

EDGES: Final = (7.0, 21.0, 60.0, 180.0)
"""Days of stability between the bands: a week, three weeks, two months, half a year."""


class Recall(NamedTuple):
    """One answer after days: the stability in days and the chance, 0–1, before it, whether it was remembered, and when.

    `day` is the learner's own.
    """

    stability: float
    chance: float
    remembered: bool
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The recalls of one range of stability, from `low` up to but without `high` (None: without end).

    `retention` is the share remembered, `expected` the mean chance predicted for the same answers; None without any.
    """

    low: float
    high: float | None
    recalls: int
    remembered: int
    retention: float | None
    expected: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The recalls of one week, which begins on a Monday; `retention` is the share remembered, None without any."""

    monday: date
    recalls: int
    retention: float | None


def by_week(recalls: Iterable[Recall], *, last: date, weeks: int) -> tuple[Week, ...]:
    """The recalls of each of so many weeks, of which the last is the one with that day, the first first."""
    end = last - timedelta(days=last.weekday())
    mondays = [end - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    found: dict[date, list[bool]] = {monday: [] for monday in mondays}
    for one in recalls:
        monday = one.day - timedelta(days=one.day.weekday())
        if monday in found:
            found[monday].append(one.remembered)
    return tuple(
        Week(monday=monday, recalls=len(own), retention=sum(own) / len(own) if own else None)
        for monday, own in found.items()
    )


def true_retention(recalls: Iterable[Recall]) -> Band:
    """All recalls as one band."""
    return _band(0.0, None, list(recalls))


def by_stability(recalls: Iterable[Recall], *, edges: Sequence[float] = EDGES) -> tuple[Band, ...]:
    """The recalls of each band of stability, the least stable first; every recall is in exactly one."""
    everything = list(recalls)
    lows, highs = (0.0, *edges), (*edges, None)
    return tuple(
        _band(low, high, [one for one in everything if low <= one.stability and (high is None or one.stability < high)])
        for low, high in zip(lows, highs, strict=True)
    )


def _band(low: float, high: float | None, recalls: Sequence[Recall]) -> Band:
    count, remembered = len(recalls), sum(one.remembered for one in recalls)
    return Band(
        low=low,
        high=high,
        recalls=count,
        remembered=remembered,
        retention=remembered / count if count else None,
        expected=sum(one.chance for one in recalls) / count if count else None,
    )
