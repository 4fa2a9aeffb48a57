"""The history file: made late and whole, guarded, and never changed when it cannot be used."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import NOON, FakeClock
from histories import SPOILED, Spoil
from quizapp.history import Database, Transaction
from quizapp.history.aside import flag
from quizapp.history.migrations import APPLICATION_ID, MIGRATIONS, NEWEST, migrate, version_of
from quizapp.history.opening import CHECKED_BYTES, PAGE, check_inside, connect
from quizapp.history.pages import looks_whole
from quizapp.kit.errors import DiskError, StudyDataError
from quizapp.model.memory import ItemKey


def _flags(transaction: Transaction) -> list[str]:
    return [item for (item,) in transaction.execute("SELECT item FROM flags ORDER BY item")]


def _flag(item: str) -> Callable[[Transaction], None]:
    return lambda transaction: flag(transaction, ItemKey("a", item), reason="unclear", at=NOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a history may be made, in a folder that does not exist yet."""
    return tmp_path / "new" / "history.db"


@pytest.fixture
def kept(path: Path) -> Path:
    """A history with something in it, closed."""
    database = Database(path)
    database.write(_flag("one"))
    database.close()
    return path


def test_reading_makes_no_file(path: Path) -> None:
    """Before there is something to keep, nothing is written anywhere, not even a folder."""
    assert Database(path).read(_flags) == []
    assert not path.parent.exists()


def test_the_first_write_makes_the_file_and_another_opening_reads_it(path: Path) -> None:
    """What was written is there after closing, and for one who looked before it was."""
    early, late = Database(path), Database(path)
    assert early.read(_flags) == []

    late.write(_flag("one"))

    assert early.read(_flags) == ["one"]
    assert Database(path).read(_flags) == ["one"]
    assert [entry.name for entry in path.parent.iterdir() if entry.name.startswith(".new")] == []


def test_memory_alone_can_be_used_like_a_file() -> None:
    """A demo writes and reads, and leaves nothing."""
    database = Database(None)
    database.write(_flag("one"))

    assert database.read(_flags) == ["one"]


def test_the_file_says_whose_it_is_and_is_as_durable_as_sqlite_can_be(kept: Path) -> None:
    """Application id and version are in the header; write-ahead log, full synchronisation, foreign keys, STRICT."""
    header = kept.read_bytes()[:100]
    database = Database(kept)
    pragmas = ("journal_mode", "synchronous", "foreign_keys")
    found = database.read(lambda transaction: [transaction.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas])
    tables = database.read(lambda transaction: transaction.execute("PRAGMA table_list").fetchall())

    assert int.from_bytes(header[68:72]) == APPLICATION_ID
    assert int.from_bytes(header[60:64]) == NEWEST
    assert found == ["wal", 2, 1]
    assert all(strict for _, name, _, _, _, strict in tables if not name.startswith("sqlite_"))


def test_a_write_that_fails_leaves_nothing(kept: Path) -> None:
    """Everything in one transaction or nothing, and the next write works."""
    database = Database(kept)

    def half(transaction: Transaction) -> None:
        _flag("two")(transaction)
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        database.write(half)
    database.write(_flag("three"))

    assert database.read(_flags) == ["one", "three"]


@pytest.mark.parametrize(("spoil", "message"), SPOILED, ids=lambda value: getattr(value, "__name__", None))
def test_a_file_that_cannot_be_used_is_refused_and_stays_as_it_is(kept: Path, spoil: Spoil, message: str) -> None:
    """Exit code 4, one sentence, and not a byte of the file changes, whether it was to be read or written."""
    spoil(kept)
    before = kept.read_bytes()

    for use in (lambda: Database(kept).read(_flags), lambda: Database(kept).write(_flag("two"))):
        with pytest.raises(StudyDataError, match=message) as caught:
            use()
        assert caught.value.exit_code == 4
        assert str(kept) in str(caught.value)

    assert kept.read_bytes() == before


def test_a_newer_version_that_is_still_in_the_log_is_seen(kept: Path) -> None:
    """A newer quizapp that was killed leaves its version in the write-ahead log; it is not written over."""
    newer = sqlite3.connect(kept)
    newer.execute(f"PRAGMA user_version = {NEWEST + 1}")
    newer.commit()
    copy = kept.with_name("copy.db")
    for end in ("", "-wal"):
        copy.with_name(copy.name + end).write_bytes(kept.with_name(kept.name + end).read_bytes())
    newer.close()
    before = copy.read_bytes()
    assert int.from_bytes(before[60:64]) == NEWEST

    with pytest.raises(StudyDataError, match="newer quizapp"):
        Database(copy).read(_flags)

    assert copy.read_bytes() == before


