"""Names as they may be said: with a number in words, without the kind of thing that the question says already."""

import re
from typing import Final

from quizapp.grading.vocabulary import CARDINALS, ORDINALS, TITLES
from quizapp.grading.words import core_words, split_lead, words

KINDS: Final = frozenset(
    "lake river mount mountain island sea ocean desert bay strait canal valley street bridge castle university college"
    " school hospital museum theatre company city town village county province state island hotel ship".split()
)
"""Kinds of things that are a part of their names."""

_ROMAN: Final = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_UNITS: Final = {figures: number for number, figures in enumerate(" i ii iii iv v vi vii viii ix".split(" "))}


def left_out_kind(given: str, wording: str, stem: str) -> bool:
    """Whether only the kind of a thing was left out that the question names: “Which lake …?” – “Ladoga”."""
    if not wording[:1].isupper():
        return False
    kinds = KINDS.intersection(words(stem))
    theirs = core_words(wording)
    return bool(kinds) and core_words(given) == tuple(word for word in theirs if word not in kinds) != ()


def same_numeral(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names differ in nothing but how their number is written: Henry VIII, Henry the Eighth, Apollo 11."""
    (our_lead, ours), (their_lead, theirs) = split_lead(ours, TITLES), split_lead(theirs, TITLES)
    if len(ours) < 2 or ours[:-1] != theirs[:-1] or (our_lead and their_lead and our_lead != their_lead):  # noqa: PLR2004  a name and its number
        return False
    one, other = ours[-1], theirs[-1]
    return bool(_roman(one) or _roman(other)) and _numeral(one) == _numeral(other) != 0


def _numeral(word: str) -> int:
    """The number that a last part of a name says, 0 for none."""
    figures = CARDINALS.get(word) or ORDINALS.get(word, word).rstrip("stndrh")
    return int(figures) if figures.isdecimal() else _roman(word)


def _roman(word: str) -> int:
    found = _ROMAN.fullmatch(word)
    return 10 * len(found[1]) + _UNITS[found[2]] if found else 0
