"""Whether a question is still the same: what is right decides it, not the words that ask.

A stem, options, a rationale or evidence may be mended and the memory stays; so may the form of a key: its case, spaces,
quotation marks, dashes and the grouping of its digits. A kind that asks for the same key in another way keeps it, too.
"""

import re
from collections.abc import Collection
from decimal import Decimal, InvalidOperation
from typing import Final

from quizapp.kit.chance import seed_of
from quizapp.kit.text import ALIKE, reading
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

UNKNOWN: Final = ""
"""The fingerprint of answers that were given before any was kept; it fits every question."""

_GROUPING: Final = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")


def fingerprints(item: Item) -> tuple[str, ...]:
    """What an item takes for right, in 16 characters each: its key, then each wording accepted in place of that.

    They lie in learners' histories, so that what is made of a key never changes.
    """
    return tuple(dict.fromkeys((_fingerprint(item), *(_of("key", variant) for variant in _variants(item)))))


def is_about(fingerprint: str, item: Collection[str]) -> bool:
    """Whether an answer or card is about a question as it is now, given by its fingerprints."""
    return fingerprint == UNKNOWN or fingerprint in item


def carried(fingerprint: str, item: tuple[str, ...]) -> str:
    """The fingerprint of the next answer: that of the memory so far where it is still right, else that of the key."""
    return fingerprint if fingerprint in item else item[0]


def _fingerprint(item: Item) -> str:
    match item:
        case ChoiceItem(key=key) | ShortAnswerItem(key=key) | ClozeItem(keys=(key,)):
            return _of("key", key)
        case NumericItem():
            return _of("key", f"{_number(item.value)} {item.unit}")
        case TrueFalseItem(key=key):
            return _of("judged", str(key))
        case ClozeItem(keys=keys):
            return _of("gaps", *keys)
        case MultipleChoiceItem(keys=keys):
            return _of("all of", *sorted(map(_plain, keys)))
        case MatchingItem(pairs=pairs):
            return _of("pairs", *sorted(f"{_plain(pair.prompt)}: {_plain(pair.answer)}" for pair in pairs))
        case OrderingItem(keys=keys):
            return _of("in order", *keys)


def _variants(item: Item) -> tuple[str, ...]:
    """Wordings of the one key; of several gaps each variant fills all, and they count as they are asked."""
    match item:
        case ChoiceItem() | ShortAnswerItem() | NumericItem() | ClozeItem(keys=(_,)):
            return item.accepted
        case _:
            return ()


def _of(shape: str, *keys: str) -> str:
    return f"{seed_of(shape, *map(_plain, keys)):016x}"


def _plain(text: str) -> str:
    """A key without what is only its form."""
    return _GROUPING.sub("", reading(text.translate(ALIKE))).rstrip(" .")


def _number(value: str) -> str:
    """A number without zeros that say nothing."""
    try:
        return f"{Decimal(value).normalize():f}"
    except InvalidOperation:
        return value
