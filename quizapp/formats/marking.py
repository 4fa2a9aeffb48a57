"""Which of the options of a row its answer means."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from quizapp.kit.text import reading

_BETWEEN: Final = re.compile(r"[,;|/&\n]")
_LETTERS: Final = "abcdefghij"


def marked(answer: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """The labels of the right options: an answer names them, or says their text, or counts them from 1 or from A.

    Args:
        answer: what the row says is right, such as “B”, “1, 3”, “Option b” or an option's own text.
        options: the texts of the row by the labels of their columns, in their order; "" where it has none.

    Raises:
        ValueError: it means none of them, or could mean two.
    """
    if not answer:
        raise ValueError("there is no answer")
    texts = {reading(text): label for label, text in reversed([*options.items()]) if text}
    parts = [part.strip() for part in _BETWEEN.split(answer) if part.strip()]
    labels = {label: label for label, text in options.items() if text}
    said, named = texts.get(reading(answer)), _all(labels.get(_short(part)) for part in parts)
    if said and named and named != (said,):
        raise ValueError(f"“{answer[:40]}” is the text of one option and names another; write what the right one says")
    counted = dict(zip(_LETTERS, options, strict=False)) | {str(place): each for place, each in enumerate(options, 1)}
    found = (
        named
        or ((said,) if said else ())
        or _all(labels.get(counted.get(_short(part), "")) for part in parts)
        or _all(texts.get(reading(part)) for part in parts)
    )
    if not found:
        raise ValueError(f"the answer “{answer[:40]}” is none of the options")
    return found


def _short(part: str) -> str:
    """The letter or number itself: of “Option B”, “b)” and “2.0” b and 2."""
    return part.lower().rpartition(" ")[2].removesuffix(".0").strip(".():")


def _all(found: Iterable[str | None]) -> tuple[str, ...]:
    """Each once, or nothing where one is missing."""
    labels = list(found)
    return () if None in labels else tuple(dict.fromkeys(filter(None, labels)))
