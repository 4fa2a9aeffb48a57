"""Backup, restore and merge as a learner means them."""

from datetime import timedelta
from pathlib import Path

import pytest

from builders import FakeClock, make_article, make_bank, right_response, wrong_response
from quizapp.history import reviews
from quizapp.kit.errors import InputError
from quizapp.model.memory import Rating
from quizapp.usecases.checkup import check_up
from quizapp.usecases.keeping import Merged, back_up, backups, merge, restore
from quizapp.usecases.report import stats
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace


@pytest.fixture
def workspace(data_dir: Path) -> Workspace:
    """A learner who answered two of five questions."""
    workspace = Workspace(data_dir, clock=FakeClock())
    _study(workspace, 2)
    return workspace


def _study(workspace: Workspace, count: int, *, right: bool = True) -> None:
    """Answer questions of the harbour bell, some graded anew, and one taken back and answered again."""
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    for _ in range(count):
        assert sitting.question
        item = sitting.question.item
        sitting.answer(right_response(item) if right else wrong_response(item), seconds=3)
        sitting.rate(Rating.HARD if right else None)
    if sitting.question:
        sitting.answer(right_response(sitting.question.item), seconds=3)
        sitting.undo()
    workspace.history.close()


def _answers(workspace: Workspace) -> int:
    return workspace.history.read(reviews.count_answers)


def test_a_backup_restored_is_the_history_it_was(workspace: Workspace, tmp_path: Path) -> None:
    """What was answered since goes, is kept among the backups, and can be brought back the same way."""
    saved = back_up(workspace, tmp_path / "stick.db")
    assert (saved.path, saved.answers) == (tmp_path / "stick.db", 2)
    before = stats(workspace)
    _study(workspace, 3)
    assert _answers(workspace) == 5

    workspace.history.close()
    restored = restore(workspace, tmp_path / "stick.db")
    assert restored.answers == 2
    assert stats(workspace) == before

    workspace.history.close()
    restore(workspace, restored.kept[0])
    assert _answers(workspace) == 5


def test_a_restore_lets_go_of_its_own_history_first(workspace: Workspace) -> None:
    """The instance that restores is no other instance, though it may have looked into the file before."""
    saved = back_up(workspace)
    assert restore(workspace, saved.path).answers == 2


def test_without_a_name_todays_backup_is_brought_up_to_date(workspace: Workspace) -> None:
    """`quizapp backup` after a day's work keeps that day, too."""
    _study(workspace, 1)
    assert [saved.answers for saved in backups(workspace)] == [2]
    assert back_up(workspace).path == backups(workspace)[0].path
    assert [saved.answers for saved in backups(workspace)] == [3]


def test_backups_are_listed_with_what_is_in_them(workspace: Workspace) -> None:
    """A broken one is named with its fault, and is not counted."""
    back_up(workspace)
    workspace.clock.pass_by(days=1)  # type: ignore[attr-defined]  # a clock of the test's
    _study(workspace, 1)
    newest, oldest = backups(workspace)
    assert (newest.day - oldest.day, newest.answers, oldest.answers) == (timedelta(days=1), 2, 2)

    oldest.path.write_bytes(oldest.path.read_bytes()[:5000])
    assert [(saved.answers, "damaged" in saved.fault) for saved in backups(workspace)] == [(2, False), (None, True)]


def test_nothing_answered_is_nothing_to_back_up(data_dir: Path) -> None:
    """There is no file, and asking for a backup makes none."""
    workspace = Workspace(data_dir, clock=FakeClock())
    with pytest.raises(InputError, match="nothing was answered"):
        back_up(workspace)
    assert backups(workspace) == ()
    assert not data_dir.exists()


def test_a_backup_replaces_a_backup_and_nothing_else(workspace: Workspace, tmp_path: Path) -> None:
    """Another learner's history, a text and a folder are never written over."""
    thesis, folder = tmp_path / "thesis.txt", tmp_path / "folder"
    thesis.write_text("two years of work")
    folder.mkdir()
    ana = Workspace(workspace.data_dir, clock=FakeClock(), learner="ana")
    _study(ana, 1)
    for path in (thesis, folder, workspace.data_dir / "history-ana.db", workspace.data_dir / "history.db"):
        with pytest.raises(InputError, match=r"something else|folder"):
            back_up(workspace, path)
    assert thesis.read_text() == "two years of work"
    assert _answers(ana) == 1

    back_up(workspace, tmp_path / "stick.db")
    _study(workspace, 1)
    assert back_up(workspace, tmp_path / "stick.db").answers == 3


