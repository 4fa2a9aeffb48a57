"""What the library shows, read from the banks and the history."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.tui.widgets.articles import Row
from quizapp.usecases.workspace import Workspace, shown_name

if TYPE_CHECKING:  # the first picture does not wait for what the figures come from
    from quizapp.usecases.pausing import Paused
    from quizapp.usecases.report import Today


@dataclass(frozen=True, slots=True)
class Shelf:
    """The day, a row for each article, whose they are, and what was left before its end."""

    today: "Today"
    rows: tuple[Row, ...]
    learner: str
    paused: "Paused | None"


def shelf_of(workspace: Workspace) -> Shelf:
    """Read it."""
    from quizapp.usecases.pausing import paused
    from quizapp.usecases.report import today  # the history comes with it

    report = today(workspace)
    entries = {entry.slug: entry for entry in workspace.library.entries()}
    rows = [
        Row(
            slug=article.slug,
            title=article.title,
            words=entries[article.slug].words,
            questions=article.items,
            due=article.due,
            new=article.new,
            solid=article.solid,
            done_today=article.done_today,
            flagged=article.flagged,
            kinds=entries[article.slug].kinds,
        )
        for article in report.articles
        if article.slug in entries
    ]
    rows.sort(key=lambda row: (-row.due, -row.new, row.title.casefold()))
    return Shelf(report, tuple(rows), shown_name(workspace), paused(workspace))
