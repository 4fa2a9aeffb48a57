"""A schedule fitted to its learner: kept only when better, and everything goes by it from then on."""

import sys
from functools import partial
from pathlib import Path

import pytest

from builders import FakeClock, make_bank, right_response
from histories import FORGETFUL, SESSION, add_answers, lived
from quizapp.history import Transaction, reviews, sessions
from quizapp.history.cards import all_cards
from quizapp.history.checking import rebuild_cards
from quizapp.history.fits import add_fit, fitted
from quizapp.kit.errors import InputError, UsageError
from quizapp.scheduling.fitting import can_fit
from quizapp.scheduling.replay import replay
from quizapp.usecases.checkup import check_up
from quizapp.usecases.fitting import fit_schedule, reset_schedule
from quizapp.usecases.keeping import back_up, replay_log
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace

needs_the_extra = pytest.mark.skipif(not can_fit(), reason="the extra quizapp[fit] is not installed")


@pytest.fixture
def workspace(data_dir: Path) -> Workspace:
    """A learner without any history."""
    return Workspace(data_dir, clock=FakeClock())


def _live(workspace: Workspace, cards: int) -> None:
    workspace.history.write(lambda transaction: sessions.begin(transaction, SESSION))
    log = lived(FORGETFUL, cards=cards)
    workspace.history.write(lambda transaction: add_answers(transaction, log))
    workspace.library.save(make_bank())


def _well(workspace: Workspace) -> bool:
    back_up(workspace)
    return check_up(workspace).well


def _let_count(workspace: Workspace) -> None:
    """Forgetful parameters, as a fit would keep them."""

    def kept(transaction: Transaction) -> None:
        add_fit(transaction, "fit", FORGETFUL, at=workspace.clock.now())
        rebuild_cards(transaction, replay_log)

    workspace.history.write(kept)


@needs_the_extra
def test_what_foretells_better_is_kept_and_every_card_goes_by_it(workspace: Workspace) -> None:
    """Cards are the replay of the log by the new parameters, the doctor says so, and a second fit changes nothing."""
    _live(workspace, 200)
    before = workspace.history.read(all_cards)
    found = fit_schedule(workspace)
    assert found.kept
    assert found.after < found.before
    log = workspace.history.read(reviews.whole_log)
    assert log.parameters is not None
    assert workspace.history.read(all_cards) == replay(log.lines, log.undone, log.parameters) != before
    assert _well(workspace)

    assert not fit_schedule(workspace).kept
    assert workspace.history.read(fitted) == log.parameters
    assert reset_schedule(workspace)
    assert workspace.history.read(all_cards) == before


def test_going_back_brings_every_card_back(workspace: Workspace) -> None:
    """Law: reset after a fit is identity on the cards; where nothing was fitted it does nothing."""
    _live(workspace, 5)
    before = workspace.history.read(all_cards)
    assert not reset_schedule(workspace)
    _let_count(workspace)
    assert workspace.history.read(all_cards) != before
    assert _well(workspace)
    assert reset_schedule(workspace)
    assert workspace.history.read(all_cards) == before
    assert _well(workspace)


def test_a_sitting_goes_by_the_fitted_parameters(workspace: Workspace) -> None:
    """What the grades promise is when the card is due, for a first card, too."""
    plain = open_sitting(workspace, bank=make_bank(), seed=1)
    workspace.history.write(partial(add_fit, identity="fit", parameters=FORGETFUL, at=workspace.clock.now()))
    sitting = open_sitting(workspace, bank=make_bank(), seed=1)
    assert sitting.question is not None
    assert plain.question is not None
    item = sitting.question.item
    told = sitting.answer(right_response(item), seconds=3)
    log = workspace.history.read(reviews.whole_log)
    (card,) = workspace.history.read(all_cards).values()
    assert card is not None
    assert {card.key: card} == replay(log.lines, log.undone, FORGETFUL)
    assert card.due - workspace.clock.now() == told.intervals[told.suggested]


def test_too_few_answers_and_no_extra_are_told(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in one sentence that says what to do, and nothing is written."""
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "fsrs_rs_python", None)
        with pytest.raises(UsageError, match=r"pip install 'quizapp\[fit\]'"):
            fit_schedule(workspace)
    if can_fit():
        with pytest.raises(InputError, match="0 answers after a day or more, and 400 are needed"):
            fit_schedule(workspace)
    assert not (workspace.data_dir / "history.db").exists()
