"""Bare definite phrases of a question, and how much each lacks to be understood without its article."""

import re
from collections.abc import Iterator
from typing import Final

from quizapp.model.fact import Fact, FactKind, FactSheet
from quizapp.writing.phrases import outside_quotes


def bare_in(fact: Fact, stem: str, sheet: FactSheet) -> Iterator[tuple[str, float]]:
    """The bare definite phrases of a stem that lack something to be understood alone, and how much."""
    if fact.kind is FactKind.OBJECT and fact.topic:
        return  # the whole sentence up to what is asked, which explains itself
    low = outside_quotes(stem).lower()
    for match in re.finditer(r"\bthe (?=([\w’'-]+(?: [\w’'-]+){0,3}))", low):
        words = match.group(1).split()
        for end in range(len(words), 0, -1):
            phrase = " ".join(words[:end])
            lacks = sheet.bare.get(phrase, 0.0)
            if lacks and not _EXPLAINED.match(low, match.end() + len(phrase)):
                yield phrase, lacks
                break


_EXPLAINED: Final = re.compile(r" (?:of|that|who|which|whose|between|to be)\b")
