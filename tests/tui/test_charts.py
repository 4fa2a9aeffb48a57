"""Charts as text: the number is always beside the bar, and nothing is ever wider than it said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.kit.durations import counted
from quizapp.tui import charts
from quizapp.tui.kind_names import kinds_in_words
from quizapp.tui.wording import clock_time

MONDAY = date(2026, 11, 23)


@given(st.floats(-1, 2), st.integers(1, 60))
def test_a_bar_keeps_its_width(share: float, width: int) -> None:
    """Thick and thin together fill the width, whatever the share."""
    assert charts.bar(share, width).cell_length == width


def test_a_bar_is_full_only_when_all_is_done() -> None:
    """Nothing is an empty bar, everything a full one."""
    assert charts.bar(0, 10).plain == "─" * 10
    assert charts.bar(1, 10).plain == "━" * 10
    assert charts.bar(0.5, 10).plain == "━" * 5 + "─" * 5


@given(st.lists(st.integers(0, 5_000), min_size=7, max_size=7))
def test_every_column_has_its_day_and_its_number(values: list[int]) -> None:
    """A day with anything due has a column, one with nothing has none, and both have a number."""
    *blocks, names, numbers = charts.columns(values, first=MONDAY, rows=4).plain.split("\n")
    assert names.split() == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [int(number) for number in numbers.split()] == values
    foot = blocks[-1].ljust(35)
    assert [foot[day * 5] != " " for day in range(7)] == [value > 0 for value in values]


def test_a_week_tells_done_missed_today_and_to_come() -> None:
    """Four marks, none of them known by its colour alone."""
    squares, letters = charts.week_row((True, False, True, None, None, None, None), today=3)
    assert squares.plain.split() == ["■", "□", "■", "▣", "·", "·", "·"]
    assert letters.plain.split() == list("MTWTFSS")


@given(st.integers(0, 99_999))
def test_a_big_number_is_three_rows_of_one_width(number: int) -> None:
    """Each digit is three cells wide, with a blank between two."""
    assert {row.cell_length for row in charts.big(number)} == {4 * len(str(number)) - 1}


@pytest.mark.parametrize(("seconds", "words"), [(0.4, "0 s"), (59.6, "1 min 0 s"), (250, "4 min 10 s")])
def test_a_duration_is_said_in_minutes_and_seconds(seconds: float, words: str) -> None:
    """Rounded once, so that it is never 60 seconds."""
    assert clock_time(seconds) == words


def test_things_are_counted_in_words() -> None:
    """One is singular, thousands have their comma, kinds that are not there are not named."""
    assert counted(1, "question") == "1 question"
    assert counted(1_284, "answer") == "1,284 answers"
    assert kinds_in_words({"choice": 21, "numeric": 6, "cloze": 0}) == "21 choice · 6 number"


@given(st.dictionaries(st.dates(date(2026, 5, 1), date(2026, 11, 25)), st.integers(0, 90)), st.integers(4, 52))
def test_the_heat_map_has_a_cell_a_day(days: dict[date, int], weeks: int) -> None:
    """Law: a row a weekday, a column a week; a day with answers is never drawn as one without; none for what comes."""
    today = date(2026, 11, 25)
    rows = charts.heat_map(days, today=today, weeks=weeks).plain.split("\n")
    first = MONDAY - timedelta(weeks=weeks - 1)
    for weekday, row in enumerate(rows[:7]):
        cells = [row[3 + 3 * week : 5 + 3 * week] for week in range(weeks)]
        for week, cell in enumerate(cells):
            day = first + timedelta(weeks=week, days=weekday)
            drawn = cell.strip()
            assert bool(drawn) == (day <= today)
            assert not drawn or (drawn == "··") == (days.get(day, 0) == 0)
    assert "40 or more" in rows[-1]


@given(
    st.lists(st.tuples(st.none() | st.floats(0, 1), st.integers(0, 60)), min_size=1, max_size=12), st.floats(0.7, 0.97)
)
def test_a_week_has_one_dot_or_none(values: list[tuple[float | None, int]], target: float) -> None:
    """Law: a dot for each week with answers, hollow for few; the target has its line; never more than eight rows."""
    rows = charts.dots(values, target=target).plain.split("\n")
    marks = [
        [char for row in rows if (char := row[5 + 2 * at : 6 + 2 * at]) in {"●", "○"}] for at in range(len(values))
    ]
    assert [len(found) for found in marks] == [int(share is not None) for share, _ in values]
    assert all(found == ["●" if count >= 20 else "○"] for found, (_, count) in zip(marks, values, strict=True) if found)
    assert len(rows) <= 8 + 1
