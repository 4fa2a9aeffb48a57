"""`quizapp backup`, `restore`, `merge` and `doctor` as they are typed."""

import json
from pathlib import Path

import pytest

from builders import NOON, make_bank, make_review
from commandline import Command
from histories import SPOILED, Spoil, answer, answered, log_of, many, meddle
from quizapp.history import Database
from quizapp.kit.clock import SystemClock
from quizapp.usecases.library import Library

HOSTILE = "\x1b]0;owned\x07[/]\u202egnp.db"


@pytest.fixture
def history(data_dir: Path) -> Path:
    """A library with one bank, and three answers to it."""
    Library(data_dir / "questions").save(make_bank())
    path = data_dir / "history.db"
    lines = many(3, at=NOON.replace(year=2025))
    items = [item.id for item in make_bank().items]
    answered(
        path,
        *(
            make_review(id=line.id, key=type(line.key)("harbour-bell", items[number]), at=line.at)
            for number, line in enumerate(lines)
        ),
    )
    return path


def _today() -> str:
    return SystemClock().now().date().isoformat()


def test_a_backup_is_made_listed_and_put_back(quizapp: Command, history: Path, tmp_path: Path) -> None:
    """The whole way round, each step in one line of data."""
    stick = tmp_path / "stick.db"
    said = quizapp("backup", str(stick))
    assert (said.code, said.out, said.err) == (0, f"{stick}: 3 answers, checked\n", "")

    database = Database(history)
    answer(database, make_review(id="since"))
    database.close()
    said = quizapp("restore", str(stick))
    assert (said.code, said.out) == (0, f"{stick}: 3 answers restored\n")
    assert "kept in" in said.err
    assert len(log_of(history).lines) == 3

    said = quizapp("restore")
    daily = history.parent / "backups" / f"history-{_today()}.db"
    assert said.code == 0
    assert f"{daily}: 3 answers\n" in said.out
    assert "4 answers, made before a restore\n" in said.out
    assert "restore FILE" in said.err


def test_a_backup_without_a_name_goes_beside_the_history(quizapp: Command, history: Path) -> None:
    """And learners have their own."""
    assert quizapp("backup").out == f"{history.parent / 'backups' / f'history-{_today()}.db'}: 3 answers, checked\n"
    said = quizapp("backup", "--learner", "ana")
    assert (said.code, said.out) == (3, "")
    assert "nothing was answered" in said.err
    assert quizapp("restore", "--learner", "ana").out == ""


def test_looking_at_statistics_is_enough_for_a_daily_backup(quizapp: Command, history: Path) -> None:
    """Whatever opens the history keeps the day before."""
    assert quizapp("stats").code == 0
    assert [path.name for path in (history.parent / "backups").iterdir()] == [f"history-{_today()}.db"]


@pytest.mark.parametrize(("spoil", "message"), SPOILED, ids=lambda value: getattr(value, "__name__", None))
def test_a_spoilt_history_is_told_and_brought_back(
    quizapp: Command, history: Path, tmp_path: Path, spoil: Spoil, message: str
) -> None:
    """Faults D6, D7 and D9: exit 4, not a byte changed, the doctor says it too; a restore, and all is well again."""
    stick = tmp_path / "stick.db"
    quizapp("backup", "-o", str(stick))
    spoil(history)
    before = history.read_bytes()
    for command in (("stats",), ("study", "--plain"), ("doctor",), ("doctor", "--mend"), ("backup",)):
        said = quizapp(*command, stdin=b"q\n")
        assert said.code == 4
        assert message in said.both
        assert history.read_bytes() == before
    said = quizapp("restore", str(stick))
    assert (said.code, said.out) == (0, f"{stick}: 3 answers restored\n")
    assert quizapp("doctor").code == 0


@pytest.mark.parametrize("verb", ["restore", "merge"])
@pytest.mark.parametrize(("spoil", "message"), SPOILED, ids=lambda value: getattr(value, "__name__", None))
def test_a_spoilt_file_is_refused_in_one_line(
    quizapp: Command, history: Path, tmp_path: Path, verb: str, spoil: Spoil, message: str
) -> None:
    """Nothing comes in from a file that is not whole and ours, and the line names it."""
    stick = tmp_path / "stick.db"
    quizapp("backup", "-o", str(stick))
    spoil(stick)
    before = history.read_bytes()
    said = quizapp(verb, str(stick))
    assert (said.code, said.out, said.err.count("\n")) == (4, "", 1)
    assert said.err.startswith(f"{stick}: ")
    assert message in said.err
    assert history.read_bytes() == before


