"""What is known of each fact."""

from hypothesis import given
from hypothesis import strategies as st

from builders import make_review
from quizapp.model.memory import ItemKey, Review
from quizapp.model.outcome import Outcome
from quizapp.statistics.facts import HARD_FROM, fact_figures, hardest_facts

ITEMS = st.dictionaries(
    st.tuples(st.sampled_from("ab"), st.integers(0, 8)), st.sampled_from(["one", "two", "three"]), max_size=12
)


def _key(article: str, number: int) -> ItemKey:
    return ItemKey(article, f"item-{number}")


def _answers(key: ItemKey, marks: str) -> list[Review]:
    return [make_review(key=key, outcome=Outcome.RIGHT if mark == "r" else Outcome.WRONG) for mark in marks]


@given(
    ITEMS, st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 8), st.booleans()), max_size=30), st.floats(0, 1)
)
def test_facts_take_items_and_answers_apart(
    items: dict[tuple[str, int], str], log: list[tuple[str, int, bool]], chance: float
) -> None:
    """Law: each item is in one fact of its own article, each answer to such an item counts once, shares are shares."""
    facts = {_key(*place): fact for place, fact in items.items()}
    answers = [
        make_review(key=_key(article, number), outcome=Outcome.CLOSE if right else Outcome.SHOWN)
        for article, number, right in log
    ]
    chances = {answer.key: chance for answer in answers}
    figures = fact_figures(facts, chances=chances, answers=answers)

    assert sorted(key for one in figures for key in one.items) == sorted(facts)
    assert all(key.article == one.article and facts[key] == one.fact for one in figures for key in one.items)
    assert sum(one.answers for one in figures) == sum(answer.key in facts for answer in answers)
    assert sum(one.seen for one in figures) == sum(key in facts for key in chances)
    for one in figures:
        assert 0 <= one.solid <= one.seen / len(one.items)
        assert one.share == (one.right / one.answers if one.answers else None)


def test_a_fact_is_solid_in_all_its_items_or_in_a_part() -> None:
    """Of two items one likely to be known in three weeks is half."""
    facts = {_key("a", 0): "bell", _key("a", 1): "bell"}
    (bell,) = fact_figures(facts, chances={_key("a", 0): 0.95}, answers=_answers(_key("a", 0), "rrw"))

    assert (bell.seen, bell.solid, bell.answers, bell.right) == (1, 0.5, 3, 2)


def test_the_hardest_facts_were_asked_often_enough() -> None:
    """Four answers at least, over all the items of a fact; what was never missed is not hard."""
    marks = {0: "w" * (HARD_FROM - 1), 1: "rrrw", 2: "ww", 3: "wr", 4: "rrrrrr", 5: "wwrr"}
    facts = {_key("a", number): "shared" if number in {2, 3} else f"fact-{number}" for number in marks}
    answers = [answer for number, given_marks in marks.items() for answer in _answers(_key("a", number), given_marks)]
    figures = fact_figures(facts, chances={}, answers=answers)

    assert [(one.fact, one.share) for one in hardest_facts(figures)] == [
        ("shared", 0.25),
        ("fact-5", 0.5),
        ("fact-1", 0.75),
    ]
    assert len(hardest_facts(figures, most=1)) == 1
