"""The edge of the process: streams, signals, locales and faults."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commandline import Command
from quizapp.cli import app

HIDDEN = "the-learner's-secret"
PAYLOAD = "\x1b]0;owned\x07\x1b[31m\x9b2J[/][@click=app.quit]x[/]\u202egnp.txt"


def quietly(*arguments: str, **streams: int) -> subprocess.Popen[bytes]:
    """A command in a process of its own, its streams as given."""
    return subprocess.Popen([sys.executable, "-m", "quizapp", *arguments], **streams)  # type: ignore[call-overload]  # streams are handles


def test_a_reader_that_has_enough_ends_the_command_in_silence() -> None:
    """`quizapp … | head` says nothing on standard error and succeeds."""
    with quietly("bank", "schema", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("bank", "schema"), ("list",)])
def test_a_full_disk_is_one_line_and_5(arguments: tuple[str, ...]) -> None:
    """Output that cannot be written is said once, in words, with the exit code for disks."""
    with (
        Path("/dev/full").open("wb") as full,
        quietly(*arguments, stdout=full.fileno(), stderr=subprocess.PIPE) as process,
    ):
        _, err = process.communicate(timeout=20)
    assert process.returncode == 5
    assert err.count(b"\n") == 1
    assert b"No space left" in err


@pytest.mark.parametrize("arguments", [(), ("study",), ("demo",), ("study", "--plain")])
def test_no_terminal_and_no_input_is_one_line_and_7(arguments: tuple[str, ...], process: Command) -> None:
    """Where nobody can answer nothing is asked: one line says what to do."""
    said = process(*arguments)
    assert (said.code, said.out) == (7, "")
    assert said.err.count("\n") == 1
    assert "terminal" in said.err


@pytest.mark.parametrize(
    ("command", "closed", "code"),
    [
        ("study", "<&-", 7),
        ("study", ">&-", 7),
        ("generate -", "<&-", 3),
        ("list", ">&-", 5),
        ("list", "2>&-", 0),
        ("genrate", "2>&-", 2),
    ],
)
def test_a_closed_stream_is_told_where_it_is_needed(command: str, closed: str, code: int, data_dir: Path) -> None:
    """A stream that the caller closed is missed only by who needs it, in one line and never with a traceback."""
    line = f"{sys.executable} -m quizapp {command} {closed}"
    done = subprocess.run(
        ["sh", "-c", line],
        env=os.environ | {"QUIZAPP_DATA_DIR": str(data_dir)},
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == code
    assert done.stderr.count(b"\n") == (0 if closed == "2>&-" else 1)


@pytest.mark.parametrize("arguments", [("list",), ("stats",)])
@pytest.mark.parametrize(
    "env",
    [
        {},
        {"LANG": "C"},
        {"LC_ALL": "bogus.UTF-99"},
        {"TZ": "Nowhere/Bogus"},
        {"PYTHONIOENCODING": "ascii"},
        {"TERM": "dumb"},
    ],
    ids=str,
)
def test_an_odd_environment_changes_nothing(arguments: tuple[str, ...], env: dict[str, str], process: Command) -> None:
    """No locale, home, time zone or terminal type stops a data command or changes a byte of what it prints."""
    usual, odd = process(*arguments), process(*arguments, env=env, bare=True)
    assert (odd.code, odd.out, odd.err) == (usual.code, usual.out, usual.err)
    assert odd.code == 0


def _hear_hang_ups() -> None:
    """Whatever runs the tests, under nohup too, the command starts as from a shell."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], ids=["TERM", "HUP", "INT"]
)
def test_a_signal_ends_a_command_that_waits(number: signal.Signals, code: int, data_dir: Path) -> None:
    """A command that waits for a line ends at once with the signal's code and no traceback."""
    env = dict(os.environ) | {"QUIZAPP_DATA_DIR": str(data_dir)}
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", "demo", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
        preexec_fn=_hear_hang_ups,  # noqa: PLW1509  no thread of ours runs here
    ) as process:
        assert process.stdout
        assert any(line.startswith(b"Question 1") for line in iter(process.stdout.readline, b""))
        process.send_signal(number)
        _, err = process.communicate(timeout=5)
    assert process.returncode == code
    assert err == b""


def test_a_signal_whose_exception_is_lost_ends_it_all_the_same(data_dir: Path) -> None:
    """While the interpreter cleans up, what a handler raises is printed and passed over."""
    script = """
import os, signal
from quizapp import __main__ as edge

class Dying:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGHUP)

edge.run(["--version"])  # listens to signals from now on
dying = Dying()
del dying
edge.main()
"""
    env = dict(os.environ) | {"QUIZAPP_DATA_DIR": str(data_dir)}
    command = [sys.executable, "-c", script, "demo", "--plain"]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env=env,
        timeout=20,
        text=True,
        preexec_fn=_hear_hang_ups,
    )
    assert done.returncode == 129
    assert "no terminal" not in done.stderr


def test_nohup_is_respected(data_dir: Path) -> None:
    """A hang-up that the caller told us to ignore is ignored."""
    ignore = "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); from quizapp.__main__ import run; "
    check = "run(['--version']); print(signal.getsignal(signal.SIGHUP) is signal.SIG_IGN)"
    done = subprocess.run([sys.executable, "-c", ignore + check], capture_output=True, check=True, timeout=20)
    assert done.stdout.endswith(b"True\n")


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Make the next command come upon a fault of ours, with a secret in its local variables."""

    def fault(_arguments: object) -> int:
        hidden = HIDDEN
        raise ZeroDivisionError(f"{PAYLOAD} {len(hidden)}")

    return lambda: monkeypatch.setattr(app, "invoke", fault)


def test_a_fault_of_ours_is_one_line_and_a_private_log(
    quizapp: Command, faulty: Callable[[], None], data_dir: Path
) -> None:
    """A bug shows one sentence; the traceback, without anyone's data, is in a log that only its owner reads."""
    data_dir.mkdir()
    faulty()
    said = quizapp("list", "--data-dir", str(data_dir))
    log = data_dir / "quizapp.log"
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert str(log) in said.err
    text = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert HIDDEN not in text + said.err
    assert "\x1b" not in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_fault_without_a_folder_is_logged_elsewhere(
    quizapp: Command, faulty: Callable[[], None], data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log that cannot be kept with the data is kept among the temporary files, as private as there."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    faulty()
    said = quizapp("list", f"--data-dir={data_dir}")
    (log,) = tmp_path.glob("quizapp-*.log")
    assert said.code == 1
    assert str(log) in said.err
    assert not data_dir.exists()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


@pytest.mark.parametrize("arguments", [("generate",), ("bank", "check"), ("add",), ("study", "--plain"), ("remove",)])
def test_a_hostile_file_name_reaches_the_terminal_as_letters(arguments: tuple[str, ...], quizapp: Command) -> None:
    """A name is shown letter for letter, its controls made visible, in every message that quotes it."""
    said = quizapp(*arguments, PAYLOAD)
    assert said.code == 3
    assert "[/][@click=app.quit]x[/]" in said.err
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said.both)


def test_a_name_of_odd_bytes_is_told(quizapp: Command) -> None:
    """A file name that is not UTF-8 is no fault of ours."""
    said = quizapp("generate", os.fsdecode(b"caf\xe9.txt"))
    assert said.code == 3
    assert "caf" in said.err
