"""Practice and plans on the command line: outside the schedule, within limits, towards an exam."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from builders import make_bank, make_item
from commandline import Command
from quizapp.kit.clock import SystemClock
from quizapp.usecases.library import Library

TODAY = SystemClock().now().date()


@pytest.fixture
def slug(data_dir: Path) -> str:
    """The harbour bell in the learner's library."""
    return Library(data_dir / "questions").save(make_bank(count=5))


def _stats(quizapp: Command) -> tuple[int, int]:
    found = json.loads(quizapp("stats", "--json").out)
    bell = next(article for article in found["articles"] if article["slug"] == "harbour-bell")
    return found["answers"], bell["items"] - bell["new"]


def test_practice_moves_no_card(slug: str, quizapp: Command) -> None:
    """Answers are kept, everything is still new, and it is said that the schedule stays."""
    said = quizapp("practise", slug, "--plain", "--seed", "1", "--limit", "2", stdin=b"\n\n\n\n")

    assert (said.code, said.err) == (0, "")
    assert "Question 1 of 2" in said.out
    assert "Enter goes on: " in said.out
    assert "Done. 0 of 2 right; the schedule stays as it is.\n" in said.out
    assert "It will come back" not in said.out
    assert _stats(quizapp) == (2, 0)


def test_practice_that_is_left_says_how_far_it_came(slug: str, quizapp: Command) -> None:
    """The end of the input is the end of the practice."""
    said = quizapp("practise", slug, "--plain", "--seed", "1", stdin=b"\n\nq\n")

    assert "Stopped, 4 left. 0 of 1 right; the schedule stays as it is.\n" in said.out


@pytest.mark.parametrize("option", ["--missed", "--hardest"])
def test_only_what_was_missed(option: str, slug: str, quizapp: Command) -> None:
    """One of the first two questions is missed, and that one is practised."""
    quizapp("study", slug, "--plain", "--seed", "3", stdin=b"1\n\nn\n\nq\n")
    said = quizapp("practise", slug, option, "--plain", stdin=b"q\n")

    assert "Question 1 of 1: true or false" in said.out


def test_ahead_looks_as_many_days_ahead_as_it_is_told(slug: str, quizapp: Command) -> None:
    """What is known now is due in two days."""
    quizapp("study", slug, "--plain", "--seed", "3", stdin=b"1\n\nq\n")

    assert "Nothing falls due within 1 day.\n" in quizapp("practise", slug, "--ahead", "1", "--plain", stdin=b"q\n").out
    assert "Question 1 of 1" in quizapp("practise", slug, "--ahead", "3", "--plain", stdin=b"q\n").out


def test_nothing_to_practise_is_said(slug: str, quizapp: Command) -> None:
    """Before the first miss there is nothing missed and nothing hard."""
    missed = quizapp("practise", slug, "--missed", "--plain", stdin=b"q\n")
    assert (missed.code, missed.out.splitlines()[1]) == (0, "Nothing is missed: every last answer was right.")
    assert "Nothing is hard" in quizapp("practise", "--hardest", "--plain", stdin=b"q\n").out


def test_study_keeps_to_its_limits(slug: str, quizapp: Command) -> None:
    """So many in this sitting, so many new ones a day, and what waits is said."""
    assert "Question 1 of 3:" in quizapp("study", slug, "--plain", "--limit", "3", stdin=b"q\n").out
    quizapp("study", slug, "--plain", "--new", "1", stdin=b"\n\n")
    said = quizapp("study", slug, "--plain", "--new", "1", stdin=b"q\n")

    assert "Nothing is due; 4 new questions wait for another day. quizapp practise asks anyway" in said.out
    assert "Question 1 of 4:" in quizapp("study", slug, "--plain", "--new", "9", stdin=b"q\n").out


def test_siblings_wait_for_another_day(data_dir: Path, quizapp: Command) -> None:
    """Two questions about one fact: study asks one, practice both."""
    items = tuple(make_item("choice", id=f"choice-{number}", fact="same") for number in range(2))
    slug = Library(data_dir / "questions").save(make_bank(items=items))

    assert "Question 1 of 1:" in quizapp("study", slug, "--plain", stdin=b"q\n").out
    assert "Question 1 of 2:" in quizapp("practise", slug, "--plain", stdin=b"q\n").out


def test_an_aim_shows_in_the_grades(slug: str, data_dir: Path, quizapp: Command) -> None:
    """A high retention, as a share or in per cent, and a near exam bring a known question back sooner."""
    tomorrow = (TODAY + timedelta(days=1)).isoformat()

    def offered(*options: str) -> str:
        said = quizapp("study", slug, "--plain", "--seed", "3", "--limit", "1", *options, stdin=b"1\n")
        for path in data_dir.glob("history.db*"):
            path.unlink()
        return said.out.split("Enter accepts 3 Good (")[1].split(")")[0]

    assert offered() == "2 days"
    assert offered("--retention", "0.97") == offered("--retention", "97") == "1 day"
    assert offered("--retention", "0.8") == "8 days"
    assert offered("--exam", (TODAY + timedelta(days=400)).isoformat()) == "2 days"
    assert offered("--exam", tomorrow).endswith(("hours", "hour", "min"))  # from midnight on


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["practise", "--missed", "--hardest"], "choose one"),
        (["practise", "--ahead", "0"], "1 or more"),
        (["practise", "--limit", "0"], "1 or more"),
        (["study", "--new", "-1"], "0 or more"),
        (["study", "--retention", "0.5"], "from 0.7 to 0.99"),
        (["study", "--retention", "nan"], "from 0.7 to 0.99"),
        (["study", "--exam", "soon"], "a day written as"),
        (["study", "--exam", "2001-01-01"], "is over"),
        (["due", "--days", "0"], "1 or more"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused(arguments: list[str], hint: str, quizapp: Command) -> None:
    """Exit code 2 and one line that says what would make sense."""
    said = quizapp(*arguments)
    assert (said.code, said.out) == (2, "")
    assert hint in said.err
    assert said.err.count("\n") == 1


def test_due_says_what_waits(slug: str, quizapp: Command) -> None:
    """The day's work by article, a sentence on the days to come, and each day with its count."""
    before = quizapp("due")
    assert before.code == 0
    assert "  0 due, 5 new: The harbour bell\n" in before.out
    assert "Nothing falls due in 7 days.\n" in before.out

    quizapp("study", slug, "--plain", "--seed", "3", stdin=b"1\n\n1\n\nq\n")
    said = quizapp("due", "--days", "3").out
    assert "0 are due today, 0 tomorrow, 2 in 3 days; the busiest day is " in said
    assert said.splitlines()[-1].endswith("  2")
    assert len(said.split("busiest")[1].splitlines()) == 4
    sooner = json.loads(quizapp("due", "--days", "3", "--retention", "0.97", "--json").out)
    assert (sooner["format"], sooner["day"], sooner["forecast"]) == (1, TODAY.isoformat(), [0, 2, 0])


def test_due_agrees_with_study(data_dir: Path, quizapp: Command) -> None:
    """Siblings that have to wait are not counted as new today."""
    items = tuple(make_item("choice", id=f"choice-{number}", fact="same") for number in range(3))
    slug = Library(data_dir / "questions").save(make_bank(items=items))

    def bell() -> tuple[int, int]:
        found = json.loads(quizapp("due", "--json").out)["articles"]
        return next((one["due"], one["new"]) for one in found if one["slug"] == slug)

    assert bell() == (0, 1)
    quizapp("study", slug, "--plain", stdin=b"\n\n")
    assert bell() == (0, 0)
