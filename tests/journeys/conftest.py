"""A person at a terminal: an empty home, and windows with quizapp in them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builders import make_bank
from quizapp.usecases.library import Library
from screen import Terminal

Open = Callable[..., Terminal]
Stats = Callable[[], dict[str, Any]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which nothing was ever done."""
    path = tmp_path / "home"
    path.mkdir()
    return path


@pytest.fixture
def env(home: Path) -> dict[str, str]:
    """What a login shell would say, and no more."""
    return {"HOME": str(home), "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}


@pytest.fixture
def open_window(env: dict[str, str]) -> Iterator[Open]:
    """Open a terminal window with a quizapp command in it; it is closed when the test is over."""
    windows: list[Terminal] = []

    def window(*arguments: str, **settings: Any) -> Terminal:
        settings["env"] = env | settings.pop("env", {})
        windows.append(Terminal(sys.executable, "-m", "quizapp", *arguments, **settings))
        return windows[-1]

    yield window
    for terminal in windows:
        terminal.__exit__(None, None, None)


@pytest.fixture
def stats(env: dict[str, str]) -> Stats:
    """What `quizapp stats --json` says in a process of its own."""

    def found() -> dict[str, Any]:
        command = [sys.executable, "-m", "quizapp", "stats", "--json"]
        parsed = json.loads(subprocess.run(command, env=env, capture_output=True, check=True, timeout=30).stdout)
        assert isinstance(parsed, dict)
        return parsed

    return found


@pytest.fixture
def bell(home: Path) -> str:
    """The slug of a bank of five kinds in the learner's library."""
    return Library(home / ".local" / "share" / "quizapp" / "questions").save(make_bank())