def test_the_history_itself_is_neither_restored_nor_merged(workspace: Workspace) -> None:
    """A slip of the keyboard is told, whatever way leads to the file."""
    link = workspace.data_dir.parent / "link.db"
    link.symlink_to(workspace.data_dir / "history.db")
    for path in (workspace.data_dir / "history.db", link):
        for verb in (restore, merge):
            with pytest.raises(InputError, match="in use itself"):
                verb(workspace, path)
    assert _answers(workspace) == 2


def test_two_machines_become_one_whichever_asks(workspace: Workspace, tmp_path: Path) -> None:
    """The same answers, statistics and cards on both, and once more changes nothing; all is well afterwards."""
    clock = FakeClock()
    clock.pass_by(hours=5)
    other = Workspace(tmp_path / "other", clock=clock)
    _study(other, 4, right=False)
    back_up(other, tmp_path / "other.db")
    back_up(workspace, tmp_path / "mine.db")

    merged = merge(workspace, tmp_path / "other.db")
    assert (merged.answers, merged.damaged) == (5, 0)
    assert merge(other, tmp_path / "mine.db").answers == 3
    assert merge(other, tmp_path / "mine.db") == Merged(answers=0, corrections=0, damaged=0)

    assert _answers(workspace) == _answers(other) == 6
    assert workspace.history.read(reviews.whole_log) == other.history.read(reviews.whole_log)
    assert next(saved.cause for saved in backups(workspace)) == "merge"
    assert check_up(workspace).well
    assert check_up(other).well


def test_a_learner_without_answers_takes_over_anothers(workspace: Workspace, tmp_path: Path) -> None:
    """Merging into nothing makes a history of what the other one holds."""
    new = Workspace(tmp_path / "new", clock=FakeClock())
    back_up(workspace, tmp_path / "mine.db")
    assert merge(new, tmp_path / "mine.db").answers == 3  # one of them was taken back
    assert new.history.read(reviews.whole_log) == workspace.history.read(reviews.whole_log)


def test_a_merge_brings_lost_lines_back(workspace: Workspace, tmp_path: Path) -> None:
    """A history and its own older backup are two logs like any others."""
    back_up(workspace, tmp_path / "old.db")
    _study(workspace, 1)
    merged = merge(workspace, tmp_path / "old.db")
    assert (merged.answers, merged.corrections) == (0, 0)
    assert _answers(workspace) == 3


def test_other_articles_of_another_machine_come_along(workspace: Workspace, tmp_path: Path) -> None:
    """Answers about a bank that is not here are kept until it comes."""
    other = Workspace(tmp_path / "other", clock=FakeClock())
    bank = make_bank(article=make_article(id="elsewhere"))
    sitting = open_sitting(other, bank=bank, seed=1)
    sitting.answer(right_response(bank.items[0]), seconds=1)
    back_up(other, tmp_path / "other.db")
    merge(workspace, tmp_path / "other.db")

    (strays,) = (check for check in check_up(workspace).checks if check.what == "strays")
    assert "elsewhere" in strays.text


def test_two_copies_of_the_app_work_on_one_history(workspace: Workspace, tmp_path: Path) -> None:
    """Fault D3: both ask and keep answers in turn, one of them merges meanwhile, and all is well afterwards."""
    other = Workspace(workspace.data_dir, clock=workspace.clock)
    elsewhere = Workspace(tmp_path / "elsewhere", clock=workspace.clock)
    _study(elsewhere, 2, right=False)
    sittings = [open_sitting(one, bank=make_bank(count=9), seed=1) for one in (workspace, other)]
    for number in range(6):
        sitting = sittings[number % 2]
        assert sitting.question
        feedback = sitting.answer(right_response(sitting.question.item), seconds=3)
        assert feedback.saved
        sitting.rate(Rating.EASY)
        if number == 2:
            back_up(elsewhere, tmp_path / "elsewhere.db")
            merge(other, tmp_path / "elsewhere.db")

    assert all(sitting.results().saved for sitting in sittings)
    assert _answers(workspace) == _answers(other) == 2 + 6 + 2
    assert check_up(workspace).well
