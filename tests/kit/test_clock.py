"""The machine's clock knows the rules of its zone, not only today's offset."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.kit.clock import SystemClock


@pytest.fixture(autouse=True)
def same_zone_afterwards(monkeypatch: pytest.MonkeyPatch) -> object:
    """Let the process have its own zone again."""
    yield
    monkeypatch.undo()
    time.tzset()


def _in_zone(name: str, monkeypatch: pytest.MonkeyPatch) -> datetime:
    monkeypatch.setenv("TZ", name)
    time.tzset()
    return SystemClock().now()


def test_summer_and_winter_have_offsets_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault C1: else an answer of before the night on which the clocks change would lie on another day after it."""
    now = _in_zone("Europe/Berlin", monkeypatch)
    assert now.tzinfo is not None
    offsets = [now.tzinfo.utcoffset(datetime(2026, month, 1, tzinfo=now.tzinfo)) for month in (1, 7)]
    assert offsets == [timedelta(hours=1), timedelta(hours=2)]


@pytest.mark.parametrize("name", ["", "UTC", "Nowhere/Atall", "CET-1CEST", ":Europe/Berlin", "../../etc/passwd"])
def test_whatever_the_zone_is_called_the_instant_is_right(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault T10: a zone that nobody knows is no reason to stop, and the offset is the system's own."""
    now = _in_zone(name, monkeypatch)
    assert now.utcoffset() == datetime.now(UTC).astimezone().utcoffset()  # noqa: TID251  what it is compared with
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)  # noqa: TID251  same


def test_a_machine_without_a_zone_has_the_systems_offset(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a file of rules there is one day's offset."""
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr("quizapp.kit.clock.RULES", tmp_path / "none")
    assert SystemClock().now().utcoffset() == datetime.now(UTC).astimezone().utcoffset()  # noqa: TID251  same
