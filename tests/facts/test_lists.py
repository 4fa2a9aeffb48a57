"""What stands after a colon, and lists in words."""

from collections.abc import Callable

import pytest

from quizapp.kit.text import listed

Asked = Callable[..., dict[str, str]]


def test_what_is_counted_before_a_colon_is_asked_as_a_list(asked: Asked) -> None:
    """All of them are the key, and the clause before the colon keeps none of them."""
    stems = asked("Paula Orr named three tests: cleaner air at the school, no fall in takings and fewer lorries.")
    assert stems["Which three tests did Paula Orr name?"] == (
        "cleaner air at the school, no fall in takings and fewer lorries"
    )
    assert not any("tests cleaner" in stem for stem in stems)


def test_one_thing_after_a_colon_is_what_it_is(asked: Asked) -> None:
    """Its own asides are left out."""
    stems = asked("All the maps bear a tiny mark: a row of three pinholes, made in the margin in 1893.")
    assert stems["What tiny mark do all the maps bear?"] == "a row of three pinholes"


def test_another_number_of_things_is_no_list(asked: Asked) -> None:
    """Where the words and the count differ, nothing is asked."""
    assert not any(stem.startswith("Which three") for stem in asked("Paula Orr named three tests: air and water."))


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("a lake, a river or the sea", ("a lake", "a river", "the sea")),
        ("Spain, Italy, and Malta", ("Spain", "Italy", "Malta")),
        ("bread and butter", ("bread and butter",)),
        ("1,200 lorries, 30 cars and a bus", ("1,200 lorries", "30 cars", "a bus")),
        ("", ()),
    ],
)
def test_a_list_in_words_has_its_members(text: str, members: tuple[str, ...]) -> None:
    """Commas and a last "and" or "or"; without a comma it is one thing."""
    assert listed(text) == members
