"""A backup put back: whatever happened to the history, and nothing is lost on the way."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from builders import NOON, make_review
from histories import (
    SPOILED,
    Spoil,
    answer,
    answered,
    cards_in,
    disguised,
    first_version,
    log_of,
    many,
    newer,
    trapped,
)
from quizapp.history import Database, reviews
from quizapp.history.copies import read_copy
from quizapp.history.migrations import NEWEST, version_of
from quizapp.history.opening import PAGE, connect
from quizapp.history.restoring import put_in_place
from quizapp.kit.errors import InputError, StudyDataError
from quizapp.scheduling.replay import replay


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history with three answers."""
    path = tmp_path / "data" / "history.db"
    answered(path, *many(3))
    return path


@pytest.fixture
def backup(history: Path, tmp_path: Path) -> Path:
    """A backup of it, elsewhere."""
    target = tmp_path / "stick" / "backup.db"
    database = Database(history)
    database.back_up(target)
    database.close()
    return target


def _restore(file: Path, history: Path) -> tuple[Path, ...]:
    with closing(read_copy(file)) as copy:
        return put_in_place(copy, history, now=NOON, wait=0.05)


def test_what_was_backed_up_is_there_again_and_what_was_there_is_kept(history: Path, backup: Path) -> None:
    """The answers since the backup go from the history, but not from the disk."""
    since = Database(history)
    answer(since, make_review(id="since", key=many(4)[3].key))
    since.close()
    (kept,) = _restore(backup, history)

    assert log_of(history).lines == many(3)
    assert [line.id for line in log_of(kept).lines] == ["review-0", "review-1", "review-2", "since"]
    assert history.read_bytes()[18:20] == b"\x02\x02"  # a write-ahead log again


@pytest.mark.parametrize("spoil", [spoil for spoil, _ in SPOILED], ids=lambda spoil: spoil.__name__)
def test_the_drill(history: Path, backup: Path, spoil: Spoil) -> None:
    """Fault D9: spoilt in any way, restored, the answers are those of the backup, and the spoilt bytes are kept."""
    spoil(history)
    spoiled = history.read_bytes()
    kept = _restore(backup, history)

    assert log_of(history).lines == many(3)
    assert cards_in(history) == replay(many(3))
    assert kept[0].read_bytes() == spoiled


def test_what_waited_beside_a_damaged_history_is_kept_and_not_taken_for_the_new_ones(
    history: Path, backup: Path
) -> None:
    """The log of the damaged file must not be played into the restored one."""
    database = Database(history)
    answer(database, make_review(id="late"))
    wal = history.with_name("history.db-wal")
    waiting = wal.read_bytes()
    copy = history.with_name("copy.db")
    for end in ("", "-wal"):
        shutil.copyfile(history.with_name(history.name + end), copy.with_name(copy.name + end))
    copy.write_bytes(b"\0" * 100 + copy.read_bytes()[100:])
    kept = _restore(backup, copy)

    assert log_of(copy).lines == many(3)
    assert [path.name.endswith("-wal") for path in kept] == [False, True]
    assert kept[1].read_bytes() == waiting


def _of_pages(path: Path, size: int) -> None:
    """Let a file have pages of another size, as those of older versions and of other programs have."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("VACUUM")
    assert int.from_bytes(path.read_bytes()[16:18]) == size


@pytest.mark.parametrize("sizes", [(4096, PAGE), (PAGE, 4096), (512, 8192)])
def test_pages_of_any_size_are_used_backed_up_and_restored_into_each_other(
    history: Path, backup: Path, tmp_path: Path, sizes: tuple[int, int]
) -> None:
    """Law: the size of a file's pages is nobody's business; one of before it changed is as good as a new one."""
    for path, size in zip((history, backup), sizes, strict=True):
        _of_pages(path, size)
    used = Database(history)
    answer(used, make_review(id="since", key=many(4)[3].key))
    used.close()
    (kept,) = _restore(backup, history)

    assert log_of(history).lines == many(3)
    assert [line.id for line in log_of(kept).lines] == ["review-0", "review-1", "review-2", "since"]
    _restore(kept, history)
    assert len(log_of(history).lines) == 4
    _restore(kept, tmp_path / "new" / "history.db")
    assert len(log_of(tmp_path / "new" / "history.db").lines) == 4


def test_a_new_file_has_the_pages_of_which_an_answer_writes_least(history: Path) -> None:
    """An answer writes eight pages whole, so they are half of SQLite's own."""
    assert int.from_bytes(history.read_bytes()[16:18]) == PAGE


