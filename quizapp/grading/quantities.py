"""A typed number against the one in the article: the value exact, the unit the same, a hedge no contradiction."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quizapp.grading.numbers import Quantity, parse_quantity
from quizapp.grading.units import UNDERSTOOD, is_measure, unit_word
from quizapp.grading.verdict import Verdict
from quizapp.grading.words import words
from quizapp.model.fact import Hedge
from quizapp.model.item import NumericItem
from quizapp.model.response import Outcome

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


def wanted_in(text: str, *, stem: str) -> Wanted | None:
    """What an answer in words asks for when it is a number; None when it is none."""
    quantity = parse_quantity(text)
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
    quantity = parse_quantity(given, metres="metre" in wanted.unit)
    if quantity is None:
        return _verdict(Outcome.WRONG, "not a number", wanted, note="that does not read as a number")
    if quantity.value not in wanted.values:
        return _verdict(Outcome.WRONG, "number", wanted)
    if not _compatible(quantity.hedge, wanted.hedge):
        said = "exactly that" if wanted.hedge is Hedge.EXACT else f"“{wanted.hedge}”"
        return _verdict(Outcome.WRONG, "hedge", wanted, note=f"the article says {said}")
    return _judge_unit(quantity, wanted)


def _judge_unit(quantity: Quantity, wanted: Wanted) -> Verdict:
    if any(word not in wanted.unit and word not in wanted.around for word in quantity.unit):
        return _verdict(Outcome.WRONG, "unit", wanted, note="the number is right, the unit is not")
    measured = any(is_measure(word) for word in wanted.unit)
    if quantity.unit or not measured or wanted.stated:
        return _verdict(Outcome.RIGHT, "number", wanted)
    if UNDERSTOOD.isdisjoint(wanted.unit):
        return _verdict(Outcome.WRONG, "unit", wanted, note="the number is right, the unit is missing")
    return _verdict(Outcome.CLOSE, "unit", wanted, note="the unit is missing; it counts as right")


def _verdict(outcome: Outcome, rule: str, wanted: Wanted, *, note: str = "") -> Verdict:
    return Verdict(outcome=outcome, rule=rule, expected=wanted.text, note=note)


def _compatible(given: Hedge, wanted: Hedge) -> bool:
    """Whether a hedge that was typed contradicts the article's; saying none, or "about", never does."""
    if given in {Hedge.EXACT, Hedge.ABOUT}:
        return True
    return any({given, wanted} <= side for side in (_MORE, _LESS))


def _shared(text: str) -> frozenset[str]:
    return frozenset(unit_word(word) for word in words(text))
