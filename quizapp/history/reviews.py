"""The log: answers, corrections and undone lines, only ever added; the card moves in the same transaction."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple, TypeVar

from quizapp.history.cards import card_of, put_card
from quizapp.history.database import Transaction
from quizapp.history.fits import fitted
from quizapp.history.instants import LATEST, from_micros, offset_minutes, to_micros
from quizapp.history.texts import check_texts, rows_read
from quizapp.model.memory import Card, ItemKey, Parameters, Rating, Review
from quizapp.model.outcome import Outcome

FIELDS: Final = (
    *("id", "session", "article", "item", "at", "offset", "kind", "given"),
    *("outcome", "rule", "rating", "seconds", "hinted", "scheduled", "replaces", "fingerprint"),
)
_COLUMNS = ", ".join(f"reviews.{field}" for field in FIELDS)
_LONGEST: Final = 10.0**9  # seconds that an answer can take: thirty years
_FARTHEST: Final = 24 * 60  # minutes that a clock can be away from UTC


class Log(NamedTuple):
    """Lines of the log in their order, the ids of those that were undone, and the items of lines that make no sense.

    `parameters` are those fitted to the log by which its cards follow from it; None are FSRS's own.
    """

    lines: tuple[Review, ...]
    undone: frozenset[str]
    damaged: tuple[ItemKey, ...] = ()
    parameters: Parameters | None = None


Advance = Callable[[Card | None, Review, Parameters | None], Card | None]
"""The card after one more answer; a first one begins with the parameters."""

Replay = Callable[[Log], Card | None]
"""The card that follows from one item's log."""


def add_answer(transaction: Transaction, review: Review, advance: Advance) -> None:
    """Add an answer and move its card; an answer that is there already, by its id, is not added twice."""
    if _insert(transaction, review) and review.scheduled:
        card = card_of(transaction, review.key)
        parameters = card.parameters if card else fitted(transaction)
        put_card(transaction, review.key, advance(card, review, parameters))


def add_correction(transaction: Transaction, review: Review, replay: Replay) -> None:
    """Add a line that corrects an answer, and make its card anew from the log."""
    if _insert(transaction, review) and review.scheduled:
        put_card(transaction, review.key, replay(log_of_item(transaction, review.key)))


def add_undone(transaction: Transaction, review: str, *, key: ItemKey, at: datetime, replay: Replay) -> None:
    """Say that a line of an item's log no longer counts, and make its card anew from the others."""
    transaction.execute(
        "INSERT INTO undone (review, at, offset) VALUES (?, ?, ?) ON CONFLICT (review) DO NOTHING",
        (review, to_micros(at), offset_minutes(at)),
    )
    put_card(transaction, key, replay(log_of_item(transaction, key)))


def log_of_item(transaction: Transaction, key: ItemKey) -> Log:
    """All lines about one item."""
    return _log(transaction, "WHERE article = ? AND item = ?", (key.article, key.item))


def log_of_session(transaction: Transaction, session: str) -> Log:
    """All lines of one session."""
    return _log(transaction, "WHERE session = ?", (session,))


def log_since(transaction: Transaction, at: datetime) -> Log:
    """All lines from an instant on."""
    return _log(transaction, "WHERE reviews.at >= ?", (to_micros(at),))


def whole_log(transaction: Transaction) -> Log:
    """Every line there is."""
    return _log(transaction, "", ())


def count_answers(transaction: Transaction) -> int:
    """How many answers there are, those left out that were taken back."""
    query = "SELECT COUNT(*) FROM reviews WHERE replaces IS NULL AND id NOT IN (SELECT review FROM undone)"
    return int(transaction.execute(query).fetchone()[0])


def last_instant(transaction: Transaction) -> datetime | None:
    """When the last answer of the log was given; None when there is none."""
    row = transaction.execute(
        "SELECT at FROM reviews WHERE at >= 0 AND at < ? ORDER BY turn DESC, id DESC LIMIT 1", (LATEST,)
    ).fetchone()
    return from_micros(row[0]) if row else None


def none_later(transaction: Transaction, at: datetime) -> bool:
    """Whether no answer was given after an instant; a clock that was wrong for a while may have given some."""
    latest = transaction.execute("SELECT MAX(turn) FROM reviews").fetchone()[0]
    return latest is None or bool(latest <= to_micros(at))


