"""The command line: processor time of short commands, against `python -c pass`.

Goals: `--version` ≤ 8 ×, `--help` ≤ 10 ×.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from rounds import Figures, Goal, compile_house, environment, interleave, report

ROUNDS: Final = 21  # they are short, and more rounds cost little
PLAIN: Final = "python -c pass"
GOALS: Final = {"--version": 8.0, "--help": 10.0}


def spent(command: list[str], folder: str) -> Figures:
    """Run a command and take its processor time in milliseconds."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment(QUIZAPP_DATA_DIR=folder)
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return {"processor time": 1000 * (usage.ru_utime + usage.ru_stime)}


def main() -> int:
    """Measure each command."""
    compile_house()
    quizapp = str(Path(sys.executable).with_name("quizapp"))
    with tempfile.TemporaryDirectory() as folder:
        commands = {PLAIN: [sys.executable, "-c", "pass"], **{name: [quizapp, name] for name in GOALS}}
        sides = {name: lambda command=command: spent(command, folder) for name, command in commands.items()}
        medians = interleave(sides, rounds=ROUNDS)
    met = []
    for name, most in GOALS.items():
        goal = Goal(figure="processor time", most=most)
        met.append(report(f"quizapp {name}", medians[name], medians[PLAIN], [goal], against=PLAIN))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
