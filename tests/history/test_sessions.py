"""Sessions as they were planned, and what is set aside."""

from datetime import UTC, timedelta

from builders import NOON
from quizapp.history import Database, aside, sessions
from quizapp.history.sessions import SessionRecord
from quizapp.model.memory import ItemKey

KEYS = (ItemKey("a", "one"), ItemKey("b", "two “2”"))
SESSION = SessionRecord(id="s-1", scope="a", scheduled=True, seed=2**61, plan=KEYS, started=NOON.astimezone(UTC))


def test_the_latest_session_of_a_scope_comes_back_as_it_was() -> None:
    """Scope and kind are kept apart, and beginning twice is beginning once."""
    database = Database(None)
    later = SESSION._replace(id="s-2", started=SESSION.started + timedelta(hours=1))
    practice = SESSION._replace(id="s-3", scheduled=False, started=SESSION.started + timedelta(hours=2))
    for session in (later, SESSION, practice, SESSION._replace(seed=1)):
        database.write(lambda transaction, session=session: sessions.begin(transaction, session))

    def latest(scope: str, *, scheduled: bool) -> SessionRecord | None:
        return database.read(lambda transaction: sessions.latest(transaction, scope=scope, scheduled=scheduled))

    assert latest("a", scheduled=True) == later
    assert latest("a", scheduled=False) == practice
    assert latest("b", scheduled=True) is None


def test_flags_stay_and_laters_pass() -> None:
    """A flagged item is away until it is unflagged, one put off until its instant, or until that is taken back."""
    database = Database(None)
    database.write(lambda transaction: aside.flag(transaction, KEYS[0], reason="unclear", at=NOON))
    database.write(lambda transaction: aside.put_off(transaction, KEYS[1], until=NOON))
    before = database.read(lambda transaction: aside.set_aside(transaction, at=NOON - timedelta(seconds=1)))
    after = database.read(lambda transaction: aside.set_aside(transaction, at=NOON))

    assert (before.flagged, before.later) == ({KEYS[0]}, {KEYS[1]})
    assert (after.flagged, after.later) == ({KEYS[0]}, set())

    database.write(lambda transaction: aside.unflag(transaction, KEYS[0], at=NOON))
    database.write(lambda transaction: aside.take_back(transaction, KEYS[1]))
    gone = database.read(lambda transaction: aside.set_aside(transaction, at=NOON - timedelta(seconds=1)))
    assert (gone.flagged, gone.later) == (set(), set())
