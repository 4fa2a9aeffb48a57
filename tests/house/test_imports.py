"""What each start brings in: a command pays for what it uses and for nothing else."""

import json
import subprocess
import sys

import pytest

HEAVY = {"textual", "spacy", "yaml", "sqlite3", "pydantic", "fsrs", "trafilatura", "rapidfuzz", "lemminflect", "numpy"}

PROBE = """
import contextlib, io, json, sys
with contextlib.redirect_stdout(io.StringIO()):
    {statement}
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def brought_in(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after a statement."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(statement=statement)], capture_output=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "statement",
    [
        "import quizapp.cli",
        "import quizapp.cli.app",
        "import quizapp.usecases.workspace",
        "from quizapp.__main__ import run; run(['--version'])",
        "from quizapp.__main__ import run; run(['--help'])",
        "from quizapp.__main__ import run; run(['study', '--help'])",
        "from quizapp.__main__ import run; run(['genrate'])",
    ],
)
def test_saying_what_there_is_brings_in_nothing_heavy(statement: str) -> None:
    """Version, help and slips are answered before any engine or door is imported."""
    assert not brought_in(statement) & HEAVY


def test_a_version_is_told_without_the_command_line_library() -> None:
    """The question that scripts ask most costs a few small modules."""
    assert "cyclopts" not in brought_in("from quizapp.__main__ import run; run(['--version'])")


def test_listing_the_library_brings_in_no_interface_and_no_language_model() -> None:
    """A data command never pays for the screen or for the parser of sentences."""
    assert not brought_in("from quizapp.__main__ import run; run(['list'])") & {"textual", "spacy", "fsrs", "numpy"}


def test_the_app_opens_without_the_command_line_library() -> None:
    """Where nothing is said, nothing has to be parsed; the first picture comes a sixth sooner."""
    assert "cyclopts" not in brought_in("import quizapp.__main__, quizapp.cli.front, quizapp.tui.shell")
