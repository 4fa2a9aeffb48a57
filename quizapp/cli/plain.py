"""A sitting asked line by line: the same engine, words and digits as the screen, nothing drawn."""

from collections.abc import Iterable
from typing import Final

from quizapp.cli.diagnostics import tell
from quizapp.cli.output import ask, say
from quizapp.cli.phrases import (
    AFTER_A_MISS,
    COUNTS,
    COVERED,
    HELP_ASKING,
    HELP_GRADING,
    feedback_lines,
    grade_prompt,
    option_lines,
    prompt,
    question_lines,
    result_lines,
    what_to_type,
)
from quizapp.cli.replies import gaps, is_verb, picked
from quizapp.cli.terminal import Lines
from quizapp.kit.clock import Clock
from quizapp.kit.durations import in_words
from quizapp.kit.errors import DiskError
from quizapp.model.item import TypedItem
from quizapp.model.memory import Rating
from quizapp.model.response import Response, Shown, Typed
from quizapp.usecases.checkup import clock_behind
from quizapp.usecases.study import Feedback, Question, Sitting
from quizapp.usecases.wording import FLAG_REASONS, given_up
from quizapp.usecases.workspace import Workspace

_REASONS: Final = {str(number): reason for number, reason in enumerate(FLAG_REASONS, 1)}
_MORE: Final = "quizapp practise asks anyway, quizapp add ARTICLE brings more."
_RATINGS: Final = {str(int(rating)): rating for rating in Rating}


def heed_clock(workspace: Workspace) -> None:
    """Say so when the clock is behind the last answer: what is due follows from it."""
    if behind := clock_behind(workspace):
        tell(f"this clock is {in_words(behind)} behind your last answer; set it if it is wrong")


class _Ended(Exception):  # noqa: N818  not an error: the learner stops, or the input is at its end
    """The conversation is over; everything answered is on disk."""


def converse(sitting: Sitting, lines: Lines, clock: Clock) -> int:
    """Ask a sitting's questions until it is finished, the learner stops or the input ends; return the exit code.

    Raises:
        TerminalError: the input ended before its first line.
        DiskError: the answers could not be saved, not even at the end.
    """
    _Conversation(sitting, lines, clock).run()
    return 0


class _Conversation:
    """A sitting in lines: prints, reads, and tells the sitting what was said."""

    def __init__(self, sitting: Sitting, lines: Lines, clock: Clock) -> None:
        self._sitting = sitting
        self._lines = lines
        self._clock = clock
        self._hinted = False

    def run(self) -> None:
        """Greet, ask, and say what came of it."""
        say(self._sitting.title)
        if not self._sitting.question:
            say(f"{self._sitting.nothing} {_MORE}" if self._sitting.scheduled else self._sitting.nothing)
            return
        say("? and enter: what you can type. q and enter: stop; every answer is kept.")
        try:
            self._converse()
        except _Ended:
            say()
        results = self._sitting.results()
        _say_all(result_lines(results))
        if not results.saved:
            raise DiskError(f"not every answer could be saved: {self._sitting.notebook.trouble}")

    def _converse(self) -> None:
        while question := self._sitting.question:
            if feedback := self._sitting.feedback:
                self._grade(feedback)
            else:
                self._ask(question)

    def _ask(self, question: Question) -> None:
        _say_all(question_lines(question))
        began = self._clock.ticks()
        self._hinted = False
        if (not question.covered or self._uncovered(question)) and (response := self._response(question)):
            seconds = self._clock.ticks() - began
            _say_all(feedback_lines(self._sitting.answer(response, seconds=seconds, hinted=self._hinted)))

    def _uncovered(self, question: Question) -> bool:
        """Show the choices when they are asked for; not so when a verb took the question away."""
        while is_verb(said := self._hear(COVERED)):
            if self._obey(said.lower()):
                return False
        _say_all(option_lines(question))
        return True

    def _response(self, question: Question) -> Response | None:
        """What the learner answers, or None when a verb took the question away."""
        fields: list[str] = []
        while True:
            said = self._hear(prompt(question, len(fields)))
            if is_verb(said, question.item):
                if self._obey(said.lower()):
                    return None
            elif not said:
                return Shown()
            elif not isinstance(question.item, TypedItem):
                if response := picked(said, question):
                    return response
                say(what_to_type(question))
            elif len(fields := [*fields, said]) == gaps(question.item):
                return Typed(fields=tuple(fields))

    def _grade(self, feedback: Feedback) -> None:
        said = self._hear(grade_prompt(feedback)).lower()
        right = feedback.grade.outcome.counts_as_right
        typed = isinstance(feedback.question.item, TypedItem)
        if not said:
            self._rate(None)
        elif is_verb(said):
            self._obey(said, grading=True)
        elif said == "o" and typed and not right:
            _say_all(feedback_lines(self._sitting.overrule()))
        elif said == "o" and feedback.may_count:
            self._sitting.let_count()
            say(COUNTS)
        elif said == "o" and feedback.may_let_go:
            _say_all(feedback_lines(self._sitting.let_go()))
        elif said in _RATINGS and feedback.scheduled and (right or said == "1"):
            self._rate(_RATINGS[said])
        else:
            say(AFTER_A_MISS if said in _RATINGS and feedback.scheduled else "Enter alone goes on.")

    def _rate(self, rating: Rating | None) -> None:
        if reason := self._sitting.rate(rating):
            say(given_up(reason))

    def _obey(self, verb: str, *, grading: bool = False) -> bool:
        """Do what a verb says; whether another question, or none, is in front of the learner now."""
        match verb:
            case "q" | "quit":
                raise _Ended
            case "flag":
                return self._flag()
            case "undo" | "u":
                undone = self._sitting.undo()
                say(undone or "Nothing to undo yet.")
                return undone is not None
            case "later" if not grading:
                self._sitting.later()
                return True
            case "hint" if not grading:
                self._hinted = True
                say(self._sitting.hint() or "There is no hint for this question.")
            case _:
                _say_all(HELP_GRADING if grading else HELP_ASKING)
        return False

    def _flag(self) -> bool:
        reasons = ", ".join(f"{number} {reason}" for number, reason in _REASONS.items())
        said = self._hear(f"What is wrong? {reasons}; enter alone: nothing: ")
        if said not in _REASONS:
            return False
        self._sitting.flag(_REASONS[said])
        say("Flagged. You will not be asked this again until you have looked at it.")
        return True

    def _hear(self, question: str) -> str:
        """Prompt and return one line without the space around it."""
        ask(question)
        said = self._lines.next()
        if not self._lines.typed:
            say()  # nobody's enter key ends the prompt's line
        if said is None:
            raise _Ended
        return said


def _say_all(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
