"""What is due first, by the file's index: a sitting that is full of it needs no other card to be read."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from quizapp.history import Transaction, reviews
from quizapp.history.cards import card_of, cards_by_due, cards_of
from quizapp.model.aim import RETENTION, Aim, Limits
from quizapp.model.item import Form
from quizapp.model.memory import Card, ItemKey
from quizapp.scheduling.forecast import FAR_AHEAD, tomorrow
from quizapp.sessions.queue import Candidate, Done, done_today, longest_due, takes_turns
from quizapp.usecases.offering import Offer
from quizapp.usecases.sameness import Asked, is_still_asked

_AT_ONCE: Final = 3
"""How many times the questions of a sitting are looked at before it is asked whether they fill it."""


class Stock:
    """What there is to choose from: the items on offer, found by their keys, without those set aside."""

    def __init__(self, offers: Iterable[Offer], *, away: frozenset[ItemKey], asked: Asked) -> None:
        self._offers = {offer.article: offer for offer in offers}
        self._away = away
        self._asked = asked
        self._places: dict[str, dict[str, tuple[int, str, Form]]] = {}

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
        place = self._listed(key.article).get(key.item)
        if place is None:
            return None
        rank, fact, form = place
        known = card if card and is_still_asked(key, card.fingerprint, self._asked) else None
        return Candidate(key=key, fact=fact, rank=rank, card=known, form=form)

    def _listed(self, article: str) -> dict[str, tuple[int, str, Form]]:
        if article not in self._places:
            items = self._offers[article].items if article in self._offers else ()
            self._places[article] = {
                item: (rank, f"{article} {fact}", form) for rank, (item, fact, form) in enumerate(items)
            }
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
    enough = _AT_ONCE * limits.questions
    for until, candidates in _by_day(transaction, stock, now):
        found += candidates
        if len(found) < enough and until <= now:
            continue
        siblings = _siblings(transaction, stock, found)
        due = longest_due(found, siblings, before=until, now=now, limits=limits, done=done)
        if len(due) >= limits.questions:
            return tuple(item.key for item in due[: limits.questions])
        enough = 2 * len(found)
    return None


def _by_day(transaction: Transaction, stock: Stock, now: datetime) -> Iterator[tuple[datetime, list[Candidate]]]:
    """What is due, day by day of the learner's, each with the instant at which the day is over."""
    cards: list[Card] = []
    until = None
    for card in cards_by_due(transaction, before=tomorrow(now)):
        if until is not None and card.due >= until:
            yield until, stock.of_cards(cards)
            cards, until = [], None
        until = until or tomorrow(card.due.astimezone(now.tzinfo))
        cards.append(card)
    yield tomorrow(now), stock.of_cards(cards)


def _done(transaction: Transaction, stock: Stock, answered: tuple[ItemKey, ...]) -> Done:
    found = (stock.item(key, card_of(transaction, key)) for key in dict.fromkeys(answered))
    return done_today([one for one in found if one], answered)


def _siblings(transaction: Transaction, stock: Stock, found: Iterable[Candidate]) -> list[Candidate]:
    """Every item of the articles in which something keeps failing."""
    articles = {one.key.article for one in found if takes_turns(one)}
    return [one for article in sorted(articles) for one in stock.of_article(article, cards_of(transaction, [article]))]
