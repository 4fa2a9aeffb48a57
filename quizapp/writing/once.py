"""What follows from a whole sheet is worked out once for it and not for each of its thousand drafts."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from quizapp.model.fact import Answer, FactSheet

Made = TypeVar("Made")


def once(made: Callable[[FactSheet], Made]) -> Callable[[FactSheet], Made]:
    """Remember what was made of the sheet that was asked for last, which is known by itself and not by its text."""
    last: list[tuple[FactSheet, Made]] = []

    @wraps(made)
    def remembered(sheet: FactSheet) -> Made:
        known = last[-1] if last else None
        if known is None or known[0] is not sheet:
            known = (sheet, made(sheet))
            last[:] = [known]
        return known[1]

    return remembered


@once
def persons_in(sheet: FactSheet) -> set[str]:
    """The names of an article's people, whole and the last word alone."""
    return {name for m in sheet.mentions if m.answer is Answer.PERSON for name in (m.text, *m.aliases[-1:])}


@once
def names_in(sheet: FactSheet) -> set[str]:
    """All that an article names, its people as above."""
    return persons_in(sheet) | {m.text for m in sheet.mentions}
