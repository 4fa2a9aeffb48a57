"""`quizapp due`: what waits today and on the days to come."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Final

from cyclopts import Parameter

from quizapp.cli.aims import aim_of, check_count, heed_settings
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Exam, Json, Learner, Retention
from quizapp.cli.output import say, say_json
from quizapp.kit.durations import counted
from quizapp.kit.text import one_line

if TYPE_CHECKING:
    from quizapp.usecases.report import Today

WEEK: Final = 7
LONGEST: Final = 366

Days = Annotated[int, Parameter(name="--days", help="How many days to look ahead, today included; usually 7.")]


def due(
    *,
    days: Days = WEEK,
    retention: Retention = None,
    exam: Exam = None,
    json: Json = False,
    data_dir: DataDir = None,
    learner: Learner = ME,
) -> None:
    """Show what is due today and on the days to come."""
    workspace = open_workspace(data_dir, learner=learner)
    check_count("--days", days, least=1)
    heed_settings(workspace)
    aim = aim_of(workspace, retention=retention, exam=exam)
    from quizapp.usecases.report import today  # SQLite and FSRS come with it

    found = today(workspace, aim=aim, days=min(days, LONGEST))
    if json:
        say_json(found.to_json())
        return
    for line in _lines(found):
        say(line)


def forecast_lines(counts: tuple[int, ...], first: date) -> Iterator[str]:
    """A sentence, and a line for each day."""
    yield in_a_sentence(counts, first)
    width = max(len(f"{count:,}") for count in counts)
    for number, count in enumerate(counts):
        yield f"  {on_day(first + timedelta(days=number))}  {count:>{width},}"


def in_a_sentence(counts: tuple[int, ...], first: date) -> str:
    """What a chart would show: "12 are due today, 9 tomorrow, 47 in 7 days; the busiest day is Mon 30 Nov with 14."."""
    if not any(counts):
        return f"Nothing falls due in {counted(len(counts), 'day')}."
    said = f"{counts[0]:,} {'is' if counts[0] == 1 else 'are'} due today"
    if len(counts) > 1:
        said += f", {counts[1]:,} tomorrow, {sum(counts):,} in {counted(len(counts), 'day')}"
        busiest = max(range(len(counts)), key=lambda day: (counts[day], -day))
        said += f"; the busiest day is {on_day(first + timedelta(days=busiest))} with {counts[busiest]:,}"
    return f"{said}."


def _lines(found: "Today") -> Iterator[str]:
    minutes = f" (about {found.minutes} min)" if found.minutes else ""
    yield f"{found.due:,} due now{minutes}; {found.new:,} new today."
    waiting = [article for article in found.articles if article.due or article.new]
    for article in waiting:
        new = f"{article.new:,} new" if article.new == article.unseen else f"{article.new:,} of {article.unseen:,} new"
        yield f"  {article.due:,} due, {new}: {one_line(article.title)}"
    yield ""
    yield from forecast_lines(found.forecast, found.day)


def on_day(day: date) -> str:
    """A day in a few letters: "Thu 26 Nov"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
