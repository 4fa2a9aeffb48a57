"""Why and how: because, since, so that, in order to, to …, by …ing, and sentences that begin "That is why"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.clauses import Analysis, analyse, simple_past
from quizapp.facts.finders.making import make
from quizapp.facts.finders.speakers import own_pronouns
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.verbs import subject_of
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Attribution, Evidence, Fact, FactKind, Focus, Key, Part, Role

_CAUSE_PREPOSITIONS: Final = frozenset({"because", "due", "owing", "thanks"})
_LONGEST_KEY: Final = 28
_PURPOSE_VERBS_OUT: Final = frozenset(
    """make be have use need allow want try seem go come begin continue help manage fail happen turn prove grow live
    take return appear cause lead vote decide agree choose plan refuse offer promise threaten hope expect ask
    tell urge force order persuade encourage enable invite rise fall climb drop jump survive wake emerge rally
    recover arrive pay hire employ commission appoint train assign license sentence""".split()
)
"""Verbs after which "to …" is no purpose but a part of what is said ("went on to study", "grew to be")."""


_RESULTS: Final = {"form", "produce", "yield"} | frozenset(
    """beat win lose draw become finish end find discover learn see hear equalise equalize level reach earn secure seal
    complete clinch overtake claim die take give leave bring set make be have
    deny restore tie book snatch grab""".split()
)
"""Verbs whose "to …" tells as often what came of something as what it was for: “scored to beat them”."""


_NOUNS_WITH_TO: Final = frozenset(
    """room time chance opportunity right power reason way space permission ability need place decision plan attempt
    effort order offer promise duty money strength courage licence""".split()
)
"""“gave him room to score”: what the room was for, and no purpose of the giving."""
_WORTH: Final = {FactKind.REASON: 0.92, FactKind.MEANS: 0.88, FactKind.PURPOSE: 0.64}
"""How much a reader should know it, as the gold lists ask: reasons nearly always, purposes seldom."""


def find_reasons(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts that answer Why, What for and How."""
    for verb in scene.verbs(sentence):
        for child in verb.children:
            found = _reason(scene, child, verb)
            if found is None or scene.reading.quoted(child):
                continue
            kind, key, part = found
            nearest = _nearest_joined(verb, child)
            analysis = scene.analysis(nearest)
            if analysis is None:
                continue
            standing = scene.standing(nearest)
            if not standing.asserted:
                continue
            base = _WORTH[kind]
            if standing.attribution is None and analysis.clause.verb.statement.startswith("had "):
                analysis = simple_past(analysis)
            yield make(scene, sentence, kind, key, analysis, Focus(part=part), standing.attribution, base)
    yield from _which_is_why(scene, sentence)
    yield from _linked_back(scene, sentence)
    yield from _so(scene, sentence)


def _nearest_joined(verb: Token, child: Token) -> Token:
    """“dug pits and weighed snow, since …”: the reason is the last verb's, whatever the parser hangs it on."""
    joined = [
        t
        for t in verb.subtree
        if t.dep_ == "conj" and t.pos_ == "VERB" and verb.i < t.i < child.i and t.head in {verb, *verb.children}
    ]
    return joined[-1] if joined else verb


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
    if (child.left_edge.i and child.left_edge.nbor(-1).lower_ in {"not", "only"}) or any(
        c.dep_ == "neg" and c.i == child.left_edge.i for c in child.children
    ):
        return None  # "not because she dislikes it"
    mark = next((c for c in child.children if c.dep_ == "mark" and c.i < child.i), None)
    word = mark.lower_ if mark is not None else ""
    tokens = scene.wording.subtree(child)
    seen = list(verb.doc[verb.left_edge.i : tokens[0].i]) if tokens and tokens[0].i > verb.i else []
    if tokens and _runs_on(tokens[-1]):
        return None
    if word == "because" or (word == "since" and _causal_since(child, verb)):
        if _said_before(verb, child):
            return None
        text = scene.wording.words(tokens, seen=seen)
        subject = subject_of(verb)
        named = scene.wording.named(subject) if subject is not None else None
        text = own_pronouns(scene, tokens, named, text) if named is not None else text
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
        or child.lemma_ == "be"
        or verb.lemma_ in _PURPOSE_VERBS_OUT
        or child.lemma_.lower() in _RESULTS
        or child.left_edge.nbor(-1).lemma_.lower() in _NOUNS_WITH_TO
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


