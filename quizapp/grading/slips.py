"""Slips of the finger: what may be forgiven in proportion to a word's length, and what never."""

import re
from collections.abc import Container
from typing import Final

from quizapp.grading.everyday import is_another
from quizapp.grading.vocabulary import EXACT, LOOK_ALIKES, OPPOSED_BEGINNINGS, OPPOSED_ENDINGS

ONE_SLIP_FROM: Final = 4
TWO_SLIPS_FROM: Final = 8
"""One edit in 4–7 letters, two in 8 and more (design, 8.7), in each word and in the whole answer.

With another first letter it is one at most: a finger seldom slips there, and “Harrigan” is not “Corrigan”.
"""


_ROMAN: Final = re.compile(r"m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
"""A number in Roman figures, in small letters: John XXIII is not John XXII."""


def slips(
    given: tuple[str, ...], expected: tuple[str, ...], *, others: Container[str] = (), plain: bool = False
) -> int | None:
    """How many slips of the finger lie between two answers, word by word; None when they are different answers.

    A slip is a letter left out, added, exchanged, or swapped with its neighbour. Numbers, dates, negations, points of
    the compass, words that are each other's opposite, and words among `others` are never slips of each other; nor is
    a common word one of another word where no names are expected, but `plain` words.
    """
    if len(given) != len(expected):
        return None
    total = 0
    for ours, theirs in zip(given, expected, strict=True):
        edits = word_slips(ours, theirs, others=others)
        if edits and is_another(ours, theirs, name=not plain):
            return None
        if edits is None:
            return None
        total += edits
    return total if total <= allowed(sum(map(len, expected))) else None


def word_slips(given: str, expected: str, *, others: Container[str] = ()) -> int | None:
    """How many slips lie between two words; None when they are different words."""
    if given == expected:
        return 0
    from rapidfuzz.distance import OSA  # 17 ms, paid at the first answer that is not right as it stands

    most = allowed(len(expected)) if given[0] == expected[0] else min(1, allowed(len(expected)))
    edits = OSA.distance(given, expected, score_cutoff=most)
    if edits > most:  # most words are far apart, and counting letters is the cheapest of the questions
        return None
    if _is_exact(given) or _is_exact(expected) or _confusable(given, expected) or given in others:
        return None
    return edits


def allowed(letters: int) -> int:
    """How many slips are forgiven in so many letters."""
    return 0 if letters < ONE_SLIP_FROM else 1 if letters < TWO_SLIPS_FROM else 2


def _is_exact(word: str) -> bool:
    return (
        word in EXACT
        or (not word.isalpha() and any(letter.isdigit() for letter in word))
        or bool(_ROMAN.fullmatch(word))
    )


_LOOKS_LIKE: Final[dict[str, frozenset[str]]] = {
    word: frozenset().union(*(group for group in LOOK_ALIKES if word in group))
    for group in LOOK_ALIKES
    for word in group
}


def _confusable(one: str, two: str) -> bool:
    return two in _LOOKS_LIKE.get(one, ()) or _opposed(one, two) or _opposed(two, one)


def _opposed(one: str, two: str) -> bool:
    begins = any(
        one.startswith(mine) and two.startswith(other) and one[len(mine) :] == two[len(other) :]
        for mine, other in OPPOSED_BEGINNINGS
    )
    ends = any(
        one.endswith(mine) and two.endswith(other) and one[: -len(mine)] == two[: -len(other)]
        for mine, other in OPPOSED_ENDINGS
    )
    return begins or ends
