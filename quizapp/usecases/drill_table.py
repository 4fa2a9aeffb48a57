"""What came of a drill: who is where, and a row for every answer and every question without one."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from quizapp.history.drills import DrillRecord
from quizapp.kit.cells import text_cell
from quizapp.model.drill import Mode, Player, Rules
from quizapp.model.item import Item, key_text
from quizapp.model.memory import ItemKey
from quizapp.sessions.drill import Drill, Phase, Silence, Try

COLUMNS: Final = (
    *("player", "number", "item", "question", "answer", "given", "outcome", "credit", "points", "seconds"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """A player at a place of the ranking; those with one score share it."""

    place: int
    player: Player
    score: int
    right: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One row of the results: whose, to which question, what was right, what was given, and what it earned; seconds.

    `outcome` is right, partly, wrong, too late, or why there is no answer; `player` is empty where anybody might have
    answered and nobody did, `stem` and `key` where the library has the question no more.
    """

    number: int
    item: str
    stem: str
    key: str
    player: str
    given: str
    credit: float
    points: int
    seconds: float
    outcome: str

    @property
    def answered(self) -> bool:
        """Whether it was answered at all."""
        return self.outcome in _ANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Hard:
    """A question that not everybody knew: how many of those who were asked did, and what became of each of them."""

    number: int
    rows: tuple[Told, ...]

    @property
    def stem(self) -> str:
        """What was asked."""
        return self.rows[0].stem

    @property
    def asked(self) -> int:
        """How many were asked."""
        return len(self.rows)

    @property
    def knew(self) -> int:
        """How many of them knew it."""
        return sum(row.outcome == _RIGHT for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillResults:
    """A drill as it ended, or as far as it came; `rows` by question, in the order in which it went on."""

    id: str
    started: datetime
    rules: Rules
    state: Drill
    ranking: tuple[Placing, ...]
    rows: tuple[Told, ...]

    @property
    def over(self) -> bool:
        """Whether it cannot go on."""
        return self.state.phase is Phase.OVER

    @property
    def asked(self) -> int:
        """How many questions were answered or shown."""
        return len({row.number for row in self.rows})

    @property
    def hard(self) -> tuple[Hard, ...]:
        """The questions that not everybody knew, the least known first."""
        groups = groupby(self.rows, key=lambda row: row.number)
        found = (Hard(number=number, rows=tuple(rows)) for number, rows in groups)
        return tuple(sorted((one for one in found if one.knew < one.asked), key=lambda one: one.knew / one.asked))


def results_of(record: DrillRecord, state: Drill, items: Mapping[ItemKey, Item]) -> DrillResults:
    """The results; `items` are those that the library still has."""
    return DrillResults(
        id=record.id,
        started=record.started,
        rules=record.rules,
        state=state,
        ranking=ranking_of(record.rules, state),
        rows=tuple(_rows(record, state, items)),
    )


def ranking_of(rules: Rules, state: Drill) -> tuple[Placing, ...]:
    """The players by their scores, the best first."""
    everybody = sorted(range(len(rules.players)), key=lambda one: (-state.scores[one], one))
    out: list[Placing] = []
    for score, group in groupby(everybody, key=lambda one: state.scores[one]):
        place = len(out) + 1
        for one in group:
            own = [each for each in state.tries if each.player == one]
            right = sum(each.credit == 1 for each in own)
            out.append(Placing(place=place, player=rules.players[one], score=score, right=right, answered=len(own)))
    return tuple(out)


def csv_text(rows: tuple[Told, ...]) -> str:
    """The rows as a table, a header first; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in rows:
        player, item, stem, key, given = map(text_cell, (one.player, one.item, one.stem, one.key, one.given))
        figures = (one.outcome, f"{one.credit:g}", one.points, f"{one.seconds:g}")
        writer.writerow((player, one.number, item, stem, key, given, *figures))
    return text.getvalue()


def csv_bytes(rows: tuple[Told, ...]) -> bytes:
    """The table as a file: with the mark by which spreadsheets know UTF-8."""
    return csv_text(rows).encode("utf-8-sig")


def _rows(record: DrillRecord, state: Drill, items: Mapping[ItemKey, Item]) -> Iterator[Told]:
    """By question; within one by turn, or first those who answered where anybody may."""
    everything: list[Try | Silence] = [*state.tries, *state.silences]
    if record.rules.mode is Mode.TURNS:
        everything.sort(key=lambda one: ((one.player or 0) - one.place) % len(record.rules.players))
    everything.sort(key=_place)
    for place, group in groupby(everything, key=_place):
        key = record.plan[place]
        item = items.get(key)
        for one in group:
            yield Told(
                number=place + 1,
                item=key.item,
                stem=item.stem if item else "",
                key=key_text(item) if item else "",
                player="" if one.player is None else record.rules.players[one.player].name,
                given=one.given if isinstance(one, Try) else "",
                credit=one.credit if isinstance(one, Try) else 0.0,
                points=one.points if isinstance(one, Try) else 0,
                seconds=one.seconds,
                outcome=_outcome(one),
            )


def _place(one: Try | Silence) -> int:
    return one.place


_RIGHT: Final = "right"
_PARTLY: Final = "partly"
_WRONG: Final = "wrong"
_LATE: Final = "too late"
_ANSWERED: Final = frozenset({_RIGHT, _PARTLY, _WRONG, _LATE})


def _outcome(one: Try | Silence) -> str:
    match one:
        case Silence(why=why):
            return why.value
        case Try(credit=1.0):
            return _RIGHT
        case Try(late=True):
            return _LATE
        case Try(credit=credit):
            return _PARTLY if credit else _WRONG
