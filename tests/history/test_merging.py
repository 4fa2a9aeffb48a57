"""Two machines' logs united: every line once, and the same whichever is merged into which."""

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import NOON, make_review
from histories import FORGETFUL, SESSION, answer, answered, correct, first_version, log_of, many, meddle, undo
from quizapp.history import Database, Transaction, aside, drills, reviews, sessions
from quizapp.history.cards import all_cards
from quizapp.history.checking import rebuild_cards
from quizapp.history.copies import copy_into, read_copy
from quizapp.history.drills import DrillRecord
from quizapp.history.fits import add_fit
from quizapp.history.merging import Merged, unite
from quizapp.history.opening import connect
from quizapp.history.reviews import Log
from quizapp.kit.errors import Place, StudyDataError
from quizapp.model.drill import Corrected, Happening, Player, Revealed, Rules, WentOn
from quizapp.model.memory import Card, ItemKey, Parameters, Rating, Review
from quizapp.model.outcome import Outcome
from quizapp.scheduling.replay import replay

OTHER = Place("other.db")
FITS = (None, FORGETFUL, tuple(1.1 * number for number in FORGETFUL))


def _replayed(log: Log) -> dict[ItemKey, Card]:
    return replay(log.lines, log.undone, log.parameters)


def _merge(into: Database, other: Database) -> Merged:
    copy = connect(":memory:")
    other.write(lambda transaction: None)
    assert other._connection is not None
    copy_into(other._connection, copy, place=Path("other.db"))

    def united(transaction: Transaction) -> Merged:
        merged = unite(transaction, copy, place=OTHER)
        rebuild_cards(transaction, _replayed)
        return merged

    with closing(copy):
        return into.write(united)


def _twin(database: Database) -> Database:
    """A copy that goes its own way."""
    twin = Database(None)
    twin.write(lambda transaction: None)
    assert database._connection is not None
    assert twin._connection is not None
    copy_into(database._connection, twin._connection, place=Path("twin.db"))
    return twin


def _everything(database: Database) -> tuple[object, ...]:
    """All that anybody ever reads of a history."""

    def read(transaction: Transaction) -> tuple[object, ...]:
        return (
            reviews.whole_log(transaction),
            transaction.execute("SELECT id, turn FROM reviews ORDER BY turn, id").fetchall(),
            all_cards(transaction),
            transaction.execute(
                "SELECT id, scope, scheduled, seed, plan, started FROM sessions ORDER BY id"
            ).fetchall(),
            transaction.execute("SELECT id, at, parameters FROM fits ORDER BY id").fetchall(),
            transaction.execute("SELECT * FROM flags ORDER BY article, item").fetchall(),
            transaction.execute("SELECT * FROM laters ORDER BY article, item").fetchall(),
            reviews.answers_by_day(transaction),
            reviews.usual_seconds(transaction, latest=7),
        )

    return database.read(read)


@dataclass(frozen=True)
class Act:
    """Something a learner does, so many seconds after the last."""

    verb: str
    which: int
    rating: Rating
    outcome: Outcome
    seconds: int


ACTS = st.lists(
    st.builds(
        Act,
        verb=st.sampled_from(
            ["answer", "answer", "practise", "correct", "undo", "flag", "lift", "later", "session", "fit"]
        ),
        which=st.integers(0, 2),
        rating=st.sampled_from(list(Rating)),
        outcome=st.sampled_from(list(Outcome)),
        seconds=st.integers(-7200, 3 * 86_400),  # the clock may go back
    ),
    max_size=10,
)


def _live(database: Database, acts: list[Act], *, name: str) -> None:
    """Do what a learner does on one machine; ids are the machine's own."""
    at, session = NOON.astimezone(UTC), "session-1"
    for number, act in enumerate(acts):
        at += timedelta(seconds=act.seconds)
        key, line_id = ItemKey("a", f"item-{act.which}"), f"{name}-{number}"
        review = make_review(id=line_id, session=session, key=key, at=at, rating=act.rating, outcome=act.outcome)
        lines = database.read(reviews.whole_log).lines
        answers = [line for line in lines if line.replaces is None]
        match act.verb:
            case "answer" | "practise":
                answer(database, review._replace(scheduled=act.verb == "answer"))
            case "correct" if answers:
                first = answers[-1 - act.which % len(answers)]
                correct(database, review._replace(session=first.session, key=first.key, replaces=first.id))
            case "undo" if lines:
                undo(database, lines[-1 - act.which % len(lines)])
            case "flag" | "lift" | "later":
                database.write(partial(_put_aside, act=act, key=key, at=at))
            case "fit":
                _fit(database, line_id, FITS[act.which], at)
            case "session":
                session = line_id
                record = SESSION._replace(id=session, started=at)
                database.write(lambda tx, record=record: sessions.begin(tx, record))
            case _:
                pass


