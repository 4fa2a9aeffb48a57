"""Who said, claimed, denied or called something what: facts whose answer is the source, or the words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.assertions import source_text
from quizapp.facts.kinds import answer_of
from quizapp.facts.quotations import Quotation
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.verbs import subject_of
from quizapp.facts.wording import Unclear, tidy
from quizapp.model.article import Span
from quizapp.model.fact import Answer, Attribution, Evidence, Fact, FactKind, Key

_LONGEST_QUOTE: Final = 28
_SHORTEST_QUOTE: Final = 6
_LONGEST_CONTENT: Final = 30
_SPECIFIC: Final = 3
"""Words that a speaker without a name must have to be an answer; "the authors" is none."""


def find_sayings(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about sayings and labels whose cue stands in this sentence."""
    for verb in sentence.slice:
        if verb.pos_ != "VERB" or scene.reading.quoted(verb):
            continue
        lemma = verb.lemma_.lower()
        if lemma in wordlists.LABELLING:
            yield from _label(scene, sentence, verb)
        if lemma in wordlists.REPORTING | wordlists.DENYING:
            yield from _indirect(scene, sentence, verb)
    yield from _direct(scene, sentence)


def _speaker(scene: Scene, sentence: Sentence, verb: Token) -> tuple[Key, str] | None:
    """The subject of a verb as a key, and its name; None when it is not one person or body that can be named."""
    subject = subject_of(verb)
    if subject is None or any(c.dep_ in {"auxpass", "neg"} for c in verb.children):
        return None
    try:
        name = source_text(subject, scene.wording)
    except Unclear as unclear:
        scene.skip("who is meant", str(unclear), sentence)
        return None
    person = scene.mentions.called(name)
    if person is not None:
        return scene.person_key(person), name
    answer, noun = answer_of(subject, scene.mentions)
    if (
        answer not in {Answer.ORGANISATION, Answer.PEOPLE, Answer.COUNTRY, Answer.COUNTRIES, Answer.PERSON, Answer.CITY}
        and subject.pos_ != "PROPN"
    ):
        return None
    if len(name.split()) > 9 or subject.pos_ == "PRON" or (subject.pos_ == "NOUN" and len(name.split()) < _SPECIFIC):
        return None
    bare = (name[4:],) if name.lower().startswith("the ") else ()
    return Key(text=name, answer=answer, noun=noun, accepted=bare), name


# -- labels: "X called Y “Z”"


