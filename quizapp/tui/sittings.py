"""The sittings and revisions that the app opens; in a thread, and with what they need imported only then."""

import os
from typing import TYPE_CHECKING

from quizapp.kit.clock import Clock
from quizapp.kit.errors import DiskError, Place
from quizapp.usecases.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.usecases.revising import Revision
    from quizapp.usecases.study import Sitting


def open_sitting(workspace: Workspace, bank: str | None, seed: int | None, limit: int | None) -> "Sitting":
    """What is due and new in one bank or in all."""
    from quizapp.usecases.study import open_sitting  # the reader, SQLite and FSRS come with it

    if limit is None:
        return open_sitting(workspace, bank=bank, seed=seed)
    return open_sitting(workspace, bank=bank, seed=seed, limit=limit)


def open_practice(workspace: Workspace, bank: str | None, seed: int | None) -> "Sitting":
    """Questions outside the schedule, of one bank or of all."""
    from quizapp.usecases.study import open_practice

    return open_practice(workspace, bank=bank, seed=seed)


def open_first(workspace: Workspace, bank: str, seed: int | None, limit: int) -> "Sitting":
    """The first sitting ever: the data folder is made silently, or it is known now that it cannot be."""
    folder = workspace.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise DiskError(f"cannot make the data folder ({refusal.strerror})", place=Place(str(folder))) from None
    if not os.access(folder, os.W_OK):
        raise DiskError("the data folder may not be written to", place=Place(str(folder)))
    return open_sitting(workspace, bank, seed, limit)


def open_demo(clock: Clock, seed: int | None) -> "Sitting":
    """The bundled quiz, which stores nothing."""
    from quizapp.usecases.library import first_bank
    from quizapp.usecases.study import open_demo

    return open_demo(first_bank(), clock=clock, seed=seed)


def open_revision(workspace: Workspace, bank: str) -> "Revision":
    """The questions of one bank, to be gone over."""
    from quizapp.usecases.revising import open_revision

    return open_revision(workspace, bank)
