"""What can happen to a history: two at once, a process killed, a clock gone wrong, values that cannot be."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import NOON, make_review
from histories import answer, answered, cards_in, first_version, log_of, many, meddle
from quizapp.history import Database, reviews, sessions
from quizapp.history.cards import all_cards, cards_of
from quizapp.history.checking import complaints, dangling, deviation
from quizapp.history.copies import read_copy
from quizapp.history.merging import unite
from quizapp.history.migrations import NEWEST, version_of
from quizapp.history.names import glance
from quizapp.history.opening import check_header, check_inside, connect, is_backup
from quizapp.history.shape import is_sound
from quizapp.kit.errors import Place, StudyDataError
from quizapp.kit.files import read_bounded
from quizapp.model.memory import ItemKey, Rating, Review
from quizapp.scheduling.replay import advance, replay

QUALITY = Path(__file__).parents[2] / "quality"


def _script(name: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, QUALITY / name, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_power_cut_loses_no_answer_and_an_answer_takes_one_sync() -> None:
    """Fault D2: whatever of the unsynced writes reaches the disk, all that was shown as graded is there, and whole."""
    assert " 0 faults" in _script("powercuts.py", "--cuts", "50")


@pytest.mark.slow
def test_instances_that_answer_at_once_lose_nothing() -> None:
    """Fault D3: four processes make one file and move the same cards; each answer is there once, and nobody failed."""
    assert " 0 faults" in _script("together.py", "--writers", "4", "--answers", "60")


@pytest.mark.slow
def test_an_update_that_is_killed_at_any_moment_leaves_the_old_or_the_new() -> None:
    """Fault D8: every answer is there, in its order, and the next opening finishes the update."""
    assert " 0 faults" in _script("updates.py", "--kills", "5")


COMES_AND_GOES = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=5)
print(*(id for id, in connection.execute("SELECT id FROM reviews ORDER BY turn")))
connection.close()
"""


def _seen_by_another(path: Path) -> list[str]:
    """The answers that another process sees, which opens the file and closes it again."""
    done = subprocess.run([sys.executable, "-c", COMES_AND_GOES, path], capture_output=True, text=True, check=True)
    return done.stdout.split()


def _opened_again(path: Path) -> None:
    database = Database(path)
    database.read(reviews.whole_log)
    database.close()


@pytest.mark.parametrize(
    "look",
    [
        lambda path: None,
        _opened_again,
        glance,
        is_backup,
        is_sound,
        check_header,
        check_inside,
        lambda path: read_copy(path).close(),
        lambda path: read_bounded(path, most=2**20),
    ],
    ids=["nothing", "opened", "glance", "is_backup", "is_sound", "header", "inside", "copy", "bytes"],
)
def test_an_instance_that_comes_and_goes_takes_nothing_from_one_that_stays(
    tmp_path: Path, look: Callable[[Path], object]
) -> None:
    """Fault D3: whoever has the file open keeps its locks, whatever else looks at it: what it writes is there for all.

    Closing any descriptor of a file gives all locks of a process on it back (POSIX). The other instance then took
    itself for the last one and removed the log that the first one went on writing to.
    """
    path = tmp_path / "history.db"
    answered(path, make_review(id="first"))
    stays = Database(path)
    answer(stays, make_review(id="second"))
    look(path)
    assert _seen_by_another(path) == ["first", "second"]
    answer(stays, make_review(id="third"))
    assert _seen_by_another(path) == ["first", "second", "third"]
    stays.close()
    assert [line.id for line in log_of(path).lines] == ["first", "second", "third"]


KILLED = """
import os, sys
from pathlib import Path
from quizapp.history import Database, opening

left = int(sys.argv[2])

def die(*_):
    global left
    left -= 1
    if left < 0:
        os._exit(9)

def connected(*arguments, original=opening.connect, **options):
    connection = original(*arguments, **options)
    connection.set_trace_callback(die)
    return connection

opening.connect = connected
Database(Path(sys.argv[1])).read(lambda transaction: None)
"""


def test_an_update_that_is_killed_before_any_statement_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    """Fault D8: the process dies before each statement in turn; the version says what the file is, and it is whole."""
    model = tmp_path / "older.db"
    first_version(model, many(20))
    versions = []
    for statements in range(200):
        path = tmp_path / str(statements) / "history.db"
        path.parent.mkdir()
        shutil.copyfile(model, path)
        done = subprocess.run([sys.executable, "-c", KILLED, path, str(statements)], capture_output=True, check=False)
        assert done.returncode in {0, 9}, done.stderr
        with closing(connect(str(path))) as connection:
            versions.append(version_of(connection))
            columns = {name for _, name, *_ in connection.execute("PRAGMA table_info(reviews)")}
            assert [step in columns for step in ("turn", "fingerprint")] == [versions[-1] >= 2, versions[-1] >= 5]
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert log_of(path).lines == many(20)
        if done.returncode == 0:
            break
    assert done.returncode == 0
    assert versions == sorted(versions)
    assert set(versions) == set(range(1, NEWEST + 1))


