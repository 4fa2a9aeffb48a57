"""A history kept safe: backed up, restored, and united with another machine's."""

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quizapp.history import Transaction
from quizapp.history.backups import Cause, backups_of, daily_path
from quizapp.history.checking import rebuild_cards
from quizapp.history.copies import read_copy
from quizapp.history.merging import Merged, unite
from quizapp.history.opening import is_backup
from quizapp.history.restoring import put_in_place
from quizapp.history.reviews import Log, count_answers
from quizapp.kit.errors import InputError, Place, QuizappError
from quizapp.kit.files import check_target
from quizapp.model.memory import Card, ItemKey
from quizapp.scheduling.replay import replay
from quizapp.usecases.workspace import Workspace

__all__ = [
    "Merged",
    "Restored",
    "Saved",
    "back_up",
    "backups",
    "history_path",
    "merge",
    "replay_log",
    "restore",
    "unite_with",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A backup: its file, the learner's day it was made, what before (None for a daily one), and how many answers.

    `answers` is None for one that cannot be used, and `fault` says why.
    """

    path: Path
    day: date
    cause: str | None
    answers: int | None
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What is in place now, and the files in which the history of before is kept."""

    answers: int
    kept: tuple[Path, ...]


def back_up(workspace: Workspace, target: Path | None = None) -> Saved:
    """Copy the history to a file, or to today's place in the folder of backups.

    Raises:
        InputError: there is no history yet, or something else is at the target.
        StudyDataError: the history cannot be used.
        DiskError: there is no room for the copy.
    """
    history, today = history_path(workspace), workspace.clock.now().date()
    if not history.exists():
        raise InputError("nothing was answered yet, so there is nothing to back up", place=Place(str(history)))
    path = target or daily_path(history, today)
    if target is not None:
        _check_target(target)
    workspace.history.back_up(path)
    return Saved(path=path, day=today, cause=None, answers=workspace.history.read(count_answers))


def backups(workspace: Workspace) -> tuple[Saved, ...]:
    """Every backup in the folder, the newest first, each looked into.

    Raises:
        DiskError: the folder may not be read.
    """
    found = []
    for backup in backups_of(history_path(workspace)):
        answers, fault = None, ""
        try:
            with closing(read_copy(backup.path)) as copy:
                answers = count_answers(copy)
        except QuizappError as error:
            fault = str(error).removeprefix(f"{error.place}: ").partition(";")[0]
        found.append(Saved(path=backup.path, day=backup.day, cause=backup.cause, answers=answers, fault=fault))
    return tuple(found)


def restore(workspace: Workspace, file: Path) -> Restored:
    """Put a backup in the place of the history, which is kept first.

    Raises:
        InputError: there is no such file, or it is the history itself.
        StudyDataError: it is damaged, foreign or newer, or the history is in use; nothing was changed.
        DiskError: there is no room; nothing was changed.
    """
    history = history_path(workspace)
    _check_other(file, history)
    with closing(read_copy(file)) as copy, workspace.history.standing_back():
        kept = put_in_place(copy, history, now=workspace.clock.now())
        return Restored(answers=count_answers(copy), kept=kept)


def merge(workspace: Workspace, file: Path) -> Merged:
    """Add the answers of another machine's history, and make the cards anew from all of them.

    Raises:
        InputError: there is no such file, or it is the history itself.
        StudyDataError: one of the two is damaged, foreign or newer; nothing was changed.
        DiskError: there is no room; nothing was changed.
    """
    _check_other(file, history_path(workspace))
    with closing(read_copy(file)) as other:
        return unite_with(workspace, other, file=file)


def unite_with(workspace: Workspace, other: Transaction, *, file: Path) -> Merged:
    """Add what another history has, after a backup, and make the cards anew; `file` is where the other comes from.

    Raises:
        StudyDataError: one of the two is damaged, or they tell of one answer in two ways; nothing was changed.
        DiskError: there is no room; nothing was changed.
    """

    def united(transaction: Transaction) -> Merged:
        merged = unite(transaction, other, place=Place(str(file)))
        rebuild_cards(transaction, replay_log)
        return merged

    workspace.history.keep_before(Cause.MERGE, now=workspace.clock.now())
    return workspace.history.write(united)


def replay_log(log: Log) -> dict[ItemKey, Card]:
    """Every card that follows from a log."""
    return replay(log.lines, log.undone, log.parameters)


def history_path(workspace: Workspace) -> Path:
    """The file of a learner's history, which may not be there yet."""
    if workspace.history.path is None:
        raise ValueError("a workspace keeps its history in a file")
    return workspace.history.path


def _check_target(path: Path) -> None:
    check_target(path)
    if path.exists() and not (path.is_file() and is_backup(path)):
        raise InputError(
            "there is something else here, which would be lost; choose another name", place=Place(str(path))
        )


def _check_other(file: Path, history: Path) -> None:
    if file.exists() and history.exists() and file.samefile(history):
        raise InputError("this is the history in use itself; name another file", place=Place(str(file)))
