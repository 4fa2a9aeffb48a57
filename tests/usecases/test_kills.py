"""Fault D1: a process killed at any moment loses no answer that was shown as graded."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "quality" / "kills.py"


@pytest.mark.slow
def test_no_acknowledged_answer_is_lost_when_the_process_is_killed() -> None:
    """A hundred kills: every answer is there, the file is sound, the cards are its replay, and the sitting goes on."""
    done = subprocess.run([sys.executable, SCRIPT, "--kills", "100"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 faults" in done.stdout
