"""A hint that helps without giving the answer away."""

import re
from decimal import Decimal
from random import Random
from typing import Final

from quizapp.kit.chance import dice
from quizapp.model.item import (
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    TrueFalseItem,
)
from quizapp.model.memory import ItemKey

_HIDDEN: Final = "·"
_WORD: Final = re.compile(r"\w+")

YEARS: Final = range(1000, 2100)
"""Whole numbers that read as years when no unit goes with them."""

_YEAR_SPREAD: Final = 20
_SPREAD: Final = Decimal("0.6")  # of the value: wide enough that the middle is no answer
_DIGITS_KEPT: Final = 2


def hint_for(item: Item, *, key: ItemKey, seed: int) -> str | None:
    """One line, the same whenever it is asked for in one sitting; None where any hint would be the answer.

    A choice rules out one wrong option, words show their first letters, a number gets a range, an order its first
    thing, a match one pair.
    """
    luck = dice(seed, "hint", key.article, key.item)
    match item:
        case ChoiceItem(distractors=distractors) | MultipleChoiceItem(distractors=distractors) if distractors:
            distractor = luck.choice(distractors)
            return f"Not “{distractor.text}”. {distractor.why}".rstrip()
        case ShortAnswerItem(key=words):
            return first_letters(words)
        case ClozeItem(keys=keys):
            return ", ".join(first_letters(words) for words in keys)
        case NumericItem(value=value, unit=unit) if Decimal(value):
            return _range(Decimal(value), unit, luck)
        case OrderingItem(keys=keys):
            return f"First: {keys[0]}"
        case MatchingItem(pairs=pairs):
            pair = luck.choice(pairs)
            return f"{pair.prompt}: {pair.answer}"
        case ChoiceItem() | MultipleChoiceItem() | TrueFalseItem() | NumericItem():
            return None


def first_letters(words: str) -> str:
    """The words with every letter and digit but the first of each hidden: "M··· B·· of"."""
    return _WORD.sub(lambda match: match.group()[0] + _HIDDEN * (len(match.group()) - 1), words)


def _range(value: Decimal, unit: str, luck: Random) -> str:
    """Two round numbers around a value, which lies anywhere between them."""
    whole = value == value.to_integral_value()
    if whole and not unit and int(value) in YEARS:
        below = luck.randrange(_YEAR_SPREAD)
        return f"between {int(value) - below} and {int(value) - below + _YEAR_SPREAD}"
    width = abs(value) * _SPREAD
    low = _rounded(value - width * Decimal(luck.randrange(1, 10)) / 10)
    high = _rounded(value + width)
    return f"between {low:,f} and {high:,f} {unit}".rstrip()


def _rounded(value: Decimal) -> Decimal:
    """Two digits of precision, so that the ends are round numbers."""
    place = value.adjusted() - _DIGITS_KEPT + 1
    return round(value.scaleb(-place)) * Decimal(10) ** place
