"""Everything in one file: what is brought back is what was exported, and what was here can be had again."""

import io
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from builders import FakeClock, make_article, make_bank, right_response
from quizapp.kit.errors import BankError, InputError, QuizappError, StudyDataError
from quizapp.usecases.everything import Held, bring_back, export_everything, here, kept_before, look_into, usual_name
from quizapp.usecases.keeping import back_up
from quizapp.usecases.starting import start_on
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace, histories, import_mark


def _study(workspace: Workspace, count: int) -> None:
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    for _ in range(count):
        assert sitting.question, sitting.nothing
        sitting.answer(right_response(sitting.question.item), seconds=3)
        sitting.rate()
    workspace.history.close()


@pytest.fixture
def workspace(data_dir: Path) -> Workspace:
    """Two learners, a bank and settings."""
    workspace = Workspace(data_dir, clock=FakeClock())
    workspace.library.save(make_bank())
    workspace.settings_file.write_text("[study]\nnew = 30 # many\n")
    _study(workspace, 2)
    _study(workspace.of("Zoë"), 1)
    return workspace


def _state(folder: Path) -> dict[str, bytes]:
    """The banks and the settings of a folder, byte for byte."""
    files = [*(folder / "questions").glob("*.yaml"), folder / "settings.toml"]
    return {path.name: path.read_bytes() for path in files if path.exists()}


def test_what_is_brought_to_another_place_is_what_was_exported(workspace: Workspace, tmp_path: Path) -> None:
    """Law: an empty place holds afterwards what the first one holds, of every learner."""
    file = tmp_path / usual_name(workspace)
    assert export_everything(workspace, file) == Held(answers=3, articles=1, settings=True)
    other = Workspace(tmp_path / "other", clock=FakeClock())
    assert look_into(other, file) == Held(answers=3, articles=1, settings=True)
    assert not other.data_dir.exists()
    assert bring_back(other, file).kept == ()
    assert here(other) == here(workspace)
    assert _state(other.data_dir) == _state(workspace.data_dir)
    assert other.settings.new == 30
    assert [path.name for path in other.data_dir.glob("history*.db")]


def test_what_was_here_can_be_had_again(workspace: Workspace, tmp_path: Path) -> None:
    """Law: bringing back what was kept undoes an import; what the file does not know stays."""
    file = tmp_path / "all.zip"
    export_everything(workspace, file)
    _study(workspace, 2)
    workspace.library.save(make_bank(article=make_article(id="other", title="Another bell")))
    workspace.settings_file.write_text("[study]\nnew = 90\n")
    workspace.read_settings_anew()
    before = (here(workspace), _state(workspace.data_dir))
    assert before[0].answers == 5

    back = bring_back(workspace, file)
    assert (back.held, back.kept) == (Held(answers=3, articles=1, settings=True), kept_before(workspace))
    assert (here(workspace), workspace.settings.new) == (Held(answers=3, articles=2, settings=True), 30)

    bring_back(workspace, back.kept[0])
    assert (here(workspace), _state(workspace.data_dir)) == before


def test_a_backup_of_answers_is_brought_back_the_same_way(workspace: Workspace, tmp_path: Path) -> None:
    """The learner's answers alone; those of before are kept."""
    back_up(workspace, tmp_path / "stick.db")
    _study(workspace, 2)
    assert look_into(workspace, tmp_path / "stick.db") == Held(answers=2, whole=False)
    back = bring_back(workspace, tmp_path / "stick.db")
    assert (back.held.answers, len(back.kept), here(workspace).answers) == (2, 1, 3)


def _archive(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_archive(readme=b"x"), "not exported by quizapp"),
        (_archive(quizapp_dot_json=b"{}", history_dot_db=b"no history"), "history.db in it cannot be used"),
        (_archive(quizapp_dot_json=b"{}", questions__a_dot_yaml=b"format: ["), "a.yaml in it cannot be used"),
        (b"PK\x03\x04 and no more", "damaged"),
    ],
    ids=["foreign", "history", "bank", "torn"],
)
def test_a_file_that_cannot_be_used_changes_nothing(
    workspace: Workspace, tmp_path: Path, content: bytes, said: str
) -> None:
    """Law: it is told which part and why, and everything here is as it was."""
    file = tmp_path / "bad.zip"
    file.write_bytes(content)
    before = (here(workspace), _state(workspace.data_dir))
    for use in (look_into, bring_back):
        with pytest.raises((InputError, StudyDataError, BankError), match=said):
            use(workspace, file)
    assert (here(workspace), _state(workspace.data_dir), kept_before(workspace)) == (*before, ())


def test_a_name_in_an_archive_leads_nowhere(workspace: Workspace, tmp_path: Path) -> None:
    """What is no part of ours is passed over, also where its name points out of the folder."""
    file = tmp_path / "sly.zip"
    parts = {"quizapp.json": b"{}", "questions/../../evil.yaml": b"x", "../history.db": b"x", "/etc/history.db": b"x"}
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    file.write_bytes(content.getvalue())
    assert look_into(workspace, file) == Held(answers=0)


def test_nothing_is_written_over(workspace: Workspace, tmp_path: Path) -> None:
    """A file that is there stays; a place with nothing in it is told so."""
    (tmp_path / "mine.zip").write_text("mine")
    with pytest.raises(InputError, match="a file already"):
        export_everything(workspace, tmp_path / "mine.zip")
    with pytest.raises(InputError, match="nothing yet"):
        export_everything(Workspace(tmp_path / "empty", clock=FakeClock()), tmp_path / "new.zip")
    assert (tmp_path / "mine.zip").read_text() == "mine"


