"""What the answers say of each item: how easy it is, whether it tells who knows, which wrong options nobody picks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median
from typing import Final

from quizapp.model.item import BETWEEN
from quizapp.model.memory import ItemKey, Review

ANSWERS_AT_LEAST: Final = 10
"""Answers before a wrong option that nobody picked counts as dead."""

ALIVE_FROM: Final = 0.05
"""The share of answers that picks a wrong option which does its work (Haladyna and Downing 1993)."""

SITTINGS_AT_LEAST: Final = 5
"""Sittings before anything is said about discrimination; the correlation of fewer is mostly luck."""

OTHERS_AT_LEAST: Final = 2
"""Other items in a sitting before it says how well it went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer of a team or a student in a drill, which no memory follows from.

    `sitting` is one player's run through one drill; what stands apart from `right` is as in a review.
    """

    key: ItemKey
    sitting: str
    kind: str
    given: str
    right: bool
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFigures:
    """One item over all its answers, of which `drilled` were given in drills.

    `facility` is the share right, 0–1 (Moodle's word); `discrimination`, -1 to 1, is the correlation between having it
    right and the share right of the sitting's other items, None where there is too little to tell; `dead` are wrong
    options that are hardly ever picked; `seconds` is the median time of an answer.
    """

    key: ItemKey
    answers: int
    drilled: int
    right: int
    facility: float
    discrimination: float | None
    dead: tuple[str, ...]
    seconds: float


Answer = Review | Reply
"""What counts for an item: a learner's answer, or one given in a drill."""


def item_figures(
    answers: Iterable[Review], *, distractors: Mapping[ItemKey, Sequence[str]], drilled: Iterable[Reply] = ()
) -> tuple[ItemFigures, ...]:
    """The figures of every item with answers, by key.

    Args:
        answers: the log as it counts.
        distractors: the wrong options of each item that shows options; others are left out.
        drilled: what was answered in drills.
    """
    everything: list[Answer] = [*answers, *drilled]
    told = _discriminations(everything)
    of_item: dict[ItemKey, list[Answer]] = defaultdict(list)
    for answer in everything:
        of_item[answer.key].append(answer)
    return tuple(_figures(key, own, told.get(key), distractors.get(key, ())) for key, own in sorted(of_item.items()))


def dead_distractors(answers: Sequence[Answer], distractors: Sequence[str]) -> tuple[str, ...]:
    """The wrong options that less than one answer in twenty picked; none before there are answers enough."""
    if len(answers) < ANSWERS_AT_LEAST:
        return ()
    return tuple(
        text for text in distractors if sum(_picked(answer, text) for answer in answers) < ALIVE_FROM * len(answers)
    )


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's correlation, -1 to 1; None where one side never varies."""
    if not pairs:
        return None
    left, right = fmean(one for one, _ in pairs), fmean(other for _, other in pairs)
    spread = sqrt(sum((one - left) ** 2 for one, _ in pairs) * sum((other - right) ** 2 for _, other in pairs))
    if spread < _NOTHING:
        return None
    product = sum((one - left) * (other - right) for one, other in pairs)
    return max(-1.0, min(1.0, product / spread))


_NOTHING: Final = 1e-9  # what rounding leaves of a spread that is none


def _figures(
    key: ItemKey, answers: Sequence[Answer], discrimination: float | None, distractors: Sequence[str]
) -> ItemFigures:
    right = sum(map(_is_right, answers))
    return ItemFigures(
        key=key,
        answers=len(answers),
        drilled=sum(isinstance(answer, Reply) for answer in answers),
        right=right,
        facility=right / len(answers),
        discrimination=discrimination,
        dead=dead_distractors(answers, distractors),
        seconds=median(answer.seconds for answer in answers),
    )


def _is_right(answer: Answer) -> bool:
    return answer.right if isinstance(answer, Reply) else answer.outcome.counts_as_right


def _sitting(answer: Answer) -> tuple[str, str]:
    """Whose run it was in, drills apart from sittings."""
    return ("drill", answer.sitting) if isinstance(answer, Reply) else ("study", answer.session)


def _discriminations(answers: Iterable[Answer]) -> dict[ItemKey, float | None]:
    """Each item against the rest of the sittings it was in: what is looked at is the first answer of a sitting."""
    sittings: dict[tuple[str, str], dict[ItemKey, bool]] = defaultdict(dict)
    for answer in answers:
        sittings[_sitting(answer)].setdefault(answer.key, _is_right(answer))
    pairs: dict[ItemKey, list[tuple[float, float]]] = defaultdict(list)
    for marks in sittings.values():
        others, right = len(marks) - 1, sum(marks.values())
        for key, known in marks.items():
            if others >= OTHERS_AT_LEAST:
                pairs[key].append((float(known), (right - known) / others))
    return {key: correlation(own) for key, own in pairs.items() if len(own) >= SITTINGS_AT_LEAST}


def _picked(answer: Answer, option: str) -> bool:
    """Whether an option is the answer, or among those picked; a match names each prompt before its answer."""
    given = f"{BETWEEN}{answer.given}{BETWEEN}"
    matched = answer.kind == "matching" and f": {option}{BETWEEN}" in given
    return matched or f"{BETWEEN}{option}{BETWEEN}" in given
