"""What the answers say about each item."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_review
from quizapp.model.memory import ItemKey, Review
from quizapp.model.outcome import Outcome
from quizapp.statistics.items import (
    ANSWERS_AT_LEAST,
    SITTINGS_AT_LEAST,
    ItemFigures,
    Reply,
    correlation,
    dead_distractors,
    item_figures,
)

LOGS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 4), st.sampled_from(list(Outcome)), st.floats(0, 600)), max_size=60
)


def _key(number: int) -> ItemKey:
    return ItemKey("a", f"item-{number}")


def _answer(sitting: int, item: int, outcome: Outcome, seconds: float = 5.0, **changes: object) -> Review:
    plain = make_review(session=f"s{sitting}", key=_key(item), outcome=outcome, seconds=seconds)
    return plain._replace(**changes)  # type: ignore[arg-type]  # fields by name


def _figures(log: list[Review]) -> dict[ItemKey, ItemFigures]:
    return {one.key: one for one in item_figures(log, distractors={})}


@given(LOGS)
def test_figures_add_up(log: list[tuple[int, int, Outcome, float]]) -> None:
    """Law: every answer counts once, facility is right over answers, and all shares stay in their bounds."""
    answers = [_answer(*one) for one in log]
    figures = item_figures(answers, distractors={})

    assert sum(one.answers for one in figures) == len(answers)
    assert sum(one.right for one in figures) == sum(answer.outcome.counts_as_right for answer in answers)
    assert [one.key for one in figures] == sorted({answer.key for answer in answers})
    for one in figures:
        assert one.facility == one.right / one.answers
        assert one.discrimination is None or -1 <= one.discrimination <= 1
        times = [answer.seconds for answer in answers if answer.key == one.key]
        assert min(times) <= one.seconds <= max(times)


@given(st.permutations(range(12)))
def test_the_order_of_sittings_does_not_matter(order: list[int]) -> None:
    """Law: discrimination looks at who knew what together, not when."""
    log = [
        [_answer(s, item, Outcome.RIGHT if (s * 7 + item) % 3 else Outcome.WRONG) for item in range(4)]
        for s in range(12)
    ]
    figures = _figures([answer for sitting in order for answer in log[sitting]])

    in_order = _figures([answer for sitting in log for answer in sitting])

    assert {key: pytest.approx(one.discrimination) for key, one in in_order.items()} == {
        key: one.discrimination for key, one in figures.items()
    }
    assert any(one.discrimination for one in in_order.values())


def _sittings(known: list[bool]) -> list[Review]:
    """In each sitting three items go as the sitting does, one always the other way, and one is always right."""
    right, wrong = Outcome.RIGHT, Outcome.WRONG
    return [
        answer
        for number, good in enumerate(known)
        for answer in (
            *(_answer(number, item, right if good else wrong) for item in range(3)),
            _answer(number, 3, wrong if good else right),
            _answer(number, 4, right),
        )
    ]


def test_an_item_discriminates_when_it_goes_as_the_others_do() -> None:
    """Right in good sittings and wrong in bad ones is positive, the other way round negative, always right unknown."""
    figures = _figures(_sittings([True, False, True, True, False, False]))

    assert figures[_key(0)].discrimination == pytest.approx(1)
    assert figures[_key(3)].discrimination == pytest.approx(-1)
    assert figures[_key(4)].discrimination is None
    assert figures[_key(4)].facility == 1


def test_an_item_is_not_measured_by_itself() -> None:
    """Known in half the good sittings and in half the bad ones it tells nothing: its own mark is not in the others'."""
    right, wrong = Outcome.RIGHT, Outcome.WRONG
    log = [
        answer
        for number in range(12)
        for answer in (
            _answer(number, 0, right if number % 2 else wrong),
            *(_answer(number, item, right if number % 4 < 2 else wrong) for item in (1, 2, 3)),
        )
    ]

    assert _figures(log)[_key(0)].discrimination == pytest.approx(0)


def test_a_few_sittings_say_nothing_of_discrimination() -> None:
    """It takes five sittings, and two other items in each."""
    few = [True, False] * SITTINGS_AT_LEAST
    assert _figures(_sittings(few[: SITTINGS_AT_LEAST - 1]))[_key(0)].discrimination is None
    assert _figures(_sittings(few[:SITTINGS_AT_LEAST]))[_key(0)].discrimination is not None
    pairs = [_answer(s, item, Outcome.RIGHT if s % 2 else Outcome.WRONG) for s in range(9) for item in range(2)]
    assert _figures(pairs)[_key(0)].discrimination is None


