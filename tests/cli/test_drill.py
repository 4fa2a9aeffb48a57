"""A drill line by line: turns, buzzing, corrections, stopping and going on, and its table."""

import csv
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from builders import make_article, make_bank, make_item
from commandline import Command
from quizapp.usecases.library import Library


@pytest.fixture
def slug(data_dir: Path) -> str:
    """The harbour bell in the learner's library."""
    return Library(data_dir / "questions").save(make_bank(count=5))


@pytest.fixture
def typed(data_dir: Path) -> str:
    """A bank in the learner's library of which every question takes a typed answer."""
    article = make_article()
    items = tuple(make_item("short", article=article, id=f"short-{n}", fact=f"fact-{n}") for n in range(3))
    return Library(data_dir / "questions").save(make_bank(article=article, items=items))


def test_teams_take_turns(slug: str, quizapp: Command) -> None:
    """Each team is asked in turn; without answers everything is shown, and the scores are told."""
    said = quizapp("drill", slug, "--teams", "Owls,Foxes", "--seed", "1", "--questions", "4", stdin=b"\n\n" * 4)
    assert (said.code, said.err) == (0, "")
    assert [line.split(".")[0] for line in said.out.splitlines() if line.startswith(("Owls.", "Foxes."))] == [
        "Owls",
        "Foxes",
        "Owls",
        "Foxes",
    ]
    assert "Final.\n1. Owls: 0 points, 0 of 0 right\n1. Foxes: 0 points, 0 of 0 right\n" in said.out


def test_a_drill_leaves_the_schedule_alone(slug: str, quizapp: Command) -> None:
    """Afterwards nothing was answered as far as study knows."""
    quizapp("drill", slug, "--seed", "1", "--questions", "2", stdin=b"1\n\n1\n\n")
    assert '"answers": 0' in quizapp("stats", "--json").out


def test_scores_are_corrected_and_steps_taken_back(slug: str, quizapp: Command) -> None:
    """+2 is ten more for the second; u takes it back; a player who is not there is refused."""
    said = quizapp(
        "drill", slug, "--teams", "Owls,Foxes", "--seed", "1", "--questions", "1", stdin=b"+2\n-1\nu\n+9\n\n\n"
    )
    assert "Scores: Owls 0, Foxes 10\n" in said.out
    assert "Scores: Owls -10, Foxes 10\n" in said.out
    assert "There is no such player.\n" in said.out
    assert "1. Foxes: 10 points" in said.out
    assert "2. Owls: 0 points" in said.out


def test_whoever_is_first_answers(slug: str, quizapp: Command) -> None:
    """With --buzz a number says who was first; with --pass the others may then try."""
    said = quizapp(
        *("drill", slug, "--teams", "Owls,Foxes", "--buzz", "--pass", "--seed", "1", "--questions", "1"),
        stdin=b"2\nno such answer\n1\n\n\n",
    )
    assert "Who was first? 1 Owls, 2 Foxes; enter alone: nobody: " in said.out
    assert said.code == 0


def test_what_was_played_is_there_after_a_stop(typed: str, quizapp: Command) -> None:
    """Q stops; --resume goes on with the next question, and the table has the answers of both."""
    first = quizapp("drill", typed, "--teams", "Owls,Foxes", "--seed", "1", "--questions", "3", stdin=b"x1\n\nq\n")
    assert "Stopped; quizapp drill --resume goes on." in first.out
    again = quizapp("drill", "--resume", "--csv", "-", stdin=b"x2\n\nx3\n\n")
    assert "Question 1 of 3" not in again.out
    assert "Question 2 of 3" in again.out
    assert "Final." in again.out
    rows = list(csv.DictReader(io.StringIO(again.out[again.out.index("player,number") :])))
    assert [row["number"] for row in rows] == sorted(row["number"] for row in rows)
    gone = quizapp("drill", "--resume", stdin=b"\n")
    assert gone.code == 3
    assert "no drill to go on with" in gone.err


def test_a_killed_drill_goes_on(typed: str, data_dir: Path) -> None:
    """Kill -9 after an answer was judged: the answer is there, and the same question is not asked again."""
    command = [sys.executable, "-m", "quizapp", "drill"]
    env = os.environ | {"QUIZAPP_DATA_DIR": str(data_dir)}
    arguments = [typed, "--teams", "Owls,Foxes", "--seed", "1", "--questions", "3"]
    with subprocess.Popen([*command, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as playing:
        assert playing.stdin is not None
        assert playing.stdout is not None
        playing.stdin.write(b"mine\n")
        playing.stdin.flush()
        assert any(b"Scores:" in line for line in playing.stdout)
        playing.send_signal(signal.SIGKILL)
    again = subprocess.run([*command, "--resume"], input=b"\nq\n", capture_output=True, env=env, check=False)
    assert b"Owls: mine" in again.stdout


def test_a_class_list_gives_time_to_whom_needs_it(slug: str, quizapp: Command, tmp_path: Path) -> None:
    """“, +30 s” behind a name is added to the time of that student's questions."""
    names = tmp_path / "class.txt"
    names.write_text("# 7b\nAnn Lee, +30 s\n\nBo\n", encoding="utf-8")
    said = quizapp(
        *("drill", slug, "--class", str(names), "--seconds", "15", "--seed", "1", "--questions", "2"),
        stdin=b"\n\n\n\n",
    )
    waits = [line.partition("(")[2].partition(" s)")[0] for line in said.out.splitlines() if " s). " in line]
    assert [float(wait) % 10 for wait in waits] == [5, 5]
    assert float(waits[0]) - float(waits[1]) in {20, 30, 40}


@pytest.mark.parametrize(
    ("lines", "place", "words"),
    [
        ("Ann\nann \n", 2, "two students are called"),
        ("Ann, soon\n", 1, "+30 s"),
        (", +30 s\n", 1, "no name before the comma"),
        ("\n# nobody\n", None, "no name in it"),
    ],
)
def test_a_class_list_that_makes_no_sense(
    slug: str, quizapp: Command, tmp_path: Path, lines: str, place: int | None, words: str
) -> None:
    """The file and the line are named, and nothing is begun."""
    names = tmp_path / "class.txt"
    names.write_text(lines, encoding="utf-8")
    said = quizapp("drill", slug, "--class", str(names))
    assert said.code == 3
    assert words in said.err
    assert place is None or f"class.txt:{place}" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--teams", " , "),
        ("--teams", "Owls,owls"),
        ("--buzz",),
        ("--seconds", "0"),
        ("--questions", "0"),
        ("--teams", "Owls", "--class", "x"),
        ("--resume", "--teams", "Owls"),
    ],
)
def test_usage(slug: str, quizapp: Command, arguments: tuple[str, ...]) -> None:
    """What makes no sense together is refused with one sentence."""
    said = quizapp("drill", *arguments)
    assert said.code == 2
    assert said.err.count("\n") == 1


def test_a_name_or_an_answer_is_no_formula(slug: str, quizapp: Command) -> None:
    """A spreadsheet that opens the table runs nothing."""
    said = quizapp(
        *("drill", slug, "--teams", "=1+1,Foxes", "--seed", "1", "--questions", "2", "--csv", "-"),
        stdin=b"=cmd()\n\n=cmd()\n\n",
    )
    for row in csv.DictReader(io.StringIO(said.out[said.out.index("player,number") :])):
        assert not any(value.startswith(("=", "+", "@")) for value in row.values())
