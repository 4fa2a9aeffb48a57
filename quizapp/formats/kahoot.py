"""Kahoot's spreadsheet: up to four answers, short texts, no reasons; rows stand where Kahoot's template has them."""

from collections.abc import Iterator
from typing import Final

from quizapp.formats.keeps import LEFT_OUT, fitting, losses_of
from quizapp.formats.options import judged, options
from quizapp.formats.parcel import Imported, Loss, Packed, Refusal, Taken
from quizapp.formats.proof import flat
from quizapp.formats.workbook import cells_of, written
from quizapp.kit.errors import InputError, Place
from quizapp.model.item import Bank, ChoiceItem, Distractor, Item, MultipleChoiceItem, TrueFalseItem

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
        InputError: it is no workbook, or not Kahoot's.
    """
    items, refusals, title, column = list[Imported](), list[Refusal](), "", -1
    for number, cells in cells_of(content, name=name):
        texts = [cell.strip() for cell in cells]
        if column < 0:
            title = title or next(filter(None, texts), "")
            column = _column(texts)
        elif column < len(texts) and texts[column]:
            try:
                items.append(_question(texts[column:], line=number))
            except ValueError as error:
                refusals.append(Refusal(number, str(error)))
    if column < 0:
        raise InputError("no row begins with “Question” and “Answer 1”, as Kahoot's do", place=Place(name))
    return Taken("" if title.startswith("Question") else title, tuple(items), tuple(refusals))


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


def _column(texts: list[str]) -> int:
    """Where the questions stand, -1 where this row is no heading."""
    starts = [text.lower().startswith("question") for text in texts]
    named = any(text.lower().startswith("answer 1") for text in texts)
    return starts.index(True) if named and True in starts else -1


def _question(cells: list[str], *, line: int) -> Imported:
    stem, answers, marked = cells[0], cells[1 : 1 + _ANSWERS], cells[2 + _ANSWERS :][:1]
    right = set(_numbers(marked[0] if marked else ""))
    keys = tuple(answer for number, answer in enumerate(answers, 1) if answer and number in right)
    wrong = tuple(
        Distractor(text=answer, why="") for number, answer in enumerate(answers, 1) if answer and number not in right
    )
    if not keys:
        raise ValueError("no answer is marked as correct")
    kind = "choice" if len(keys) == 1 else "multiple"
    return judged(Imported(kind=kind, stem=stem, keys=keys, distractors=wrong, line=line))


def _numbers(text: str) -> Iterator[int]:
    """“1,3” as numbers; a single one may come as “1.0” from a spreadsheet."""
    for part in text.replace(";", ",").split(","):
        digits = part.strip().removesuffix(".0")
        if digits.isdecimal():
            yield int(digits[:3])
