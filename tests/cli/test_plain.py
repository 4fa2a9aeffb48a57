"""A sitting in lines: every kind asked, every digit and verb heard, every answer kept."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import GATHERED, make_article, make_bank, make_evidence, make_item
from commandline import Command
from quizapp.model.item import Bank, Item
from quizapp.usecases.library import Library

GOLDEN = Path(__file__).with_name("golden")
HOSTILE = "[/] [red]x[/red] [@click=app.quit]x[/] \x1b]0;t\x07\x9b2J\x7f \u202egnp.exe\u2066 a\u200bb\ufeff"
SHOWN = "[/] [red]x[/red] [@click=app.quit]x[/] ␛]0;t␇⟨009B⟩2J␡ ⟨202E⟩gnp.exe⟨2066⟩ a⟨200B⟩b⟨FEFF⟩"

Shelve = Callable[[Bank], str]
Sit = Callable[..., str]


@pytest.fixture
def shelve(data_dir: Path) -> Shelve:
    """Put a bank into the learner's library."""
    return Library(data_dir / "questions").save


@pytest.fixture
def sit(quizapp: Command, shelve: Shelve) -> Sit:
    """Type lines into a sitting of the given items, or of one of each kind, and return what was printed."""

    def transcript(*lines: str, items: tuple[Item, ...] | None = None, verb: str = "study") -> str:
        slug = shelve(make_bank(items=items))
        said = quizapp(verb, slug, "--plain", "--seed", "3", stdin="".join(f"{line}\n" for line in lines).encode())
        assert (said.code, said.err) == (0, "")
        return said.out

    return transcript


def test_a_whole_sitting_reads_as_it_should(sit: Sit) -> None:
    """Each kind, answered right, in the words and order of the design: question, choices, verdict, answer, source."""
    typed = ["1", "", "1", "", "fog", "", "500", "", "Aldwick", ""]
    assert sit(*typed) == (GOLDEN / "all-right.txt").read_text(encoding="utf-8")


def test_misses_say_what_was_wrong_and_what_comes_next(sit: Sit) -> None:
    """A miss begins with the verdict, names the answer and its source, and says when it comes back."""
    typed = ["2", "", "n", "", "zebra", "", "7", "", "", ""]
    assert sit(*typed) == (GOLDEN / "all-missed.txt").read_text(encoding="utf-8")


def test_the_same_lines_and_seed_give_the_same_bytes(sit: Sit, data_dir: Path) -> None:
    """Nothing in a transcript depends on the hour or on luck."""
    first = sit("1", "", "q")
    for path in data_dir.glob("history.db*"):
        path.unlink()
    assert sit("1", "", "q") == first


def test_the_end_of_the_input_keeps_every_answer(sit: Sit, quizapp: Command) -> None:
    """Input that stops in the middle ends the sitting quietly; what was answered is stored and the rest is resumed."""
    assert "Paused. 1 of 2 right, 3 left" in sit("1", "", "n")
    stored = json.loads(quizapp("stats", "--json").out)
    assert (stored["answers"], stored["right"]) == (2, 1)
    assert "Question 3 of 5" in sit("q")


def test_an_answer_is_stored_before_its_grade_is_asked(sit: Sit, quizapp: Command) -> None:
    """Whoever leaves at the grade has answered all the same."""
    sit("1")
    assert json.loads(quizapp("stats", "--json").out)["answers"] == 1


def test_the_answer_says_from_where_a_question_was_imported(sit: Sit) -> None:
    """The file and the place in it, made safe."""
    item = make_item("choice", origin="bells\x1b.gift, line 12")
    assert "Imported from bells␛.gift, line 12\n" in sit("1", "", items=(item,))


def test_an_empty_line_shows_the_answer(sit: Sit) -> None:
    """Enter alone is the obvious next thing: the answer, which counts as not known."""
    assert "Here it is; it will come back in 10 minutes.\nAnswer: Edith Crane\n" in sit("")


