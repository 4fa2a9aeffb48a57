"""A drill as a face drives it: every step is on disk before the next question, and a drill that stopped goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from quizapp.grading.grade import grade
from quizapp.history import Transaction, aside, drills
from quizapp.history.drills import DAMAGED, DrillRecord
from quizapp.kit.chance import dice, fresh_seed
from quizapp.kit.errors import InputError, StudyDataError
from quizapp.model.drill import (
    LONGER,
    Accepted,
    Answered,
    Corrected,
    Ended,
    Event,
    GaveTime,
    Happening,
    Passed,
    Paused,
    Player,
    Rules,
    Undone,
)
from quizapp.model.drill import Buzzed as BuzzedEvent
from quizapp.model.drill import Revealed as RevealedEvent
from quizapp.model.drill import WentOn as WentOnEvent
from quizapp.model.fingerprint import fingerprints
from quizapp.model.item import Bank, Form, NumericItem, OrderingItem, Status, form_of
from quizapp.model.memory import ItemKey
from quizapp.model.response import Grade, Response
from quizapp.sessions.drill import Drill, Phase, effective, replay, step
from quizapp.sessions.queue import options_in_order
from quizapp.usecases.drill_table import DrillResults, Hard, Placing, Told, ranking_of, results_of
from quizapp.usecases.feedback import option_verdicts
from quizapp.usecases.lines import new_session_id
from quizapp.usecases.moment import Subject
from quizapp.usecases.notebook import Notebook
from quizapp.usecases.showing import OptionVerdict, Question
from quizapp.usecases.workspace import Workspace

__all__ = ["DrillResults", "Missed", "Phase", "Placing", "Playing", "Told", "askable", "go_on", "start"]

NOTHING: Final = "there is no question to drill; add an article first"
NO_DRILL: Final = "there is no drill to go on with; quizapp drill begins one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A question that not everybody knew, to be gone through once more."""

    question: Question
    hard: Hard


