"""What things are called and what letters stand for: "Y called X", "known as X", acronyms spelled out."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts.clauses import is_plural
from quizapp.facts.finders.definitions import without_article
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Evidence, Fact, FactKind, Key

_NAMING_VERBS: Final = frozenset({"call", "know", "name", "term", "dub"})
_ACRONYM: Final = re.compile(
    r"\b((?:[A-Za-z][\w'’-]*\s+){1,7}[A-Za-z][\w'’-]*)\s*[,(]\s*(?:or\s+)?([A-Z][A-Z&]{1,7}s?)\s*[,)]"
)
_TELLING: Final = 6
"""Words with which “a …” says enough to have one name."""
_SMALL: Final = frozenset("of the and for in on to a an".split())


def find_terms(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts whose answer is a name for something, or the words that letters stand for."""
    yield from _called(scene, sentence)
    yield from _acronyms(scene, sentence)


def _called(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    for verb in sentence.slice:
        if (
            verb.lemma_ not in _NAMING_VERBS
            or verb.tag_ != "VBN"
            or verb.dep_ not in {"acl", "ROOT"}
            or scene.reading.quoted(verb)
        ):
            continue
        name = next((c for c in verb.children if c.dep_ in {"oprd", "attr", "dobj"} and c.i > verb.i), None)
        if name is None and verb.lemma_ == "know":
            as_ = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
            name = next((c for c in as_.children if c.dep_ in {"pobj", "pcomp"}), None) if as_ is not None else None
        if name is None:
            continue
        described = verb.head if verb.dep_ == "acl" else next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if described is None or described.pos_ == "PRON":
            continue
        yield from _term(scene, sentence, verb, described, name)


def _term(scene: Scene, sentence: Sentence, verb: Token, described: Token, name: Token) -> Iterator[Fact]:
    try:
        term_tokens = list(scene.wording.subtree(name))
        term = scene.wording.words(term_tokens)
        topic = scene.wording.words(scene.wording.subtree(described, without=[verb] if verb.dep_ == "acl" else ()))
    except Unclear as unclear:
        scene.skip("stands alone", str(unclear), sentence)
        return
    inner = scene.wording.subtree(described, without=[verb])
    thin = len([t for t in inner if not t.is_stop and not t.is_punct]) < 2
    some = described.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in described.children)
    if some and (name.pos_ == "PROPN" or (verb.dep_ == "acl" and len(topic.split()) < _TELLING)):
        return  # "a company called Halcyon", "a long oven called a lehr": one of many
    more = _told_more(scene, described, name) if verb.dep_ == "acl" else ""
    if more:
        topic = f"{topic} that {more}"
    bare = not more and not any(c.dep_ in {"prep", "relcl", "acl"} and c != verb for c in described.children)
    if (
        thin
        or (bare and verb.dep_ == "acl")
        or topic.split()[-1].lower() in {"does", "do", "did", "is", "was", "that"}
        or not 1 <= len(term.split()) <= 5
        or not 2 <= len(topic.split()) <= 18
        or (verb.dep_ == "ROOT" and not scene.standing(verb).asserted)
    ):
        return
    key = Key(text=term, answer=Answer.THING, span=scene.wording.span(term_tokens), accepted=without_article(term))
    yield Fact(
        id="",
        kind=FactKind.TERM,
        key=key,
        topic=topic,
        plural=is_plural(described),
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        weight=scene.weight(sentence, 0.74),
        risk=0.05,
    )


def _told_more(scene: Scene, described: Token, name: Token) -> str:
    """“shutters known as paddles, which let water in or out”: what “which” says of them."""
    clauses = (c for noun in (name, described) for c in noun.children if c.dep_ == "relcl" and c.i > name.i)
    fitting = "VBP" if described.tag_ == "NNS" else "VBZ"
    clause = next((c for c in clauses if c.left_edge.lower_ == "which" and c.tag_ == fitting), None)
    if clause is None or clause.left_edge.dep_ not in {"nsubj", "nsubjpass"} or clause.left_edge.nbor(-1).text != ",":
        return ""
    tokens = scene.wording.subtree(clause)
    return scene.wording.words(tokens[1:], seen=[described])


# -- acronyms


def _acronyms(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    text = scene.article.at(sentence.span)
    for match in _ACRONYM.finditer(text):
        spelled = _spelled(match.group(1).split(), match.group(2).rstrip("s"))
        if spelled is None:
            continue
        key = Key(text=spelled, answer=Answer.DEFINITION, span=None)
        yield Fact(
            id="",
            kind=FactKind.ACRONYM,
            key=key,
            topic=match.group(2),
            evidence=(Evidence.of(scene.article, sentence.span),),
            sentence=sentence.index,
            weight=scene.weight(sentence, 0.6),
        )


def _spelled(words: list[str], acronym: str) -> str | None:
    """The last words whose initials, small words skipped, are the acronym's letters."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    for start in range(len(words)):
        rest = words[start:]
        initials = [w[0].lower() for w in rest if w.lower() not in _SMALL]
        if initials == letters and rest[0].lower() not in _SMALL:
            return " ".join(rest)
    return None
