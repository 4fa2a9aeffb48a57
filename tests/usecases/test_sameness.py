"""A bank file edited by hand: what a changed question keeps of what was learned, and what starts anew."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import FakeClock, make_bank, make_distractor, make_item, right_response, wrong_response
from quizapp.history import reviews
from quizapp.history.cards import cards_of
from quizapp.model.aim import Among, Practice
from quizapp.model.item import Item
from quizapp.model.memory import Card, ItemKey
from quizapp.scheduling.replay import replay
from quizapp.usecases.progress import progress
from quizapp.usecases.report import stats, today
from quizapp.usecases.study import Sitting, open_practice, open_sitting
from quizapp.usecases.workspace import Workspace

KEY = ItemKey("harbour-bell", "choice-1")
OTHER = ItemKey("harbour-bell", "short-1")


@pytest.fixture
def clock() -> FakeClock:
    """A clock to turn."""
    return FakeClock()


@pytest.fixture
def workspace(data_dir: Path, clock: FakeClock) -> Workspace:
    """A learner who knows two questions of one bank well enough to see them again in days."""
    workspace = Workspace(data_dir, clock=clock)
    _edit(workspace, make_item("choice"), make_item("short"))
    sitting = _sit(workspace)
    while sitting.question:
        sitting.answer(right_response(sitting.question.item), seconds=3)
        sitting.rate()
    return workspace


def _edit(workspace: Workspace, *items: Item) -> None:
    workspace.library.save(make_bank(items=items))


def _sit(workspace: Workspace) -> Sitting:
    return open_sitting(workspace, bank="harbour-bell", seed=1)


def _card(workspace: Workspace) -> Card | None:
    return workspace.history.read(lambda transaction: cards_of(transaction, [KEY.article])).get(KEY)


def _counts(workspace: Workspace) -> tuple[int, int, int]:
    """New and due questions of the bank, and its answers."""
    bell = next(article for article in stats(workspace).articles if article.article_id == KEY.article)
    return bell.new, bell.due, bell.answers


def _reworded() -> Item:
    return make_item("choice", stem="Who was it that called the bell names?")


def _typed() -> Item:
    return make_item("short", id="choice-1", fact="fact-choice", key="edith crane", derived=True)


def _retold() -> Item:
    return make_item("choice", key="Mayor Edith Crane", accepted=("Edith Crane",))


def _tempting() -> Item:
    return make_item("choice", distractors=(make_distractor("The vicar"), make_distractor("The smith")))


@pytest.mark.parametrize("edited", [_reworded, _typed, _retold, _tempting])
def test_a_changed_wording_keeps_the_memory(workspace: Workspace, clock: FakeClock, edited: Callable[[], Item]) -> None:
    """Stem, options, kind and accepted variants may change: nothing is new, and the next answer goes on."""
    before = _card(workspace)
    _edit(workspace, edited(), make_item("short"))
    assert _counts(workspace) == (0, 0, 2)

    clock.pass_by(days=30)
    sitting = _sit(workspace)
    while sitting.question and sitting.question.item.id != KEY.item:
        sitting.rate() if sitting.feedback else sitting.answer(right_response(sitting.question.item), seconds=3)
    assert sitting.question
    assert not sitting.question.anew
    sitting.answer(right_response(sitting.question.item), seconds=3)
    after = _card(workspace)
    assert before
    assert after
    assert (after.reviews, after.fingerprint) == (2, before.fingerprint)


def test_a_changed_key_starts_anew_and_says_so_once(workspace: Workspace, clock: FakeClock) -> None:
    """It is new today, whatever was answered to the old key; the log keeps everything, and cards follow from it."""
    old = _card(workspace)
    _edit(workspace, make_item("choice", key="the bell"), make_item("short"))
    assert _counts(workspace) == (1, 0, 2)
    assert next(one for one in today(workspace).articles if one.slug == "harbour-bell").new == 1
    assert _card(workspace) == old

    sitting = _sit(workspace)
    assert sitting.question
    assert (sitting.question.item.id, sitting.question.anew) == ("choice-1", True)
    feedback = sitting.answer(wrong_response(sitting.question.item), seconds=3)
    after = _card(workspace)
    assert after
    assert (after.reviews, after.lapses) == (1, 0)
    log = workspace.history.read(reviews.whole_log)
    assert len(log.lines) == 3
    assert replay(log.lines, log.undone)[KEY] == after
    fresh = open_sitting(Workspace(workspace.data_dir, clock=clock, learner="ana"), bank="harbour-bell", seed=1)
    assert fresh.answer(wrong_response(make_item("choice")), seconds=3).intervals == feedback.intervals

    sitting.undo()
    assert (_card(workspace), sitting.question.anew) == (old, True)


def test_what_started_anew_is_a_question_like_any_other(workspace: Workspace, clock: FakeClock) -> None:
    """Once answered it comes back when it is due, and nothing more is said."""
    _edit(workspace, make_item("choice", key="the bell"), make_item("short"))
    sitting = _sit(workspace)
    assert sitting.question
    sitting.answer(right_response(sitting.question.item), seconds=3)
    sitting.rate()
    clock.pass_by(days=30)
    again = _sit(workspace)
    asked = []
    while again.question:
        asked.append(again.question.anew)
        again.answer(right_response(again.question.item), seconds=3)
        again.rate()
    assert asked == [False, False]


def test_a_key_that_was_changed_and_changed_back_was_never_changed(workspace: Workspace) -> None:
    """As long as nobody answered in between."""
    before = _counts(workspace)
    _edit(workspace, make_item("choice", key="the bell"), make_item("short"))
    _edit(workspace, make_item("choice"), make_item("short"))
    assert _counts(workspace) == before


def test_a_deleted_question_keeps_its_log(workspace: Workspace) -> None:
    """It is asked no more and its answers stay; it counts again when it comes back."""
    before = _card(workspace)
    _edit(workspace, make_item("short"))
    assert _counts(workspace) == (0, 0, 2)
    assert _card(workspace) == before
    _edit(workspace, make_item("choice"), make_item("short"))
    assert _counts(workspace) == (0, 0, 2)


def test_figures_of_a_question_are_of_what_it_asks_now(workspace: Workspace) -> None:
    """How easy the old key was says nothing of the new one; the answers as such still count."""
    assert {item.key for item in progress(workspace).items} == {KEY, OTHER}
    _edit(workspace, make_item("choice", key="the bell"), make_item("short"))
    found = progress(workspace)
    assert {item.key for item in found.items} == {OTHER}
    assert sum(day.answers for day in found.days) == 2


def test_practice_does_not_take_an_old_miss_for_a_miss(workspace: Workspace, clock: FakeClock) -> None:
    """What was missed under another key is not missed, and practice never says that something starts anew."""
    missed = Practice(among=Among.MISSED)
    practice = open_practice(workspace, bank="harbour-bell", seed=1)
    while practice.question:
        practice.answer(wrong_response(practice.question.item), seconds=3)
        practice.rate()
    clock.pass_by(days=2)
    assert _plan(open_practice(workspace, bank="harbour-bell", practice=missed, seed=1)) == 2

    _edit(workspace, make_item("choice", key="the bell"), make_item("short"))
    assert _plan(open_practice(workspace, bank="harbour-bell", practice=missed, seed=1)) == 1
    anything = open_practice(workspace, bank="harbour-bell", seed=1)
    assert anything.question
    assert not anything.question.anew


def test_an_interrupted_sitting_asks_a_changed_question_again(data_dir: Path, clock: FakeClock) -> None:
    """The answer was to something else."""
    workspace = Workspace(data_dir, clock=clock)
    items = (make_item("choice"), make_item("short"))
    _edit(workspace, *items)
    sitting = _sit(workspace)
    sitting.answer(right_response(items[0]), seconds=3)
    sitting.rate()

    _edit(workspace, replace(items[0], key="the bell"), items[1])
    resumed = _sit(workspace)
    assert resumed.question
    assert (resumed.question.item.id, resumed.question.number, resumed.question.anew) == ("choice-1", 1, True)


def _plan(sitting: Sitting) -> int:
    return sitting.question.total if sitting.question else 0
