"""How solid an article is: the share of its items that are likely to be known in three weeks."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from quizapp.model.memory import Card
from quizapp.scheduling.schedule import retrievability

AHEAD: Final = timedelta(days=21)
"""Three weeks, the word "solid" in the interface."""

LIKELY: Final = 0.8
"""Four chances in five. FSRS's own target of 0.9 would first be met after three right answers over two weeks, 0.7 by
every single right answer and only on its day; with 0.8 an item is solid once it was recalled after days had passed."""


def is_solid(card: Card, at: datetime) -> bool:
    """Whether an item is likely to be known three weeks after an instant, were it not studied until then."""
    return retrievability(card, at + AHEAD) >= LIKELY


def solid_share(cards: Iterable[Card], *, items: int, at: datetime) -> float:
    """The share of items, 0–1, that are solid; items without a card are not."""
    return sum(is_solid(card, at) for card in cards) / items if items else 0.0