def test_a_line_that_is_no_choice_is_asked_again(sit: Sit) -> None:
    """A slip of the finger costs nothing."""
    printed = sit("9", "x", "-1", "²", "1")
    assert printed.count("Type a number from 1 to 4") == 4
    assert "Correct." in printed


@pytest.mark.parametrize("yes", ["1", "y", "Y", "true"])
def test_true_can_be_said_in_several_ways(yes: str, sit: Sit) -> None:
    """The digit, the letter and the word all mean true."""
    assert "Correct.\nAnswer: True\n" in sit(yes, items=(make_item("true-false"),))


def test_the_verbs_of_a_question(sit: Sit) -> None:
    """Help, hint, later and undo are words, since a line has no function keys."""
    printed = sit("?", "hint", "later", "undo", "undo", "q")
    assert "Enter alone shows the answer." in printed
    assert "Not “The bell founder”." in printed
    assert "Question 1 of 4: true or false, what does the article say?\n" in printed
    assert "Undone: later for “Who called the bell" in printed
    assert "Nothing to undo yet." in printed


def test_a_flagged_question_is_not_asked_again(sit: Sit) -> None:
    """A flag with a reason takes the question away; an empty reason takes the flag back."""
    printed = sit("flag", "", "flag", "2", "q")
    assert printed.count("What is wrong?") == 2
    assert "Flagged. You will not be asked this again until you have looked at it." in printed
    assert "Who called the bell" not in sit("q")


def test_a_typed_miss_can_be_overruled(sit: Sit) -> None:
    """Saying "I was right" turns a typed miss into a hit; a choice cannot be argued with."""
    short = (make_item("short"),)
    assert "Correct" in sit("the old town", "o", "", items=short).split("Not this time")[1]
    choice = (make_item("choice"),)
    assert "Correct" not in sit("2", "o", "q", items=choice)


def test_a_wording_can_count_from_now_on(sit: Sit) -> None:
    """A second "o" lets the wording count, which is never listed as an answer; the next time it is right."""
    short = (make_item("short"),)
    printed = sit("the old town", "o", "o", "", items=short)
    assert "o: let this wording count from now on." in printed
    assert "This wording counts from now on; undo takes that back." in printed
    again = sit("the Old Town", "", items=short, verb="practise")
    assert "Correct; a wording that you let count." in again
    assert "Also right: the town of Aldwick\n" in again
    assert "o: this wording shall count no more." in again
    assert "Not this time" in sit("the Old Town", "o", "", items=short, verb="practise")
    assert "Not this time" in sit("the Old Town", "", items=short, verb="practise")


def test_after_a_miss_only_again_counts(sit: Sit) -> None:
    """A better grade for a miss is refused with the way out, and the question stays."""
    printed = sit("2", "3", "1")
    assert "After a miss only Again counts" in printed
    assert "Question 2 of 5" in printed


def test_a_grade_can_be_chosen_after_a_hit(sit: Sit) -> None:
    """The digits of the grades are those of the screen."""
    printed = sit("1", "4", "undo", "q")
    assert "Question 2 of 5" in printed
    assert "Undone: Easy on “Who called" in printed


def test_undo_at_the_grade_asks_the_question_again(sit: Sit) -> None:
    """An answer given by mistake is taken back, memory and all."""
    printed = sit("2", "undo", "1")
    assert printed.count("Question 1 of 5") == 2
    assert printed.rindex("Correct.") > printed.index("Undone")


def test_u_takes_back_as_it_does_on_the_screen(sit: Sit) -> None:
    """At the grades, and where a number is awaited; where words are typed it may be the answer."""
    printed = sit("2", "u", "1")
    assert printed.count("Question 1 of 5") == 2
    assert printed.rindex("Correct.") > printed.index("Undone")
    assert "Nothing to undo yet." in sit("u", "q")
    item = make_item("short", stem="Which letter is a vowel?", key="u", accepted=(), derived=True)
    assert "Correct.\nAnswer: u\n" in sit("u", items=(item,))


