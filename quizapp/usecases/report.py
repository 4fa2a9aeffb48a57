"""Reports: what today holds, and everything known from the log."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from math import ceil
from typing import Final, NamedTuple

from quizapp.history import Transaction, reviews
from quizapp.history.aside import Aside, set_aside
from quizapp.history.cards import cards_of
from quizapp.history.reviews import Log
from quizapp.kit.clock import Clock
from quizapp.kit.errors import DiskError, StudyDataError
from quizapp.model.aim import USUAL_AIM, Aim, Limits
from quizapp.model.memory import Card, ItemKey, Review
from quizapp.scheduling.aiming import aimed
from quizapp.scheduling.forecast import due_from, forecast, is_due, tomorrow
from quizapp.scheduling.replay import effective
from quizapp.scheduling.schedule import retrievability
from quizapp.sessions.queue import Waiting, waiting
from quizapp.statistics.activity import longest_streak, streak, week
from quizapp.statistics.mastery import AHEAD, solid_share
from quizapp.usecases.library import Entry
from quizapp.usecases.outlook import PACE, Outlook
from quizapp.usecases.planning import answered_today, candidates_about, pool_of
from quizapp.usecases.sameness import memory_of
from quizapp.usecases.workspace import Workspace

WEEK: Final = 7
"""Days of a forecast, today included."""


class ArticleToday(NamedTuple):
    """One article's day: due and new questions for today, the share that is solid (0–1), and whether today is done.

    Of each fact one item a day is asked, and new ones only up to the day's limit; `unseen` counts every new one, also
    those that wait for another day.
    """

    slug: str
    title: str
    article_id: str
    items: int
    due: int
    new: int
    flagged: int
    solid: float
    done_today: bool
    unseen: int


class Today(NamedTuple):
    """What waits today; `minutes` is for what is due, `forecast` counts from today on, the overdue in its first day.

    `week` is Monday to Sunday of this week: True done, False missed, None still open, to come or before the first.
    """

    day: date
    due: int
    new: int
    minutes: int
    streak_days: int
    week: tuple[bool | None, ...]
    forecast: tuple[int, ...]
    articles: tuple[ArticleToday, ...]

    def to_json(self) -> dict[str, object]:
        """The same as plain values."""
        articles = [article._asdict() for article in self.articles]
        return {"format": 1, **self._asdict(), "day": self.day.isoformat(), "articles": articles}


class ArticleStats(NamedTuple):
    """What the log says about one article; `accuracy` and `solid` are 0–1, accuracy None before the first answer.

    `due` and `new` count all that there is, whatever today still holds.
    """

    slug: str
    title: str
    article_id: str
    items: int
    new: int
    due: int
    answers: int
    right: int
    accuracy: float | None
    seconds: float
    solid: float


class Stats(NamedTuple):
    """Everything known from the log; times in seconds, shares 0–1, None where nothing is known yet."""

    sessions: int
    answers: int
    right: int
    accuracy: float | None
    seconds: float
    streak_days: int
    longest_streak: int
    forecast: tuple[int, ...]
    articles: tuple[ArticleStats, ...]

    def to_json(self) -> dict[str, object]:
        """The same as plain values."""
        return {"format": 1, **self._asdict(), "articles": [article._asdict() for article in self.articles]}


def today(
    workspace: Workspace, *, aim: Aim | None = None, days: int = WEEK, entries: tuple[Entry, ...] | None = None
) -> Today:
    """What is due, new and done today, article by article, and how much falls due on so many days.

    The limits of the day are those of the settings; so is the aim where none is given. `entries` is the library's list
    where it was just read.

    Raises:
        StudyDataError: the history cannot be used.
        DiskError: the library or the history may not be read.
    """
    known = _known(workspace, workspace.library.entries() if entries is None else entries)
    now = workspace.clock.now()
    aim, limits = aim or workspace.aim, workspace.settings.limits
    articles = tuple(_article_today(known, entry, now, aim, limits) for entry in known.entries)
    waits = _waiting(known, known.entries, now, aim, limits)
    due = len(waits.due)
    return Today(
        day=now.date(),
        due=due,
        new=len(waits.new),
        minutes=ceil(due * PACE / 60),
        streak_days=streak(known.days, now.date()),
        week=week(known.days, now.date()),
        forecast=_forecast(known, now, aim, days=days),
        articles=articles,
    )


def next_due(workspace: Workspace, slug: str | None = None) -> datetime | None:
    """When study has the next question, of one article or of all; now where it has one, None where none will come.

    What was missed comes back within minutes; new ones that today has no room for come tomorrow.

    Raises:
        StudyDataError: the history cannot be used.
        DiskError: the library or the history may not be read.
    """
    known = _known(workspace, workspace.library.entries())
    entries = tuple(entry for entry in known.entries if slug is None or entry.slug == slug)
    now, aim = workspace.clock.now(), workspace.aim
    waits = _waiting(known, entries, now, aim, workspace.settings.limits)
    if waits.due or waits.new:
        return now
    cards = _coming(known._replace(entries=entries), now, aim)
    coming = [max(due_from(card, now), now) for card in cards]
    # what is due and not asked today has to wait for a new day's room, as what is new has
    others = [tomorrow(now) if instant <= now else instant for instant in coming]
    return min([*others, *([tomorrow(now)] if waits.unseen else [])], default=None)


def stats(workspace: Workspace, *, article: str | None = None, log: Log | None = None) -> Stats:
    """Everything known from the log, or of it about the article with an id; a streak is always of all that is studied.

    `log` is the whole log where it was just read.

    Raises:
        StudyDataError: the history cannot be used.
        DiskError: the library or the history may not be read.
    """
    known, now = _known(workspace, workspace.library.entries()), workspace.clock.now()
    log = log or workspace.history.read(reviews.whole_log)
    answers = effective(log.lines, log.undone)
    if article is not None:
        known = known._replace(entries=tuple(entry for entry in known.entries if entry.article_id == article))
        answers = tuple(answer for answer in answers if answer.key.article == article)
    of_article: dict[str, list[Review]] = defaultdict(list)
    for answer in answers:
        of_article[answer.key.article].append(answer)
    right = sum(answer.outcome.counts_as_right for answer in answers)
    return Stats(
        sessions=len({answer.session for answer in answers}),
        answers=len(answers),
        right=right,
        accuracy=right / len(answers) if answers else None,
        seconds=sum(answer.seconds for answer in answers),
        streak_days=streak(known.days, now.date()),
        longest_streak=longest_streak(known.days),
        forecast=_forecast(known, now, workspace.aim),
        articles=tuple(_article_stats(known, entry, of_article[entry.article_id], now) for entry in known.entries),
    )


def outlook(workspace: Workspace, cards: Mapping[ItemKey, Card], *, aim: Aim = USUAL_AIM) -> Outlook:
    """What lies behind and before a learner; the cards of one sitting stand before those of the history.

    Where the library or the history cannot be read just now, the sitting's own cards are all there is to tell of.
    """
    try:
        known, now = _known(workspace, workspace.library.entries()), workspace.clock.now()
    except (DiskError, StudyDataError):
        return outlook_of_one(cards, clock=workspace.clock)
    coming = _forecast(known._replace(cards={**known.cards, **cards}), now, aim)
    return Outlook(streak_days=streak(known.days, now.date()), due_tomorrow=coming[1], due_week=sum(coming))


def outlook_of_one(cards: Mapping[ItemKey, Card], *, clock: Clock) -> Outlook:
    """The outlook when there is nothing but one sitting."""
    coming = forecast(cards.values(), now=clock.now(), days=WEEK)
    return Outlook(streak_days=int(bool(cards)), due_tomorrow=coming[1], due_week=sum(coming))


class _Known(NamedTuple):
    """The library's list beside what the history knows: cards, what is set aside, answers by day and today's."""

    entries: tuple[Entry, ...]
    cards: Mapping[ItemKey, Card]
    aside: Aside
    days: Mapping[date, int]
    today: tuple[ItemKey, ...]


def _known(workspace: Workspace, entries: tuple[Entry, ...]) -> _Known:
    articles = {entry.article_id for entry in entries}
    now = workspace.clock.now()
    known = {key: prints for entry in entries for key, prints in zip(_keys(entry), entry.fingerprints, strict=True)}

    def asked(key: ItemKey) -> tuple[str, ...]:
        return known.get(key, ())

    def read(transaction: Transaction) -> _Known:
        return _Known(
            entries=entries,
            cards=memory_of(cards_of(transaction, articles), asked).cards,
            aside=set_aside(transaction, at=now),
            days=reviews.answers_by_day(transaction),
            today=answered_today(transaction, now=now, asked=asked),
        )

    return workspace.history.read(read)


def _keys(entry: Entry) -> tuple[ItemKey, ...]:
    return tuple(ItemKey(entry.article_id, name) for name in entry.ids)


def _open_keys(known: _Known, entry: Entry) -> tuple[ItemKey, ...]:
    """The items of an article that may be asked today."""
    away = known.aside.flagged | known.aside.later
    return tuple(key for key in _keys(entry) if key not in away)


def _cards(known: _Known, keys: Iterable[ItemKey]) -> tuple[Card, ...]:
    return tuple(known.cards[key] for key in keys if key in known.cards)


def _waiting(known: _Known, entries: Iterable[Entry], now: datetime, aim: Aim, limits: Limits) -> Waiting:
    """What may still be asked today about some articles, as study would ask it."""
    every = (
        one
        for entry in entries
        for one in candidates_about(entry.article_id, zip(entry.ids, entry.facts, entry.forms, strict=True))
    )
    away = known.aside.flagged | known.aside.later
    pool = pool_of(every, cards=known.cards, away=away, answered=known.today)
    return waiting(pool.candidates, now=now, limits=limits, aim=aim, done=pool.done)


def _due(known: _Known, entry: Entry, now: datetime) -> int:
    return sum(is_due(card, now) for card in _cards(known, _open_keys(known, entry)))


def _new(known: _Known, entry: Entry) -> int:
    return sum(key not in known.cards for key in _open_keys(known, entry))


def _solid(known: _Known, entry: Entry, now: datetime) -> float:
    chances = (retrievability(card, now + AHEAD) for card in _cards(known, _keys(entry)))
    return solid_share(chances, items=entry.items)


def _article_today(known: _Known, entry: Entry, now: datetime, aim: Aim, limits: Limits) -> ArticleToday:
    waits = _waiting(known, [entry], now, aim, limits)
    studied = any(card.last_review.astimezone(now.tzinfo).date() == now.date() for card in _cards(known, _keys(entry)))
    return ArticleToday(
        slug=entry.slug,
        title=entry.title,
        article_id=entry.article_id,
        items=entry.items,
        due=len(waits.due),
        new=len(waits.new),
        flagged=sum(key in known.aside.flagged for key in _keys(entry)),
        solid=_solid(known, entry, now),
        done_today=studied and not waits.due,
        unseen=waits.unseen,
    )


def _article_stats(known: _Known, entry: Entry, own: Sequence[Review], now: datetime) -> ArticleStats:
    right = sum(answer.outcome.counts_as_right for answer in own)
    return ArticleStats(
        slug=entry.slug,
        title=entry.title,
        article_id=entry.article_id,
        items=entry.items,
        new=_new(known, entry),
        due=_due(known, entry, now),
        answers=len(own),
        right=right,
        accuracy=right / len(own) if own else None,
        seconds=sum(answer.seconds for answer in own),
        solid=_solid(known, entry, now),
    )


def _forecast(known: _Known, now: datetime, aim: Aim, *, days: int = WEEK) -> tuple[int, ...]:
    """What falls due on each day to come; what was put off until tomorrow counts tomorrow."""
    return forecast(_coming(known, now, aim), now=now, days=days)


def _coming(known: _Known, now: datetime, aim: Aim) -> Iterator[Card]:
    """Every card that will be asked, with the instant from which it is due; what was put off is due tomorrow."""
    keys = (key for entry in known.entries for key in _keys(entry) if key not in known.aside.flagged)
    for one in _cards(known, keys):
        card = aimed(one, aim, now=now)
        yield card._replace(due=max(card.due, tomorrow(now))) if card.key in known.aside.later else card
