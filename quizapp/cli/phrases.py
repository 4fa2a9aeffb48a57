"""What a sitting says in lines: the question, the verdict, the grades, the results."""

from collections.abc import Iterator
from typing import Final

from quizapp.kit.durations import in_words
from quizapp.kit.text import one_line
from quizapp.model.item import (
    ChoiceItem,
    ClozeItem,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    TrueFalseItem,
    key_text,
)
from quizapp.model.memory import Rating
from quizapp.usecases.study import Feedback, Question, Results
from quizapp.usecases.wording import ANEW, GRADES, VERDICTS, consequence, form

VERBS: Final = frozenset({"?", "help", "hint", "later", "flag", "undo", "q", "quit"})
UNDO: Final = "u"
"""The key that takes back in the app does so here, too."""
HELP_ASKING: Final = (
    "Enter alone shows the answer. hint: a hint. later: not today. flag: something is wrong with the question.",
    "undo, or u where no words are typed: takes the last step back. q: stop; every answer is kept.",
)
HELP_GRADING: Final = (
    "Enter accepts the suggested grade and goes on; 1 Again, 2 Hard, 3 Good, 4 Easy choose another.",
    "o: I was right; o again: let the wording count from now on. undo or u: takes the answer back.",
    "flag: something is wrong with the question. q: stop; every answer is kept.",
)
AFTER_A_MISS: Final = "After a miss only Again counts; type o first if you were right, or flag if the question is bad."
MAY_COUNT: Final = "o: let this wording count from now on."
MAY_LET_GO: Final = "o: this wording shall count no more."
COVERED: Final = "Enter shows the choices: "
COUNTS: Final = "This wording counts from now on; undo takes that back."


def question_lines(question: Question) -> Iterator[str]:
    """The question with its numbered choices."""
    item = question.item
    yield ""
    asked = f"Question {question.number} of {question.total}: {one_line(', '.join(form(item)))}"
    yield asked if asked.endswith("?") else f"{asked}."
    if question.anew:
        yield ANEW
    if isinstance(item, TrueFalseItem):
        yield "According to the article:"
    yield one_line(item.stem)
    if isinstance(item, MatchingItem):
        yield from (f"{letter(place)}  {one_line(pair.prompt)}" for place, pair in enumerate(item.pairs))
    if not question.covered:
        yield from option_lines(question)


def option_lines(question: Question) -> Iterator[str]:
    """The numbered choices."""
    for number, option in enumerate(question.options, 1):
        yield f"{number}  {one_line(option)}"


def prompt(question: Question, gap: int = 0) -> str:
    """What to type now; `gap` counts the gaps filled so far."""
    match question.item:
        case ChoiceItem() | TrueFalseItem():
            return f"Your choice, 1–{len(question.options)}: "
        case ClozeItem(keys=keys) if len(keys) > 1:
            return f"Gap {gap + 1} of {len(keys)}: "
        case NumericItem(unit=unit) if unit:
            return f"Your answer, in {one_line(unit)}: "
        case MultipleChoiceItem():
            return "All that are right, such as 1 3: "
        case MatchingItem(pairs=pairs):
            return f"The numbers for a to {letter(len(pairs) - 1)} in turn, such as {example(len(pairs))}: "
        case OrderingItem(keys=keys):
            return f"The numbers in order, such as {example(len(keys))}: "
        case ShortAnswerItem() | NumericItem() | ClozeItem():
            return "Your answer: "


def what_to_type(question: Question) -> str:
    """What an answer that was not understood should have been."""
    last = len(question.options)
    match question.item:
        case MultipleChoiceItem():
            what = f"Type the numbers of all that are right, each once, from 1 to {last}"
        case MatchingItem(pairs=pairs):
            what = f"Type {len(pairs)} numbers from 1 to {last}, one for each letter"
        case OrderingItem():
            what = f"Type the numbers 1 to {last}, each once, in order"
        case _:
            what = f"Type a number from 1 to {last}"
    return f"{what}; enter alone shows the answer."


def letter(place: int) -> str:
    """What stands before a prompt."""
    return chr(ord("a") + place)


def example(count: int) -> str:
    """An answer of so many numbers, as it is typed: the last first."""
    return " ".join(str(number) for number in range(count, 0, -1))


def feedback_lines(feedback: Feedback) -> Iterator[str]:
    """The verdict first, then the answer, then the sentence of the article that proves it."""
    yield _verdict(feedback)
    item = feedback.question.item
    yield f"Answer: {one_line(key_text(item))}"
    if item.accepted and not isinstance(item, ChoiceItem):
        yield f"Also right: {one_line('; '.join(item.accepted))}"
    yield from (
        f"You chose {one_line(option.text)}: {one_line(option.why)}"
        for option in feedback.options
        if option.picked and not option.is_key
    )
    article = feedback.question.article
    for evidence in feedback.evidence:
        yield f"From the article, paragraph {article.paragraph_of(evidence.span)}: {one_line(evidence.quote)}"
    if item.origin:
        yield f"Imported from {one_line(item.origin)}"
    if feedback.may_count:
        yield MAY_COUNT
    if feedback.may_let_go:
        yield MAY_LET_GO
    if not feedback.saved:
        yield "This answer could not be saved; it is kept and tried again with the next one."


def grade_prompt(feedback: Feedback) -> str:
    """The grades that can be given, the suggested one first."""
    if not feedback.scheduled:
        return "Enter goes on: "
    suggested = _grade(feedback, feedback.suggested)
    if not feedback.grade.outcome.counts_as_right:
        return f"Enter goes on with {suggested}: "
    others = ", ".join(_grade(feedback, rating) for rating in Rating if rating is not feedback.suggested)
    return f"Enter accepts {suggested}; or {others}: "


def result_lines(results: Results) -> Iterator[str]:
    """The score and what comes back when."""
    yield ""
    left = results.total - results.answered
    if not results.scheduled:
        begin = "Done" if results.finished else f"Stopped, {left} left"
        yield f"{begin}. {results.right} of {results.answered} right; the schedule stays as it is."
    elif results.finished:
        yield f"Done for today. {results.right} of {results.total} right."
    else:
        going_on = "; quizapp study goes on" if results.saved and results.answered else ""
        yield f"Paused. {results.right} of {results.answered} right, {left} left{going_on}."
    for missed in results.missed:
        back = f" It will come back in {in_words(missed.comes_back, short=False)}." if missed.comes_back else ""
        yield f"Missed: {one_line(missed.item.stem)} Answer: {one_line(key_text(missed.item))}.{back}"


def _verdict(feedback: Feedback) -> str:
    more = consequence(feedback)
    return VERDICTS[feedback.grade.outcome] + (f"; {one_line(more)}." if more else ".")


def _grade(feedback: Feedback, rating: Rating) -> str:
    return f"{rating.value} {GRADES[rating]} ({in_words(feedback.intervals[rating])})"
