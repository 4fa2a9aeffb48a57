"""A sitting is opened: what is asked, in which order and with which memory; or an interrupted one goes on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Final

from quizapp.history import Database, Transaction, aside, reviews, sessions
from quizapp.history.cards import cards_of
from quizapp.history.fits import fitted
from quizapp.history.names import note_name
from quizapp.history.reviews import Log
from quizapp.history.sessions import SessionRecord
from quizapp.kit.chance import fresh_seed
from quizapp.kit.clock import Clock
from quizapp.model.aim import USUAL_AIM, USUAL_LIMITS, Aim, Limits, Practice
from quizapp.model.item import Form
from quizapp.model.memory import Card, ItemKey, Parameters, Review
from quizapp.model.setting import Settings
from quizapp.scheduling.replay import effective
from quizapp.sessions.queue import mixed
from quizapp.sessions.study import begin
from quizapp.usecases.failing import items_as_asked, last_forms
from quizapp.usecases.learners import name_to_note
from quizapp.usecases.lines import new_session_id
from quizapp.usecases.moment import Given, Moment, Script, Subject
from quizapp.usecases.notebook import Notebook
from quizapp.usecases.offering import Offer, asked_among, candidates_in
from quizapp.usecases.outlook import Outlook
from quizapp.usecases.pausing import RESUMED_WITHIN
from quizapp.usecases.planning import (
    Pool,
    answered_today,
    pool_of,
    practice_plan,
    still_to_ask,
    study_plan,
)
from quizapp.usecases.sameness import Asked, about_these, memory_of
from quizapp.usecases.sitting import Sitting
from quizapp.usecases.soonest import Stock, soonest_due

USUAL_OF: Final = 200
"""The latest answers that say how long a learner usually takes: about two weeks of them."""

USUAL_FROM: Final = 5
"""Answers of a kind before anything is said about what is usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be studied, and by whom; `scope` is an article's id, or "" for the whole library.

    The name of the `learner` is noted in the history. With `practice` the questions are outside the schedule.
    """

    history: Database
    learner: str
    clock: Clock
    offers: tuple[Offer, ...]
    scope: str
    title: str
    seed: int | None
    outlook: Callable[[Mapping[ItemKey, Card]], Outlook]
    limits: Limits = USUAL_LIMITS
    aim: Aim = USUAL_AIM
    practice: Practice | None = None
    settings: Callable[[], Settings] = Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """What the history knows: cards, usual seconds by kind, and the last session of the scope with what was `given`.

    `today` names the items of today's scheduled answers, `last` the form in which failing ones were asked last;
    `answers` is the whole log as it counts, for practice. Cards and answers of a key that has changed are left out;
    `anew` are its items. Where what is due fills a new sitting, `soonest` is what it asks, and only the cards of the
    articles that it asks about are there.
    """

    cards: Mapping[ItemKey, Card]
    anew: frozenset[ItemKey]
    away: frozenset[ItemKey]
    usual: Mapping[str, float]
    session: SessionRecord | None
    given: tuple[Review, ...]
    today: tuple[ItemKey, ...]
    last: Mapping[ItemKey, Form]
    answers: tuple[Review, ...]
    parameters: Parameters | None
    soonest: tuple[ItemKey, ...] | None


def open_planned(request: Request) -> Sitting:
    """Go on with an interrupted sitting of the same scope, or begin one with what is due and new, or with practice."""
    past, now = _past(request), request.clock.now()
    seed = fresh_seed() if request.seed is None else request.seed
    if past.soonest is not None:
        return _begun(request, past, tuple(mixed(past.soonest, seed)), seed)
    pool = pool_of(candidates_in(request.offers), cards=past.cards, away=past.away, answered=past.today)
    if request.practice is None and (resumed := _resumed(request, past, pool)):
        return resumed
    limits, aim = request.limits, request.aim
    if request.practice is None:
        plan, nothing = study_plan(pool, now=now, limits=limits, aim=aim, seed=seed)
    else:
        plan, nothing = practice_plan(
            pool, request.practice, past.answers, now=now, limit=limits.questions, aim=aim, seed=seed
        )
    return _begun(request, past, plan, seed, nothing=nothing)


def open_interrupted(request: Request) -> Sitting | None:
    """Go on with an interrupted sitting of the same scope; None where there is none."""
    past = _past(request)
    pool = pool_of(candidates_in(request.offers), cards=past.cards, away=past.away, answered=past.today)
    return _resumed(request, past, pool)


def open_in_order(request: Request) -> Sitting:
    """Begin a sitting over the first questions as they stand in their banks."""
    seed = fresh_seed() if request.seed is None else request.seed
    plan = tuple(one.key for one in candidates_in(request.offers))[: request.limits.questions]
    return _begun(request, _past(request), plan, seed)


def _past(request: Request) -> _Past:
    now, scheduled = request.clock.now(), request.practice is None
    asked = asked_among(request.offers)

    def known(transaction: Transaction) -> _Past:
        set_aside = aside.set_aside(transaction, at=now)
        away = set_aside.flagged | set_aside.later
        last = sessions.latest(transaction, scope=request.scope, scheduled=scheduled)
        given = _counting(reviews.log_of_session(transaction, last.id), asked) if last else ()
        today = answered_today(transaction, now=now, asked=asked)
        soonest = None
        if _begins_anew(request, last, given):
            stock = Stock(request.offers, away=away, asked=asked)
            soonest = soonest_due(transaction, stock, answered=today, now=now, limits=request.limits, aim=request.aim)
        every = (offer.article for offer in request.offers)
        articles = every if soonest is None else sorted({key.article for key in soonest})
        memory = memory_of(cards_of(transaction, articles), asked)
        return _Past(
            cards=memory.cards,
            anew=memory.changed,
            away=away,
            usual=_usual(reviews.usual_seconds(transaction, latest=USUAL_OF)),
            session=last,
            given=given,
            today=today,
            last=last_forms(transaction, memory.cards) if scheduled else {},
            answers=() if scheduled else _counting(reviews.whole_log(transaction), asked),
            parameters=fitted(transaction),
            soonest=soonest,
        )

    return request.history.read(known)


def _begins_anew(request: Request, last: SessionRecord | None, given: tuple[Review, ...]) -> bool:
    """Whether several articles are studied and no sitting can be gone on with, as far as can be told without a plan."""
    over = last is None or {line.key for line in given}.issuperset(last.plan)
    return request.practice is None and len(request.offers) > 1 and (over or _too_long_ago(request, last))


def _too_long_ago(request: Request, last: SessionRecord | None) -> bool:
    return last is not None and abs(request.clock.now() - last.started) > RESUMED_WITHIN


def _counting(log: Log, asked: Asked) -> tuple[Review, ...]:
    return about_these(effective(log.lines, log.undone), asked)


def _usual(times: Mapping[str, list[float]]) -> dict[str, float]:
    return {kind: median(seconds) for kind, seconds in times.items() if len(seconds) >= USUAL_FROM}


def _begun(request: Request, past: _Past, plan: tuple[ItemKey, ...], seed: int, *, nothing: str = "") -> Sitting:
    now = request.clock.now()
    subjects = _subjects(request, past, plan)
    plan = tuple(key for key in plan if key in subjects)  # a bank may have changed since it was listed
    record = SessionRecord(
        id=new_session_id(now),
        scope=request.scope,
        scheduled=request.practice is None,
        seed=seed,
        plan=plan,
        started=now,
    )
    notebook = Notebook(request.history)
    notebook.prepare(partial(sessions.begin, session=record))  # kept with the first answer: an empty one is nothing
    notebook.prepare(partial(note_name, name=name_to_note(request.learner)))
    return _sitting(request, past, record, subjects, Moment(study=begin(plan)), notebook, nothing)


def _resumed(request: Request, past: _Past, pool: Pool) -> Sitting | None:
    """The last sitting at its first question without an answer; None when it is finished or too long ago."""
    record = past.session
    if record is None or _too_long_ago(request, record):
        return None
    asked = {one.key for one in candidates_in(request.offers)}
    answers = {line.key: line for line in past.given if line.key in asked}
    left = still_to_ask(pool, now=request.clock.now(), limits=request.limits, aim=request.aim)
    plan = tuple(key for key in record.plan if key in answers or key in left)
    subjects = _subjects(request, past, plan)
    plan = tuple(key for key in plan if key in subjects)[: request.limits.questions]
    study = begin(plan, {key: line.outcome for key, line in answers.items()})
    if study.current is None:
        return None
    given = {
        key: Given(text=line.given, seconds=line.seconds, card=past.cards.get(key)) for key, line in answers.items()
    }
    return _sitting(request, past, record, subjects, Moment(study=study, given=given), Notebook(request.history))


def _subjects(request: Request, past: _Past, plan: Iterable[ItemKey]) -> dict[ItemKey, Subject]:
    """Every item of the articles that a plan asks about; no other bank is read."""
    planned = {key.article for key in plan}
    banks = [offer.bank() for offer in request.offers if offer.article in planned]
    return {
        key: Subject(item=item, article=bank.article)
        for bank in banks
        for key, item in items_as_asked(bank, cards=past.cards, away=past.away, last=past.last)
    }


def _sitting(
    request: Request,
    past: _Past,
    record: SessionRecord,
    subjects: Mapping[ItemKey, Subject],
    moment: Moment,
    notebook: Notebook,
    nothing: str = "",
) -> Sitting:
    script = Script(
        session=record.id,
        title=request.title,
        seed=record.seed,
        scheduled=request.practice is None,
        subjects=subjects,
        cards=past.cards,
        anew=past.anew if request.practice is None else frozenset(),
        usual=past.usual,
        aim=request.aim,
        nothing=nothing,
        parameters=past.parameters,
        settings=request.settings,
    )
    return Sitting(script, moment, notebook=notebook, clock=request.clock, outlook=request.outlook)
