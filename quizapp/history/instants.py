"""Instants as the file keeps them: microseconds since 1970 in UTC, and the learner's offset in minutes."""

from datetime import UTC, datetime, timedelta
from typing import Final

_BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)

LATEST: Final = (datetime(9000, 1, 1, tzinfo=UTC) - _BEGIN) // _MICROSECOND
"""Instants from the year 9000 on are damage: FSRS plans 100 years ahead, and Python's calendar ends with 9999."""


def to_micros(at: datetime) -> int:
    """Microseconds since 1970; SQLite would drop a time zone."""
    return (at - _BEGIN) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The UTC instant.

    Raises:
        ValueError: no clock of ours ever said so.
    """
    if not 0 <= micros < LATEST:
        raise ValueError(f"no instant: {micros}")
    return _BEGIN + timedelta(microseconds=micros)


def offset_minutes(at: datetime) -> int:
    """How many minutes the clock that gave this instant is ahead of UTC."""
    return round((at.utcoffset() or timedelta()).total_seconds() / 60)
