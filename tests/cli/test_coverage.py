"""`quizapp coverage` with the real engine."""

import json
from pathlib import Path

import pytest

from builders import TEXT
from commandline import Command

pytestmark = pytest.mark.model


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article on disk."""
    path = tmp_path / "bell.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_sentence_is_there_with_its_state(quizapp: Command, article: Path) -> None:
    """The list begins with the counts and shows the questions under their sentence, the reasons under the others."""
    said = quizapp("coverage", str(article))
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "The harbour bell"
    assert " sentences are asked; " in lines[1]
    assert any(line.startswith("¶1 asked (") and "1874" in line for line in lines)
    assert any(line.startswith("¶3 ") and "nobody rings it" in line for line in lines)


def test_a_bank_is_held_against_its_own_article(quizapp: Command, article: Path, tmp_path: Path) -> None:
    """What the bank asks is what counts."""
    bank = tmp_path / "bell.yaml"
    quizapp("generate", str(article), "-o", str(bank), "--limit", "1")
    data = json.loads(quizapp("coverage", str(bank), "--json").out)
    assert data["counts"]["left out"] >= 1
    assert quizapp("add", str(bank)).code == 0
    assert json.loads(quizapp("coverage", "bell", "--json").out) == data
    assert "quizapp coverage bell" in quizapp("coverage", str(article)).err
    assert data["counts"]["asked"] >= 1
    assert len({item["id"] for row in data["sentences"] for item in row["items"]}) == 1
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in data["sentences"])
