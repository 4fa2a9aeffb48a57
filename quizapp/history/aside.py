"""Items that are not to be asked: flagged ones, and those put off until later."""

from datetime import datetime, timedelta, timezone
from typing import Final, NamedTuple

from quizapp.history.database import Transaction
from quizapp.history.instants import LATEST, from_micros, offset_minutes, to_micros
from quizapp.history.texts import are_whole
from quizapp.model.memory import ItemKey


class Aside(NamedTuple):
    """What is not to be asked at some instant, and why."""

    flagged: frozenset[ItemKey]
    later: frozenset[ItemKey]


class Flag(NamedTuple):
    """An item that is not asked until someone has looked at it: why, and since when in the learner's own time."""

    key: ItemKey
    reason: str
    at: datetime


def flags(transaction: Transaction) -> tuple[Flag, ...]:
    """Every flag that was not lifted, by item; one whose instant cannot be counts as of 1970."""
    rows = transaction.execute(
        "SELECT article, item, reason, at, offset FROM flags WHERE NOT lifted ORDER BY article, item"
    )
    return tuple(
        Flag(key=ItemKey(article, item), reason=reason, at=_local(at, offset))
        for article, item, reason, at, offset in rows
        if are_whole(article, item, reason)
    )


def _local(at: int, offset: int) -> datetime:
    try:
        return from_micros(at).astimezone(timezone(timedelta(minutes=offset)))
    except (ValueError, OverflowError):
        return from_micros(0)


def set_aside(transaction: Transaction, *, at: datetime) -> Aside:
    """What is not to be asked at an instant."""
    flagged = transaction.execute("SELECT article, item FROM flags WHERE NOT lifted")
    later = transaction.execute("SELECT article, item FROM laters WHERE until > ?", (to_micros(at),))
    return Aside(
        flagged=frozenset(ItemKey(article, item) for article, item in flagged),
        later=frozenset(ItemKey(article, item) for article, item in later),
    )


def flag(transaction: Transaction, key: ItemKey, *, reason: str, at: datetime) -> None:
    """Ask an item no more until someone has looked at it."""
    transaction.execute(_FLAG, (key.article, key.item, reason, to_micros(at), offset_minutes(at)))


def unflag(transaction: Transaction, key: ItemKey, *, at: datetime) -> None:
    """Ask an item again; that its flag was lifted stays, or another machine's history would bring the flag back."""
    transaction.execute(_UNFLAG, (to_micros(at), offset_minutes(at), key.article, key.item))


# The last word is the latest by its instant; where the clock went back it is a microsecond later than the one before.
_NEXT: Final = f"MIN(at, {LATEST}) + 1"
_FLAG: Final = (
    "INSERT INTO flags (article, item, reason, at, offset) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "  # noqa: S608  constant
    f"SET reason = excluded.reason, at = MAX(excluded.at, {_NEXT}), offset = excluded.offset, lifted = 0"
)
_UNFLAG: Final = (
    f"UPDATE flags SET at = MAX(?, {_NEXT}), offset = ?, lifted = 1 "  # noqa: S608  constant
    "WHERE article = ? AND item = ? AND NOT lifted"
)


def put_off(transaction: Transaction, key: ItemKey, *, until: datetime) -> None:
    """Ask an item no more before an instant."""
    transaction.execute(
        "INSERT OR REPLACE INTO laters (article, item, until) VALUES (?, ?, ?)",
        (key.article, key.item, to_micros(until)),
    )


def take_back(transaction: Transaction, key: ItemKey) -> None:
    """Ask an item again that was put off."""
    transaction.execute("DELETE FROM laters WHERE article = ? AND item = ?", (key.article, key.item))
