"""Cards as the file caches them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from math import isfinite
from typing import Final

from quizapp.history.database import Transaction
from quizapp.history.fits import fitted
from quizapp.history.instants import from_micros, to_micros
from quizapp.history.texts import check_texts
from quizapp.model.memory import Card, ItemKey, Parameters, Stage

_COLUMNS: Final = "article, item, stage, step, stability, difficulty, due, last_review, reviews, lapses, fingerprint"


def card_of(transaction: Transaction, key: ItemKey) -> Card | None:
    """The card of one item; None when it was never studied, or when what the file has for it cannot be a card."""
    query = f"SELECT {_COLUMNS} FROM cards WHERE article = ? AND item = ?"  # noqa: S608  constant columns
    row = transaction.execute(query, (key.article, key.item)).fetchone()
    return _card(row, fitted(transaction)) if row else None


def all_cards(transaction: Transaction) -> dict[ItemKey, Card | None]:
    """Every card in the file; None for a row that cannot be one."""
    parameters = fitted(transaction)
    rows = transaction.execute(f"SELECT {_COLUMNS} FROM cards")  # noqa: S608  constant columns
    return {ItemKey(row[0], row[1]): _card(row, parameters) for row in rows}


def cards_of(transaction: Transaction, articles: Iterable[str]) -> dict[ItemKey, Card]:
    """All cards of some articles."""
    query = f"SELECT {_COLUMNS} FROM cards WHERE article = ?"  # noqa: S608  constant columns
    parameters = fitted(transaction)
    rows = (row for article in articles for row in transaction.execute(query, (article,)))
    return {card.key: card for card in (_card(row, parameters) for row in rows) if card}


def cards_by_due(transaction: Transaction, *, before: datetime) -> Iterator[Card]:
    """The cards due before an instant, the longest overdue first; each is read when it is asked for."""
    query = f"SELECT {_COLUMNS} FROM cards WHERE due < ? ORDER BY due"  # noqa: S608  constant columns
    parameters = fitted(transaction)
    for row in transaction.execute(query, (to_micros(before),)):
        if card := _card(row, parameters):
            yield card


def put_card(transaction: Transaction, key: ItemKey, card: Card | None) -> None:
    """Keep a card, or forget it when there is none any more."""
    if card is None:
        transaction.execute("DELETE FROM cards WHERE article = ? AND item = ?", (key.article, key.item))
    else:
        transaction.execute(_PUT, _values(card))


def put_cards(transaction: Transaction, cards: Iterable[Card]) -> None:
    """Keep many cards."""
    transaction.executemany(_PUT, map(_values, cards))


_PUT: Final = f"INSERT OR REPLACE INTO cards ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  constant


def _values(card: Card) -> tuple[object, ...]:
    return (
        card.key.article,
        card.key.item,
        card.stage.value,
        card.step,
        card.stability,
        card.difficulty,
        to_micros(card.due),
        to_micros(card.last_review),
        card.reviews,
        card.lapses,
        card.fingerprint,
    )


_Row = tuple[str, str, str, int | None, float, float, int, int, int, int, str]


def _card(row: _Row, parameters: Parameters | None) -> Card | None:
    """The card in a row; None for one that cannot be: it is a cache, and `quizapp doctor --mend` makes it anew."""
    article, item, stage, step, stability, difficulty, due, last_review, reviews, lapses, fingerprint = row
    try:
        check_texts(fingerprint)
        known, due_at, reviewed_at = Stage(stage), from_micros(due), from_micros(last_review)
    except ValueError:
        return None
    if not isfinite(stability):
        return None
    return Card(
        key=ItemKey(article, item),
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
