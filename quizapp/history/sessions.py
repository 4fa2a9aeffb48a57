"""Sessions: what was to be asked and in which order, so that one that was interrupted can go on."""

import json
from datetime import datetime
from typing import Any, NamedTuple

from quizapp.history.database import Transaction
from quizapp.history.instants import from_micros, offset_minutes, to_micros
from quizapp.history.texts import check_texts
from quizapp.model.memory import ItemKey


class SessionRecord(NamedTuple):
    """One sitting as it was planned; `scope` is an article id, or "" for the whole library."""

    id: str
    scope: str
    scheduled: bool
    seed: int
    plan: tuple[ItemKey, ...]
    started: datetime


def begin(transaction: Transaction, session: SessionRecord) -> None:
    """Keep a session; one that is there already, by its id, is left as it is."""
    plan = json.dumps([[key.article, key.item] for key in session.plan], ensure_ascii=False)
    transaction.execute(
        "INSERT OR IGNORE INTO sessions (id, scope, scheduled, seed, plan, started, offset) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            session.id,
            session.scope,
            session.scheduled,
            session.seed,
            plan,
            to_micros(session.started),
            offset_minutes(session.started),
        ),
    )


def latest(transaction: Transaction, *, scope: str, scheduled: bool) -> SessionRecord | None:
    """The last session of a scope; None when there is none, or when what the file has for it cannot be one."""
    row = transaction.execute(
        "SELECT id, scope, scheduled, seed, plan, started FROM sessions WHERE scope = ? AND scheduled = ? "
        "ORDER BY started DESC, rowid DESC LIMIT 1",
        (scope, scheduled),
    ).fetchone()
    return None if row is None else _record(row)


def last_used(transaction: Transaction) -> SessionRecord | None:
    """The session in which the last scheduled answer was given; None as above."""
    row = transaction.execute(
        "SELECT id, scope, scheduled, seed, plan, started FROM sessions "
        "WHERE id = (SELECT session FROM reviews WHERE scheduled ORDER BY seq DESC LIMIT 1)"
    ).fetchone()
    return None if row is None else _record(row)


def _record(row: tuple[Any, ...]) -> SessionRecord | None:
    identity, scope, scheduled, seed, plan, started = row
    try:
        check_texts(identity, scope)
        keys = tuple(ItemKey(str(article), str(item)) for article, item in json.loads(plan))
        begun = from_micros(started)
    except (TypeError, ValueError):
        return None
    return SessionRecord(id=identity, scope=scope, scheduled=bool(scheduled), seed=seed, plan=keys, started=begun)
