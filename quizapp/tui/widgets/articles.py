"""The articles of the library: title and what waits, words and how solid it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from textual.content import Content

from quizapp.kit.durations import counted
from quizapp.kit.text import reading
from quizapp.tui import charts
from quizapp.tui.safe import cut, shown, spread
from quizapp.tui.widgets.rows import Rows

_BAR: Final = 12
_BAR_FROM: Final = 64  # columns of the list from which the bar has room beside words and questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article as the list shows it; `solid` is 0–1, `new` of the `unseen` ones are for today.

    A bank that cannot be read has `faults`, each a line with its place, and nothing else but its file's name; `newer`
    says that a newer quizapp can.
    """

    slug: str
    title: str
    words: int = 0
    questions: int = 0
    due: int = 0
    new: int = 0
    unseen: int = 0
    solid: float = 0.0
    done_today: bool = False
    flagged: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    shipped: bool = False
    faults: tuple[str, ...] = ()
    newer: bool = False


class Articles(Rows):
    """Two rows an article and a blank one between them."""

    HEIGHT = 3

    def __init__(self) -> None:
        super().__init__(id="articles")
        self._every: tuple[Row, ...] = ()
        self._kept: tuple[Row, ...] = ()
        self._filter = ""
        self._words: Mapping[str, str] = {}

    @property
    def filter(self) -> str:
        """What is searched for; empty when everything is shown."""
        return self._filter

    @property
    def total(self) -> int:
        """How many articles there are, whatever the filter leaves."""
        return len(self._every)

    @property
    def current(self) -> Row | None:
        """The article under the cursor."""
        return self._kept[self.at] if self._kept else None

    def fill(self, rows: tuple[Row, ...]) -> None:
        """Show these articles; the cursor stays on the one it was on."""
        before = self.current.slug if self.current else ""
        self._every = rows
        self._sift()
        place = next((index for index, row in enumerate(self._kept) if row.slug == before), self.at)
        self.at = min(place, max(len(self._kept) - 1, 0))

    def sift(self, text: str) -> None:
        """Keep the articles whose title or questions have the text in them."""
        self._filter = reading(text)
        self._sift()

    def know(self, words: Mapping[str, str]) -> None:
        """Find articles also by the words of their questions, by slug."""
        self._words = words
        self._sift()

    def _sift(self) -> None:
        wanted, words = self._filter, self._words
        self._kept = tuple(
            row for row in self._every if wanted in reading(row.title) or wanted in words.get(row.slug, "")
        )
        self.hold(len(self._kept))

    def _fits(self, row: Row) -> bool:
        return self._filter in reading(row.title) or self._filter in self._words.get(row.slug, "")

    def draw(self, index: int, width: int, *, here: bool) -> tuple[Content, ...]:
        """Title and waiting, then words, questions and how solid."""
        row = self._kept[index]
        room = width - 4
        if row.faults:
            return tuple(self._line(line, width, here=here) for line in _damaged(row, room))
        waiting = _waiting(row)
        first = spread(cut(row.title, max(room - waiting.cell_length - 1, 1), "bold"), waiting, room)
        solid = shown((f"{charts.percent(row.solid)} solid".rjust(11), "$muted"))
        if width >= _BAR_FROM:
            solid = shown(charts.bar(row.solid, _BAR), solid)
        words = f"{row.words:,} words · " if width >= _BAR_FROM else ""
        second = spread(shown((words + counted(row.questions, "question"), "$muted")), solid, room)
        return tuple(self._line(line, width, here=here) for line in (first, second))

    def _line(self, line: Content, width: int, *, here: bool) -> Content:
        if not here:
            return shown("  ", line)
        ground = "$pick" if self.has_focus else "$panel"
        rest = shown(" ", line, " " * max(width - line.cell_length - 2, 0)).stylize(f"on {ground}")
        return shown(("▌", f"$primary on {ground}"), rest)


def _damaged(row: Row, room: int) -> tuple[Content, Content]:
    """The file's name, and what is wrong in it first."""
    more = len(row.faults) - 1
    rest = f" · {counted(more, 'more fault')}" if more else ""
    what = shown(("✗ needs a newer quizapp" if row.newer else "✗ cannot be read", "$error"))
    first = spread(cut(row.title, max(room - what.cell_length - 2, 1), "bold"), what, room)
    second = spread(cut(row.faults[0], max(room - len(rest), 1), "$muted"), shown((rest, "$muted")), room)
    return first, second


def _waiting(row: Row) -> Content:
    due = shown((f"{row.due} due", "bold $accent"))
    fresh = f"{row.new} new" if row.new == row.unseen else f"{row.new} of {row.unseen} new"
    new = shown((fresh, "bold $primary" if not row.due else "$primary"))
    if row.due and row.new:
        return shown(due, (" · ", "$muted"), new)
    if row.due or row.new:
        return due if row.due else new
    return shown(("done today" if row.done_today else "nothing due", "$muted"))
