"""The drafts that were thrown away, counted by the check they failed; one can be opened."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.rows import Rows

_WORDS: Final = {
    "length": "too long or too short to ask",
    "grammatical": "not good English",
    "stands alone": "needs another sentence",
    "no leak": "question gives it away",
    "complete key": "answer says too little",
    "not trivial": "hardly a question",
    "not obvious": "the title tells it",
    "whole": "leaves out what it needs",
    "specific": "too open to be printed",
    "one right answer": "two answers could be right",
    "one a fact": "asked better already",
    "asserted": "not said to be so",
    "faithful": "corrected later",
    "who is meant": "not clear who is meant",
    "well formed": "no good wording found",
    "running text": "heading, caption or list",
}
"""What each check says to a learner (design §8.4)."""


def in_words(check: str) -> str:
    """A check in words."""
    return _WORDS.get(check, check)


class ThrownAway(Rows):
    """One row a check."""

    OPENS_AT_ONCE = True

    def __init__(self) -> None:
        super().__init__(id="thrown")
        self._counts: tuple[tuple[str, int], ...] = ()

    @property
    def current(self) -> str | None:
        """The check under the cursor."""
        return self._counts[self.at][0] if self._counts else None

    def fill(self, counts: tuple[tuple[str, int], ...]) -> None:
        """Show these counts."""
        if counts != self._counts:
            self._counts = counts
            self.hold(len(counts))

    def draw(self, index: int, width: int, *, here: bool) -> Sequence[Content]:
        """A count and what it counts."""
        check, count = self._counts[index]
        marked = here and self.has_focus
        text = cut(in_words(check), max(width - 8, 4), "bold" if marked else "")
        return (shown(("▸ " if marked else "  ", "bold $accent"), (f"{count:>3}  ", "$muted"), text),)