def _fit(database: Database, identity: str, parameters: Parameters | None, at: datetime) -> None:
    def fit(transaction: Transaction) -> None:
        add_fit(transaction, identity, parameters, at=at)
        rebuild_cards(transaction, _replayed)

    database.write(fit)


def _put_aside(transaction: Transaction, act: Act, key: ItemKey, at: datetime) -> None:
    if act.verb == "flag":
        aside.flag(transaction, key, reason=act.outcome.value, at=at)
    elif act.verb == "lift":
        aside.unflag(transaction, key, at=at)
    else:
        aside.put_off(transaction, key, until=at)


def _begun(acts: list[Act]) -> Database:
    database = answered(None)
    _live(database, acts, name="both")
    return database


@settings(max_examples=80, deadline=None)
@given(ACTS, ACTS, ACTS)
def test_either_merged_into_the_other_is_the_same(before: list[Act], mine: list[Act], theirs: list[Act]) -> None:
    """Law: the order of a merge, and how often it is done, change nothing; every line is there once."""
    one = _begun(before)
    two = _twin(one)
    _live(one, mine, name="mine")
    _live(two, theirs, name="theirs")
    there, back = _twin(one), _twin(two)
    _merge(there, two)
    _merge(back, one)

    assert _everything(there) == _everything(back)
    ids = [line.id for line in there.read(reviews.whole_log).lines]
    assert sorted(ids) == sorted({line.id for log in (one, two) for line in log.read(reviews.whole_log).lines})

    once = _everything(there)
    assert _merge(there, two) == Merged(answers=0, corrections=0, damaged=0)
    _merge(there, back)
    _merge(there, there)
    assert _everything(there) == once


@settings(max_examples=40, deadline=None)
@given(ACTS, ACTS, ACTS, ACTS)
def test_three_machines_come_to_the_same_and_go_on(
    first: list[Act], second: list[Act], third: list[Act], later: list[Act]
) -> None:
    """Law: whatever the order of merges, also with answers in between, the cards are the replay of one log."""
    logs = [answered(None) for _ in range(3)]
    for number, (database, acts) in enumerate(zip(logs, (first, second, third), strict=True)):
        _live(database, acts, name=f"machine-{number}")
    one, two, three = logs
    left, right = _twin(one), _twin(three)
    _merge(left, two)
    _live(left, later, name="later")
    _merge(left, three)
    _merge(right, two)
    _merge(right, one)
    _merge(right, left)

    assert _everything(left)[:2] == _everything(right)[:2]
    assert left.read(all_cards) == right.read(all_cards) == _replayed(left.read(reviews.whole_log))


@settings(max_examples=40, deadline=None)
@given(ACTS)
def test_a_history_merged_into_itself_stays_as_it_is(acts: list[Act]) -> None:
    """Law: what is known already changes nothing, not even where the clock went back."""
    database = _begun(acts)
    before = _everything(database)
    _merge(database, _twin(database))
    assert _everything(database) == before

    empty = Database(None)
    _merge(empty, database)
    assert _everything(empty) == before


def test_a_flag_that_was_lifted_stays_lifted(tmp_path: Path) -> None:
    """Whoever looked at a question last decides, on whichever machine that was and whichever is merged into which."""
    key, at = ItemKey("a", "item-1"), NOON
    home, work = answered(None), answered(None)
    home.write(lambda tx: aside.flag(tx, key, reason="unclear", at=at))
    _merge(work, home)
    home.write(lambda tx: aside.unflag(tx, key, at=at + timedelta(hours=1)))
    for one, other in ((_twin(work), home), (_twin(home), work)):
        _merge(one, other)
        assert one.read(lambda tx: aside.set_aside(tx, at=at)).flagged == frozenset()

    work.write(lambda tx: aside.flag(tx, key, reason="too easy", at=at + timedelta(hours=2)))
    _merge(home, work)
    assert home.read(lambda tx: aside.set_aside(tx, at=at)).flagged == {key}


def test_the_last_word_on_a_flag_is_the_last_though_the_clock_went_back() -> None:
    """A flag lifted under a clock that is behind is lifted, here and after every merge."""
    key = ItemKey("a", "item-1")
    database = answered(None)
    database.write(lambda tx: aside.flag(tx, key, reason="unclear", at=NOON))
    before = _twin(database)
    database.write(lambda tx: aside.unflag(tx, key, at=NOON - timedelta(days=2)))
    _merge(database, before)
    assert database.read(lambda tx: aside.set_aside(tx, at=NOON)).flagged == frozenset()


