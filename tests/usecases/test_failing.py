"""Facts that keep failing, lived through day by day."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import FakeClock, make_bank, make_distractor, make_item, right_response, wrong_response
from quizapp.history import aside
from quizapp.kit.errors import InputError
from quizapp.model.item import Bank, ChoiceItem, Item
from quizapp.model.memory import ItemKey
from quizapp.usecases.checkup import State, check_up
from quizapp.usecases.flags import flagged, lift
from quizapp.usecases.keeping import back_up
from quizapp.usecases.report import today
from quizapp.usecases.study import Sitting, open_practice, open_sitting
from quizapp.usecases.workspace import Workspace, open_workspace

SHORT = make_item("short", fact="town")
CHOICE = make_item(
    "choice", fact="town", id="town-choice", key="Aldwick", stem="Which town is it?", evidence=SHORT.evidence
)
WITH_WRONG = make_item("short", distractors=(make_distractor("Barrow"), make_distractor("Kirkby")))
SHORT_KEY, CHOICE_KEY = ItemKey("harbour-bell", SHORT.id), ItemKey("harbour-bell", CHOICE.id)


@pytest.fixture
def clock() -> FakeClock:
    """Noon, until a test says otherwise."""
    return FakeClock()


@pytest.fixture
def workspace(data_dir: Path, clock: FakeClock) -> Workspace:
    """A learner without any history."""
    return Workspace(data_dir, clock=clock)


Live = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def live(workspace: Workspace, clock: FakeClock) -> Live:
    """Study a bank every day, knowing or missing what is asked first, and knowing what comes back on the same day."""

    def lived(bank: Bank, *, days: int, known: Callable[[Item], bool] = lambda item: False) -> list[tuple[str, str]]:
        asked = []
        for _ in range(days):
            first = True
            while sitting := _with_question(workspace, bank):
                assert sitting.question is not None
                item = sitting.question.item
                asked += [(item.id, item.kind)] if first else []
                respond = right_response if known(item) or not first or _is_new(workspace, item) else wrong_response
                sitting.answer(respond(item), seconds=4)
                sitting.rate()
                first = False
                clock.pass_by(minutes=11)
            clock.pass_by(days=1)
        return asked

    return lived


def _with_question(workspace: Workspace, bank: Bank) -> Sitting | None:
    sitting = open_sitting(workspace, bank=bank, seed=1)
    return sitting if sitting.question else None


def _is_new(workspace: Workspace, item: Item) -> bool:
    query = "SELECT 1 FROM cards WHERE item = ?"
    return workspace.history.read(lambda transaction: transaction.execute(query, (item.id,)).fetchone()) is None


def _flags(workspace: Workspace) -> dict[ItemKey, str]:
    return {flag.key: flag.reason for flag in workspace.history.read(aside.flags)}


def test_a_fact_is_asked_in_another_form_and_then_flagged(workspace: Workspace, live: Live) -> None:
    """Four lapses typed, three more in two forms in turn, and the bank's owner reads how often it was missed."""
    bank = make_bank(items=(SHORT, CHOICE))
    asked = live(bank, days=60)
    forms = [kind for _, kind in asked]
    assert forms[:1] == ["short"]
    assert "choice" in forms
    reasons = set(_flags(workspace).values())
    assert len(reasons) == 1
    assert reasons.pop().endswith("times in two forms")
    assert _flags(workspace).keys() == {SHORT_KEY, CHOICE_KEY}
    assert open_sitting(workspace, bank=bank, seed=1).question is None


def test_what_is_known_in_another_form_is_asked_on_in_both(workspace: Workspace, live: Live) -> None:
    """Nothing is flagged, and the failing form comes again and again."""
    asked = live(
        make_bank(items=(SHORT, CHOICE)),
        days=80,
        known=lambda item: isinstance(item, ChoiceItem),
    )
    assert _flags(workspace) == {}
    assert {"short", "choice"} == {kind for _, kind in asked[-6:]}


def test_an_item_alone_becomes_a_choice_in_turn(workspace: Workspace, live: Live) -> None:
    """The same item, with options; its card goes on, and practice asks it as the bank has it."""
    bank = make_bank(items=(WITH_WRONG,))
    asked = live(bank, days=30, known=lambda item: isinstance(item, ChoiceItem))
    forms = [kind for _, kind in asked]
    switch = forms.index("choice")
    assert set(forms[:switch]) == {"short"}
    assert switch >= 5
    assert forms[switch : switch + 4] == ["choice", "short"] * 2
    practice = open_practice(workspace, bank=bank, seed=1)
    assert practice.question is not None
    assert practice.question.item == WITH_WRONG


def test_an_item_without_another_form_is_flagged_at_its_seventh_lapse(workspace: Workspace, live: Live) -> None:
    """There is nothing else to try."""
    live(make_bank(items=(SHORT,)), days=30)
    assert _flags(workspace) == {SHORT_KEY: "missed 7 times"}


def _missed_once_a_day(workspace: Workspace, clock: FakeClock, bank: Bank, *, days: int) -> list[str]:
    """The forms in which a learner is asked who misses everything, and is gone before it comes back."""
    asked = []
    for _ in range(days):
        if sitting := _with_question(workspace, bank):
            assert sitting.question is not None
            asked.append(sitting.question.item.kind)
            sitting.answer(wrong_response(sitting.question.item), seconds=4)
            sitting.rate()
        clock.pass_by(days=1)
    return asked


