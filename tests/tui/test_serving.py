"""Serving: who may ask, and that no name becomes a command."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.tui.serving import command_line, is_welcome


@given(words=st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
def test_no_name_becomes_a_command(words: list[str]) -> None:
    """A shell splits the command into exactly the words that were given."""
    assert shlex.split(command_line(words))[3:] == words


@pytest.mark.parametrize(
    ("host", "origin", "local", "welcome"),
    [
        ("127.0.0.1:8000", None, True, True),
        ("localhost:8000", "http://localhost:8000", True, True),
        ("[::1]:8000", "http://[::1]:8000", True, True),
        ("127.0.0.1:8000", "https://evil.example", True, False),
        ("127.0.0.1:8000", "http://127.0.0.1:9000", True, False),
        ("127.0.0.1:8000", "null", True, False),
        ("evil.example:8000", None, True, False),
        ("evil.example:8000", "http://evil.example:8000", True, False),
        ("school.example:8000", "http://school.example:8000", False, True),
        ("school.example:8000", "http://evil.example", False, False),
    ],
)
def test_a_page_from_elsewhere_drives_nothing(host: str, origin: str | None, *, local: bool, welcome: bool) -> None:
    """Neither through a reader's browser nor by a name made to point here."""
    assert is_welcome(host=host, origin=origin, local=local) is welcome
