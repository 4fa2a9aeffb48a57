"""Anki's database inside a package, written and read in memory alone: no file is opened, ours or theirs."""

import itertools
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

import genanki

from quizapp.formats.basket import MOST
from quizapp.kit.errors import InputError
from quizapp.kit.text import one_line

MOST_NOTES: Final = MOST
"""As many as questions of any other file."""
LONGEST_VALUE: Final = 4_000_000
"""Bytes of one value of a foreign database; a note of Anki has hundreds."""

_STEPS: Final = 20_000
"""How often SQLite may ask whether to go on, each after 10,000 steps; a package of 10,000 notes asks 30 times."""

_SMALL_LIMITS: Final = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 20),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 2),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 10_000),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)
_WAL: Final = slice(18, 20)
"""The two bytes of a database's header that say that it has a log beside it; in memory there is none."""
_FAULTS: Final = (
    sqlite3.Error, RecursionError, TypeError, KeyError, AttributeError, ValueError, OverflowError,
)  # fmt: skip
"""What reading a database raises that is not as Anki's are."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as Anki keeps it: its fields as HTML by name, in their order; whether it has tags, and how many cards.

    `number` is the one that Anki's search finds it by.

    Bytes that are no text stand in a field as halves of letters, which no text has.
    """

    guid: str
    number: str
    fields: dict[str, str]
    tagged: bool = False
    cards: int = 1


def written(deck: Any, seconds: float) -> bytes:
    """A database with one deck, all its rows dated at an instant."""
    with closing(sqlite3.connect(":memory:")) as connection:
        package = genanki.Package(deck)
        package.write_to_db(connection.cursor(), seconds, itertools.count(int(seconds * 1000)))
        connection.commit()
        return connection.serialize()


def notes_of(content: bytes) -> tuple[str, tuple[Note, ...]]:
    """The name of the deck that a database is about, or nothing, and its notes in their order.

    Raises:
        InputError: it is no database of Anki's, or a hostile one.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            return _read(connection, content)
        except _FAULTS:
            raise InputError("the collection in this package is damaged or not Anki's; export it again") from None


def _read(connection: sqlite3.Connection, content: bytes) -> tuple[str, tuple[Note, ...]]:
    plain = bytearray(content)
    plain[_WAL] = b"\1\1"
    connection.deserialize(bytes(plain))
    for category, limit in _SMALL_LIMITS:
        connection.setlimit(category, limit)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    asked = itertools.count()
    connection.set_progress_handler(lambda: next(asked) > _STEPS, 10_000)
    connection.create_collation(
        "unicase", lambda one, other: (one > other) - (one < other)
    )  # Anki's own; order is ours
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    names = _field_names(connection)
    return _deck(connection), tuple(_notes(connection, names))


def _notes(connection: sqlite3.Connection, names: dict[int, list[str]]) -> list[Note]:
    _table(connection, "notes")
    tags = "tags" if "tags" in _columns(connection, "notes") else "''"
    query = f"SELECT id, guid, mid, flds, {tags} FROM notes ORDER BY id LIMIT ?"  # noqa: S608  our own words
    rows = connection.execute(query, (MOST_NOTES + 1,)).fetchall()
    if len(rows) > MOST_NOTES:
        raise InputError(f"this package has more than {MOST_NOTES:,} notes; export fewer at a time")
    cards = _cards(connection)
    return [
        Note(
            guid=str(guid),
            number=one_line(str(number), limit=40),
            fields=_named(names.get(int(kind), []), str(fields).split("\x1f")),
            tagged=bool(str(tagged or "").strip()),
            cards=cards.get(number, 1),
        )
        for number, guid, kind, fields, tagged in rows
    ]


def _cards(connection: sqlite3.Connection) -> dict[object, int]:
    """How many cards each note has, by its number; of a table that does not say it nothing."""
    _table(connection, "cards")
    if "nid" not in _columns(connection, "cards"):
        return {}
    return dict(connection.execute("SELECT nid, count(*) FROM cards GROUP BY nid").fetchall())


def _columns(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """The columns of a table of ours to name."""
    told = connection.execute(f"SELECT * FROM {table} LIMIT 0").description  # noqa: S608  our own words
    return frozenset(str(each[0]).lower() for each in told)


def _named(names: list[str], values: list[str]) -> dict[str, str]:
    return (
        {name: value for name, value in itertools.zip_longest(names, values, fillvalue="") if name}
        if names
        else {str(number): value for number, value in enumerate(values)}
    )


def _field_names(connection: sqlite3.Connection) -> dict[int, list[str]]:
    """The fields of each note type; in a table of their own since 2021, before in a JSON text."""
    names: dict[int, list[str]] = {}
    if _has(connection, "fields"):
        _table(connection, "fields")
        for kind, name, _ in sorted(connection.execute("SELECT ntid, name, ord FROM fields"), key=lambda row: row[2]):
            names.setdefault(int(kind), []).append(str(name))
        return names
    _table(connection, "col")
    for told in json.loads(connection.execute("SELECT models FROM col").fetchone()[0]).values():
        names[int(told["id"])] = [str(field["name"]) for field in told["flds"]]
    return names


def _deck(connection: sqlite3.Connection) -> str:
    """The last part of the name of the deck that most cards are in."""
    _table(connection, "cards")
    most = connection.execute("SELECT did FROM cards GROUP BY did ORDER BY count(*) DESC, did LIMIT 1").fetchone()
    if most is None:
        return ""
    if _has(connection, "decks"):
        _table(connection, "decks")
        found = connection.execute("SELECT name FROM decks WHERE id = ?", most).fetchone()
        name = str(found[0]) if found else ""
    else:
        name = str(
            json.loads(connection.execute("SELECT decks FROM col").fetchone()[0]).get(str(most[0]), {}).get("name", "")
        )
    return name.replace("\x1f", "::").rpartition("::")[2].strip()


def _has(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone() is not None


def _table(connection: sqlite3.Connection, name: str) -> None:
    """A table is a table: a view or a virtual table of that name would run somebody's code."""
    found = connection.execute("SELECT type, sql FROM sqlite_master WHERE name = ?", (name,)).fetchall()
    if len(found) != 1 or found[0][0] != "table" or "virtual" in str(found[0][1])[:40].lower():
        raise ValueError(name)