def test_what_is_never_learnt_fails_as_well(workspace: Workspace, clock: FakeClock) -> None:
    """Whoever misses it day after day, and never comes back on the same day, has nothing to forget, and is helped."""
    asked = _missed_once_a_day(workspace, clock, make_bank(items=(SHORT, CHOICE)), days=30)
    assert asked[:6] == [*["short"] * 5, "choice"]
    assert set(_flags(workspace).values()) == {"missed 7 times in two forms"}
    assert _flags(workspace).keys() == {SHORT_KEY, CHOICE_KEY}
    assert len(asked) < 12


def test_what_is_never_learnt_becomes_a_choice_where_it_is_alone(workspace: Workspace, clock: FakeClock) -> None:
    """Until it is learnt, and if that does not help, someone should look at it."""
    asked = _missed_once_a_day(workspace, clock, make_bank(items=(WITH_WRONG,)), days=30)
    assert asked == [*["short"] * 5, *["choice"] * 3]
    assert _flags(workspace) == {SHORT_KEY: "missed 7 times in two forms"}


def test_what_comes_back_on_the_same_day_is_asked_as_before(workspace: Workspace, clock: FakeClock) -> None:
    """Whoever misses it many times on one evening goes on with the same question on that evening."""
    bank = make_bank(items=(SHORT, CHOICE))
    asked = []
    for _ in range(9):
        sitting = _with_question(workspace, bank)
        assert sitting is not None
        assert sitting.question is not None
        asked.append(sitting.question.item.id)
        sitting.answer(wrong_response(sitting.question.item), seconds=4)
        sitting.rate()
        clock.pass_by(minutes=11)
    assert asked == [SHORT.id] * 9
    assert _flags(workspace) == {}


def test_a_changed_key_has_not_failed_yet(workspace: Workspace, live: Live) -> None:
    """Misses of the old key say nothing of the new one: it takes seven of its own to be flagged."""
    live(make_bank(items=(SHORT,)), days=7)
    assert _flags(workspace) == {}
    changed = make_bank(items=(make_item("short", fact="town", key="a bell", accepted=()),))
    live(changed, days=6)
    assert _flags(workspace) == {}
    live(changed, days=30)
    assert _flags(workspace) == {SHORT_KEY: "missed 7 times"}


def test_undo_lifts_the_flag_and_going_on_again_sets_it_again(workspace: Workspace, clock: FakeClock) -> None:
    """Law: undo is identity, also where a fact was given up."""
    bank = make_bank(items=(SHORT,))
    reason = None
    while reason is None:
        sitting = _with_question(workspace, bank)
        if sitting is None:
            clock.pass_by(days=1)
            continue
        respond = right_response if _relearnt(workspace) else wrong_response
        sitting.answer(respond(SHORT), seconds=4)
        reason = sitting.rate()
        clock.pass_by(minutes=11)
    assert reason == "missed 7 times"
    assert sitting is not None
    assert _flags(workspace) == {SHORT_KEY: reason}
    assert sitting.undo() is not None
    assert _flags(workspace) == {}
    assert sitting.feedback is not None
    assert sitting.rate() == reason
    sitting.undo()
    sitting.overrule()
    assert sitting.rate() is None
    assert _flags(workspace) == {}


def _relearnt(workspace: Workspace) -> bool:
    row = workspace.history.read(lambda transaction: transaction.execute("SELECT stage FROM cards").fetchone())
    return row is None or row[0] != "review"


def test_the_owner_sees_what_is_flagged_and_has_it_asked_again(workspace: Workspace, live: Live) -> None:
    """By the doctor and by a list with the question's own words; it is asked again for three lapses more."""
    bank = make_bank(items=(SHORT,))
    workspace.library.save(bank)
    live(bank, days=30)
    back_up(workspace)
    (check,) = [check for check in check_up(workspace).checks if check.what == "flags"]
    assert (check.state, "1 question not asked" in check.text) == (State.NOTE, True)
    (one,) = flagged(workspace)
    assert (one.name, one.stem, one.reason) == ("harbour-bell/short-1", SHORT.stem, "missed 7 times")

    lift(workspace, one.name)
    assert flagged(workspace) == ()
    with pytest.raises(InputError, match="quizapp flags lists them"):
        lift(workspace, one.name)
    assert len(live(bank, days=30)) >= 3
    assert _flags(workspace) == {SHORT_KEY: "missed 10 times"}


def test_today_counts_what_study_asks(workspace: Workspace, live: Live, clock: FakeClock) -> None:
    """Law: with a fact in two forms the day's report says as many as a sitting asks."""
    bank = make_bank(items=(SHORT, CHOICE))
    workspace.library.save(bank)
    for _ in range(25):
        live(bank, days=1, known=lambda item: isinstance(item, ChoiceItem))
        there = open_workspace(workspace.data_dir, clock=clock)
        (article,) = [one for one in today(there).articles if one.article_id == "harbour-bell"]
        sitting = open_sitting(workspace, bank=bank, seed=1)
        assert article.due + article.new == (sitting.question.total if sitting.question else 0)
