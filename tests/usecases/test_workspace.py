"""Where a learner's data is, and what opening it costs."""

import subprocess
import sys
from pathlib import Path

import pytest

from builders import FakeClock, make_bank, right_response
from quizapp.kit.clock import SystemClock
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace, data_dir, open_workspace


def test_the_folder_named_wins_over_the_environment_and_that_over_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """--data-dir, then $QUIZAPP_DATA_DIR, then XDG's place."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert data_dir() == tmp_path / "xdg" / "quizapp"

    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path / "environment"))
    assert data_dir() == tmp_path / "environment"
    assert data_dir(tmp_path / "named") == tmp_path / "named"
    assert open_workspace().data_dir == tmp_path / "environment"


def test_a_tilde_is_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder in a settings file may be written from the home."""
    monkeypatch.setenv("HOME", str(tmp_path))

    assert data_dir(Path("~/study")) == tmp_path / "study"


def test_opening_touches_nothing(tmp_path: Path) -> None:
    """A workspace is opened without a folder, a file or an answer."""
    workspace = open_workspace(tmp_path / "data")

    assert isinstance(workspace.clock, SystemClock)
    assert workspace.has_history is False
    assert not (tmp_path / "data").exists()


def test_there_is_a_history_after_an_answer_or_with_a_bank_of_ones_own(tmp_path: Path) -> None:
    """Opening a sitting is not enough for the Library; an answer is, and so is an added bank."""
    answered = Workspace(tmp_path / "answered", clock=FakeClock())
    sitting = open_sitting(answered, bank=make_bank(), seed=1)
    assert answered.has_history is False
    sitting.answer(right_response(make_bank().items[0]), seconds=1)
    assert answered.has_history is True

    added = Workspace(tmp_path / "added", clock=FakeClock())
    added.library.save(make_bank())
    assert added.has_history is True


def test_learners_have_histories_of_their_own(tmp_path: Path) -> None:
    """One learner's answers are not another's, also where no letter of a name is Latin."""
    names = ("me", "ana", "Ana María", "张三", "李四")
    for number, name in enumerate(names):
        learner = Workspace(tmp_path, clock=FakeClock(), learner=name)
        assert learner.has_history is False
        open_sitting(learner, bank=make_bank(), seed=1).answer(right_response(make_bank().items[0]), seconds=1)
        assert len(list(tmp_path.glob("*.db"))) == number + 1

    assert {"history.db", "history-ana.db"} < {path.name for path in tmp_path.glob("*.db")}
    assert Workspace(tmp_path, clock=FakeClock(), learner="Ana").has_history is True


def test_importing_the_workspace_brings_in_nothing_heavy() -> None:
    """A command that needs no history pays for none."""
    heavy = {"yaml", "pydantic", "sqlite3", "spacy", "fsrs", "textual", "rapidfuzz", "platformdirs"}
    code = "import sys, quizapp.usecases.workspace; print(*{name.partition('.')[0] for name in sys.modules})"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not heavy & set(found.stdout.split())
