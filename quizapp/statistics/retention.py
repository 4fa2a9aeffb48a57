"""True retention: how much was remembered of what days had passed over, by how stable the memory was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

EDGES: Final = (7.0, 21.0, 60.0, 180.0)
"""Days of stability between the bands: a week, three weeks, two months, half a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """One answer after days: the stability in days and the chance, 0–1, before it, and whether it was remembered."""

    stability: float
    chance: float
    remembered: bool


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