class Playing:
    """One drill on its way."""

    def __init__(
        self, workspace: Workspace, record: DrillRecord, subjects: Mapping[ItemKey, Subject], log: Sequence[Happening]
    ) -> None:
        self.rules = record.rules
        self._record = record
        self._subjects = subjects
        self._clock = workspace.clock
        self._workspace = workspace
        self.notebook = Notebook(workspace.history)
        """What is written, also what the disk refused."""
        self.notebook.prepare(partial(drills.begin, drill=record))
        self._log = list(log)
        self._drill = replay(record.rules, self._log, length=len(record.plan))

    @property
    def state(self) -> Drill:
        """Where it stands."""
        return self._drill

    @property
    def saved(self) -> bool:
        """Whether everything that happened is on disk."""
        return self.notebook.saved

    @property
    def question(self) -> Question | None:
        """The question in front of the players, None when it is over."""
        return None if self._drill.phase is Phase.OVER else self._question(self._drill.place)

    def _question(self, place: int) -> Question:
        key = self._record.plan[place]
        subject = self._subjects[key]
        return Question(
            item=subject.item,
            article=subject.article,
            options=options_in_order(subject.item, key=key, seed=self._record.seed),
            number=place + 1,
            total=len(self._record.plan),
            marks=(),
            anew=False,
            seconds_left=None,
            typos=self._workspace.settings.accepts_typos,
        )

    @property
    def player(self) -> Player | None:
        """Whose answer is waited for."""
        return None if self._drill.player is None else self.rules.players[self._drill.player]

    @property
    def limit(self) -> float | None:
        """Seconds for this answer: the rule's, more for a number or an order, the player's own more, and more given."""
        question = self.question
        if self.rules.seconds is None or question is None:
            return None
        longer = LONGER if isinstance(question.item, NumericItem | OrderingItem) else 0.0
        return self.rules.seconds + longer + self._drill.more + (self.player.extra if self.player else 0.0)

    def answer(self, response: Response, *, seconds: float) -> Grade:
        """Judge the player's answer and keep it; one that came after its time earns nothing.

        Args:
            response: what was answered.
            seconds: since the clock began or went on; those before a pause are added.

        Raises:
            ValueError: nobody is asked now.
        """
        question = self.question
        if question is None:
            raise ValueError("the drill is over")
        verdict = grade(question.item, response, article=question.article, slips=question.typos)
        took = self._took(seconds)  # judged by what is kept, so that a replay agrees
        late = self.limit is not None and took > self.limit
        credit = 0.0 if late else 1.0 if verdict.outcome.counts_as_right else verdict.credit
        self._happen(
            Answered(
                given=verdict.given,
                credit=credit,
                seconds=took,
                limit=self.limit,
                fingerprint=fingerprints(question.item)[0],
            )
        )
        return verdict

    def misses(self) -> tuple[tuple[Player, OptionVerdict], ...]:
        """The wrong options that players took for the question in front of them, each with why it is wrong."""
        question = self.question
        tries = [one for one in self._drill.tries if one.place == self._drill.place and one.credit < 1]
        if question is None:
            return ()
        return tuple(
            (self.rules.players[one.player], option)
            for one in tries
            for option in option_verdicts(question, one.given)
            if option.picked and not option.is_key
        )

    def buzz(self, player: int, *, seconds: float = 0.0) -> None:
        """A player was first, after so many seconds."""
        self._happen(BuzzedEvent(player=player, seconds=self._took(seconds)))

    def pass_on(self, *, seconds: float = 0.0) -> None:
        """The player leaves the question to the others, after so many seconds.

        Raises:
            ValueError: nobody is asked, or nothing is passed on in this drill.
        """
        self._happen(Passed(seconds=self._took(seconds)))

    def reveal(self, *, seconds: float = 0.0, timed_out: bool = False) -> None:
        """Nobody answers, after so many seconds; because the time is over, or because the answer is wanted."""
        self._happen(RevealedEvent(seconds=self._took(seconds), timed_out=timed_out))

    def pause(self, *, seconds: float) -> None:
        """Stop the clock, so many seconds after it began or went on; a drill that goes on later knows of them."""
        if round(seconds, 1):
            self._happen(Paused(seconds=round(seconds, 1)))

    def go_on(self) -> None:
        """The next question."""
        self._happen(WentOnEvent())

    def give_time(self) -> None:
        """Half a minute more for this question."""
        self._happen(GaveTime())

    def accept(self) -> None:
        """The last answer to this question was right after all."""
        self._happen(Accepted())

    def correct(self, player: int, steps: int) -> None:
        """Change a score by hand."""
        self._happen(Corrected(player=player, steps=steps))

    def end(self) -> None:
        """Stop here for good; what was played counts."""
        self._happen(Ended())

    def undo(self) -> bool:
        """Take the last step back; whether there was one."""
        if all(isinstance(event, Paused) for event in effective(self._log)):
            return False
        last = next(event for event in reversed(effective(self._log)) if not isinstance(event, Paused))
        self._keep(Undone(), answers=-isinstance(last, Answered))
        self._drill = replay(self.rules, self._log, length=len(self._record.plan))
        return True

    def ranking(self) -> tuple[Placing, ...]:
        """The players by their scores, the best first."""
        return ranking_of(self.rules, self._drill)

    def missed(self) -> tuple[Missed, ...]:
        """The questions that not everybody knew, the least known first."""
        return tuple(Missed(question=self._question(one.number - 1), hard=one) for one in self.results().hard)

    def told(self) -> tuple[Told, ...]:
        """Every answer, by question and in the order in which they were given."""
        return tuple(row for row in self.results().rows if row.answered)

    def results(self) -> DrillResults:
        """The ranking, and a row for every answer and every question without one."""
        items = {key: self._subjects[key].item for key in self._record.plan}
        return results_of(self._record, self._drill, items)

    def _took(self, seconds: float) -> float:
        """With what went by before the clock was stopped, as it is kept."""
        return round(self._drill.elapsed + seconds, 1)

    def _happen(self, event: Event) -> None:
        after = step(self._drill, event)
        self._keep(event, answers=int(isinstance(event, Answered)))
        self._drill = after

    def _keep(self, event: Happening, *, answers: int) -> None:
        """Write it down first: where another window was faster, nothing has happened here."""
        number, at = len(self._log), self._clock.now()
        write = partial(drills.add, drill=self._record.id, number=number, event=event, at=at)
        self.notebook.keep(write, answers=answers)
        self._log.append(event)


