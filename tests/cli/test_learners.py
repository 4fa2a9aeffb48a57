"""`quizapp learners`: who studies here, in lines and as data."""

import json
from pathlib import Path

import pytest

from builders import make_bank, make_item
from commandline import Command
from quizapp.usecases.library import Library
from quizapp.usecases.workspace import history_file

HOSTILE = "[red]x[/] \x1b]0;owned\x07\u202egnp"


@pytest.fixture
def study(quizapp: Command, data_dir: Path) -> Command:
    """One answer under a name."""
    Library(data_dir / "questions").save(make_bank(items=(make_item("choice"), make_item("short"))))

    def answer(*learner: str) -> object:
        said = quizapp("study", "harbour-bell", "--plain", *learner, stdin=b"1\n\nq\n")
        assert (said.code, said.err) == (0, "")
        return said

    return answer  # type: ignore[return-value]  # what a command said, as typed there


def test_learners_are_listed(quizapp: Command, study: Command) -> None:
    """A line each, by name; talk goes to standard error."""
    said = quizapp("learners")
    assert (said.code, said.out) == (0, "")
    assert "nobody has answered anything here yet" in said.err
    study()
    study("--learner", "Ana María")
    study("--learner", "张三")
    said = quizapp("learners")
    names = [line.split("  ")[0] for line in said.out.splitlines()]
    assert (said.code, names) == (0, ["Ana María", "me", "张三"])
    assert all("1 answer, last studied 20" in line for line in said.out.splitlines())
    assert "--learner NAME" in said.err


def test_learners_as_data(quizapp: Command, study: Command, data_dir: Path) -> None:
    """Instants with their zone; a history that cannot be used says why."""
    study("--learner", "ana")
    history_file(data_dir, "bad").write_bytes(b"no history at all")
    found = json.loads(quizapp("learners", "--json").out)
    assert [(one["name"], one["answers"]) for one in found] == [("ana", 1), ("bad", None)]
    assert found[0]["last_studied"].endswith("+00:00")
    assert found[1]["fault"] == "this is not a quizapp history"
    assert "cannot be used, this is not a quizapp history" in quizapp("learners").out


def test_a_hostile_name_is_text(quizapp: Command, study: Command, data_dir: Path) -> None:
    """It makes one file in the folder, and nothing of it reaches the terminal as a command."""
    study("--learner", HOSTILE)
    study("--learner", "../../../tmp/x")
    assert len(list(data_dir.glob("history-*.db"))) == 2
    said = quizapp("learners")
    assert "\x1b" not in said.both
    assert "\u202e" not in said.both
    for name in [line.split("  ")[0] for line in said.out.splitlines()]:
        assert '"answers": 1,' in quizapp("stats", "--json", "--learner", name).out
