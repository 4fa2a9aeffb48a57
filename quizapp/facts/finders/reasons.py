"""Why and how: because, since, so that, in order to, to …, by …ing, and sentences that begin "That is why"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from quizapp.facts.clauses import Analysis, analyse
from quizapp.facts.finders.statements import make
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Attribution, Evidence, Fact, FactKind, Focus, Key, Part, Role

_CAUSE_PREPOSITIONS: Final = frozenset({"because", "due", "owing", "thanks"})
_LONGEST_KEY: Final = 28
_PURPOSE_VERBS_OUT: Final = frozenset({"be", "have", "use", "need", "allow", "want", "try", "seem"})


def find_reasons(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts that answer Why, What for and How."""
    for verb in scene.verbs(sentence):
        for child in verb.children:
            found = _reason(scene, child, verb)
            if found is None or scene.reading.quoted(child):
                continue
            kind, key, part = found
            analysis = scene.analysis(verb)
            if analysis is None:
                continue
            standing = scene.standing(verb)
            if not standing.asserted:
                continue
            base = 0.9 if kind is FactKind.REASON else 0.7
            yield make(scene, sentence, kind, key, analysis, Focus(part=part), standing.attribution, base)
    yield from _which_is_why(scene, sentence)
    yield from _that_is_why(scene, sentence)


def _reason(scene: Scene, child: Token, verb: Token) -> tuple[FactKind, Key, Part] | None:
    try:
        if child.dep_ == "advcl":
            return _clause_reason(scene, child, verb)
        if child.dep_ == "prep" and child.lower_ in _CAUSE_PREPOSITIONS:
            return _phrase_reason(scene, child)
        if child.dep_ == "prep" and child.lower_ == "by":
            return _means(scene, child, verb)
    except Unclear:
        return None
    return None


