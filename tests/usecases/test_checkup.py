"""The doctor's look at everything: what is well, what is not, and what is mended."""

from datetime import timedelta
from pathlib import Path

import pytest

from builders import FakeClock, make_bank, right_response
from histories import SPOILED, Spoil, cards_in, meddle
from quizapp.usecases.checkup import Check, State, check_up, clock_behind
from quizapp.usecases.keeping import back_up, backups
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace


@pytest.fixture
def clock() -> FakeClock:
    """Noon."""
    return FakeClock()


@pytest.fixture
def workspace(data_dir: Path, clock: FakeClock) -> Workspace:
    """A learner with a bank and three answers, the file let go of."""
    workspace = Workspace(data_dir, clock=clock)
    slug = workspace.library.save(make_bank())
    sitting = open_sitting(workspace, bank=slug, seed=1)
    for _ in range(3):
        assert sitting.question
        sitting.answer(right_response(sitting.question.item), seconds=3)
        sitting.rate()
    workspace.history.close()
    return workspace


def _file(workspace: Workspace) -> Path:
    return workspace.data_dir / "history.db"


def _found(workspace: Workspace, *, mend: bool = False) -> dict[str, Check]:
    """What a fresh look says, the worst of each kind."""
    checks = check_up(Workspace(workspace.data_dir, clock=workspace.clock), mend=mend).checks
    order = [State.WELL, State.NOTE, State.WRONG]
    return {check.what: check for check in sorted(checks, key=lambda check: order.index(check.state))}


def _wrong(workspace: Workspace, *, mend: bool = False) -> set[str]:
    return {what for what, check in _found(workspace, mend=mend).items() if check.state is State.WRONG}


def test_what_is_well_is_said_to_be(workspace: Workspace) -> None:
    """Each thing that was looked at is named, with how many of them there are."""
    found = _found(workspace)
    assert {what: check.state for what, check in found.items()} == dict.fromkeys(
        ("history", "links", "cards", "strays", "keys", "backups", "banks"), State.WELL
    )
    assert "3 answers" in found["history"].text
    assert "3 cards" in found["cards"].text
    assert "1 backup" in found["backups"].text


def test_nobody_is_ill_before_the_first_answer(data_dir: Path, clock: FakeClock) -> None:
    """A look at nothing finds nothing wrong and makes nothing."""
    assert check_up(Workspace(data_dir, clock=clock)).well
    assert not (data_dir / "history.db").exists()


@pytest.mark.parametrize(("spoil", "message"), SPOILED, ids=lambda value: getattr(value, "__name__", None))
def test_a_history_that_cannot_be_opened_is_the_first_thing_said(
    workspace: Workspace, spoil: Spoil, message: str
) -> None:
    """The file stays as it is, also with mending, and the rest is looked at all the same."""
    spoil(_file(workspace))
    before = _file(workspace).read_bytes()
    found = _found(workspace, mend=True)
    assert found["history"].state is State.WRONG
    assert message in found["history"].text
    assert found["banks"].state is State.WELL
    assert _file(workspace).read_bytes() == before


def test_cards_are_mended_when_asked_and_backed_up_first(workspace: Workspace) -> None:
    """Looking changes nothing; mending makes the cards what the log says, and says how many."""
    good = cards_in(_file(workspace))
    meddle(_file(workspace), "UPDATE cards SET lapses = 9", "DELETE FROM cards WHERE item LIKE 'choice%'")
    bad = cards_in(_file(workspace))
    found = _found(workspace)
    assert (found["cards"].state, "--mend" in found["cards"].text) == (State.WRONG, True)
    assert cards_in(_file(workspace)) == bad

    assert _wrong(workspace, mend=True) == set()
    assert cards_in(_file(workspace)) == good
    assert cards_in(next(saved.path for saved in backups(workspace) if saved.cause == "mending")) == bad
    assert _wrong(workspace) == set()


def test_a_card_that_no_table_would_take_stops_nobody(workspace: Workspace) -> None:
    """Cards are a cache: one that breaks the rules of its table is passed over, kept aside and made anew."""
    good = cards_in(_file(workspace))
    meddle(_file(workspace), "UPDATE cards SET stability = 0, lapses = -1")
    assert open_sitting(Workspace(workspace.data_dir, clock=workspace.clock), bank=make_bank(), seed=1).question
    assert _wrong(workspace) == {"cards"}

    assert _wrong(workspace, mend=True) == set()
    assert cards_in(_file(workspace)) == good
    assert _wrong(workspace) == set()


