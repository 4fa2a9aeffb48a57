"""Cards as the file caches them."""

from collections.abc import Iterable
from datetime import datetime
from math import inf
from typing import Any, Final

from quizapp.history.database import Transaction
from quizapp.history.fits import fitted
from quizapp.history.instants import from_micros, to_micros
from quizapp.history.texts import check_texts
from quizapp.model.memory import Card, ItemKey, Parameters, Stage

_MEMORY: Final = "stage, step, stability, difficulty, due, last_review, reviews, lapses, fingerprint"
_COLUMNS: Final = f"article, item, {_MEMORY}"


def card_of(transaction: Transaction, key: ItemKey) -> Card | None:
    """The card of one item; None when it was never studied, or when what the file has for it cannot be a card."""
    row = transaction.execute(_ONE, (key.article, key.item)).fetchone()
    return _card(key, row[:-1], fitted(transaction) if row[-1] else None) if row else None


def all_cards(transaction: Transaction) -> dict[ItemKey, Card | None]:
    """Every card in the file; None for a row that cannot be one."""
    parameters = fitted(transaction)
    rows = transaction.execute(f"SELECT {_COLUMNS} FROM cards")  # noqa: S608  constant columns
    return dict(_keyed(row, parameters) for row in rows)


def cards_of(transaction: Transaction, articles: Iterable[str]) -> dict[ItemKey, Card]:
    """All cards of some articles."""
    query = f"SELECT {_COLUMNS} FROM cards WHERE article = ?"  # noqa: S608  constant columns
    parameters = fitted(transaction)
    rows = (row for article in articles for row in transaction.execute(query, (article,)))
    return {key: card for key, card in (_keyed(row, parameters) for row in rows) if card}


def first_due(transaction: Transaction, *, since: datetime | None, before: datetime) -> datetime | None:
    """When the first card is due, from one instant on and before another; None where there is none."""
    query = "SELECT due FROM cards WHERE due >= ? AND due < ? ORDER BY due LIMIT 1"
    row = transaction.execute(query, (to_micros(since) if since else 0, to_micros(before))).fetchone()
    return from_micros(row[0]) if row else None


def due_between(
    transaction: Transaction, since: datetime, before: datetime, *, most: int, leave: int
) -> list[tuple[ItemKey, Card | None]]:
    """So many cards due from one instant on and before another in the order of their keys, the first ones left out.

    None stands for a row that cannot be a card. The keys are in the index of due dates, so that no other row is read.
    """
    parameters = fitted(transaction)
    rows = transaction.execute(_DUE_BETWEEN, (to_micros(since), to_micros(before), most, leave))
    return [_keyed(row, parameters) for row in rows]


def put_card(transaction: Transaction, key: ItemKey, card: Card | None) -> None:
    """Keep a card, or forget it when there is none any more."""
    if card is None:
        transaction.execute("DELETE FROM cards WHERE article = ? AND item = ?", (key.article, key.item))
    else:
        transaction.execute(_PUT, _values(card))


def put_cards(transaction: Transaction, cards: Iterable[Card]) -> None:
    """Keep many cards."""
    transaction.executemany(_PUT, map(_values, cards))


_NAMED: Final = ", ".join(f"cards.{column}" for column in _COLUMNS.split(", "))
_DUE_BETWEEN: Final = f"""
    SELECT {_NAMED} FROM (
        SELECT article, item FROM cards WHERE due >= ? AND due < ? ORDER BY +article, +item LIMIT ? OFFSET ?
    ) AS chosen JOIN cards USING (article, item) ORDER BY article, item
"""  # noqa: S608  constant columns; with the plus SQLite does not walk through all cards in the order of their keys
_ONE: Final = (  # whether anything was fitted, so that most answers need not ask for it
    f"SELECT {_MEMORY}, EXISTS (SELECT 1 FROM fits) FROM cards WHERE article = ? AND item = ?"  # noqa: S608  constant
)
_PUT: Final = f"INSERT OR REPLACE INTO cards ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  constant


def _values(card: Card) -> tuple[object, ...]:
    return (
        card.key.article,
        card.key.item,
        str(card.stage),  # at a quarter of what `.value` costs
        card.step,
        card.stability,
        card.difficulty,
        to_micros(card.due),
        to_micros(card.last_review),
        card.reviews,
        card.lapses,
        card.fingerprint,
    )


_Memory = tuple[str, int | None, float, float, int, int, int, int, str]

_EASIEST: Final = 1
_HARDEST: Final = 10
_MOST: Final = 2**31  # nobody answers so often; a flipped bit may say so

_STAGES: Final = {stage.value: stage for stage in Stage}  # a look into it is quicker than Stage's own


def _keyed(row: tuple[Any, ...], parameters: Parameters | None) -> tuple[ItemKey, Card | None]:
    key = ItemKey(row[0], row[1])
    return key, _card(key, row[2:], parameters)


def _card(key: ItemKey, row: _Memory, parameters: Parameters | None) -> Card | None:
    """The card in a row; None for one that cannot be: it is a cache, and `quizapp doctor --mend` makes it anew."""
    stage, step, stability, difficulty, due, last_review, reviews, lapses, fingerprint = row
    try:
        check_texts(fingerprint)
        known, due_at, reviewed_at = _STAGES[stage], from_micros(due), from_micros(last_review)
        remembered = 0 < stability < inf and _EASIEST <= difficulty <= _HARDEST
        counted = 0 < reviews < _MOST and 0 <= lapses < _MOST
        stepping = step is None if known is Stage.REVIEW else step is not None and 0 <= step < _MOST
    except (ValueError, KeyError, TypeError):  # a flipped bit may also make a text of a number
        return None
    if not (remembered and counted and stepping):
        return None
    return Card(
        key=key,
        stage=known,
        step=step,
        stability=stability,
        difficulty=difficulty,
        due=due_at,
        last_review=reviewed_at,
        reviews=reviews,
        lapses=lapses,
        parameters=parameters,
        fingerprint=fingerprint,
    )