def test_a_damaged_history_here_is_kept_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    """It cannot be exported; what is brought takes its place, and its bytes are kept."""
    file = tmp_path / "all.zip"
    export_everything(workspace, file)
    history = workspace.data_dir / "history.db"
    history.write_bytes(b"SQLite format 3\x00 and then nothing that makes sense" * 200)
    bring_back(workspace, file)
    assert here(workspace).answers == 3
    kept = (workspace.data_dir / "backups").glob("history-*unusable*.db")
    assert [b"nothing that makes sense" in path.read_bytes() for path in kept] == [True]


def _other_version(workspace: Workspace) -> None:
    """Everything here becomes other than what was exported: more answers, fewer questions, other settings."""
    _study(workspace, 1)
    _study(workspace.of("Zoë"), 1)
    workspace.library.save(make_bank(count=3))
    workspace.settings_file.write_text("[study]\nnew = 5\n")


def _answers(workspace: Workspace) -> dict[str, int]:
    """How many answers each learner has."""
    found = {}
    for path in histories(workspace.data_dir):
        with closing(sqlite3.connect(path)) as history:
            found[path.name] = history.execute("SELECT count(*) FROM reviews").fetchone()[0]
    return found


def _hold_the_last(workspace: Workspace) -> sqlite3.Connection:
    """The last learner's history is open elsewhere, in the middle of something."""
    other = sqlite3.connect(histories(workspace.data_dir)[-1], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def _bar_the_bank(workspace: Workspace) -> None:
    """The bank is a link that leads nowhere, as into a folder that is not mounted."""
    (path,) = (workspace.data_dir / "questions").glob("*.yaml")
    path.unlink()
    path.symlink_to("/proc/nowhere/bank.yaml")


def _bar_the_settings(workspace: Workspace) -> None:
    """The settings are a link that leads nowhere, as the bank."""
    workspace.settings_file.unlink()
    workspace.settings_file.symlink_to("/proc/nowhere/settings.toml")


FAULTS = {"history": _hold_the_last, "bank": _bar_the_bank, "settings": _bar_the_settings}


@pytest.mark.parametrize("fail", FAULTS.values(), ids=FAULTS.keys())
def test_what_fails_in_the_middle_leaves_all_as_it_was(
    workspace: Workspace, tmp_path: Path, fail: Callable[[Workspace], sqlite3.Connection | None]
) -> None:
    """Law: everything or nothing, whichever learner, bank or setting it stumbles over; and it says so."""
    file = tmp_path / "all.zip"
    export_everything(workspace, file)
    _other_version(workspace)
    held = fail(workspace)
    before = (_answers(workspace), _state(workspace.data_dir))
    with pytest.raises(QuizappError, match=r"nothing was changed(; .*)?$"):
        bring_back(workspace, file, wait=0)
    if held is not None:
        held.close()
    assert (_answers(workspace), _state(workspace.data_dir)) == before
    assert workspace.settings.new == (5 if workspace.settings_file.exists() else None)


def test_a_learner_who_was_not_here_is_not_here_after_a_failure(workspace: Workspace, tmp_path: Path) -> None:
    """Nor is a damaged history mended by half: its bytes are as they were."""
    file = tmp_path / "all.zip"
    export_everything(workspace, file)
    other = Workspace(tmp_path / "other", clock=FakeClock())
    other.data_dir.mkdir()
    damaged = b"SQLite format 3\x00 and then nothing that makes sense" * 200
    (other.data_dir / "history.db").write_bytes(damaged)
    other.settings_file.symlink_to("/proc/nowhere/settings.toml")
    with pytest.raises(QuizappError, match=r"nothing was changed(; .*)?$"):
        bring_back(other, file)
    assert [path.name for path in histories(other.data_dir)] == ["history.db"]
    assert (other.data_dir / "history.db").read_bytes() == damaged
    assert not list((other.data_dir / "questions").glob("*.yaml"))


CUT_SHORT = """
import os, sys
from pathlib import Path
from quizapp.usecases import everything
from quizapp.usecases.starting import start_on

folder, file = Path(sys.argv[1]), Path(sys.argv[2])
put_in_place = everything.put_in_place

def first_only(*arguments, **options):
    everything.put_in_place = second
    return put_in_place(*arguments, **options)

def second(*arguments, **options):
    os._exit(8 if start_on(folder).news else 9)

everything.put_in_place = first_only
everything.bring_back(start_on(folder), file)
"""


def test_an_import_that_is_cut_short_is_taken_back_at_the_next_start(workspace: Workspace, tmp_path: Path) -> None:
    """Law: a power cut between two parts leaves nothing half brought; a start beside one under way leaves it alone."""
    file = tmp_path / "all.zip"
    export_everything(workspace, file)
    _other_version(workspace)
    before = (_answers(workspace), _state(workspace.data_dir))
    cut = subprocess.run([sys.executable, "-c", CUT_SHORT, workspace.data_dir, file], check=False)
    assert cut.returncode == 9
    assert _answers(workspace) != before[0]
    assert start_on(workspace.data_dir).news.endswith("everything is as it was before it.")
    assert (_answers(workspace), _state(workspace.data_dir)) == before
    assert start_on(workspace.data_dir).news == ""


def test_an_import_leaves_no_mark(workspace: Workspace, tmp_path: Path) -> None:
    """Nor does one that fails: what is answered afterwards must never be taken back."""
    file = tmp_path / "all.zip"
    export_everything(workspace, file)
    bring_back(workspace, file)
    assert not import_mark(workspace.data_dir).exists()
    _other_version(workspace)
    held = _hold_the_last(workspace)
    with pytest.raises(QuizappError, match="nothing was changed"):
        bring_back(workspace, file, wait=0)
    held.close()
    assert not import_mark(workspace.data_dir).exists()
