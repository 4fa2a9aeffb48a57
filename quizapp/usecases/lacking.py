"""What a foreign question lacks to be asked, in the words of who wrote it and not of a bank's fields."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from quizapp.formats.parcel import Imported
from quizapp.kit.text import reading, shortened
from quizapp.model.item import GAP

_FEWEST: Final = 3
"""Things to be matched or put in order; of two, luck finds the order every other time."""
_FEWEST_WRONG: Final = 2
_SHOWN: Final = 60


def lack_of(said: Imported) -> str:
    """Why a question cannot be asked, and what to do; "" where nothing obvious is missing."""
    if not said.stem.strip():
        return "the question is empty"
    return next(filter(None, _LACKS.get(said.kind, _of_one)(said)), "")


def _of_one(said: Imported) -> Iterator[str]:
    yield "there is no answer" if not _filled(said.keys) else ""
    yield "there are several answers where one is asked" if len(said.keys) > 1 else ""


def _of_choice(said: Imported) -> Iterator[str]:
    yield from _of_one(said)
    if (wrong := len(said.distractors)) < _FEWEST_WRONG:
        yield f"a choice has at least two wrong options, and this has {('none', 'one')[wrong]}"
    yield _twice([*said.keys, *(each.text for each in said.distractors)], "options")


def _of_several(said: Imported) -> Iterator[str]:
    yield "no answer is marked as right" if not _filled(said.keys) else ""
    if not said.distractors:
        yield "all of its answers are marked as right, so there is nothing to choose; unmark or add a wrong one"
    yield _twice([*said.keys, *(each.text for each in said.distractors)], "options")


def _of_pairs(said: Imported) -> Iterator[str]:
    pairs = [pair for pair in said.pairs if pair.prompt.strip() and pair.answer.strip()]
    yield (
        f"there {_counted(len(pairs), 'whole pair')}, and a question to match has at least three"
        if (len(pairs) < _FEWEST)
        else ""
    )
    yield "one of its pairs has an empty side" if len(pairs) < len(said.pairs) else ""
    yield _twice([pair.prompt for pair in pairs], "sides to be matched")
    yield _twice([pair.answer for pair in pairs], "answers")


def _of_order(said: Imported) -> Iterator[str]:
    few = len(_filled(said.keys)) < _FEWEST
    yield f"there {_counted(len(said.keys), 'thing')} to put in order, and three are the fewest" if few else ""
    yield _twice(said.keys, "things to put in order")


def _of_gaps(said: Imported) -> Iterator[str]:
    gaps, keys = said.stem.count(GAP), len(said.keys)
    yield "the sentence has no gap" if not gaps else ""
    yield f"there {_counted(gaps, 'gap')} and {keys} answer{'' if keys == 1 else 's'}" if gaps != keys else ""
    yield "a gap has no words in it" if len(_filled(said.keys)) < keys else ""


def _of_truth(said: Imported) -> Iterator[str]:
    yield "a statement to judge is True or False" if said.keys not in {("True",), ("False",)} else ""


_LACKS: Final[dict[str, Callable[[Imported], Iterator[str]]]] = {
    "choice": _of_choice,
    "multiple": _of_several,
    "matching": _of_pairs,
    "ordering": _of_order,
    "cloze": _of_gaps,
    "true-false": _of_truth,
}


def _filled(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if text.strip()]


def _counted(number: int, what: str) -> str:
    return f"is 1 {what}" if number == 1 else f"are {number or 'no'} {what}s"


def _twice(texts: Sequence[str], what: str) -> str:
    seen: set[str] = set()
    for text in texts:
        if reading(text) in seen:
            return f"two of its {what} read the same: “{shortened(text, _SHOWN)}”; change one of them"
        seen.add(reading(text))
    return ""