def test_answers_of_two_machines_stand_in_the_order_in_which_they_were_given(tmp_path: Path) -> None:
    """A learner who goes to and fro between two machines has one memory: the cards are those of one log."""
    key = ItemKey("harbour-bell", "choice-1")
    days = [make_review(id=f"day-{day}", key=key, at=NOON.astimezone(UTC) + timedelta(days=day)) for day in range(6)]
    answered(tmp_path / "home.db", *days[::2])
    answered(tmp_path / "work.db", *days[1::2])
    home = Database(tmp_path / "home.db")

    assert _merge(home, Database(tmp_path / "work.db")) == Merged(answers=3, corrections=0, damaged=0)
    assert home.read(reviews.whole_log).lines == tuple(days)
    assert home.read(all_cards) == replay(days)


def test_histories_of_the_first_version_are_united_too(tmp_path: Path) -> None:
    """Copies that parted before an update have the same turns after it, where the clock went back as well."""
    hours = [0, 3, 1, 1, 5]
    common = [make_review(id=f"c-{n}", at=NOON.astimezone(UTC) + timedelta(hours=hour)) for n, hour in enumerate(hours)]
    extra = [make_review(id=f"x-{n}", at=NOON.astimezone(UTC) + timedelta(hours=2 * n)) for n in range(4)]
    first_version(tmp_path / "one.db", common)
    first_version(tmp_path / "two.db", common + extra)

    one, two = Database(tmp_path / "one.db"), Database(tmp_path / "two.db")
    _merge(one, two)
    _merge(two, one)
    assert one.read(reviews.whole_log).lines == (*common, *extra)
    assert _everything(one) == _everything(two)


def _same_id(path: Path) -> Review:
    other = make_review(outcome=Outcome.WRONG, rating=Rating.AGAIN)
    answered(path, other)
    return other


def test_two_tales_of_one_answer_are_refused(tmp_path: Path) -> None:
    """Where one id says two things, nothing is changed: no machine could say which is right."""
    path = tmp_path / "mine.db"
    answered(path, make_review(), *many(2))
    _same_id(tmp_path / "other.db")
    mine = Database(path)
    before = _everything(mine)
    with pytest.raises(StudyDataError, match=r"other\.db: .*two ways"):
        _merge(mine, Database(tmp_path / "other.db"))
    assert _everything(mine) == before


def test_lines_that_make_no_sense_are_left_out_and_counted(tmp_path: Path) -> None:
    """Damage does not travel: an instant that cannot be, a session that is gone, a correction of nothing."""
    path = tmp_path / "other.db"
    answered(path, *many(5))
    meddle(
        path,
        "UPDATE reviews SET at = 9000000000000000000 WHERE id = 'review-0'",
        "UPDATE reviews SET session = 'gone' WHERE id = 'review-1'",
        "UPDATE reviews SET replaces = 'nothing' WHERE id = 'review-2'",
        "INSERT INTO undone (review, at, offset) VALUES ('gone', 0, 0)",
    )
    mine = answered(None, make_review(id="mine"))
    with closing(read_copy(path)) as other:
        merged = mine.write(lambda transaction: unite(transaction, other, place=OTHER))

    assert merged == Merged(answers=2, corrections=0, damaged=3)
    assert {line.id for line in mine.read(reviews.whole_log).lines} == {"mine", "review-3", "review-4"}
    assert mine.read(lambda transaction: transaction.execute("PRAGMA foreign_key_check").fetchall()) == []
    assert log_of(path).damaged == (ItemKey("harbour-bell", "item-0"),)


DRILL = DrillRecord(
    id="drill-1",
    seed=7,
    rules=Rules(players=(Player(name="Owls"), Player(name="Foxes"))),
    plan=(ItemKey("a", "item-1"), ItemKey("a", "item-2")),
    started=NOON.astimezone(UTC),
)


def _drilled(*events: Happening, minutes: int = 0) -> Database:
    database, at = Database(None), NOON + timedelta(minutes=minutes)
    database.write(lambda transaction: drills.begin(transaction, DRILL))
    for number, event in enumerate(events):
        moment = NOON if number == 0 else at
        database.write(partial(drills.add, drill=DRILL.id, number=number, event=event, at=moment))
    return database


def _events(database: Database) -> tuple[Happening, ...]:
    return database.read(lambda transaction: drills.events_of(transaction, DRILL.id))


def test_a_drill_that_went_on_elsewhere_goes_on_here() -> None:
    """Whichever is merged into which, both have the longer log."""
    short, long = _drilled(Revealed()), _drilled(Revealed(), WentOn())
    _merge(short, long)
    _merge(long, _drilled(Revealed()))
    assert _events(short) == _events(long) == (Revealed(), WentOn())


def test_a_drill_played_on_in_two_places_is_not_mixed() -> None:
    """Each keeps its own game: the tail of another one would tell of what cannot have happened."""
    here = _drilled(Revealed(), WentOn())
    _merge(here, _drilled(Revealed(), Corrected(player=0, steps=1), WentOn(), Revealed(), minutes=5))
    assert _events(here) == (Revealed(), WentOn())