def _runs_on(last: Token) -> bool:
    """“since snow packed under the engines | shielded the magnets”: a verb follows that was taken for another's."""
    following = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    return following is not None and following.tag_ in {"VBD", "VBZ"}


def _said_before(verb: Token, child: Token) -> bool:
    """“told them that he had not been upstairs, since the lift broke down”: why he had not, not why he told it."""
    said = (c for c in verb.children if c.dep_ == "ccomp" and verb.i < c.i < child.i)
    return verb.lemma_.lower() in wordlists.REPORTING and any(said)


def _causal_since(child: Token, verb: Token) -> bool:
    """“since” gives a reason when its clause is in the present, or the main verb is not in a perfect tense."""
    comma = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return comma and not perfect


def _phrase_reason(scene: Scene, child: Token) -> tuple[FactKind, Key, Part] | None:
    tokens = scene.wording.subtree(child)
    text = scene.wording.words(tokens)
    cause = _CAUSE.match(text)
    if not 3 <= len(text.split()) <= _LONGEST_KEY or cause is None:
        return None
    bare = text[cause.end() :]
    key = Key(text=text, answer=Answer.STATEMENT, span=scene.wording.span(tokens), accepted=(bare,))
    return FactKind.REASON, key, Part(role=Role.ADJUNCT, text=text, span=scene.wording.span(tokens), word="because")


_CAUSE: Final = re.compile(
    r"(?:(?:largely|mainly|mostly|chiefly|primarily) )?(?:because of|(?:due|owing|thanks) to) ", re.IGNORECASE
)


def _means(scene: Scene, child: Token, verb: Token) -> tuple[FactKind, Key, Part] | None:
    action = next((c for c in child.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
    than = child.i > 0 and child.nbor(-1).lower_ in {"than", "as", "not"}
    if action is None or than or verb.lemma_.lower() in wordlists.REPORTING:
        return None
    tokens = scene.wording.subtree(child)
    fronted = child.i < verb.i
    seen = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}] if fronted else []
    text = scene.wording.words(tokens, seen=seen or list(verb.doc[verb.left_edge.i : tokens[0].i]))
    if not 3 <= len(text.split()) <= 18 or not text.startswith("by "):
        return None
    key = Key(text=text, answer=Answer.ACTION, span=scene.wording.span(tokens), accepted=(text[3:],))
    return FactKind.MEANS, key, Part(role=Role.ADJUNCT, text=text, span=scene.wording.span(tokens), word="by")