def test_the_first_version_is_brought_to_todays_form_with_every_line_in_its_order(tmp_path: Path) -> None:
    """Fault D8: also where the clock stood still, went back, or said what cannot be; the log goes on behind them."""
    hours = [5, 5, 3, 4, 9, 9]
    old = [make_review(id=f"r-{n}", at=NOON.astimezone(UTC) + timedelta(hours=hour)) for n, hour in enumerate(hours)]
    path = tmp_path / "history.db"
    first_version(path, old)
    meddle(path, "UPDATE reviews SET at = 9000000000000000000 WHERE id = 'r-1'")
    database = Database(path)
    answer(database, make_review(id="new", at=NOON.astimezone(UTC)))

    log = database.read(reviews.whole_log)
    assert [line.id for line in log.lines] == ["r-0", "r-2", "r-3", "r-4", "r-5", "new"]
    assert len(log.damaged) == 1
    turns = [
        turn for (turn,) in database.read(lambda tx: tx.execute("SELECT turn FROM reviews ORDER BY seq").fetchall())
    ]
    assert turns == sorted(set(turns))


def test_two_instances_that_open_an_older_file_both_work(tmp_path: Path) -> None:
    """One of them brings it to today's form, and neither notices which."""
    path = tmp_path / "history.db"
    first_version(path, many(3))
    one, two = Database(path), Database(path)
    answer(one, make_review(id="one"))
    answer(two, make_review(id="two"))
    assert [line.id for line in one.read(reviews.whole_log).lines][3:] == ["one", "two"]


