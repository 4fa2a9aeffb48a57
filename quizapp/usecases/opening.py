"""A sitting is opened: what is asked, in which order and with which memory; or an interrupted one goes on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from statistics import median
from typing import Final

from quizapp.history import Database, Transaction, aside, reviews, sessions
from quizapp.history.cards import cards_of
from quizapp.history.reviews import Log
from quizapp.history.sessions import SessionRecord
from quizapp.kit.chance import fresh_seed
from quizapp.kit.clock import Clock
from quizapp.model.item import Bank, Status
from quizapp.model.memory import Card, ItemKey
from quizapp.scheduling.replay import effective
from quizapp.sessions.queue import Candidate, practice_queue, study_queue
from quizapp.sessions.study import begin
from quizapp.usecases.lines import new_session_id
from quizapp.usecases.moment import Given, Moment, Script, Subject
from quizapp.usecases.notebook import Notebook
from quizapp.usecases.outlook import Outlook
from quizapp.usecases.sitting import Sitting

RESUMED_WITHIN: Final = timedelta(hours=24)
"""After a day the schedule has moved on: what is due is asked for anew instead of finishing an old queue."""

USUAL_OF: Final = 200
"""The latest answers that say how long a learner usually takes: about two weeks of them."""

USUAL_FROM: Final = 5
"""Answers of a kind before anything is said about what is usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be studied, and by whom; `scope` is an article's id, or "" for the whole library."""

    history: Database
    clock: Clock
    banks: tuple[Bank, ...]
    scope: str
    title: str
    limit: int
    seed: int | None
    scheduled: bool
    outlook: Callable[[Mapping[ItemKey, Card]], Outlook]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """What the history knows: cards, usual seconds by kind, and the last session of the scope with its lines."""

    cards: Mapping[ItemKey, Card]
    away: frozenset[ItemKey]
    usual: Mapping[str, float]
    session: SessionRecord | None
    log: Log


def open_planned(request: Request) -> Sitting:
    """Go on with an interrupted sitting of the same scope, or begin one with what is due and new."""
    past = _past(request)
    if request.scheduled and (resumed := _resumed(request, past)):
        return resumed
    seed = fresh_seed() if request.seed is None else request.seed
    candidates = [one for one in _candidates(request) if one.key not in past.away]
    known = [replace(one, card=past.cards.get(one.key)) for one in candidates]
    if request.scheduled:
        plan = study_queue(known, now=request.clock.now(), limit=request.limit, seed=seed)
    else:
        plan = practice_queue(known, limit=request.limit, seed=seed)
    return _begun(request, past, plan, seed)


def open_in_order(request: Request) -> Sitting:
    """Begin a sitting over the first questions as they stand in their banks."""
    seed = fresh_seed() if request.seed is None else request.seed
    plan = tuple(one.key for one in _candidates(request))[: request.limit]
    return _begun(request, _past(request), plan, seed)


def _candidates(request: Request) -> Iterator[Candidate]:
    """Every item that a person has not dropped."""
    for bank in request.banks:
        for rank, item in enumerate(bank.items):
            if item.status is not Status.DROPPED:
                key = ItemKey(bank.article.id, item.id)
                yield Candidate(key=key, fact=f"{bank.article.id} {item.fact}", rank=rank, card=None)


def _past(request: Request) -> _Past:
    articles = [bank.article.id for bank in request.banks]
    now = request.clock.now()

    def known(transaction: Transaction) -> _Past:
        away = aside.set_aside(transaction, at=now)
        last = sessions.latest(transaction, scope=request.scope, scheduled=request.scheduled)
        return _Past(
            cards=cards_of(transaction, articles),
            away=away.flagged | away.later,
            usual=_usual(reviews.usual_seconds(transaction, latest=USUAL_OF)),
            session=last,
            log=reviews.log_of_session(transaction, last.id) if last else Log(lines=(), undone=frozenset()),
        )

    return request.history.read(known)


def _usual(times: Mapping[str, list[float]]) -> dict[str, float]:
    return {kind: median(seconds) for kind, seconds in times.items() if len(seconds) >= USUAL_FROM}


def _begun(request: Request, past: _Past, plan: tuple[ItemKey, ...], seed: int) -> Sitting:
    now = request.clock.now()
    record = SessionRecord(
        id=new_session_id(now),
        scope=request.scope,
        scheduled=request.scheduled,
        seed=seed,
        plan=plan,
        started=now,
    )
    notebook = Notebook(request.history)
    notebook.prepare(partial(sessions.begin, session=record))  # kept with the first answer: an empty one is nothing
    return _sitting(request, past, record, Moment(study=begin(plan)), notebook)


def _resumed(request: Request, past: _Past) -> Sitting | None:
    """The last sitting at its first question without an answer; None when it is finished or too long ago."""
    record = past.session
    if record is None or abs(request.clock.now() - record.started) > RESUMED_WITHIN:
        return None
    asked = {one.key for one in _candidates(request)}
    answers = {line.key: line for line in effective(past.log.lines, past.log.undone) if line.key in asked}
    plan = tuple(key for key in record.plan if key in answers or (key in asked and key not in past.away))
    study = begin(plan, {key: line.outcome for key, line in answers.items()})
    if study.current is None:
        return None
    given = {
        key: Given(text=line.given, seconds=line.seconds, card=past.cards.get(key)) for key, line in answers.items()
    }
    return _sitting(request, past, record, Moment(study=study, given=given), Notebook(request.history))


def _sitting(request: Request, past: _Past, record: SessionRecord, moment: Moment, notebook: Notebook) -> Sitting:
    script = Script(
        session=record.id,
        title=request.title,
        seed=record.seed,
        scheduled=request.scheduled,
        subjects={
            ItemKey(bank.article.id, item.id): Subject(item=item, article=bank.article)
            for bank in request.banks
            for item in bank.items
            if item.status is not Status.DROPPED
        },
        cards=past.cards,
        usual=past.usual,
    )
    return Sitting(script, moment, notebook=notebook, clock=request.clock, outlook=request.outlook)
