"""What is due first, by the file's index: a sitting that is full of it needs no other card to be read."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import itemgetter
from typing import Final

from quizapp.history import Transaction, reviews
from quizapp.history.cards import card_of, cards_of, due_between, first_due
from quizapp.model.aim import RETENTION, Aim, Limits
from quizapp.model.memory import Card, ItemKey
from quizapp.scheduling.forecast import FAR_AHEAD, beginning, due_from, tomorrow
from quizapp.sessions.queue import Candidate, Done, done_today, longest_due, takes_turns
from quizapp.usecases.offering import Offer
from quizapp.usecases.sameness import Asked, is_still_asked

_SPARE: Final = 4
"""Cards read at first beyond the questions of a sitting: some are set aside, or about a fact that is asked anyway."""


class Stock:
    """What there is to choose from: the items on offer, found by their keys, without those set aside."""

    def __init__(self, offers: Iterable[Offer], *, away: frozenset[ItemKey], asked: Asked) -> None:
        self._offers = {offer.article: offer for offer in offers}
        self._away = away
        self._asked = asked
        self._places: dict[str, dict[str, int]] = {}

    def of_cards(self, cards: Iterable[Card]) -> list[Candidate]:
        """The items that may be asked and have a card which is about their present key."""
        found = (self.item(card.key, card) for card in cards if card.key not in self._away)
        return [one for one in found if one and one.card]

    def of_article(self, article: str, cards: dict[ItemKey, Card]) -> list[Candidate]:
        """Every item of an article that may be asked, with or without a card."""
        keys = (ItemKey(article, item) for item in self._listed(article))
        found = (self.item(key, cards.get(key)) for key in keys if key not in self._away)
        return [one for one in found if one]

    def item(self, key: ItemKey, card: Card | None) -> Candidate | None:
        """An item on offer, new where its card is about another key; None where there is none."""
        rank = self._listed(key.article).get(key.item)
        if rank is None:
            return None
        _, fact, form = self._offers[key.article].items[rank]
        known = card if card and is_still_asked(key, card.fingerprint, self._asked) else None
        return Candidate(key=key, fact=f"{key.article} {fact}", rank=rank, card=known, form=form)

    def _listed(self, article: str) -> dict[str, int]:
        if article not in self._places:
            items = self._offers[article].items if article in self._offers else ()
            self._places[article] = {entry[0]: rank for rank, entry in enumerate(items)}
        return self._places[article]


def soonest_due(
    transaction: Transaction, stock: Stock, *, answered: tuple[ItemKey, ...], now: datetime, limits: Limits, aim: Aim
) -> tuple[ItemKey, ...] | None:
    """What is due for one sitting, as `waiting` would choose it; None where everything has to be looked at.

    It has where less is due than a sitting holds, where an aim moves what is due, and where some answers were given
    under a clock that was ahead. `answered` are the items of today's answers; `now` knows the learner's time zone.
    """
    moved = aim.retention != RETENTION or (aim.exam is not None and aim.exam >= now.date())
    if moved or not reviews.none_later(transaction, now + FAR_AHEAD):
        return None
    done = _done(transaction, stock, answered)
    if not 0 < limits.questions <= limits.due - done.due:
        return None
    found: list[Candidate] = []

    def full() -> tuple[ItemKey, ...] | None:
        due = longest_due(found, _siblings(transaction, stock, found), now=now, limits=limits, done=done)
        return tuple(item.key for item in due[: limits.questions]) if len(due) >= limits.questions else None

    enough = limits.questions
    for cards in _in_turn(transaction, now, at_once=limits.questions + _SPARE):
        found += stock.of_cards(cards)
        if len(found) >= enough:
            if plan := full():
                return plan
            enough = 2 * len(found)
    return full()


def _in_turn(transaction: Transaction, now: datetime, *, at_once: int) -> Iterator[list[Card]]:
    """What is due, by the instant from which it is and then by its key, so many cards read at first and then more.

    The cards of one day are due from the same midnight, and so the first of them by their keys come first; those that
    are learnt in minutes are among what is read of a day, and wait for their turn.
    """
    read: list[_Turn] = []
    since = None
    while first := first_due(transaction, since=since, before=tomorrow(now)):
        day = first.astimezone(now.tzinfo)
        midnight, since = beginning(day), tomorrow(day)
        past = 0
        while rows := due_between(transaction, first, since, most=at_once, leave=past):
            past, at_once = past + len(rows), 2 * at_once
            read += [(due_from(card, now), key, card) for key, card in rows if card]
            read, ready = _parted(read, (midnight, rows[-1][0]))
            yield ready
        read, ready = _parted(read, (since,))
        yield ready
    yield [card for *_, card in sorted(read, key=_TURN)]


_Turn = tuple[datetime, ItemKey, Card]
_TURN: Final = itemgetter(0, 1)


def _parted(read: list[_Turn], last: tuple[datetime, ItemKey] | tuple[datetime]) -> tuple[list[_Turn], list[Card]]:
    """What comes later, and the cards whose turn comes no later than the last, in order."""
    ready = sorted((one for one in read if one[:2] <= last), key=_TURN)
    return [one for one in read if not one[:2] <= last], [card for *_, card in ready]


def _done(transaction: Transaction, stock: Stock, answered: tuple[ItemKey, ...]) -> Done:
    found = (stock.item(key, card_of(transaction, key)) for key in dict.fromkeys(answered))
    return done_today([one for one in found if one], answered)


def _siblings(transaction: Transaction, stock: Stock, found: Iterable[Candidate]) -> list[Candidate]:
    """Every item of the articles in which something keeps failing."""
    articles = {one.key.article for one in found if takes_turns(one)}
    return [one for article in sorted(articles) for one in stock.of_article(article, cards_of(transaction, [article]))]