def usual_seconds(transaction: Transaction, *, latest: int) -> dict[str, list[float]]:
    """How long the learner's latest unaided answers took, by kind."""
    rows = transaction.execute(
        "SELECT kind, seconds FROM reviews WHERE replaces IS NULL AND NOT hinted ORDER BY turn DESC, id DESC LIMIT ?",
        (latest,),
    )
    times: dict[str, list[float]] = {}
    for kind, seconds in rows:
        times.setdefault(kind, []).append(seconds)
    return times


_INSERT: Final = (
    f"INSERT INTO reviews ({', '.join(FIELDS)}, turn) VALUES ({', '.join('?' for _ in FIELDS)}, "  # noqa: S608  constant
    f"MAX(?, (SELECT COALESCE(MAX(turn), -1) + 1 FROM reviews WHERE turn < {LATEST}))) ON CONFLICT (id) DO NOTHING"
)


def answers_by_day(transaction: Transaction) -> dict[date, int]:
    """How many answers were given on each of the learner's own days that had any, in order; undone ones left out."""
    rows = transaction.execute(
        f"SELECT (at / {_SECOND} + offset * 60) / 86400 AS day, COUNT(*) FROM reviews "  # noqa: S608  constant
        f"WHERE at BETWEEN 0 AND {LATEST} AND abs(offset) < {_FARTHEST} "
        "AND replaces IS NULL AND id NOT IN (SELECT review FROM undone) GROUP BY day ORDER BY day"
    )
    return {_FIRST_DAY + timedelta(days=day): count for day, count in rows}


_SECOND: Final = 1_000_000  # microseconds
_FIRST_DAY: Final = date(1970, 1, 1)


def _insert(transaction: Transaction, review: Review) -> bool:
    at = to_micros(review.at)
    cursor = transaction.execute(
        _INSERT,
        (
            review.id,
            review.session,
            review.key.article,
            review.key.item,
            at,
            review.offset,
            review.kind,
            review.given,
            str(review.outcome),  # at a quarter of what `.value` costs
            review.rule,
            int(review.rating),
            review.seconds,
            review.hinted,
            review.scheduled,
            review.replaces,
            review.fingerprint,
            at,
        ),
    )
    return cursor.rowcount > 0


def _log(transaction: Transaction, where: str, values: tuple[str | int, ...]) -> Log:
    query = (
        f"SELECT {_COLUMNS}, undone.seq IS NOT NULL FROM reviews "  # noqa: S608  constant text
        f"LEFT JOIN undone ON undone.review = reviews.id {where} ORDER BY reviews.turn, reviews.id"
    )
    lines: list[Review] = []
    undone: set[str] = set()
    damaged: list[ItemKey] = []
    for row in rows_read(transaction, query, values):
        try:
            lines.append(line := review_of(row[:-1]))
        except ValueError:
            damaged.append(ItemKey(row[2], row[3]))
        else:
            if row[-1]:
                undone.add(line.id)
    return Log(lines=tuple(lines), undone=frozenset(undone), damaged=tuple(damaged), parameters=fitted(transaction))


Row = tuple[str, str, str, str, int, int, str, str, str, str, int, float, int, int, str | None, str]


def review_of(row: Row) -> Review:
    """The review in a row of FIELDS.

    Raises:
        ValueError: it holds what was never written: an instant, an offset, a duration or a text that cannot be.
    """
    identity, session, article, item, at, offset, kind, given = row[:8]
    outcome, rule, rating, seconds, hinted, counts, old, fingerprint = row[8:]
    check_texts(identity, session, article, item, kind, given, rule, old, fingerprint)
    if not 0 <= seconds < _LONGEST or abs(offset) >= _FARTHEST:
        raise ValueError("no answer took so long, and no clock is so far from UTC")
    return Review(
        id=identity,
        session=session,
        key=ItemKey(article, item),
        at=from_micros(at),
        offset=offset,
        kind=kind,
        given=given,
        outcome=_known(_OUTCOMES, outcome),
        rule=rule,
        rating=_known(_RATINGS, rating),
        seconds=seconds,
        hinted=bool(hinted),
        scheduled=bool(counts),
        replaces=old,
        fingerprint=fingerprint,
    )


_OUTCOMES: Final = {str(outcome): outcome for outcome in Outcome}
_RATINGS: Final = {int(rating): rating for rating in Rating}
K = TypeVar("K")
V = TypeVar("V")


def _known(values: Mapping[K, V], key: K) -> V:
    """What stands for a value, at a third of what it costs to ask the enum."""
    try:
        return values[key]
    except KeyError:
        raise ValueError(f"nothing is called {key}") from None
