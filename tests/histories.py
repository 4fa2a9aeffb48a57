"""Histories as files: answered, of an older version, and spoiled in every way a disk or a person can."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import UTC, timedelta
from pathlib import Path
from random import Random

from builders import NOON, make_review
from quizapp.history import Database, Transaction, reviews, sessions
from quizapp.history.cards import all_cards
from quizapp.history.instants import to_micros
from quizapp.history.migrations import APPLICATION_ID, MIGRATIONS, NEWEST, migrate
from quizapp.history.opening import connect
from quizapp.history.reviews import FIELDS, Log
from quizapp.history.sessions import SessionRecord
from quizapp.model.memory import Card, ItemKey, Parameters, Rating, Review
from quizapp.scheduling.replay import advance, replay
from quizapp.scheduling.schedule import retrievability, review_card

SESSION = SessionRecord(id="session-1", scope="", scheduled=True, seed=7, plan=(), started=NOON.astimezone(UTC))

FORGETFUL: Parameters = (
    *(0.02, 0.13, 0.23, 0.83, 6.4, 0.83, 3.0, 0.001, 1.12, 0.17, 0.8),
    *(1.5, 0.06, 0.26, 1.6, 0.6, 1.9, 0.54, 0.09, 0.07, 0.15),
)
"""Those of a learner whose memories begin with a tenth of the usual stability and grow more slowly."""


def lived(parameters: Parameters | None, *, cards: int = 200, answers: int = 8, seed: int = 0) -> list[Review]:
    """The log of a learner whose memory goes by the parameters, and whose schedule by FSRS's own."""
    luck = Random(seed)
    log: list[Review] = []
    for number in range(cards):
        key, at = ItemKey("a", f"item-{number}"), NOON + timedelta(days=number // 10)
        planned = memory = None
        for place in range(answers):
            known = luck.random() < (retrievability(memory, at) if memory else 0.7)
            rating = Rating.GOOD if known else Rating.AGAIN
            log.append(make_review(id=f"{number}-{place}", key=key, at=at, rating=rating))
            memory = review_card(memory, key=key, rating=rating, at=at, parameters=parameters)
            planned = review_card(planned, key=key, rating=rating, at=at)
            at = planned.due
    return sorted(log, key=lambda review: review.at)


def answered(path: Path | None, *given: Review, session: SessionRecord = SESSION) -> Database:
    """A history with some answers, its file let go of."""
    database = Database(path)
    database.write(lambda transaction: sessions.begin(transaction, session))
    database.write(lambda transaction: add_answers(transaction, given))
    if path:
        database.close()
    return database


def many(count: int, *, name: str = "review", **changes: object) -> tuple[Review, ...]:
    """Answers to different questions."""
    return tuple(
        make_review(id=f"{name}-{number}", key=ItemKey("harbour-bell", f"item-{number}"), **changes)
        for number in range(count)
    )


def add_answers(transaction: Transaction, given: Iterable[Review]) -> None:
    """Keep answers, and move their cards."""
    for review in given:
        reviews.add_answer(transaction, review, advance)


def answer(database: Database, review: Review) -> None:
    """Keep an answer, and move its card."""
    database.write(lambda transaction: reviews.add_answer(transaction, review, advance))


def correct(database: Database, review: Review) -> None:
    """Keep a correction, and make its card anew."""

    def replayed(log: Log) -> Card | None:
        return replay(log.lines, log.undone, log.parameters).get(review.key)

    database.write(lambda transaction: reviews.add_correction(transaction, review, replayed))


def undo(database: Database, review: Review) -> None:
    """Take a line back."""

    def undone(transaction: Transaction) -> None:
        reviews.add_undone(
            transaction,
            review.id,
            key=review.key,
            at=NOON,
            replay=lambda log: replay(log.lines, log.undone, log.parameters).get(review.key),
        )

    database.write(undone)


def log_of(path: Path) -> Log:
    """Everything a file holds, read by a fresh instance."""
    database = Database(path)
    log = database.read(reviews.whole_log)
    database.close()
    return log


def cards_in(path: Path) -> dict[ItemKey, Card | None]:
    """Every card of a file."""
    database = Database(path)
    cards = database.read(all_cards)
    database.close()
    return cards


def first_version(path: Path, given: Sequence[Review]) -> None:
    """A history as the first version wrote it, with these answers and no cards."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = FIELDS[: FIELDS.index("fingerprint")]
    columns, marks = ", ".join(fields), ", ".join("?" for _ in fields)
    with closing(connect(str(path))) as connection:
        migrate(connection, steps=MIGRATIONS[:1])
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO sessions VALUES ('session-1', '', 1, 7, '[]', 0, 0)")
        connection.execute("BEGIN")
        connection.executemany(
            f"INSERT INTO reviews ({columns}) VALUES ({marks})",  # noqa: S608  constant columns
            [_row(review) for review in given],
        )
        connection.execute("COMMIT")


def _row(review: Review) -> tuple[object, ...]:
    return (
        *(review.id, review.session, review.key.article, review.key.item, to_micros(review.at), review.offset),
        *(review.kind, review.given, review.outcome.value, review.rule, review.rating.value, review.seconds),
        *(review.hinted, review.scheduled, review.replaces),
    )


def meddle(path: Path, *statements: str) -> None:
    """Change a file behind the back of every rule it has."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


def newer(path: Path) -> None:
    """Of a version to come."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")


def foreign(path: Path) -> None:
    """Another program's."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1")


def disguised(path: Path) -> None:
    """Another program's that says it is ours."""
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE reviews (id TEXT)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {NEWEST}")


def trapped(path: Path) -> None:
    """Ours, with a trigger that somebody added."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER trap AFTER INSERT ON cards BEGIN DELETE FROM flags; END")


def text(path: Path) -> None:
    """A text file."""
    path.write_text("My diary\n" * 500)


def empty(path: Path) -> None:
    """Nothing at all."""
    path.write_bytes(b"")


def zeroed(path: Path) -> None:
    """As long as it was, and blank."""
    path.write_bytes(b"\0" * path.stat().st_size)


def cut_in_half(path: Path) -> None:
    """The first half."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_to_a_stump(path: Path) -> None:
    """Less than a header."""
    path.write_bytes(path.read_bytes()[:50])


def overwritten_inside(path: Path) -> None:
    """A page of rubbish under a sound header."""
    data = bytearray(path.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    path.write_bytes(data)


Spoil = Callable[[Path], None]

SPOILED: tuple[tuple[Spoil, str], ...] = (
    (newer, "newer quizapp"),
    (foreign, "not a quizapp history"),
    (text, "not a quizapp history"),
    (empty, "damaged"),
    (zeroed, "damaged"),
    (cut_in_half, "damaged"),
    (cut_to_a_stump, "not a quizapp history"),
    (overwritten_inside, "damaged"),
)
"""Each way to spoil a file, and what is said of it."""


def lapsed(key: ItemKey, times: int, *, kind: str = "short") -> list[Review]:
    """Answers to one item that was known first and then missed so often after days, and due since some days ago."""
    step, log, at = timedelta(days=3), [], NOON - timedelta(days=400)
    log.append(make_review(id="first", key=key, at=at, kind=kind))
    for number in range(times):
        at += step
        log.append(make_review(id=f"missed-{number}", key=key, at=at, kind=kind, rating=Rating.AGAIN))
        log.append(make_review(id=f"known-{number}", key=key, at=at + timedelta(minutes=11), kind=kind))
    return log
