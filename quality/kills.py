"""Kills a scripted sitting at random moments and looks for every answer that was shown as graded (fault D1).

    python quality/kills.py --kills 1000

Prints what was found; the exit code is 1 when an answer was lost, a file damaged or a sitting did not go on.
"""

import argparse
import os
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final, NoReturn

from quizapp.history import Database, Transaction, reviews
from quizapp.history.cards import cards_of
from quizapp.kit.chance import dice
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import Bank, TrueFalseItem
from quizapp.model.memory import Rating
from quizapp.model.response import Judged
from quizapp.scheduling.replay import effective, replay
from quizapp.usecases.study import Sitting, open_sitting
from quizapp.usecases.workspace import open_workspace

ITEMS: Final = 400
LONGEST_LIFE: Final = 0.45
"""Seconds a sitting lives at most; it is forked with everything imported, so that all of them are study."""

UNDO_EVERY: Final = 5
ARTICLE: Final = Article(id="kills", title="Kills", source="", text="It is so.\n")


def bank() -> Bank:
    """Many questions about nothing."""
    evidence = (Evidence.of(ARTICLE, Span(0, 9)),)
    items = (
        TrueFalseItem(id=f"item-{number}", fact=f"fact-{number}", stem="It is so.", key=True, evidence=evidence)
        for number in range(ITEMS)
    )
    return Bank(article=ARTICLE, items=tuple(items))


def live(folder: Path, say: Callable[[str], object]) -> None:
    """Answer all, saying each thing once it is done; correct some grades and undo some answers."""
    sitting = open_sitting(open_workspace(folder), bank=bank(), limit=ITEMS, new=ITEMS)
    say(f"begin {sitting.question.item.id if sitting.question else '-'}")
    while question := sitting.question:
        sitting.answer(Judged(value=question.number % 3 > 0), seconds=1)
        say(f"answer {question.item.id}")
        if question.number % UNDO_EVERY == 0:
            redo(sitting, question.item.id, say)
        sitting.rate(Rating(question.number % len(Rating) + 1))


def redo(sitting: Sitting, item: str, say: Callable[[str], object]) -> None:
    """Take the answer back and give another one."""
    say(f"undoing {item}")
    sitting.undo()
    sitting.answer(Judged(value=True), seconds=1)
    say(f"answer {item}")


def kill_once(folder: Path, luck: Random) -> list[str]:
    """Start a sitting, kill it after a random while, and return the complete lines it said."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _live_and_die(folder, writer)
    os.close(writer)
    said = bytearray()
    end = time.monotonic() + luck.random() * LONGEST_LIFE
    while (left := end - time.monotonic()) > 0:
        if select.select([reader], [], [], left)[0]:
            said += (more := os.read(reader, 65536))
            if not more:
                break
    os.kill(child, signal.SIGKILL)
    while more := os.read(reader, 65536):
        said += more
    os.close(reader)
    os.waitpid(child, 0)
    return said.decode().split("\n")[:-1]


def _live_and_die(folder: Path, writer: int) -> NoReturn:
    """All that a child does; each line is out of it before the next thing is done."""
    try:
        live(folder, lambda line: os.write(writer, f"{line}\n".encode()))
    except BaseException:  # noqa: BLE001  a child of a fork never returns into its parent's code
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def faults(folder: Path, said: list[str], known: set[str]) -> list[str]:
    """What is wrong after a kill; `known`, the answers of earlier lives, is brought up to date."""
    acknowledged, open_to_doubt = set(known), set[str]()
    for line in said:
        verb, item = line.split()
        acknowledged, open_to_doubt = {
            "begin": (acknowledged, open_to_doubt),
            "answer": (acknowledged | {item}, open_to_doubt - {item}),
            "undoing": (acknowledged - {item}, open_to_doubt | {item}),
        }[verb]
    found = list(_wrong(folder, acknowledged, open_to_doubt, said, known))
    known.clear()
    known.update(_stored(folder))
    return found


def _stored(folder: Path) -> set[str]:
    history = Database(folder / "history.db")
    log = history.read(reviews.whole_log)
    history.close()
    return {line.key.item for line in effective(log.lines, log.undone)}


def _wrong(folder: Path, acknowledged: set[str], doubt: set[str], said: list[str], known: set[str]) -> list[str]:
    stored = _stored(folder)
    wrong = [f"lost: {item}" for item in sorted(acknowledged - stored)]
    extra = stored - acknowledged - doubt
    if len(extra) > 1:  # the one that was on disk but not yet said
        wrong.append(f"from nowhere: {sorted(extra)}")
    history = Database(folder / "history.db")
    log = history.read(reviews.whole_log)
    if history.read(lambda transaction: cards_of(transaction, [ARTICLE.id])) != replay(log.lines, log.undone):
        wrong.append("the cards are not the replay of the log")
    if history.read(_quick_check) != "ok":
        wrong.append("the file is damaged")
    history.close()
    first = next((item for item in (f"item-{number}" for number in range(ITEMS)) if item not in known), "-")
    if said and said[0] != f"begin {first}":
        wrong.append(f"did not go on at {first}: {said[0]}")
    return wrong


def _quick_check(transaction: Transaction) -> str:
    return str(transaction.execute("PRAGMA quick_check").fetchone()[0])


def main() -> int:
    """Kill as often as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    luck, wrong, answers, early = dice("kills", given.seed), list[str](), 0, 0
    with tempfile.TemporaryDirectory() as home:
        lives, known = 0, set[str]()
        for number in range(given.kills):
            if len(known) > ITEMS // 2:  # a new learner, so that files are made under fire as well
                lives, known = number, set()
            said = kill_once(Path(home) / str(lives), luck)
            answers += sum(line.startswith("answer") for line in said)
            early += not said
            wrong += faults(Path(home) / str(lives), said, known)
    print(
        f"{given.kills} kills, {early} before the first question; {answers} answers acknowledged; {len(wrong)} faults"
    )
    print(*wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
