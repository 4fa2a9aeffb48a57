"""The players of a drill: each with a shape, a name and a score, in boxes with big figures or in one row."""

from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.widget import Widget

from quizapp.tui.charts import big_rows
from quizapp.tui.safe import cut, joined, shown

SHAPES: Final = "▲◆●■★▼"
"""A shape for each team, so that none is known by colour; a class has more players than shapes and goes round."""
_BOX: Final = 3  # blank cells of a box that hold no name
_NARROWEST: Final = 14
_TALL: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A player as the row shows him.

    `gained` is what the last answer brought, `run` how many are right in a row; `number` is the key that says that he
    was first, 0 where none does.
    """

    name: str
    score: int
    turn: bool = False
    gained: int = 0
    run: int = 0
    number: int = 0


def shape(place: int) -> str:
    """The shape of the player at a place."""
    return SHAPES[place % len(SHAPES)]


class Scores(Widget):
    """Boxes while there is room for all of them, else one row around whoever is next."""

    def __init__(self) -> None:
        super().__init__(id="scores")
        self._scores: tuple[Score, ...] = ()
        self._flat = False

    def show(self, scores: tuple[Score, ...], *, flat: bool) -> None:
        """Show these; `flat` in one row, so that the answer has room."""
        same = flat == self._flat and len(scores) == len(self._scores)
        self._scores, self._flat = scores, flat
        self.refresh(layout=not same)

    def _boxed(self, width: int) -> bool:
        return not self._flat and bool(self._scores) and width // len(self._scores) >= _NARROWEST

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Five rows as boxes, else one."""
        return _TALL if self._boxed(width) else 1

    def render(self) -> Content:
        """All of them for the present width."""
        width = self.size.width
        if not self._boxed(width):
            return self._row(width)
        each = width // len(self._scores)
        boxes = [self._box(place, score, each - 1) for place, score in enumerate(self._scores)]
        return joined(shown(*(part for box in boxes for part in (box[row], " "))) for row in range(_TALL))

    def _box(self, place: int, score: Score, width: int) -> list[Content]:
        ground = "$pick" if score.turn else "$surface"
        top = shown(("▀" * width, f"$accent on {ground}")) if score.turn else shown((" " * width, f"on {ground}"))
        run = f" ×{score.run}" if score.run > 1 else ""
        number = f" {score.number} " if score.number else ""
        pointer = "▸" if score.turn else "" if number else " "
        room = max(width - _BOX - len(run) - len(number), 1)
        name = cut(f"{pointer}{' ' if number else ''}{shape(place)} {score.name}", room, "bold")
        head = shown(" ", (number, "bold reverse"), name, (run, "$accent"))
        figures = [shown("  ", (row, "bold")) for row in big_rows(score.score)]
        rows = [shown(row, " " * max(width - row.cell_length, 0)).stylize(f"on {ground}") for row in (head, *figures)]
        return [top, *rows]

    def _row(self, width: int) -> Content:
        """One after the other; where not all have room, from whoever has the turn on."""
        first = next((place for place, score in enumerate(self._scores) if score.turn), 0)
        order = (
            [*range(first, len(self._scores)), *range(first)]
            if len(self._scores) > len(SHAPES)
            else range(len(self._scores))
        )
        row = shown()
        for place in order:
            score = self._scores[place]
            gained = f" ({score.gained:+d})" if score.gained else ""
            text = f"{shape(place)} {score.name}  {score.score}{gained}"
            mark = shown(("▸" if score.turn else " ", "bold $accent"))
            if score.number:
                mark = shown((f" {score.number} ", "bold reverse"), " ")
            part = shown(mark, (text, "bold" if score.turn else ""))
            if row.cell_length + part.cell_length > width:
                break
            row = shown(row, part, "    ")
        return row
