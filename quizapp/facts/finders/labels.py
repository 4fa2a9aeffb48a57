"""Who called what how: labels in quotation marks or without, active and passive."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.finders.claims import made
from quizapp.facts.finders.speakers import cue_of, singular, source_name, speaker_of
from quizapp.facts.quotations import Quotation, words_of
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Unclear
from quizapp.model.article import Span
from quizapp.model.fact import Answer, Attribution, Fact, FactKind, Key, Part, Role

_LONGEST: Final = 16
_LONGEST_PLAIN: Final = 9
_DESCRIBING: Final = frozenset("describe characterise characterize portray depict".split())
"""Verbs that ask “How did X describe …?”; the others ask “What did X call …?” or “… dismiss … as?”."""
_NAMING: Final = frozenset("call dub label brand term".split())


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: its words without marks, what stands before them ("as ", "a "), and whether they are quoted."""

    text: str
    lead: str
    span: Span
    quoted: bool


def find_labels(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about what somebody calls, describes, dismisses or praises something as."""
    for verb in sentence.slice:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in wordlists.LABELLING and not scene.reading.quoted(verb):
            yield from _label(scene, sentence, verb)
    yield from _said_to_be(scene, sentence)


def _label(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    target = _target(scene, verb, passive=passive)
    if target is None:
        return
    label = _in_marks(scene, sentence, verb, target) or _in_plain_words(scene, verb, target)
    if label is None or scene.standing(verb).attribution is not None:
        return
    topic = _labelled(scene, sentence, target, label)
    if topic is None:
        return
    found = speaker_of(scene, sentence, verb)
    name = found[1] if found is not None else source_name(scene, verb)
    if label.quoted and found is not None:
        key, speaker = found
        yield Fact(
            id="",
            kind=FactKind.LABEL,
            key=replace(key, noun=verb.lemma_.lower()),
            topic=f"{topic} {label.lead}“{label.text}”",
            past=verb.tag_ in {"VBD", "VBN"},
            evidence=scene.evidence(sentence, key=key),
            sentence=sentence.index,
            attribution=Attribution(source=speaker, cue=_cue(verb, passive=passive)),
            weight=scene.weight(sentence, 0.86),
        )
    if name is not None:
        yield from _words(scene, sentence, verb, label, topic=topic, name=name)


def _cue(verb: Token, *, passive: bool) -> str:
    if not passive:
        return singular(verb)
    past = any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    forms: tuple[str, ...] = lemminflect.getInflection(verb.lemma_.lower(), tag="VBD" if past else "VBZ")
    return forms[0] if forms else verb.text


def _words(scene: Scene, sentence: Sentence, verb: Token, label: _Label, *, topic: str, name: str) -> Iterator[Fact]:
    """The label itself as the answer."""
    lemma = verb.lemma_.lower()
    takes_as = label.lead.startswith("as ")
    text = f"{label.lead.removeprefix('as ')}{label.text}"
    key = Key(
        text=text,
        answer=Answer.QUOTE,
        span=label.span,
        accepted=tuple(dict.fromkeys((label.text, f"“{label.text}”"))) if label.quoted else (),
        noun="how" if lemma in _DESCRIBING else "what",
    )
    lead = "as" if takes_as and lemma not in _DESCRIBING else ""
    about = Part(role=Role.OBJECT, text=topic, span=sentence.span_of(verb, verb))
    fact = made(scene, sentence, verb, name, key, about=about, lead=lead, base=0.84)
    if fact is not None:
        yield replace(fact, kind=FactKind.LABEL)


# -- “The scheme is a slow eviction,” she said


def _said_to_be(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """A label given in direct speech: how the speaker described the thing."""
    cue = cue_of(scene, sentence)
    if cue is None or scene.standing(cue).attribution is not None:
        return
    for verb in sentence.slice:
        found = _copula(scene, verb)
        if found is None:
            continue
        subject, label = found
        speaker = speaker_of(scene, sentence, cue)
        if speaker is None:
            return
        span = sentence.span_of(label.left_edge, label.right_edge)
        key = Key(text=scene.article.at(span), answer=Answer.QUOTE, span=span, noun="how")
        topic = scene.article.at(sentence.span_of(subject.left_edge, subject.right_edge))
        about = Part(role=Role.OBJECT, text=_small(topic, subject), span=sentence.span_of(verb, verb))
        fact = made(scene, sentence, cue, speaker[1], key, about=about, lead="", base=0.74)
        if fact is not None and fact.clause is not None:
            described = replace(fact.clause.verb, rest="describe", lemma="describe")
            simple = fact.clause.verb.first in {"did", "does", "do"}
            if simple:
                yield replace(fact, kind=FactKind.LABEL, clause=replace(fact.clause, verb=described))


def _copula(scene: Scene, verb: Token) -> tuple[Token, Token] | None:
    """“the scheme” and “a slow eviction” of a plain quoted sentence that is understood by itself."""
    if verb.lower_ not in {"is", "was", "are", "were"} or verb.dep_ not in {"ROOT", "ccomp"}:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    label = next((c for c in verb.children if c.dep_ in {"attr", "acomp"} and c.i > verb.i), None)
    if subject is None or label is None or any(c.dep_ in {"neg", "conj", "advcl", "expl"} for c in verb.children):
        return None
    quotation = scene.reading.quotation_at(verb)
    words = [*subject.subtree, *label.subtree]
    inside = [t for t in verb.sent if scene.reading.quotation_at(t) is quotation and not t.is_punct]
    if quotation is None or inside[0] != subject.left_edge or inside[-1] != label.right_edge:
        return None  # a longer sentence, of which the parser may have made something else
    joined = any(t.dep_ == "conj" for t in words)
    known = subject.pos_ == "PROPN" or any(c.dep_ == "det" and c.lower_ == "the" for c in subject.children)
    pointing = any(t.pos_ == "PRON" or t.lower_ in wordlists.DEMONSTRATIVES | {"not", "no"} for t in words)
    length = label.right_edge.i - label.left_edge.i + 1
    counted = any(t.like_num for t in label.subtree)
    return (subject, label) if known and not (joined or pointing or counted) and 2 <= length <= _LONGEST_PLAIN else None


def _small(topic: str, subject: Token) -> str:
    """The topic as it stands inside a question."""
    return topic[:1].lower() + topic[1:] if subject.left_edge.pos_ == "DET" else topic


# -- what is given a label


def _target(scene: Scene, verb: Token, *, passive: bool) -> Token | None:
    if passive:
        return next((c for c in verb.children if c.dep_ == "nsubjpass" and c.i < verb.i and c.pos_ != "PRON"), None)
    return next(
        (c for c in verb.children if c.dep_ in {"dobj", "nsubj"} and c.i > verb.i and not scene.reading.quoted(c)), None
    )


def _labelled(scene: Scene, sentence: Sentence, target: Token, label: _Label) -> str | None:
    """What is given the label, worded so that it stands alone."""
    start = label.span.start
    tokens = [
        t
        for t in scene.wording.subtree(target)
        if t.idx + sentence.base < start and not (t.i > target.i and t.lower_ == "as")
    ]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ in {"det", "prep"}) and tokens[-1].i > target.i:
        tokens.pop()
    try:
        return scene.wording.noun_phrase(target) if len(tokens) == 1 else scene.wording.words(tokens)
    except Unclear as unclear:
        topic = _possessive_topic(scene, target, sentence)
        if topic is None:
            scene.skip("who is meant", str(unclear), sentence)
        return topic


def _possessive_topic(scene: Scene, target: Token, sentence: Sentence) -> str | None:
    """“called their policy “…””: whose policy, from the plural noun at the end of the sentence before."""
    owner = next((c for c in target.children if c.dep_ == "poss" and c.lower_ in {"their", "its"}), None)
    if owner is None or sentence.index == 0:
        return None
    previous = scene.reading.sentences[sentence.index - 1]
    plural = owner.lower_ == "their"
    nouns = [
        t
        for t in previous.slice
        if t.pos_ == "NOUN"
        and t.dep_ in {"pobj", "dobj", "nsubj", "nsubjpass"}
        and (t.tag_ == "NNS") == plural
        and not scene.reading.quoted(t)
    ]
    holders = [
        t for t in nouns if wordlists.person_noun(t.lemma_.lower()) or t.lemma_.lower() in wordlists.ORGANISATION_WORDS
    ]
    if len(holders) != 1 or previous.paragraph < sentence.paragraph - 1:
        return None
    holder = holders[0]
    determiner = "" if any(c.dep_ in {"det", "poss"} for c in holder.children) else "the "
    rest = " ".join(t.text for t in target.subtree if t != owner and t.i <= target.i)
    name = f"{determiner}{holder.text}"
    return f"{name}{'’' if name.endswith('s') else '’s'} {rest}"


# -- the label


def _in_marks(scene: Scene, sentence: Sentence, verb: Token, target: Token) -> _Label | None:
    """A label in quotation marks, with nothing but "as" and an article between it and what it is given to."""
    quotation = next(
        (
            q
            for q in scene.reading.quotations_of(sentence)
            if sentence.span.holds(q.outer) and q.inner.start > sentence.base + verb.idx
        ),
        None,
    )
    if quotation is None or target.i >= _first_token_after(sentence, quotation.outer.start):
        return None
    text = words_of(scene.article, quotation)
    lead = _words_between(sentence, max(target, verb, key=lambda t: t.i), quotation)
    if lead is None or not 1 <= len(text.split()) <= _LONGEST:
        return None
    return _Label(text, lead, quotation.inner, quoted=True)


def _first_token_after(sentence: Sentence, offset: int) -> int:
    return next((t.i for t in sentence.slice if sentence.base + t.idx >= offset), sentence.slice.end)


def _words_between(sentence: Sentence, target: Token, quotation: Quotation) -> str | None:
    """The words between the thing and its label: "as", "a"; None where there are others."""
    end = _first_token_after(sentence, quotation.outer.start)
    inside = [] if target.pos_ == "VERB" else [t.i for t in target.subtree if t.i < end]
    start = max([*inside, target.i]) + 1
    words = [t.text for t in target.doc[start:end] if not t.is_punct and not t.is_space]
    if not words:
        last = target.doc[end - 1].text if end > start or end - 1 > target.i else ""
        return f"{last} " if last.lower() in _LEADS else ""
    return " ".join(words) + " " if words[-1].lower() in _LEADS and len(words) <= 2 else None


_LEADS: Final = frozenset({"a", "an", "the", "as"})


def _in_plain_words(scene: Scene, verb: Token, target: Token) -> _Label | None:
    """“called the plan a disgrace”, “described it as reckless”."""
    head, lead = _plain_head(verb, target)
    if head is None or head.i < target.i or (verb.lemma_.lower() == "call" and head.pos_ == "VERB"):
        return None
    try:
        tokens = scene.wording.subtree(head)
        text = scene.wording.words(tokens)
    except Unclear:
        return None
    if not tokens or not 1 <= len(text.split()) <= _LONGEST_PLAIN or head.tag_ in {"VBG", "CD"}:
        return None
    return _Label(text, lead, scene.wording.span(tokens), quoted=False)


def _plain_head(verb: Token, target: Token) -> tuple[Token | None, str]:
    for child in [*verb.children, *target.children]:
        if child.dep_ == "oprd" and child.head == verb and verb.lemma_.lower() in _NAMING:
            return child, ""
        if child.dep_ == "prep" and child.lower_ == "as" and child.i > verb.i:
            inner = next((c for c in child.children if c.dep_ in {"pobj", "amod", "acomp", "advmod"}), None)
            return inner, "as "
    return None, ""
