"""A typed number against the one in the article: the value exact, the unit the same, a hedge no contradiction."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from quizapp.grading.numbers import Quantity, parse_quantity
from quizapp.grading.units import NATIONS, UNDERSTOOD, is_measure, unit_word
from quizapp.grading.verdict import Verdict
from quizapp.grading.vocabulary import CARDINALS, EXACT
from quizapp.grading.words import words
from quizapp.model.fact import Hedge
from quizapp.model.item import NumericItem
from quizapp.model.outcome import Outcome

_MORE: Final = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
_LESS: Final = frozenset({Hedge.LESS_THAN, Hedge.UP_TO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a number must say.

    Either value counts: in "billion euros" both 56 and 56,000,000,000. `stated` says that the learner can see the unit,
    `around` which other words may go with the number.
    """

    text: str
    values: frozenset[Decimal]
    unit: tuple[str, ...]
    hedge: Hedge
    stated: bool
    around: frozenset[str]


def wanted_by(item: NumericItem) -> Wanted:
    """What a numeric item asks for."""
    field = parse_quantity(f"1 {item.unit}", metres=True) if item.unit else None
    written = parse_quantity(item.key)
    value, scale = Decimal(item.value), field.value if field else Decimal(1)
    unit = field.unit if field else written.unit if written else ()
    seen = _shared(item.stem)
    return Wanted(
        text=item.key,
        values=frozenset({value, value * scale}),
        unit=unit,
        hedge=item.hedge,
        stated=bool(item.unit) or not seen.isdisjoint(unit),
        around=seen | _shared(item.key),
    )


@lru_cache(maxsize=1024)
def wanted_in(text: str, *, stem: str) -> Wanted | None:
    """What an answer in words asks for when it is a number; None when it is none."""
    quantity = _parsed(text)
    if quantity is None:
        return None
    seen = _shared(stem)
    return Wanted(
        text=text,
        values=frozenset({quantity.value}),
        unit=quantity.unit,
        hedge=quantity.hedge,
        stated=not seen.isdisjoint(quantity.unit),
        around=seen | _shared(text),
    )


def judge_quantity(given: str, wanted: Wanted) -> Verdict:
    """The verdict on a typed number; nothing about it is ever fuzzy."""
    quantity = _parsed(given, metres="metre" in wanted.unit)
    if quantity is None:
        return _verdict(Outcome.WRONG, "not a number", wanted, note="that does not read as a number")
    if _is_same_share(given, quantity, wanted):
        return _verdict(Outcome.RIGHT, "number", wanted)
    if quantity.value not in wanted.values:
        return _verdict(Outcome.WRONG, "number", wanted)
    if not _compatible(quantity.hedge, wanted.hedge) or (wanted.hedge is not Hedge.EXACT and _PRECISELY.match(given)):
        said = "exactly that" if wanted.hedge is Hedge.EXACT else f"“{wanted.hedge}”"
        return _verdict(Outcome.WRONG, "hedge", wanted, note=f"the article says {said}")
    return _judge_unit(quantity, wanted)


def other_unit(given: str, item: NumericItem) -> str:
    """The unit that was typed where another one is asked for, as it was typed; empty where it fits or there is none.

    What is only the beginning of the right unit may still become it.
    """
    if not item.unit:
        return ""
    wanted = wanted_by(item)
    quantity = _parsed(given, metres="metre" in wanted.unit)
    if quantity is None:
        return ""
    theirs = {*_parts(wanted.unit), *wanted.around}
    wrong = {word for word in _parts(quantity.unit) if word not in theirs}
    typed = [word for word in words(given) if unit_word(word) in wrong]
    if not wrong or any(item.unit.lower().startswith(word) for word in typed):
        return ""
    return " ".join(typed or sorted(wrong))


def _is_same_share(given: str, quantity: Quantity, wanted: Wanted) -> bool:
    """Whether one says as a fraction what the other says in percent; “0.38” is no way to say 38 percent."""
    if quantity.hedge is not wanted.hedge:
        return False
    if quantity.unit == _PERCENT and not wanted.unit:
        return any(0 < value < 1 and value * 100 == quantity.value for value in wanted.values)
    fraction = not quantity.unit and 0 < quantity.value < 1 and "." not in given
    return fraction and wanted.unit == _PERCENT and quantity.value * 100 in wanted.values


def _parsed(text: str, *, metres: bool = False) -> Quantity | None:
    """The quantity; “one in five” and “three out of four” are fractions."""
    share = _SHARE.fullmatch(text)
    if share:
        part, whole = (CARDINALS.get(word.lower(), word) for word in share.groups())
        if part.isdecimal() and whole.isdecimal() and int(part) < int(whole):
            return parse_quantity(f"{part}/{whole}")
    return parse_quantity(text, metres=metres)


_SHARE: Final = re.compile(r"\s*(\w+) (?:in|of|out of) (\w+)[\s.]*")
_PERCENT: Final = ("percent",)


def _judge_unit(quantity: Quantity, wanted: Wanted) -> Verdict:
    ours, theirs = _parts(quantity.unit), _parts(wanted.unit)
    if ours[:2] == _DOLLARS and "dollar" in theirs and _NATIONS.isdisjoint(theirs):
        ours = ours[1:]  # a dollar of no named country
    if any(word not in theirs and word not in wanted.around for word in ours):
        return _verdict(Outcome.WRONG, "unit", wanted, note="the number is right, the unit is not")
    if not wanted.stated and (half := _left_out(ours, theirs)):
        return _verdict(Outcome.WRONG, "unit", wanted, note=f"still missing: {half}")
    measured = any(is_measure(word) for word in wanted.unit)
    if quantity.unit or not measured or wanted.stated:
        return _verdict(Outcome.RIGHT, "number", wanted)
    if UNDERSTOOD.isdisjoint(wanted.unit):
        return _verdict(Outcome.WRONG, "unit", wanted, note="the number is right, the unit is missing")
    return _verdict(Outcome.CLOSE, "unit", wanted, note="the unit is missing; it counts as right")


_DOLLARS: Final = ("us", "dollar")
_NATIONS: Final = frozenset(NATIONS.values())


def _parts(unit: tuple[str, ...]) -> tuple[str, ...]:
    """A unit part by part: “litre/day” and “litre a day” are one."""
    return tuple(part for word in unit for part in word.split("/"))


def _left_out(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """The half of a unit without which the number says something else; empty where it is there."""
    halves = [word for word in theirs if word in _HALVES or (ours and _tells(word, theirs))]
    return next((word for word in halves if word not in ours), "")


def _tells(word: str, unit: tuple[str, ...]) -> bool:
    """Whether a word of a unit says which of several things of that number it is: a day, or “northern”."""
    return word in EXACT or (word in _TIMES and word != unit[0])


_HALVES: Final = frozenset({"am", "pm"})
_TIMES: Final = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "night"})
"""What a rate is by."""


def _verdict(outcome: Outcome, rule: str, wanted: Wanted, *, note: str = "") -> Verdict:
    return Verdict(outcome=outcome, rule=rule, expected=wanted.text, note=note)


_PRECISELY: Final = re.compile(r"\s*(?:exactly|precisely)\b", re.IGNORECASE)


def _compatible(given: Hedge, wanted: Hedge) -> bool:
    """Whether a hedge that was typed contradicts the article's; saying none, or "about", never does."""
    if given in {Hedge.EXACT, Hedge.ABOUT}:
        return True
    return any({given, wanted} <= side for side in (_MORE, _LESS))


def _shared(text: str) -> frozenset[str]:
    return frozenset(unit_word(word) for word in words(text))
