"""The making of a fact about a part of a clause, with its weight and risk."""

from quizapp.facts.clauses import Analysis
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.model.fact import Attribution, Fact, FactKind, Focus, Key


def make(
    scene: Scene,
    sentence: Sentence,
    kind: FactKind,
    key: Key,
    analysis: Analysis,
    focus: Focus,
    source: Attribution | None,
    base: float,
    *,
    risk: float = 0.0,
) -> Fact:
    """A fact about a part of a clause."""
    return Fact(
        id="",
        kind=kind,
        key=key,
        evidence=scene.evidence(sentence, key=key),
        sentence=sentence.index,
        clause=analysis.clause,
        focus=focus,
        attribution=source,
        weight=scene.weight(sentence, base),
        risk=risk + _parse_risk(analysis),
    )


def _parse_risk(analysis: Analysis) -> float:
    """Longer and deeper clauses are more often parsed wrongly."""
    words = len(analysis.clause.subject.text.split()) + sum(len(p.text.split()) for p in analysis.clause.after)
    relative = 0.15 if analysis.verb.dep_ in {"relcl", "advcl"} else 0.1 if analysis.verb.dep_ == "conj" else 0.0
    return relative + max(0, words - 18) * 0.02
