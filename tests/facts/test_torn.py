"""What a sentence tells of something else, or only together with something else, is not asked by itself."""

from collections.abc import Callable

import pytest

from quizapp.facts.scene import Scene
from quizapp.model.fact import FactSheet
from quizapp.model.item import ChoiceItem
from quizapp.writing.write import write_items

Asked = Callable[..., dict[str, str]]
Meant = Callable[..., Scene]


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        (
            "No harm was seen in people who drank two cups a day, a group that included just 204 nurses.",
            "harm include",
        ),
        ("Each hiker wore a small sensor for two weeks, which recorded the height of the hills.", "weeks record"),
        ("Ringing ice is ice that gives a low sound when it is cooled.", "does ice"),
        ("Fishermen who landed on the northern shore mistook the sound for thunder.", "fishermen land"),
        ("The pilot said that the crew had put off replacing their ropes because they had no money.", "put off?"),
        ("Hale had been mayor of Leeds for eleven years when the bridge fell in 1921.", "was mayor"),
        ("About £37,000 was spent on holidays and £18,600 on a fitted kitchen.", "and £18,600"),
        ("The bridge shook until the load becomes heavier than 40 tonnes.", "becomes heavier"),
        ("The Parkers keep the dark for themselves.", "themselves"),
        ("The correct figure was £188 million.", "How much was the"),
        ("A frieze by the sculptor Marta Lindqvist, which runs around the hall, shows the months.", "Who runs"),
    ],
)
def test_what_is_torn_from_its_sentence_is_not_asked(asked: Asked, text: str, torn: str) -> None:
    """The wrong thing would act, or half of what is told would be left in the question."""
    assert not any(torn in stem for stem in asked(text))


@pytest.mark.parametrize("month", ["March", "February"])
def test_a_month_does_not_lose_its_year(asked: Asked, month: str) -> None:
    """“in March last year” is not “in March”."""
    stems = asked(f"Clara Hale sold the mill in Leeds to the council in {month} last year.")
    assert not any(month in stem or month in key for stem, key in stems.items())


def test_what_was_added_was_said(asked: Asked) -> None:
    """“Who added that …?” points back to what was said before."""
    stems = asked(
        "Clara Hale said that the mill was old. She added that the council of Leeds would sell it in May 2019."
    )
    assert not any("added" in stem for stem in stems)


def test_a_question_about_one_thing_does_not_ask_for_two(asked: Asked) -> None:
    """The second half of the answer is not about what the question is about."""
    stems = asked("Clara Hale said that the voting had been calm but that the delay of the count was odd.")
    assert not any(stem.startswith("What did Clara Hale say about the voting") for stem in stems)


def test_a_word_for_what_somebody_does_is_no_name(scene: Meant) -> None:
    """“Rookie” at the beginning of a sentence does not hide that Marcus Bell is meant by “He”."""
    text = "Anton Kresic led the team from Leeds. Rookie Marcus Bell tied the game. He finished with 19 points."
    names = [person.name for person in scene(text).mentions.persons]
    assert "Marcus Bell" in names
    assert "Rookie Marcus Bell" not in names


def test_he_is_who_was_named_last_whatever_he_is_called(asked: Asked) -> None:
    """Nobody further off is meant because a word before the name made it doubtful."""
    text = "Anton Kresic scored 34 points in Leeds. Rookie Marcus Bell tied the game. He finished with 19 points."
    assert asked(text).get("Who finished with 19 points?") in {None, "Marcus Bell"}


def test_who_was_told_of_before_is_not_defined_in_passing(asked: Asked) -> None:
    """A later aside is one of several things that are true of somebody."""
    text = (
        "Clara Hale scored 38 points for Leeds in the final. The crowd was loud. "
        "“Nobody left,” said Hale, a guard who missed the first game of the year."
    )
    assert not any(stem.startswith(("Who is", "Who was")) for stem in asked(text))


def test_a_bound_has_no_options(facts: Callable[..., FactSheet]) -> None:
    """Where at least 20,000 came at least 10,000 came as well."""
    sheet = facts("At least 20,000 people had gathered on the square in Leeds by noon on 4 May 1921.")
    items, _ = write_items(sheet)
    assert not any(isinstance(item, ChoiceItem) and "at least" in item.key for item in items)