JUMPS = st.lists(
    st.tuples(
        st.sampled_from([timedelta(minutes=-5), timedelta(days=-400), timedelta(days=3), timedelta(days=26_700)]),
        st.sampled_from(list(Rating)),
        st.integers(-14 * 60, 14 * 60),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(JUMPS)
def test_whatever_the_clock_does_the_log_keeps_its_order(jumps: list[tuple[timedelta, Rating, int]]) -> None:
    """Fault C1: back by minutes or a year, ahead to 2099, through every zone: no line is lost, cards are the replay."""
    database, at, lines = answered(None), NOON.astimezone(UTC), list[Review]()
    for number, (jump, rating, offset) in enumerate(jumps):
        at = max(at + jump, datetime(1971, 1, 1, tzinfo=UTC)) if at.year < 2400 else NOON.astimezone(UTC)
        key = ItemKey("a", f"item-{number % 2}")
        lines.append(make_review(id=f"review-{number:02}", key=key, at=at, rating=rating, offset=offset))
        answer(database, lines[-1])

    assert database.read(reviews.whole_log).lines == tuple(lines)
    assert database.read(all_cards) == replay(lines)


def test_a_trip_to_2099_moves_no_memory_when_it_is_over() -> None:
    """Fault C1: an answer that comes before the last one by the clock counts as given at the same moment."""
    key = ItemKey("a", "b")
    ahead = make_review(id="1", key=key, at=NOON.astimezone(UTC).replace(year=2099))
    back = make_review(id="2", key=key, at=NOON.astimezone(UTC))
    database = answered(None, ahead, back)
    card = database.read(all_cards)[key]
    assert card is not None
    assert card.last_review == NOON
    assert card.due < NOON + timedelta(days=30)


IMPOSSIBLE = (
    "UPDATE reviews SET at = 9000000000000000000 WHERE id = 'review-1'",
    "UPDATE reviews SET at = -1 WHERE id = 'review-1'",
    "UPDATE reviews SET offset = 9000000000000000000 WHERE id = 'review-1'",
    "UPDATE reviews SET seconds = 9e999 WHERE id = 'review-1'",
    "UPDATE reviews SET seconds = -0.001 WHERE id = 'review-1'",
    "UPDATE reviews SET seconds = 1e300 WHERE id = 'review-1'",
    "UPDATE reviews SET rating = 9 WHERE id = 'review-1'",
    "UPDATE reviews SET outcome = 'splendid' WHERE id = 'review-1'",
)


@pytest.mark.parametrize("statement", IMPOSSIBLE, ids=lambda text: text[19:40])
def test_a_line_that_cannot_be_is_passed_over_and_counted(tmp_path: Path, statement: str) -> None:
    """Fault C2: everything that reads the log reads the rest of it, and the log goes on behind it."""
    path = tmp_path / "history.db"
    answered(path, *many(3))
    meddle(path, statement)
    database = Database(path)
    log = database.read(reviews.whole_log)
    assert [line.id for line in log.lines] == ["review-0", "review-2"]
    assert log.damaged == (many(3)[1].key,)
    assert sum(database.read(reviews.answers_by_day).values()) in {2, 3}
    assert set(database.read(reviews.answers_by_day)) == {date(2026, 11, 26)}
    answer(database, make_review(id="new"))
    assert [line.id for line in database.read(reviews.whole_log).lines] == ["review-0", "review-2", "new"]


def test_a_card_or_a_session_that_cannot_be_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    """Fault C2: both are made anew: the card from the log, the session at the next sitting."""
    path = tmp_path / "history.db"
    answered(path, *many(2))
    meddle(path, "UPDATE cards SET due = -7 WHERE item = 'item-0'", "UPDATE sessions SET plan = '[[1]]'")
    database = Database(path)
    assert set(database.read(lambda tx: cards_of(tx, ["harbour-bell"]))) == {many(2)[1].key}
    assert database.read(lambda tx: sessions.latest(tx, scope="", scheduled=True)) is None


@pytest.mark.parametrize(
    "impossible",
    [
        *("stability = -4", "stability = 9e999", "difficulty = 0.5", "difficulty = 1e300"),
        *("reviews = 9223372036854775807", "reviews = 0", "lapses = -9", "lapses = 9223372036854775807"),
        *("step = 3", "stage = 'learning', step = NULL", "stage = 'learning', step = -5", "last_review = -1"),
    ],
)
def test_a_card_of_impossible_numbers_is_none(tmp_path: Path, impossible: str) -> None:
    """Fault C2: FSRS would stumble over it; the question is as new until its card is made anew from the log."""
    path = tmp_path / "history.db"
    answered(path, *many(2))
    meddle(path, f"UPDATE cards SET {impossible} WHERE item = 'item-0'")  # noqa: S608  constant text
    database = Database(path)
    assert set(database.read(lambda tx: cards_of(tx, ["harbour-bell"]))) == {many(2)[1].key}
    answer(database, make_review(id="new", key=many(2)[0].key))
    assert database.read(lambda tx: cards_of(tx, ["harbour-bell"]))[many(2)[0].key].reviews == 1


def test_text_that_is_no_text_is_damage_and_not_a_fault_of_ours(tmp_path: Path) -> None:
    """A flipped bit in a word passes SQLite's own check; that line is passed over, and the others are read."""
    path = tmp_path / "history.db"
    answered(path, *many(3))
    data = path.read_bytes()
    assert b"Edith Crane" in data
    path.write_bytes(data.replace(b"Edith Crane", b"Edith Cr\xffne", 1))
    log = Database(path).read(reviews.whole_log)
    assert (len(log.lines), len(log.damaged)) == (2, 1)
    with closing(read_copy(path)) as copy:
        assert reviews.whole_log(copy) == log


def _united(path: Path) -> None:
    with closing(read_copy(path)) as other:
        answered(None, make_review(id="mine")).write(lambda tx: unite(tx, other, place=Place(str(path))))


def _looked_at(path: Path) -> None:
    database = Database(path)
    for look in (complaints, dangling, reviews.answers_by_day, reviews.count_answers, reviews.last_instant):
        database.read(look)
    database.read(lambda tx: sessions.latest(tx, scope="", scheduled=True))
    database.read(lambda tx: deviation(tx, lambda log: replay(log.lines, log.undone)))
    database.close()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_flipped_bit_is_a_fault_of_ours(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Fault D6: whatever bit of a file is wrong, it is read, or refused in one sentence, and stays as it is."""
    path = tmp_path_factory.mktemp("flipped") / "history.db"
    answered(path, *many(4))
    flipped = bytearray(path.read_bytes())
    written = [place for place, byte in enumerate(flipped) if byte]  # the rest is room that nothing is in yet
    for place in data.draw(st.lists(st.sampled_from(written), min_size=1, max_size=4)):
        flipped[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(flipped)
    before = path.read_bytes()
    for use in (log_of, cards_in, _united, _looked_at):
        with suppress(StudyDataError):
            use(path)
    assert path.read_bytes() == before


LEAVES = """
import sys
from pathlib import Path
from quizapp.history import Database, reviews

database = Database(Path(sys.argv[1]))
print(len(database.read(reviews.whole_log).lines))
database.close()
"""


@pytest.mark.parametrize("looked_into", [False, True])
def test_an_instance_that_leaves_takes_no_log_from_one_that_stays(tmp_path: Path, *, looked_into: bool) -> None:
    """Fault D3: whoever opens the file and leaves, an instance that was at rest goes on in a log that others see.

    Nor does it let go of its locks by reading the file itself, as a list of learners does.
    """
    path = tmp_path / "history.db"
    first, second = many(2)
    staying = answered(path, first)
    assert staying.read(reviews.count_answers) == 1
    if looked_into:
        glance(path)

    def seen_by_another() -> int:
        done = subprocess.run([sys.executable, "-c", LEAVES, path], capture_output=True, check=True)
        return int(done.stdout)

    assert seen_by_another() == 1
    staying.write(lambda transaction: reviews.add_answer(transaction, second, advance=advance))
    assert seen_by_another() == 2
    staying.close()
