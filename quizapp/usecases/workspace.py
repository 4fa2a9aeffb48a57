"""The workspace: where a learner's data is, opened once and only as far as it is needed."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.kit.clock import Clock, SystemClock

if TYPE_CHECKING:
    from quizapp.usecases.library import Library


class Workspace:
    """One learner's library and history in a data directory; opening it touches no file."""

    def __init__(self, data_dir: Path, *, clock: Clock, learner: str) -> None:
        self.data_dir = data_dir
        self.clock = clock
        self.learner = learner

    @cached_property
    def library(self) -> "Library":
        """The banks this learner can study."""
        from quizapp.usecases.library import Library  # pydantic and the YAML reader come with it

        return Library(self.data_dir / "questions")

    @property
    def has_history(self) -> bool:
        """Whether anything was ever answered or added here, which decides between Welcome and Library."""
        return (self.data_dir / "history.db").exists() or any((self.data_dir / "questions").glob("*.yaml"))


def data_dir(named: Path | None = None) -> Path:
    """Where study data is kept: the folder named, else $QUIZAPP_DATA_DIR, else the platform's place for it."""
    if named is None:
        environment = os.environ.get("QUIZAPP_DATA_DIR", "")
        named = Path(environment) if environment else _platform_dir()
    return named.expanduser()


def open_workspace(folder: Path | None = None, *, clock: Clock | None = None, learner: str = "me") -> Workspace:
    """The workspace in a data directory, which `data_dir` finds when none is named."""
    return Workspace(data_dir(folder), clock=clock or SystemClock(), learner=learner)


def _platform_dir() -> Path:
    from platformdirs import user_data_path  # only when nobody says where

    return user_data_path("quizapp")
