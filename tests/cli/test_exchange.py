"""`quizapp export` and `quizapp import`: banks out of and into other people's formats."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import GATHERED, KINDS, make_bank, make_item
from commandline import Command
from quizapp.model.item import Status
from quizapp.usecases.library import write_bank_file


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank file with every kind of question, one of them dropped."""
    path = tmp_path / "bell.yaml"
    items = tuple(make_item(kind) for kind in (*KINDS, *GATHERED))
    dropped = replace(make_item("short", id="gone"), status=Status.DROPPED)
    write_bank_file(make_bank(items=(*items, dropped)), path)
    return path


def test_a_bank_is_written_with_every_loss_named(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """The file is data for others; what it lacks is told on standard error."""
    out = tmp_path / "bell.gift"
    said = quizapp("export", str(bank), "--to", "gift", "-o", str(out), "--verify")
    assert (said.code, said.out) == (0, f"{out}: 8 questions as gift\n{out}: read back, whole\n")
    assert "numeric-1: loses the unit and how exact the number is" in said.err
    assert "1 question that somebody dropped" in said.err
    assert "gone" not in out.read_text()


def test_a_file_that_is_there_is_not_replaced_unasked(quizapp: Command, bank: Path, tmp_path: Path) -> None:
    """Nor is a folder written to, or a format guessed."""
    out = tmp_path / "bell.csv"
    out.write_text("mine")
    said = quizapp("export", str(bank), "--to", "csv", "-o", str(out))
    assert (said.code, out.read_text()) == (3, "mine")
    assert "--force" in said.err
    assert quizapp("export", str(bank), "--to", "csv", "-o", str(out), "--force").code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert quizapp("export", str(bank), "--to", "csv", "-o", str(tmp_path)).code == 3
    wrong = quizapp("export", str(bank), "--to", "papyrus", "-o", str(out))
    assert wrong.code == 2
    assert "gift" in wrong.err


def test_a_bank_of_the_library_is_named_by_its_slug(quizapp: Command, tmp_path: Path) -> None:
    """The bundled ones, too."""
    out = tmp_path / "stink.tsv"
    assert quizapp("export", "great-stink-1858", "--to", "tsv", "-o", str(out), "--verify").code == 0
