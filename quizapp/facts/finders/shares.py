"""By how much something rose or fell, where a fraction tells it: “was cut by a quarter”, “fell by more than half”."""

import re
from collections.abc import Iterator
from typing import Final

from quizapp.facts.finders.making import make
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.model.fact import Answer, Fact, FactKind, Focus, Key

_CHANGING: Final = frozenset(
    """rise fall drop grow increase decrease reduce cut shrink decline climb jump slip raise lower expand lengthen
    shorten slow improve exceed narrow widen""".split()
)
_FRACTION: Final = re.compile(
    r"by (?P<hedge>about |nearly |almost |more than |less than |over |around |roughly |just over |just under )?"
    r"(?P<part>(?:an?|one) (?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"|half|(?:two|three|four)[- ](?:thirds|quarters|fifths))",
    re.IGNORECASE,
)
_NEAR: Final = frozenset({"about", "around", "roughly"})


def find_shares(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts whose answer is the fraction by which something changed."""
    if "by" not in sentence.words:
        return
    for verb in scene.verbs(sentence):
        analysis = scene.analysis(verb) if verb.lemma_.lower() in _CHANGING else None
        if analysis is None or analysis.clause.verb.negated or not scene.standing(verb).asserted:
            continue
        for index, head in analysis.heads.items():
            part = analysis.clause.parts()[index]
            found = _FRACTION.fullmatch(part.text) if head.lower_ == "by" else None
            if found is None:
                continue
            hedge = (found.group("hedge") or "").strip()
            other = (found.group("part"),) if hedge in _NEAR else ()
            text = part.text.removeprefix("by ")
            key = Key(text=text, answer=Answer.THING, span=part.span, accepted=other)
            source = scene.standing(verb).attribution
            yield make(
                scene, sentence, FactKind.QUANTITY, key, analysis, Focus(part=part, lead="by "), source, 0.7, risk=0.05
            )
