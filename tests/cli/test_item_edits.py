"""A bank file mended in an editor between two sittings, through the commands."""

from pathlib import Path

import pytest

from builders import make_bank, make_item
from commandline import Command
from quizapp.usecases.library import Library
from quizapp.usecases.wording import ANEW


@pytest.fixture
def bank(data_dir: Path) -> Path:
    """A bank of two questions."""
    slug = Library(data_dir / "questions").save(make_bank(items=(make_item("choice"), make_item("short"))))
    return data_dir / "questions" / f"{slug}.yaml"


def _mend(bank: Path, old: str, new: str) -> None:
    text = bank.read_text(encoding="utf-8")
    assert old in text
    bank.write_text(text.replace(old, new), encoding="utf-8")


def _study(quizapp: Command, *lines: str) -> str:
    said = quizapp("study", "harbour-bell", "--plain", stdin="".join(f"{line}\n" for line in lines).encode())
    assert (said.code, said.err) == (0, "")
    return said.out


def test_a_mended_wording_keeps_what_was_learned(quizapp: Command, bank: Path) -> None:
    """Nothing is asked anew, and the doctor has nothing to say."""
    _study(quizapp, "", "", "Aldwick", "", "q")
    _mend(bank, "stem: Which town hung the bell?", "stem: Which town was it that hung the bell?")
    _mend(bank, "key: Aldwick", "key: ALDWICK")
    assert ANEW not in _study(quizapp, "q")
    assert "every card is of the answer" in quizapp("doctor").out


def test_a_changed_key_is_asked_anew_and_told_of_once(quizapp: Command, bank: Path) -> None:
    """Study says so before it asks, the doctor says so until it was answered, and no answer is lost."""
    _study(quizapp, "", "", "Aldwick", "", "q")
    _mend(bank, "key: Aldwick\n", "key: a bell\n")
    _mend(bank, "      - the town of Aldwick\n", "      - the bell\n")

    said = quizapp("doctor")
    assert said.code == 0
    assert "1 question got another answer since you learned it (harbour-bell short-1)" in said.out
    due = quizapp("due").out
    assert "0 due, 1 new: The harbour bell" in due

    asked = _study(quizapp, "a bell", "", "q")
    assert asked.index(ANEW) < asked.index("Which town hung the bell?") < asked.index("Correct")
    assert ANEW not in _study(quizapp, "q")
    assert "got another answer" not in quizapp("doctor").out
    assert '"answers": 3,' in quizapp("stats", "--json").out


def test_a_deleted_question_keeps_its_log(quizapp: Command, bank: Path) -> None:
    """It is asked no more, its answers stay, and the doctor names what is without a question."""
    _study(quizapp, "", "", "Aldwick", "", "q")
    Library(bank.parent).save(make_bank(items=(make_item("short"),)))
    assert "1 card of questions that the library has not (harbour-bell)" in quizapp("doctor").out
    assert '"answers": 2,' in quizapp("stats", "--json").out
