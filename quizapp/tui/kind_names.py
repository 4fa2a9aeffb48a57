"""The kinds of questions in a word, for lists and counts."""

from typing import Final

KIND_NAMES: Final = {
    "choice": "choice",
    "true-false": "true/false",
    "short": "typed",
    "numeric": "number",
    "cloze": "gap",
    "multiple": "multiple answers",
    "matching": "match",
    "ordering": "order",
}


def kinds_in_words(kinds: dict[str, int]) -> str:
    """How many questions of each kind: "21 choice · 6 number"."""
    return " · ".join(f"{number} {KIND_NAMES.get(kind, kind)}" for kind, number in kinds.items() if number)