def _label(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    target = next(
        (c for c in verb.children if c.dep_ in {"dobj", "nsubj"} and c.i > verb.i and not scene.reading.quoted(c)), None
    )
    quotation = next(
        (
            q
            for q in scene.reading.quotations_of(sentence)
            if sentence.span.holds(q.outer) and q.inner.start > sentence.base + verb.idx
        ),
        None,
    )
    found = _speaker(scene, sentence, verb)
    if target is None or quotation is None or found is None:
        return
    key, name = found
    text = scene.article.at(quotation.inner).strip(" ,.;")
    if target.i >= _first_token_after(sentence, quotation.outer.start) or not 1 <= len(text.split()) <= 16:
        return
    topic = _labelled(scene, sentence, target, quotation)
    if topic is None:
        return
    lead = _words_between(sentence, target, quotation)
    fact = Fact(
        id="",
        kind=FactKind.LABEL,
        key=replace(key, noun=verb.lemma_.lower()),
        topic=f"{topic} {lead}“{text}”",
        past=verb.tag_ == "VBD",
        evidence=scene.evidence(sentence, key=key),
        sentence=sentence.index,
        attribution=Attribution(source=name, cue=verb.text),
        weight=scene.weight(sentence, 1.0),
    )
    yield fact
    words = Key(
        text=_with_article(lead, text),
        answer=Answer.QUOTE,
        span=quotation.inner,
        accepted=(text, f"“{text}”"),
        noun=verb.lemma_.lower(),
    )
    yield replace(fact, key=words, topic=topic, weight=scene.weight(sentence, 0.72))


def _labelled(scene: Scene, sentence: Sentence, target: Token, quotation: Quotation) -> str | None:
    """What is given the label, worded so that it stands alone."""
    tokens = [t for t in scene.wording.subtree(target) if t.idx + sentence.base < quotation.outer.start]
    try:
        return scene.wording.words(tokens)
    except Unclear as unclear:
        topic = _possessive_topic(scene, target, sentence)
        if topic is None:
            scene.skip("who is meant", str(unclear), sentence)
        return topic


def _with_article(lead: str, text: str) -> str:
    return f"{lead}{text}".replace("as ", "", 1) if lead.startswith("as ") else f"{lead}{text}"


def _first_token_after(sentence: Sentence, offset: int) -> int:
    return next((t.i for t in sentence.slice if sentence.base + t.idx >= offset), sentence.slice.end)


def _words_between(sentence: Sentence, target: Token, quotation: Quotation) -> str:
    """The words between the thing and its label: "as", "a"."""
    end = _first_token_after(sentence, quotation.outer.start)
    start = max(t.i for t in target.subtree if t.i < end) + 1
    words = [t.text for t in target.doc[start:end] if not t.is_punct and not t.is_space]
    return " ".join(words) + " " if words and words[-1].lower() in {"a", "an", "the", "as"} and len(words) <= 2 else ""


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
    rest = " ".join(t.text for t in target.subtree if t != owner)
    name = f"{determiner}{holder.text}"
    return f"{name}{'’' if name.endswith('s') else '’s'} {rest}"


# -- indirect speech


def _indirect(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    content = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if content is None or scene.reading.quoted(content):
        return
    mark = next((c.lower_ for c in content.children if c.dep_ == "mark"), "")
    if mark in {"whether", "if"} or any(c.tag_ in {"WRB", "WP", "WDT"} for c in content.children):
        return
    if scene.standing(verb).attribution is not None:
        return  # a saying within a saying
    found = _speaker(scene, sentence, verb)
    if found is None:
        return
    key, name = found
    try:
        tokens = scene.wording.subtree(content)
        text = scene.wording.words([t for t in tokens if not (t.dep_ == "mark" and t.head == content)])
    except Unclear as unclear:
        scene.skip("stands alone", str(unclear), sentence)
        return
    if not _SHORTEST_QUOTE <= len(text.split()) <= _LONGEST_CONTENT:
        return
    text = _own_pronouns(scene, content, name, text)
    yield Fact(
        id="",
        kind=FactKind.SAYING,
        key=key,
        topic=f"that {text}",
        past=verb.tag_ == "VBD",
        evidence=scene.evidence(sentence, key=key),
        sentence=sentence.index,
        attribution=Attribution(source=name, cue=verb.text),
        weight=scene.weight(sentence, 0.66),
        risk=0.05,
    )


def _own_pronouns(scene: Scene, content: Token, name: str, text: str) -> str:
    """“Who said that she was tired”: what the speaker says of himself keeps its pronoun, the name would tell."""
    for token in content.subtree:
        if token.pos_ == "PRON" and not scene.reading.quoted(token) and scene.mentions.antecedent(token) == name:
            shown = f"{name}'s" if token.dep_ == "poss" else name
            text = text.replace(shown, token.lower_, 1)
    return text


# -- direct speech


def _direct(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Whole quotations that end, or begin, in this sentence, with the speaker named beside them."""
    cue = next(
        (
            t
            for t in sentence.slice
            if t.pos_ == "VERB"
            and t.lemma_.lower() in wordlists.REPORTING
            and not scene.reading.quoted(t)
            and _is_cue(t)
        ),
        None,
    )
    if cue is None:
        return
    for quotation in scene.reading.quotations_of(sentence):
        text = tidy(scene.article.at(quotation.inner)).rstrip(",.;")
        starts, ends = (
            sentence.span.start <= quotation.inner.start < sentence.span.end,
            sentence.span.start < quotation.inner.end <= sentence.span.end,
        )
        if not (starts or ends):
            continue
        whole = text[:1].isupper() and _SHORTEST_QUOTE <= len(text.split()) <= _LONGEST_QUOTE
        if not whole:
            continue
        found = _speaker(scene, sentence, cue)
        if found is None:
            continue
        key, name = found
        if any(part in text for part in name.split() if part[:1].isupper() and len(part) > 3):
            continue
        span = Span(min(sentence.span.start, quotation.outer.start), max(sentence.span.end, quotation.outer.end))
        own = Evidence.of(scene.article, span)
        named = scene.evidence(sentence, key=key)
        evidence = (own,) if key.text in own.quote else (*named[:-1], own)
        yield Fact(
            id="",
            kind=FactKind.SAYING,
            key=key,
            topic=f"“{text}”",
            past=cue.tag_ == "VBD",
            evidence=evidence,
            sentence=sentence.index,
            attribution=Attribution(source=name, cue=cue.text),
            weight=scene.weight(sentence, 0.68),
        )


def _is_cue(verb: Token) -> bool:
    """Whether a reporting verb has its speaker beside it and stands at the head of the sentence, or aside."""
    return subject_of(verb) is not None and verb.dep_ in {"ROOT", "parataxis", "ccomp", "conj", "advcl"}
