"""What practice asks."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builders import NOON, make_review
from quizapp.model.aim import Aim
from quizapp.model.memory import Card, ItemKey, Rating, Review
from quizapp.model.outcome import Outcome
from quizapp.scheduling.forecast import is_due
from quizapp.scheduling.schedule import review_card
from quizapp.sessions.practice import ahead, first_of, hardest, missed, practice_queue
from quizapp.sessions.queue import APART, Candidate

SEEDS = st.integers(0, 2**62)
ANSWERS = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(list(Outcome))), max_size=30)


def _key(number: int) -> ItemKey:
    return ItemKey("a", f"item-{number:02}")


def _candidate(number: int, *, fact: str = "", card: Card | None = None) -> Candidate:
    return Candidate(key=_key(number), fact=fact or f"fact-{number}", rank=number, card=card)


def _log(answers: list[tuple[int, Outcome]]) -> list[Review]:
    return [
        make_review(id=str(place), key=_key(number), outcome=outcome, at=NOON + timedelta(minutes=place))
        for place, (number, outcome) in enumerate(answers)
    ]


ALL = [_candidate(number) for number in range(6)]


@given(ANSWERS)
def test_missed_are_those_whose_last_answer_was_a_miss(answers: list[tuple[int, Outcome]]) -> None:
    """Law: the last answer decides, whatever came before; the latest miss first, and nobody twice."""
    found = missed(ALL, _log(answers))
    last = dict(answers)

    assert {item.rank for item in found} == {number for number, outcome in last.items() if not outcome.counts_as_right}
    places = [max(place for place, (number, _) in enumerate(answers) if number == item.rank) for item in found]
    assert places == sorted(places, reverse=True)


@given(ANSWERS)
def test_hardest_are_those_that_were_ever_missed(answers: list[tuple[int, Outcome]]) -> None:
    """Law: every item with a miss and no other, and of two with as many answers the one missed more often first."""
    found = [item.rank for item in hardest(ALL, _log(answers))]
    misses = {n: sum(k == n and not o.counts_as_right for k, o in answers) for n in range(6)}
    total = {n: sum(k == n for k, _ in answers) for n in range(6)}

    assert set(found) == {number for number in range(6) if misses[number]}
    for before, after in pairwise(found):
        assert total[before] != total[after] or misses[before] >= misses[after]


def test_one_miss_of_one_is_not_the_hardest_of_all() -> None:
    """Four misses of five say more than one of one."""
    answers = [(0, Outcome.WRONG), *[(1, Outcome.SHOWN)] * 4, (1, Outcome.RIGHT)]

    assert [item.rank for item in hardest(ALL, _log(answers))] == [1, 0]


@given(st.lists(st.sampled_from(list(Rating)), max_size=8), st.integers(0, 40), st.floats(0.7, 0.99))
def test_ahead_is_what_falls_due_soon_and_is_not_due_yet(ratings: list[Rating], days: int, retention: float) -> None:
    """Law: nothing new, nothing due now, nothing beyond the last day; the soonest first; none is forgotten."""
    begin = NOON - timedelta(days=2)
    cards = [
        _candidate(number, card=review_card(None, key=_key(number), rating=rating, at=begin))
        for number, rating in enumerate(ratings)
    ]
    found = ahead([*cards, _candidate(99)], now=NOON, days=days, aim=Aim())
    last = (NOON + timedelta(days=days)).date()

    due = [item.card.due for item in found if item.card]
    assert due == sorted(due)
    assert {item.key for item in found} == {
        item.key
        for item in cards
        if item.card and not is_due(item.card, NOON) and item.card.due.astimezone(NOON.tzinfo).date() <= last
    }
    higher = ahead(cards, now=NOON, days=10_000, aim=Aim(retention=retention))
    assert len(higher) <= len(cards)


def test_the_last_day_ahead_counts() -> None:
    """What is due in two days is due within two days, and not within one."""
    card = review_card(None, key=_key(0), rating=Rating.GOOD, at=NOON)

    assert [len(ahead([_candidate(0, card=card)], now=NOON, days=days)) for days in (1, 2)] == [0, 1]


@given(SEEDS, st.lists(st.integers(0, 4), max_size=12), st.integers(0, 12))
def test_siblings_are_apart_and_the_limit_holds(seed: int, facts: list[int], limit: int) -> None:
    """Law: practice asks siblings, too, but one after the other only when nothing is left to put between."""
    candidates = [_candidate(number, fact=f"fact-{fact}") for number, fact in enumerate(facts)]
    fact_of = {candidate.key: candidate.fact for candidate in candidates}

    for queue in (practice_queue(candidates, limit=limit, seed=seed), first_of(candidates, limit=limit, seed=seed)):
        assert len(queue) == len(set(queue)) == min(limit, len(facts))
        for place, key in enumerate(queue[1:], 1):
            near = {fact_of[other] for other in queue[max(0, place - APART) : place]}
            if fact_of[key] in near:
                assert all(fact_of[other] in near for other in queue[place:])


@given(SEEDS, st.integers(0, 6))
def test_a_limit_takes_the_first_of_a_choice(seed: int, limit: int) -> None:
    """Law: what is cut off is what comes last, and only the order is left to luck."""
    assert set(first_of(ALL, limit=limit, seed=seed)) == {item.key for item in ALL[:limit]}


@given(SEEDS, st.lists(st.integers(0, 4), max_size=12), st.integers(0, 12))
def test_no_fact_is_asked_twice_before_every_other(seed: int, facts: list[int], limit: int) -> None:
    """Law: a sitting asks each fact once as long as there is another; what was just seen is no practice."""
    candidates = [_candidate(number, fact=f"fact-{fact}") for number, fact in enumerate(facts)]
    fact_of = {candidate.key: candidate.fact for candidate in candidates}

    for queue in (practice_queue(candidates, limit=limit, seed=seed), first_of(candidates, limit=limit, seed=seed)):
        asked = [fact_of[key] for key in queue]
        different = min(limit, len(set(facts)))
        assert len(set(asked[:different])) == different
