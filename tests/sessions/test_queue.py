"""Which items a sitting asks, and in which order."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import KINDS, NOON, make_item
from quizapp.model.memory import Card, ItemKey, Rating
from quizapp.scheduling.schedule import review_card
from quizapp.sessions.queue import APART, Candidate, options_in_order, practice_queue, study_queue

SEEDS = st.integers(0, 2**62)


def _candidate(number: int, *, fact: str = "", card: Card | None = None, article: str = "a") -> Candidate:
    key = ItemKey(article, f"item-{number:02}")
    return Candidate(key=key, fact=fact or f"fact-{article}-{number}", rank=number, card=card)


def _seen(number: int, *, days_ago: int, rating: Rating = Rating.GOOD) -> Candidate:
    key = ItemKey("a", f"item-{number:02}")
    return _candidate(number, card=review_card(None, key=key, rating=rating, at=NOON - timedelta(days=days_ago)))


def _names(queue: tuple[ItemKey, ...]) -> list[str]:
    return [key.item for key in queue]


def test_new_items_come_in_the_order_of_their_bank() -> None:
    """The first run asks what the author put first."""
    queue = study_queue([_candidate(number) for number in (3, 1, 2, 0)], now=NOON, limit=3, seed=1)

    assert _names(queue) == ["item-00", "item-01", "item-02"]


def test_what_is_due_comes_before_what_is_new_and_the_longest_overdue_first() -> None:
    """A limit never keeps back what waits longest; what is not due is not asked."""
    waiting = [_seen(0, days_ago=1), _seen(1, days_ago=3), _seen(2, days_ago=30), _candidate(3)]

    assert _names(study_queue(waiting, now=NOON, limit=1, seed=1)) == ["item-02"]
    assert set(_names(study_queue(waiting, now=NOON, limit=2, seed=1))) == {"item-01", "item-02"}
    assert _names(study_queue(waiting, now=NOON, limit=9, seed=1))[2:] == ["item-03"]


def test_new_items_of_several_banks_take_turns() -> None:
    """No bank has to be finished before another one begins."""
    two = [_candidate(number, article=article) for article in "ab" for number in range(3)]

    assert [key.article for key in study_queue(two, now=NOON, limit=6, seed=1)] == list("ababab")


@given(SEEDS, st.lists(st.integers(0, 4), max_size=12), st.integers(0, 12))
def test_siblings_are_apart_and_the_limit_holds(seed: int, facts: list[int], limit: int) -> None:
    """Law: two questions about one fact follow each other only when nothing else is left to put between."""
    candidates = [_candidate(number, fact=f"fact-{fact}") for number, fact in enumerate(facts)]
    fact_of = {candidate.key: candidate.fact for candidate in candidates}

    queue = study_queue(candidates, now=NOON, limit=limit, seed=seed)

    assert len(queue) == min(limit, len(facts))
    for place, key in enumerate(queue[1:], 1):
        near = {fact_of[other] for other in queue[max(0, place - APART) : place]}
        if fact_of[key] in near:
            assert all(fact_of[other] in near for other in queue[place:])


def test_a_sibling_waits_while_there_are_other_facts() -> None:
    """Of one fact's two new questions, one is asked; the other gives way to another fact."""
    candidates = [_candidate(0, fact="same"), _candidate(1, fact="same"), _candidate(2)]

    assert _names(study_queue(candidates, now=NOON, limit=2, seed=1)) == ["item-00", "item-02"]


@given(SEEDS)
def test_the_queue_is_a_function_of_the_seed(seed: int) -> None:
    """Law: the same seed gives the same order, whatever order the items came in."""
    waiting = [_seen(number, days_ago=10) for number in range(8)]

    for queue in (study_queue, lambda items, now, limit, seed: practice_queue(items, limit=limit, seed=seed)):
        once = queue(waiting, now=NOON, limit=8, seed=seed)
        assert once == queue(waiting[::-1], now=NOON, limit=8, seed=seed)


def test_another_seed_gives_another_order() -> None:
    """What is due is mixed, and practice too."""
    waiting = [_seen(number, days_ago=10) for number in range(8)]

    assert len({study_queue(waiting, now=NOON, limit=8, seed=seed) for seed in range(9)}) > 1
    assert len({practice_queue(waiting, limit=8, seed=seed) for seed in range(9)}) > 1


@given(SEEDS)
def test_option_order_is_a_function_of_the_seed(seed: int) -> None:
    """Law: one sitting shows an item's options in one order, and all of them."""
    item, key = make_item("choice"), ItemKey("a", "choice-1")

    options = options_in_order(item, key=key, seed=seed)

    assert options == options_in_order(item, key=key, seed=seed)
    assert set(options) == {"Edith Crane", "The town clerk", "A fisherman", "The bell founder"}


def test_the_key_may_stand_anywhere() -> None:
    """No place is favoured: over many seeds the key is in each of the four."""
    item, key = make_item("choice"), ItemKey("a", "choice-1")
    places = [options_in_order(item, key=key, seed=seed).index("Edith Crane") for seed in range(400)]

    assert all(60 <= places.count(place) <= 140 for place in range(4))


def test_only_what_is_picked_has_options() -> None:
    """True and false are always in that order; what is typed has none."""
    orders = {kind: options_in_order(make_item(kind), key=ItemKey("a", kind), seed=1) for kind in KINDS[1:]}

    assert orders == {"true-false": ("True", "False"), "cloze": (), "numeric": (), "short": ()}
