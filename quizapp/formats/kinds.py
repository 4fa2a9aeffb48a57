"""An item's kind as a package notes it where no reader looks, with the number of a quantity, and back."""

import re
from dataclasses import dataclass
from typing import Final

from quizapp.formats.quotes import flat
from quizapp.model.fact import Hedge
from quizapp.model.item import Item, NumericItem

_BETWEEN: Final = " | "
_NUMBER: Final = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?")
_HEDGES: Final = {str(hedge): hedge for hedge in Hedge}


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A kind, and of a number what it is: a plain decimal, its unit, and how exact it is."""

    kind: str
    value: str = ""
    unit: str = ""
    hedge: Hedge = Hedge.EXACT


def note_of(item: Item) -> str:
    """The note of an item, on one line."""
    if isinstance(item, NumericItem):
        return _BETWEEN.join((item.kind, item.value, item.hedge, flat(item.unit).strip()))
    return item.kind


def read_note(text: str) -> Noted:
    """What a note says; a number that is none makes the question one to answer in words."""
    kind, *number = text.strip().split(_BETWEEN.strip(), 3)
    value, hedge, unit = (each.strip() for each in (*number, "", "", "")[:3])
    if kind.strip() != "numeric":
        return Noted(kind=kind.strip())
    return (
        Noted(kind="numeric", value=value, unit=unit, hedge=_HEDGES.get(hedge, Hedge.EXACT))
        if is_number(value)
        else Noted(kind="short")
    )


def is_number(text: str) -> bool:
    """Whether a text is a plain decimal, as a bank keeps it."""
    return bool(_NUMBER.fullmatch(text))
