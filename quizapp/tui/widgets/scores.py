"""The players of a drill: each with a shape, a name and a score, in boxes with big figures or in a few rows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
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
_GAP: Final = 4
_LONGEST_NAME: Final = 32
_LAYOUTS: Final = ((1, 30), (1, 14), (2, 30), (2, 14), (3, 30), (3, 14), (3, 10))
"""Rows and cells of a name, the most wanted first: a name is cut before a row is taken from the question twice."""
_CALLED: Final = ((2, 14), (3, 14), (4, 14), (5, 10), (5, 6))
"""The same for names as they are called out; boxes take five rows, too."""


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
    """Boxes while there is room for all of them, else rows of them all."""

    def __init__(self) -> None:
        super().__init__(id="scores")
        self._scores: tuple[Score, ...] = ()
        self._flat = False

    def show(self, scores: tuple[Score, ...], *, flat: bool) -> None:
        """Show these; `flat` without big figures, so that the answer has room."""
        width = self.size.width
        before = self._height(width)
        self._scores, self._flat = scores, flat
        self.refresh(layout=self._height(width) != before)

    def _boxed(self, width: int) -> bool:
        return not self._flat and bool(self._scores) and width // len(self._scores) >= _NARROWEST

    def _height(self, width: int) -> int:
        return _TALL if self._boxed(width) else len(in_rows(self._scores, width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Five rows as boxes, else as few as hold them all."""
        return self._height(width)

    def render(self) -> Content:
        """All of them for the present width."""
        width = self.size.width
        if not self._boxed(width):
            return joined(in_rows(self._scores, width))
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


@lru_cache(maxsize=8)
def in_rows(scores: tuple[Score, ...], width: int) -> tuple[Content, ...]:
    """All scores in as few rows as there can be; of a large class those from whoever is next on, and how many more."""
    called = _called_out(scores)
    layouts = [(most, room, False) for most, room in _LAYOUTS] + [(most, room, True) for most, room in _CALLED]
    for most, room, short in layouts:
        parts = [_part(place, score, room, called[place] if short else "") for place, score in enumerate(scores)]
        for some in (_even(parts), parts) if short else (parts,):
            if _rows_of(some, width) <= most:
                return _flowed(some, width)
    first = next((place for place, score in enumerate(scores) if score.turn), 0)
    parts = [*parts[first:], *parts[:first]]
    for count in range(len(parts) - 1, 0, -1):
        some = [*parts[:count], shown((f"and {len(parts) - count} more; the pause has all", "$muted"))]
        if _rows_of(some, width) <= most:
            return _flowed(some, width)
    return (shown(),)


def _even(parts: list[Content]) -> list[Content]:
    """All as wide as the widest, so that rows of them stand in columns."""
    widest = max(part.cell_length for part in parts)
    return [shown(part, " " * (widest - part.cell_length)) for part in parts]


def _called_out(scores: tuple[Score, ...]) -> list[str]:
    """The names as they are called out in a class: the first one, with a letter of the last where it must be."""
    whole = [score.name.split() or [""] for score in scores]
    firsts = Counter(parts[0] for parts in whole)
    names = [parts[0] if firsts[parts[0]] == 1 else f"{parts[0]} {parts[-1][:1]}." for parts in whole]
    return names if len(set(names)) == len(names) else [score.name for score in scores]


def _part(place: int, score: Score, room: int, called: str) -> Content:
    """A player with his shape, or as he is `called`: in a class each shape is that of several."""
    gained = f" ({score.gained:+d})" if score.gained else ""
    style = "bold" if score.turn else ""
    name = cut(called, room, style) if called else cut(f"{shape(place)} {score.name}", room + 2, style)
    mark = shown(("▸" if score.turn else " ", "bold $accent"))
    if score.number:
        mark = shown((f" {score.number} ", "bold reverse"), " ")
    return shown(mark, name, (f"  {score.score}{gained}", "bold" if score.turn else ""))


def _breaks(parts: list[Content], width: int) -> Iterator[bool]:
    """Of each part whether it begins a row."""
    used = -_GAP
    for part in parts:
        used += _GAP + part.cell_length
        if used > width:
            used = part.cell_length
            yield True
        else:
            yield False


def _rows_of(parts: list[Content], width: int) -> int:
    return 1 + sum(_breaks(parts, width))


def _flowed(parts: list[Content], width: int) -> tuple[Content, ...]:
    """One part after the other, a new row where there is no room for the next."""
    rows: list[list[Content]] = [[]]
    for part, breaks in zip(parts, _breaks(parts, width), strict=True):
        if breaks:
            rows.append([])
        rows[-1].append(part)
    return tuple(shown(" " * _GAP).join(row) for row in rows)


def standings(scores: tuple[Score, ...]) -> Content:
    """Everybody with his points, a row for each; nothing where one plays alone."""
    if len(scores) == 1:
        return shown()
    names = [cut(f"{shape(place)} {score.name}", _LONGEST_NAME) for place, score in enumerate(scores)]
    width = max(name.cell_length for name in names)
    return joined(
        shown(name, " " * (width - name.cell_length + 2), f"{score.score:>5}")
        for name, score in zip(names, scores, strict=True)
    )
