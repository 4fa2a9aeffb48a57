"""Interleaved rounds: both sides run in turn under the same load, and the ratio of their medians is what counts."""

import compileall
import os
import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HOUSE: Final = Path(__file__).resolve().parent.parent
ROUNDS: Final = 9
"""Fewer do not settle the medians on a machine that others use."""

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A figure that both sides give, in `unit` with so many decimals, and the ratio we want to stay within."""

    figure: str
    most: float
    unit: str = "ms"
    digits: int = 1


def interleave(
    sides: Mapping[str, Callable[[], Figures]], *, rounds: int = ROUNDS, warm: bool = True
) -> dict[str, dict[str, float]]:
    """Run every side in turn, `rounds` times after one round to warm up, and return medians by side and figure."""
    if warm:
        for side in sides.values():
            side()
    taken: dict[str, list[Figures]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            taken[name].append(side())
    return {
        name: {figure: statistics.median(each[figure] for each in all_of) for figure in all_of[0]}
        for name, all_of in taken.items()
    }


def report(title: str, ours: Figures, theirs: Figures, goals: list[Goal], *, against: str) -> bool:
    """Print both figures, the ratio and the goal of each line; whether every goal is met."""
    print(f"\n{title}, against {against}")
    met = True
    for goal in goals:
        one, other = ours[goal.figure], theirs[goal.figure]
        ratio = one / other
        met &= ratio <= goal.most
        verdict = "met" if ratio <= goal.most else "MISSED"
        print(
            f"  {goal.figure:24}{one:9.{goal.digits}f} {goal.unit} {other:9.{goal.digits}f} {goal.unit}"
            f"   {ratio:6.{max(2, goal.digits)}f} ×"
            f"   goal ≤ {goal.most:g} ×   {verdict}"
        )
    return met


def environment(**more: str) -> dict[str, str]:
    """The environment of a program under test: byte code is written, colours are on."""
    left_out = {"PYTHONDONTWRITEBYTECODE", "NO_COLOR", "COLORTERM"}
    return {name: value for name, value in os.environ.items() if name not in left_out} | more


def compile_house() -> None:
    """Byte-compile quizapp; what it imports is compiled by the round that warms up."""
    compileall.compile_dir(str(HOUSE / "quizapp"), quiet=2)