def test_without_a_history_a_backup_makes_one(backup: Path, tmp_path: Path) -> None:
    """On a new machine there is nothing to keep first."""
    assert _restore(backup, tmp_path / "new" / "history.db") == ()
    assert log_of(tmp_path / "new" / "history.db").lines == many(3)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [*SPOILED, (disguised, "not a quizapp history"), (trapped, "not a quizapp history")],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_file_that_is_no_whole_history_of_ours_is_refused(
    history: Path, backup: Path, spoil: Spoil, message: str
) -> None:
    """Exit code 4, one sentence with the file's name; neither it nor the history changes by a byte."""
    spoil(backup)
    before = (history.read_bytes(), backup.read_bytes())
    with pytest.raises(StudyDataError, match=message) as caught:
        _restore(backup, history)

    assert str(backup) in str(caught.value)
    assert (history.read_bytes(), backup.read_bytes()) == before
    assert not (history.parent / "backups").exists()


def test_a_newer_version_that_is_still_in_the_log_is_refused(history: Path, backup: Path) -> None:
    """A live history of a newer quizapp says its version in its log before it says it in the file."""
    with closing(connect(str(backup))) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT id FROM reviews").fetchall()  # so that closing another connection empties no log
        newer(backup)
        assert int.from_bytes(backup.read_bytes()[60:64]) == NEWEST
        with pytest.raises(StudyDataError, match="newer quizapp"):
            _restore(backup, history)


@pytest.mark.parametrize(("name", "message"), [("nowhere.db", "no such file"), (".", "folder"), ("pipe", "no such")])
def test_what_is_no_file_is_said_so(history: Path, tmp_path: Path, name: str, message: str) -> None:
    """A missing file, a folder and a pipe, which would never end, are bad input."""
    if name == "pipe":
        subprocess.run(["mkfifo", tmp_path / name], check=True)
    with pytest.raises(InputError, match=message):
        _restore(tmp_path / name, history)


def test_a_backup_of_the_first_version_is_brought_to_todays_form(history: Path, tmp_path: Path) -> None:
    """An old backup is as good as a new one, and is not changed itself."""
    old = tmp_path / "old.db"
    first_version(old, many(2))
    before = old.read_bytes()
    _restore(old, history)

    assert log_of(history).lines == many(2)
    assert Database(history).read(version_of) == NEWEST
    assert old.read_bytes() == before


def test_a_history_that_somebody_studies_with_is_not_replaced(history: Path, backup: Path) -> None:
    """Another instance would go on with a session that is gone: it has to let go first, and then it works."""
    other = Database(history)
    answer(other, make_review(id="since"))
    with pytest.raises(StudyDataError, match="in use"):
        _restore(backup, history)
    answer(other, make_review(id="and-on", key=many(5)[4].key))
    assert len(other.read(reviews.whole_log).lines) == 5

    other.close()
    _restore(backup, history)
    assert log_of(history).lines == many(3)


KILLED = """
import os, sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from quizapp.history import copies, restoring

left = int(sys.argv[3])

def die(*_):
    global left
    left -= 1
    if left < 0:
        os._exit(9)

def connected(*arguments, original=restoring.connect, **options):
    connection = original(*arguments, **options)
    connection.set_trace_callback(die)
    return connection

restoring.connect = copies.connect = connected
with closing(copies.read_copy(Path(sys.argv[1]))) as copy:
    restoring.put_in_place(copy, Path(sys.argv[2]), now=datetime(2026, 11, 26, tzinfo=UTC))
"""


def test_a_restore_that_is_killed_leaves_the_old_or_the_new(history: Path, backup: Path, tmp_path: Path) -> None:
    """Before each statement of it the process dies: the history is one of the two, whole."""
    since = Database(history)
    answer(since, make_review(id="since", key=many(4)[3].key))
    since.close()
    ends = set()
    for statements in range(60):
        place = tmp_path / str(statements) / "history.db"
        place.parent.mkdir()
        shutil.copyfile(history, place)
        done = subprocess.run(
            [sys.executable, "-c", KILLED, backup, place, str(statements)], capture_output=True, check=False
        )
        assert done.returncode in {0, 9}, done.stderr
        ends.add(len(log_of(place).lines))
        assert len(log_of(place).lines) in {3, 4}
        if done.returncode == 0:
            break
    assert done.returncode == 0
    assert ends == {3, 4}
