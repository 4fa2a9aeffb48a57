"""Generating: processor time of facts and items together, against the bare `nlp.pipe` over the same paragraphs.

Goal 1.25 ×, at most 2 ×; growth exponent ≤ 1.05 from 400 to 10,000 words. In one process, so that nothing but the work
is counted.
"""

import math
import statistics
import sys
import time
from collections.abc import Callable
from itertools import cycle
from typing import TYPE_CHECKING, Final

from rounds import HOUSE, ROUNDS, Figures, Goal, interleave, report

from quizapp.facts.find import find_facts
from quizapp.facts.pipeline import load_model
from quizapp.facts.second import SECOND
from quizapp.model.article import Article
from quizapp.writing.write import write_items

if TYPE_CHECKING:
    from spacy.language import Language

SIZES: Final = (400, 1_000, 3_000, 10_000)
LONG_FROM: Final = 3_000
LONG_ROUNDS: Final = 3  # a round of 10,000 words takes seconds
GOAL: Final = Goal(figure="processor time", most=1.25)
MOST: Final = 2.0
EXPONENT: Final = 1.05


def text_of(words: int) -> str:
    """About so many words of our own articles, paragraph by paragraph, over again when they run out."""
    paths = sorted((HOUSE / "quality/articles").glob("*/*.txt"))
    paragraphs = [block for path in paths for block in path.read_text("utf-8").split("\n\n")[1:]]
    taken: list[str] = []
    count = 0
    for block in cycle(paragraphs):
        if count >= words:
            break
        taken.append(block)
        count += len(block.split())
    return "A text to measure\n\n" + "\n\n".join(taken) + "\n"


def spent(work: Callable[[], object]) -> Figures:
    """Milliseconds of processor time."""
    start = time.process_time()
    work()
    return {"processor time": 1000 * (time.process_time() - start)}


def measured(nlp: "Language", words: int) -> tuple[float, float, float]:
    """Milliseconds of generation and of the bare pipe, and the number of words."""
    text = text_of(words)
    article = Article(id="measure", title="A text to measure", source="", text=text)
    blocks = [article.at(span) for span in article.paragraphs]
    medians = interleave(
        {
            "ours": lambda: spent(lambda: write_items(find_facts(article, nlp))),
            "bare": lambda: spent(lambda: list(nlp.pipe(blocks, disable=[SECOND]))),
        },
        rounds=LONG_ROUNDS if words >= LONG_FROM else ROUNDS,
    )
    return medians["ours"]["processor time"], medians["bare"]["processor time"], article.words


def exponent(points: list[tuple[float, float]]) -> float:
    """The slope of time over words, both as logarithms."""
    logs = [(math.log(words), math.log(taken)) for words, taken in points]
    return statistics.linear_regression(*zip(*logs, strict=True)).slope


def main() -> int:
    """Measure each size, and how time grows with it."""
    nlp = load_model()
    rows = [measured(nlp, size) for size in SIZES]
    met = True
    for ours, bare, words in rows:
        figures = {GOAL.figure: ours}, {GOAL.figure: bare}
        report(f"{words:,} words", *figures, [GOAL], against=f"the bare nlp.pipe (at most {MOST:g} ×)")
        met &= ours <= MOST * bare
    for name, points in (
        ("generation", [(words, ours) for ours, _, words in rows]),
        ("bare pipe", [(words, bare) for _, bare, words in rows]),
    ):
        print(f"  growth exponent, {name}: {exponent(points):.3f}   goal ≤ {EXPONENT:g}")
    met &= exponent([(words, ours) for ours, _, words in rows]) <= EXPONENT
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
