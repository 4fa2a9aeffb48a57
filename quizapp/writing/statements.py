"""A fact as a sentence that stands alone, whole or with a gap for what it is asked for."""

import re
from typing import Final

from quizapp.model.fact import Answer, Fact, FactKind, Key
from quizapp.model.item import GAP
from quizapp.writing.frames import once, stated
from quizapp.writing.phrases import TORN_ADVERB

_STATED: Final = frozenset({FactKind.QUANTITY, FactKind.DATE, FactKind.ACTOR, FactKind.PLACE})
LONGEST_STATEMENT: Final = 30
"""Words that a statement to be judged may have."""
_SHORTEST_STATEMENT: Final = 5


def statement_of(fact: Fact) -> str | None:
    """The fact as a sentence that stands alone, its source in front; None where it has no clause or is too long."""
    clause = fact.clause
    if clause is None or fact.kind not in _STATED or clause.verb.negated:
        return None
    text = once(stated(clause), clause)
    if re.match(r"[Aa]n? [A-Z]", text) or TORN_ADVERB.match(text[:1].upper() + text[1:]):
        return None
    if fact.attribution is not None:
        text = f"According to {fact.attribution.source}, {text}"
    text = text[:1].upper() + text[1:] + "."
    return text if _SHORTEST_STATEMENT <= len(text.split()) <= LONGEST_STATEMENT else None


def with_gap(fact: Fact) -> str | None:
    """The fact's sentence with a gap in place of its key; None where the key does not stand in it just once."""
    text = statement_of(fact)
    if text is None or count(text, fact.key.text) != 1:
        return None
    if fact.kind is FactKind.QUANTITY and not _is_in_one_piece(fact):
        return None
    stem = swap(text, fact.key.text, left_open(fact.key))
    return stem if stem.count(GAP) == 1 and not _BEFORE_NOUN.search(stem) else None


def in_gap(key: Key) -> str:
    """What a gap for a key holds: of a measure the number, its unit stands behind the gap."""
    unit = f" {key.noun}"
    measured = key.answer in {Answer.MEASURE, Answer.DURATION} and key.noun and key.text.endswith(unit)
    return key.text.removesuffix(unit) if measured else key.text


def left_open(key: Key) -> str:
    """A gap for a key, with the unit behind it."""
    return GAP + key.text.removeprefix(in_gap(key))


_BEFORE_NOUN: Final = re.compile(rf"\ban? {re.escape(GAP)} [a-z]")
"""“a claim for a ____ rise”: “pay” fits as well as “7 per cent”."""


def _is_in_one_piece(fact: Fact) -> bool:
    """Whether nothing was left out before a figure: not “from Northgate [, a firm,] worth £2 million”."""
    clause, focus, own = fact.clause, fact.focus, fact.evidence[-1]
    if clause is None or focus is None or focus.part not in clause.after:
        return True
    place = clause.after.index(focus.part)
    if not place:
        return True
    start, end = clause.after[place - 1].span.end, focus.part.span.start
    between = own.quote[max(0, start - own.span.start) : max(0, end - own.span.start)]
    return len(re.findall(r"\w+", between)) <= _LEFT_OUT


_LEFT_OUT: Final = 3
"""Words that a time without a date has, which may be left out anywhere ("on Thursday morning")."""


def count(text: str, key: str) -> int:
    """How often a key stands in a text, as whole words."""
    return len(_whole(key).findall(text))


def swap(text: str, key: str, other: str) -> str:
    """The text with the first place of a key taken by something else."""
    swapped = _whole(key).sub(lambda _: other, text, count=1)
    return swapped[:1].upper() + swapped[1:]


def _whole(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,]){re.escape(key)}(?!\w)", re.IGNORECASE)
