"""Numbers and dates as people type them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.dates import PartialDate, parse_dates
from quizapp.grading.numbers import parse_number, parse_quantity, spelled
from quizapp.grading.quantities import other_unit
from quizapp.model.item import NumericItem

NUMBERS = {
    "82": "82",
    "1,200": "1200",
    "1 200": "1200",
    "1.2k": "1200",
    "3 million": "3000000",
    "3m": "3000000",
    "3e6": "3000000",
    "3 x 10^6": "3000000",
    "3×10⁶": "3000000",
    "2½": "2.5",
    "1/2": "0.5",
    "2 1/2": "2.5",
    "3,5": "3.5",
    "0.5": "0.5",
    "-5": "-5",
    "minus five": "-5",
    "twelve": "12",
    "a dozen": "12",
    "two dozen": "24",
    "half a million": "500000",
    "two and a half million": "2500000",
    "three point one four": "3.14",
    "three hundred and five thousand": "305000",
    "nineteen eighty-four": "1984",
    "twenty oh five": "2005",
    "nineteen hundred": "1900",
    "12th": "12",
    "€56bn": "56000000000",
    "A$90 billion": "90000000000",
    "38 per cent": "38",
    "100 °C": "100",
    "about 500 kg": "500",
    "it was 1858": "1858",
}
NO_NUMBERS = [
    "",
    "eighty-ish",
    "the 1990s",
    "1990s",
    "12 or 13",
    "not 12",
    "1,2,3",
    "1/0",
    "5 ft 6 in",
    "1e999",
    "9" * 50,
    "between 3 and 4",
    "12-15",
    "one two",
    "three point twelve",
    "abc",
    "12 planes and a very long story about them",
]


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_a_number_is_read_as_meant(text: str, value: str) -> None:
    """Every way to write a number gives the same number."""
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_none(text: str) -> None:
    """A text that says no number, or more than one, is never taken for one."""
    assert parse_number(text) is None


@given(st.integers(-(10**15), 10**15))
def test_a_spelled_number_reads_as_itself(number: int) -> None:
    """Law: reading what was spelled gives the number."""
    assert parse_number(spelled(Decimal(number))) == number


@pytest.mark.parametrize(
    ("value", "text"), [("1200", "1,200"), ("56000000000", "56 billion"), ("0.50", "0.5"), ("82", "82")]
)
def test_numbers_are_spelled_for_people(value: str, text: str) -> None:
    """Thousands are grouped, millions and more are words."""
    assert spelled(Decimal(value)) == text


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("82 miles", ("mi",)),
        ("20 km/h", ("kph",)),
        ("20 kilometres per hour", ("kph",)),
        ("$5", ("dollar",)),
        ("5 US dollars", ("us", "dollar")),
        ("5 bottles of milk", ("bottle", "milk")),
        ("5 inches", ("inch",)),
        ("5 people", ("person",)),
        ("5 cities", ("city",)),
    ],
)
def test_units_have_one_form(text: str, unit: tuple[str, ...]) -> None:
    """All spellings of a unit are the same unit."""
    quantity = parse_quantity(text)

    assert quantity is not None
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("15 September 2021", [PartialDate(year=2021, month=9, day=15)]),
        ("5/9/2021", [PartialDate(year=2021, month=9, day=5), PartialDate(year=2021, month=5, day=9)]),
        ("March 1921", [PartialDate(year=1921, month=3)]),
        ("AD 79", [PartialDate(year=79)]),
        ("44 BC", [PartialDate(year=-44)]),
        ("Monday", [PartialDate(weekday=0)]),
        ("1921", []),
        ("15/16/2021", []),
        ("March or April", []),
        ("the March on Rome", []),
        ("41 March", []),
        ("31 February 2021", [PartialDate(year=2021, month=2, day=31)]),
    ],
)
def test_a_date_is_read_in_every_way_it_can_be(text: str, dates: list[PartialDate]) -> None:
    """Figures may be read both ways; a bare year is a number and no date."""
    assert list(parse_dates(text)) == dates


@given(st.dates())
def test_a_full_date_knows_its_day_of_the_week(day: object) -> None:
    """Law: a date agrees with its own day of the week and with no other."""
    from datetime import date

    assert isinstance(day, date)
    full = PartialDate(year=day.year, month=day.month, day=day.day)

    assert [weekday for weekday in range(7) if full.agrees(PartialDate(weekday=weekday))] == [day.weekday()]


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("27", ""),
        ("27 km", ""),
        ("about 27 kilometres", ""),
        ("27 kilom", ""),  # it may become the right one
        ("27 miles", "miles"),
        ("132 miles", "miles"),
        ("27%", "percent"),
        ("eighty-ish miles", ""),  # no number at all
    ],
)
def test_a_unit_that_is_not_the_one_asked_for_is_named(typed: str, unit: str) -> None:
    """While it is typed, before it is judged; whatever the number."""
    item = NumericItem(
        id="cable",
        fact="cable",
        stem="How long is the cable?",
        key="27 kilometres",
        value="27",
        unit="kilometres",
        evidence=(),
    )
    assert other_unit(typed, item) == unit
    assert other_unit(typed, replace(item, unit="")) == ""
