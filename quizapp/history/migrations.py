"""The numbered steps that bring a history file to today's form, each whole or not at all."""

import sqlite3
from typing import Final

from quizapp.history.instants import LATEST

APPLICATION_ID: Final = int.from_bytes(b"quiz")
"""What marks a file as ours, in its header."""

_KEPT: Final = "BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END"

_FIRST: Final = (
    """
    CREATE TABLE sessions (
        id TEXT PRIMARY KEY,
        scope TEXT NOT NULL,                     -- an article id, or '' for the whole library
        scheduled INTEGER NOT NULL CHECK (scheduled IN (0, 1)),
        seed INTEGER NOT NULL,
        plan TEXT NOT NULL,                      -- JSON: [[article, item], …] in the order of asking
        started INTEGER NOT NULL,                -- instants are microseconds since 1970, UTC
        offset INTEGER NOT NULL                  -- minutes the learner's clock was ahead of UTC
    ) STRICT
    """,
    "CREATE INDEX sessions_by_scope ON sessions (scope, scheduled, started)",
    """
    CREATE TABLE reviews (
        seq INTEGER PRIMARY KEY,                 -- the order of the log
        id TEXT NOT NULL UNIQUE,
        session TEXT NOT NULL REFERENCES sessions (id),
        article TEXT NOT NULL,
        item TEXT NOT NULL,
        at INTEGER NOT NULL,
        offset INTEGER NOT NULL,
        kind TEXT NOT NULL,
        given TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('right', 'close', 'wrong', 'shown')),
        rule TEXT NOT NULL,
        rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
        seconds REAL NOT NULL CHECK (seconds >= 0),
        hinted INTEGER NOT NULL CHECK (hinted IN (0, 1)),
        scheduled INTEGER NOT NULL CHECK (scheduled IN (0, 1)),
        replaces TEXT REFERENCES reviews (id)    -- the answer that this line corrects
    ) STRICT
    """,
    "CREATE INDEX reviews_by_item ON reviews (article, item)",
    "CREATE INDEX reviews_by_session ON reviews (session)",
    """
    CREATE TABLE undone (
        seq INTEGER PRIMARY KEY,
        review TEXT NOT NULL UNIQUE REFERENCES reviews (id),
        at INTEGER NOT NULL,
        offset INTEGER NOT NULL
    ) STRICT
    """,
    *(
        f"CREATE TRIGGER {table}_keep_{verb.lower()} BEFORE {verb} ON {table} {_KEPT}"
        for table in ("reviews", "undone")
        for verb in ("UPDATE", "DELETE")
    ),
    """
    CREATE TABLE cards (                         -- a cache: always what the log's replay gives
        article TEXT NOT NULL,
        item TEXT NOT NULL,
        stage TEXT NOT NULL CHECK (stage IN ('learning', 'review', 'relearning')),
        step INTEGER,
        stability REAL NOT NULL CHECK (stability > 0),
        difficulty REAL NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
        due INTEGER NOT NULL,
        last_review INTEGER NOT NULL,
        reviews INTEGER NOT NULL CHECK (reviews > 0),
        lapses INTEGER NOT NULL CHECK (lapses >= 0),
        PRIMARY KEY (article, item)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX cards_by_due ON cards (due)",
    """
    CREATE TABLE flags (                         -- not asked until someone has looked
        article TEXT NOT NULL,
        item TEXT NOT NULL,
        reason TEXT NOT NULL,
        at INTEGER NOT NULL,
        offset INTEGER NOT NULL,
        PRIMARY KEY (article, item)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE laters (                        -- not asked before an instant
        article TEXT NOT NULL,
        item TEXT NOT NULL,
        until INTEGER NOT NULL,
        PRIMARY KEY (article, item)
    ) STRICT, WITHOUT ROWID
    """,
)

_TURNS: Final = (
    # A line's turn is its instant, or one more than the turn before where the clock stood or went back: on one machine
    # it orders the log as seq does, and since it travels with the line, two logs that are united have one order.
    "ALTER TABLE reviews ADD COLUMN turn INTEGER NOT NULL DEFAULT 0",
    "DROP TRIGGER reviews_keep_update",
    f"""
    UPDATE reviews SET turn = counted.turn FROM (
        SELECT seq, number + MAX(at - number) OVER (ORDER BY seq) AS turn FROM (
            SELECT seq, CASE WHEN at BETWEEN 0 AND {LATEST} THEN at ELSE 0 END AS at,
                   ROW_NUMBER() OVER (ORDER BY seq) AS number
            FROM reviews
        )
    ) AS counted WHERE counted.seq = reviews.seq
    """,  # noqa: S608  constant text
    f"CREATE TRIGGER reviews_keep_update BEFORE UPDATE ON reviews {_KEPT}",
    "CREATE INDEX reviews_by_turn ON reviews (turn, id)",
)

_LIFTED: Final = (
    # A flag that was lifted is kept as lifted: of two histories that are united the last word counts.
    "ALTER TABLE flags ADD COLUMN lifted INTEGER NOT NULL DEFAULT 0 CHECK (lifted IN (0, 1))",
)

_FITS: Final = (
    """
    CREATE TABLE fits (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,                     -- the latest counts
        offset INTEGER NOT NULL,
        parameters TEXT NOT NULL                 -- JSON: FSRS's numbers fitted to this log; [] for its own again
    ) STRICT
    """,
    *(f"CREATE TRIGGER fits_keep_{verb.lower()} BEFORE {verb} ON fits {_KEPT}" for verb in ("UPDATE", "DELETE")),
)

_FINGERPRINTS: Final = (
    # What the key was when it was asked, in short: a card of another key is none of the question as it is now.
    "ALTER TABLE reviews ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cards ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''",
)

_DRILLS: Final = (
    """
    CREATE TABLE drills (
        id TEXT PRIMARY KEY,
        seed INTEGER NOT NULL,
        rules TEXT NOT NULL,                     -- JSON: who plays, and how
        plan TEXT NOT NULL,                      -- JSON: [[article, item], …] in the order asked
        started INTEGER NOT NULL,
        offset INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE drill_events (
        drill TEXT NOT NULL REFERENCES drills (id),
        number INTEGER NOT NULL,                 -- from 0, in the order of what happened
        at INTEGER NOT NULL,
        offset INTEGER NOT NULL,
        event TEXT NOT NULL,                     -- JSON: what happened; scores follow from all of it
        PRIMARY KEY (drill, number)
    ) STRICT, WITHOUT ROWID
    """,
    *(
        f"CREATE TRIGGER {table}_keep_{verb.lower()} BEFORE {verb} ON {table} {_KEPT}"
        for table in ("drills", "drill_events")
        for verb in ("UPDATE", "DELETE")
    ),
)

_NAMES: Final = (
    """
    CREATE TABLE learner (                       -- whose history this is; the file's own name only hints at it
        one INTEGER PRIMARY KEY CHECK (one = 1),
        name TEXT NOT NULL
    ) STRICT
    """,
)

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (_FIRST, _TURNS, _LIFTED, _FITS, _FINGERPRINTS, _NAMES, _DRILLS)
"""The statements of each step; step n brings a file from version n - 1 to n."""

NEWEST: Final = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, *, steps: tuple[tuple[str, ...], ...] = MIGRATIONS) -> None:
    """Run the steps that a file still lacks, each with its version number in one transaction."""
    for number, statements in enumerate(steps, 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version_of(connection) < number:  # asked inside: another instance may have done it meanwhile
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def version_of(connection: sqlite3.Connection) -> int:
    """The version a file says it has; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
