"""Line breaks and tabs within a question and its answers: which formats keep them, and what is said where not."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final

from quizapp.formats.keeps import as_imported
from quizapp.formats.parcel import Loss
from quizapp.model.item import Item


class Spaces(Enum):
    """What a format keeps of the white space between words, longer than one space."""

    WHOLE = "everything"
    BREAKS = "line breaks, without blank lines and tabs"
    NONE = "nothing: each is a space"


_QUESTION: Final = {
    **dict.fromkeys(("anki", "anki-text", "hashcards", "obsidian"), Spaces.BREAKS),
    **dict.fromkeys(("kahoot", "qti12", "qti21", "aiken", "worksheet-html", "worksheet-pdf"), Spaces.NONE),
}
_ANSWERS: Final = {
    "anki": Spaces.BREAKS,
    **dict.fromkeys(("anki-text", "hashcards", "obsidian", "kahoot", "qti12", "qti21", "aiken"), Spaces.NONE),
    **dict.fromkeys(("worksheet-html", "worksheet-pdf"), Spaces.NONE),
}
_LOST: Final = {
    Spaces.WHOLE: re.compile(r"(?!)"),
    Spaces.BREAKS: re.compile(r"\n\s*\n|\t"),
    Spaces.NONE: re.compile(r"[\n\t]"),
}


def of_question(name: str) -> Spaces:
    """What a format keeps in a question."""
    return _QUESTION.get(name, Spaces.WHOLE)


def of_answers(name: str) -> Spaces:
    """What a format keeps in answers, right and wrong, and in the two sides of a pair."""
    return _ANSWERS.get(name, Spaces.WHOLE)


def spaces_lost(items: Iterable[Item], *, name: str) -> Iterator[Loss]:
    """A loss for every item whose line breaks, blank lines or tabs a format does not keep."""
    for item in items:
        said = as_imported(item)
        answers = (*said.keys, *(each.text for each in said.distractors))
        sides = (side for pair in said.pairs for side in (pair.prompt, pair.answer))
        lost = _LOST[of_question(name)].search(said.stem.strip())
        if lost or any(_LOST[of_answers(name)].search(text.strip()) for text in (*answers, *sides)):
            yield Loss(item.id, "has line breaks, blank lines or tabs that become spaces or go")
