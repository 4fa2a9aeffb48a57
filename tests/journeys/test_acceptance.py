"""What the acceptance list of the design asks for in a real terminal and no other test holds."""

import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from screen import PATIENCE, Terminal
from stage import FERRY

Open = Callable[..., Terminal]
Stats = Callable[[], dict[str, Any]]

STOPPED_SOON = 5.0
"""Seconds in which a program that is told to stop has stopped."""


def stopped(window: Terminal) -> bool:
    """Whether the program stands still, waiting for a signal to go on."""
    with Path(f"/proc/{window.process.pid}/stat").open(encoding="utf-8") as file:
        return file.read().rsplit(")", 1)[1].split()[0] == "T"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc, which this system has not")
@pytest.mark.parametrize("how", ["ctrl+z", "signal"])
def test_a_sitting_that_is_suspended_goes_on(how: str, open_window: Open, stats: Stats, bell: str) -> None:
    """The terminal is given back while the program stands still, and the question is there again afterwards."""
    window = open_window("study", bell)
    window.wait_for("1 of 5", "Choose")
    drawn = len(window.seen)
    if how == "ctrl+z":
        window.press("\x1a")
    else:
        window.send(signal.SIGTSTP)
    window.wait_until(lambda: stopped(window), "the stop", STOPPED_SOON)
    assert window.is_cooked
    assert b"\x1b[?1049l" in window.seen[drawn:]
    resumed = len(window.seen)
    window.send(signal.SIGCONT)
    window.wait_until(lambda: b"\x1b[?1049h" in window.seen[resumed:], "the screen", PATIENCE)  # hears keys from now on
    window.wait_for("1 of 5", "Choose")
    window.insist("1", "From the article", "Grade")
    assert stats()["answers"] == 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc, which this system has not")
def test_the_first_page_is_drawn_again_after_a_stop(open_window: Open) -> None:
    """Where no clock moves, nothing draws by itself."""
    window = open_window()
    window.wait_for("Read it. Remember it.")
    window.press("\x1a")
    window.wait_until(lambda: stopped(window), "the stop", STOPPED_SOON)
    drawn = len(window.seen)
    window.send(signal.SIGCONT)
    window.wait_until(lambda: b"Remember it." in window.seen[drawn:], "the page", 10.0)


def test_a_drill_of_the_shell_is_on_one_screen_and_its_table_is_written(
    open_window: Open, home: Path, bell: str
) -> None:
    """`quizapp drill` draws what its options say, and writes the table when it is left."""
    window = open_window("drill", bell, "--teams", "Owls,Foxes", "--buzz", "--csv", str(home / "drill.csv"))
    window.wait_for("Who is first?")
    window.insist("q", "End the drill")
    window.insist("x", "Final")
    window.press("\x11")
    assert window.wait_for_end() == 0
    assert (home / "drill.csv").read_text("utf-8").startswith("\ufeffplayer,")  # the mark, for spreadsheets


def test_a_drill_rings_once_when_the_time_is_over(open_window: Open, home: Path, bell: str) -> None:
    """The terminal's own bell, and a key that the settings file chose."""
    (home / ".local/share/quizapp/settings.toml").write_text(
        '[keys]\ndrill.reveal = "f9"\n[drill]\nsound = "on"\n', "utf-8"
    )
    window = open_window("drill", bell, "--seconds", "1", "--seed", "7")
    window.wait_for("question 1 of", "Time is up. F9 shows the answer")
    window.press("\x1b[20~")
    window.wait_for("Nobody answered.")
    window.press("\x11")
    assert window.wait_for_end() == 0
    assert (
        re.sub(rb"\x1b\][^\a]*\a", b"", window.seen).count(b"\a") == 1
    )  # the shape of the pointer, an OSC, ends with it, too


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGKILL])
def test_a_drill_whose_window_is_gone_goes_on(end: signal.Signals, open_window: Open, home: Path, bell: str) -> None:
    """Whatever ends the program in the middle of a class's game, the game is there again at the same question."""
    (home / ".local/share/quizapp").mkdir(parents=True, exist_ok=True)
    (home / ".local/share/quizapp/settings.toml").write_text("[study]\ngrade_wait = 0\n", "utf-8")
    window = open_window("study", bell)
    window.wait_for("1 of 5", "Choose")
    window.insist("1", "From the article", "Grade")
    window.press("q")
    window.wait_for("Library")
    window.insist("d", "Who plays?")
    window.press("ll")
    window.insist("\r", "Who is first?")
    window.press("1")
    window.wait_for("Owls, your")
    window.send(end)
    window.wait_for_end()
    again = open_window()
    again.wait_for("Library")
    again.insist("d", "stopped at question 1")
    again.press("r")
    again.wait_for("question 1 of", "Owls, your")


