"""How solid an article is."""

from datetime import timedelta

from builders import NOON
from quizapp.model.memory import ItemKey, Rating
from quizapp.scheduling.schedule import review_card
from quizapp.statistics.mastery import is_solid, solid_share

KEY = ItemKey("harbour-bell", "choice-1")


def test_an_item_is_solid_once_it_was_recalled_after_days() -> None:
    """One right answer is not enough, a second one after two days is, a miss is not."""
    once = review_card(None, key=KEY, rating=Rating.GOOD, at=NOON)
    twice = review_card(once, key=KEY, rating=Rating.GOOD, at=once.due)

    assert not is_solid(once, NOON)
    assert is_solid(twice, once.due)
    assert not is_solid(review_card(None, key=KEY, rating=Rating.AGAIN, at=NOON), NOON)


def test_solid_things_fade() -> None:
    """What is not studied stops being solid."""
    easy = review_card(None, key=KEY, rating=Rating.EASY, at=NOON)

    assert is_solid(easy, NOON)
    assert not is_solid(easy, NOON + timedelta(days=60))


def test_the_share_counts_items_never_seen() -> None:
    """Every item of the article is in the denominator, and an article without items is not solid."""
    easy = review_card(None, key=KEY, rating=Rating.EASY, at=NOON)

    assert solid_share([easy], items=4, at=NOON) == 0.25
    assert solid_share([], items=0, at=NOON) == 0.0
