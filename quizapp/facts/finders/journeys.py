"""Where somebody went: “In 1899 she sailed to Suriname”, with the year or the companion that tells which journey."""

import re
from collections.abc import Iterator
from typing import Final

from quizapp.facts.finders.making import make
from quizapp.facts.kinds import answer_of
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.model.fact import Answer, Clause, Fact, FactKind, Focus, Key

_GOING: Final = frozenset(
    "sail move travel emigrate flee return go ride fly retire escape drive walk cycle migrate voyage journey".split()
)
_PLACED: Final = frozenset({"GPE", "LOC", "FAC"})
_YEAR: Final = re.compile(r"\b1\d{3}\b|\b20\d{2}\b")
_LONGEST: Final = 5


def find_journeys(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts whose answer is the place that somebody went to."""
    for verb in scene.verbs(sentence):
        analysis = scene.analysis(verb) if verb.lemma_.lower() in _GOING else None
        if analysis is None or analysis.clause.verb.negated or not scene.standing(verb).asserted:
            continue
        if scene.mentions.called(analysis.clause.subject.text) is None or not _is_told_apart(analysis.clause):
            continue
        for index, head in analysis.heads.items():
            part = analysis.clause.parts()[index]
            target = next((c for c in head.children if c.dep_ == "pobj"), None)
            if head.dep_ != "prep" or head.lower_ != "to" or target is None or target.ent_type_ not in _PLACED:
                continue
            text = part.text.removeprefix("to ")
            answer, noun = answer_of(target, scene.mentions)
            if answer is Answer.PERSON or len(text.split()) > _LONGEST or text.islower():
                continue
            key = Key(text=text, answer=answer, span=part.span, accepted=(part.text,), noun=noun)
            source = scene.standing(verb).attribution
            yield make(
                scene, sentence, FactKind.PLACE, key, analysis, Focus(part=part, lead="to "), source, 0.56, risk=0.05
            )


def _is_told_apart(clause: Clause) -> bool:
    """Whether a year, or somebody who went along, tells one journey from others."""
    others = (*clause.before, *clause.after)
    return any(_YEAR.search(part.text) or (part.word == "with" and len(part.text.split()) > 1) for part in others)
