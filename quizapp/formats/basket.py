"""What a reader takes from a file, line by line, until it is too much for any honest one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from quizapp.formats.parcel import Imported, Refusal, Taken
from quizapp.kit.errors import InputError, Place

MOST: Final = 20_000
"""Questions of one file, those that are refused included: ten times the largest set that people share."""

LONGEST: Final = 100_000
"""Characters of one question."""


class Basket:
    """The questions of a file and what of it was left, in its order; `name` is the file's, for messages."""

    def __init__(self, *, name: str = "") -> None:
        """Begin with nothing."""
        self._name = name
        self._items: list[Imported] = []
        self._refusals: list[Refusal] = []
        self._beside: list[Refusal] = []

    @contextmanager
    def at(self, line: int, *, counted: str = "") -> Iterator[None]:
        """Read a question that begins on a line; where it raises a ValueError, its sentence is why it is left out."""
        try:
            yield
        except ValueError as error:
            self.refuse(line, str(error), counted=counted)

    def add(self, said: Imported) -> None:
        """Take a question.

        Raises:
            InputError: there are too many.
            ValueError: it is too long for a question.
        """
        _check_length(_length(said))
        self._items.append(said)
        self._check_room()

    def refuse(self, line: int, why: str, *, counted: str = "") -> None:
        """Leave a question out; `counted` says what is counted where there are no lines.

        Raises:
            InputError: there are too many.
        """
        self._refusals.append(Refusal(line, why, counted))
        self._check_room()

    def leave(self, line: int, what: str) -> None:
        """Say what of the file is not taken, though its questions are."""
        self._beside.append(Refusal(line, what))

    def taken(self, title: str = "") -> Taken:
        """All of it, under the file's title."""
        return Taken(title, tuple(self._items), tuple(self._refusals), tuple(self._beside))

    def _check_room(self) -> None:
        if len(self._items) + len(self._refusals) > MOST:
            place = Place(self._name) if self._name else None
            raise InputError(f"there are more than {MOST:,} questions in this; split it into parts", place=place)


def bounded(markup: str) -> str:
    """The markup of a question, before it is taken apart.

    Raises:
        ValueError: it is too long for a question.
    """
    _check_length(len(markup))
    return markup


def _check_length(length: int) -> None:
    if length > LONGEST:
        raise ValueError(f"this is longer than {LONGEST:,} characters; no question is, so part it")


def _length(said: Imported) -> int:
    texts = (said.stem, said.rationale, said.value, said.unit, said.id, *said.keys, *said.accepted, *said.quotes)
    wrong = sum(len(each.text) + len(each.why) for each in said.distractors)
    return sum(map(len, texts)) + wrong + sum(len(pair.prompt) + len(pair.answer) for pair in said.pairs)
