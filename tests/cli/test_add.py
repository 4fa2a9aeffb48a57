"""`quizapp add`: what a person did to a question is never lost by bringing its article in again."""

import re
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


@pytest.fixture
def worked_on(quizapp: Command, article: Path, data_dir: Path) -> Path:
    """The article's bank in the library, where somebody has kept, dropped and reworded a question in an editor."""
    assert quizapp("add", str(article)).code == 0
    path = data_dir / "questions" / "the-harbour-bell.yaml"
    parts = path.read_text(encoding="utf-8").split("\n\n  - id: ")
    assert len(parts) > 4
    parts[1:] = [
        part.rstrip() + f"\n    status: {'dropped' if at == 1 else 'kept'}" for at, part in enumerate(parts[1:])
    ]
    parts[3] = re.sub(r"    stem: .*", '    stem: "Reworded by hand: what is it?"', parts[3], count=1)
    path.write_text("\n\n  - id: ".join(parts) + "\n", encoding="utf-8")
    assert quizapp("bank", "check", str(path)).code == 0
    return path


def test_adding_an_article_again_keeps_what_people_did(quizapp: Command, article: Path, worked_on: Path) -> None:
    """The same article asks the same questions, so that not a byte is different."""
    before = worked_on.read_bytes()
    said = quizapp("add", str(article))
    assert said.code == 0
    assert "nothing to change" in said.out
    assert worked_on.read_bytes() == before


def test_adding_fewer_questions_throws_none_away(quizapp: Command, article: Path, worked_on: Path) -> None:
    """`--amount` says how many are written, not how many are kept."""
    before = worked_on.read_bytes()
    assert quizapp("add", str(article), "--amount", "few").code == 0
    assert worked_on.read_bytes() == before


def test_a_changed_article_asks_before_it_takes_work_away(quizapp: Command, article: Path, worked_on: Path) -> None:
    """Where the words that prove a kept or a reworded question are gone, nothing happens unasked."""
    article.write_text(TEXT.replace("1874", "1879"), encoding="utf-8")
    before = worked_on.read_bytes()
    said = quizapp("add", str(article))
    assert said.code == 2
    assert "--yes" in said.err
    assert worked_on.read_bytes() == before
    assert quizapp("add", str(article), "--yes").code == 0
    assert worked_on.with_name(f"{worked_on.name}.bak").read_bytes() == before
    assert "1879" in worked_on.read_text(encoding="utf-8")


def test_anew_is_anew_and_twice_loses_nothing(quizapp: Command, article: Path, worked_on: Path) -> None:
    """The one copy of what a slip has wiped outlives the next slip."""
    before = worked_on.read_bytes()
    assert quizapp("add", str(article), "--anew").code == 0
    assert b"Reworded by hand" not in worked_on.read_bytes()
    article.write_text(TEXT.replace("1874", "1879"), encoding="utf-8")
    assert quizapp("add", str(article), "--anew").code == 0
    kept = [path.read_bytes() for path in worked_on.parent.glob("*.bak*")]
    assert before in kept
    assert len(kept) == 2


def test_a_damaged_bank_is_not_passed_by(quizapp: Command, article: Path, worked_on: Path) -> None:
    """Its article gets no second bank beside it while it waits to be mended."""
    before = worked_on.read_bytes().replace(b"kind: ", b"kin: ", 1)
    worked_on.write_bytes(before)
    said = quizapp("add", str(article))
    assert said.code == 3
    assert "bank check" in said.err
    assert quizapp("remove", "the-harbour-bell").code == 0
    assert quizapp("add", str(article)).code == 0
    assert worked_on.with_name(f"{worked_on.name}.bak").read_bytes() == before


def test_a_bank_does_not_take_the_place_of_work_unasked(
    quizapp: Command, article: Path, worked_on: Path, tmp_path: Path
) -> None:
    """A fresh bank of the same article is refused with the way round; a copy that holds the work is taken."""
    before = worked_on.read_bytes()
    fresh = tmp_path / "fresh.yaml"
    assert quizapp("generate", str(article), "-o", str(fresh)).code == 0
    said = quizapp("add", str(fresh))
    assert said.code == 2
    assert "--anew" in said.err
    assert worked_on.read_bytes() == before
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(before + b"# my note\n")
    assert quizapp("add", str(copy)).code == 0
    assert worked_on.read_bytes() == before + b"# my note\n"
    assert quizapp("add", str(fresh), "--anew").code == 0
    assert worked_on.read_bytes() == fresh.read_bytes()


def test_imported_questions_stand_beside_those_that_are_there(
    quizapp: Command, article: Path, worked_on: Path, tmp_path: Path
) -> None:
    """Another program's quiz about the article is a bank of its own, also when it comes a second time."""
    before = worked_on.read_bytes()
    quiz, bank = tmp_path / "quiz.gift", tmp_path / "quiz.yaml"
    quiz.write_text("::Q1:: Which mayor called the bell a nuisance with a rope? {=Edith Crane}\n")
    assert quizapp("import", str(quiz), "-o", str(bank), "--article", str(article)).code == 0
    assert quizapp("add", str(bank)).code == 0
    assert worked_on.read_bytes() == before
    listed = quizapp("list").out
    assert quizapp("add", str(bank)).code == 0
    assert quizapp("list").out == listed
    assert worked_on.read_bytes() == before


def test_generate_writes_over_no_bank_unasked(quizapp: Command, article: Path, tmp_path: Path) -> None:
    """What somebody may have written in a bank is kept: refused, with the ways to go on; --force keeps a copy."""
    bank = tmp_path / "bell.yaml"
    assert quizapp("generate", str(article), "-o", str(bank)).code == 0
    bank.write_text(bank.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    before = bank.read_bytes()
    said = quizapp("generate", str(article), "-o", str(bank))
    assert said.code == 5
    assert "--update" in said.err
    assert "--force" in said.err
    assert bank.read_bytes() == before
    assert quizapp("generate", str(article), "-o", str(bank), "--force").code == 0
    assert bank.with_name("bell.yaml.bak").read_bytes() == before


def test_update_asks_before_it_changes_a_hand_edit(quizapp: Command, article: Path, tmp_path: Path) -> None:
    """A stem changed in an editor has no `edited: true`: it stays unless somebody agrees."""
    bank = tmp_path / "bell.yaml"
    assert quizapp("generate", str(article), "-o", str(bank)).code == 0
    stem = r"    stem: .*1874.*|    stem: .*bell.*"
    text = re.sub(stem, '    stem: "Reworded by hand: what is it?"', bank.read_text(encoding="utf-8"), count=1)
    assert text.count("Reworded by hand") == 1
    bank.write_text(text, encoding="utf-8")
    assert quizapp("generate", str(article), "--update", str(bank)).code == 0
    assert "Reworded by hand" in bank.read_text(encoding="utf-8")
    article.write_text(TEXT.replace("The bell weighs", "It weighs").replace("1874", "1879").replace("Mayor", "The"))
    said = quizapp("generate", str(article), "--update", str(bank))
    assert said.code == 2
    assert "edited by hand" in said.out
    assert "Reworded by hand" in bank.read_text(encoding="utf-8")
