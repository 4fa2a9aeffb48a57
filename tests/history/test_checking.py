"""What a look at a history finds, and what is mended: only what the log proves."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import NOON, make_review
from histories import answered, cards_in, many, meddle, undo
from quizapp.history import Database
from quizapp.history.aside import flag
from quizapp.history.cards import all_cards
from quizapp.history.checking import Deviation, complaints, dangling, deviation, rebuild_cards
from quizapp.history.reviews import Log
from quizapp.model.memory import Card, ItemKey
from quizapp.scheduling.replay import replay

KEYS = tuple(review.key for review in many(4))


def _replayed(log: Log) -> dict[ItemKey, Card]:
    return replay(log.lines, log.undone)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A history with four answers, one of them taken back."""
    path = tmp_path / "history.db"
    answered(path, *many(4))
    database = Database(path)
    undo(database, many(4)[3])
    database.close()
    return path


def _deviation(path: Path) -> Deviation:
    return Database(path).read(lambda transaction: deviation(transaction, _replayed))


def _mend(path: Path) -> int:
    return Database(path).write(lambda transaction: rebuild_cards(transaction, _replayed))


def test_a_history_that_is_well_has_nothing_to_say(path: Path) -> None:
    """No complaint, no dangling row, every card the log's replay; mending changes nothing."""
    assert Database(path).read(complaints) == ()
    assert Database(path).read(dangling) == 0
    assert _deviation(path) == Deviation(cards=3, wrong=(), unproved=(), damaged=())
    assert _mend(path) == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cards SET stability = stability * 2 WHERE item = 'item-1'",
        "UPDATE cards SET due = 9000000000000000000 WHERE item = 'item-1'",
        "UPDATE cards SET stability = 9e999 WHERE item = 'item-1'",
        "UPDATE cards SET stability = 0 WHERE item = 'item-1'",
        "UPDATE cards SET stage = 'forgotten', reviews = -1 WHERE item = 'item-1'",
        "DELETE FROM cards WHERE item = 'item-1'",
        "INSERT INTO cards VALUES ('harbour-bell', 'item-3', 'review', NULL, 1, 5, 9, 9, 1, 0, '')",
    ],
    ids=["other", "no instant", "endless", "never remembered", "no stage", "gone", "taken back"],
)
def test_a_card_that_is_not_what_the_log_says_is_made_anew(path: Path, statement: str) -> None:
    """Law: after mending, replay(log) == cards, whatever the cache said."""
    before = cards_in(path)
    meddle(path, statement)
    assert len(_deviation(path).wrong) == 1
    assert _mend(path) == 1
    assert cards_in(path) == before
    assert _deviation(path).wrong == ()


_LOOSE = (  # as a flipped bit would do it, past the rules of the table and past its index
    "PRAGMA writable_schema = ON",
    "CREATE TEMP TABLE was AS SELECT * FROM sqlite_master WHERE tbl_name = 'cards'",
    "UPDATE sqlite_master SET sql = replace(replace(sql, 'STRICT, ', ''), 'NOT NULL', '') WHERE name = 'cards'",
    "DELETE FROM sqlite_master WHERE name = 'cards_by_due'",
    "PRAGMA writable_schema = RESET",
)
_STRICT = (
    "PRAGMA writable_schema = ON",
    "DELETE FROM sqlite_master WHERE tbl_name = 'cards'",
    "INSERT INTO sqlite_master SELECT * FROM was",
    "PRAGMA writable_schema = RESET",
)


@pytest.mark.parametrize("change", ["due = 'soon'", "due = due + 1", "stability = NULL", "step = 'x'", "reviews = 1.5"])
def test_a_value_of_another_type_is_made_anew(path: Path, change: str) -> None:
    """Whatever stands in a card, and also where its index does not know: the file opens, is told of and mended."""
    before = cards_in(path)
    meddle(path, *_LOOSE, f"UPDATE cards SET {change} WHERE item = 'item-1'", *_STRICT)  # noqa: S608  constant text
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() != ("ok",)

    assert Database(path).read(complaints) == ()
    assert _deviation(path).wrong == KEYS[1:2]
    assert _mend(path) == 1
    assert cards_in(path) == before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_the_log_cannot_prove_is_left_as_it_is(path: Path) -> None:
    """A card without an answer, and one whose answers are damaged, may be all that is left of them."""
    meddle(
        path,
        "DELETE FROM reviews WHERE id = 'review-0'",
        "UPDATE reviews SET offset = 5000 WHERE id = 'review-1'",
        "UPDATE cards SET lapses = 7",
    )
    before = cards_in(path)
    assert _deviation(path) == Deviation(cards=3, wrong=KEYS[2:3], unproved=KEYS[:1], damaged=KEYS[1:2])
    assert _mend(path) == 1

    after = cards_in(path)
    assert {key: after[key] for key in KEYS[:2]} == {key: before[key] for key in KEYS[:2]}
    assert after[KEYS[2]] == replay(many(4))[KEYS[2]]


def test_rows_that_refer_to_nothing_are_counted(path: Path) -> None:
    """A session that is gone leaves its answers dangling."""
    meddle(path, "DELETE FROM sessions")
    assert Database(path).read(dangling) == 4


def test_an_index_that_lost_a_row_is_complained_of(path: Path) -> None:
    """The quick look at every opening does not compare an index with its table; this one does."""
    other = "CREATE INDEX reviews_by_turn ON reviews (at, item)"
    swap = f"UPDATE sqlite_master SET sql = '{other}' WHERE name = 'reviews_by_turn'"  # noqa: S608  constant text
    meddle(path, "PRAGMA writable_schema = ON", swap)
    assert Database(path).read(complaints) != ()


def test_what_is_set_aside_is_no_card(path: Path) -> None:
    """A flag on a question never asked is nothing to mend."""
    Database(path).write(lambda transaction: flag(transaction, ItemKey("a", "b"), reason="unclear", at=NOON))
    assert _deviation(path).wrong == ()
    assert len(Database(path).read(all_cards)) == 3


def test_practice_alone_makes_no_card(tmp_path: Path) -> None:
    """Answers outside the schedule prove that there is none."""
    path = tmp_path / "history.db"
    answered(path, make_review(scheduled=False))
    assert _deviation(path) == Deviation(cards=0, wrong=(), unproved=(), damaged=())