def _clause_reason(scene: Scene, child: Token, verb: Token) -> tuple[FactKind, Key, Part] | None:
    mark = next((c for c in child.children if c.dep_ == "mark" and c.i < child.i), None)
    word = mark.lower_ if mark is not None else ""
    tokens = scene.wording.subtree(child)
    seen = list(verb.doc[verb.left_edge.i : tokens[0].i]) if tokens and tokens[0].i > verb.i else []
    if word == "because" or (word == "since" and _causal_since(child, verb)):
        text = scene.wording.words(tokens, seen=seen)
        bare = text[len(word) :].strip() if text.lower().startswith(word) else ""
        if not bare or len(bare.split()) > _LONGEST_KEY:
            return None
        key = Key(
            text=f"because {bare}" if word == "because" else bare,
            answer=Answer.STATEMENT,
            span=scene.wording.span(tokens),
            accepted=(bare,) if word == "because" else (),
        )
        return FactKind.REASON, key, Part(role=Role.ADJUNCT, text=text, span=scene.wording.span(tokens), word=word)
    to = next((c for c in child.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if (
        to is None
        or child.i < verb.i
        or child.lemma_ in {"be"}
        or verb.lemma_ in _PURPOSE_VERBS_OUT
        or any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
    ):
        return None
    text = scene.wording.words(tokens, seen=seen)
    start = text.find("to ")
    if (
        start < 0
        or not 3 <= len(text.split()) <= 16
        or text[:start].strip().lower() not in {"", "in order", "so as", "partly", "mainly"}
    ):
        return None
    key = Key(
        text=text, answer=Answer.ACTION, span=scene.wording.span(tokens), accepted=(text[start:],) if start else ()
    )
    return FactKind.PURPOSE, key, Part(role=Role.ADJUNCT, text=text, span=scene.wording.span(tokens), word="to")


def _causal_since(child: Token, verb: Token) -> bool:
    """ "since" gives a reason when its clause is in the present, or the main verb is not in a perfect tense."""
    comma = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return comma and not perfect


def _phrase_reason(scene: Scene, child: Token) -> tuple[FactKind, Key, Part] | None:
    tokens = scene.wording.subtree(child)
    text = scene.wording.words(tokens)
    if not 3 <= len(text.split()) <= _LONGEST_KEY or not any(
        text.lower().startswith(p) for p in ("because of", "due to", "owing to", "thanks to")
    ):
        return None
    bare = " ".join(text.split()[2:])
    key = Key(text=text, answer=Answer.STATEMENT, span=scene.wording.span(tokens), accepted=(bare,))
    return FactKind.REASON, key, Part(role=Role.ADJUNCT, text=text, span=scene.wording.span(tokens), word="because")


def _means(scene: Scene, child: Token, verb: Token) -> tuple[FactKind, Key, Part] | None:
    action = next((c for c in child.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
    if action is None or child.i < verb.i:
        return None
    tokens = scene.wording.subtree(child)
    seen = list(verb.doc[verb.left_edge.i : tokens[0].i])
    text = scene.wording.words(tokens, seen=seen)
    if not 3 <= len(text.split()) <= 18 or not text.startswith("by "):
        return None
    key = Key(text=text, answer=Answer.ACTION, span=scene.wording.span(tokens), accepted=(text[3:],))
    return FactKind.MEANS, key, Part(role=Role.ADJUNCT, text=text, span=scene.wording.span(tokens), word="by")


def _which_is_why(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """ "It has no symptoms, which is why doctors advise …": the first clause is the reason for the last."""
    for token in sentence.slice:
        if token.lower_ != "why" or scene.reading.quoted(token):
            continue
        result = token.head
        copula = result.head if result.dep_ in {"ccomp", "advcl"} else None
        if copula is None or copula.lemma_ != "be" or not any(c.lower_ == "which" for c in copula.children):
            continue
        cause = copula.head
        analysis = _without_why(scene, result)
        if analysis is None or not scene.standing(sentence.root).asserted:
            continue
        try:
            tokens = [t for t in scene.wording.subtree(sentence.root, without=[copula]) if t.i < copula.left_edge.i]
            text = scene.wording.words(tokens)
        except Unclear:
            continue
        if cause is None or not 3 <= len(text.split()) <= _LONGEST_KEY:
            continue
        span = scene.wording.span(tokens)
        key = Key(text=text, answer=Answer.STATEMENT, span=span, accepted=(f"because {text}",))
        part = Part(role=Role.ADJUNCT, text=text, span=span, word="why")
        yield make(
            scene,
            sentence,
            FactKind.REASON,
            key,
            analysis,
            Focus(part=part),
            scene.standing(sentence.root).attribution,
            0.85,
            risk=0.05,
        )


def _that_is_why(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """ "That is why …", "For that reason, …": the sentence before is the reason."""
    words = [t.lower_ for t in sentence.slice[:4]]
    if sentence.index == 0 or words[:3] != ["that", "is", "why"]:
        return
    previous = scene.reading.sentences[sentence.index - 1]
    if previous.paragraph != sentence.paragraph or any(scene.reading.quoted(t) for t in previous.slice):
        return
    why = sentence.slice[2]
    result = why.head
    analysis = _without_why(scene, result)
    attribution: Attribution | None = None
    try:
        standing = scene.standing(previous.root)
        attribution = standing.attribution
        text = scene.wording.words(scene.wording.subtree(previous.root))
    except Unclear:
        return
    if analysis is None or not standing.asserted or not 3 <= len(text.split()) <= _LONGEST_KEY:
        return
    key = Key(text=text, answer=Answer.STATEMENT, span=previous.span, accepted=(f"because {text}",))
    part = Part(role=Role.ADJUNCT, text=text, span=previous.span, word="why")
    fact = make(scene, sentence, FactKind.REASON, key, analysis, Focus(part=part), attribution, 0.85, risk=0.05)
    evidence = (Evidence.of(scene.article, previous.span), Evidence.of(scene.article, sentence.span))
    yield replace(fact, evidence=evidence)


def _without_why(scene: Scene, verb: Token) -> Analysis | None:
    """The clause of the result, the word "why" left out of it."""
    try:
        analysis = analyse(verb, scene.wording)
    except Unclear:
        return None
    clause = analysis.clause
    kept = replace(
        clause,
        before=tuple(p for p in clause.before if p.text.lower() != "why"),
        after=tuple(p for p in clause.after if p.text.lower() != "why"),
    )
    return Analysis(kept, analysis.verb, analysis.subject, {})
