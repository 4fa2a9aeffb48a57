"""Facts that keep failing, as the log tells of them: in which form they are asked, and when someone should look."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from itertools import chain

from quizapp.history import Transaction, aside
from quizapp.history.reviews import log_of_item
from quizapp.kit.clock import Clock
from quizapp.model.item import Bank, Form, Item, Status, form_of
from quizapp.model.memory import Card, ItemKey, Rating, Stage
from quizapp.scheduling.replay import Move, moves
from quizapp.sessions.failing import Attempt, asks_otherwise, given_up, in_another_form, is_failing


def last_forms(transaction: Transaction, cards: Mapping[ItemKey, Card]) -> dict[ItemKey, Form]:
    """The form in which each failing item was asked last."""
    failing = [key for key, card in cards.items() if is_failing(card)]
    return {key: form_of(made[-1].review.kind) for key in failing if (made := _moves(transaction, key))}


def items_as_asked(
    bank: Bank, *, cards: Mapping[ItemKey, Card], away: frozenset[ItemKey], last: Mapping[ItemKey, Form]
) -> Iterator[tuple[ItemKey, Item]]:
    """Every item not dropped; what keeps failing and has no sibling of another form with options, when it is its turn.

    Args:
        bank: the items.
        cards: the learner's memory of them.
        away: items that are set aside, and cannot stand in for another.
        last: the form in which each failing item was asked last.
    """
    asked = [(ItemKey(bank.article.id, item.id), item) for item in bank.items if item.status is not Status.DROPPED]
    forms: dict[str, set[Form]] = defaultdict(set)
    for key, item in asked:
        if key not in away:
            forms[item.fact].add(form_of(item.kind))
    for key, item in asked:
        alone = forms[item.fact] <= {form_of(item.kind)}
        otherwise = alone and key in last and asks_otherwise(item, cards[key], last[key])
        yield key, (in_another_form(item) if otherwise else None) or item


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenUp:
    """A fact that is given up: the items in which it failed, and why."""

    keys: tuple[ItemKey, ...]
    reason: str

    def flag(self, transaction: Transaction, *, clock: Clock) -> None:
        """Flag its items, each for the same reason."""
        for key in self.keys:
            aside.flag(transaction, key, reason=self.reason, at=clock.now())

    def lift(self, transaction: Transaction, *, clock: Clock) -> None:
        """Lift the flags again."""
        for key in self.keys:
            aside.unflag(transaction, key, at=clock.now())


def gives_up(transaction: Transaction, siblings: Iterable[ItemKey]) -> GivenUp | None:
    """Whether a fact is given up after the last answer about any of its items; None while it is asked on."""
    made = {key: _moves(transaction, key) for key in siblings}
    together = sorted(chain.from_iterable(made.values()), key=lambda move: (move.review.at, move.review.id))
    reason = given_up([Attempt(form=form_of(move.review.kind), lapsed=_lapsed(move)) for move in together])
    failed = tuple(key for key, own in made.items() if any(map(_lapsed, own)))
    return GivenUp(keys=failed, reason=reason) if reason else None


def _moves(transaction: Transaction, key: ItemKey) -> list[Move]:
    """The scheduled answers since an item's card began, which a changed key makes it do anew."""
    log = log_of_item(transaction, key)
    made = [move for move in moves(log.lines, log.undone, log.parameters) if move.review.scheduled]
    begun = max((place for place, move in enumerate(made) if move.before is None), default=0)
    return made[begun:]


def _lapsed(move: Move) -> bool:
    before, review = move.before, move.review
    if before is None or review.rating is not Rating.AGAIN:
        return False
    zone = timezone(timedelta(minutes=review.offset))
    return (
        before.stage is Stage.REVIEW or before.last_review.astimezone(zone).date() < review.at.astimezone(zone).date()
    )
