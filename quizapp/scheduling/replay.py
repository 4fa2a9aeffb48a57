"""The log as it counts, and the card that follows from it: `replay(log) == card`."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from quizapp.model.memory import UNKNOWN, Card, ItemKey, Parameters, Review
from quizapp.scheduling.schedule import review_card


def effective(log: Iterable[Review], undone: Collection[str] = ()) -> tuple[Review, ...]:
    """The answers of a log in their order, as they count now.

    A correction stands in the place and at the time of the answer that it replaces, the last one wins; undone lines,
    and the corrections of undone answers, are left out.
    """
    answers: dict[str, Review] = {}
    for line in log:
        if line.id in undone:
            continue
        if line.replaces is None:
            answers[line.id] = line
        elif line.replaces in answers:
            first = answers[line.replaces]
            answers[line.replaces] = line._replace(id=first.id, at=first.at, offset=first.offset, replaces=None)
    return tuple(answers.values())


def advance(card: Card | None, review: Review, parameters: Parameters | None = None) -> Card | None:
    """The card after one more answer; practice leaves it as it is, and a changed key starts anew.

    A first card begins with the parameters.
    """
    return _after(card, remembered(card, review), review, parameters)


def _after(card: Card | None, before: Card | None, review: Review, parameters: Parameters | None) -> Card | None:
    if not review.scheduled:
        return card
    return review_card(
        before,
        key=review.key,
        rating=review.rating,
        at=review.at,
        parameters=parameters,
        fingerprint=review.fingerprint,
    )


def remembered(card: Card | None, review: Review) -> Card | None:
    """The card that an answer goes on from; None where the key has changed since. What is not known fits."""
    if card is None or card.fingerprint == review.fingerprint or UNKNOWN in (card.fingerprint, review.fingerprint):
        return card
    return None


class Move(NamedTuple):
    """An answer as it counts, and the card before and after it; none before it where the key has changed."""

    review: Review
    before: Card | None
    after: Card | None


def moves(log: Sequence[Review], undone: Collection[str] = (), parameters: Parameters | None = None) -> Iterator[Move]:
    """Every answer of a log with what it did to its card."""
    cards: dict[ItemKey, Card] = {}
    for review in effective(log, undone):
        card = cards.get(review.key)
        before = remembered(card, review)
        after = _after(card, before, review, parameters)
        yield Move(review, before, after)
        if after is not None:
            cards[review.key] = after


def replay(
    log: Sequence[Review], undone: Collection[str] = (), parameters: Parameters | None = None
) -> dict[ItemKey, Card]:
    """Every card that follows from a log, by the parameters that are fitted to it."""
    return {move.review.key: move.after for move in moves(log, undone, parameters) if move.after is not None}
