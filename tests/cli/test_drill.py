"""A drill line by line: turns, buzzing, corrections, stopping and going on, and its table."""

import contextlib
import csv
import io
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from builders import FakeClock, make_article, make_bank, make_item
from commandline import Command
from histories import meddle
from quizapp.cli.drilling import play
from quizapp.kit.errors import QuizappError
from quizapp.model.drill import Player, Rules
from quizapp.usecases.drill import Playing, go_on, start
from quizapp.usecases.drilled import drill_played
from quizapp.usecases.library import Library
from quizapp.usecases.workspace import open_workspace


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


def test_what_a_class_answered_is_known_of_the_questions(typed: str, quizapp: Command) -> None:
    """As JSON and as a table, how many of an item's answers were given in drills; the learner has answered nothing."""
    quizapp("drill", typed, "--teams", "Owls,Foxes", "--seed", "1", "--questions", "2", stdin=b"zebra\n\nAldwick\n\n")
    told = json.loads(quizapp("stats", "--json").out)
    assert (told["answers"], sorted((one["drilled"], one["facility"]) for one in told["items"])) == (
        0,
        [(1, 0), (1, 1)],
    )
    rows = list(csv.DictReader(io.StringIO(quizapp("stats", "--csv", "-").out)))
    assert [row["value"] for row in rows if row["about"] == "item" and row["measure"] == "drilled"] == ["1", "1"]


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
        ("--seconds", "0.5"),
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


