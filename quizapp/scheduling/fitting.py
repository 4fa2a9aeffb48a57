"""FSRS's parameters fitted to a learner's own log, and whether they foretell better what is remembered.

The fitting is done by fsrs-rs, which Anki uses; it comes with the extra `fit`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from math import log, sqrt
from operator import sub
from statistics import fmean, stdev
from typing import TYPE_CHECKING, Final

from quizapp.model.memory import ItemKey, Parameters, Rating, Review
from quizapp.scheduling.replay import effective, moves
from quizapp.scheduling.schedule import passed, retrievability

if TYPE_CHECKING:
    from fsrs_rs_python import FSRSItem

RECALLS_AT_LEAST: Final = 400
"""Answers after a day or more before anything is fitted: what FSRS's guide to Anki asks for, of 400 to 1,000."""

HELD_OUT: Final = 0.2
"""The latest share of them, which the fitting never sees and by which it is judged."""

_SURE: Final = 1e-6  # of a chance, so that one answer that was held impossible does not decide alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Parameters fitted to the earlier answers, and the log loss on the held-out ones under the old and under them.

    Log loss is the mean surprise of an answer, in nats; the smaller, the better the chances were foretold. `error` is
    the standard error of the difference between the two.
    """

    parameters: Parameters
    fitted_to: int
    held_out: int
    before: float
    after: float
    error: float

    @property
    def better(self) -> bool:
        """Whether the held-out answers speak for the new parameters, by more than a standard error.

        Of learners whose memory is the usual one, simulated, 10 in 30 would get other parameters by luck without that,
        and 3 in 30 with it.
        """
        return self.before - self.after > self.error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recall:
    """An answer after a day or more: its place in the log, the chance foretold, and whether it was remembered."""

    place: int
    chance: float
    remembered: bool


def can_fit() -> bool:
    """Whether the extra is installed."""
    return find_spec("fsrs_rs_python") is not None


def count_recalls(lines: Sequence[Review], undone: Collection[str] = ()) -> int:
    """How many answers of a log tell how memory fades: those after a day or more."""
    return sum(1 for _ in _recalls(_scheduled(lines, undone), None))


def fit(lines: Sequence[Review], undone: Collection[str] = (), *, present: Parameters | None = None) -> Fit:
    """Fit parameters to the earlier answers of a log, and compare them with the present ones on the latest.

    Raises:
        ValueError: there are fewer recalls than RECALLS_AT_LEAST.
    """
    answers = _scheduled(lines, undone)
    before = list(_recalls(answers, present))
    if len(before) < RECALLS_AT_LEAST:
        raise ValueError(f"{len(before)} recalls are too few")
    held_out = round(len(before) * HELD_OUT)
    border = before[-held_out].place
    parameters = _computed(answers[:border])
    old = [_surprise(recall) for recall in before[-held_out:]]
    new = [_surprise(recall) for recall in _recalls(answers, parameters) if recall.place >= border]
    return Fit(
        parameters=parameters,
        fitted_to=len(before) - held_out,
        held_out=held_out,
        before=fmean(old),
        after=fmean(new),
        error=stdev(map(sub, old, new)) / sqrt(held_out),
    )


def _surprise(recall: _Recall) -> float:
    """How surprising it is that something was remembered or not, in nats."""
    chance = min(max(recall.chance, _SURE), 1 - _SURE)
    return -log(chance if recall.remembered else 1 - chance)


def _scheduled(lines: Sequence[Review], undone: Collection[str]) -> tuple[Review, ...]:
    return tuple(answer for answer in effective(lines, undone) if answer.scheduled)


def _recalls(answers: Sequence[Review], parameters: Parameters | None) -> Iterator[_Recall]:
    for place, move in enumerate(moves(answers, parameters=parameters)):
        before, answer = move.before, move.review
        if before is not None and (answer.at - before.last_review).days > 0:
            chance = retrievability(before, before.last_review + passed(before, answer.at))
            yield _Recall(place=place, chance=chance, remembered=answer.rating is not Rating.AGAIN)


def _computed(answers: Sequence[Review]) -> Parameters:
    """What fsrs-rs makes of some answers."""
    from fsrs_rs_python import FSRS  # an extra, and 10 ms

    found = FSRS([]).compute_parameters(list(_items(answers)), num_relearning_steps=1)
    return tuple(map(float, found))


def _items(answers: Sequence[Review]) -> "Iterator[FSRSItem]":
    """Each recall with all that was answered to its card until then, by whole days as the schedule counts them."""
    from fsrs_rs_python import FSRSItem, FSRSReview

    cards: dict[ItemKey, list[tuple[Rating, int]]] = defaultdict(list)
    for move in moves(answers):
        own = cards[move.review.key]
        if move.before is None:  # a changed key began anew
            own.clear()
        days = passed(move.before, move.review.at).days if move.before else 0
        own.append((move.review.rating, days))
        if days:
            yield FSRSItem([FSRSReview(*one) for one in own])