def test_a_kill_while_questions_are_written_leaves_the_library_whole(open_window: Open, home: Path, bell: str) -> None:
    """No half bank is left behind, and the library opens as before."""
    article = home / "ferry.txt"
    article.write_text(FERRY.text * 3, encoding="utf-8")
    window = open_window()
    window.wait_for("Library")
    window.press("a")
    window.wait_for("Add article")
    window.press(f"{article}\r")
    window.wait_for("ferry")
    window.send(signal.SIGKILL)
    assert window.wait_for_end() == -signal.SIGKILL
    questions = home / ".local" / "share" / "quizapp" / "questions"
    assert [path.name for path in questions.iterdir() if path.suffix == ".yaml"] == [f"{bell}.yaml"]
    open_window().wait_for("Library", "bell")


@pytest.mark.parametrize(
    "settings",
    [
        {"LANG": "C", "LC_ALL": ""},
        {"LC_ALL": "xx_YY.nothing"},
        {"TZ": "Nowhere/Nothing"},
        {"TZ": ":/dev/null"},
    ],
    ids=lambda settings: " ".join(f"{name}={value}" for name, value in settings.items()),
)
def test_an_odd_environment_works_all_the_same(
    settings: dict[str, str], open_window: Open, stats: Stats, bell: str
) -> None:
    """A locale or time zone that does not exist changes nothing that matters."""
    window = open_window("study", bell, env=settings)
    window.wait_for("1 of 5")
    window.insist("1", "From the article")
    assert stats()["answers"] == 1


def test_no_home_at_all_is_no_traceback(env: dict[str, str]) -> None:
    """What can be listed is listed, or one sentence says what cannot be read or written."""
    nowhere = {"PATH": env["PATH"], "TERM": "dumb", "HOME": "/nonexistent"}
    with Terminal(sys.executable, "-m", "quizapp", "list", env=nowhere) as window:
        assert window.wait_for_end() in {0, 5}
        assert b"Traceback" not in window.seen


def test_keys_of_one_read_reach_no_question_that_was_not_seen(open_window: Open, stats: Stats, bell: str) -> None:
    """Over a slow line several keys arrive at once: the second is not for the question that the first one brings."""
    window = open_window("study", bell)
    window.wait_for("1 of 5", "Choose")
    for number in range(2, 6):
        window.insist("\x1bOS", "From the article")  # F4 shows the answer, in a field as well
        window.insist("  132 km\r \r", f"{number} of 5")
        window.wait_until(lambda: "From the article" not in window.text, "the question as it is asked", seconds=5)
    window.insist("\x1bOS", "From the article")
    assert stats()["answers"] == 5
    window.press("\x11")
    assert window.wait_for_end() == 0


def test_a_slip_that_is_mended_in_one_read_is_mended_in_its_place(open_window: Open, bell: str) -> None:
    """A fast typist over a slow line: backspace and arrows act between the letters that they were pressed between."""
    window = open_window()
    window.wait_for("Library", "The harbour bell")
    window.press("/")
    window.wait_for("esc Show all")
    window.press("harx\x7fbou bell\x1b[D\x1b[D\x1b[D\x1b[D\x1b[Dr")
    window.wait_until(lambda: window.text.count("harbour bell") > 1, "what was meant, and the article", seconds=5)
    window.press("\x11")
    assert window.wait_for_end() == 0


def test_lines_in_a_narrow_window_are_broken_at_spaces(open_window: Open, bell: str) -> None:
    """The question, its choices and the prompt have no word that is cut by the edge."""
    window = open_window("study", "--plain", bell, columns=37, rows=60)
    window.wait_for("1 of 5", "?")
    window.press("\r")
    window.wait_for("From the article")
    words = set("".join(window.seen.decode().split("\r")).split())
    assert words >= set(window.text.split())
    assert max(len(line) for line in window.text.splitlines()) <= 37