def test_two_instances_write_to_one_file(kept: Path) -> None:
    """Both work, and each sees what the other wrote."""
    one, two = Database(kept), Database(kept)
    for number in range(20):
        (one if number % 2 else two).write(_flag(f"item-{number:02}"))

    assert one.read(_flags) == two.read(_flags)
    assert len(one.read(_flags)) == 21


def test_a_file_that_another_holds_is_said_to_be_in_use(kept: Path) -> None:
    """After a wait, one sentence; when the other lets go, the same write works."""
    database = Database(kept, wait=0.05)
    with closing(connect(str(kept))) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StudyDataError, match="in use"):
            database.write(_flag("two"))
        assert database.read(_flags) == ["one"]

    database.write(_flag("two"))
    assert database.read(_flags) == ["one", "two"]


def test_a_full_disk_is_said_so_and_loses_nothing(kept: Path) -> None:
    """Exit code 5; what was there is there, and with room again the next write works."""
    database = Database(kept)
    pages = database.read(lambda transaction: transaction.execute("PRAGMA page_count").fetchone()[0])
    connection = database._connection
    assert connection is not None
    connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskError, match="disk is full") as caught:
        database.write(lambda transaction: [_flag("x" * 500 + str(number))(transaction) for number in range(100)])
    assert caught.value.exit_code == 5
    assert database.read(_flags) == ["one"]

    connection.execute("PRAGMA max_page_count = 1000000")
    database.write(_flag("two"))
    assert database.read(_flags) == ["one", "two"]


def test_a_place_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    """A file where the folder should be, and a folder where the file should be: exit code 5."""
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()

    for path in (tmp_path / "file" / "history.db", tmp_path / "folder"):
        with pytest.raises(DiskError, match="cannot use this file"):
            Database(path).write(_flag("one"))


def test_a_file_that_may_only_be_read_is_read(kept: Path) -> None:
    """SQLite's own read-only connection stands for a write-protected file, which the tests' root user never meets."""
    database = Database(kept)
    database.read(_flags)
    connection = database._connection
    assert connection is not None
    connection.execute("PRAGMA query_only = ON")

    with pytest.raises(DiskError, match="may not be written"):
        database.write(_flag("two"))
    assert database.read(_flags) == ["one"]


def test_damage_deep_in_a_large_file_is_found_when_it_is_met(kept: Path) -> None:
    """Files too large to be checked at every opening are refused by the page that cannot be read."""
    database = Database(kept)
    database.write(lambda transaction: [_flag(f"{number:05}" + "x" * 200)(transaction) for number in range(25_000)])
    database.close()
    data = bytearray(kept.read_bytes())
    assert len(data) > CHECKED_BYTES
    data[len(data) // 2 : -4096] = b"\xff" * (len(data) - len(data) // 2 - 4096)
    kept.write_bytes(data)

    with pytest.raises(StudyDataError, match="damaged"):
        Database(kept).read(_flags)
    assert kept.read_bytes() == data


def _large(kept: Path) -> bytearray:
    database = Database(kept)
    database.write(lambda transaction: [_flag(f"{number:05}" + "x" * 200)(transaction) for number in range(25_000)])
    database.close()
    data = bytearray(kept.read_bytes())
    assert len(data) > CHECKED_BYTES
    return data


@pytest.mark.parametrize(
    "rubbish", [b"\x00", b"\xff", b"some text ", b"\x0d"], ids=["zeros", "ones", "text", "like one"]
)
def test_a_page_that_is_none_is_found_at_the_opening_of_a_large_file(kept: Path, rubbish: bytes) -> None:
    """Fault D6: wherever it lies and whoever reads it, the file is refused, and not a byte of it is changed."""
    data = _large(kept)
    place = len(data) // 2 // 4096 * 4096
    data[place : place + 4096] = (rubbish * 4096)[:4096]
    kept.write_bytes(data)

    with pytest.raises(StudyDataError, match="damaged"):
        Database(kept).read(lambda transaction: None)
    assert kept.read_bytes() == data


@pytest.mark.parametrize("room", [True, False], ids=["backup", "no room"])
def test_damage_inside_a_page_of_a_large_file_is_found_at_the_first_use_of_a_day(kept: Path, room: bool) -> None:
    """Fault D6: with the backup of the day, or where none can be made without it; what was backed up is still there."""
    data = _large(kept)
    leaf = next(place for place in range(len(data) // 2 // 4096 * 4096, len(data), 4096) if data[place] in {10, 13})
    data[leaf + 8 : leaf + 10] = b"\xff\xff"  # where its first cell lies
    kept.write_bytes(data)
    if not room:
        (kept.parent / "backups").write_text("no folder", encoding="utf-8")

    Database(kept).read(lambda transaction: None)  # its head is that of a page
    with pytest.raises(StudyDataError, match="damaged"):
        Database(kept, clock=FakeClock()).read(lambda transaction: None)
    assert kept.read_bytes() == data


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 30_000), max_size=30))
def test_a_sound_history_looks_whole(tmp_path_factory: pytest.TempPathFactory, lengths: list[int]) -> None:
    """Law: whatever is written, also texts over many pages, no page is called none; and what is sound is let in."""
    path = tmp_path_factory.mktemp("sound") / "history.db"
    database = Database(path)
    database.write(_flag("one"))
    for number, length in enumerate(lengths):
        database.write(_flag(f"{number % 7}" + "x" * length))
    database.close()
    assert looks_whole(path, page=PAGE)
    check_inside(path, most=0)
    database.write(lambda transaction: transaction.execute("DELETE FROM flags WHERE item LIKE '3%'"))
    database.close()
    check_inside(path, most=0)  # a page that was given up may hold nothing; then SQLite has the last word


