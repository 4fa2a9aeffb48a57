"""When a question is still the same: what is right decides it, not the words that ask."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builders import GATHERED, KINDS, make_distractor, make_evidence, make_item
from quizapp.kit.text import reading
from quizapp.model.fact import Hedge
from quizapp.model.fingerprint import fingerprints
from quizapp.model.item import Item, MatchingItem, OrderingItem, Pair, Status
from quizapp.model.memory import UNKNOWN, carried, is_about

EVERY_KIND = pytest.mark.parametrize("kind", [*KINDS, *GATHERED])
WORDS = st.text(st.sampled_from("abcéñж張0123456789 -+"), min_size=1, max_size=20)


def _key(item: Item) -> str:
    return fingerprints(item)[0]


def _short(key: str, *accepted: str) -> Item:
    return make_item("short", key=key, accepted=accepted)


@EVERY_KIND
def test_wording_is_no_part_of_it(kind: str) -> None:
    """What asks, tempts, explains and proves may change, and so may what people decided about the item."""
    item = make_item(kind)
    changed = make_item(
        kind,
        id="another",
        fact="another",
        stem="Quite another stem with a ____?" if kind == "cloze" else "Quite another stem?",
        rationale="Because.",
        evidence=(make_evidence("In winter nobody rings it."),),
        score=0.1,
        status=Status.KEPT,
        edited=True,
    )
    assert _key(changed) == _key(item)
    if kind in {"choice", "multiple", "matching", "short"}:
        assert _key(make_item(kind, distractors=(make_distractor("Nobody"),) * 1)) == _key(item)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joseph Bazalgette", "joseph  BAZALGETTE "),
        ("a “nuisance with a rope”", 'a "nuisance with a rope"'),
        ("the mayor’s bell", "the mayor's bell"),
        ("1889–1891", "1889-1891"),
        ("1,200 pounds", "1200 pounds"),
        ("1\u202f200 pounds", "1,200 pounds"),
        ("It never rains.", "it never rains"),
        ("a\u200bb", "ab"),
    ],
)
def test_the_form_of_a_key_is_wording(one: str, other: str) -> None:
    """Case, spaces, quotation marks, dashes, grouped digits and a full stop at the end say nothing."""
    assert _key(_short(one)) == _key(_short(other))


@given(WORDS, st.sampled_from([str.upper, str.title, lambda text: f"  {text} ", lambda text: text.replace(" ", "  ")]))
def test_a_key_in_another_form_is_the_same_key(key: str, change: Callable[[str], str]) -> None:
    """Law: case and spaces never make another question."""
    assume(reading(key))
    assert _key(_short(change(key))) == _key(_short(key))


@given(st.integers(), st.integers())
def test_another_number_is_another_question(one: int, other: int) -> None:
    """Law: no number is like another one, in words or as a quantity."""
    same = one == other
    assert (_key(_short(f"in {one}")) == _key(_short(f"in {other}"))) == same
    numbers = [make_item("numeric", value=str(number)) for number in (one, other)]
    assert (_key(numbers[0]) == _key(numbers[1])) == same


@given(WORDS, WORDS)
def test_another_key_is_another_question(one: str, other: str) -> None:
    """Law: keys of other letters or digits are other questions."""
    letters = [[char for char in reading(text) if char != " "] for text in (one, other)]
    assume(letters[0] != letters[1])
    assert _key(_short(one)) != _key(_short(other))


def test_a_quantity_is_its_number_and_unit() -> None:
    """How the article writes it, and how exactly, is wording; another unit is another question."""
    item = make_item("numeric")
    assert _key(make_item("numeric", key="500 kg", hedge=Hedge.EXACT, value="500.0")) == _key(item)
    assert _key(make_item("numeric", unit="pounds")) != _key(item)
    assert _key(make_item("numeric", value="50")) != _key(item)


def test_a_judgement_turned_round_is_another_question() -> None:
    """True became false."""
    assert _key(make_item("true-false", key=False)) != _key(make_item("true-false", key=True))


def test_the_same_key_asked_for_in_another_way_is_the_same_question() -> None:
    """A choice that becomes a short answer or a gap asks for the same thing to be known; a judgement does not."""
    choice = make_item("choice", key="fog")
    assert _key(_short("Fog")) == _key(choice) == _key(make_item("cloze", keys=("fog",)))
    assert _key(make_item("true-false")) != _key(_short("True"))


def test_what_is_right_together_counts_together() -> None:
    """Ticks have no order, an order has; a match is its pairs."""
    several = make_item("multiple")
    assert _key(make_item("multiple", keys=("the quay", "fog"))) == _key(several)
    assert _key(make_item("multiple", keys=("the quay", "fog", "the bell"))) != _key(several)

    ordered = make_item("ordering")
    assert isinstance(ordered, OrderingItem)
    assert _key(replace(ordered, keys=ordered.keys[::-1])) != _key(ordered)

    matched = make_item("matching")
    assert isinstance(matched, MatchingItem)
    first, second, third = matched.pairs
    swapped = (Pair(prompt=first.prompt, answer=second.answer), Pair(prompt=second.prompt, answer=first.answer), third)
    assert _key(replace(matched, pairs=(third, first, second))) == _key(matched)
    assert _key(replace(matched, pairs=swapped)) != _key(matched)


def test_an_old_key_that_is_still_accepted_goes_on() -> None:
    """Who learned “Aldwick” knows it where “the town of Aldwick” has become the key and “Aldwick” is accepted."""
    old, new = fingerprints(_short("Aldwick")), fingerprints(_short("the town of Aldwick", "Aldwick"))
    assert old[0] != new[0]
    assert is_about(old[0], new)
    assert carried(old[0], new) == old[0]

    gone = fingerprints(_short("the town of Bridlick"))
    assert not is_about(old[0], gone)
    assert carried(old[0], gone) == gone[0]


def test_what_nobody_knows_fits_everything() -> None:
    """Answers of before fingerprints were kept count, and the next one says what they were about."""
    now = fingerprints(_short("Aldwick"))
    assert is_about(UNKNOWN, now)
    assert carried(UNKNOWN, now) == now[0]


def test_fingerprints_never_change() -> None:
    """They lie in learners' histories: another way to make them would start everything anew."""
    found = {kind: fingerprints(make_item(kind)) for kind in (*KINDS, *GATHERED)}
    gaps = make_item("cloze", stem="____ rang ____.", keys=("Nobody", "it"))
    assert found | {"gaps": fingerprints(gaps)} == {
        "choice": ("3ff72881c006379a",),
        "true-false": ("5793637d8347a4d0",),
        "cloze": ("3349f5c3b71b8430",),
        "numeric": ("42de432ea0aa5c6e",),
        "short": ("5b451abf347df7be", "0334cb21c9f83e8c"),
        "multiple": ("5b9cae1aeb9d6aa9",),
        "matching": ("3ccd600965fa7c71",),
        "ordering": ("5c976b46c1906aae",),
        "gaps": ("0f24578ca184845a",),
    }
