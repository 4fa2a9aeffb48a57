"""Hostile article text on the real screens: every letter is drawn, nothing is obeyed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import make_article, make_evidence, make_item
from quizapp.model.item import Bank, ChoiceItem
from quizapp.usecases.library import Library
from screen import Terminal

Open = Callable[..., Terminal]

HOSTILE = "[/] [red]r[/red] [@click=app.quit]x[/] \x1b]0;owned\x07\x1b]52;c;aGk=\x07\x9b2J \u202egnp\u2066 z\u200bz"
BYTES = [b"owned\x07", b"\x1b]52;", b"\x1b]0;", b"\xc2\x9b", "\u202e".encode(), "\u2066".encode(), "\u200b".encode()]


@pytest.fixture
def hostile(home: Path) -> str:
    """The slug of a bank in whose every field the payload stands."""
    article = make_article(title=f"Bell {HOSTILE}", text=f"A sentence {HOSTILE} proves it.")
    plain = make_item("choice")
    assert isinstance(plain, ChoiceItem)
    item = replace(
        plain,
        stem=f"Who {HOSTILE}?",
        key=f"Key {HOSTILE}",
        derived=True,
        rationale=f"Because {HOSTILE}",
        distractors=tuple(
            replace(wrong, text=f"{number} {HOSTILE}", why=f"Why {HOSTILE}")
            for number, wrong in enumerate(plain.distractors)
        ),
        evidence=(make_evidence(f"A sentence {HOSTILE} proves it.", article),),
    )
    return Library(home / ".local" / "share" / "quizapp" / "questions").save(Bank(article=article, items=(item,)))


def test_no_payload_reaches_the_terminal(open_window: Open, hostile: str) -> None:
    """Question, feedback, source, results, library and help show the payload's letters and none of its bytes."""
    window = open_window("study", hostile, columns=120, rows=40)
    window.wait_for("[/] [red]r[/red] [@click=app.quit]x[/]", "Choose")
    window.insist("1", "Grade", "Source", "¶1 A sentence [/] [red]r[/red]")
    window.insist(" ", "Done for today")
    window.insist("q", "Library", "Bell [/]")
    window.insist("?", "Help")
    assert window.leave() == 0
    assert not [payload for payload in BYTES if payload in window.seen]
