"""A wording that was judged wrong, and that the learner lets count from then on."""

from pathlib import Path

import pytest

from builders import FakeClock, make_bank, make_item, right_response
from quizapp.grading.grade import LET_COUNT, OVERRULED
from quizapp.history import reviews
from quizapp.model.memory import Rating
from quizapp.model.outcome import Outcome
from quizapp.model.response import Typed
from quizapp.scheduling.replay import effective
from quizapp.usecases.checkup import check_up
from quizapp.usecases.keeping import back_up, history_path, merge
from quizapp.usecases.study import Feedback, Sitting, open_practice, open_sitting
from quizapp.usecases.workspace import Workspace, open_workspace


@pytest.fixture
def clock() -> FakeClock:
    """Noon, until a test says otherwise."""
    return FakeClock()


@pytest.fixture
def workspace(data_dir: Path, clock: FakeClock) -> Workspace:
    """A learner without any history."""
    return Workspace(data_dir, clock=clock)


def again(workspace: Workspace) -> Workspace:
    """The same learner in another process."""
    return Workspace(workspace.data_dir, clock=workspace.clock)


def _says(sitting: Sitting, words: str) -> Feedback:
    return sitting.answer(Typed(fields=(words,)), seconds=4)


def test_a_wording_that_the_learner_lets_count_is_right_from_then_on(workspace: Workspace, clock: FakeClock) -> None:
    """It is a line of the log, also in practice and in the next sitting; the answer shown stays the bank's own."""
    bank = make_bank(items=(make_item("short"),))
    sitting = open_sitting(workspace, bank=bank, seed=1)
    assert not _says(sitting, "the old port").may_count
    assert sitting.overrule().may_count
    counted = sitting.let_count()
    assert (counted.grade.outcome, counted.may_count) == (Outcome.RIGHT, False)
    assert sitting.let_count() == counted
    assert [line.rule for line in again(workspace).history.read(reviews.whole_log).lines] == [
        "different",
        OVERRULED,
        LET_COUNT,
    ]
    sitting.rate()

    clock.pass_by(days=30)
    later = _says(open_sitting(again(workspace), bank=bank, seed=2), "The old port!")
    assert (later.grade.outcome, later.grade.rule, later.grade.expected) == (Outcome.RIGHT, "own wording", "Aldwick")
    assert later.question.item == bank.items[0]
    practice = open_practice(again(workspace), bank=bank, seed=2)
    assert _says(practice, "the new port").grade.outcome is Outcome.WRONG


def test_undo_takes_the_wording_back(workspace: Workspace, clock: FakeClock) -> None:
    """After it the wording is wrong as before, though the answer that was overruled stays right."""
    bank = make_bank(items=(make_item("short"),))
    sitting = open_sitting(workspace, bank=bank, seed=1)
    _says(sitting, "the old port")
    overruled = sitting.overrule()
    sitting.let_count()
    assert sitting.undo() == "Undone: that your wording counts on “Which town hung the bell?”"
    assert sitting.feedback == overruled
    sitting.rate()

    clock.pass_by(days=30)
    later = open_sitting(again(workspace), bank=bank, seed=2)
    assert _says(later, "the old port").grade.outcome is Outcome.WRONG


def test_a_wording_can_be_let_go_much_later(workspace: Workspace, clock: FakeClock) -> None:
    """The answer at hand is wrong then, the earlier one stays as it was, and undo brings all of it back."""
    bank = make_bank(items=(make_item("short"),))
    for words in ("the old port", "the other port"):
        sitting = open_sitting(again(workspace), bank=bank, seed=1)
        _says(sitting, words)
        sitting.overrule()
        sitting.let_count()
        sitting.rate(Rating.HARD)
        clock.pass_by(days=30)

    later = open_sitting(again(workspace), bank=bank, seed=2)
    right = _says(later, "Old port")
    assert right.may_let_go
    assert not right.may_count
    wrong = later.let_go()
    assert (wrong.grade.outcome, wrong.suggested, wrong.may_let_go) == (Outcome.WRONG, Rating.AGAIN, False)
    assert later.let_go() == wrong
    practice = open_practice(again(workspace), bank=bank, seed=2)
    assert _says(practice, "the old port").grade.outcome is Outcome.WRONG
    practice = open_practice(again(workspace), bank=bank, seed=2)
    assert _says(practice, "the other port").grade.outcome is Outcome.RIGHT

    log = again(workspace).history.read(reviews.whole_log)
    ratings = [line.rating for line in effective(log.lines, log.undone) if line.scheduled]
    assert ratings == [Rating.HARD, Rating.HARD, Rating.AGAIN]
    assert later.undo() is not None
    assert later.feedback == right
    practice = open_practice(again(workspace), bank=bank, seed=2)
    assert _says(practice, "the old port").grade.outcome is Outcome.RIGHT


def test_only_an_overruled_answer_can_count(workspace: Workspace) -> None:
    """A miss alone, nothing typed and a right answer are not offered."""
    bank = make_bank(items=(make_item("short"), make_item("numeric"), make_item("choice")))
    sitting = open_sitting(workspace, bank=bank, seed=1)
    shown = _says(sitting, "the old port")
    assert sitting.let_count() == shown
    sitting.rate()
    _says(sitting, " ")
    assert not sitting.overrule().may_count
    sitting.rate()
    assert not sitting.answer(right_response(make_item("choice")), seconds=1).may_count


def test_a_wording_travels_with_a_merge(workspace: Workspace, tmp_path: Path, clock: FakeClock) -> None:
    """It is a line of the log, so that another machine knows it once the two are united."""
    bank = make_bank(items=(make_item("short"),))
    sitting = open_sitting(workspace, bank=bank, seed=1)
    _says(sitting, "the old port")
    sitting.overrule()
    sitting.let_count()
    other = open_workspace(tmp_path / "other", clock=clock)
    merge(other, history_path(workspace))

    back_up(other)
    assert check_up(other).well
    assert _says(open_practice(other, bank=bank, seed=3), "the old port").grade.outcome is Outcome.RIGHT
