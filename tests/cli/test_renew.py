"""`quizapp generate --update`: a bank keeps up with its article."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import TEXT, make_bank, make_item
from commandline import Command
from quizapp.cli.renew import renewal_lines
from quizapp.model.item import ChoiceItem, Distractor, Item
from quizapp.usecases.renewing import Change, Renewal

pytestmark = pytest.mark.model


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article on disk."""
    path = tmp_path / "bell.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def bank(quizapp: Command, article: Path, tmp_path: Path) -> Path:
    """The article's bank."""
    path = tmp_path / "bell.yaml"
    quizapp("generate", str(article), "-o", str(path))
    return path


def test_an_unchanged_article_leaves_every_byte(quizapp: Command, article: Path, bank: Path) -> None:
    """Comments and all."""
    bank.write_bytes(bank.read_bytes() + b"# my own note\n")
    before = bank.read_bytes()
    said = quizapp("generate", str(article), "--update", str(bank))
    assert said.code == 0
    assert bank.read_bytes() == before
    assert not list(bank.parent.glob("*.bak"))


def test_an_edit_is_told_and_the_old_bank_kept(quizapp: Command, article: Path, bank: Path) -> None:
    """What is new, what is gone; the bank is good, its ids are the old ones, and the old file is beside it."""
    before = bank.read_bytes()
    article.write_text(TEXT.replace("1874", "1879"), encoding="utf-8")
    said = quizapp("generate", str(article), "--update", str(bank))
    assert said.code == 0
    assert any(line.startswith("added: ") and "1879" in line for line in said.out.splitlines())
    assert any(line.startswith("orphaned: ") and "1874" in line for line in said.out.splitlines())
    assert quizapp("bank", "check", str(bank)).code == 0
    assert bank.with_name("bell.yaml.bak").read_bytes() == before


def test_what_a_person_touched_is_not_changed_unasked(quizapp: Command, article: Path, bank: Path) -> None:
    """Nobody there to ask: nothing is written until --yes."""
    text = bank.read_text(encoding="utf-8")
    assert "1874" in text
    edited = text.replace("    score:", "    edited: true\n    score:") if "edited" not in text else text
    bank.write_text(edited, encoding="utf-8")
    before = bank.read_bytes()
    article.write_text(TEXT.replace("1874", "1879"), encoding="utf-8")
    said = quizapp("generate", str(article), "--update", str(bank))
    assert said.code == 2
    assert "--yes" in said.err
    assert bank.read_bytes() == before
    assert quizapp("generate", str(article), "--update", str(bank), "--yes").code == 0
    assert "1879" in bank.read_text(encoding="utf-8")


def test_update_takes_one_article_and_no_other_output(quizapp: Command, article: Path, bank: Path) -> None:
    """Two ways to write at once are a slip."""
    assert quizapp("generate", str(article), str(article), "--update", str(bank)).code == 2
    assert quizapp("generate", str(article), "--update", str(bank), "-o", str(bank)).code == 2
    assert quizapp("generate", str(article), "--update", str(bank.with_name("none.yaml"))).code == 3


def test_a_change_that_the_question_does_not_show_is_named() -> None:
    """Two lines that read alike would say that something changed, and not what."""
    old = make_item("choice")
    assert isinstance(old, ChoiceItem)
    new = replace(old, distractors=(Distractor(text="A lantern", why="Not told."), *old.distractors[1:]))
    assert _told(old, new) == [
        f"   choices, gone: “{old.distractors[0].text}”",
        "   choices, now: “A lantern”",
    ]
    other = replace(old, distractors=old.distractors[::-1])
    assert _told(old, other)[0].startswith("   choices, in another order: “")
    quote = old.evidence[0].quote
    moved = replace(old, evidence=(replace(old.evidence[0], quote=quote.upper()),))
    assert _told(old, moved) == [f"   evidence, gone: “{quote}”", f"   evidence, now: “{quote.upper()}”"]
    assert _told(old, replace(old, stem="Which one?")) == [f"   now: Which one? → {old.key}"]


def _told(old: Item, new: Item) -> list[str]:
    bank = make_bank(items=(new,))
    renewal = Renewal(bank=bank, added=(), changed=(Change(old=old, new=new),), orphaned=(), unchanged=())
    first, *told, last = renewal_lines(renewal)
    assert first.startswith("changed")
    assert last == "unchanged: 0"
    return told