def askable(workspace: Workspace, banks: Sequence[str] = ()) -> int:
    """How many questions there are for a drill, in some banks or in the whole library.

    Raises:
        InputError: the library has no such bank.
        BankError: a bank cannot be read.
        StudyDataError: the history cannot be used.
    """
    return len(_subjects(workspace, banks))


def start(
    workspace: Workspace, rules: Rules, *, banks: Sequence[str] = (), questions: int = 20, seed: int | None = None
) -> Playing:
    """Begin a drill.

    Args:
        workspace: whose library and history.
        rules: who plays and how.
        banks: slugs; none for the whole library.
        questions: the most questions, one about each fact as long as there are others; with a total time any number.
        seed: what the order of questions and options follows from; None for a fresh one.

    Raises:
        InputError: the library has no such bank, or there is nothing to ask.
        BankError: a bank cannot be read.
        StudyDataError: the history cannot be used.
    """
    subjects = _subjects(workspace, banks)
    seed = fresh_seed() if seed is None else seed
    plan = _plan(subjects, seed=seed, questions=questions if rules.total is None else len(subjects))
    if not plan:
        raise InputError(NOTHING)
    now = workspace.clock.now()
    record = DrillRecord(id=new_session_id(now), seed=seed, rules=rules, plan=plan, started=now)
    return Playing(workspace, record, subjects, ())


def go_on(workspace: Workspace) -> Playing:
    """The drill that was begun last, where it stopped.

    Raises:
        InputError: there is none, it is over, or its questions are gone.
        StudyDataError: the history cannot be used, or tells of what cannot have happened in a drill.
    """

    def known(transaction: Transaction) -> tuple[DrillRecord, tuple[Happening, ...]] | None:
        record = drills.latest(transaction)
        return None if record is None else (record, drills.events_of(transaction, record.id))

    found = workspace.history.read(known)
    if found is None:
        raise InputError(NO_DRILL)
    record, log = found
    subjects = _subjects(workspace, (), articles={key.article for key in record.plan})
    if not set(record.plan) <= subjects.keys():
        raise InputError("the last drill cannot go on: questions of it have left the library")
    _check(record, log)
    playing = Playing(workspace, record, subjects, log)
    if playing.state.phase is Phase.OVER:
        raise InputError(NO_DRILL)
    return playing


def _check(record: DrillRecord, log: Sequence[Happening]) -> None:
    """Make sure that a log from the disk can have happened.

    Raises:
        StudyDataError: it cannot.
    """
    for count in range(1, len(log) + 1):
        try:
            replay(record.rules, log[:count], length=len(record.plan))
        except (OverflowError, ValueError):
            raise StudyDataError(DAMAGED.format(step=count)) from None


def _subjects(
    workspace: Workspace, banks: Sequence[str], *, articles: set[str] | None = None
) -> dict[ItemKey, Subject]:
    """What may be asked: neither dropped nor flagged; with `articles` theirs, flagged or not."""
    library = workspace.library
    slugs = banks or [entry.slug for entry in library.entries() if articles is None or entry.article_id in articles]
    away = frozenset(flag.key for flag in workspace.history.read(aside.flags)) if articles is None else frozenset()
    found = (one for slug in slugs for one in _of_bank(library.bank(slug)))
    return {key: subject for key, subject in found if key not in away}


def _of_bank(bank: Bank) -> list[tuple[ItemKey, Subject]]:
    items = [item for item in bank.items if item.status is not Status.DROPPED]
    return [(ItemKey(bank.article.id, item.id), Subject(item=item, article=bank.article)) for item in items]


def _plan(subjects: Mapping[ItemKey, Subject], *, seed: int, questions: int) -> tuple[ItemKey, ...]:
    """One item a fact first, shuffled, with options to call out where there is such a one; then what is left."""
    keys = sorted(subjects)
    dice(seed, "drill").shuffle(keys)
    best: dict[tuple[str, str], ItemKey] = {}
    for key in sorted(keys, key=lambda key: form_of(subjects[key].item.kind) is not Form.PICKED):  # stable
        best.setdefault((key.article, subjects[key].item.fact), key)
    chosen = set(best.values())
    first = [key for key in keys if key in chosen]
    later = [key for key in keys if key not in chosen]
    return tuple([*first, *later][:questions])
