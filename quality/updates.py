"""Kills the update of an older history at random moments and looks for a file that is neither old nor new (fault D8).

    python quality/updates.py --kills 200

That often from each version there ever was. The exit code is 1 when a file was damaged or between two versions, an
answer was lost or an update could not be finished.
"""

import argparse
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from quizapp.history import Database, reviews
from quizapp.history.checking import complaints
from quizapp.history.migrations import MIGRATIONS, NEWEST, migrate, version_of
from quizapp.history.opening import connect
from quizapp.history.shape import is_shaped
from quizapp.kit.chance import dice
from quizapp.kit.clock import SystemClock

ANSWERS: Final = 20_000
"""Enough for an update to take a while, and for a file of the size that is checked at every opening."""


def older(path: Path, version: int) -> None:
    """A history of an older version with many answers, the clock of some going back."""
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
        migrate(connection, steps=MIGRATIONS[:version])


def open_once(path: Path, seconds: float | None = None) -> float:
    """Open the history in another process, which updates it; kill that after some seconds, and say how many it took."""
    child = subprocess.Popen([sys.executable, __file__, "--open", str(path)], stdout=subprocess.PIPE)
    with child:
        if child.stdout is not None:
            child.stdout.readline()  # it has started and is about to open
        start = time.monotonic()
        try:
            child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
    return time.monotonic() - start


def faults(path: Path, ids: list[str], *, oldest: int) -> Iterator[str]:
    """What is wrong after a kill, and after the next opening, which finishes the update."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        version = version_of(connection)
        if not oldest <= version <= NEWEST or not is_shaped(connection):
            yield f"of version {version}, and not like it"
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
        print("about to open", flush=True)
        Database(given.open, clock=SystemClock()).read(version_of)
        return 0
    wrong = [fault for version in range(1, NEWEST) for fault in kill_often(version, given.kills, given.seed)]
    print(f"{given.kills} kills from each of {NEWEST - 1} versions; {len(wrong)} faults")
    print(*wrong[:20], sep="\n")
    return 1 if wrong else 0


def kill_often(version: int, kills: int, seed: int) -> list[str]:
    """Kill that many updates of a history of a version; what is wrong with them."""
    luck, wrong, old = dice("updates", version, seed), list[str](), 0
    ids = [f"r-{number}" for number in range(ANSWERS)]
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "older.db"
        older(model, version)
        whole = open_once(Path(shutil.copyfile(model, Path(folder) / "first.db")))
        for number in range(kills):
            path = Path(folder) / str(number) / "history.db"
            path.parent.mkdir()
            shutil.copyfile(model, path)
            open_once(path, luck.random() * whole)
            old += int.from_bytes(path.read_bytes()[60:64]) < NEWEST
            wrong += faults(path, ids, oldest=version)
            shutil.rmtree(path.parent)
    print(f"from version {version}: {kills} kills, {old} before the newest was in the file")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
