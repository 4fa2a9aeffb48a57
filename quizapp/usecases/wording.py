"""What every face says in the same words: the form of an answer, the verdict, the grades, why a question is flagged."""

from typing import Final

from quizapp.kit.durations import in_words
from quizapp.model.fact import Hedge
from quizapp.model.item import (
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    TrueFalseItem,
)
from quizapp.model.memory import Rating
from quizapp.model.outcome import Outcome
from quizapp.usecases.showing import Feedback

GRADES: Final = {Rating.AGAIN: "Again", Rating.HARD: "Hard", Rating.GOOD: "Good", Rating.EASY: "Easy"}
FLAG_REASONS: Final = ("wrong answer", "unclear", "too easy", "other")
VERDICTS: Final = {
    Outcome.RIGHT: "Correct",
    Outcome.CLOSE: "Close enough",
    Outcome.WRONG: "Not this time",
    Outcome.SHOWN: "Here it is",
}

ANEW: Final = "The answer has changed since you learned it: it starts anew."


def form(item: Item) -> tuple[str, ...]:
    """What form the answer takes: the kind, then a word or two."""
    match item:
        case ChoiceItem():
            return ("multiple choice", "pick one")
        case TrueFalseItem():
            return ("true or false", "what does the article say?")
        case ShortAnswerItem():
            return ("short answer", "a few words")
        case NumericItem(unit=unit, hedge=hedge):
            exact = "the exact figure" if hedge is Hedge.EXACT else f"the article says “{hedge}”"
            return ("number", f"in {unit}", exact) if unit else ("number", exact)
        case ClozeItem(keys=keys):
            return ("fill the gap", "one or two words") if len(keys) == 1 else ("fill the gaps", f"{len(keys)} gaps")
        case MultipleChoiceItem() | MatchingItem() | OrderingItem():
            return _GATHERED[item.kind]


_GATHERED: Final = {
    "multiple": ("multiple answers", "tick all that are right"),
    "matching": ("match", "one for each"),
    "ordering": ("put in order", "first things first"),
}


def given_up(reason: str) -> str:
    """What is said of a question that is asked no more because it was missed too often."""
    return f"Flagged: {reason}. You will not be asked this again until you have looked at it."


def consequence(feedback: Feedback) -> str:
    """What a verdict adds: why a slip was forgiven, or when a question that was not known comes back."""
    grade = feedback.grade
    match grade.outcome:
        case Outcome.RIGHT:
            return grade.note
        case Outcome.CLOSE:
            return grade.note or "it counts as right"
        case Outcome.WRONG | Outcome.SHOWN:
            partly = f"{grade.note}; " if len(grade.parts) > 1 and grade.note else ""
            if not feedback.scheduled:
                return partly.removesuffix("; ")
            return f"{partly}it will come back in {in_words(feedback.intervals[feedback.suggested], short=False)}"
