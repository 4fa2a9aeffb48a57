"""The making of a fact about a part of a clause, with its weight and risk."""

from dataclasses import replace

from quizapp.facts.clauses import Analysis
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.model.fact import Attribution, Clause, Fact, FactKind, Focus, Key


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
        clause=_as_told(analysis, source),
        focus=focus,
        attribution=source,
        weight=scene.weight(sentence, base),
        risk=risk + _parse_risk(analysis),
    )


def _as_told(analysis: Analysis, source: Attribution | None) -> Clause:
    """“According to Hale, how many maps had she seen?”: of himself the source speaks with the article's pronoun."""
    clause = analysis.clause
    if source is None or analysis.subject.pos_ != "PRON" or clause.subject.text != source.source:
        return clause
    return replace(clause, subject=replace(clause.subject, text=analysis.subject.lower_))


def _parse_risk(analysis: Analysis) -> float:
    """Longer and deeper clauses are more often parsed wrongly."""
    words = len(analysis.clause.subject.text.split()) + sum(len(p.text.split()) for p in analysis.clause.after)
    relative = 0.15 if analysis.verb.dep_ in {"relcl", "advcl"} else 0.1 if analysis.verb.dep_ == "conj" else 0.0
    return relative + max(0, words - 18) * 0.02
