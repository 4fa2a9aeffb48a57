"""A sitting asked line by line: the same engine, words and digits as the screen, nothing drawn."""

from typing import Final

from quizapp.cli.output import say, write
from quizapp.cli.phrases import (
    HELP_ASKING,
    HELP_GRADING,
    feedback_lines,
    grade_prompt,
    prompt,
    question_lines,
    result_lines,
)
from quizapp.cli.terminal import Lines
from quizapp.kit.clock import Clock
from quizapp.kit.text import reading
from quizapp.model.item import ChoiceItem, ClozeItem, Item, NumericItem, ShortAnswerItem, TrueFalseItem, key_text
from quizapp.model.memory import Rating
from quizapp.model.response import Chosen, Judged, Response, Shown, Typed
from quizapp.usecases.study import Feedback, Question, Sitting

_TRUE: Final = frozenset({"1", "y", "true"})
_FALSE: Final = frozenset({"2", "n", "false"})
_QUIT: Final = frozenset({"q", "quit"})
_VERBS: Final = frozenset({"?", "help", "hint", "later", "flag", "undo", *_QUIT})
_REASONS: Final = {"1": "wrong answer", "2": "unclear", "3": "too easy", "4": "other"}


class _Ended(Exception):  # noqa: N818  not an error: the learner stops, or the input is at its end
    """The conversation is over; everything answered is on disk."""


class Conversation:
    """A sitting in lines: prints, reads, and tells the sitting what was said."""

    def __init__(self, sitting: Sitting, lines: Lines, clock: Clock) -> None:
        self._sitting = sitting
        self._lines = lines
        self._clock = clock
        self._hinted = False

    def run(self) -> None:
        """Ask until the sitting is finished, the learner stops or the input ends."""
        say(self._sitting.title)
        say("? and enter: what you can type. q and enter: stop; every answer is kept.")
        try:
            while question := self._sitting.question:
                if feedback := self._sitting.feedback:
                    self._grade(feedback)
                else:
                    self._ask(question)
        except _Ended:
            say()
        for line in result_lines(self._sitting.results()):
            say(line)

    def _ask(self, question: Question) -> None:
        for line in question_lines(question):
            say(line)
        began = self._clock.ticks()
        self._hinted = False
        response = self._response(question)
        if response is None:
            return
        feedback = self._sitting.answer(response, seconds=self._clock.ticks() - began, hinted=self._hinted)
        for line in feedback_lines(feedback):
            say(line)

    def _response(self, question: Question) -> Response | None:
        """What the learner answers, or None when a verb took the question away."""
        fields: list[str] = []
        while True:
            said = self._hear(prompt(question, len(fields)))
            if said.lower() in _VERBS and not _is_key(said, question.item):
                if self._obey(said.lower()):
                    return None
                continue
            if not said:
                return Shown()
            match question.item:
                case ChoiceItem() | TrueFalseItem():
                    if response := _choice(said, question):
                        return response
                    say(f"Type a number from 1 to {len(question.options)}, or ? and enter.")
                case ShortAnswerItem() | NumericItem() | ClozeItem():
                    fields.append(said)
                    if len(fields) == _gaps(question.item):
                        return Typed(fields=tuple(fields))

    def _grade(self, feedback: Feedback) -> None:
        said = self._hear(grade_prompt(feedback)).lower()
        right = feedback.grade.outcome.counts_as_right
        if said in _VERBS:
            self._obey(said, grading=True)
        elif not said:
            self._sitting.rate()
        elif (
            said == "o" and not right and isinstance(feedback.question.item, ShortAnswerItem | NumericItem | ClozeItem)
        ):
            for line in feedback_lines(self._sitting.overrule()):
                say(line)
        elif said in {"1", "2", "3", "4"} and feedback.scheduled and (right or said == "1"):
            self._sitting.rate(Rating(int(said)))
        elif said in {"2", "3", "4"} and feedback.scheduled:
            say("After a miss only Again counts; type o first if you were right, or flag if the question is bad.")
        else:
            say("Enter goes on; ? and enter: what you can type.")

    def _obey(self, verb: str, *, grading: bool = False) -> bool:
        """Do what a verb says; whether the question is another one now."""
        match verb:
            case "hint" if not grading:
                self._hinted = True
                say(self._sitting.hint() or "There is no hint for this question.")
            case "later" if not grading:
                self._sitting.later()
                return True
            case "flag":
                return self._flag()
            case "undo":
                undone = self._sitting.undo()
                say(undone or "Nothing to undo yet.")
                return undone is not None
            case "q" | "quit":
                raise _Ended
            case _:
                for line in HELP_GRADING if grading else HELP_ASKING:
                    say(line)
        return False

    def _flag(self) -> bool:
        said = self._hear("What is wrong? 1 wrong answer, 2 unclear, 3 too easy, 4 other; enter: nothing: ")
        if said not in _REASONS:
            return False
        self._sitting.flag(_REASONS[said])
        say("Flagged. You will not be asked this again until you have looked at it.")
        return True

    def _hear(self, question: str) -> str:
        """Prompt and return one line without the space around it."""
        write(question)
        said = self._lines.next()
        if not self._lines.typed:
            say()  # nobody's enter key ends the prompt's line
        if said is None:
            raise _Ended
        return said


def _choice(said: str, question: Question) -> Response | None:
    """The option that a number or, for true and false, a letter stands for."""
    if isinstance(question.item, TrueFalseItem):
        if said.lower() in _TRUE | _FALSE:
            return Judged(value=said.lower() in _TRUE)
        return None
    if said.isascii() and said.isdigit() and 1 <= int(said) <= len(question.options):
        return Chosen(option=question.options[int(said) - 1])
    return None


def _gaps(item: Item) -> int:
    return len(item.keys) if isinstance(item, ClozeItem) else 1


def _is_key(said: str, item: Item) -> bool:
    """Whether a verb is also the answer: to "What do you give a stuck pupil?" hint is one."""
    return reading(said) in {reading(wording) for wording in (key_text(item), *item.accepted)}
