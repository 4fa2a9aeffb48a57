"""How likely readers are to print a question by what can be seen of it, and how well that tells on rounds left out.

Usage: printed.py

A question counts as accepted where no reader put a 0 into a fatal column. A logistic regression (with a ridge of 5)
tells of each round what it learnt from all others: readers, articles and rules changed between rounds.
"""

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sheet import FATAL

from quizapp.kit.text import reading
from quizapp.writing.phrases import STOP

JUDGED: Final = Path(__file__).parent / "judgements" / "generated"
FIRST: Final = 9
"""The first round whose generator was much like today's."""
LATE: Final = 18
"""From this round on the rules were those of today but for their number."""
RIDGE: Final = 5.0
STEPS: Final = 30

Column = NDArray[np.float64]


def traits(stem: str, key: str, title: str) -> dict[str, float]:
    """What is seen of a question, its answer and the article's title, each 0–1 or a small count."""
    low = stem.lower()
    words = _content(stem)
    answer = key.split()
    said = bool(_QUOTES.search(low))
    seen = {
        "asks who said a quotation": said,
        "on what date": "what date" in low,
        "in which year": "which year" in low,
        "how much, how long, what share": bool(_MEASURES.search(low)),
        "how many": "how many" in low,
        "what": bool(_WHAT.search(low)) and not said,
        "which": bool(_WHICH.search(low)),
        "a gap": "____" in stem,
        "to be judged": key in {"True", "False"},
        "three words of content": len(words) <= _FEW,
        "four words of content": len(words) == _FEW + 1,
        "names somebody": bool(_NAMED.search(stem)),
        "quotes": "“" in stem and not said,
        "a relative clause": bool(_RELATIVE.search(low)) and not _SAID_THAT.search(low),
        "had": bool(_HAD.search(low)),
        "a pronoun": bool(_PRONOUN.search(low)),
        "answer: a capital": key[:1].isupper(),
        "answer: a figure": bool(_FIGURE.match(key)),
        "answer: the": key.lower().startswith("the "),
        "answer: a": key.lower().startswith(("a ", "an ")),
        "answer: that": key.startswith("that "),
    }
    return {name: 1.0 for name, there in seen.items() if there} | {
        "answer: four words": min(len(answer), _LONG_ANSWER) / 4,
        "stem: five words over eighteen": max(0, len(stem.split()) - _LONG_STEM) / 5,
        "a word of the title": float(min(3, len(words & _content(title)))),
    }


_FEW: Final = 3
_LONG_ANSWER: Final = 12
_LONG_STEM: Final = 18
_QUOTES: Final = re.compile(r"\b(?:said|wrote|say|write), “")
_SAID_THAT: Final = re.compile(r"^(?:according to|who \w+ that\b)")
_MEASURES: Final = re.compile(r"\b(?:how much|how long|what percentage|what share)\b")
_WHAT: Final = re.compile(r"\bwhat\b(?! (?:date|percentage|share))")
_WHICH: Final = re.compile(
    r"\b(?:in |to |from |at )?which (?!year)\w+ (?:did|was|were|is|are|has|had|have|will|do|does)\b"
)
_NAMED: Final = re.compile(r"(?<!^)(?<![?.“] )\b[A-Z][a-z]")
_RELATIVE: Final = re.compile(r".{5}.*\b(?:which|who|whose|that)\b")
_HAD: Final = re.compile(r"\bhad\b")
_PRONOUN: Final = re.compile(r"\b(?:he|she|his|her|it|its|they|their|them)\b")
_FIGURE: Final = re.compile(r"\d|[£$€]")
_UNTOLD: Final = frozenset({"many", "much", "year", "date", "said", "according"})


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]\w*", reading(text)) if word not in STOP} - _UNTOLD


def rows() -> list[tuple[str, dict[str, float], bool]]:
    """Each judged question: its round, its traits and whether all its readers accepted it."""
    found: dict[str, dict[str, tuple[dict[str, str], bool]]] = defaultdict(dict)
    for path in sorted(JUDGED.glob("*-open*.csv")):
        number = re.search(r"round-(\d+)", path.name)
        name = number.group(1) if number else "november"
        if number and int(name) < FIRST:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                accepted = all(row[column].strip() != "0" for column in FATAL)
                before = found[name].get(row["id"], (row, True))[1]
                found[name][row["id"]] = (row, accepted and before)
    return [(name, _traits(row, name), ok) for name, each in found.items() for row, ok in each.values()]


def _traits(row: dict[str, str], name: str) -> dict[str, float]:
    key = row["answer"].split(" (also")[0]
    seen = traits(" ".join(row["question"].split()), key, row["article"])
    others = {"november": name == "november", "before": name != "november" and int(name) < LATE}
    return {"base": 1.0, **seen, **{other: 1.0 for other, there in others.items() if there}}


def fitted(table: Column, accepted: Column) -> Column:
    """The weights that make what was seen likeliest, less the ridge."""
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (accepted - chance) - RIDGE * weights
        bend = (table.T * (chance * (1 - chance))) @ table + RIDGE * np.eye(table.shape[1])
        weights += np.linalg.solve(bend, slope)
    return weights


def main() -> int:
    """Print what telling is worth on rounds left out, then the weights fitted on all."""
    judged = rows()
    names = sorted({name for _, seen, _ in judged for name in seen})
    table = np.array([[seen.get(name, 0.0) for name in names] for _, seen, _ in judged])
    accepted = np.array([float(ok) for *_, ok in judged])
    rounds = np.array([name for name, *_ in judged])
    told = np.zeros(len(judged))
    for one in set(rounds):
        out = rounds == one
        told[out] = table[out] @ fitted(table[~out], accepted[~out])
    late = np.array([name.isdigit() and int(name) >= LATE for name in rounds])
    order = np.argsort(-told[late])
    print(
        f"{len(judged)} questions, {accepted.mean():.1%} accepted;",
        f"{late.sum()} of rounds {LATE} on, {accepted[late].mean():.1%}",
    )
    for share in (0.3, 0.5, 0.6, 0.7, 1.0):
        best = order[: int(len(order) * share)]
        print(f"  of the best {share:.0%}: {accepted[late][best].mean():.1%} accepted")
    for weight, name in sorted(zip(fitted(table, accepted), names, strict=True)):
        print(f'    "{name}": {weight:.2f},  # {int((table[:, names.index(name)] > 0).sum())}')
    return 0


if __name__ == "__main__":
    sys.exit(main())
