"""What happens if, and of what is always so what happens when."""

from collections.abc import Callable

import pytest

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "When the urine becomes too concentrated, crystals may form in the kidney.",
            "What may happen when the urine becomes too concentrated?",
            "crystals may form in the kidney",
        ),
        (
            "If a plant loses too much water, the pressure drops and the plant wilts.",
            "What happens if a plant loses too much water?",
            "the pressure drops and the plant wilts",
        ),
        (
            "When a fast electron hits an atom of gas, it passes on some of its energy.",
            "What happens when a fast electron hits an atom of gas?",
            "it passes on some of its energy",
        ),
        (
            "Once the contract is approved by the board, the company will repay the whole loan.",
            "What will happen once the contract is approved by the board?",
            "the company will repay the whole loan",
        ),
    ],
)
def test_a_rule_is_asked_by_its_condition(asked: Asked, text: str, stem: str, key: str) -> None:
    """The condition is the question, all that follows from it the answer."""
    assert asked(text).get(stem) == key


@pytest.mark.parametrize(
    "text",
    [
        "When the bell rang in Leeds, the children ran into the yard.",
        "If one becomes blocked, the water runs down the outside of the tube.",
        "When the chair stops, the fluid moves on, but the flap springs back at once.",
        "When the first train came in, the band at Leeds station plays a march.",
    ],
)
def test_what_happened_once_is_no_rule(asked: Asked, text: str) -> None:
    """What happened then, what “one” is, and what turns against itself is not asked so."""
    assert not any(stem.startswith(("What happens", "What happened")) for stem in asked(text))
