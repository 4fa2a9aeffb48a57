"""How solid each article is: a bar, a share and a title in a row, the least solid first; one can be opened."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content

from quizapp.tui import charts
from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.rows import Rows

_BAR: Final = 14
_FIXED: Final = _BAR + 10


class Solid(NamedTuple):
    """An article and which share of it is likely to be known in three weeks (0–1)."""

    share: float
    title: str
    article: str


class SolidRows(Rows):
    """One row an article."""

    OPENS_AT_ONCE = True

    def __init__(self) -> None:
        super().__init__(id="solid")
        self._articles: tuple[Solid, ...] = ()

    @property
    def current(self) -> Solid | None:
        """The article under the cursor."""
        return self._articles[self.at] if self._articles else None

    def fill(self, articles: Sequence[Solid]) -> None:
        """Show these."""
        self._articles = tuple(sorted(articles))
        self.hold(len(self._articles))
        self.styles.height = max(len(self._articles), 1)

    def draw(self, index: int, width: int, *, here: bool) -> Sequence[Content]:
        """A bar, a share and a title."""
        one, marked = self._articles[index], here and self.has_focus
        return (
            shown(
                ("▸ " if marked else "  ", "bold $accent"),
                charts.bar(one.share, _BAR, colour="$primary"),
                (f"{charts.percent(one.share):>6}  ", "bold"),
                cut(one.title, max(width - _FIXED, 4), "bold" if marked else ""),
            ),
        )
