"""The first paint of the home screen with 100,000 questions in the library, against one with ten.

Goal: processor time ≤ 1.05 ×. What is due is counted in the background; the figure until then is the rest of what a
start costs, and is printed beside it.
"""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from rounds import Figures, Goal, compile_house, interleave, report
from start import LAST_PAINTED, started, with_history

from quizapp.bank.writer import write_bank
from quizapp.model.item import Bank
from quizapp.usecases.library import Library

GOALS: Final = [Goal(figure="first paint", most=1.05)]
BANKS: Final = 100
EACH: Final = 1_000
FEW: Final = 10


def filled(folder: Path, *, banks: int, each: int) -> None:
    """Put so many banks with so many questions into a library, beside a history."""
    with_history(folder)
    library = Library(folder / "questions")
    shipped = library.bank("great-stink-1858")
    items = [replace(shipped.items[0], id=f"q{number}", fact=f"f{number}") for number in range(each)]
    questions = folder / "questions"
    questions.mkdir(parents=True, exist_ok=True)
    text = write_bank(Bank(article=replace(shipped.article, id="article-0"), items=tuple(items))).decode()
    for number in range(banks):
        path = questions / f"article-{number}.yaml"
        path.write_text(text.replace("id: article-0", f"id: article-{number}", 1), encoding="utf-8")


def main() -> int:
    """Measure both libraries in turn."""
    compile_house()
    quizapp = [str(Path(sys.executable).with_name("quizapp"))]
    with tempfile.TemporaryDirectory() as temporary:
        few, many = Path(temporary, "few"), Path(temporary, "many")
        filled(few, banks=1, each=FEW)
        filled(many, banks=BANKS, each=EACH)
        for folder in (few, many):
            len(Library(folder / "questions").entries())  # the first start after banks came in reads them; not measured

        def side(folder: Path) -> Figures:
            return started(quizapp, LAST_PAINTED, folder)

        medians = interleave({"ten": lambda: side(few), "many": lambda: side(many)})
    met = report("A library of 100,000 questions", medians["many"], medians["ten"], GOALS, against="one of ten")
    for name, figures in medians.items():
        print(f"  until it waits for keys, {name:5}{figures['ready for keys']:9.1f} ms")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
