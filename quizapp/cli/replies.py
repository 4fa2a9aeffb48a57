"""What a typed line stands for: a verb, a choice, or words that answer."""

import re
from typing import Final

from quizapp.cli.phrases import UNDO, VERBS
from quizapp.kit.text import reading
from quizapp.model.item import ClozeItem, GatheredItem, Item, MatchingItem, TrueFalseItem, TypedItem, key_text
from quizapp.model.response import Chosen, Judged, Picked, Response
from quizapp.usecases.picks import wanted_picks
from quizapp.usecases.study import Question

_TRUE: Final = frozenset({"1", "y", "true"})
_FALSE: Final = frozenset({"2", "n", "false"})


def is_verb(said: str, item: Item | None = None) -> bool:
    """Whether a line asks for something; not when it is the item's answer, as "hint" might be."""
    if said.lower() == UNDO:  # a letter may be what is asked for where words are typed
        return not isinstance(item, TypedItem)
    if said.lower() not in VERBS:
        return False
    return item is None or reading(said) not in {reading(wording) for wording in (key_text(item), *item.accepted)}


def picked(said: str, question: Question) -> Response | None:
    """The options that numbers or, for true and false, a letter stand for; None when they stand for no answer."""
    if isinstance(question.item, GatheredItem):
        return _several(said, question, wanted_picks(question.item))
    if isinstance(question.item, TrueFalseItem):
        return Judged(value=said.lower() in _TRUE) if said.lower() in _TRUE | _FALSE else None
    options = {str(number): option for number, option in enumerate(question.options, 1)}
    return Chosen(option=options[said]) if said in options else None


def _several(said: str, question: Question, wanted: int | None) -> Response | None:
    """Numbers with spaces, commas or letters between them: "1 3", "a2 b1 c3", "312"."""
    numbers = re.findall(r"\d+", said)
    if len(numbers) == 1 and len(question.options) <= _ONE_DIGIT:
        numbers = list(numbers[0])
    if re.search(r"[^\d\s,.;a-zA-Z→>=-]", said) or any(not 1 <= int(n) <= len(question.options) for n in numbers):
        return None
    distinct = len(set(numbers)) == len(numbers) or isinstance(question.item, MatchingItem)
    if not numbers or not distinct or (wanted is not None and len(numbers) != wanted):
        return None
    return Picked(options=tuple(question.options[int(number) - 1] for number in numbers))


_ONE_DIGIT: Final = 9


def gaps(item: Item) -> int:
    """How many lines an answer takes."""
    return len(item.keys) if isinstance(item, ClozeItem) else 1