def test_each_migration_is_whole_or_not_at_all() -> None:
    """A step that breaks off leaves the version before it, and running again finishes."""
    good = ("CREATE TABLE extra (x INTEGER) STRICT",)
    broken = ("CREATE TABLE other (x INTEGER) STRICT", "THIS IS NO SQL")
    with closing(connect(":memory:")) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, steps=(*MIGRATIONS, good, broken))
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert version_of(connection) == NEWEST + 1
        assert "extra" in tables
        assert "other" not in tables

        migrate(connection, steps=(*MIGRATIONS, good, ("CREATE TABLE other (x INTEGER) STRICT",)))
        assert version_of(connection) == NEWEST + 2


def test_a_step_that_shipped_is_never_edited() -> None:
    """Files of each version are out there; what they lack comes in a new step."""
    shipped = """
        b9637e5deee9491f 94f36e89ad379de9 e83cc9c863d55cfa
        17cf11d60c72401e cac823a3cc3182a0 ace4facf513a5292 e3441566ee463538
    """.split()
    assert [sha256("\n".join(step).encode()).hexdigest()[:16] for step in MIGRATIONS[: len(shipped)]] == shipped


def test_an_older_file_is_brought_to_todays_form(tmp_path: Path) -> None:
    """A file of ours without the newest step gets it when it is opened."""
    path = tmp_path / "history.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE kept (x INTEGER) STRICT")
        connection.commit()

    database = Database(path)
    database.write(_flag("one"))

    assert database.read(version_of) == NEWEST
    assert database.read(lambda transaction: transaction.execute("SELECT COUNT(*) FROM kept").fetchone()) == (0,)


@pytest.mark.parametrize("torn", [b"\x00" * 512, bytes(range(256)) * 2], ids=["nothing", "rubbish"])
def test_a_header_torn_as_the_log_was_brought_in_is_taken_from_the_log(kept: Path, tmp_path: Path, torn: bytes) -> None:
    """A power cut in the middle of a checkpoint: the log still has the page, and SQLite puts it back."""
    database, copy = Database(kept), tmp_path / "copy" / "history.db"
    names = [f"item-{number:03}" for number in range(300)]
    for name in names:  # enough of them that the file grows, which is written into its first page
        database.write(_flag(name))
    copy.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copy(kept.with_name(kept.name + end), copy.with_name(copy.name + end))
    database.close()
    content = bytearray(copy.read_bytes())
    content[:512] = torn
    copy.write_bytes(content)
    assert set(names) <= set(Database(copy).read(_flags))


def test_a_foreign_file_with_a_log_of_its_own_stays_foreign(tmp_path: Path) -> None:
    """Only a log that has our own first page says that a file is ours."""
    path = tmp_path / "history.db"
    path.write_bytes(b"a letter" * 100)
    path.with_name("history.db-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(4_000))
    before = path.read_bytes()
    with pytest.raises(StudyDataError):
        Database(path).read(_flags)
    assert path.read_bytes() == before
