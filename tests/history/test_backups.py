"""Backups: whole, checked, one a day, and never in the way of an answer."""

import os
import resource
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders import NOON, FakeClock, make_review
from histories import answer, answered, first_version, log_of, many, overwritten_inside
from quizapp.history import Database, reviews
from quizapp.history.backups import KEPT, Cause, backups_of, daily_path, keep_before, keep_daily
from quizapp.history.copies import read_copy, write_copy
from quizapp.history.migrations import NEWEST, version_of
from quizapp.history.opening import connect
from quizapp.kit.errors import DiskError, StudyDataError

DAY = NOON.date()


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history with three answers."""
    path = tmp_path / "data" / "history.db"
    answered(path, *many(3))
    return path


def _days(history: Path) -> list[date]:
    return [backup.day for backup in backups_of(history) if backup.cause is None]


def test_a_copy_has_every_kept_answer_and_no_other(history: Path, tmp_path: Path) -> None:
    """What waits in the write-ahead log is in the copy, where a copy of the file misses it; the half-written is not."""
    target = tmp_path / "copies" / "copy.db"
    database = Database(history)
    answer(database, make_review(id="late"))
    with closing(connect(str(history))) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM cards")
        database.back_up(target)
        writer.execute("ROLLBACK")

    assert history.with_name("history.db-wal").stat().st_size > 0
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]
    with closing(read_copy(target)) as copy:
        assert reviews.whole_log(copy) == database.read(reviews.whole_log)
        assert copy.execute("SELECT COUNT(*) FROM cards").fetchone() == (4,)


def test_a_copy_is_one_file_that_can_be_read_where_nothing_may_be_written(history: Path, tmp_path: Path) -> None:
    """No log beside it, its owner's alone, and reading it leaves no trace."""
    target = tmp_path / "copies" / "copy.db"
    Database(history).back_up(target)
    before = target.read_bytes()
    read_copy(target).close()

    assert before[18:20] == b"\x01\x01"  # no write-ahead log
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]


def test_a_day_is_backed_up_once_when_a_history_is_opened(history: Path) -> None:
    """The first use of a day keeps what the days before left; the later ones do not replace it."""
    clock = FakeClock()
    first = Database(history, clock=clock)
    assert len(first.read(reviews.whole_log).lines) == 3
    answer(first, make_review(id="today"))
    first.close()
    Database(history, clock=clock).read(reviews.whole_log)

    assert _days(history) == [DAY]
    assert len(log_of(daily_path(history, DAY)).lines) == 3


def test_an_app_that_stays_open_is_backed_up_on_each_day(history: Path) -> None:
    """A window that nobody closes for a week is no reason for a week without a backup."""
    clock = FakeClock()
    database = Database(history, clock=clock)
    for number in range(3):
        answer(database, make_review(id=f"open-{number}"))
        clock.pass_by(days=1)

    assert _days(history) == [DAY + timedelta(days=days) for days in (2, 1, 0)]
    assert len(log_of(daily_path(history, DAY + timedelta(days=2))).lines) == 5


def test_while_answers_are_given_todays_backup_is_never_older_than_half_an_hour(history: Path) -> None:
    """Fault D10: an hour's sitting is not lost with the disk's next fault; looking alone makes nothing anew."""
    clock = FakeClock()
    database = Database(history, clock=clock)
    target = daily_path(history, DAY)
    for number in range(13):
        answer(database, make_review(id=f"sitting-{number}"))
        held = len(log_of(target).lines)
        assert held >= 3 + max(0, number - 6)
        clock.pass_by(minutes=5)
    assert held == 3 + 12
    clock.pass_by(hours=2)
    database.read(reviews.whole_log)
    assert len(log_of(target).lines) == held
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_short_sittings_one_after_the_other_keep_it_as_fresh(history: Path) -> None:
    """Fault D10: each process looks how old today's backup is, whoever made it."""
    clock = FakeClock()
    for number in range(4):
        database = Database(history, clock=clock)
        database.read(reviews.whole_log)
        answer(database, make_review(id=f"short-{number}"))
        database.close()
        clock.pass_by(minutes=20)
    assert len(log_of(daily_path(history, DAY)).lines) == 3 + 2


