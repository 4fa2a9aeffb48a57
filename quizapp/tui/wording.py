"""What the screens say about a question, an answer and a sitting."""

from datetime import timedelta
from typing import Final

from textual.content import Content

from quizapp.kit.durations import in_words
from quizapp.model.item import Item, distractors_of
from quizapp.model.outcome import Outcome
from quizapp.tui.safe import shown
from quizapp.usecases.showing import Feedback, Question
from quizapp.usecases.wording import VERDICTS, consequence, form

RIGHT_MARK: Final = "✓"
WRONG_MARK: Final = "✗"
_QUICK: Final = 4.0  # seconds; the design's example of a quick answer took 2.8
_MOST_MARKS: Final = 20  # one mark a question up to here, then counts


def kind_line(item: Item) -> tuple[str, ...]:
    """What form the answer takes: the kind in capitals, then a word or two."""
    kind, *more = form(item)
    return (kind.upper(), *more)


def reasons(item: Item) -> tuple[str, ...]:
    """Why each option is right or wrong, as far as it is known before the answer; for the room it takes."""
    return (item.rationale, *(distractor.why for distractor in distractors_of(item)))


def verdict(feedback: Feedback) -> tuple[str, str]:
    """The verdict in a word or two, and what to add to it."""
    outcome = feedback.grade.outcome
    quick = f"{feedback.seconds:.1f} s, nicely done" if outcome is Outcome.RIGHT and feedback.seconds <= _QUICK else ""
    mark = RIGHT_MARK if outcome.counts_as_right else WRONG_MARK
    return (f"{mark} {VERDICTS[outcome]}", consequence(feedback) or quick)


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
