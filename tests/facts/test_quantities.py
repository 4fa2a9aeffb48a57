"""Numbers with what belongs to them."""

from collections.abc import Callable

import pytest

from quizapp.facts.numerals import number_of
from quizapp.facts.quantities import find_quantities
from quizapp.facts.scene import Scene
from quizapp.model.fact import Answer, Hedge


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("1,200", "1200"),
        ("€56 billion", "56000000000"),
        ("38 percent", "38"),
        ("Thirty-one", "31"),
        ("a dozen", "12"),
        ("two and a half million", "2500000"),
        ("-42", "-42"),
        ("6.1", "6.1"),
        ("a thousand", "1000"),
        ("many", ""),
        ("12 to 14", ""),
    ],
)
def test_the_value_of_a_number(text: str, value: str) -> None:
    """A plain decimal string, or nothing where it is not one number."""
    assert number_of(text) == value


CASES = [
    ("Australia cancelled a €56 billion contract.", "€56 billion", Answer.MONEY, Hedge.EXACT, ""),
    ("The order was for 12 French submarines.", "12", Answer.COUNT, Hedge.EXACT, "French submarines"),
    ("About 60 protesters came.", "About 60", Answer.COUNT, Hedge.ABOUT, "protesters"),
    ("More than 400,000 tonnes were caught.", "More than 400,000 tonnes", Answer.MEASURE, Hedge.MORE_THAN, "tonnes"),
    ("Sales rose by 14 percent.", "14 percent", Answer.PERCENT, Hedge.EXACT, ""),
    ("The trial lasted 12 weeks.", "12 weeks", Answer.DURATION, Hedge.EXACT, "weeks"),
    ("Propane boils at about -42 °C.", "about -42 °C", Answer.MEASURE, Hedge.ABOUT, "degrees"),
    (
        "Profit will lie between £700 million and £730 million.",
        "between £700 million and £730 million",
        Answer.MONEY,
        Hedge.EXACT,
        "",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "full", "answer", "hedge", "noun"), CASES)
def test_a_quantity_with_unit_and_hedge(
    scene: Callable[..., Scene], text: str, full: str, answer: Answer, hedge: Hedge, noun: str
) -> None:
    """The hedge and the unit are parts of the quantity."""
    built = scene(text)
    found = [q for s in built.reading.sentences for q in find_quantities(built.reading, s)]
    assert [(q.full, q.answer, q.hedge, q.noun) for q in found] == [(full, answer, hedge, noun)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "A 12-metre boat sank.",
        "The 16-member bloc met.",
        "It has grown over the past 30 years.",
        'He said: "Take one small step."',
        "Three of the four ministers left.",
    ],
)
def test_numbers_that_are_not_asked(scene: Callable[..., Scene], text: str) -> None:
    """Compounds, quotations, ratios and times that count from now are left alone."""
    built = scene(text)
    assert [q.full for s in built.reading.sentences for q in find_quantities(built.reading, s)] == []


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "61 percent of passengers travel for medical reasons.",
            "What percentage of passengers travel for medical reasons?",
            "61 percent",
        ),
        (
            "The mill burned more than 40 percent of the coal in Leeds.",
            "What percentage of the coal in Leeds did the mill burn?",
            "more than 40 percent",
        ),
        ("Only 12 per cent of the maps were found.", "What percentage of the maps were found?", "12 per cent"),
        (
            "Of the maps, 12 percent were copies by a monk.",
            "Of the maps, what percentage were copies by a monk?",
            "12 percent",
        ),
        (
            "A modern boiler turns about 90 percent of the energy in its fuel into useful heat.",
            "A modern boiler turns ____ of the energy in its fuel into useful heat.",
            "about 90 percent",
        ),
        ("Sales rose 17 percent in the spring.", "By what percentage did sales rise in the spring?", "17 percent"),
    ],
)
@pytest.mark.model
def test_a_share_of_something_is_whole(asked: Callable[..., dict[str, str]], text: str, stem: str, key: str) -> None:
    """“61 percent of passengers” is a figure, not one half of a ratio; of a change it is by how much."""
    stems = asked(text)
    assert stems.get(stem) == key, stems
