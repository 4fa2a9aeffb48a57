"""Everything that the log says, from the log."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from builders import NOON, FakeClock, make_article, make_bank, make_review, right_response, wrong_response
from quizapp.history import reviews
from quizapp.history.cards import cards_of
from quizapp.model.memory import Rating
from quizapp.scheduling.replay import moves
from quizapp.usecases.progress import Progress, figures, progress, recalls_of
from quizapp.usecases.report import stats
from quizapp.usecases.study import Sitting, open_practice, open_sitting
from quizapp.usecases.workspace import Workspace

BANK = make_bank(count=5)


@pytest.fixture
def clock() -> FakeClock:
    """Noon on a Thursday, until a test says otherwise."""
    return FakeClock()


@pytest.fixture
def workspace(data_dir: Path, clock: FakeClock) -> Workspace:
    """A learner with one bank of five questions, none answered."""
    workspace = Workspace(data_dir, clock=clock)
    workspace.library.save(BANK)
    return workspace


def _answer(sitting: Sitting, marks: str, *, rating: Rating | None = None) -> None:
    """Answer so many questions: r is right, w is wrong."""
    for mark in marks:
        assert sitting.question is not None
        respond = right_response if mark == "r" else wrong_response
        sitting.answer(respond(sitting.question.item), seconds=6)
        sitting.rate(rating)


def _study(workspace: Workspace, marks: str, *, rating: Rating | None = None) -> None:
    _answer(open_sitting(workspace, bank=BANK, seed=1), marks, rating=rating)


def _own(found: Progress) -> dict[str, tuple[int, int]]:
    return {one.key.item: (one.answers, one.right) for one in found.items}


def test_an_empty_log_says_nothing(workspace: Workspace) -> None:
    """No figure is made up, and looking makes no history."""
    found = progress(workspace)

    assert (found.items, found.facts, found.days, found.hardest) == ((), (), (), ())
    assert (found.remembered.recalls, found.remembered.retention) == (0, None)
    assert workspace.history.path is not None
    assert not workspace.history.path.exists()


def test_retention_counts_what_was_recalled_after_days(workspace: Workspace, clock: FakeClock) -> None:
    """First answers, tries after minutes and practice say nothing of retention; an answer after days does."""
    _study(workspace, "rrrrw")
    clock.pass_by(minutes=20)
    _study(workspace, "r")
    assert progress(workspace).remembered.recalls == 0

    clock.pass_by(days=3)
    _answer(open_practice(workspace, bank=BANK, seed=1), "wwwww")
    assert progress(workspace).remembered.recalls == 0
    _study(workspace, "rrwr")
    found = progress(workspace)

    assert (found.remembered.recalls, found.remembered.remembered) == (4, 3)
    assert [band.recalls for band in found.retention] == [4, 0, 0, 0, 0]
    assert found.remembered.expected is not None
    assert 0.7 < found.remembered.expected < 0.9  # a day late


def test_a_second_answer_of_a_day_is_no_recall() -> None:
    """Two windows may ask the same on one day; a night has to pass, where the learner is."""
    first = make_review(id="1", at=NOON)
    for hours, recalls in ((11, 0), (13, 1)):
        second = make_review(id="2", at=NOON + timedelta(hours=hours))
        assert len(list(recalls_of(tuple(moves([first, second]))))) == recalls


def test_forgotten_is_what_the_learner_rates_so(workspace: Workspace, clock: FakeClock) -> None:
    """A right answer rated Again was a guess, and FSRS was told so."""
    _study(workspace, "rrrrr")
    clock.pass_by(days=3)
    _study(workspace, "r", rating=Rating.AGAIN)

    assert (progress(workspace).remembered.recalls, progress(workspace).remembered.remembered) == (1, 0)


def test_days_items_and_facts_add_up(workspace: Workspace, clock: FakeClock) -> None:
    """Study and practice are both answers; an undone one is none."""
    _study(workspace, "rrwrr")
    clock.pass_by(days=1)
    practice = open_practice(workspace, bank=BANK, seed=1)
    _answer(practice, "ww")
    practice.undo()
    practice.undo()
    found = progress(workspace)

    assert [(day.answers, day.right, day.seconds) for day in found.days] == [(5, 4, 30.0), (1, 0, 6.0)]
    assert sum(answers for answers, _ in _own(found).values()) == 6
    assert sum(fact.answers for fact in found.facts) == 6
    assert len(found.facts) == 5
    assert set(found.stems) == {one.key for one in found.items}


def test_the_cards_that_are_looked_at_are_those_of_the_log(workspace: Workspace, clock: FakeClock) -> None:
    """Law: what the replay moves is what the history keeps."""
    _study(workspace, "rwrwr")
    clock.pass_by(days=2)
    _study(workspace, "rrwrr")
    log = workspace.history.read(reviews.whole_log)
    made = tuple(moves(log.lines, log.undone))

    kept = workspace.history.read(lambda transaction: cards_of(transaction, ["harbour-bell"]))
    assert {move.review.key: move.after for move in made} == kept
    assert len(list(recalls_of(made))) == 3  # two were still being learnt


def test_the_hardest_fact_is_named_by_its_question(workspace: Workspace) -> None:
    """Four answers and mostly misses."""
    for _ in range(4):
        _answer(open_practice(workspace, bank=make_bank(items=BANK.items[:1]), seed=1), "w")
    found = progress(workspace)

    assert [(fact.fact, fact.answers, fact.share) for fact in found.hardest] == [("fact-1", 4, 0.0)]
    assert found.stem_of(found.hardest[0]) == 'Who called the bell "a nuisance with a rope"?'


def test_wrong_options_that_nobody_picks_are_named(workspace: Workspace) -> None:
    """Ten misses with one and the same wrong option leave the other two dead; typed items have none."""
    for _ in range(10):
        _answer(open_practice(workspace, bank=BANK, seed=1), "wwwww")

    dead = {one.key.item: one.dead for one in progress(workspace).items}
    assert dead["choice-1"] == ("A fisherman", "The bell founder")
    assert not any(texts for name, texts in dead.items() if name != "choice-1")


def test_a_bank_that_is_gone_leaves_its_answers(workspace: Workspace) -> None:
    """Its answers stay in days and items; what they asked is not known any more."""
    bank = make_bank(article=make_article(id="other", title="Other"), count=1)
    slug = workspace.library.save(bank)
    _answer(open_sitting(workspace, bank=slug, seed=1), "r")
    workspace.library.remove(slug)
    found = progress(workspace)

    assert (_own(found), found.facts, found.stems) == ({"choice-1": (1, 1)}, (), {})
    assert found.days[0].answers == 1


def test_figures_are_plain_values(workspace: Workspace) -> None:
    """What --json prints is nothing that JSON does not know."""
    _study(workspace, "rw")
    plain = json.loads(json.dumps(progress(workspace).to_json()))

    assert plain["days"] == [{"day": "2026-11-26", "answers": 2, "right": 1, "seconds": 12.0}]
    assert plain["items"][0]["item"] == "choice-1"
    assert plain["facts"][0]["items"] == ["choice-1"]


def test_figures_of_one_article_are_its_own(workspace: Workspace, clock: FakeClock) -> None:
    """Law: what is told of each article adds up to what is told of all."""
    other = make_bank(article=make_article(id="other", title="Another bell"))
    workspace.library.save(other)
    _study(workspace, "+-+")
    for bank in (other,):
        sitting = open_sitting(workspace, bank=bank, seed=1)
        _answer(sitting, "+-")
    names = {"harbour-bell", "other"}
    apart = [progress(workspace, article=name) for name in names]
    every = progress(workspace)
    assert sum(day.answers for one in apart for day in one.days) == sum(day.answers for day in every.days) == 5
    assert sorted((item.key for one in apart for item in one.items), key=str) == sorted(
        (item.key for item in every.items), key=str
    )
    assert {key.article for key in progress(workspace, article="other").stems} == {"other"}
    figures = [stats(workspace, article=name) for name in sorted(names)]
    assert [one.answers for one in figures] == [3, 2]
    assert [[article.article_id for article in one.articles] for one in figures] == [["harbour-bell"], ["other"]]


def test_one_reading_of_the_log_says_the_same_as_two(workspace: Workspace, clock: FakeClock) -> None:
    """Headlines and details follow from one log, of everything and of one article alone."""
    _study(workspace, "rwrrw")
    clock.pass_by(days=3)
    _study(workspace, "rrw")
    article = BANK.article.id

    assert figures(workspace) == (stats(workspace), progress(workspace))
    assert figures(workspace, article=article) == (
        stats(workspace, article=article),
        progress(workspace, article=article),
    )
    assert figures(workspace).stats.answers == 8
