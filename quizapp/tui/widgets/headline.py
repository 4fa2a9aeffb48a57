"""One row over the question: what form the answer takes and, once it is given, the verdict in the same row."""

from textual.content import Content

from quizapp.tui.safe import shown
from quizapp.tui.widgets.lined import Lined


class Headline(Lined):
    """The kind line before the answer, the verdict after it; nothing moves when one takes the other's place."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self._right: bool | None = None

    def ask(self, words: tuple[str, ...]) -> None:
        """Say what form the answer takes."""
        self._words, self._right = words, None
        self.refresh()

    def tell(self, word: str, more: str, *, right: bool) -> None:
        """Say the verdict."""
        self._words, self._right = (word, more), right
        self.refresh()

    def look(self) -> tuple[object, ...]:
        """All that the row follows from."""
        return self._words, self._right

    def lines(self) -> list[Content]:
        """The row for the present width."""
        return [self._line()]

    def _line(self) -> Content:
        width = self.size.width
        if self._right is None:
            return shown(" ", ("  ·  ".join(self._words), "$muted")).truncate(width, ellipsis=True)
        colour, tint = ("$success", "$ok-tint") if self._right else ("$error", "$bad-tint")
        word, more = self._words
        line = shown(" ", (word, f"bold {colour}"), ("   " + more if more else "", "$muted"))
        line = line.truncate(max(width - 1, 1), ellipsis=True, pad=True)
        return shown(("▌", colour), line).stylize(f"on {tint}")
