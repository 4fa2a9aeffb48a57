"""Who studies on this machine: a history for each learner, beside the library that all of them share."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from quizapp.kit.errors import InputError, QuizappError
from quizapp.kit.text import one_line, reading, visible
from quizapp.usecases.workspace import ME, Workspace, histories, history_file

LONGEST: Final = 40
"""Characters of a name that is given in the app."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """A learner by the name that opens their history: answers, and when the last one was given.

    `answers` is None for a history that cannot be used, and `fault` says why.
    """

    name: str
    answers: int | None
    last: datetime | None
    fault: str = ""

    def to_json(self) -> dict[str, object]:
        """The same as plain values."""
        last = self.last.isoformat() if self.last else None
        return {"name": self.name, "answers": self.answers, "last_studied": last, "fault": self.fault}


def learners(data_dir: Path) -> tuple[Learner, ...]:
    """Everyone who has a history here, by name; a file that no name opens is nobody's."""
    found = (_learner(path) for path in histories(data_dir))
    return _by_name([one for one in found if one])


def latest(known: tuple[Learner, ...]) -> Learner | None:
    """Whoever studied last; None where nobody ever answered."""
    answered = [(one.last, one) for one in known if one.last]
    return max(answered, key=lambda one: one[0])[1] if answered else None


def to_choose_from(workspace: Workspace) -> tuple[Learner, ...]:
    """Everyone, where there is more than one; with one learner nothing is opened."""
    known = learners(workspace.data_dir) if len(histories(workspace.data_dir)) > 1 else ()
    return known if len(known) > 1 else ()


def with_self(known: tuple[Learner, ...], workspace: Workspace) -> tuple[Learner, ...]:
    """Everyone and whoever studies now, who may not have answered anything yet."""
    if any(is_of(one.name, workspace) for one in known):
        return known
    return _by_name([*known, Learner(name=workspace.learner, answers=0, last=None)])


def of_last(workspace: Workspace, known: tuple[Learner, ...]) -> Workspace:
    """The workspace of whoever studied last; the one given where nobody ever answered."""
    last = latest(known)
    return workspace.of(last.name) if last else workspace


def is_of(name: str, workspace: Workspace) -> bool:
    """Whether a workspace is the one that a name opens, whatever its spelling."""
    folder = workspace.data_dir
    return history_file(folder, name) == history_file(folder, workspace.learner)


def new_name(text: str) -> str:
    """The name in what somebody typed.

    Raises:
        InputError: it has nothing that can be read, or is too long.
    """
    name = " ".join(text.split())
    if not reading(name):
        raise InputError("a name has at least one letter or digit")
    if len(name) > LONGEST or visible(name) != name:
        raise InputError(f"a name has at most {LONGEST} characters, each of which can be seen")
    return name


def name_to_note(learner: str) -> str:
    """A learner's name as it is kept in their history: safe to store and to show."""
    return one_line(learner, limit=4 * LONGEST)


def _by_name(known: list[Learner]) -> tuple[Learner, ...]:
    return tuple(sorted(known, key=lambda one: (reading(one.name), one.name)))


def _learner(path: Path) -> Learner | None:
    from quizapp.history.names import glance  # SQLite comes with it

    try:
        seen = glance(path)
    except QuizappError as error:
        name, fault = _name(path, ""), str(error).removeprefix(f"{error.place}: ").partition(";")[0]
        return Learner(name=name, answers=None, last=None, fault=fault) if name else None
    name = _name(path, seen.name)
    return Learner(name=name, answers=seen.answers, last=seen.last) if name else None


def _name(path: Path, noted: str) -> str:
    """The name that opens a file: the one noted in it, or what the file itself is called."""
    part = path.stem.removeprefix("history").removeprefix("-")
    names = (noted, part or ME, part.capitalize())
    return next((name for name in names if name and history_file(path.parent, name) == path), "")
