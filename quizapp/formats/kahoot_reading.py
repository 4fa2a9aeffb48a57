"""Kahoot's spreadsheet as people fill it in: columns are found by their headings, wherever they stand; runs apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.formats.basket import Basket
from quizapp.formats.options import judged
from quizapp.formats.parcel import Imported, Taken
from quizapp.formats.rows import FORMULA
from quizapp.formats.workbook_reading import cells_of
from quizapp.kit.errors import InputError
from quizapp.model.item import Distractor


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where the question, its answers and the numbers of the right ones stand, counted from 0."""

    question: int
    answers: tuple[int, ...]
    right: int


def read(content: bytes) -> Taken:
    """Every question of a Kahoot spreadsheet.

    Raises:
        InputError: it is no workbook, or not Kahoot's.
    """
    basket, title, columns = Basket(), "", None
    for line, cells in cells_of(content):
        texts = [cell.strip() for cell in cells]
        if columns is None:
            title = title or next(filter(None, texts), "")
            columns = _columns(texts)
        elif _at(texts, columns.question):
            with basket.at(line):
                basket.add(_question(texts, columns, line=line))
    if columns is None:
        raise InputError("no row begins with “Question” and “Answer 1”, as Kahoot's do")
    return basket.taken("" if title.startswith("Question") else title)


def _columns(texts: list[str]) -> _Columns | None:
    """The columns that a heading names, None where this row is no heading of Kahoot's."""
    named = [text.lower() for text in texts]
    question = _first(named, "question")
    answers = tuple(number for number, text in enumerate(named) if text.startswith("answer "))
    if question < 0 or not answers:
        return None
    return _Columns(question=question, answers=answers, right=_first(named, "correct"))


def _first(named: list[str], word: str) -> int:
    return next((number for number, text in enumerate(named) if text.startswith(word)), -1)


def _at(texts: list[str], column: int) -> str:
    return texts[column] if 0 <= column < len(texts) else ""


def _question(texts: list[str], columns: _Columns, *, line: int) -> Imported:
    stem, marked = _at(texts, columns.question), _at(texts, columns.right)
    answers = [_at(texts, column) for column in columns.answers]
    if FORMULA in (stem, marked, *answers):
        raise ValueError("a cell is a formula without a result, and formulas are not calculated; write what it gives")
    right = set(_numbers(marked))
    keys = tuple(answer for number, answer in enumerate(answers, 1) if answer and number in right)
    wrong = tuple(
        Distractor(text=answer, why="") for number, answer in enumerate(answers, 1) if answer and number not in right
    )
    if not keys:
        raise ValueError("no answer is marked as correct")
    kind = "choice" if len(keys) == 1 else "multiple"
    return judged(Imported(kind=kind, stem=stem, keys=keys, distractors=wrong, line=line, place=f"row {line}"))


def _numbers(text: str) -> Iterator[int]:
    """“1,3” as numbers; a single one may come as “1.0” from a spreadsheet."""
    for part in text.replace(";", ",").split(","):
        digits = part.strip().removesuffix(".0")
        if digits.isdecimal():
            yield int(digits[:3])
