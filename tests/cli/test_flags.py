"""`quizapp flags` as it is typed."""

import json
from pathlib import Path

from builders import NOON, make_bank, make_item
from commandline import Command
from histories import answered, lapsed, many
from quizapp.history import Database
from quizapp.history.aside import flag
from quizapp.model.memory import ItemKey
from quizapp.usecases.library import Library

HOSTILE = "[/]\x1b]0;owned\x07 what?"


def _flag(data_dir: Path, item: str, reason: str) -> None:
    database = Database(data_dir / "history.db")
    database.write(lambda transaction: flag(transaction, ItemKey("harbour-bell", item), reason=reason, at=NOON))
    database.close()


def test_flags_are_listed_and_lifted_by_name(quizapp: Command, data_dir: Path) -> None:
    """Each with why, since when and its words; one that was lifted is asked again."""
    Library(data_dir / "questions").save(make_bank(items=(make_item("choice"), make_item("short"))))
    assert quizapp("flags").err == "nothing is flagged\n"
    _flag(data_dir, "short-1", "missed 7 times in two forms")
    _flag(data_dir, "gone", "unclear")

    said = quizapp("flags")
    assert said.code == 0
    assert said.out.splitlines() == [
        "harbour-bell/gone: unclear, since 2026-11-26.",
        "harbour-bell/short-1: missed 7 times in two forms, since 2026-11-26. Which town hung the bell?",
    ]
    assert "--lift NAME" in said.err
    assert json.loads(quizapp("flags", "--json").out)["flags"][1]["item"] == "short-1"
    assert quizapp("flags", "--lift", "harbour-bell/short-1").out == "harbour-bell/short-1: asked again\n"
    assert "short-1" not in quizapp("flags").out

    said = quizapp("flags", "--lift", "harbour-bell/short-1")
    assert (said.code, said.out) == (3, "")
    assert "no flagged question is called harbour-bell/short-1" in said.err
    assert quizapp("flags", "--lift", "x", "--json").code == 2


def test_a_flagged_question_is_among_those_to_look_at(quizapp: Command, data_dir: Path) -> None:
    """Where the figures are read, and by the doctor."""
    bank = make_bank(items=tuple(make_item("choice", id=f"item-{number}") for number in range(3)))
    Library(data_dir / "questions").save(bank)
    answered(data_dir / "history.db", *many(3))
    _flag(data_dir, "item-1", "missed 7 times in two forms")
    stats = quizapp("stats").out
    assert "Questions to look at\n" in stats
    assert "Flagged: missed 7 times in two forms." in stats
    assert "1 question not asked until someone has looked; quizapp flags lists them" in quizapp("doctor").out


def test_what_was_missed_too_often_is_flagged_in_the_middle_of_a_sitting(quizapp: Command, data_dir: Path) -> None:
    """Line by line, one sentence says so, and undo takes it back."""
    slug = Library(data_dir / "questions").save(make_bank(items=(make_item("short"),)))
    answered(data_dir / "history.db", *lapsed(ItemKey("harbour-bell", "short-1"), 6))
    said = quizapp("study", slug, "--plain", stdin=b"zebra\n\n")
    assert "Flagged: missed 7 times. You will not be asked this again until you have looked at it.\n" in said.out
    assert "harbour-bell/short-1: missed 7 times, since " in quizapp("flags").out


def test_hostile_text_is_shown_and_not_obeyed(quizapp: Command, data_dir: Path) -> None:
    """Fault T2: neither a question nor a reason reaches the terminal as it came."""
    Library(data_dir / "questions").save(make_bank(items=(make_item("choice", stem=HOSTILE),)))
    _flag(data_dir, "choice-1", HOSTILE)
    printed = quizapp("flags").out
    assert printed.count("[/]␛]0;owned␇ what?") == 2
    assert "\x1b" not in quizapp("flags", "--json").out
