"""Drills on disk: what happened comes back as it was, once, and is never changed."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.history import Database, drills
from quizapp.history.drills import DrillRecord, PlayedElsewhereError
from quizapp.history.opening import connect
from quizapp.kit.errors import StudyDataError
from quizapp.model.drill import (
    Accepted,
    Answered,
    Buzzed,
    Corrected,
    Ended,
    GaveTime,
    Happening,
    Mode,
    Passed,
    Paused,
    Player,
    Points,
    Revealed,
    Rules,
    Undone,
    WentOn,
)
from quizapp.model.memory import ItemKey

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
RECORD = DrillRecord(
    id="20261126-1",
    seed=7,
    rules=Rules(
        players=(Player(name="Owls"), Player(name="Füchse", extra=30.0)),
        mode=Mode.BUZZ,
        points=Points.SPEED,
        seconds=15.0,
        passing=True,
        total=600.0,
    ),
    plan=(ItemKey("ferry", "one"), ItemKey("ferry", "two")),
    started=NOW,
)
EVENTS = st.one_of(
    st.builds(Buzzed, player=st.integers(0, 9)),
    st.builds(
        Answered,
        given=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        credit=st.floats(0, 1),
        seconds=st.floats(0, 600),
        limit=st.none() | st.floats(1, 600),
    ),
    st.builds(Revealed, seconds=st.floats(0, 60), timed_out=st.booleans()),
    st.builds(Paused, seconds=st.floats(0, 60)),
    st.sampled_from([Revealed(), WentOn(), GaveTime(), Accepted(), Passed(), Ended(), Undone()]),
    st.builds(Corrected, player=st.integers(0, 9), steps=st.integers(-5, 5)),
)


@given(st.lists(EVENTS, max_size=20))
def test_what_happened_comes_back(events: list[Happening]) -> None:
    """Law: a drill and its events are read as they were written, also when each was written twice."""
    database = Database(None)
    for _ in range(2):
        database.write(lambda transaction: drills.begin(transaction, RECORD))
        for number, event in enumerate(events):
            database.write(
                lambda transaction, number=number, event=event: drills.add(
                    transaction, RECORD.id, number, event, at=NOW
                )
            )
    assert database.read(drills.latest) == RECORD
    assert database.read(lambda transaction: drills.events_of(transaction, RECORD.id)) == tuple(events)


def test_what_happened_is_never_changed(tmp_path: Path) -> None:
    """Neither a drill nor an event can be updated or deleted."""
    path = tmp_path / "history.db"
    database = Database(path)
    database.write(lambda transaction: drills.begin(transaction, RECORD))
    database.write(lambda transaction: drills.add(transaction, RECORD.id, 0, WentOn(), at=NOW))
    database.close()
    with closing(connect(str(path))) as connection:
        for statement in ("UPDATE drills SET seed = 1", "DELETE FROM drill_events", "DELETE FROM drills"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                connection.execute(statement)


@pytest.mark.parametrize(
    "told",
    [
        "[1]",
        "{",
        '{"event": "danced"}',
        '{"event": "buzzed"}',
        '{"event": "corrected", "player": "x", "steps": 1}',
        '{"event": "gave time", "seconds": null}',
    ],
)
def test_what_makes_no_sense_is_told_and_not_passed_over(told: str) -> None:
    """A damaged event is neither taken for another nor left out: what came after it would mean something else."""
    database = Database(None)
    database.write(lambda transaction: drills.begin(transaction, RECORD))
    database.write(
        lambda transaction: transaction.execute(
            "INSERT INTO drill_events (drill, number, at, offset, event) VALUES (?, 0, 0, 0, ?)", (RECORD.id, told)
        )
    )
    database.write(lambda transaction: drills.add(transaction, RECORD.id, 1, WentOn(), at=NOW))
    with pytest.raises(StudyDataError, match="damaged"):
        database.read(lambda transaction: drills.events_of(transaction, RECORD.id))


def test_a_place_in_the_log_that_is_taken_is_no_place_to_write() -> None:
    """Two that play one drill on: the second is told, and nothing of it counts as kept."""
    database = Database(None)
    database.write(lambda transaction: drills.begin(transaction, RECORD))
    database.write(lambda transaction: drills.add(transaction, RECORD.id, 0, Revealed(), at=NOW))
    with pytest.raises(PlayedElsewhereError, match="another window"):
        database.write(lambda transaction: drills.add(transaction, RECORD.id, 0, Buzzed(player=1), at=NOW))
    assert database.read(lambda transaction: drills.events_of(transaction, RECORD.id)) == (Revealed(),)
