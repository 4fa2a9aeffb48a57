"""Instants as the file keeps them: microseconds since 1970 in UTC, and the learner's offset in minutes."""

from datetime import UTC, datetime, timedelta
from typing import Final

_BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """Microseconds since 1970; SQLite would drop a time zone."""
    return (at - _BEGIN) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The UTC instant."""
    return _BEGIN + timedelta(microseconds=micros)


def offset_minutes(at: datetime) -> int:
    """How many minutes the clock that gave this instant is ahead of UTC."""
    return round((at.utcoffset() or timedelta()).total_seconds() / 60)
