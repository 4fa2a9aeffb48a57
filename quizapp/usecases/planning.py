"""What is asked today: candidates from the banks and the history, the day's plan, and why it may be empty."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from quizapp.history import Transaction, reviews
from quizapp.kit.durations import counted
from quizapp.model.aim import Aim, Among, Limits, Practice
from quizapp.model.form import Form
from quizapp.model.memory import Card, ItemKey, Review
from quizapp.scheduling.replay import effective
from quizapp.sessions.practice import ahead, first_of, hardest, missed, practice_queue
from quizapp.sessions.queue import Candidate, Done, done_today, study_queue, waiting
from quizapp.usecases.sameness import Asked, about_these


class Pool(NamedTuple):
    """What a sitting chooses from: candidates with their cards, those set aside left out, and what today had."""

    candidates: tuple[Candidate, ...]
    done: Done


def candidates_about(article: str, items: Iterable[tuple[str, str, Form]]) -> Iterator[Candidate]:
    """An article's items, each given by its id, its fact and its form in the order of the bank, as if they were new."""
    for rank, (item, fact, form) in enumerate(items):
        yield Candidate(key=ItemKey(article, item), fact=f"{article} {fact}", rank=rank, card=None, form=form)


def answered_today(transaction: Transaction, *, now: datetime, asked: Asked) -> tuple[ItemKey, ...]:
    """The items of today's scheduled answers to questions as they are now, one an answer.

    `now` knows the learner's time zone.
    """
    log = reviews.log_since(transaction, now.replace(hour=0, minute=0, second=0, microsecond=0))
    answers = about_these(effective(log.lines, log.undone), asked)
    return tuple(answer.key for answer in answers if answer.scheduled)


def pool_of(
    candidates: Iterable[Candidate],
    *,
    cards: Mapping[ItemKey, Card],
    away: frozenset[ItemKey],
    answered: Iterable[ItemKey],
) -> Pool:
    """What there is to choose from; what was set aside after its answer still counts as asked today."""
    known = [one._replace(card=card) if (card := cards.get(one.key)) else one for one in candidates]
    done = done_today(known, answered)
    return Pool(candidates=tuple(one for one in known if one.key not in away), done=done)


def study_plan(pool: Pool, *, now: datetime, limits: Limits, aim: Aim, seed: int) -> tuple[tuple[ItemKey, ...], str]:
    """The queue of a sitting, and what to say where it is empty."""
    plan = study_queue(pool.candidates, now=now, seed=seed, limits=limits, aim=aim, done=pool.done)
    if plan:
        return plan, ""
    unseen = waiting(pool.candidates, now=now, limits=limits, aim=aim, done=pool.done).unseen
    later = f"Nothing is due; {counted(unseen, 'new question')} {'waits' if unseen == 1 else 'wait'} for another day."
    return plan, later if unseen else "Nothing is due now, and nothing is new."


def practice_plan(
    pool: Pool, practice: Practice, answers: Sequence[Review], *, now: datetime, limit: int, aim: Aim, seed: int
) -> tuple[tuple[ItemKey, ...], str]:
    """The queue of practice, and what to say where it is empty."""
    match practice.among:
        case Among.ANY:
            return practice_queue(pool.candidates, limit=limit, seed=seed), "There is no question to practise."
        case Among.MISSED:
            found, nothing = missed(pool.candidates, answers), "Nothing is missed: every last answer was right."
        case Among.HARDEST:
            found, nothing = hardest(pool.candidates, answers), "Nothing is hard: nothing was ever missed."
        case Among.AHEAD:
            found = ahead(pool.candidates, now=now, days=practice.days, aim=aim)
            nothing = f"Nothing falls due within {counted(practice.days, 'day')}."
    return first_of(found, limit=limit, seed=seed), nothing


def still_to_ask(pool: Pool, *, now: datetime, limits: Limits, aim: Aim) -> frozenset[ItemKey]:
    """What an older plan may still ask: what is due or new today, as a new plan would see it."""
    today = waiting(pool.candidates, now=now, limits=limits, aim=aim, done=pool.done)
    return frozenset(one.key for one in (*today.due, *today.new))
