"""What somebody proposed to build or tried to seize: the object of an infinitive, asked with the verb before it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from quizapp.facts.clauses import Analysis
from quizapp.facts.constituents import constituents
from quizapp.facts.finders.making import make
from quizapp.facts.finders.statements import object_key
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.spacing import tidy
from quizapp.facts.verbs import base_form
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Fact, FactKind, Focus, Role

_WISHING: Final = frozenset(
    """propose plan decide agree try attempt offer vote promise hope intend vow pledge threaten prepare choose undertake
    manage arrange resolve aim""".split()
)
"""Verbs that stay before the infinitive in the question, so that a plan is asked as a plan."""


_IDIOMS: Final = frozenset(
    "steer strike keep set bring put turn pay play win lose raise draw break catch run lead hold reach find see".split()
)
"""Verbs whose object is often a part of what they say: “tried to steer a course”, “to strike a balance”."""


_LONGEST: Final = 20
"""Words around the verbs, over which the wish and what is wished are too far apart."""


def find_wishes(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about the objects of what somebody planned, tried or agreed to do."""
    for verb in scene.verbs(sentence):
        if verb.lemma_.lower() not in _WISHING:
            continue
        action = next((c for c in verb.children if c.dep_ == "xcomp" and _is_action(verb, c)), None)
        analysis = scene.analysis(verb) if action is not None else None
        if action is None or analysis is None or not scene.standing(verb).asserted:
            continue
        try:
            fact = _wish(scene, sentence, analysis, action)
        except Unclear:
            continue
        if fact is not None:
            yield fact


def _is_action(verb: Token, action: Token) -> bool:
    """“proposed to build”: the infinitive stands beside its verb, or beside the votes by which it was carried."""
    to = next((c for c in action.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    joined = any(c.dep_ == "conj" for c in action.children)
    other = any(c.dep_ in {"dobj", "neg", "auxpass"} for c in verb.children)
    if action.lemma_.lower() in _IDIOMS:
        return False
    return to is not None and to.i == action.i - 1 and to.i == verb.i + 1 and not joined and not other


def _wish(scene: Scene, sentence: Sentence, analysis: Analysis, action: Token) -> Fact | None:
    clause = analysis.clause
    if clause.verb.negated or clause.after[:1] == () or clause.after[0].role is not Role.CLAUSE:
        return None
    before, after, _, heads = constituents(action, analysis.subject, False, scene.wording)
    first = heads[0] if heads else None
    if before or first is None or first.dep_ != "dobj":
        return None
    thing = after[0]
    key = object_key(scene, sentence, first, thing)
    words = sum(len(part.text.split()) for part in (*clause.before, *after, *clause.after[1:]))
    if key is None or key.answer in {Answer.ACTION, Answer.CITY} or words > _LONGEST:
        return None
    particle = next((f" {c.lower_}" for c in action.children if c.dep_ == "prt" and c.i == action.i + 1), "")
    doing = f"to {action.lower_}{particle}"
    verb = replace(
        clause.verb,
        statement=tidy(f"{clause.verb.statement} {doing}"),
        singular=tidy(f"{clause.verb.singular} {doing}"),
        rest=tidy(f"{clause.verb.rest} {doing}"),
        lemma=base_form(action),
    )
    told = Analysis(replace(clause, verb=verb, after=(*after, *clause.after[1:])), analysis.verb, analysis.subject, {})
    source = scene.standing(analysis.verb).attribution
    return make(scene, sentence, FactKind.OBJECT, key, told, Focus(part=thing), source, 0.62, risk=0.05)
