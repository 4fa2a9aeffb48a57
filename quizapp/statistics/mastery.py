"""How solid an article is: the share of its items that are likely to be known in three weeks."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

AHEAD: Final = timedelta(days=21)
"""Three weeks, the word "solid" in the interface."""

LIKELY: Final = 0.8
"""Four chances in five. FSRS's own target of 0.9 would first be met after three right answers over two weeks, 0.7 by
every single right answer and only on its day; with 0.8 an item is solid once it was recalled after days had passed."""


def solid_share(chances: Iterable[float], *, items: int) -> float:
    """The share of items, 0–1, that are solid.

    Args:
        chances: for each item with a card, the predicted chance, 0–1, that it is known when three weeks have passed.
        items: how many there are in all; those without a card are not solid.
    """
    return sum(chance >= LIKELY for chance in chances) / items if items else 0.0
