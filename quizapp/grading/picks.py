"""Several options picked against several keys: ticks, pairs and orders, each with its rule for partial credit."""

from collections.abc import Sequence
from itertools import combinations

from quizapp.kit.durations import counted
from quizapp.model.item import BETWEEN, GatheredItem, MatchingItem, MultipleChoiceItem, OrderingItem, key_text
from quizapp.model.outcome import Outcome
from quizapp.model.response import Grade


def judge_picks(item: GatheredItem, options: Sequence[str]) -> Grade:
    """Judge what was picked; only all right is right, the credit is the share that was.

    Raises:
        ValueError: an option was picked that the item does not have, or, but for a match, one twice.
    """
    match item:
        case MultipleChoiceItem():
            return _ticks(item, options)
        case MatchingItem():
            return _pairs(item, options)
        case OrderingItem():
            return _order(item, options)


def _ticks(item: MultipleChoiceItem, options: Sequence[str]) -> Grade:
    """The share of the right options ticked less the share of the wrong ones, never below 0; ticking all earns 0."""
    known = {*item.keys, *(wrong.text for wrong in item.distractors)}
    if len(set(options)) < len(options) or not set(options) <= known:
        raise ValueError("these are not options of the item")
    ticked = set(options)
    right = len(ticked & set(item.keys))
    wrong = len(ticked) - right
    missing = len(item.keys) - right
    notes = [counted(missing, "right answer") + " not ticked"] if missing else []
    notes += [f"{wrong} ticked that {'is' if wrong == 1 else 'are'} wrong"] if wrong else []
    return _grade(
        item,
        rule="ticks",
        given=BETWEEN.join(options),
        parts=[key in ticked for key in item.keys],
        right=not notes,
        credit=max(0.0, right / len(item.keys) - (wrong / len(item.distractors) if wrong else 0.0)),
        note=", ".join(notes),
    )


def _pairs(item: MatchingItem, options: Sequence[str]) -> Grade:
    """The share of prompts that have their own answer; one answer given to every prompt earns one share."""
    known = {*(pair.answer for pair in item.pairs), *(wrong.text for wrong in item.distractors)}
    if len(options) != len(item.pairs) or not set(options) <= known:
        raise ValueError("a match gives each prompt one of the answers")
    parts = [given == pair.answer for given, pair in zip(options, item.pairs, strict=True)]
    given = BETWEEN.join(f"{pair.prompt}: {option}" for pair, option in zip(item.pairs, options, strict=True))
    return _grade(
        item,
        rule="pairs",
        given=given,
        parts=parts,
        right=all(parts),
        credit=sum(parts) / len(parts),
        note=f"{sum(parts)} of {len(parts)} pairs right",
    )


def _order(item: OrderingItem, options: Sequence[str]) -> Grade:
    """The share of pairs that stand in the right order to each other, less what chance gives (Kendall's tau)."""
    if sorted(options) != sorted(item.keys):
        raise ValueError("an order holds every key once")
    place = {key: number for number, key in enumerate(item.keys)}
    pairs = [place[before] < place[after] for before, after in combinations(options, 2)]
    parts = [given == key for given, key in zip(options, item.keys, strict=True)]
    tau = 2 * sum(pairs) / len(pairs) - 1
    return _grade(
        item,
        rule="order",
        given=BETWEEN.join(options),
        parts=parts,
        right=all(parts),
        credit=max(0.0, tau),
        note=f"{sum(parts)} of {len(parts)} in place",
    )


def _grade(
    item: GatheredItem, *, rule: str, given: str, parts: Sequence[bool], right: bool, credit: float, note: str
) -> Grade:
    return Grade(
        outcome=Outcome.RIGHT if right else Outcome.WRONG,
        rule=rule,
        note="" if right else note,
        given=given,
        expected=key_text(item),
        parts=tuple(Outcome.RIGHT if part else Outcome.WRONG for part in parts),
        credit=credit,
    )
