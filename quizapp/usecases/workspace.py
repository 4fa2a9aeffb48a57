"""The workspace: where a learner's data is, opened once and only as far as it is needed."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quizapp.kit.chance import seed_of
from quizapp.kit.clock import Clock, SystemClock
from quizapp.kit.text import reading, slug
from quizapp.model.aim import Aim
from quizapp.model.setting import Configuration, Settings

if TYPE_CHECKING:
    from quizapp.history import Database
    from quizapp.usecases.library import Library

ME: Final = "me"
"""The learner when nobody says who."""

_HISTORY: Final = "history"
_DATA_DIR: Final = "QUIZAPP_DATA_DIR"


class Workspace:
    """One learner's library and history in a data directory; opening it touches no file."""

    def __init__(self, data_dir: Path, *, clock: Clock, learner: str = ME) -> None:
        self.data_dir = data_dir
        self.clock = clock
        self.learner = learner
        self.news = ""
        """What happened at the opening that whoever studies here should know; mostly nothing."""

    @cached_property
    def library(self) -> "Library":
        """The banks this learner can study."""
        from quizapp.usecases.library import Library  # pydantic and the YAML reader come with it

        return Library(self.data_dir / "questions")

    @cached_property
    def history(self) -> "Database":
        """This learner's answers; the file is made at the first one."""
        from quizapp.history import Database  # SQLite comes with it

        return Database(history_file(self.data_dir, self.learner), clock=self.clock)

    @cached_property
    def configuration(self) -> Configuration:
        """The settings, where each comes from, and what of them could not be understood."""
        ours = any(name.startswith("QUIZAPP_") and name != _DATA_DIR for name in os.environ)
        if not ours and not self.settings_file.exists():
            return Configuration()
        from quizapp.settings.reading import read_configuration  # the table of settings comes with it

        return read_configuration(self.settings_file, os.environ)

    @property
    def settings(self) -> Settings:
        """What was chosen once for everything; all learners in a place share it."""
        return self.configuration.settings

    @property
    def settings_file(self) -> Path:
        """Where the settings stand, or will."""
        return self.data_dir / "settings.toml"

    @property
    def aim(self) -> Aim:
        """What the settings aim at today."""
        return self.settings.aim(self.clock.now().date())

    def read_settings_anew(self) -> None:
        """Read them again when they are next asked for."""
        self.__dict__.pop("configuration", None)

    def of(self, learner: str) -> "Workspace":
        """The workspace of another learner in the same place."""
        return Workspace(self.data_dir, clock=self.clock, learner=learner)

    @property
    def has_history(self) -> bool:
        """Whether anything was ever answered or added here, which decides between Welcome and Library."""
        history = history_file(self.data_dir, self.learner)
        return history.exists() or any((self.data_dir / "questions").glob("*.yaml"))


def data_dir(named: Path | None = None) -> Path:
    """Where study data is kept: the folder named, else $QUIZAPP_DATA_DIR, else the platform's place for it."""
    if named is None:
        environment = os.environ.get(_DATA_DIR, "")
        named = Path(environment) if environment else _platform_dir()
    return named.expanduser()


def history_file(data_dir: Path, learner: str) -> Path:
    """Where a learner's history is, or will be; a name is never a path."""
    return data_dir / (f"{_HISTORY}.db" if learner == ME else f"{_HISTORY}-{_file_part(learner)}.db")


def histories(data_dir: Path) -> tuple[Path, ...]:
    """Every history in a data directory, in the order of their file names; none where it may not be read."""
    found = [*data_dir.glob(f"{_HISTORY}.db"), *data_dir.glob(f"{_HISTORY}-*.db")]
    return tuple(sorted(path for path in found if path.is_file()))


def shown_name(workspace: Workspace) -> str:
    """The name to show of whoever studies; none where one person has the machine alone."""
    alone = workspace.learner == ME and len(histories(workspace.data_dir)) <= 1
    return "" if alone else workspace.learner


def open_workspace(folder: Path | None = None, *, clock: Clock | None = None, learner: str = ME) -> Workspace:
    """The workspace in a data directory, which `data_dir` finds when none is named."""
    return Workspace(data_dir(folder), clock=clock or SystemClock(), learner=learner)


def import_mark(data_dir: Path) -> Path:
    """The file that stands in a data directory as long as everything is imported."""
    return data_dir / ".importing"


def _file_part(learner: str) -> str:
    """A learner's name for a file; one that letters and digits cannot spell gets a number, so that no two are one."""
    plain = slug(learner)
    return plain if plain == learner.casefold() else f"{plain}-{seed_of(reading(learner)) % 10**8:08}"


def _platform_dir() -> Path:
    from platformdirs import user_data_path  # only when nobody says where

    return user_data_path("quizapp")
