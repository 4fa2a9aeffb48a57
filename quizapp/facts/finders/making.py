"""The making of a fact about a part of a clause, with its weight and risk."""

from dataclasses import replace
from typing import Final

from quizapp.facts.clauses import Analysis
from quizapp.facts.finders.speakers import own_pronouns
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
    told, asked = (analysis.clause, focus) if source is None else _as_told(scene, analysis, focus, source.source)
    return Fact(
        id="",
        kind=kind,
        key=key,
        evidence=scene.evidence(sentence, key=key),
        sentence=sentence.index,
        clause=told,
        focus=asked,
        attribution=source,
        weight=scene.weight(sentence, base),
        risk=risk + _parse_risk(analysis),
    )


def _as_told(scene: Scene, analysis: Analysis, focus: Focus, name: str) -> tuple[Clause, Focus]:
    """“According to Hale, how many maps had she seen?”: of himself the source speaks with the article's pronoun."""
    clause = analysis.clause
    own = {i: [*head.subtree] for i, head in analysis.heads.items() if name in clause.parts()[i].text}
    if not own:
        return clause, focus
    parts = [
        replace(part, text=own_pronouns(scene, own[i], name, part.text)) if i in own else part
        for i, part in enumerate(clause.parts())
    ]
    middle = len(clause.before)
    told = replace(clause, before=tuple(parts[:middle]), subject=parts[middle], after=tuple(parts[middle + 1 :]))
    asked = next((i for i, part in enumerate(clause.parts()) if part.span == focus.part.span), -1)
    tokens = own.get(asked, [])
    return told, replace(
        focus,
        part=parts[asked] if asked >= 0 else focus.part,
        lead=own_pronouns(scene, tokens, name, focus.lead),
        tail=own_pronouns(scene, tokens, name, focus.tail),
    )


def _parse_risk(analysis: Analysis) -> float:
    """Longer and deeper clauses are more often parsed wrongly."""
    words = len(analysis.clause.subject.text.split()) + sum(len(p.text.split()) for p in analysis.clause.after)
    return _BY_LINK.get(analysis.verb.dep_, 0.0) + max(0, words - 18) * 0.02


_BY_LINK: Final = {"relcl": 0.15, "advcl": 0.25, "conj": 0.1}
"""What a clause within a sentence is told for: who did something is least the point of “when she had smoothed it”."""
