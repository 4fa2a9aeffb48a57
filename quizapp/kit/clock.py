"""The only reader of the clock; everyone else is told the time."""

import os
import time
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol

RULES: Final = Path("/etc/localtime")
"""Where the system keeps the rules of its zone, on Linux and macOS."""


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
        """The present instant in the local time zone, which knows when its clocks change where the system tells it."""
        now = datetime.now(UTC).astimezone()  # noqa: TID251  the one place that reads it
        zone = _zone(os.environ.get("TZ", "").removeprefix(":"))
        ruled = now.astimezone(zone) if zone else now
        return ruled if ruled.utcoffset() == now.utcoffset() else now

    def ticks(self) -> float:
        """Monotonic seconds."""
        return time.monotonic()


def _zone(name: str) -> tzinfo | None:
    """The rules of a zone, the system's without a name; None where nobody has them."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # 2 ms, which the first picture need not pay

    try:
        if name:
            return ZoneInfo(name)
        about = RULES.stat()
        return _ruled(RULES, (about.st_ino, about.st_mtime_ns, about.st_size))
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return None


@lru_cache(maxsize=2)
def _ruled(rules: Path, _version: tuple[int, ...]) -> tzinfo:
    """The zone in a file, read anew only when it is another: an answer asks three times what time it is."""
    from zoneinfo import ZoneInfo

    with rules.open("rb") as stream:
        return ZoneInfo.from_file(stream)
