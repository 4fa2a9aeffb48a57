"""Items gathered over several facts: enough of them, each certain, none telling another."""

from collections.abc import Callable

from quizapp.model.fact import FactSheet
from quizapp.model.item import ClozeItem, Item, MatchingItem, MultipleChoiceItem, OrderingItem
from quizapp.writing.write import write_items

Facts = Callable[..., FactSheet]

LIVES = (
    "Clara Hale opened a school in Aldwick in 1893.",
    "In 1911 Clara Hale wrote a book on bees.",
    "The old mill of Pellam was burned down in 1902.",
    "In 1925 the council of Aldwick bought the harbour.",
)
SAYINGS = (
    "Clara Hale said that the bridge was too narrow for lorries.",
    "Paul Orr, a driver, said that nobody had counted the lorries at night.",
    "Marta Ellison warned that the price of stone would double within a year.",
)


def items_of(facts: Facts, *paragraphs: str) -> tuple[Item, ...]:
    """Everything that is written from paragraphs."""
    return write_items(facts(*paragraphs))[0]


def test_events_of_four_years_are_put_in_order(facts: Facts) -> None:
    """Earliest first, without their years; three or two years are too few."""
    (item,) = (item for item in items_of(facts, *LIVES) if isinstance(item, OrderingItem))
    assert [key.split()[-1] for key in item.keys] == ["Aldwick", "down", "bees", "harbour"]
    assert not any(char.isdigit() for key in item.keys for char in key)
    assert not any(isinstance(item, OrderingItem) for item in items_of(facts, *LIVES[:3]))


def test_three_speakers_are_matched_with_what_they_said(facts: Facts) -> None:
    """Each once, no answer with a speaker's name or a pronoun in it; two speakers are too few."""
    (item,) = (item for item in items_of(facts, *SAYINGS) if isinstance(item, MatchingItem))
    assert {pair.prompt for pair in item.pairs} == {"Clara Hale", "Paul Orr", "Marta Ellison"}
    assert {pair.prompt: pair.answer for pair in item.pairs}["Clara Hale"] == "the bridge was too narrow for lorries"
    assert not any(isinstance(item, MatchingItem) for item in items_of(facts, *SAYINGS[:2]))


def test_members_of_a_list_are_ticked_among_others(facts: Facts) -> None:
    """What is wrong is named elsewhere in the article; without two such there is no ticking."""
    signed = "France, Spain and Italy signed the treaty of Aldwick in 1911."
    (item,) = (
        item
        for item in items_of(facts, signed, "Clara Hale was born in Norway.", "Paul Orr went to live in Portugal.")
        if isinstance(item, MultipleChoiceItem)
    )
    assert item.keys == ("France", "Spain", "Italy")
    assert {wrong.text for wrong in item.distractors} == {"Norway", "Portugal"}
    assert not any(isinstance(item, MultipleChoiceItem) for item in items_of(facts, signed))


def test_two_facts_of_one_statement_are_two_gaps(facts: Facts) -> None:
    """In reading order; a statement of which little is left has one gap."""
    stems = {
        item.stem: item.keys
        for item in items_of(
            facts, "In 1911 Clara Hale wrote a long book on bees in London.", "Propane boils at -42 °C."
        )
        if isinstance(item, ClozeItem)
    }
    assert ("1911", "Clara Hale") in stems.values()
    assert not any(stem.startswith("____ boils at ____") for stem in stems)


def test_evidence_of_all_parts_is_there(facts: Facts) -> None:
    """Whatever is gathered can be proved sentence by sentence."""
    sheet = facts(*LIVES, *SAYINGS)
    for item in write_items(sheet)[0]:
        assert all(evidence.stands_in(sheet.article) for evidence in item.evidence)
        if isinstance(item, OrderingItem | MatchingItem):
            assert len(item.evidence) >= 3
