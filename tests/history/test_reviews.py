"""The log is only ever added to, and the cards are what it says."""

import sqlite3
from datetime import UTC, timedelta

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import NOON, make_review
from quizapp.history import Database, Transaction, reviews, sessions
from quizapp.history.cards import card_of, cards_of
from quizapp.history.reviews import Log
from quizapp.history.sessions import SessionRecord
from quizapp.model.aim import RETENTION
from quizapp.model.memory import Card, ItemKey, Rating, Review
from quizapp.model.outcome import Outcome
from quizapp.scheduling.replay import advance, effective, replay
from quizapp.scheduling.schedule import AFTER_A_MISS

SESSION = SessionRecord(id="session-1", scope="", scheduled=True, seed=7, plan=(), started=NOON.astimezone(UTC))


def _replayed(key: ItemKey, log: Log) -> Card | None:
    return replay(log.lines, log.undone).get(key)


@pytest.fixture
def database() -> Database:
    """A history in memory with one session."""
    return _database()


def _database() -> Database:
    database = Database(None)
    database.write(lambda transaction: sessions.begin(transaction, SESSION))
    return database


def _answer(database: Database, review: Review) -> None:
    database.write(lambda transaction: reviews.add_answer(transaction, review, advance))


def _correct(database: Database, review: Review) -> None:
    database.write(
        lambda transaction: reviews.add_correction(transaction, review, lambda log: _replayed(review.key, log))
    )


def _undo(database: Database, review: Review) -> None:
    def undo(transaction: Transaction) -> None:
        reviews.add_undone(
            transaction, review.id, key=review.key, at=NOON, replay=lambda log: _replayed(review.key, log)
        )

    database.write(undo)


def test_a_line_comes_back_as_it_went_in(database: Database) -> None:
    """Every field of an answer survives, the instant and its offset among them."""
    review = make_review(at=NOON.astimezone(UTC) + timedelta(microseconds=1), given="“é” ␀", seconds=1.5, hinted=True)
    _answer(database, review)

    assert database.read(reviews.whole_log) == Log(lines=(review,), undone=frozenset())


def test_an_answer_is_added_once(database: Database) -> None:
    """Trying again what may have been kept already, with the same id, changes nothing."""
    review = make_review()
    _answer(database, review)
    card = database.read(lambda transaction: card_of(transaction, review.key))
    _answer(database, review)

    assert database.read(lambda transaction: card_of(transaction, review.key)) == card
    assert len(database.read(reviews.whole_log).lines) == 1


@pytest.mark.parametrize("table", ["reviews", "undone"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET at = 0", "DELETE FROM {}"])
def test_the_log_cannot_be_changed(database: Database, table: str, verb: str) -> None:
    """Not even by this program: the file itself refuses."""
    review = make_review()
    _answer(database, review)
    _undo(database, review)

    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        database.write(lambda transaction: transaction.execute(verb.format(table)))


OUTCOMES = st.sampled_from(list(Outcome))
RATINGS = st.sampled_from(list(Rating))
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["answer", "practise", "correct", "undo"]),
        st.integers(0, 2),  # which item, or how far back
        RATINGS,
        OUTCOMES,
        st.integers(-3600, 20 * 86_400),  # the clock may go back
        st.sampled_from(["", "one", "two"]),  # the key, which may be unknown or change
    ),
    max_size=25,
)


@settings(max_examples=60)
@given(ACTS)
def test_cards_are_the_replay_of_the_log(acts: list[tuple[str, int, Rating, Outcome, int, str]]) -> None:
    """Law: replay(log) == cards, whatever was answered, practised, corrected and undone, and whatever key changed."""
    database, at = _database(), NOON.astimezone(UTC)
    lines: list[Review] = []
    for number, (verb, which, rating, outcome, seconds, asked) in enumerate(acts):
        at += timedelta(seconds=seconds)
        name = f"review-{number}"
        review = make_review(id=name, key=ItemKey("a", f"item-{which}"), at=at, rating=rating, outcome=outcome)
        answers = [line for line in lines if line.replaces is None]
        if verb in {"answer", "practise"}:
            review = review._replace(scheduled=verb == "answer", fingerprint=asked)
            _answer(database, review)
        elif not answers:
            continue
        elif verb == "correct":
            first = answers[-1 - which % len(answers)]
            review = first._replace(id=name, replaces=first.id, rating=rating, outcome=outcome, at=at)
            _correct(database, review)
        else:
            _undo(database, lines[-1 - which % len(lines)])
            continue
        lines.append(review)

    log = database.read(reviews.whole_log)
    assert log.lines == tuple(lines)
    assert database.read(lambda transaction: cards_of(transaction, ["a"])) == replay(log.lines, log.undone)


