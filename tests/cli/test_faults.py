"""Disks that are full and places that may not be written, as a learner meets them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commandline import Command, Said
from histories import answered, log_of, many

Weak = Callable[..., Said]

ALLOW = "allow writing there, or choose another folder with --data-dir"
FOLDER = f"this folder may not be written; {ALLOW}"
FILE = f"this file may not be written; {ALLOW}"
ANSWERS = b"1\n\n" * 30

RUN = """
import ctypes, os, resource, sys
room, *arguments = sys.argv[1:]
if os.geteuid() == 0:  # without these two even root obeys the permissions of a file
    for capability in (1, 2):
        assert ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) == 0
if int(room) >= 0:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), resource.RLIM_INFINITY))
os.execv(sys.executable, [sys.executable, "-m", "quizapp", *arguments])
"""


@pytest.fixture
def weak(data_dir: Path) -> Weak:
    """Run a command that obeys permissions, whose files have only so much room."""

    def command(*arguments: str, room: int = -1) -> Said:
        done = subprocess.run(
            [sys.executable, "-c", RUN, str(room), *arguments],
            input=ANSWERS,
            capture_output=True,
            env=os.environ | {"QUIZAPP_DATA_DIR": str(data_dir)},
            timeout=60,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return command


@pytest.fixture
def history(data_dir: Path) -> Path:
    """A history with three answers."""
    path = data_dir / "history.db"
    answered(path, *many(3))
    return path


linux = pytest.mark.skipif(sys.platform != "linux", reason="gives up root's rights the way Linux does")


@linux
@pytest.mark.parametrize("room", [90_000, 140_000, 200_000])
def test_a_disk_that_fills_up_in_a_sitting_keeps_what_was_kept(weak: Weak, history: Path, room: int) -> None:
    """Fault D4: the sitting goes on, says that not all is saved and ends with 5; what was acknowledged is there."""
    said = weak("study", "--plain", room=room)
    assert said.code == 5
    assert said.err.splitlines()[-1].startswith("not every answer could be saved")
    assert "Traceback" not in said.both
    lines = log_of(history).lines
    assert len(lines) >= 3
    assert weak("study", "--plain").code == 0
    assert log_of(history).lines[: len(lines)] == lines


@linux
def test_a_folder_that_may_not_be_written_is_one_line_and_nothing_changes(weak: Weak, history: Path) -> None:
    """Fault D5: exit 5 with the file's name, from whatever needs the answers; the doctor tells it, too."""
    before = history.read_bytes()
    history.chmod(0o400)
    history.parent.chmod(0o500)
    try:
        for command in (("stats",), ("study", "--plain"), ("backup",), ("backup", "-o", str(history.parent / "x.db"))):
            said = weak(*command)
            assert said.code == 5
            assert said.err == f"{history}: {FOLDER}\n"
        assert weak("doctor").code == 4
        assert f"wrong  history  {history}: this folder may not be written" in weak("doctor").out
    finally:
        history.parent.chmod(0o700)
    assert history.read_bytes() == before


@linux
def test_a_history_that_may_only_be_read_is_read_and_backed_up(weak: Weak, history: Path, tmp_path: Path) -> None:
    """Fault D5: statistics and a copy need no right to write; a sitting says that it could not save."""
    history.chmod(0o400)
    assert json.loads(weak("stats", "--json").out)["answers"] == 3
    assert weak("backup", "-o", str(tmp_path / "stick.db")).out == f"{tmp_path / 'stick.db'}: 3 answers, checked\n"
    said = weak("study", "--plain")
    assert (said.code, said.err) == (5, f"not every answer could be saved: {history}: {FILE}\n")
    assert len(log_of(history).lines) == 3


@linux
def test_a_first_answer_where_nothing_may_be_written_says_so(weak: Weak, data_dir: Path) -> None:
    """What is missing is a permission, so nobody is told to make room."""
    data_dir.mkdir(exist_ok=True)
    data_dir.chmod(0o500)
    try:
        said = weak("study", "--plain")
    finally:
        data_dir.chmod(0o700)
    assert said.code == 5
    assert said.err.splitlines()[-1] == f"not every answer could be saved: {data_dir / 'history.db'}: {FOLDER}"


@linux
@pytest.mark.parametrize("verb", ["restore", "merge"])
def test_answers_on_a_disk_that_may_only_be_read_are_brought_in(
    weak: Weak, history: Path, tmp_path: Path, verb: str
) -> None:
    """A history is rescued from a disk where nothing may be written any more, and leaves no trace there."""
    rescued = tmp_path / "rescued"
    history.parent.chmod(0o500)
    try:
        said = weak(verb, str(history), "--data-dir", str(rescued))
    finally:
        history.parent.chmod(0o700)
    assert (said.code, said.err) == (0, "")
    assert log_of(rescued / "history.db").lines == many(3)
    assert [path.name for path in history.parent.iterdir()] == ["history.db"]


@linux
def test_no_room_to_keep_the_present_is_no_restore(weak: Weak, history: Path, quizapp: Command, tmp_path: Path) -> None:
    """What is there is kept first or not replaced at all; the same holds for a merge."""
    stick = tmp_path / "stick.db"
    quizapp("backup", "-o", str(stick))
    before = history.read_bytes()
    for verb in ("restore", "merge"):
        said = weak(verb, str(stick), room=40_000)
        assert (said.code, said.out, said.err.count("\n")) == (5, "", 1)
        assert history.read_bytes()[18:20] == before[18:20]  # still a history to study with, not a backup
        assert log_of(history).lines == many(3)
    assert history.read_bytes()[100:] == before[100:]
