"""The sitting that a learner left before its end: what “study” goes on with, whatever it was about."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final, NamedTuple

from quizapp.history import Transaction, reviews, sessions
from quizapp.history.sessions import SessionRecord
from quizapp.scheduling.replay import effective
from quizapp.usecases.library import Entry
from quizapp.usecases.workspace import Workspace

RESUMED_WITHIN: Final = timedelta(hours=24)
"""After a day the schedule has moved on: what is due is asked for anew instead of finishing an old queue."""


class Paused(NamedTuple):
    """A sitting about one article; `left` counts its questions without an answer that the article still has."""

    slug: str
    title: str
    left: int


def paused(workspace: Workspace, entries: Iterable[Entry] | None = None) -> Paused | None:
    """The sitting in which the last scheduled answer was given, where it was about one article and is not at its end.

    One over the whole library is gone on with by itself, and None as well. `entries` is the library's list
    where it was just read.

    Raises:
        StudyDataError: the history cannot be used.
        DiskError: the library or the history may not be read.
    """
    found = workspace.history.read(_last)
    if found is None:
        return None
    record, answered = found
    if not record.scope or abs(workspace.clock.now() - record.started) > RESUMED_WITHIN:
        return None
    every = workspace.library.entries() if entries is None else entries
    entry = next((each for each in every if each.article_id == record.scope), None)
    return None if entry is None else _left(record, answered, entry)


def _last(transaction: Transaction) -> tuple[SessionRecord, frozenset[str]] | None:
    record = sessions.last_used(transaction)
    if record is None:
        return None
    log = reviews.log_of_session(transaction, record.id)
    return record, frozenset(line.key.item for line in effective(log.lines, log.undone))


def _left(record: SessionRecord, answered: frozenset[str], entry: Entry) -> Paused | None:
    there = set(entry.ids) - answered
    left = sum(key.item in there for key in record.plan)
    return Paused(slug=entry.slug, title=entry.title, left=left) if left else None