def test_nothing_is_mended_from_a_log_that_lacks_something(workspace: Workspace) -> None:
    """Where the log itself is not whole nothing is proved by it: every card stays, and the advice is a backup."""
    meddle(_file(workspace), "UPDATE cards SET lapses = 9", "DELETE FROM sessions")
    before = cards_in(_file(workspace))
    found = _found(workspace, mend=True)
    assert {what for what, check in found.items() if check.state is State.WRONG} == {"links", "cards"}
    assert "restore" in found["links"].text
    assert cards_in(_file(workspace)) == before


def test_a_card_whose_answers_are_lost_is_left_and_told_of(workspace: Workspace) -> None:
    """It may be all that is left of them; a merge of the backup brings them back."""
    meddle(_file(workspace), "DELETE FROM reviews WHERE seq = 1")
    before = cards_in(_file(workspace))
    assert "merge" in _found(workspace, mend=True)["cards"].text
    assert cards_in(_file(workspace)) == before


def test_lines_that_make_no_sense_are_counted(workspace: Workspace) -> None:
    """Fault C2: impossible values are passed over everywhere, and the doctor says how many questions they are about."""
    meddle(
        _file(workspace), "UPDATE reviews SET at = -5 WHERE seq = 1", "UPDATE reviews SET seconds = 9e999 WHERE seq = 2"
    )
    found = _found(workspace)
    assert found["log"].state is State.WRONG
    assert "2 questions" in found["log"].text


def test_strays_are_worth_knowing_and_not_wrong(workspace: Workspace) -> None:
    """Taking a bank out is the learner's right; the cards wait for it to come back."""
    workspace.library.remove("harbour-bell")
    found = _found(workspace)
    assert found["strays"].state is State.NOTE
    assert "3 cards" in found["strays"].text
    assert "harbour-bell" in found["strays"].text
    assert check_up(workspace).well


def test_a_bank_that_cannot_be_read_is_wrong(workspace: Workspace) -> None:
    """With the file and the line of the mistake."""
    (workspace.data_dir / "questions" / "broken.yaml").write_text("article: [")
    found = _found(workspace)
    assert found["banks"].state is State.WRONG
    assert "broken.yaml:2" in found["banks"].text


def test_a_broken_backup_and_a_missing_one_are_wrong(workspace: Workspace, clock: FakeClock) -> None:
    """A backup counts when it can be restored, and today's is missed when it could not be made."""
    assert _wrong(workspace) == set()
    (saved,) = backups(workspace)
    saved.path.write_bytes(b"\0" * 4096)
    found = _found(workspace)["backups"]
    assert found.state is State.WRONG
    assert f"{saved.path}: this backup cannot be used" in found.text
    back_up(workspace)
    workspace.history.close()
    assert _wrong(workspace) == set()

    saved.path.unlink()
    saved.path.parent.rmdir()
    saved.path.parent.write_text("in the way")
    clock.pass_by(days=1)
    assert _wrong(workspace) == {"backups"}
    assert "could not be made" in _found(workspace)["backups"].text


def test_a_clock_behind_the_last_answer_is_told_until_the_next(workspace: Workspace, clock: FakeClock) -> None:
    """Fault C1: five minutes are nothing, an hour is worth a word, and nothing is wrong with the answers."""
    now = clock.time
    assert clock_behind(workspace) is None
    clock.time = now - timedelta(minutes=4)
    assert clock_behind(workspace) is None
    clock.time = now - timedelta(hours=2)
    assert clock_behind(workspace) == timedelta(hours=2)
    found = _found(workspace)
    assert (found["clock"].state, "2 hours" in found["clock"].text) == (State.NOTE, True)

    sitting = open_sitting(workspace, bank="harbour-bell", seed=1)
    assert sitting.question
    sitting.answer(right_response(sitting.question.item), seconds=3)
    assert clock_behind(workspace) is None
    assert "clock" not in _found(workspace)


def test_what_was_answered_in_2099_is_asked_again_when_the_clock_is_right(
    workspace: Workspace, clock: FakeClock
) -> None:
    """Fault C1: no card is lost to a wrong clock, and none is due twice on a day."""
    now = clock.time
    clock.time = now.replace(year=2099)
    sitting = open_sitting(workspace, bank="harbour-bell", seed=1)
    asked = []
    while sitting.question:
        asked.append(sitting.question.item.id)
        sitting.answer(right_response(sitting.question.item), seconds=3)
        sitting.rate()
    assert asked

    clock.time = now + timedelta(days=1)
    again = open_sitting(workspace, bank="harbour-bell", seed=1)
    found = set()
    while again.question:
        found.add(again.question.item.id)
        again.answer(right_response(again.question.item), seconds=3)
        again.rate()
    assert set(asked) <= found
    clock.pass_by(hours=1)
    assert open_sitting(workspace, bank="harbour-bell", seed=2).question is None
    assert check_up(workspace).well
