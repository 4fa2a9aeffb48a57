"""Every figure as one long table, for spreadsheets: what it is about, what is measured, and the value."""

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from typing import Final

from quizapp.kit.cells import text_cell
from quizapp.usecases.progress import Progress
from quizapp.usecases.report import Stats

COLUMNS: Final = ("about", "article", "name", "measure", "value")

Row = tuple[str, str, str, str, str]


def csv_bytes(stats: Stats, progress: Progress, *, today: date) -> bytes:
    """The table as CSV in UTF-8, a header first."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(stats, progress, today=today))
    return text.getvalue().encode()


def rows(stats: Stats, progress: Progress, *, today: date) -> Iterator[Row]:
    """A line for each figure that is known; what is not known has none."""
    plain = {name: value for name, value in stats._asdict().items() if not isinstance(value, tuple)}
    yield from _measured("total", "", "", plain | asdict(progress.remembered) | {"low": None})
    for band in progress.retention:
        yield from _measured("stability", "", f"{band.low:g}-{_end(band.high)}", asdict(band))
    for day in progress.days:
        yield from _measured("day", "", day.day.isoformat(), day._asdict())
    for number, count in enumerate(stats.forecast):
        yield from _measured("forecast", "", (today + timedelta(days=number)).isoformat(), {"due": count})
    for article in stats.articles:
        yield from _measured("article", article.article_id, "", article._asdict())
    for fact in progress.facts:
        yield from _measured("fact", fact.article, fact.fact, asdict(fact) | {"items": len(fact.items)})
    for item in progress.items:
        stem = {"stem": progress.stems.get(item.key)}
        yield from _measured("item", item.key.article, item.key.item, asdict(item) | stem)
        for text in item.dead:
            yield "item", item.key.article, item.key.item, "dead", text_cell(text)


_NAMES: Final = frozenset({"day", "article", "article_id", "fact", "key", "dead"})


def _measured(about: str, article: str, name: str, figures: dict[str, object]) -> Iterator[Row]:
    for measure, value in figures.items():
        if value is not None and measure not in _NAMES:
            yield (
                about,
                article,
                name,
                measure,
                _number(value) if isinstance(value, int | float) else text_cell(str(value)),
            )


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.6g}"


def _end(high: float | None) -> str:
    return "" if high is None else f"{high:g}"
