"""Lets several processes answer into one history at once and looks for what was lost (fault D3).

    python quality/together.py --writers 4 --answers 1000

All of them make the file, open it, move the same few cards, and come and go. The exit code is 1 when a process
failed, an answer is missing or there twice, a card is not the replay of the log, or the file is damaged.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Final

from quizapp.history import Database, reviews, sessions
from quizapp.history.cards import all_cards
from quizapp.history.checking import complaints, dangling
from quizapp.history.sessions import SessionRecord
from quizapp.kit.clock import SystemClock
from quizapp.model.memory import ItemKey, Rating, Review
from quizapp.model.outcome import Outcome
from quizapp.scheduling.replay import advance, replay

ITEMS: Final = 7
"""Questions that everybody answers, so that each card is moved by all."""


STAYS: Final = 20
"""Answers after which an instance goes away and comes back: what is lost then was seen once in some hundred runs."""


def write(path: Path, writer: str, answers: int) -> None:
    """Answer as often as told, in a session of its own."""
    clock, database = SystemClock(), Database(path, clock=SystemClock())
    session = SessionRecord(id=writer, scope="", scheduled=True, seed=1, plan=(), started=clock.now())
    database.write(partial(sessions.begin, session=session))
    for number in range(answers):
        review = Review(
            id=f"{writer}-{number}",
            session=writer,
            key=ItemKey("together", f"item-{number % ITEMS}"),
            at=clock.now().astimezone(UTC),
            offset=0,
            kind="true-false",
            given="true",
            outcome=Outcome.RIGHT,
            rule="choice",
            rating=Rating(number % len(Rating) + 1),
            seconds=1.0,
            hinted=False,
            scheduled=True,
        )
        database.write(partial(reviews.add_answer, review=review, advance=advance))
        if number % STAYS == STAYS - 1:
            database.close()  # the next write opens it again
    database.close()


def faults(path: Path, expected: set[str]) -> Iterator[str]:
    """What is wrong with the file afterwards."""
    database = Database(path)
    log = database.read(reviews.whole_log)
    ids = [line.id for line in log.lines]
    if sorted(ids) != sorted(expected):
        yield f"{len(expected - set(ids))} answers lost, {len(ids) - len(set(ids))} twice"
    if database.read(all_cards) != replay(log.lines, log.undone):
        yield "the cards are not the replay of the log"
    yield from database.read(complaints)
    if database.read(dangling):
        yield "answers without a session"
    database.close()


def main() -> int:
    """Let as many write as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--answers", type=int, default=1000)
    parser.add_argument("--write", nargs=2, metavar=("FILE", "WRITER"))
    given = parser.parse_args()
    if given.write:
        write(Path(given.write[0]), given.write[1], given.answers)
        return 0
    names = [f"writer-{number}" for number in range(given.writers)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data" / "history.db"
        command = [sys.executable, __file__, "--answers", str(given.answers), "--write", str(path)]
        children = [subprocess.Popen([*command, name], stderr=subprocess.PIPE, text=True) for name in names]
        talk = [(child.communicate()[1], child.returncode) for child in children]
        wrong = [said.strip().splitlines()[-1] for said, code in talk if code]
        wrong += faults(path, {f"{name}-{number}" for name in names for number in range(given.answers)})
    print(f"{given.writers} writers, {given.answers} answers each; {len(wrong)} faults")
    print(*wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
