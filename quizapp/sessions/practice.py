"""What practice asks: anything, what was missed, what is hardest, what falls due soon; the schedule stays as it is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from quizapp.kit.chance import dice
from quizapp.model.aim import USUAL_AIM, Aim
from quizapp.model.memory import ItemKey, Review
from quizapp.scheduling.aiming import aimed
from quizapp.scheduling.forecast import due_from, is_due
from quizapp.sessions.queue import Candidate, spread


def practice_queue(candidates: Iterable[Candidate], *, limit: int, seed: int) -> tuple[ItemKey, ...]:
    """Anything at all, mixed by the seed, up to a limit of questions."""
    return first_of(_mixed(sorted(candidates, key=lambda item: item.key), seed), limit=limit, seed=seed)


def first_of(chosen: Sequence[Candidate], *, limit: int, seed: int) -> tuple[ItemKey, ...]:
    """The first of a choice up to a limit, mixed by the seed; no fact a second time before every other was asked."""
    first, again = _once_a_fact(chosen)
    kept = [*_mixed(first[:limit], seed), *_mixed(again[: max(limit - len(first), 0)], seed)]
    return tuple(item.key for item in spread(kept))


def _once_a_fact(chosen: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The first item about each fact, and the others: their answers were just seen."""
    first: dict[str, Candidate] = {}
    again = [item for item in chosen if first.setdefault(item.fact, item) is not item]
    return list(first.values()), again


def missed(candidates: Iterable[Candidate], answers: Sequence[Review]) -> list[Candidate]:
    """Items whose last answer, in study or in practice, was a miss; the latest miss first."""
    last = {answer.key: (place, answer) for place, answer in enumerate(answers)}
    found = [item for item in candidates if item.key in last and not last[item.key][1].outcome.counts_as_right]
    return sorted(found, key=lambda item: -last[item.key][0])


def hardest(candidates: Iterable[Candidate], answers: Iterable[Review]) -> list[Candidate]:
    """Items that were ever missed, the smallest share right first.

    Each counts as if it had been answered once more right and once more wrong, so that one miss is not the hardest of
    all (Laplace).
    """
    right: Counter[ItemKey] = Counter()
    wrong: Counter[ItemKey] = Counter()
    for answer in answers:
        (right if answer.outcome.counts_as_right else wrong)[answer.key] += 1

    def share(key: ItemKey) -> float:
        return (right[key] + 1) / (right[key] + wrong[key] + 2)

    return sorted((item for item in candidates if wrong[item.key]), key=lambda item: (share(item.key), item.key))


def ahead(candidates: Iterable[Candidate], *, now: datetime, days: int, aim: Aim = USUAL_AIM) -> list[Candidate]:
    """Items not due yet that fall due within so many of the learner's days after today; the soonest first."""
    last = now.date() + timedelta(days=days)
    cards = [(aimed(item.card, aim, now=now), item) for item in candidates if item.card]
    coming = [
        (due_from(card, now), item.key, item)
        for card, item in cards
        if not is_due(card, now) and card.due.astimezone(now.tzinfo).date() <= last
    ]
    return [item for _, _, item in sorted(coming, key=lambda one: one[:2])]


def _mixed(candidates: Sequence[Candidate], seed: int) -> list[Candidate]:
    mixed = list(candidates)
    dice(seed, "order").shuffle(mixed)
    return mixed
