"""Which items a sitting asks, and in which order."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import KINDS, NOON, make_item
from quizapp.model.aim import DUE_A_DAY, NEW_A_DAY, Aim, Limits
from quizapp.model.memory import Card, ItemKey, Rating
from quizapp.scheduling.schedule import review_card
from quizapp.sessions.practice import practice_queue
from quizapp.sessions.queue import Candidate, Done, done_today, options_in_order, study_queue, waiting

SEEDS = st.integers(0, 2**62)


def _candidate(number: int, *, fact: str = "", card: Card | None = None, article: str = "a") -> Candidate:
    key = ItemKey(article, f"item-{number:02}")
    return Candidate(key=key, fact=fact or f"fact-{article}-{number}", rank=number, card=card)


def _seen(number: int, *, days_ago: float, rating: Rating = Rating.GOOD, fact: str = "") -> Candidate:
    key = ItemKey("a", f"item-{number:02}")
    card = review_card(None, key=key, rating=rating, at=NOON - timedelta(days=days_ago))
    return _candidate(number, card=card, fact=fact)


def _names(queue: tuple[ItemKey, ...]) -> list[str]:
    return [key.item for key in queue]


def test_new_items_come_in_the_order_of_their_bank() -> None:
    """The first run asks what the author put first."""
    queue = study_queue([_candidate(number) for number in (3, 1, 2, 0)], now=NOON, limits=Limits(questions=3), seed=1)

    assert _names(queue) == ["item-00", "item-01", "item-02"]


def test_what_is_due_comes_before_what_is_new_and_the_longest_overdue_first() -> None:
    """A limit never keeps back what waits longest; what is not due is not asked."""
    old = [_seen(0, days_ago=1), _seen(1, days_ago=3), _seen(2, days_ago=30), _candidate(3)]

    assert _names(study_queue(old, now=NOON, limits=Limits(questions=1), seed=1)) == ["item-02"]
    assert set(_names(study_queue(old, now=NOON, limits=Limits(questions=2), seed=1))) == {"item-01", "item-02"}
    assert _names(study_queue(old, now=NOON, limits=Limits(questions=9), seed=1))[2:] == ["item-03"]


def test_new_items_of_several_banks_take_turns() -> None:
    """No bank has to be finished before another one begins."""
    two = [_candidate(number, article=article) for article in "ab" for number in range(3)]

    assert [key.article for key in study_queue(two, now=NOON, limits=Limits(questions=6), seed=1)] == list("ababab")


SOME = st.lists(st.tuples(st.integers(0, 4), st.none() | st.sampled_from([0.001, 1.0, 3.0, 40.0])), max_size=12)
"""Items about a few facts: new, or answered so many days ago."""


def _some(items: list[tuple[int, float | None]]) -> list[Candidate]:
    return [
        _candidate(number, fact=f"fact-{fact}") if ago is None else _seen(number, days_ago=ago, fact=f"fact-{fact}")
        for number, (fact, ago) in enumerate(items)
    ]


@given(SEEDS, SOME, st.integers(0, 12), st.lists(st.integers(0, 11), max_size=4))
def test_of_one_fact_one_item_a_day_is_asked(
    seed: int, items: list[tuple[int, float | None]], limit: int, asked: list[int]
) -> None:
    """Law: no queue holds two items of one fact, nor the sibling of an item that was asked today."""
    candidates = _some(items)
    done = done_today(candidates, [ItemKey("a", f"item-{number:02}") for number in asked])
    fact_of = {candidate.key: candidate.fact for candidate in candidates}

    queue = study_queue(candidates, now=NOON, limits=Limits(questions=limit), seed=seed, done=done)

    assert len(queue) <= limit
    assert len({fact_of[key] for key in queue}) == len(queue)
    assert all(key in done.asked.get(fact_of[key], {key}) for key in queue)


@given(SEEDS, SOME)
def test_every_fact_that_waits_has_its_turn(seed: int, items: list[tuple[int, float | None]]) -> None:
    """Law: siblings hold back each other and nothing else; each fact with something due or new is asked about."""
    candidates = _some(items)
    open_ones = {item.fact for item in candidates if item.card is None or item.card.due <= NOON}
    fact_of = {candidate.key: candidate.fact for candidate in candidates}

    assert {fact_of[key] for key in study_queue(candidates, now=NOON, seed=seed)} == open_ones


def test_a_sibling_waits_for_the_next_day() -> None:
    """Of one fact's two new questions one is asked; the other is new tomorrow, even when nothing else is left."""
    candidates = [_candidate(0, fact="same"), _candidate(1, fact="same"), _candidate(2)]
    assert _names(study_queue(candidates, now=NOON, seed=1)) == ["item-00", "item-02"]

    later = [_seen(0, days_ago=0.01, fact="same"), *candidates[1:]]
    today = done_today(later, [later[0].key])
    assert _names(study_queue(later[:2], now=NOON, seed=1, done=today)) == []
    assert _names(study_queue(later[:2], now=NOON + timedelta(days=1), seed=1)) == ["item-01"]