def test_only_the_first_answer_of_a_sitting_counts_there() -> None:
    """A miss that was put right in the same sitting is a miss."""
    log = _sittings([True, False, True, True, False, False])
    mended = [*log, *(_answer(s, 0, Outcome.RIGHT) for s in range(6))]

    assert _figures(mended)[_key(0)].discrimination == _figures(log)[_key(0)].discrimination
    assert _figures(mended)[_key(0)].answers == 12


@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(-100, 100)), max_size=20), st.floats(0.5, 5))
def test_a_correlation_knows_no_units(pairs: list[tuple[float, float]], scale: float) -> None:
    """Law: bounded, the same both ways round, turned by a minus, and not moved by another scale."""
    found = correlation(pairs)
    turned = correlation([(one, -other) for one, other in pairs])

    assert correlation([(other, one) for one, other in pairs]) == pytest.approx(found)
    if found is not None and turned is not None:
        assert -1 <= found <= 1
        assert turned == pytest.approx(-found)
        again = correlation([(one * scale, other) for one, other in pairs])
        assert again is None or again == pytest.approx(found, abs=1e-6)


def _in_a_drill(answer: Review) -> Reply:
    right = answer.outcome.counts_as_right
    return Reply(
        key=answer.key,
        sitting=answer.session,
        kind=answer.kind,
        given=answer.given,
        right=right,
        seconds=answer.seconds,
    )


@given(LOGS, LOGS)
def test_an_answer_counts_alike_in_a_drill_and_in_study(
    log: list[tuple[int, int, Outcome, float]], played: list[tuple[int, int, Outcome, float]]
) -> None:
    """Law: where an answer was given changes nothing but how many are called drilled; a drill is no one's sitting."""
    answers, others = [_answer(*one) for one in log], [_answer(100 + sitting, *rest) for sitting, *rest in played]
    mixed = item_figures(answers, distractors={}, drilled=map(_in_a_drill, others))

    assert sum(one.drilled for one in mixed) == len(others)
    plain = item_figures([*answers, *others], distractors={})
    assert [replace(one, drilled=0) for one in mixed] == list(plain)
    assert item_figures(answers, distractors={}, drilled=map(_in_a_drill, answers)) == tuple(
        replace(one, drilled=one.answers // 2)
        for one in item_figures(
            [*answers, *(one._replace(session=f"d{one.session}") for one in answers)], distractors={}
        )
    )


def test_an_option_that_a_team_picks_is_alive() -> None:
    """Dead is what nobody picks, in study or in a drill."""
    answers = _given(*["Edith Crane"] * ANSWERS_AT_LEAST, WRONG[0])
    drilled = [_in_a_drill(answer) for answer in _given(WRONG[1])]

    (figures,) = item_figures(answers, distractors={_key(0): WRONG}, drilled=drilled)

    assert figures.dead == ()


WRONG = ("The town clerk", "A fisherman")


def _given(*texts: str, kind: str = "choice") -> list[Review]:
    return [_answer(number, 0, Outcome.WRONG, given=text, kind=kind) for number, text in enumerate(texts)]


def test_an_option_that_nobody_picks_is_dead_after_answers_enough() -> None:
    """Before ten answers nothing is said; then what was picked at least once in twenty is alive."""
    picked = [WRONG[0], *["Edith Crane"] * (ANSWERS_AT_LEAST - 1)]

    assert dead_distractors(_given(*picked[:-1]), WRONG) == ()
    assert dead_distractors(_given(*picked), WRONG) == (WRONG[1],)
    assert dead_distractors(_given(*picked, *["Edith Crane"] * 10), WRONG) == (WRONG[1],)
    assert dead_distractors(_given(*picked, *["Edith Crane"] * 11), WRONG) == WRONG


@pytest.mark.parametrize(
    ("kind", "text"),
    [("multiple", "the fog; A fisherman"), ("matching", "rings it: A fisherman; hung it: Aldwick")],
)
def test_picks_among_several_are_found(kind: str, text: str) -> None:
    """A tick among ticks, and an answer given to some prompt."""
    assert dead_distractors(_given(*[text] * 10, kind=kind), WRONG) == (WRONG[0],)


def test_an_option_inside_another_is_not_picked() -> None:
    """Only the whole option counts: "A fisherman" is not "A fisherman of Aldwick", nor what follows a colon."""
    texts = ["A fisherman of Aldwick", "He said: A fisherman"] * 5

    assert dead_distractors(_given(*texts), WRONG) == WRONG
