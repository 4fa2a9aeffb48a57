"""Kahoot's spreadsheet: up to four answers, short texts, no reasons; rows stand where Kahoot's template has them."""

from typing import Final

from quizapp.formats.apart import take_apart
from quizapp.formats.keeps import LEFT_OUT, fitting, losses_of
from quizapp.formats.options import options
from quizapp.formats.parcel import Loss, Packed, Taken
from quizapp.formats.proof import flat
from quizapp.formats.workbook import written
from quizapp.model.item import Bank, ChoiceItem, Item, MultipleChoiceItem, TrueFalseItem

LONGEST_QUESTION: Final = 120
LONGEST_ANSWER: Final = 75
SECONDS: Final = 30
"""One of the times that Kahoot knows: 5, 10, 20, 30, 60, 90, 120 and 240."""

HEADING: Final = (
    "",
    "Question - max 120 characters",
    "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_ANSWERS: Final = 4
_ABOVE: Final = 7
_WIDTHS: Final = (5, 60, 30, 30, 30, 30, 16, 16)


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """What of a bank Kahoot can ask; the answers' order follows from the seed."""
    losses, rows = list[Loss](), list[list[str | int]]()
    for item in bank.items:
        losses += losses_of(item, name="kahoot")
        for each in fitting((item,), name="kahoot"):
            answers, right = _answers(each, seed=seed)
            if too_long := _too_long(each, answers):
                losses.append(Loss(item.id, f"{LEFT_OUT}: {too_long}"))
                continue
            padded = [*answers, *[""] * (_ANSWERS - len(answers))]
            rows.append([len(rows) + 1, flat(each.stem), *padded, SECONDS, ",".join(map(str, right))])
    above = [["", flat(bank.article.title)], *[[""]] * (_ABOVE - 1)]
    return Packed(written([*above, HEADING, *rows], sheet="Sheet1", widths=_WIDTHS), tuple(losses))


def take(content: bytes, *, name: str) -> Taken:
    """Every question of a Kahoot spreadsheet.

    Raises:
        InputError: it is no workbook, not Kahoot's, or takes too long or too much memory.
        DiskError: the reader cannot be started.
    """
    return take_apart("kahoot_reading", content, name=name)


def _answers(item: Item, *, seed: str) -> tuple[list[str], list[int]]:
    """The answers, and the numbers of the right ones."""
    if isinstance(item, ChoiceItem | MultipleChoiceItem):
        shown = options(item, seed=seed)
        right = [number for number, each in enumerate(shown, 1) if each.right]
        return [flat(each.text) for each in shown], right
    return ["True", "False"], [1 if isinstance(item, TrueFalseItem) and item.key else 2]


def _too_long(item: Item, answers: list[str]) -> str:
    if len(flat(item.stem)) > LONGEST_QUESTION:
        return f"a question has {LONGEST_QUESTION} characters at most in Kahoot, and this one {len(flat(item.stem))}"
    longest = max(map(len, answers))
    if longest > LONGEST_ANSWER:
        return f"an answer has {LONGEST_ANSWER} characters at most in Kahoot, and here is one of {longest}"
    return ""