def test_a_merge_says_what_it_added(quizapp: Command, history: Path, tmp_path: Path) -> None:
    """And the second time that there is nothing new."""
    other = tmp_path / "other.db"
    answered(other, *many(5, name="other"))
    assert quizapp("merge", str(other)).out == f"{other}: 5 answers and 0 corrections added\n"
    assert quizapp("merge", str(other)).out == f"{other}: nothing in it is new here\n"
    assert len(log_of(history).lines) == 8
    meddle(other, "UPDATE reviews SET offset = 5000 WHERE id = 'other-1'")
    assert "1 line" in quizapp("merge", str(other)).err


@pytest.mark.parametrize("arguments", [("backup", "-o"), ("restore",), ("merge",)])
def test_a_hostile_file_name_is_shown_as_letters(
    quizapp: Command, history: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Whether the file is there or not, and whether it is told in data or in talk."""
    path = tmp_path / HOSTILE
    missing = quizapp("restore", str(path))
    assert (missing.code, missing.out) == (3, "")
    answered(tmp_path / "plain.db", *many(1, name="x"))
    path.parent.mkdir()
    if arguments[0] != "backup":
        (tmp_path / "plain.db").rename(path)
    said = quizapp(*arguments, str(path))
    assert said.code == 0
    assert "␛]0;owned␇[/]⟨202E⟩gnp.db" in said.out
    assert not {"\x1b", "\x07", "\u202e"} & set(said.both + missing.both)


def test_the_doctor_says_what_is_well_and_what_is_not(quizapp: Command, history: Path) -> None:
    """One line each; 0 when all is well, 4 when something is wrong, 0 again when it was mended."""
    well = quizapp("doctor")
    assert (well.code, well.err) == (0, "")
    assert {line.split()[0] for line in well.out.splitlines()} == {"ok"}

    meddle(history, "UPDATE cards SET lapses = 9")
    ill = quizapp("doctor")
    assert ill.code == 4
    assert "wrong  cards    3 cards not what the log says; quizapp doctor --mend" in ill.out
    data = json.loads(quizapp("doctor", "--json").out)
    assert (data["format"], data["well"]) == (1, False)
    assert {check["state"] for check in data["checks"]} == {"ok", "wrong"}

    mended = quizapp("doctor", "--mend")
    assert mended.code == 0
    assert "3 cards made anew" in mended.out
    assert quizapp("doctor") == well.__class__(0, well.out.replace("1 backup,", "2 backups,"), "")


def test_the_doctor_looks_at_an_empty_house(quizapp: Command, data_dir: Path) -> None:
    """Before the first answer there is nothing to be wrong."""
    assert quizapp("doctor").code == 0
    assert not (data_dir / "history.db").exists()


def test_a_clock_that_is_behind_is_told_before_the_first_question(quizapp: Command, history: Path) -> None:
    """Fault C1: what is due follows from the clock, so a wrong one is named; the sitting goes on."""
    database = Database(history)
    answer(database, make_review(id="ahead", at=SystemClock().now().replace(year=2150, day=1)))
    database.close()
    said = quizapp("study", "--plain", stdin=b"q\n")
    assert said.code == 0
    assert "behind your last answer" in said.err
    assert "Question 1" in said.out


def test_everything_goes_out_and_comes_back(
    quizapp: Command, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One archive, by default in this folder; restore knows it, and says where what was here is kept."""
    monkeypatch.chdir(tmp_path)
    said = quizapp("backup", "--everything")
    name = f"quizapp-{_today()}.zip"
    assert (said.code, said.out, said.err) == (0, f"{name}: 3 answers, 1 article\n", "")
    assert quizapp("backup", "--everything").code == 3

    database = Database(history)
    answer(database, make_review(id="since"))
    database.close()
    said = quizapp("restore", name)
    assert (said.code, said.out) == (0, f"{name}: 3 answers, 1 article restored\n")
    kept = said.err.rpartition("kept in ")[2].strip()
    assert quizapp("restore", kept).out.endswith(": 4 answers, 1 article restored\n")
