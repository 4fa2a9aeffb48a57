"""Two people at one machine."""

from collections.abc import Callable
from typing import Any

from screen import Terminal

Open = Callable[..., Terminal]
Stats = Callable[..., dict[str, Any]]


def test_the_app_asks_who_studies_as_soon_as_there_are_two(open_window: Open, stats: Stats, bell: str) -> None:
    """Not with one, not where --learner says it; the one who is chosen gets the answers."""
    for learner in ((), ("--learner", "Ana María")):
        window = open_window("study", bell, *learner)
        window.wait_for("1 of 5", "Choose")
        window.insist("1", "From the article", "Grade")
        window.press("\x11")
        assert window.wait_for_end() == 0
        if not learner:
            alone = open_window()
            assert "Who studies?" not in alone.wait_for("Library", "The harbour bell")
            assert alone.leave() == 0

    named = open_window("--learner", "me")
    assert "Who studies?" not in named.wait_for("Library  me", "The harbour bell")
    assert named.leave() == 0

    window = open_window()
    window.wait_for("Who studies?", "1   Ana María", "2   me", "somebody new")
    window.insist("2", "Library  me")
    window.insist("s", "2 of 5")  # the sitting that was left goes on
    window.insist("1", "From the article", "Grade")
    window.press("\x11")
    assert window.wait_for_end() == 0
    assert stats()["answers"] == 2
