"""How solid an article is."""

from datetime import timedelta

from builders import NOON
from quizapp.model.memory import Card, ItemKey, Rating
from quizapp.scheduling.schedule import retrievability, review_card
from quizapp.statistics.mastery import AHEAD, solid_share

KEY = ItemKey("harbour-bell", "choice-1")


def _solid(card: Card, *, days: float = 0) -> float:
    at = card.last_review + timedelta(days=days)
    return solid_share([retrievability(card, at + AHEAD)], items=1)


def test_an_item_is_solid_once_it_was_recalled_after_days() -> None:
    """One right answer is not enough, a second one after two days is, a miss is not."""
    once = review_card(None, key=KEY, rating=Rating.GOOD, at=NOON)
    twice = review_card(once, key=KEY, rating=Rating.GOOD, at=once.due)

    assert _solid(once) == 0
    assert _solid(twice) == 1
    assert _solid(review_card(None, key=KEY, rating=Rating.AGAIN, at=NOON)) == 0


def test_solid_things_fade() -> None:
    """What is not studied stops being solid."""
    easy = review_card(None, key=KEY, rating=Rating.EASY, at=NOON)

    assert _solid(easy) == 1
    assert _solid(easy, days=60) == 0


def test_the_share_counts_items_never_seen() -> None:
    """Every item of the article is in the denominator, and an article without items is not solid."""
    assert solid_share([0.9, 0.5], items=4) == 0.25
    assert solid_share([], items=0) == 0.0
