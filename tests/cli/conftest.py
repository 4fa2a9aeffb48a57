"""The command line as a test drives it: in this process for speed, in one of its own where the process matters."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from commandline import Command, Said
from quizapp.__main__ import run


@pytest.fixture
def quizapp(tmp_path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """Run a command in this process, its data in `data_dir`, its input in a file, its output in pipes' stead."""
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(data_dir))
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}

    def command(*arguments: str, stdin: bytes = b"") -> Said:
        given = tmp_path / "stdin"
        given.write_bytes(stdin)
        out, err = io.BytesIO(), io.BytesIO()
        with given.open(encoding="utf-8") as typed, monkeypatch.context() as streams:
            streams.setattr(sys, "stdin", typed)
            streams.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
            streams.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="ascii"))
            code = run(arguments)
            sys.stdout.flush()
            return Said(code, out.getvalue().decode(), err.getvalue().decode())

    yield command
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def process(data_dir: Path) -> Command:
    """Run a command in a process of its own, without a terminal."""

    def command(*arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None, bare: bool = False) -> Said:
        environment = {} if bare else dict(os.environ)
        environment |= {"QUIZAPP_DATA_DIR": str(data_dir), **(env or {})}
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", *arguments],
            input=stdin,
            capture_output=True,
            env=environment,
            timeout=60,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return command
