"""The whole way in a real terminal: an own article, its questions, an answer, and the score tomorrow."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from screen import Terminal

Open = Callable[..., Terminal]
Stats = Callable[[], dict[str, Any]]

ARTICLE = """The lighthouse on Skerry Point

The lighthouse on Skerry Point was built in 1862. The engineer Harriet Lowe designed the tower, which is 38 metres high.

The keeper Daniel Marsh said that the lamp had never gone out in a storm. "It is the only neighbour I have," Marsh said.

In May 2019 the council of Portbrae announced that it would sell the tower for 450,000 pounds. Lowe called her lamp "the
honest star". The lens came from Paris.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article on disk, under a name that would colour a careless terminal."""
    path = tmp_path / "skerry \x1b[31m[red].txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_first_run_is_one_key_from_its_first_question(open_window: Open, stats: Stats) -> None:
    """An empty home: Welcome, enter, a question, an answer, its source, the next question; the score is stored."""
    window = open_window()
    window.wait_for("Try it now")
    window.insist("\r", "1 of ", "Choose")
    window.insist("1", "From the article", "Grade")
    window.insist(" ", "2 of ")
    assert stats()["answers"] == 1
    assert window.leave() == 0
    open_window().wait_for("Library", "The Great Stink")


@pytest.mark.model
def test_a_plain_addition_draws_nothing_that_moves(open_window: Open, article: Path) -> None:
    """With --plain one line is written and none is written over; without it a bar was."""
    seen = []
    for option in ("--plain", "--amount=all"):
        adding = open_window("add", option, str(article))
        assert adding.wait_for_end() == 0
        seen.append((b"\r\x20" in adding.seen or "━".encode() in adding.seen, adding.text))
    assert [moves for moves, _ in seen] == [False, True]
    assert seen[0][1].startswith("the-lighthouse-on-skerry-point: ")


@pytest.mark.model
def test_an_own_article_is_added_studied_and_remembered(open_window: Open, stats: Stats, article: Path) -> None:
    """A bar while questions are written, then questions line by line, then a score, all without an escape sequence."""
    adding = open_window("add", str(article))
    assert adding.wait_for_end() == 0
    assert "the-lighthouse-on-skerry-point: " in adding.text
    assert b"\r" in adding.seen.replace(b"\r\n", b"")
    studying = open_window("study", "the-lighthouse-on-skerry-point", "--plain")
    studying.wait_for("The lighthouse on Skerry Point", "Question 1 of")
    studying.press("\n")
    studying.wait_for("Here it is", "From the article, paragraph", "Enter goes on with 1 Again")
    studying.press("q\n")
    studying.wait_for("Paused.")
    assert studying.wait_for_end() == 0
    assert b"\x1b" not in adding.seen + studying.seen
    (mine,) = [found for found in stats()["articles"] if found["slug"] == "the-lighthouse-on-skerry-point"]
    assert mine["answers"] == 1
