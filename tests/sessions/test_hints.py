"""Hints help without giving the answer away."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from builders import make_item
from quizapp.model.item import ChoiceItem
from quizapp.model.memory import ItemKey
from quizapp.sessions.hints import first_letters, hint_for

KEY = ItemKey("a", "item")


def test_a_choice_rules_out_one_wrong_option_with_its_reason() -> None:
    """Never the key, and the same one all sitting long."""
    item = make_item("choice")
    assert isinstance(item, ChoiceItem)
    hints = {hint_for(item, key=KEY, seed=seed) for seed in range(50)}

    assert hints == {f"Not “{wrong.text}”. {wrong.why}" for wrong in item.distractors}
    assert hint_for(item, key=KEY, seed=7) == hint_for(item, key=KEY, seed=7)


def test_typed_answers_show_their_first_letters() -> None:
    """One dot a hidden letter, signs and spaces as they are."""
    assert first_letters("Metropolitan Board of Works") == "M··········· B···· o· W····"
    assert hint_for(make_item("short", key="Le Drian"), key=KEY, seed=1) == "L· D····"
    assert hint_for(make_item("cloze"), key=KEY, seed=1) == "f··"


def test_true_or_false_has_no_hint() -> None:
    """Any hint would be the answer."""
    assert hint_for(make_item("true-false"), key=KEY, seed=1) is None


def test_nothing_at_all_has_no_range() -> None:
    """Sixty per cent of nothing is nothing, so there is no hint that would not be the answer."""
    assert hint_for(make_item("numeric", value="0", unit="miles"), key=KEY, seed=1) is None


@given(st.decimals(1, 10**12, places=1), st.integers(0, 99), st.sampled_from(["", "miles"]))
def test_a_number_lies_in_its_range_which_is_no_point(value: Decimal, seed: int, unit: str) -> None:
    """Law: the range holds the number, and more than the number."""
    hint = hint_for(make_item("numeric", value=str(value), unit=unit), key=KEY, seed=seed)

    assert hint is not None
    low, high = (Decimal(end.replace(",", "")) for end in re.findall(r"[\d,.]+", hint))
    assert low <= value <= high
    assert low < high


def test_a_year_gets_a_score_of_years() -> None:
    """Sixty per cent of a year would be no hint."""
    hint = hint_for(make_item("numeric", key="1858", value="1858", unit=""), key=KEY, seed=1)

    assert hint is not None
    low, high = map(int, re.findall(r"\d+", hint))
    assert high - low == 20
