"""A sitting: ask, answer, grade, go on; every answer is on disk before the next question."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from quizapp.grading.grade import OVERRULED, grade, let_count, let_go, overruled, same_wording
from quizapp.history import Transaction, aside, sessions
from quizapp.history.cards import card_of
from quizapp.history.reviews import log_of_item
from quizapp.history.sessions import SessionRecord
from quizapp.kit.chance import fresh_seed
from quizapp.kit.clock import Clock
from quizapp.kit.text import one_line
from quizapp.model.fingerprint import fingerprints
from quizapp.model.item import Item, TypedItem
from quizapp.model.memory import Card, ItemKey, Rating, Review, is_about
from quizapp.model.outcome import Outcome
from quizapp.model.response import Grade, Response
from quizapp.scheduling.forecast import tomorrow
from quizapp.scheduling.rating import suggest
from quizapp.scheduling.replay import advance
from quizapp.sessions.hints import hint_for
from quizapp.sessions.study import Action, Answered, GoOn, LeaveOut, Overruled, Phase, begin, step
from quizapp.usecases.failing import GivenUp, gives_up
from quizapp.usecases.feedback import feedback_of
from quizapp.usecases.lines import (
    LONGEST,
    adding,
    answer_line,
    both,
    correction_of,
    new_session_id,
    own_wordings,
    undoing,
    unflagging,
)
from quizapp.usecases.moment import Given, Moment, Script, question_of
from quizapp.usecases.notebook import Notebook, Write
from quizapp.usecases.outlook import Outlook
from quizapp.usecases.results import cards_after, missed_keys, results_of
from quizapp.usecases.showing import Feedback, Question, Results

MISSES: Final = "misses"
"""The scope of a practice of what was just missed, which is never resumed."""

STEM_SHOWN: Final = 48
"""Characters of a question that name it in a sentence."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What undo goes back to, in which words, and what it writes."""

    before: Moment
    words: str
    reverse: Write | None
    answers: int = 0  # 1 where it was an answer


