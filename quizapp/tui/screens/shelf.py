"""What the library shows, read from the banks and the history."""

from typing import TYPE_CHECKING, NamedTuple

from quizapp.kit.errors import BankError, NewerBankError
from quizapp.tui.widgets.articles import Row
from quizapp.tui.wording_library import not_yet
from quizapp.usecases.workspace import Workspace, shown_name

if TYPE_CHECKING:  # the first picture does not wait for what the figures come from
    from quizapp.usecases.library import Entry
    from quizapp.usecases.pausing import Paused
    from quizapp.usecases.report import ArticleToday, Today
    from quizapp.usecases.shelves import Shelf as Shelved


class Shelf(NamedTuple):
    """The day, a row for each article, whose they are, what was left before its end, and how the folder stood."""

    today: "Today"
    rows: tuple[Row, ...]
    learner: str
    paused: "Paused | None"
    stamp: frozenset[tuple[str, int, int]]


def shelf_of(workspace: Workspace) -> Shelf:
    """Read it."""
    from quizapp.usecases.pausing import paused
    from quizapp.usecases.report import today  # the history comes with it

    stamp = workspace.library.stamp()  # first: what changes while it is read is read again
    listed = workspace.library.entries()  # once: with a thousand banks it takes 0.2 s
    report = today(workspace, entries=listed)
    entries = {entry.slug: entry for entry in listed}
    found = [article for article in report.articles if article.slug in entries]
    found.sort(key=lambda article: (-article.due, _added(entries[article.slug]), article.title.casefold()))
    rows = [_row(article, entries[article.slug]) for article in found]
    damaged = [_damaged(shelf, problem) for shelf, problem in workspace.library.unreadable(listed) if not shelf.shipped]
    return Shelf(report, (*damaged, *rows), shown_name(workspace), paused(workspace, listed), stamp)


def not_due(workspace: Workspace, slug: str | None) -> str:
    """When the next question comes, of one article or of all: a sentence; empty where something can be studied now."""
    from quizapp.usecases.report import next_due

    now, due = workspace.clock.now(), next_due(workspace, slug)
    return "" if due is not None and due <= now else not_yet(now, due, here=" here" if slug else "")


def _added(entry: "Entry") -> float:
    """A place in the order of adding, the last one first, as far as files tell; what is bundled was there before."""
    if entry.shipped:
        return 0.0
    try:
        return -entry.path.stat().st_mtime
    except OSError:  # removed meanwhile
        return 0.0


def _row(article: "ArticleToday", entry: "Entry") -> Row:
    return Row(
        slug=article.slug,
        title=article.title,
        words=entry.words,
        questions=article.items,
        due=article.due,
        new=article.new,
        unseen=article.unseen,
        solid=article.solid,
        done_today=article.done_today,
        flagged=article.flagged,
        kinds=entry.kinds,
        shipped=entry.shipped,
    )


def _damaged(shelf: "Shelved", problem: BankError) -> Row:
    """A bank that cannot be read: it has a row, so that nobody thinks it lost."""
    name = str(shelf.path)
    faults = tuple(line.removeprefix(f"{name}:").strip() for line in problem.lines())
    return Row(
        slug=shelf.slug,
        title=shelf.path.name,
        shipped=shelf.shipped,
        faults=faults,
        newer=isinstance(problem, NewerBankError),
    )
