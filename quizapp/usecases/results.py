"""What came of a sitting, worked out from its moment."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from quizapp.model.memory import Card, ItemKey
from quizapp.scheduling.schedule import retrievability
from quizapp.sessions.study import Phase
from quizapp.statistics.mastery import AHEAD, solid_share
from quizapp.usecases.moment import Moment, Script
from quizapp.usecases.outlook import Outlook
from quizapp.usecases.showing import Missed, Moved, Results


def results_of(script: Script, moment: Moment, *, now: datetime, outlook: Outlook, saved: bool) -> Results:
    """The results so far."""
    marks = moment.study.marks
    return Results(
        title=script.title,
        right=sum(mark is not None and mark.counts_as_right for mark in marks),
        total=len(marks),
        answered=sum(mark is not None for mark in marks),
        seconds=sum(given.seconds for given in moment.given.values()),
        marks=marks,
        missed=tuple(_missed(script, moment, now)),
        moved=tuple(_moved(script, moment, now)) if script.scheduled else (),
        streak_days=outlook.streak_days,
        due_tomorrow=outlook.due_tomorrow,
        due_week=outlook.due_week,
        scheduled=script.scheduled,
        finished=moment.study.phase is Phase.DONE,
        saved=saved,
    )


def missed_keys(moment: Moment) -> tuple[ItemKey, ...]:
    """The questions that were not known, in the order they were asked."""
    pairs = zip(moment.study.plan, moment.study.marks, strict=True)
    return tuple(key for key, mark in pairs if mark is not None and not mark.counts_as_right)


def cards_after(script: Script, moment: Moment) -> dict[ItemKey, Card]:
    """The learner's cards as they are now, undone and refused writes seen as well."""
    moved = {key: given.card for key, given in moment.given.items() if given.card is not None}
    return {**script.cards, **moved}


def _missed(script: Script, moment: Moment, now: datetime) -> Iterator[Missed]:
    for key in missed_keys(moment):
        subject, given = script.subjects[key], moment.given[key]
        back = given.card.due - now if script.scheduled and given.card else timedelta()
        yield Missed(item=subject.item, article=subject.article, given=given.text, comes_back=max(back, timedelta()))


def _moved(script: Script, moment: Moment, now: datetime) -> Iterator[Moved]:
    after = cards_after(script, moment)
    for article in dict.fromkeys(key.article for key in moment.study.plan if key in moment.given):
        keys = [key for key in script.subjects if key.article == article]
        title = script.subjects[keys[0]].article.title
        yield Moved(title, _solid(script.cards, keys, now), _solid(after, keys, now))


def _solid(cards: Mapping[ItemKey, Card], keys: list[ItemKey], now: datetime) -> float:
    return solid_share((retrievability(cards[key], now + AHEAD) for key in keys if key in cards), items=len(keys))
