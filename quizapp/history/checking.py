"""What can be said of a history without knowing what its answers mean: whether it holds together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quizapp.history.cards import all_cards, put_card, put_cards
from quizapp.history.database import Transaction
from quizapp.history.reviews import Log, whole_log
from quizapp.history.wholeness import complaints_of
from quizapp.model.memory import Card, ItemKey

ReplayAll = Callable[[Log], Mapping[ItemKey, Card]]
"""Every card that follows from a log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """Where the cards are not what the log says.

    `wrong` are items whose card can be made from the log; `unproved` have a card and no line in the log, `damaged` have
    a line that makes no sense: of both nobody knows what the card should be.
    """

    cards: int
    wrong: tuple[ItemKey, ...]
    unproved: tuple[ItemKey, ...]
    damaged: tuple[ItemKey, ...]


def complaints(transaction: Transaction) -> tuple[str, ...]:
    """What SQLite says of the file and its indexes; nothing when all is well, or when it is of the cards alone."""
    return complaints_of(transaction)


def dangling(transaction: Transaction) -> int:
    """How many rows refer to a session or an answer that is not there."""
    return len(transaction.execute("PRAGMA foreign_key_check").fetchall())


def deviation(transaction: Transaction, replay: ReplayAll) -> Deviation:
    """Compare every card with what the log says."""
    log, kept = whole_log(transaction), all_cards(transaction)
    meant, damaged = replay(log), frozenset(log.damaged)
    answered = {line.key for line in log.lines}
    wrong = {key for key in answered - damaged if kept.get(key) != meant.get(key) or (key in kept) != (key in meant)}
    return Deviation(
        cards=len(kept),
        wrong=tuple(sorted(wrong)),
        unproved=tuple(sorted(kept.keys() - answered - damaged)),
        damaged=tuple(sorted(damaged)),
    )


def rebuild_cards(transaction: Transaction, replay: ReplayAll) -> int:
    """Make the cards that can be proved anew from the log, leave the others, and return how many were wrong."""
    transaction.execute("REINDEX cards")  # a damaged instant stands in the index as it was
    wrong = deviation(transaction, replay).wrong
    meant = replay(whole_log(transaction)) if wrong else {}
    put_cards(transaction, (meant[key] for key in wrong if key in meant))
    for key in wrong:
        if key not in meant:
            put_card(transaction, key, None)
    return len(wrong)
