"""Ticks, pairs and orders: all right is right, and no blind habit beats a fair answer."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import GATHERED, make_distractor, make_item, right_response, wrong_response
from quizapp.grading.grade import grade
from quizapp.grading.picks import judge_picks
from quizapp.model.item import MatchingItem, MultipleChoiceItem, OrderingItem, Pair, options_of
from quizapp.model.outcome import Outcome
from quizapp.model.response import Picked, Shown, Typed

WORDS = tuple("abcdefgh")


def multiple(keys: int, wrong: int) -> MultipleChoiceItem:
    """An item with so many right and wrong options."""
    item = make_item("multiple", keys=WORDS[:keys], distractors=tuple(make_distractor(f"no {n}") for n in range(wrong)))
    assert isinstance(item, MultipleChoiceItem)
    return item


@pytest.mark.parametrize("kind", GATHERED)
def test_the_key_is_right_and_another_answer_wrong(kind: str) -> None:
    """Whatever is gathered: full credit for the key, none of it shown as wrong."""
    item = make_item(kind)
    best = grade(item, right_response(item))
    assert (best.outcome, best.credit, best.note) == (Outcome.RIGHT, 1.0, "")
    worse = grade(item, wrong_response(item))
    assert worse.outcome is Outcome.WRONG
    assert worse.credit < 1
    assert worse.note
    assert grade(item, Shown()).credit == 0


@pytest.mark.parametrize("kind", GATHERED)
def test_an_answer_of_another_form_is_refused(kind: str) -> None:
    """Typed words, options from elsewhere, one option too few."""
    item = make_item(kind)
    for response in (Typed(fields=("fog",)), Picked(options=("from elsewhere",)), Picked(options=())):
        if kind == "multiple" and response == Picked(options=()):
            continue  # nothing ticked is an answer
        with pytest.raises(ValueError, match=r"option|order|match|answered"):
            grade(item, response)


@given(keys=st.integers(2, 5), wrong=st.integers(1, 3), data=st.data())
def test_ticking_everything_earns_nothing(keys: int, wrong: int, data: st.DataObject) -> None:
    """No more than any other answer; credit is a share; only the exact set is right."""
    item = multiple(keys, wrong)
    options = options_of(item)
    everything = judge_picks(item, options)
    assert (everything.outcome, everything.credit) == (Outcome.WRONG, 0)
    ticked = data.draw(st.lists(st.sampled_from(options), unique=True))
    verdict = judge_picks(item, ticked)
    assert 0 <= verdict.credit <= 1
    assert (verdict.outcome is Outcome.RIGHT) == (set(ticked) == set(item.keys)) == (verdict.credit == 1)


@given(st.permutations(WORDS[:5]))
def test_an_order_is_worth_its_pairs(order: list[str]) -> None:
    """Only the right order is right; turned round it is worth nothing; a swap of neighbours costs least."""
    item = make_item("ordering", keys=WORDS[:5])
    assert isinstance(item, OrderingItem)
    verdict = judge_picks(item, order)
    assert (verdict.outcome is Outcome.RIGHT) == (tuple(order) == item.keys)
    assert 0 <= verdict.credit <= 1
    assert judge_picks(item, item.keys[::-1]).credit == 0
    swapped = judge_picks(item, ("b", "a", "c", "d", "e")).credit
    assert all(judge_picks(item, other).credit <= swapped for other in permutations(item.keys) if other != item.keys)


@given(st.lists(st.sampled_from("xyz"), min_size=3, max_size=3))
def test_a_match_is_worth_its_pairs(answers: list[str]) -> None:
    """One answer given to every prompt earns one share."""
    pairs = tuple(Pair(prompt=prompt, answer=answer) for prompt, answer in zip("abc", "xyz", strict=True))
    item = make_item("matching", pairs=pairs, distractors=())
    assert isinstance(item, MatchingItem)
    verdict = judge_picks(item, answers)
    right = sum(given == wanted for given, wanted in zip(answers, "xyz", strict=True))
    assert verdict.credit == right / 3
    assert verdict.parts.count(Outcome.RIGHT) == right
    assert judge_picks(item, ["x"] * 3).credit == pytest.approx(1 / 3)


def test_what_is_missing_is_said() -> None:
    """The note tells how much, not which."""
    item = multiple(3, 2)
    assert judge_picks(item, ("a", "no 0")).note == "2 right answers not ticked, 1 ticked that is wrong"