@pytest.mark.parametrize(
    ("arguments", "told"), [((), "(45 s)"), (("--seconds", "20"), "(20 s)"), (("--seconds", "0"), "")]
)
def test_the_usual_time_is_the_settings(
    slug: str, quizapp: Command, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    """An option goes before it, and 0 is no clock."""
    monkeypatch.setenv("QUIZAPP_DRILL_SECONDS", "45")
    said = quizapp("drill", slug, "--plain", "--questions", "1", "--seed", "7", *arguments, stdin=b"\n\n")
    assert told in said.out
    assert told or " s)" not in said.out


def test_a_name_or_an_answer_is_no_formula(slug: str, quizapp: Command) -> None:
    """A spreadsheet that opens the table runs nothing."""
    said = quizapp(
        *("drill", slug, "--teams", "=1+1,Foxes", "--seed", "1", "--questions", "2", "--csv", "-"),
        stdin=b"=cmd()\n\n=cmd()\n\n",
    )
    for row in csv.DictReader(io.StringIO(said.out[said.out.index("player,number") :])):
        assert not any(value.startswith(("=", "+", "@")) for value in row.values())


def _letters(data_dir: Path, key: str, kind: str = "short", **changes: object) -> str:
    """A bank of one question whose answer reads like something to be done."""
    article = make_article()
    item = make_item(kind, article=article, key=key, derived=True, **changes)
    return Library(data_dir / "questions").save(make_bank(article=article, items=(item,)))


@pytest.mark.parametrize(
    ("key", "kind", "changes"), [("x", "short", {"accepted": ()}), ("-2", "numeric", {"value": "-2", "unit": ""})]
)
def test_an_answer_is_not_taken_for_a_verb(
    data_dir: Path, quizapp: Command, key: str, kind: str, changes: dict[str, object]
) -> None:
    """Where “x” or “-2” answers the question, it neither ends the drill nor takes ten points off somebody."""
    slug = _letters(data_dir, key, kind, **changes)
    said = quizapp("drill", slug, "--teams", "Owls,Foxes", "--seed", "1", stdin=f"{key}\n\n".encode())
    assert "Right, Owls! 10 points.\n" in said.out
    assert "Scores: Owls 10, Foxes 0\n" in said.out


def test_a_wrong_number_below_nothing_is_an_answer_too(data_dir: Path, quizapp: Command) -> None:
    """“-1” answers a number that is below nothing; ten points less for the first are “- 1” there."""
    slug = _letters(data_dir, "-2", "numeric", value="-2", unit="")
    said = quizapp("drill", slug, "--teams", "Owls,Foxes", "--seed", "1", stdin=b"- 1\n-1\n\n")
    assert "Scores: Owls -10, Foxes 0\nOwls." in said.out
    assert "Owls: -1 (wrong)" in said.out


def test_more_time_is_told_and_counts(typed: str, data_dir: Path) -> None:
    """After m the prompt has the new time, and an answer within it is not called too late."""
    clock = FakeClock()
    playing = start(open_workspace(data_dir, clock=clock), _TWO, banks=[typed], questions=1, seed=1)
    out = _played(playing, clock, ["m", 30.0, "Aldwick", ""])
    assert "Owls (45 s). " in out
    assert "Right, Owls! 10 points." in out
    assert "Too late" not in out


def test_an_answer_after_its_time_is_told_so(typed: str, data_dir: Path) -> None:
    """It earns nothing, and o gives it all the same."""
    clock = FakeClock()
    playing = start(open_workspace(data_dir, clock=clock), _TWO, banks=[typed], questions=1, seed=1)
    out = _played(playing, clock, [16.0, "Aldwick", "o", ""])
    assert "Too late: 16 s of 15." in out
    assert out.index("Scores: Owls 0") < out.index("Scores: Owls 10")


_TWO = Rules(players=(Player(name="Owls"), Player(name="Foxes")), seconds=15.0)


class _Script:
    """Lines that are typed, and seconds that go by before the next one."""

    typed = False

    def __init__(self, clock: FakeClock, script: list[str | float]) -> None:
        self._clock = clock
        self._script = iter(script)

    def next(self) -> str | None:
        for one in self._script:
            if isinstance(one, str):
                return one
            self._clock.pass_by(seconds=one)
        return None


def _played(playing: Playing, clock: FakeClock, script: list[str | float]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        play(playing, _Script(clock, script), clock)  # type: ignore[arg-type]  # reads like Lines
    return out.getvalue()


def test_a_pause_stops_the_clock_and_is_kept(typed: str, data_dir: Path) -> None:
    """What goes by in a pause counts for nobody; stopped there, the drill goes on from the same second."""
    clock = FakeClock()
    playing = start(open_workspace(data_dir, clock=clock), _TWO, banks=[typed], questions=1, seed=1)
    out = _played(playing, clock, [10.0, "p", 500.0, "", 2.0, "q"])
    assert "Paused, the clock has stopped at 5 s." in out
    assert "Owls (15 s, 5 left). " in out
    out = _played(go_on(open_workspace(data_dir, clock=clock)), clock, [2.0, "Aldwick", ""])
    assert "Owls (15 s, 3 left). " in out
    assert "Right, Owls! 10 points." in out
    assert drill_played(open_workspace(data_dir), "last").rows[0].seconds == 14


@pytest.mark.parametrize("end", [[], ["p", 99.0], ["p", 99.0, "q"]], ids=["hang-up", "in a pause", "stopped"])
def test_however_a_drill_stops_the_clock_stops(typed: str, data_dir: Path, end: list[str | float]) -> None:
    """The input that ends is a pause, too, and what went by in a pause already counts once."""
    clock = FakeClock()
    playing = start(open_workspace(data_dir, clock=clock), _TWO, banks=[typed], questions=1, seed=1)
    _played(playing, clock, [10.0, *end])
    assert go_on(open_workspace(data_dir, clock=clock)).state.elapsed == 10


def test_a_drill_until_the_clock_runs_out(typed: str, data_dir: Path) -> None:
    """The number of questions decides nothing, the one that was asked is finished, and looking takes no time."""
    clock, rules = FakeClock(), replace(_TWO, seconds=None, total=60.0)
    playing = start(open_workspace(data_dir, clock=clock), rules, banks=[typed], questions=1, seed=1)
    out = _played(playing, clock, [50.0, "Aldwick", 900.0, "", 50.0, "zebra", ""])
    assert "Drill: until the clock runs out, 1 min of answering, Owls, Foxes." in out
    assert "Final.\n1. Owls: 10 points" in out
    assert [one.outcome for one in playing.told()] == ["right", "wrong"]


def test_every_question_has_its_row(typed: str, data_dir: Path, quizapp: Command) -> None:
    """Passed, over its time, too late: each is a row, in table and words; what is cut off is none."""
    clock, rules = FakeClock(), replace(_TWO, passing=True)
    playing = start(open_workspace(data_dir, clock=clock), rules, banks=[typed], seed=1)
    script = ["pass", 16.0, "Aldwick", "", 16.0, "", "", 1.0, "x"]
    out = _played(playing, clock, script)
    assert "Foxes: Aldwick (too late)\n" in out
    rows = list(csv.DictReader(io.StringIO(quizapp("drill", "--show", "last", "--csv", "-").out)))
    assert [(row["number"], row["player"], row["outcome"], row["seconds"]) for row in rows] == [
        ("1", "Owls", "passed", "0"),
        ("1", "Foxes", "too late", "16"),
        ("2", "Foxes", "time over", "16"),
    ]  # the third was cut off, which says nothing about who knew it
    assert {row["points"] for row in rows} == {"0"}


def test_the_table_as_a_file_has_the_mark_of_its_encoding(
    typed: str, data_dir: Path, quizapp: Command, tmp_path: Path
) -> None:
    """Spreadsheets take UTF-8 without it for something else; what is printed has none."""
    playing = start(open_workspace(data_dir, clock=FakeClock()), _TWO, banks=[typed], questions=1, seed=1)
    _played(playing, FakeClock(), ["Aldwick", ""])
    table = tmp_path / "drill.csv"
    assert quizapp("drill", "--show", "last", "--csv", str(table)).code == 0
    printed = quizapp("drill", "--show", "last", "--csv", "-").out
    assert table.read_bytes() == b"\xef\xbb\xbf" + printed.encode()


def test_a_drill_is_shown_later(typed: str, data_dir: Path, quizapp: Command) -> None:
    """By the beginning of its id or as the last; a question that has left the library keeps its row."""
    assert quizapp("drill", "--list").out == "No drill was played yet; quizapp drill begins one.\n"
    assert quizapp("drill", "--show", "last").code == 3
    played = quizapp("drill", typed, "--teams", "Owls,Foxes", "--seed", "1", "--questions", "1", stdin=b"Aldwick\n\n")
    quizapp("drill", typed, "--seed", "1", stdin=b"zebra\nq\n")
    latest, first = quizapp("drill", "--list").out.splitlines()
    assert first.endswith("Owls, Foxes: 1 of 1 question")
    assert latest.endswith("You: 1 of 3 questions; stopped")
    shown = quizapp("drill", "--show", first.split()[0])
    assert played.out.endswith(shown.out)
    assert quizapp("drill", "--show", "2").code == 3  # both begin so
    Library(data_dir / "questions").remove(typed)
    assert "which has left the library. Owls: Aldwick (right)" in quizapp("drill", "--show", first.split()[0]).out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--minutes", "0"),
        ("--minutes", "nan"),
        ("--minutes", "5", "--questions", "5"),
        ("--list", "--resume"),
        ("--list", "--csv", "-"),
        ("--show", "last", "--teams", "Owls"),
    ],
)
def test_usage_of_looking_back(quizapp: Command, arguments: tuple[str, ...]) -> None:
    """What makes no sense together is refused with one sentence."""
    said = quizapp("drill", *arguments)
    assert (said.code, said.err.count("\n")) == (2, 1)


