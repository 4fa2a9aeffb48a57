"""Why: for what, having done what; and what things are used for."""

from collections.abc import Callable

import pytest

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "A court in Leeds fined Paul Orr for stealing maps from a library.",
            "Why did a court in Leeds fine Paul Orr?",
            "for stealing maps from a library",
        ),
        ("Critics praised Joan Field for her calm voice.", "Why did critics praise Joan Field?", "for her calm voice"),
        (
            "Numbered stakes were used to measure the melting of the ice.",
            "What were numbered stakes used for?",
            "to measure the melting of the ice",
        ),
        ("Copper is used for roofs and pipes in Norway.", "What is copper used for?", "roofs and pipes in Norway"),
        (
            "Ragna Tveit drove stakes into ice. By measuring the stakes in autumn, she could work out the loss of ice.",
            "How could Ragna Tveit work out the loss of ice?",
            "by measuring the stakes in autumn",
        ),
    ],
)
def test_the_ground_is_asked(asked: Asked, text: str, stem: str, key: str) -> None:
    """Whole, and in the words of the article."""
    assert asked(text).get(stem) == key


def test_a_sum_or_a_time_is_no_ground(asked: Asked) -> None:
    """“jailed for three years” says how long."""
    stems = asked(
        "A court in Leeds jailed Paul Orr for three years. Cars are banned from the street for most of the day."
    )
    assert not any(stem.startswith("Why") for stem in stems)


def test_a_name_is_not_said_twice(asked: Asked) -> None:
    """“praised Field for her voice” keeps “her”."""
    assert not any("Field's" in stem for stem in asked("Critics in Leeds praised Joan Field for her calm voice."))
