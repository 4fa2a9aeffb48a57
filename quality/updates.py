"""Kills the update of an older history at random moments and looks for a file that is neither old nor new (fault D8).

    python quality/updates.py --kills 200

The exit code is 1 when a file was damaged, an answer was lost or an update could not be finished.
"""

import argparse
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from quizapp.history import Database, reviews
from quizapp.history.checking import complaints
from quizapp.history.migrations import MIGRATIONS, NEWEST, migrate, version_of
from quizapp.history.opening import connect
from quizapp.kit.chance import dice
from quizapp.kit.clock import SystemClock

ANSWERS: Final = 20_000
"""Enough for an update to take a while, and for a file of the size that is checked at every opening."""

LONGEST_LIFE: Final = 0.7
"""Seconds an update lives at most; the whole takes about as long, half of it its start."""


def older(path: Path) -> None:
    """A history of the first version with many answers, the clock of some going back."""
    rows = (
        (f"r-{number}", f"item-{number % 300}", 10**15 + number * 10**6 - (number % 7) * 10**8)
        for number in range(ANSWERS)
    )
    with closing(connect(str(path))) as connection:
        migrate(connection, steps=MIGRATIONS[:1])
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO sessions VALUES ('s', '', 1, 1, '[]', 0, 0)")
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO reviews (id, session, article, item, at, offset, kind, given, outcome, rule, rating, seconds,"
            " hinted, scheduled) VALUES (?, 's', 'a', ?, ?, 0, 'choice', 'x', 'right', 'choice', 3, 1.0, 0, 1)",
            rows,
        )
        connection.execute("COMMIT")


def kill_once(path: Path, luck: Random) -> None:
    """Open the history, which updates it, and kill that after a random while."""
    child = subprocess.Popen([sys.executable, __file__, "--open", str(path)])
    try:
        child.wait(timeout=luck.random() * LONGEST_LIFE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def faults(path: Path, ids: list[str]) -> Iterator[str]:
    """What is wrong after a kill, and after the next opening, which finishes the update."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        version = version_of(connection)
        if version not in {1, NEWEST}:
            yield f"of version {version}"
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            yield "damaged"
    database = Database(path)
    if [line.id for line in database.read(reviews.whole_log).lines] != ids:
        yield "answers lost or out of order"
    if database.read(version_of) != NEWEST or database.read(complaints):
        yield "the update was not finished"
    database.close()


def main() -> int:
    """Kill as often as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--open", type=Path)
    given = parser.parse_args()
    if given.open:
        Database(given.open, clock=SystemClock()).read(version_of)
        return 0
    luck, wrong, old = dice("updates", given.seed), list[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "older.db"
        older(model)
        ids = [f"r-{number}" for number in range(ANSWERS)]
        for number in range(given.kills):
            path = Path(folder) / str(number) / "history.db"
            path.parent.mkdir()
            shutil.copyfile(model, path)
            kill_once(path, luck)
            old += int.from_bytes(path.read_bytes()[60:64]) == 1
            wrong += faults(path, ids)
            shutil.rmtree(path.parent)
    print(f"{given.kills} kills, {old} before the new version was in the file; {len(wrong)} faults")
    print(*wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
