"""A moment of a sitting, and what it is a moment of; plain values that undo can go back to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quizapp.model.aim import USUAL_AIM, Aim
from quizapp.model.article import Article
from quizapp.model.item import ChoiceItem, Item, MultipleChoiceItem
from quizapp.model.memory import Card, ItemKey, Parameters, Review
from quizapp.model.setting import Settings
from quizapp.sessions.queue import options_in_order
from quizapp.sessions.study import Study
from quizapp.usecases.outlook import PACE
from quizapp.usecases.showing import Feedback, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An item and the article it asks about."""

    item: Item
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What a sitting is about: its session, every item it may ask, and the learner's memory when it began.

    `usual` is how many seconds the learner usually takes, by kind; `anew` are the items whose key has changed since
    they were learned; `aim` is what the learner aims at, `nothing` what to say where there is nothing to ask;
    `parameters` are those that first cards begin with; the `settings` are asked for at every question.
    """

    session: str
    title: str
    seed: int
    scheduled: bool
    subjects: Mapping[ItemKey, Subject]
    cards: Mapping[ItemKey, Card]
    usual: Mapping[str, float]
    anew: frozenset[ItemKey] = frozenset()
    aim: Aim = USUAL_AIM
    nothing: str = ""
    parameters: Parameters | None = None
    settings: Callable[[], Settings] = Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was given to a question, in how many seconds, and the card after it."""

    text: str
    seconds: float
    card: Card | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where a sitting stands.

    While feedback is read, `answer` is the log's line behind it as it counts now, and `card` what was remembered before
    the answer; `given` is all that was given so far.
    """

    study: Study
    feedback: Feedback | None = None
    answer: Review | None = None
    card: Card | None = None
    given: Mapping[ItemKey, Given] = field(default_factory=dict)


def question_of(script: Script, study: Study) -> Question | None:
    """The question in front of the learner; None when all are done."""
    key = study.current
    if key is None:
        return None
    subject, settings = script.subjects[key], script.settings()
    waiting = [script.subjects[other].item for other, mark in zip(study.plan, study.marks, strict=True) if mark is None]
    return Question(
        item=subject.item,
        article=subject.article,
        options=options_in_order(subject.item, key=key, seed=script.seed),
        number=study.place + 1,
        total=len(study.plan),
        marks=study.marks,
        anew=script.scheduled and key in script.anew,
        seconds_left=sum(script.usual.get(item.kind, PACE) for item in waiting),
        typos=settings.accepts_typos,
        covered=settings.hides_choices and isinstance(subject.item, ChoiceItem | MultipleChoiceItem),
    )
