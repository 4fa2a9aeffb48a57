"""What today holds, and what the log says."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import FakeClock, make_article, make_bank, make_item, right_response, wrong_response
from quizapp.kit.errors import StudyDataError
from quizapp.model.item import Status
from quizapp.model.memory import Rating
from quizapp.usecases.report import ArticleStats, ArticleToday, Stats, stats, today
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace


@pytest.fixture
def clock() -> FakeClock:
    """Noon on a Thursday, until a test says otherwise."""
    return FakeClock()


@pytest.fixture
def workspace(data_dir: Path, clock: FakeClock) -> Workspace:
    """A learner with one bank of five questions, none answered."""
    workspace = Workspace(data_dir, clock=clock)
    workspace.library.save(make_bank(count=5))
    return workspace


def _study(workspace: Workspace, answers: str, *, rating: Rating | None = None) -> None:
    """Answer so many questions: r is right, w is wrong."""
    sitting = open_sitting(workspace, bank=make_bank(count=5), seed=1)
    for answer in answers:
        assert sitting.question is not None
        respond = right_response if answer == "r" else wrong_response
        sitting.answer(respond(sitting.question.item), seconds=6)
        sitting.rate(rating)


def _bell(workspace: Workspace) -> ArticleToday:
    return next(article for article in today(workspace).articles if article.article_id == "harbour-bell")


def _bell_stats(found: Stats) -> ArticleStats:
    return next(article for article in found.articles if article.article_id == "harbour-bell")


def test_before_the_first_answer_everything_is_new(workspace: Workspace) -> None:
    """Nothing is due, nothing solid, and looking makes no history."""
    bell = _bell(workspace)

    assert (bell.due, bell.new, bell.solid, bell.flagged, bell.done_today) == (0, 5, 0.0, 0, False)
    assert (today(workspace).streak_days, today(workspace).minutes) == (0, 0)
    assert not workspace.history.path or not workspace.history.path.exists()


def test_a_day_of_study(workspace: Workspace, clock: FakeClock) -> None:
    """What was missed is due after ten minutes, what was known in two days; today is done in between."""
    _study(workspace, "rrwrr")

    assert (_bell(workspace).due, _bell(workspace).new, _bell(workspace).done_today) == (0, 0, True)
    assert today(workspace).week == (None, None, None, True, None, None, None)
    assert today(workspace).forecast == (1, 0, 4, 0, 0, 0, 0)
    clock.pass_by(minutes=10)
    assert (_bell(workspace).due, _bell(workspace).done_today, today(workspace).minutes) == (1, False, 1)
    clock.pass_by(days=1, hours=12)
    assert (today(workspace).due, today(workspace).day, today(workspace).minutes) == (5, date(2026, 11, 28), 2)


def test_flagged_dropped_and_put_off_questions_do_not_wait(workspace: Workspace, clock: FakeClock) -> None:
    """What is not asked is neither due nor new; what was put off counts tomorrow."""
    _study(workspace, "www")
    clock.pass_by(minutes=10)
    sitting = open_sitting(workspace, bank=make_bank(count=5))
    sitting.flag("unclear")
    clock.pass_by(days=1)
    sitting = open_sitting(workspace, bank=make_bank(count=5), seed=1)
    sitting.later()

    bell = _bell(workspace)
    assert (bell.due, bell.new, bell.flagged) == (2, 1, 1)
    assert today(workspace).forecast[:2] == (2, 1)

    bank = make_bank(count=5)
    workspace.library.save(replace(bank, items=tuple(replace(item, status=Status.DROPPED) for item in bank.items)))
    assert (_bell(workspace).due, _bell(workspace).new, _bell(workspace).items) == (0, 0, 0)


def test_stats_add_up(workspace: Workspace, clock: FakeClock) -> None:
    """Sessions, answers, accuracy and time over days, and by article."""
    _study(workspace, "rrwrr")
    clock.pass_by(days=2)
    _study(workspace, "rr", rating=Rating.EASY)
    found = stats(workspace)

    assert (found.sessions, found.answers, found.right, found.seconds) == (2, 7, 6, 42)
    assert found.accuracy == pytest.approx(6 / 7)
    assert (found.streak_days, found.longest_streak) == (2, 2)
    bell = _bell_stats(found)
    assert (bell.items, bell.new, bell.answers, bell.right, bell.solid) == (5, 0, 7, 6, 2 / 5)


def test_undone_answers_are_in_no_figure(workspace: Workspace) -> None:
    """The log has them, the figures do not."""
    sitting = open_sitting(workspace, bank=make_bank(count=5), seed=1)
    sitting.answer(right_response(make_item("choice")), seconds=6)
    sitting.undo()

    assert (stats(workspace).answers, stats(workspace).sessions, stats(workspace).streak_days) == (0, 0, 0)
    assert today(workspace).week == (None, None, None, None, None, None, None)


def test_stats_are_plain_values(workspace: Workspace) -> None:
    """What --json prints has a format number and nothing that JSON does not know."""
    assert stats(workspace).accuracy is None
    _study(workspace, "rw")
    found = stats(workspace).to_json()
    plain = json.loads(json.dumps(found))

    assert (plain["format"], plain["answers"], plain["accuracy"]) == (1, 2, 0.5)
    assert {article["article_id"] for article in plain["articles"]} >= {"harbour-bell"}


def test_results_show_what_moved_and_what_comes(workspace: Workspace, clock: FakeClock) -> None:
    """An article's share of solid questions before and after, and the days ahead."""
    _study(workspace, "rrrrr")
    clock.pass_by(days=2)
    sitting = open_sitting(workspace, bank=make_bank(count=5), seed=1)
    for _ in range(5):
        assert sitting.question is not None
        sitting.answer(right_response(sitting.question.item), seconds=6)
        sitting.rate()
    results = sitting.results()

    assert results.moved == (("The harbour bell", 0.0, 1.0),)
    assert (results.due_tomorrow, results.due_week, results.streak_days) == (0, 0, 2)


def test_answers_about_a_bank_that_is_gone_stay_in_the_log(workspace: Workspace) -> None:
    """Removing a bank takes its questions out of today, and nothing out of the answers."""
    other = make_article(id="other", title="Other")
    slug = workspace.library.save(make_bank(article=other, count=2))
    sitting = open_sitting(workspace, bank=slug, seed=1)
    sitting.answer(wrong_response(make_item("choice")), seconds=1)
    workspace.library.remove(slug)

    assert stats(workspace).answers == 1
    assert sum(today(workspace).forecast) == 0


def test_a_history_that_cannot_be_used_is_said_so(workspace: Workspace, data_dir: Path) -> None:
    """Reports raise what the history says, for the face to show."""
    (data_dir / "history.db").write_text("My diary")

    with pytest.raises(StudyDataError, match="not a quizapp history"):
        today(workspace)
