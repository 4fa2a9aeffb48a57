"""FSRS's parameters as a history keeps them: only ever added to, the latest count, and the cards go by them."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from builders import NOON, make_review
from histories import FORGETFUL, answer, answered, cards_in, log_of, meddle
from quizapp.history import Database
from quizapp.history.fits import add_fit, fitted
from quizapp.model.memory import Parameters
from quizapp.scheduling.replay import replay


def _fit(database: Database, name: str, parameters: Parameters | None, **after: float) -> None:
    database.write(lambda transaction: add_fit(transaction, name, parameters, at=NOON + timedelta(**after)))


def test_the_latest_fit_counts_and_an_empty_one_goes_back() -> None:
    """Also where the clock went back between the two."""
    database = Database(None)
    assert database.read(fitted) is None
    _fit(database, "1", FORGETFUL)
    assert database.read(fitted) == FORGETFUL
    _fit(database, "2", None, days=-3)
    assert database.read(fitted) is None
    _fit(database, "3", FORGETFUL, days=-9)
    assert database.read(fitted) == FORGETFUL


def test_a_fit_is_never_changed() -> None:
    """It is a line like those of the log."""
    database = Database(None)
    _fit(database, "1", FORGETFUL)
    for statement in ("UPDATE fits SET parameters = '[]'", "DELETE FROM fits"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            database.write(lambda transaction, statement=statement: transaction.execute(statement))


@pytest.mark.parametrize(
    "damage",
    ["parameters = '[1.0'", "parameters = '[1.0]'", "parameters = '{}'", "at = 9000000000000000000", "at = -1"]
    + [f"parameters = '[{', '.join([number] * 21)}]'" for number in ("NaN", "1e999", "null", '"1"')]
    + ["parameters = CAST(x'ff' AS TEXT)"],
)
def test_a_fit_that_makes_no_sense_is_passed_over(tmp_path: Path, damage: str) -> None:
    """Fault C2: the one before it counts."""
    path = tmp_path / "history.db"
    database = Database(path)
    _fit(database, "1", FORGETFUL)
    _fit(database, "2", None, days=1)
    database.close()
    meddle(path, f"UPDATE fits SET {damage} WHERE id = '2'")  # noqa: S608  a test's own text
    assert Database(path).read(fitted) == FORGETFUL


def test_numbers_out_of_bounds_end_nothing(tmp_path: Path) -> None:
    """Fault C2: a flipped bit in a number is brought within the bounds that FSRS itself has."""
    review = make_review()
    wild = (1e9, -1e9, *FORGETFUL[2:])
    assert replay([review], parameters=wild)[review.key].stability > 0


def test_answers_move_cards_by_the_parameters_that_count(tmp_path: Path) -> None:
    """Law: replay(log) == card, with the parameters as a part of the log."""
    path = tmp_path / "history.db"
    database = answered(path)
    _fit(database, "1", FORGETFUL)
    reviews = [make_review(id=str(day), at=NOON + timedelta(days=day)) for day in range(4)]
    for review in reviews:
        answer(database, review)
    database.close()
    assert log_of(path).parameters == FORGETFUL
    assert cards_in(path) == replay(reviews, parameters=FORGETFUL)
    assert cards_in(path) != replay(reviews)
