"""Texts as the file keeps them; a flipped bit may have made one that is no UTF-8, which must not end the program."""

import sqlite3
from operator import methodcaller
from typing import Any, Final

read_text: Final = methodcaller("decode", "utf-8", "surrogateescape")
"""A text, with the bytes that are none as lone surrogates, which can never be written back by mistake."""


def rows_read(connection: sqlite3.Connection, query: str, values: tuple[str | int, ...]) -> list[Any]:
    """The rows of a query, whose texts SQLite's own reader makes where all are whole, in half the time."""
    usual = connection.text_factory
    connection.text_factory = str
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError:  # a text is none, or it would fail all the same
        connection.text_factory = usual
        return connection.execute(query, values).fetchall()
    finally:
        connection.text_factory = usual


def check_texts(*values: object) -> None:
    """Make sure that texts are whole.

    Raises:
        ValueError: one of them is damaged.
    """
    together = "".join(map(str, values))
    if not together.isascii():
        together.encode()


def are_whole(*values: object) -> bool:
    """Whether texts are whole."""
    try:
        check_texts(*values)
    except ValueError:
        return False
    return True