def test_an_answer_that_is_also_a_verb_is_an_answer(sit: Sit) -> None:
    """What is right is graded right, even when it is one of our own words."""
    item = make_item("short", stem="Which word stands for a nudge?", key="hint", accepted=(), derived=True)
    assert "Correct.\nAnswer: hint\n" in sit("hint", items=(item,))


def test_a_cloze_of_two_gaps_asks_for_each(sit: Sit) -> None:
    """One line a gap, in reading order."""
    item = make_item(
        "cloze", stem="Fishermen ring it ____ a day because the ____ hides the quay.", keys=("twice", "fog")
    )
    printed = sit("twice", "fog", items=(item,))
    assert "Gap 1 of 2: \nGap 2 of 2: \nCorrect.\nAnswer: twice, fog\n" in printed


def test_hostile_text_is_printed_letter_for_letter(shelve: Shelve, quizapp: Command) -> None:
    """Markup, escapes and bidi overrides in a title, stem, option, reason or source are shown, never obeyed."""
    article = make_article(title=f"T {HOSTILE}", text=f"The sentence {HOSTILE} proves it.")
    item = make_item(
        "choice",
        article=make_article(),
        stem=f"Who {HOSTILE}?",
        key=f"K {HOSTILE}",
        derived=True,
        distractors=tuple(
            replace(wrong, text=f"{number} {HOSTILE}", why=f"Why {HOSTILE}")
            for number, wrong in enumerate(make_item("choice").distractors)  # type: ignore[union-attr]  # a choice item
        ),
        evidence=(make_evidence(f"The sentence {HOSTILE} proves it.", article),),
    )
    slug = shelve(Bank(article=article, items=(item,)))
    said = quizapp("study", slug, "--plain", stdin=b"1\n\n")
    for text in (f"T {SHOWN}", f"Who {SHOWN}?", f"K {SHOWN}", f"2 {SHOWN}", f"The sentence {SHOWN} proves it."):
        assert text in said.out
    assert not [char for char in said.both if (ord(char) < 32 and char != "\n") or 127 <= ord(char) < 160]
    assert not set("\u202e\u2066\u200b\ufeff") & set(said.both)


def test_a_folder_that_takes_nothing_is_said_at_each_answer_and_at_the_end(quizapp: Command, tmp_path: Path) -> None:
    """Where answers cannot be saved the questions are asked all the same, and nobody believes that they were kept."""
    (tmp_path / "taken").touch()
    nowhere = tmp_path / "taken" / "data"
    said = quizapp("study", "--plain", "--data-dir", "/proc/nowhere", stdin=b"1\n\nq\n")
    assert said.code == 5
    assert said.out.count("This answer could not be saved") == 1
    assert "goes on." not in said.out
    assert said.err.count("\n") == 1
    assert quizapp("list", "--data-dir", str(nowhere)).code == 5


def test_nothing_due_is_said_in_one_line(sit: Sit) -> None:
    """A library with nothing to ask says so and says what to do."""
    everything = ["", ""] * 5
    sit(*everything)
    assert "quizapp add" in sit("")


def test_several_answers_are_numbers_on_one_line(sit: Sit) -> None:
    """Ticks, matches and orders: asked again when the line makes no answer, judged with what is missing."""
    items = tuple(make_item(kind) for kind in GATHERED)
    typed = ["9", "1 2 3 4", "", "a1 b2", "1 2 3", "", "3 3 1", "1,2,3", ""]
    assert sit(*typed, items=items) == (GOLDEN / "several.txt").read_text(encoding="utf-8")


def test_hidden_choices_come_when_they_are_asked_for(sit: Sit, data_dir: Path) -> None:
    """Enter shows them; a verb is heard before."""
    data_dir.mkdir(exist_ok=True)
    (data_dir / "settings.toml").write_text("[study]\nhide_choices = 'on'\n")
    shown = sit("?", "", "1", "", "q", items=(make_item("choice"),))
    asked, _, chosen = shown.rpartition("Enter shows the choices: ")
    assert "Enter alone shows the answer" in asked
    assert "1  " not in asked
    assert chosen.index("1  ") < chosen.index("Your choice, 1–4: ")
