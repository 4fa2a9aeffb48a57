"""The only reader of the clock; everyone else is told the time."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Something that knows the time."""

    def now(self) -> datetime:
        """The present instant, time zone aware."""
        ...

    def ticks(self) -> float:
        """Seconds of a clock that never goes back, for measuring how long an answer took."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present instant in the local time zone."""
        return datetime.now(UTC).astimezone()  # noqa: TID251  the one place that reads it

    def ticks(self) -> float:
        """Monotonic seconds."""
        return time.monotonic()
