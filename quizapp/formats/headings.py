"""What the columns of somebody's table are called, and which of ours they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

DELIMITERS: Final = ",;|^"
"""What spreadsheets put between columns, besides tabs; the first is the usual one."""
DELIMITER_NAMED: Final = re.compile(r"sep=(.)\r?\n")
"""A first line by which a spreadsheet says which."""

CALLED: Final = {
    "id": ("question id",),
    "kind": (),
    "question": ("question text", "question title", "question stem", "stem", "prompt", "front", "term", "q"),
    "answer": (
        "answers", "correct answer", "correct answers", "correct", "correct option", "correct choice", "right answer",
        "right answers", "answer key", "key", "keys", "solution", "back", "definition", "ans", "a",
    ),
    "wrong answers": (
        "wrong answer", "wrong", "incorrect answers", "incorrect answer", "incorrect", "distractors", "distractor",
    ),
    "accepted": ("also accepted", "accepted answers", "alternative answers", "other answers", "synonyms"),
    "pairs": (),
    "number": ("value",),
    "unit": ("units",),
    "exactness": ("hedge",),
    "rationale": ("explanation", "answer explanation", "feedback", "reason"),
    "evidence": ("quote",),
    "source": (),
}  # fmt: skip
"""Our columns, each with what else it is called; capitals, `_` and what stands in parentheses make no difference."""

WRONG_WORDS: Final = ("wrong", "incorrect", "distractor")
OPTION_WORDS: Final = ("option", "choice", "answer", "alternative")
"""How headings begin of which there are several, each with a number or a letter: `Wrong answer 1`, `Option B`."""

_KNOWN: Final = {other: name for name, others in CALLED.items() for other in (name, *others)}
_LABEL: Final = r"(?P<label>[0-9]{1,2}|[a-j])"
_WRONG: Final = re.compile(rf"(?:{'|'.join(WRONG_WORDS)})(?: answer| option| choice)? ?{_LABEL}")
_OPTION: Final = re.compile(rf"(?:{'|'.join(OPTION_WORDS)}) ?{_LABEL}|(?P<letter>[a-j])")
_ASIDE: Final = re.compile(r"\((?!s\))[^()]*\)|[^\w() ]|[()]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where a table has what, by the numbers of its columns from 0: ours by name, wrong answers, options by label."""

    ours: dict[int, str]
    wrong: tuple[int, ...]
    options: dict[int, str]


def columns_of(headings: Sequence[str]) -> Columns:
    """The columns that headings name; of two that mean the same the first counts."""
    names = [_plain(heading) for heading in headings]
    wrong = tuple(number for number, name in enumerate(names) if _WRONG.fullmatch(name))
    options = _options(names)
    ours: dict[int, str] = {}
    for number, name in enumerate(names):
        if number not in options and (known := _KNOWN.get(name, "")) and known not in ours.values():
            ours[number] = known
    if "kind" not in ours.values():  # somebody's “number” counts the questions
        ours = {number: name for number, name in ours.items() if names[number] != "number"}
    return Columns(ours=ours, wrong=wrong, options=options)


def column_of(heading: str) -> str:
    """The column of ours that a heading names, "" for none."""
    return _KNOWN.get(_plain(heading), "")


def _plain(heading: str) -> str:
    return " ".join(_ASIDE.sub("", heading.replace("_", " ").lower()).split())


def _options(names: list[str]) -> dict[int, str]:
    """The options by their labels; one alone is none, and letters alone are some where there are several."""
    found = {number: match for number, name in enumerate(names) if (match := _OPTION.fullmatch(name))}
    letters = sum(match["letter"] is not None for match in found.values())
    options = {
        number: match["label"] or match["letter"]
        for number, match in found.items()
        if match["letter"] is None or letters > 1
    }
    return options if len(options) > 1 else {}
