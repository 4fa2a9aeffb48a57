"""How an answer is given and what a person decided: what a list of questions tells without the questions."""

from enum import StrEnum
from typing import Final


class Status(StrEnum):
    """What a person has decided about an item."""

    NEW = "new"
    KEPT = "kept"
    DROPPED = "dropped"


class Form(StrEnum):
    """How an answer is given."""

    TYPED = "typed"
    GAPS = "gaps"
    PICKED = "picked"


def form_of(kind: str) -> Form:
    """The form of a kind of item."""
    return _FORMS.get(kind, Form.PICKED)


_FORMS: Final = {"short": Form.TYPED, "numeric": Form.TYPED, "cloze": Form.GAPS}
