"""From when to when."""

from collections.abc import Callable

from quizapp.model.fact import Answer, FactSheet
from quizapp.model.item import ChoiceItem
from quizapp.writing.write import write_items

Asked = Callable[..., dict[str, str]]
Facts = Callable[..., FactSheet]


def test_a_term_of_office_is_one_answer(asked: Asked) -> None:
    """From when to when; one end alone would be half of it."""
    stems = asked("Anna Lindqvist was minister of transport from 2010 to 2014.")
    assert stems["When was Anna Lindqvist minister of transport?"] == "from 2010 to 2014"


def test_two_ends_in_two_phrases_are_one_answer(facts: Facts) -> None:
    """The parser hangs “from” and “until” on the verb one by one."""
    (fact,) = (
        fact
        for fact in facts("Karl Berger, who served as mayor from 1998 until 2006, opened the gallery.").facts
        if fact.key.answer is Answer.PERIOD
    )
    assert fact.key.text == "from 1998 until 2006"
    assert "1998 to 2006" in fact.key.accepted


def test_other_ends_are_no_time(facts: Facts) -> None:
    """Places and amounts have a from and a to as well, and what did not happen has no time."""
    sheet = facts(
        "The tram ran from Lennick to Osterby.",
        "The fee was raised from 4 to 6 euros.",
        "Peter Holm did not work at the mill from 1990 to 1995.",
    )
    assert not any(fact.key.answer is Answer.PERIOD for fact in sheet.facts)


def test_years_do_not_tempt_beside_months(facts: Facts) -> None:
    """They would be told apart by their form alone."""
    items, _ = write_items(
        facts(
            "The old tower of Pellam is closed between November and March.",
            "The old tram of Pellam ran along the quay from 1920 to 1958.",
            "Anna Lindqvist was minister of transport from 2010 to 2014.",
            "Karl Berger was mayor of Osterby from 1998 to 2006.",
        )
    )
    options = {item.key: {wrong.text for wrong in item.distractors} for item in items if isinstance(item, ChoiceItem)}
    assert options["from 2010 to 2014"] == {"from 1920 to 1958", "from 1998 to 2006"}
    assert "between November and March" not in options