def test_no_room_for_a_fresher_backup_leaves_the_older_and_the_answer(history: Path) -> None:
    """Fault D10: what refuses the copy, a folder in its way, refuses no answer."""
    clock = FakeClock()
    database = Database(history, clock=clock)
    answer(database, make_review(id="before"))
    folder = daily_path(history, DAY).parent
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way")
    clock.pass_by(minutes=40)
    answer(database, make_review(id="after"))
    assert len(database.read(reviews.whole_log).lines) == 5
    assert len(log_of(folder.with_name("away") / daily_path(history, DAY).name).lines) == 3


def test_what_is_not_there_yet_is_not_backed_up(tmp_path: Path) -> None:
    """Neither looking nor the very first answer makes a backup of nothing."""
    path = tmp_path / "history.db"
    database = Database(path, clock=FakeClock())
    database.read(reviews.whole_log)
    answered(path)
    fresh = Database(tmp_path / "other.db", clock=FakeClock())
    fresh.write(lambda transaction: None)

    assert not (tmp_path / "backups").exists()


def test_the_ten_newest_are_kept_and_the_last_of_each_of_ten_weeks(history: Path) -> None:
    """Fault D10: the older leave, each learner's own, and what was made before a change stays."""
    other = history.with_name("history-ana.db")
    answered(other, *many(1))
    Database(other, clock=FakeClock()).read(version_of)
    with closing(connect(str(history))) as connection:
        keep_before(connection, history, cause=Cause.MERGE, now=NOON)
        for days in range(100):
            keep_daily(connection, history, now=NOON + timedelta(days=days))

    days = _days(history)
    assert days[:KEPT] == [DAY + timedelta(days=days) for days in range(99, 89, -1)]
    weeks = [day.isocalendar()[:2] for day in days[KEPT:]]
    assert len(weeks) == len(set(weeks)) == KEPT
    assert all(day.isoweekday() == 7 for day in days[KEPT + 1 :])
    assert [backup.cause for backup in backups_of(history) if backup.cause] == [Cause.MERGE]
    assert _days(other) == [DAY]


def test_a_clock_that_was_ahead_takes_no_backup_away(history: Path) -> None:
    """Days to come go before the days that were, and today's is made whatever is there."""
    with closing(connect(str(history))) as connection:
        for days in range(5):
            keep_daily(connection, history, now=NOON + timedelta(days=days))
        for days in range(12):
            keep_daily(connection, history, now=NOON.replace(year=2099) + timedelta(days=days))
        for days in range(5, 8):
            keep_daily(connection, history, now=NOON + timedelta(days=days))
            assert daily_path(history, DAY + timedelta(days=days)).exists()

    ours = [day for day in _days(history) if day.year == DAY.year]
    assert ours[:3] == [DAY + timedelta(days=days) for days in (7, 6, 5)]


def test_backups_before_changes_have_names_of_their_own(history: Path) -> None:
    """Two in one second are two files, the newest of each cause are kept, the latest listed first."""
    with closing(connect(str(history))) as connection:
        made = [keep_before(connection, history, cause=Cause.RESTORE, now=NOON) for _ in range(12)]
        keep_before(connection, history, cause=Cause.MERGE, now=NOON - timedelta(days=30))

    assert len(set(made)) == 12
    listed = backups_of(history)
    assert [backup.path for backup in listed[:KEPT]] == made[:1:-1]
    assert listed[-1].cause is Cause.MERGE


def test_a_damaged_history_is_found_by_its_backup_and_takes_no_older_one_away(history: Path) -> None:
    """A copy that is not whole never counts: the file is refused, and what was kept before is kept."""
    with closing(connect(str(history))) as connection:
        keep_daily(connection, history, now=NOON)
    kept = daily_path(history, DAY).read_bytes()
    overwritten_inside(history)

    with closing(connect(str(history))) as connection, pytest.raises(StudyDataError, match="damaged") as caught:
        write_copy(connection, daily_path(history, DAY), source=history)
    assert str(history) in str(caught.value)
    assert daily_path(history, DAY).read_bytes() == kept
    assert [path.name for path in daily_path(history, DAY).parent.iterdir()] == [daily_path(history, DAY).name]


