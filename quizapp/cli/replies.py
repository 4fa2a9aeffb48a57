"""What a typed line stands for: a verb, a choice, or words that answer."""

from typing import Final

from quizapp.cli.phrases import VERBS
from quizapp.kit.text import reading
from quizapp.model.item import ClozeItem, Item, TrueFalseItem, key_text
from quizapp.model.response import Chosen, Judged, Response
from quizapp.usecases.study import Question

_TRUE: Final = frozenset({"1", "y", "true"})
_FALSE: Final = frozenset({"2", "n", "false"})


def is_verb(said: str, item: Item | None = None) -> bool:
    """Whether a line asks for something; not when it is the item's answer, as "hint" might be."""
    if said.lower() not in VERBS:
        return False
    return item is None or reading(said) not in {reading(wording) for wording in (key_text(item), *item.accepted)}


def picked(said: str, question: Question) -> Response | None:
    """The option that a number or, for true and false, a letter stands for; None when it stands for none."""
    if isinstance(question.item, TrueFalseItem):
        return Judged(value=said.lower() in _TRUE) if said.lower() in _TRUE | _FALSE else None
    options = {str(number): option for number, option in enumerate(question.options, 1)}
    return Chosen(option=options[said]) if said in options else None


def gaps(item: Item) -> int:
    """How many lines an answer takes."""
    return len(item.keys) if isinstance(item, ClozeItem) else 1