def _which_is_why(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """“It has no symptoms, which is why doctors advise …”, “…, which is one reason they turned to trade”."""
    if "which" not in sentence.words:
        return
    for which in sentence.slice:
        copula = which.head
        if (
            which.lower_ != "which"
            or which.dep_ not in {"nsubj", "nsubjpass"}
            or copula.lemma_ != "be"
            or copula.dep_ not in {"relcl", "advcl", "ccomp", "conj"}
        ):
            continue
        result = _result_after(copula)
        if result is None or scene.reading.quoted(which):
            continue
        analysis = _without_why(scene, result)
        standing = scene.standing(sentence.root)
        if analysis is None or not standing.asserted:
            continue
        cause = [t for t in scene.wording.subtree(sentence.root, without=[copula], trim=False) if t.i < which.i]
        fact = _reason_fact(scene, sentence, cause, analysis, standing.attribution)
        if fact is not None:
            yield fact


def _result_after(copula: Token) -> Token | None:
    """The verb of what follows "is why" or "is one reason (why)"."""
    for token in copula.subtree:
        if token.i <= copula.i:
            continue
        if token.lower_ == "why" and token.head.pos_ in {"VERB", "AUX"} and token.head != copula:
            return token.head
        if token.lemma_ == "reason" and token.head == copula:
            return next((c for c in token.children if c.dep_ in {"relcl", "acl"}), None)
    return None


def _reason_fact(
    scene: Scene,
    sentence: Sentence,
    cause: list[Token],
    analysis: Analysis,
    source: Attribution | None,
    *,
    evidence: tuple[Evidence, ...] = (),
    base: float = 0.85,
) -> Fact | None:
    """A reason whose key is a whole clause."""
    while cause and (cause[-1].is_punct or cause[-1].dep_ == "cc"):
        cause.pop()
    while cause and (
        cause[0].is_punct
        or (cause[0].dep_ in {"cc", "advmod"} and cause[0].lower_ in {"but", "and", "so", "also", "however"})
    ):
        cause.pop(0)
    try:
        text = scene.wording.words(cause) if cause else ""
    except Unclear:
        return None
    if not 4 <= len(text.split()) <= _LONGEST_KEY or "(" in text:
        return None
    span = scene.wording.span(cause)
    key = Key(text=text, answer=Answer.STATEMENT, span=span, accepted=(f"because {text}",))
    part = Part(role=Role.ADJUNCT, text=text, span=span, word="why")
    fact = make(scene, sentence, FactKind.REASON, key, analysis, Focus(part=part), source, base, risk=0.05)
    return replace(fact, evidence=evidence) if evidence else fact


_BACK_LINKS: Final = (
    ("that", "is", "why"),
    ("for", "that", "reason"),
    ("for", "this", "reason"),
    ("as", "a", "result"),
    ("because", "of", "this"),
)


def _linked_back(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """“That is why …”, “For this reason, …”, “As a result, …”: the sentence before is the reason."""
    words = tuple(t.lower_ for t in sentence.slice[:3])
    if sentence.index == 0 or words not in _BACK_LINKS:
        return
    previous = scene.reading.sentences[sentence.index - 1]
    if previous.paragraph != sentence.paragraph or any(
        scene.reading.quoted(t) for t in [*previous.slice, *sentence.slice]
    ):
        return
    result = sentence.slice[2].head if words[2] == "why" else sentence.root
    analysis = _without_why(scene, result)
    standing = scene.standing(previous.root)
    if analysis is None or not standing.asserted:
        return
    before = tuple(p for p in analysis.clause.before if tuple(p.text.lower().split()[:3]) != words)
    analysis = Analysis(replace(analysis.clause, before=before), analysis.verb, analysis.subject, {})
    evidence = (Evidence.of(scene.article, previous.span), Evidence.of(scene.article, sentence.span))
    fact = _reason_fact(scene, sentence, list(previous.slice), analysis, standing.attribution, evidence=evidence)
    if fact is not None:
        yield fact


def _so(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """“The rocks are porous, so water drains away”: the first clause is the reason for the second."""
    if "so" not in sentence.words:
        return
    for token in sentence.slice:
        comma = token.i > sentence.slice.start and token.nbor(-1).text in {",", ";"}
        following = token.nbor() if token.i + 1 < sentence.slice.end else None
        if (
            token.lower_ != "so"
            or not comma
            or following is None
            or following.lower_ in {"that", "far", "much", "many", "long"}
            or scene.reading.quoted(token)
        ):
            continue
        result = next(
            (
                v
                for v in scene.verbs(sentence)
                if v.i > token.i
                and v.dep_ in {"conj", "ROOT", "advcl", "ccomp"}
                and any(c.dep_ in {"nsubj", "nsubjpass"} and c.i > token.i for c in v.children)
            ),
            None,
        )
        cause_verb = next(
            (v for v in scene.verbs(sentence) if v.i < token.i and v.dep_ in {"ROOT", "ccomp", "conj"}), None
        )
        if result is None or cause_verb is None or not scene.standing(cause_verb).asserted:
            continue
        analysis = _without_why(scene, result)
        if analysis is None:
            continue
        before = tuple(p for p in analysis.clause.before if p.span.start > sentence.base + token.idx)
        analysis = Analysis(replace(analysis.clause, before=before), analysis.verb, analysis.subject, {})
        cause = [t for t in sentence.slice if t.i < token.i]
        fact = _reason_fact(scene, sentence, cause, analysis, scene.standing(cause_verb).attribution, base=0.8)
        if fact is not None:
            yield fact
        return


def _without_why(scene: Scene, verb: Token) -> Analysis | None:
    """The clause of the result, the words that link it left out."""
    try:
        analysis = analyse(verb, scene.wording)
    except Unclear:
        return None
    links = {"why", "so"}
    clause = analysis.clause
    kept = replace(
        clause,
        before=tuple(p for p in clause.before if p.text.lower() not in links),
        after=tuple(p for p in clause.after if p.text.lower() not in links),
    )
    return Analysis(kept, analysis.verb, analysis.subject, {})
