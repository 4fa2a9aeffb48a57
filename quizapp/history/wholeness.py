"""Whether SQLite finds a file whole; a damaged value of a card is no more than a cache that has to be made anew."""

import re
import sqlite3
from typing import Final

_OF_A_CARD: Final = re.compile(
    r"CHECK constraint failed in cards|(NULL|non-\w+) value in cards\.(?!article|item)\w+"
    r"|row \d+ missing from index cards_by_due|wrong # of entries in index cards_by_due"
)
"""SQLite's words for a value that no card can have. Its key is not among them: by that the rows lie in their order."""

_ALL: Final = 1_000_000
"""More complaints than a history has cards; a few would hide what is said after them."""


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether all but the values of cards is as SQLite wrote it, for which it needs a second for a million answers."""
    if connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",):
        return True
    return not _said(connection, f"PRAGMA quick_check({_ALL})")


def complaints_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite says of the file and its indexes, those of cards' values left out; nothing when all is well."""
    return _said(connection, f"PRAGMA integrity_check({_ALL})")


def _said(connection: sqlite3.Connection, pragma: str) -> tuple[str, ...]:
    said = (str(row[0]) for row in connection.execute(pragma))
    return tuple(one for one in said if one != "ok" and not _OF_A_CARD.fullmatch(one))
