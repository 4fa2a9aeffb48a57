"""From when to when: terms of office, seasons and opening times, asked as one answer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quizapp.facts.finders.making import make
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.model.article import Span
from quizapp.model.fact import Answer, Clause, Fact, FactKind, Focus, Key, Part, Role

_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TIME: Final = rf"(?:(?:{_MONTH}\ )?(?:1[0-9]|20)\d\d|{_MONTH}|(?:\d{{1,2}}(?:[.:]\d\d)?\ ?[ap]\.?m\.?)|noon|midnight)"
_WHOLE: Final = re.compile(
    rf"(?:from\ (?P<one>{_TIME})\ (?:to|until|till)|between\ (?P<first>{_TIME})\ and)\ (?P<other>{_TIME})",
    re.VERBOSE,
)


def find_spans(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """A fact for each clause that tells from when to when it held, except of what did not happen."""
    for verb in scene.verbs(sentence):
        analysis, standing = scene.analysis(verb), scene.standing(verb)
        if analysis is None or not standing.asserted or analysis.clause.verb.negated or verb.lemma_ == "last":
            continue  # "When does the season last?" is no English
        found = _span(analysis.clause)
        if found is None:
            continue
        part, clause = found
        match = _WHOLE.fullmatch(part.text)
        if match is None:
            continue
        one, other = match["one"] or match["first"], match["other"]
        key = Key(
            text=part.text,
            answer=Answer.PERIOD,
            span=part.span,
            accepted=(f"{one} to {other}", f"{one}–{other}", f"between {one} and {other}", f"from {one} to {other}"),
        )
        asked = replace(analysis, clause=clause)
        yield make(
            scene, sentence, FactKind.DATE, key, asked, Focus(part=part, lead="during"), standing.attribution, 0.66
        )


def _span(clause: Clause) -> tuple[Part, Clause] | None:
    """The part that tells both ends, and the clause with it; the parser may have made two parts of it."""
    for place, part in enumerate(clause.after):
        if part.role is not Role.ADJUNCT:
            continue
        if _WHOLE.fullmatch(part.text):
            return part, clause
        beside = clause.after[place + 1] if place + 1 < len(clause.after) else None
        if beside is not None and beside.span.start == part.span.end + 1:
            both = replace(part, text=f"{part.text} {beside.text}", span=Span(part.span.start, beside.span.end))
            if _WHOLE.fullmatch(both.text):
                return both, replace(clause, after=(*clause.after[:place], both, *clause.after[place + 2 :]))
    return None
