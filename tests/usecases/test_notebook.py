"""What the disk refuses is kept, counted and tried again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from builders import FakeClock, make_bank, right_response
from quizapp.history import Database
from quizapp.usecases.study import Sitting, open_sitting
from quizapp.usecases.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace that waits for nobody who holds its history."""
    clock = FakeClock()
    workspace = Workspace(tmp_path, clock=clock)
    workspace.__dict__["history"] = Database(tmp_path / "history.db", wait=0, clock=clock)
    return workspace


@pytest.fixture
def sitting(workspace: Workspace) -> Sitting:
    """A sitting with one answer, which is on disk."""
    sitting = open_sitting(workspace, bank=make_bank(count=4), seed=1)
    answer(sitting)
    return sitting


@pytest.fixture
def held(workspace: Workspace, sitting: Sitting) -> Iterator[sqlite3.Connection]:
    """The history, held by somebody else until told otherwise."""
    assert workspace.history.path
    with closing(sqlite3.connect(workspace.history.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def answer(sitting: Sitting) -> None:
    """Answer and go on."""
    assert sitting.question
    sitting.answer(right_response(sitting.question.item), seconds=1)
    sitting.rate()


def test_refused_answers_are_counted_and_saved_when_the_disk_takes_them(
    workspace: Workspace, sitting: Sitting, held: sqlite3.Connection
) -> None:
    """As many as were given since; what is put off beside them is none; afterwards none waits and all are there."""
    answer(sitting)
    answer(sitting)
    sitting.later()
    assert sitting.notebook.unsaved == 2
    assert not sitting.notebook.retry()
    assert "in use by another quizapp" in sitting.notebook.trouble
    held.execute("ROLLBACK")
    assert sitting.notebook.retry()
    assert (sitting.notebook.unsaved, sitting.notebook.trouble) == (0, "")
    count = workspace.history.read(lambda lines: lines.execute("SELECT count(*) FROM reviews").fetchone())
    assert count == (3,)


@pytest.mark.usefixtures("held")
def test_an_answer_that_was_taken_back_is_not_counted(sitting: Sitting) -> None:
    """Nor is one that was on disk and is taken back: no answer is lost with it."""
    answer(sitting)
    sitting.undo()
    sitting.undo()
    assert sitting.notebook.unsaved == 0
    assert not sitting.notebook.saved
    sitting.undo()
    sitting.undo()
    assert sitting.notebook.unsaved == 0