def test_what_is_due_goes_before_its_new_sibling() -> None:
    """Repetition first: a new item never pushes a due one of its fact aside."""
    candidates = [_candidate(0, fact="same"), _seen(1, days_ago=9, fact="same")]

    assert _names(study_queue(candidates, now=NOON, seed=1)) == ["item-01"]


def test_a_miss_of_today_comes_back_today() -> None:
    """The item itself may be asked again on its day, whatever the limits; its sibling may not."""
    candidates = [
        _seen(0, days_ago=0.01, rating=Rating.AGAIN, fact="same"),
        _seen(1, days_ago=9, fact="same"),
        _seen(2, days_ago=9),
    ]
    done = done_today(candidates, [candidates[0].key])

    assert done == Done(new=1, due=0, asked={"same": frozenset({candidates[0].key})})
    queue = study_queue(candidates, now=NOON, seed=1, limits=Limits(due=0), done=done)
    assert _names(queue) == ["item-00"]


@given(SOME, st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_a_day_has_its_limits(
    items: list[tuple[int, float | None]], new: int, due: int, new_done: int, due_done: int
) -> None:
    """Law: what was asked and what waits are together no more than the day's limits."""
    today = waiting(_some(items), now=NOON, limits=Limits(new=new, due=due), done=Done(new=new_done, due=due_done))

    assert len(today.new) <= max(0, new - new_done)
    assert len(today.due) <= max(0, due - due_done)
    assert today.unseen == sum(ago is None for _, ago in items)


def test_usual_limits() -> None:
    """Twenty new ones a day and two hundred due ones, when nobody says otherwise."""
    fresh = [_candidate(number) for number in range(NEW_A_DAY + 5)]
    old = [_seen(number, days_ago=30) for number in range(50, DUE_A_DAY + 55)]
    today = waiting([*fresh, *old], now=NOON)

    assert (len(today.new), len(today.due), today.unseen) == (NEW_A_DAY, DUE_A_DAY, NEW_A_DAY + 5)


def test_an_exam_brings_new_ones_faster_unless_the_learner_says_how_many() -> None:
    """All are seen on the eve of the exam at the latest; a number given stays, an exam that is over is none."""
    fresh = [_candidate(number) for number in range(90)]

    def new(**aim: object) -> int:
        exam = (NOON + timedelta(days=4)).date()
        return len(waiting(fresh, now=NOON, aim=Aim(exam=exam), **aim).new)  # type: ignore[arg-type]  # by name

    assert new() == 30
    assert new(done=Done(new=10)) == 24  # 100 in all, 34 a day
    assert new(limits=Limits(new=3)) == 3
    assert len(waiting(fresh, now=NOON, aim=Aim(exam=(NOON - timedelta(days=1)).date())).new) == NEW_A_DAY


def test_a_higher_retention_asks_sooner() -> None:
    """The queue follows the aim: what is due in two days for nine in ten is due tomorrow for more."""
    candidates = [_seen(0, days_ago=1)]

    assert study_queue(candidates, now=NOON, seed=1) == ()
    assert study_queue(candidates, now=NOON, seed=1, aim=Aim(retention=0.95)) == (candidates[0].key,)


@given(SEEDS)
def test_the_queue_is_a_function_of_the_seed(seed: int) -> None:
    """Law: the same seed gives the same order, whatever order the items came in."""
    old = [_seen(number, days_ago=10) for number in range(8)]

    for queue in (study_queue, lambda items, now, seed: practice_queue(items, limit=8, seed=seed)):
        once = queue(old, now=NOON, seed=seed)
        assert once == queue(old[::-1], now=NOON, seed=seed)


def test_another_seed_gives_another_order() -> None:
    """What is due is mixed, and practice too."""
    old = [_seen(number, days_ago=10) for number in range(8)]

    assert len({study_queue(old, now=NOON, seed=seed) for seed in range(9)}) > 1
    assert len({practice_queue(old, limit=8, seed=seed) for seed in range(9)}) > 1


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
