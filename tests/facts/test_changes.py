"""Figures that changed, and figures that were corrected."""

from collections.abc import Callable

from quizapp.model.fact import FactSheet
from quizapp.model.item import key_text
from quizapp.writing.write import write_items

Asked = Callable[..., dict[str, str]]
Facts = Callable[..., FactSheet]


def test_the_new_value_of_a_change_is_asked_beside_the_old(asked: Asked) -> None:
    """Both ends share the unit that is written once."""
    stems = asked(
        "Unemployment in Tarvia rose from 12 to 14 percent.",
        "The speed limit on the bridge was cut from 50 to 30 kilometres an hour.",
    )
    assert stems["Unemployment in Tarvia rose from 12 to ____."] == "14 percent"
    assert stems["The speed limit on the bridge was cut from 50 to ____ kilometres an hour."] == "30"


def test_a_change_that_is_denied_or_between_years_is_none(facts: Facts) -> None:
    """“Did not rise from …” has no new value; what grew between two years did not grow to a year."""
    sheet = facts("Rents did not rise from 4 to 6 percent.", "The harbour grew from 1920 to 1930 by twelve quays.")
    assert not any(fact.focus and fact.focus.lead.startswith("from ") for fact in sheet.facts)


def test_of_a_corrected_figure_the_latest_is_asked_and_said_to_be_so(facts: Facts) -> None:
    """The earlier one is never the key, and the reject says why."""
    items, rejects = write_items(
        facts("The city first put the cost of the bridge at $12 million, but later revised the figure to $15 million.")
    )
    keys = {item.stem: key_text(item) for item in items}
    latest = "The city first put the cost of the bridge at $12 million, but later revised the figure to how much?"
    assert keys[latest] == "$15 million"
    assert "$12 million" not in keys.values()
    assert any(reject.reason == "“$12 million” is corrected later" for reject in rejects)


def test_a_figure_that_the_next_sentence_corrects_is_not_asked(asked: Asked) -> None:
    """A reader of the whole article knows better."""
    told = "The police counted 30 workers at the burning mill of Pellam."
    assert "30" in asked(told).values()
    assert "30" not in asked(f"{told} The number was later corrected to 42.").values()


def test_what_a_figure_is_not_goes_with_its_not(asked: Asked) -> None:
    """“14 million euros, not 12 million” keeps neither the wrong one nor its "not"."""
    stems = asked("The prize for the best bridge was 14 million euros, not 12 million.")
    assert stems["How much was the prize for the best bridge?"] == "14 million euros"