@settings(max_examples=60)
@given(st.lists(st.tuples(RATINGS, st.integers(0, 10 * 86_400)), min_size=1, max_size=12))
def test_cards_read_back_are_the_states_of_the_fsrs_package(steps: list[tuple[Rating, int]]) -> None:
    """Law: within 1e-6 after any number of answers, each kept in the file, read from it and moved on."""
    theirs = fsrs.Scheduler(
        desired_retention=RETENTION,
        learning_steps=[AFTER_A_MISS],
        relearning_steps=[AFTER_A_MISS],
        enable_fuzzing=False,
    )
    database, at, expected = _database(), NOON.astimezone(UTC), fsrs.Card(card_id=1)
    for number, (rating, seconds) in enumerate(steps):
        at += timedelta(seconds=seconds)
        _answer(database, make_review(id=f"review-{number}", at=at, rating=rating))
        expected, _ = theirs.review_card(expected, fsrs.Rating(rating.value), at)
        card = database.read(lambda transaction: card_of(transaction, make_review().key))
        assert card is not None
        assert card.stability == pytest.approx(expected.stability, abs=1e-6)
        assert card.difficulty == pytest.approx(expected.difficulty, abs=1e-6)
        assert (card.stage.name, card.step, card.due) == (expected.state.name.upper(), expected.step, expected.due)


@given(RATINGS, RATINGS, st.integers(0, 86_400 * 30))
def test_undo_after_an_answer_is_identity_on_the_cards(first: Rating, second: Rating, later: int) -> None:
    """Law: an answer that is undone was never given, for a new item and for one that was known."""
    database = _database()
    known = make_review(id="known", key=ItemKey("a", "known"), rating=first)
    _answer(database, known)
    before = database.read(lambda transaction: cards_of(transaction, ["a"]))

    for key in ("known", "new"):
        at = NOON + timedelta(seconds=later)
        review = make_review(id=f"again-{key}", key=ItemKey("a", key), rating=second, at=at)
        _answer(database, review)
        _undo(database, review)

    assert database.read(lambda transaction: cards_of(transaction, ["a"])) == before
    log = database.read(reviews.whole_log)
    assert effective(log.lines, log.undone) == (known,)


def test_days_are_the_learners_own(database: Database) -> None:
    """An answer just before midnight counts for that day where it was given; corrections and undone lines do not."""
    late = make_review(id="1", at=NOON.replace(hour=23, minute=59).astimezone(UTC))
    early = make_review(id="2", at=NOON.replace(hour=0).astimezone(UTC))
    elsewhere = make_review(id="3", at=NOON.replace(hour=23, minute=59).astimezone(UTC), offset=600)
    for review in (late, early, elsewhere):
        _answer(database, review)
    _correct(database, late._replace(id="4", replaces="1"))
    assert database.read(reviews.answers_by_day) == {NOON.date(): 2, NOON.date() + timedelta(days=1): 1}

    _undo(database, elsewhere)
    assert database.read(reviews.answers_by_day) == {NOON.date(): 2}


def test_usual_times_are_of_unaided_answers(database: Database) -> None:
    """A hinted answer says nothing about how long the learner takes, and only the latest count."""
    for number, hinted in enumerate([False, True, False, False]):
        _answer(database, make_review(id=str(number), hinted=hinted, seconds=float(number)))

    assert database.read(lambda transaction: reviews.usual_seconds(transaction, latest=2)) == {"choice": [3.0, 2.0]}


def test_one_session_is_read_alone(database: Database) -> None:
    """The log of a session holds its lines and no others, with what was undone of them."""
    database.write(lambda transaction: sessions.begin(transaction, SESSION._replace(id="session-2")))
    mine, other = make_review(id="1"), make_review(id="2", session="session-2")
    _answer(database, mine)
    _answer(database, other)
    _undo(database, other)

    assert database.read(lambda transaction: reviews.log_of_session(transaction, "session-2")) == Log(
        lines=(other,), undone=frozenset({"2"})
    )
