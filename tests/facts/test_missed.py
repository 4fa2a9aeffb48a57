"""Facts that gold lists call needed and no question asked, each in a sentence of our own."""

from collections.abc import Callable

import pytest

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "Clara Hale found that the statue of Apollo had vanished, and that the plinth was broken in two.",
            "What did Clara Hale find out about the statue of Apollo?",
            "that it had vanished",
        ),
        (
            "Clara Hale said that the roof of the mill was sound and that the rain came in through the windows.",
            "What did Clara Hale say about the roof of the mill?",
            "that it was sound",
        ),
    ],
)
def test_the_first_of_two_sayings_is_asked(asked: Asked, text: str, stem: str, key: str) -> None:
    """What is said of one thing is no more than is asked because another saying follows."""
    assert asked(text).get(stem) == key


@pytest.mark.parametrize(
    "text",
    [
        "Clara Hale said that the roof of the mill was sound but that the rain came in through the windows.",
        "Clara Hale said that the roof of the mill was sound and that it kept the rain out for a century.",
    ],
)
def test_half_of_what_is_said_of_a_thing_is_not_asked(asked: Asked, text: str) -> None:
    """A contrast belongs to what is said, and “it” goes on about the same thing."""
    assert not any(key == "that it was sound" for key in asked(text).values())
