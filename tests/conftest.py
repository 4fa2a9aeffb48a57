"""What every test starts from: an environment without the developer's own habits and data."""

import os
import time
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import settings

from quizapp.kit.clock import SystemClock

# No deadline: two workers on a machine that others use are slow at times, and times do not belong in tests.
# The same change always passes or always fails; luck looks for more under "deep", where nobody's landing waits for it.
settings.register_profile("house", deadline=None, max_examples=50, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=2_000)
settings.load_profile("house")

# It is mid-morning where the tests run, so that no day ends under one of them (Etc/GMT-3 is three hours ahead of UTC).
_MORNING = 10
_ahead = (_MORNING - SystemClock().now().astimezone(UTC).hour + 12) % 24 - 12
os.environ["TZ"] = f"Etc/GMT{-_ahead:+d}"
time.tzset()

HABITS = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "TTY_COMPATIBLE",
    "COLUMNS",
    "LINES",
    "TEXTUAL",
    "TEXTUAL_DRIVER",
    "TEXTUAL_ANIMATIONS",
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The slow ones first where several workers share the tests, so that none is left alone with one at the end."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No colour wishes, a usual terminal, and a home of the test's own, so that nobody's answers are touched."""
    for name in HABITS:
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith(("QUIZAPP_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A folder for the library and the answers that does not exist yet."""
    return tmp_path / "data"
