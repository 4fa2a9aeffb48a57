"""Where a given answer and the expected one differ, as ranges to underline."""

import unicodedata
from typing import Final

from quizapp.model.response import Difference

ALIKE: Final = 0.75
"""Below this share of common letters two answers are simply different, and marking every letter says nothing."""


def differences(given: str, expected: str) -> tuple[Difference, ...]:
    """The stretches that the other does not have; none when the two have little in common."""
    from rapidfuzz.distance import Levenshtein  # 17 ms, paid at the first answer that is not right as it stands

    ours, theirs = _levelled(given), _levelled(expected)
    if ours == theirs or Levenshtein.normalized_similarity(ours, theirs) < ALIKE:
        return ()
    found: list[Difference] = []
    for code in Levenshtein.opcodes(ours, theirs):
        if code.tag != "equal" and code.src_end > code.src_start:
            found.append(Difference(side="given", start=code.src_start, end=code.src_end))
        if code.tag != "equal" and code.dest_end > code.dest_start:
            found.append(Difference(side="expected", start=code.dest_start, end=code.dest_end))
    return tuple(found)


def _levelled(text: str) -> str:
    """Case and accents taken away letter by letter, so that every place stays where it was."""
    if text.isascii():
        return text.lower()
    return "".join(_one(letter) for letter in text)


def _one(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[:1].lower()
    return base if len(base) == 1 else letter