def test_a_team_can_pass(typed: str, quizapp: Command) -> None:
    """With --pass, “pass” leaves a question to the others; without it, it is an answer like any other."""
    said = quizapp(
        *("drill", typed, "--teams", "Owls,Foxes,Hares", "--pass", "--seed", "1", "--questions", "1"),
        stdin=b"zebra\npass\nAldwick\n\n",
    )
    assert "Right, Hares! 10 points." in said.out
    assert "Foxes: pass (" not in said.out
    assert "Foxes: passed\n" in said.out
    without = quizapp("drill", typed, "--teams", "Owls,Foxes", "--seed", "1", "--questions", "1", stdin=b"pass\n\n")
    assert "Owls: pass (wrong)" in without.out


def test_a_wrong_choice_is_told_why(data_dir: Path) -> None:
    """The reason of the option that was taken, beside the answer."""
    slug, clock = _letters(data_dir, "Edith Crane", "choice"), FakeClock()
    playing = start(open_workspace(data_dir, clock=clock), _TWO, banks=[slug], seed=1)
    assert playing.question is not None
    wrong = 1 + playing.question.options.index("The town clerk")
    out = _played(playing, clock, [str(wrong), ""])
    assert "Answer: Edith Crane\nOwls chose The town clerk: The clerk is not quoted.\n" in out


@pytest.mark.parametrize(
    "rules",
    [("--points", "flat"), ("--seconds", "15"), ("--pass",), ("--questions", "3"), ("--buzz",)],
    ids=lambda rules: rules[0],
)
def test_a_drill_goes_on_by_its_own_rules(typed: str, quizapp: Command, rules: tuple[str, ...]) -> None:
    """What --resume could not heed is refused, never passed over."""
    quizapp("drill", typed, "--teams", "Owls,Foxes", "--seed", "1", stdin=b"zebra\n\nq\n")
    said = quizapp("drill", "--resume", *rules, stdin=b"q\n")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "leave the rest out" in said.err


def test_two_windows_on_one_drill(typed: str, data_dir: Path) -> None:
    """The second to do something is told so at once: nothing is called kept that is not."""
    first = start(open_workspace(data_dir), _TWO, banks=[typed], questions=3, seed=1)
    first.reveal()
    here, there = go_on(open_workspace(data_dir)), go_on(open_workspace(data_dir))
    here.correct(0, 1)
    with pytest.raises(QuizappError, match="another window"):
        there.correct(1, 1)
    assert there.state.scores == (0, 0)
    assert go_on(open_workspace(data_dir)).state.scores == (10, 0)


@pytest.mark.parametrize(
    "told", ['{"event": "buzzed", "player": 0}', '{"event": "corrected", "player": 9, "steps": 1}']
)
def test_a_drill_that_cannot_have_happened_is_told_as_damage(
    typed: str, data_dir: Path, quizapp: Command, told: str
) -> None:
    """One line, exit 4, and nothing is added to it."""
    quizapp("drill", typed, "--teams", "Owls,Foxes", "--seed", "1", stdin=b"zebra\nq\n")
    meddle(
        data_dir / "history.db",
        f"INSERT INTO drill_events SELECT id, 1, 0, 0, '{told}' FROM drills",  # noqa: S608  constant text
    )
    said = quizapp("drill", "--resume", stdin=b"\n")
    assert (said.code, said.err.count("\n")) == (4, 1)
    assert "damaged" in said.err