class Sitting:
    """One learner's run through a queue of questions, driven by a face."""

    def __init__(
        self,
        script: Script,
        moment: Moment,
        *,
        notebook: Notebook,
        clock: Clock,
        outlook: Callable[[Mapping[ItemKey, Card]], Outlook],
    ) -> None:
        self._script = script
        self._moment = moment
        self.notebook = notebook
        """What is written, also what the disk refused."""
        self._clock = clock
        self._outlook = outlook
        self._past: list[_Step] = []

    @property
    def title(self) -> str:
        """What is studied: an article's title, or "Everything due"."""
        return self._script.title

    @property
    def scheduled(self) -> bool:
        """Whether answers move the schedule; not so in practice."""
        return self._script.scheduled

    @property
    def of_library(self) -> bool:
        """Whether its questions are those of the learner's library; not so in the demo."""
        return self.notebook.on_disk

    @property
    def nothing(self) -> str:
        """What to say where there is nothing to ask: a sentence."""
        return self._script.nothing

    @property
    def question(self) -> Question | None:
        """The question in front of the learner; None when the sitting is finished."""
        feedback = self._moment.feedback
        return feedback.question if feedback else question_of(self._script, self._moment.study)

    @property
    def feedback(self) -> Feedback | None:
        """What to show about the answer; set between `answer` and `rate`."""
        return self._moment.feedback

    @property
    def saved(self) -> bool:
        """Whether every answer is on disk."""
        return self.notebook.saved

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return len(self._past)

    def answer(self, response: Response, *, seconds: float, hinted: bool = False) -> Feedback:
        """Grade a response, store it with the suggested rating, and show what to say about it.

        Args:
            response: what was given, of the kind the question asks for.
            seconds: how long it took.
            hinted: whether a hint was shown.

        Raises:
            ValueError: there is no question to answer, or not in this way.
        """
        before, script = self._moment, self._script
        key = _asked(before, Phase.ASK)
        item, article = script.subjects[key].item, script.subjects[key].article
        card, own = self.notebook.read(partial(_remembered, key=key, item=item))
        verdict = grade(item, response, article=article, own=own, slips=script.settings().accepts_typos)
        took = min(max(seconds, 0.0), LONGEST)
        rating = suggest(verdict, hinted=hinted, seconds=took, usual_seconds=script.usual.get(item.kind))
        at = self._clock.now()
        line = answer_line(script, key, verdict, at=at, seconds=took, hinted=hinted, rating=rating, card=card)
        saved = self.notebook.keep(adding(line), answers=1)
        moment = replace(before, study=step(before.study, Answered(outcome=verdict.outcome))[0], card=card, answer=line)
        moment = self._with_feedback(moment, verdict, saved=saved)
        self._go(moment, f"your answer to {self._stem(key)}", undoing(line, self._clock), answers=1)
        return _shown(moment)

    def rate(self, rating: Rating | None = None) -> str | None:
        """Accept the suggested rating (None) or correct it, and go on; after a miss only Again counts.

        Returns why the question is asked no more, where it was missed too often; else None.

        Raises:
            ValueError: there is no answer to rate.
        """
        before = self._moment
        key, line = _asked(before, Phase.FEEDBACK), _line(before)
        wanted = rating if rating and line.outcome.counts_as_right else line.rating
        after, reverse = before, None
        if wanted is not line.rating and self.scheduled:
            after, reverse = self._corrected(before, line._replace(rating=wanted))
        given_up = self._gives_up(key) if wanted is Rating.AGAIN else None
        if given_up:
            self.notebook.keep(partial(given_up.flag, clock=self._clock))
            reverse = both(partial(given_up.lift, clock=self._clock), reverse)
        words = f"{wanted.name.capitalize()} on" if self.scheduled else "going on from"
        self._go(_onward(after, GoOn()), f"{words} {self._stem(key)}", reverse)
        return given_up.reason if given_up else None

    def overrule(self) -> Feedback:
        """Take the response for right after all ("I was right"); does nothing unless it was typed and judged wrong.

        Raises:
            ValueError: there is no answer to overrule.
        """
        key, line, shown = _asked(self._moment, Phase.FEEDBACK), _line(self._moment), _shown(self._moment)
        typed = isinstance(shown.question.item, TypedItem)
        if not typed or line.outcome is not Outcome.WRONG:
            return shown
        return self._turn(overruled(shown.grade), f"“I was right” on {self._stem(key)}")

    def let_count(self) -> Feedback:
        """Let the wording that was just overruled count from now on; does nothing where that is not offered.

        Raises:
            ValueError: there is no answer.
        """
        key, shown = _asked(self._moment, Phase.FEEDBACK), _shown(self._moment)
        if not shown.may_count:
            return shown
        return self._turn(let_count(shown.grade), f"that your wording counts on {self._stem(key)}")

    def let_go(self) -> Feedback:
        """Let the wording by which the answer is right count no more; does nothing where there is none.

        The answer is wrong then; those that were overruled before stay right.

        Raises:
            ValueError: there is no answer.
        """
        key, line, shown = _asked(self._moment, Phase.FEEDBACK), _line(self._moment), _shown(self._moment)
        if not shown.may_let_go:
            return shown
        own = self.notebook.read(lambda transaction: own_wordings(log_of_item(transaction, key)))
        gone = [one for one in own if same_wording(shown.question.item, line.given, one.given)]
        words = f"that your wording counts no more on {self._stem(key)}"
        return self._turn(let_go(shown.grade), words, more=[one._replace(rule=OVERRULED) for one in gone])

    def _turn(self, verdict: Grade, words: str, *, more: Iterable[Review] = ()) -> Feedback:
        """Another verdict on the answer, by the learner's word, and more corrections of earlier ones."""
        before, line = self._moment, _line(self._moment)
        usual = self._script.usual.get(line.kind)
        rating = suggest(verdict, hinted=line.hinted, seconds=line.seconds, usual_seconds=usual)
        changed = line._replace(outcome=verdict.outcome, rule=verdict.rule, rating=rating)
        after, reverse = self._corrected(before, changed)
        for one in more:
            correction = correction_of(one, at=self._clock.now())
            self.notebook.keep(adding(correction))
            reverse = both(undoing(correction, self._clock), reverse)
        after = replace(after, study=step(before.study, Overruled(outcome=verdict.outcome))[0])
        after = self._with_feedback(after, verdict, saved=self.saved)
        self._go(after, words, reverse)
        return _shown(after)

    def later(self) -> None:
        """Put the question off until tomorrow and go on.

        Raises:
            ValueError: it has been answered, or there is none.
        """
        key = _asked(self._moment, Phase.ASK)
        self.notebook.keep(partial(aside.put_off, key=key, until=tomorrow(self._clock.now())))
        reverse = partial(aside.take_back, key=key)
        self._go(_onward(self._moment, LeaveOut()), f"later for {self._stem(key)}", reverse)

    def flag(self, reason: str) -> None:
        """Never ask this question again until someone has looked at it, and go on; an answer given stays.

        Raises:
            ValueError: there is no question.
        """
        key = _asked(self._moment)
        said = one_line(reason, limit=200)
        self.notebook.keep(partial(aside.flag, key=key, reason=said, at=self._clock.now()))
        reverse = unflagging(key, self._clock)
        self._go(_onward(self._moment, LeaveOut()), f"the flag on {self._stem(key)}", reverse)

    def hint(self) -> str | None:
        """A hint for the question in one line, or None where there is none to give."""
        key = self._moment.study.current
        return hint_for(self._script.subjects[key].item, key=key, seed=self._script.seed) if key else None

    def undo(self) -> str | None:
        """Take back the last step and say which it was ("Undone: Good on “What …”"); None when there is none."""
        if not self._past:
            return None
        last = self._past.pop()
        if last.reverse:
            self.notebook.keep(last.reverse, answers=-last.answers)
        self._moment = last.before
        return f"Undone: {last.words}"

    def take_up(self, key: ItemKey, item: Item) -> None:
        """Go on with a question as a person has just edited it; an answer to another key stays as it was judged."""
        before, known = self._script.subjects[key], self._script.cards.get(key)
        now = fingerprints(item)
        anew = {key} if known is not None and not is_about(known.fingerprint, now) else set[ItemKey]()
        subjects = {**self._script.subjects, key: replace(before, item=item)}
        self._script = replace(self._script, subjects=subjects, anew=(self._script.anew - {key}) | anew)
        feedback = self._moment.feedback
        if feedback and self._moment.study.current == key and is_about(fingerprints(before.item)[0], now):
            self._moment = self._with_feedback(self._moment, feedback.grade, saved=self.saved)

    def results(self) -> Results:
        """What came of the sitting so far; what the disk refused is tried again first."""
        saved = self.notebook.retry()
        now = self._clock.now()
        outlook = self._outlook(cards_after(self._script, self._moment))
        return results_of(self._script, self._moment, now=now, outlook=outlook, saved=saved)

    def again(self) -> "Sitting":
        """A sitting of the missed questions, outside the schedule."""
        now = self._clock.now()
        plan = missed_keys(self._moment)
        script = replace(self._script, session=new_session_id(now), seed=fresh_seed(), scheduled=False)
        record = SessionRecord(
            id=script.session, scope=MISSES, scheduled=False, seed=script.seed, plan=plan, started=now
        )
        self.notebook.prepare(partial(sessions.begin, session=record))
        moment = Moment(study=begin(plan))
        return Sitting(script, moment, notebook=self.notebook, clock=self._clock, outlook=self._outlook)

    def _go(self, moment: Moment, words: str, reverse: Write | None, *, answers: int = 0) -> None:
        self._past.append(_Step(self._moment, words, reverse, answers))
        self._moment = moment

    def _with_feedback(self, moment: Moment, verdict: Grade, *, saved: bool) -> Moment:
        """The moment with its feedback, and with what was given to the question."""
        line = _line(moment)
        after = advance(moment.card, line, self._script.parameters)
        given = Given(text=verdict.given, seconds=line.seconds, card=after)
        moment = replace(moment, given={**moment.given, line.key: given})
        return replace(moment, feedback=feedback_of(self._script, moment, line, verdict, saved=saved))

    def _corrected(self, moment: Moment, line: Review) -> tuple[Moment, Write]:
        """Append a line that corrects the answer; the moment after it, and what takes that line back."""
        correction = correction_of(line, at=self._clock.now())
        self.notebook.keep(adding(correction))
        given = replace(moment.given[line.key], card=advance(moment.card, line, self._script.parameters))
        after = replace(moment, answer=line, given={**moment.given, line.key: given})
        return after, undoing(correction, self._clock)

    def _gives_up(self, key: ItemKey) -> GivenUp | None:
        """Whether the fact of a question that was just missed is given up; not while the miss is not on disk."""
        if self._moment.card is None or not self.scheduled or not self.saved:
            return None
        fact = self._script.subjects[key].item.fact
        siblings = [
            other
            for other, subject in self._script.subjects.items()
            if other.article == key.article and subject.item.fact == fact
        ]
        return self.notebook.read(partial(gives_up, siblings=siblings))

    def _stem(self, key: ItemKey) -> str:
        return f"“{one_line(self._script.subjects[key].item.stem, limit=STEM_SHOWN)}”"