def test_no_room_for_a_backup_is_no_reason_not_to_study(history: Path) -> None:
    """Where the folder cannot be made, the answers are read and kept all the same."""
    (history.parent / "backups").write_text("in the way")
    database = Database(history, clock=FakeClock())
    answer(database, make_review(id="kept"))

    assert len(database.read(reviews.whole_log).lines) == 4


FULL = """
import resource, sys
from pathlib import Path
from quizapp.history import Database
from quizapp.kit.errors import DiskError
database = Database(Path(sys.argv[1]))
database.read(lambda transaction: transaction.execute("SELECT id FROM reviews").fetchall())
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    database.back_up(Path(sys.argv[2]))
except DiskError as error:
    print(error)
    sys.exit(error.exit_code)
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs a limit on the size of files")
@pytest.mark.parametrize("room", [0, 4096, 40_000])
def test_a_disk_that_fills_up_leaves_the_older_copy(history: Path, tmp_path: Path, room: int) -> None:
    """A copy that breaks off anywhere is one sentence and 5; the older one is intact and nothing lies about."""
    target = tmp_path / "copies" / "copy.db"
    Database(history).back_up(target)
    before = target.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", FULL, history, target, str(room)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (5, "")
    assert str(target) in done.stdout
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]


def test_what_a_killed_backup_left_is_cleared_away_on_another_day(history: Path) -> None:
    """Half-made copies do not pile up, and one that may still be in the making is left."""
    folder = history.parent / "backups"
    folder.mkdir()
    left = folder / f".{daily_path(history, DAY - timedelta(days=1)).name}.abc.tmp"
    making = folder / f".{daily_path(history, DAY).name}.def.tmp"
    for path in (left, making):
        path.write_bytes(b"half")
    Database(history, clock=FakeClock()).read(version_of)

    assert not left.exists()
    assert making.exists()


def test_an_older_history_is_backed_up_as_it_was_before_it_is_changed(tmp_path: Path) -> None:
    """An update can be taken back: the file of the older version is in the folder, byte for byte what it held."""
    path = tmp_path / "history.db"
    first_version(path, many(3))
    lines = Database(path, clock=FakeClock()).read(reviews.whole_log).lines

    (before,) = (backup for backup in backups_of(path) if backup.cause is Cause.UPDATE)
    with closing(connect(str(before.path))) as copy:
        assert version_of(copy) == 1 < NEWEST
        assert copy.execute("SELECT COUNT(*) FROM reviews").fetchone() == (3,)
    assert lines == many(3)


def test_other_files_in_the_folder_are_nobodys_backups(history: Path) -> None:
    """Names that are no day, or another history's, are neither listed nor removed."""
    folder = history.parent / "backups"
    folder.mkdir()
    names = ["history-2026-13-45.db", "history-2026-11-26.db.bak", "history-ana-2026-11-26.db", "notes.txt"]
    for name in names:
        (folder / name).write_text("x")
    with closing(connect(str(history))) as connection:
        for days in range(12):
            keep_daily(connection, history, now=NOON + timedelta(days=days))

    assert not set(names) - {path.name for path in folder.iterdir()}
    assert len(backups_of(history)) == KEPT + 1


def test_a_place_that_cannot_be_written_is_said_so(history: Path, tmp_path: Path) -> None:
    """A file where a folder should be: exit code 5, with the name of the copy."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DiskError, match=r"file/copy\.db"):
        Database(history).back_up(tmp_path / "file" / "copy.db")


def test_a_copy_is_on_disk_before_it_takes_its_place(
    history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault D2: bytes first, then the name, then the folder: a power cut leaves the older copy or the whole new one."""
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "bytes")
        sync(handle)

    def replaced(path: Path, target: Path) -> Path:
        done.append("name")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    Database(history).back_up(tmp_path / "copy.db")
    assert done == ["bytes", "name", "folder"]
