"""An answer key: grading, scheduling, the commit to disk and the repaint, against an empty app that repaints one line.

Goal: ≤ 2.2 × the processor time, and exactly one fdatasync an answer (counted where strace is installed).
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from rounds import Goal, compile_house, environment, report
from terminal import FRAME, Terminal

from quizapp.bank.writer import write_bank
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import Bank, ChoiceItem, Distractor
from quizapp.model.response import Chosen
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import open_workspace

KEEPERS: Final = (
    *("Ada", "Boris", "Clara", "Dmitri", "Edith", "Farid", "Greta", "Hamid", "Ines", "Jonas"),
    *("Kadri", "Lotte", "Mara", "Nils", "Olga", "Piet", "Rosa", "Sami", "Tove", "Uwe"),
)
KEYS: Final = 18
"""Answers measured, after one that warms up; a sitting has 20 questions."""

LOOK: Final = 0.35
"""Seconds to look at a question or an answer; the app takes no key in the first 0.25."""

GOALS: Final = [Goal(figure="one key", most=2.2)]
ANSWERED: Final = b"Accept"  # the bottom row offers it once an answer is graded
ASKED: Final = b"Show answer"


def bank_of_choices() -> Bank:
    """Twenty questions that one digit answers."""
    rows = [f"{name} keeps the lamp of tower {number}." for number, name in enumerate(KEEPERS, 1)]
    text = "The lamps\n\n" + "\n\n".join(rows) + "\n"
    article = Article(id="lamps", title="The lamps", source="made for a benchmark", text=text)
    items = []
    for number, name in enumerate(KEEPERS, 1):
        start = text.index(rows[number - 1])
        wrong = [other for other in KEEPERS if other != name][number % 9 : number % 9 + 3]
        items.append(
            ChoiceItem(
                id=f"tower-{number}",
                fact=f"tower-{number}",
                stem=f"Who keeps the lamp of tower {number}?",
                key=name,
                distractors=tuple(Distractor(text=each, why="Keeps another lamp.") for each in wrong),
                evidence=(Evidence.of(article, Span(start, start + len(rows[number - 1]))),),
            )
        )
    return Bank(article=article, items=tuple(items))


def with_bank(folder: Path) -> list[str]:
    """Put the bank into a library, and return the command that studies it."""
    shelf = folder / "questions"
    shelf.mkdir(parents=True)
    (shelf / "lamps.yaml").write_bytes(write_bank(bank_of_choices()))
    return [str(Path(sys.executable).with_name("quizapp")), "study", "lamps"]


def answers(command: list[str], folder: Path) -> list[float]:
    """Milliseconds of processor time of each answer key."""
    taken = []
    with Terminal(command, environment(QUIZAPP_DATA_DIR=str(folder))) as terminal:
        terminal.until(ASKED)
        for _ in range(KEYS + 1):
            terminal.rest(LOOK)
            before = terminal.until_idle()
            terminal.press("1")
            terminal.until(ANSWERED)
            taken.append(terminal.until_idle() - before)
            terminal.rest(LOOK)
            terminal.press(" ")
            terminal.until(ASKED)
    return taken[1:]


def engine(folder: Path) -> list[float]:
    """The same answers without a screen: grading, scheduling and the commit, in milliseconds of processor time."""
    sitting = open_sitting(open_workspace(folder), bank="lamps", seed=1)
    taken = []
    while sitting.question is not None:
        start = time.process_time()
        sitting.answer(Chosen(option=sitting.question.options[0]), seconds=3.0)
        taken.append(1000 * (time.process_time() - start))
        sitting.rate()
    return taken[1:]


def bare_keys() -> list[float]:
    """Milliseconds of processor time of a key in the app that repaints one line."""
    taken = []
    command = [sys.executable, str(Path(__file__).with_name("empty_app.py")), "key"]
    with Terminal(command, environment()) as terminal:
        terminal.until(FRAME)
        for number in range(KEYS + 1):
            before = terminal.until_idle()
            terminal.press("x")
            terminal.until(str(number + 1).encode())
            taken.append(terminal.until_idle() - before)
    return taken[1:]


def syncs(command: list[str], folder: Path) -> float | None:
    """How many fdatasync an answer costs; None without strace."""
    strace = shutil.which("strace")
    if strace is None:
        return None
    log = folder / "strace.txt"
    traced = [strace, "-f", "-qq", "-e", "trace=fdatasync,fsync", "-o", str(log), *command]
    with Terminal(traced, environment(QUIZAPP_DATA_DIR=str(folder))) as terminal:
        terminal.until(ASKED)
        counts = []
        for _ in range(4):
            terminal.rest(1.0)
            before = len(log.read_text("utf-8").splitlines())
            terminal.press("1")
            terminal.until(ANSWERED)
            terminal.rest(1.0)
            counts.append(len(log.read_text("utf-8").splitlines()) - before)
            terminal.press(" ")
            terminal.until(ASKED)
    print(f"\n  syncs of the first answers: {counts}")
    return statistics.median(counts[1:])


def main() -> int:
    """Measure keys, three sittings and three empty apps in turn, and count the syncs of one more."""
    compile_house()
    ours: list[float] = []
    theirs: list[float] = []
    with tempfile.TemporaryDirectory() as temporary:
        for turn in ("a", "b", "c"):
            folder = Path(temporary, turn)
            ours += answers(with_bank(folder), folder)
            theirs += bare_keys()
        folder = Path(temporary, "traced")
        synced = syncs(with_bank(folder), folder)
        folder = Path(temporary, "engine")
        with_bank(folder)
        alone = statistics.median(engine(folder))
    met = report(
        "An answer key",
        {"one key": statistics.median(ours)},
        {"one key": statistics.median(theirs)},
        GOALS,
        against="an empty app that repaints one line",
    )
    print(f"  of it without the screen  {alone:.1f} ms (grading, scheduling, commit)")
    if synced is None:
        print("  fdatasync an answer: not counted, strace is not installed")
        return 0 if met else 1
    print(f"  fdatasync an answer: {synced:g}   goal exactly 1   {'met' if synced == 1 else 'MISSED'}")
    return 0 if met and synced == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
