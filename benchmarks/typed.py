"""Grading what was typed: every judged pair of the tests' corpus, against one rapidfuzz ratio of the same two strings.

Goal: ≤ 5 ×. What grading remembers of texts that it has read is forgotten before each pass, since no learner types an
answer twice in a row; the other side remembers nothing.
"""

import sys
import time
from collections.abc import Callable
from typing import Final

from rapidfuzz import fuzz
from rounds import HOUSE, Figures, Goal, compile_house, interleave, report

from quizapp.grading.dates import parse_dates
from quizapp.grading.grade import grade
from quizapp.grading.quantities import wanted_in
from quizapp.grading.ranges import parse_range
from quizapp.grading.words import _counted, _spelt, core_words, words
from quizapp.model.item import ShortAnswerItem
from quizapp.model.response import Typed

sys.path.insert(0, str(HOUSE / "tests"))
from grading.test_corpus import pairs

REMEMBERING: Final = (words, core_words, parse_dates, parse_range, wanted_in, _spelt, _counted)
PASSES: Final = 5
MICRO: Final = 1e6
GOAL: Final = [Goal(figure="a typed answer", most=5, unit="µs", digits=2)]

Pair = tuple[ShortAnswerItem, Typed]


def judged() -> list[Pair]:
    """The pairs whose key is a text."""
    return [(item, Typed(fields=(given,))) for item, given, _ in pairs() if isinstance(item, ShortAnswerItem)]


def graded(found: list[Pair]) -> Figures:
    """Microseconds of processor time of a grade."""
    return _each(found, grade)


def compared(found: list[Pair]) -> Figures:
    """Microseconds of a ratio of the two strings."""
    return _each(found, lambda item, typed: fuzz.ratio(typed.fields[0], item.key))


def _each(found: list[Pair], work: Callable[[ShortAnswerItem, Typed], object]) -> Figures:
    taken = 0.0
    for _ in range(PASSES):
        for remembering in REMEMBERING:
            remembering.cache_clear()
        start = time.process_time()
        for item, typed in found:
            work(item, typed)
        taken += time.process_time() - start
    return {"a typed answer": MICRO * taken / PASSES / len(found)}


def main() -> int:
    """Measure all pairs, and those that are right as they stand by themselves."""
    compile_house()
    found = judged()
    same = [pair for pair in found if grade(*pair).rule == "same words"]
    met = []
    for title, some in (("Grading", found), ("Grading what is right as it stands", same)):
        sides = {"quizapp": lambda some=some: graded(some), "rapidfuzz": lambda some=some: compared(some)}
        medians = interleave(sides)
        name = f"{title}, {len(some)} pairs"
        met.append(report(name, medians["quizapp"], medians["rapidfuzz"], GOAL, against="rapidfuzz's ratio"))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