def _remembered(transaction: Transaction, *, key: ItemKey, item: Item) -> tuple[Card | None, tuple[str, ...]]:
    """What the history knows of a question as it is now: its card and, for what is typed, the own wordings."""
    now = fingerprints(item)
    lines = own_wordings(log_of_item(transaction, key)) if isinstance(item, TypedItem) else ()
    card = card_of(transaction, key)
    same = card is None or is_about(card.fingerprint, now)
    return card if same else None, tuple(line.given for line in lines if is_about(line.fingerprint, now))


def _asked(moment: Moment, phase: Phase | None = None) -> ItemKey:
    """The question in front of the learner, in the phase that a verb belongs to."""
    key = moment.study.current
    if key is None or (phase and moment.study.phase is not phase):
        raise ValueError(f"this cannot be done in the phase {moment.study.phase}")
    return key


def _line(moment: Moment) -> Review:
    if moment.answer is None:
        raise ValueError("there is no answer yet")
    return moment.answer


def _shown(moment: Moment) -> Feedback:
    if moment.feedback is None:
        raise ValueError("there is no answer yet")
    return moment.feedback


def _onward(moment: Moment, action: Action) -> Moment:
    study, _ = step(moment.study, action)
    return replace(moment, study=study, feedback=None, answer=None, card=None)
