"""What the screens say about a question, an answer and a sitting."""

from datetime import timedelta
from typing import Final

from textual.content import Content

from quizapp.kit.durations import in_words
from quizapp.model.fact import Hedge
from quizapp.model.item import ChoiceItem, ClozeItem, Item, NumericItem, ShortAnswerItem, TrueFalseItem
from quizapp.model.memory import Rating
from quizapp.model.response import Outcome
from quizapp.tui.safe import shown
from quizapp.usecases.showing import Feedback, Question

RIGHT_MARK: Final = "✓"
WRONG_MARK: Final = "✗"
GRADES: Final = {Rating.AGAIN: "Again", Rating.HARD: "Hard", Rating.GOOD: "Good", Rating.EASY: "Easy"}
FLAG_REASONS: Final = ("wrong answer", "unclear", "too easy", "other")
_QUICK: Final = 4.0  # seconds; the design's example of a quick answer took 2.8
_MOST_MARKS: Final = 20  # one mark a question up to here, then counts
_KIND_NAMES: Final = {
    "choice": "choice",
    "true-false": "true/false",
    "short": "typed",
    "numeric": "number",
    "cloze": "gap",
}


def kind_line(item: Item) -> tuple[str, ...]:
    """What form the answer takes: the kind in capitals, then a word or two."""
    match item:
        case ChoiceItem():
            return ("MULTIPLE CHOICE", "pick one")
        case TrueFalseItem():
            return ("TRUE OR FALSE", "what does the article say?")
        case ShortAnswerItem():
            return ("SHORT ANSWER", "a few words")
        case NumericItem(unit=unit, hedge=hedge):
            exact = "the exact figure" if hedge is Hedge.EXACT else f"the article says “{hedge}”"
            return ("NUMBER", f"in {unit}", exact) if unit else ("NUMBER", exact)
        case ClozeItem(keys=keys):
            return ("FILL THE GAP", "one or two words") if len(keys) == 1 else ("FILL THE GAPS", f"{len(keys)} gaps")


def reasons(item: Item) -> tuple[str, ...]:
    """Why each option is right or wrong, as far as it is known before the answer; for the room it takes."""
    if isinstance(item, ChoiceItem):
        return (item.rationale, *(distractor.why for distractor in item.distractors))
    return (item.rationale,)


def kinds_in_words(kinds: dict[str, int]) -> str:
    """How many questions of each kind: "21 choice · 6 number"."""
    return " · ".join(f"{number} {_KIND_NAMES.get(kind, kind)}" for kind, number in kinds.items() if number)


def verdict(feedback: Feedback) -> tuple[str, str]:
    """The verdict in a word or two, and what to add to it."""
    grade = feedback.grade
    match grade.outcome:
        case Outcome.RIGHT:
            quick = f"{feedback.seconds:.1f} s, nicely done" if feedback.seconds <= _QUICK else ""
            return (f"{RIGHT_MARK} Correct", grade.note or quick)
        case Outcome.CLOSE:
            return (f"{RIGHT_MARK} Close enough", grade.note or "it counts as right")
        case Outcome.WRONG:
            return (f"{WRONG_MARK} Not this time", _comes_back(feedback))
        case Outcome.SHOWN:
            return (f"{WRONG_MARK} Here it is", _comes_back(feedback))


def _comes_back(feedback: Feedback) -> str:
    if not feedback.scheduled:
        return ""
    return f"it will come back in {long_span(feedback.intervals[feedback.suggested])}"


def long_span(span: timedelta) -> str:
    """A length of time with its unit written out."""
    return in_words(span, short=False)


def progress(question: Question) -> Content:
    """The status of the top row: marks, place, and roughly how long it still takes."""
    parts: list[Content] = [_marks(question), shown(("   ", ""), (f"{question.number} of {question.total}", "bold"))]
    if question.seconds_left is not None:
        parts.append(shown((f"  ·  {_about(question.seconds_left)} left", "$muted")))
    return shown(*parts)


def marks(outcomes: tuple[Outcome | None, ...], *, current: int | None = None) -> Content:
    """One mark a question: ✓ right, ✗ not, ▸ this one, · to come."""
    return shown(*(_mark(outcome, here=index == current) for index, outcome in enumerate(outcomes)))


def _marks(question: Question) -> Content:
    if question.total <= _MOST_MARKS:
        return marks(question.marks, current=question.number - 1)
    right = sum(1 for outcome in question.marks if outcome is not None and outcome.counts_as_right)
    wrong = sum(1 for outcome in question.marks if outcome is not None and not outcome.counts_as_right)
    left = question.total - right - wrong
    return shown(
        (f"{RIGHT_MARK} {right}", "$success"), "  ", (f"{WRONG_MARK} {wrong}", "$error"), (f" · {left} left", "$muted")
    )


def _mark(outcome: Outcome | None, *, here: bool) -> tuple[str, str]:
    if here:
        return ("▸", "bold $accent")
    if outcome is None:
        return ("·", "$muted")
    return (RIGHT_MARK, "$success") if outcome.counts_as_right else (WRONG_MARK, "$error")


def _about(seconds: float) -> str:
    return f"about {max(round(seconds / 60), 1)} min"


def clock_time(seconds: float) -> str:
    """A duration as "4 min 10 s"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def counted(number: int, thing: str) -> str:
    """A number of things: "1 question", "1,284 answers"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
