"""Ranges as people write them: between 60 and 75 °C, 60-75 °C, £700m to £730m."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from quizapp.grading.numbers import Quantity, parse_quantity
from quizapp.grading.verdict import Verdict
from quizapp.kit.text import one_line
from quizapp.model.outcome import Outcome

LONGEST: Final = 80
"""Characters of a typed range that are read."""

_ENDS: Final = (
    re.compile(r"(?:anywhere |somewhere )?between (?P<low>.+?) and (?P<high>.+)"),
    re.compile(r"(?:from )?(?P<low>.*\d.*?) (?:to|till|until) (?P<high>.*\d.*)"),
    re.compile(r"(?P<low>[^\d\s]?\s?\d[\d.,]*\s?[^\s\d-]*)\s?-\s?(?P<high>[^\d\s]?\d.*)"),
)

Range = tuple[Quantity, Quantity]


@lru_cache(maxsize=1024)
def parse_range(text: str) -> Range | None:
    """Both ends of a range, the lower one with the unit that is written once; None when a text is no range."""
    plain = one_line(text, limit=LONGEST).casefold().replace("–", "-").replace("—", "-").strip(" .")
    for pattern in _ENDS:
        found = pattern.fullmatch(plain)
        ends = _quantities(found["low"], found["high"]) if found else (None, None)
        if ends[0] is not None and ends[1] is not None and ends[0].value < ends[1].value:
            low, high = ends[0], ends[1]
            return replace(low, unit=low.unit or high.unit), replace(high, unit=high.unit or low.unit)
    return None


def _quantities(low: str, high: str) -> tuple[Quantity | None, Quantity | None]:
    if _YEAR.fullmatch(low) and _END.fullmatch(high):  # 1914-18
        high = low[:2] + high
    return parse_quantity(low), parse_quantity(high)


_YEAR: Final = re.compile(r"[12]\d{3}")
_END: Final = re.compile(r"\d\d")


def judge_range(given: str, wanted: Range, *, text: str) -> Verdict:
    """The verdict on a typed range: both ends and the unit exact."""
    said = parse_range(given)
    note = "the article gives a range" if said is None else ""
    same = said is not None and all(
        ours.value == theirs.value and set(ours.unit) == set(theirs.unit)
        for ours, theirs in zip(said, wanted, strict=True)
    )
    return Verdict(outcome=Outcome.RIGHT if same else Outcome.WRONG, rule="range", expected=text, note=note)
