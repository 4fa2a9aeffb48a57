"""The shape of a history: the very tables, columns and triggers that its version has."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from quizapp.history.migrations import MIGRATIONS, migrate, version_of
from quizapp.history.opening import connect
from quizapp.history.troubles import COMPLAINTS
from quizapp.history.wholeness import is_whole

_OWN: Final = "sqlite_%"  # names that SQLite gives


def is_shaped(connection: sqlite3.Connection, *, to_the_letter: bool = False) -> bool:
    """Whether a database has what a history of its version has, and nothing else.

    To the letter only where SQLite complained already: another SQLite may word a changed table differently.
    """
    version = version_of(connection)
    if not 1 <= version <= len(MIGRATIONS):
        return False
    with closing(connect(":memory:")) as model:
        migrate(model, steps=MIGRATIONS[:version])
        same = _shape(connection) == _shape(model)
        return same and not (to_the_letter and _text(connection) != _text(model))


def is_sound(path: Path) -> bool:
    """Whether a file is a whole history; asked only after something went wrong, to tell damage from a fault of ours."""
    try:
        with closing(connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return is_whole(connection) and is_shaped(connection, to_the_letter=True)
    except COMPLAINTS:
        return False


def _text(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def _shape(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    objects = connection.execute("SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE ?", (_OWN,))
    columns = connection.execute(
        'SELECT t.name, c.name, c.type, c."notnull", c.pk FROM sqlite_master AS t, pragma_table_xinfo(t.name) AS c '
        "WHERE t.type = 'table' AND t.name NOT LIKE ?",
        (_OWN,),
    )
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    bodies = {(name, " ".join(sql.split())) for name, sql in triggers}
    return {*objects, *columns, *bodies}
