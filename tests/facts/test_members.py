"""Lists that a clause states: what something includes or consists of, and who the counted ones are."""

from collections.abc import Callable

from quizapp.model.fact import FactKind, FactSheet
from quizapp.model.item import MultipleChoiceItem, ShortAnswerItem
from quizapp.writing.write import write_items

Asked = Callable[..., dict[str, str]]
Facts = Callable[..., FactSheet]

BOARD = "The board of the museum consists of five engineers, two historians and a lawyer."
COLLECTION = "The museum's collection includes ship models, sea charts, diving helmets and a whale skeleton."


def test_what_something_consists_of_is_asked_whole(asked: Asked) -> None:
    """With its preposition at the end; the number of one member alone is not asked."""
    stems = asked(BOARD)
    assert stems["What does the board of the museum consist of?"] == "five engineers, two historians and a lawyer"
    assert "five" not in stems.values()


def test_the_counted_are_asked_without_their_count(asked: Asked) -> None:
    """Who of persons, what of things; the count would tell how many to write."""
    stems = asked(
        "The four members of the crew are Lena Moss, Tim Okafor, Ravi Nair and Jo Park.",
        "The three main causes of the damage were salt, frost and neglect.",
    )
    assert stems["Who are the members of the crew?"] == "Lena Moss, Tim Okafor, Ravi Nair and Jo Park"
    assert stems["What were the main causes of the damage?"] == "salt, frost and neglect"


def test_a_count_that_the_list_does_not_fill_is_no_list(facts: Facts) -> None:
    """Where one is missing, the list is not the answer."""
    sheet = facts("The four main causes of the damage were salt, frost and neglect.")
    assert not any(fact.kind is FactKind.LIST for fact in sheet.facts)


def test_two_things_or_a_bare_subject_are_no_list(facts: Facts) -> None:
    """“What does the collection include?” would be asked of any collection."""
    sheet = facts(
        "The museum's collection includes ship models and sea charts.", "The collection includes a, b and c maps."
    )
    assert not any(fact.kind is FactKind.LIST for fact in sheet.facts)


def test_another_list_tempts_nobody(facts: Facts) -> None:
    """What a board consists of is no wrong answer to what a collection includes."""
    items, _ = write_items(facts(BOARD, COLLECTION))
    lists = [item for item in items if item.stem.startswith("What does the")]
    assert len(lists) == 2
    assert all(isinstance(item, ShortAnswerItem) for item in lists)
    assert not any(isinstance(item, MultipleChoiceItem) for item in items)
