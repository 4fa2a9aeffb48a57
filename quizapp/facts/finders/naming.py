"""What a thing that was just told is called: “…, a method called feedforward”, “This is known as a surge”."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.finders.definitions import without_article
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Evidence, Fact, FactKind, Key
from quizapp.model.item import GAP

_NAMING: Final = frozenset({"call", "know", "name", "term", "dub"})
_POINTING: Final = frozenset({"this", "such"})
_LONGEST_STEM: Final = 35
"""Words of what is told, and of the question for its name behind it."""
_SHORTEST_TOLD: Final = 6
_LONGEST_NAME: Final = 5
_FEWEST_AFTER: Final = 2
"""Tokens that may follow the name: a mark, and perhaps a second one."""


def find_naming(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts whose answer is the name of what a clause or the sentence before tells."""
    for verb in sentence.slice:
        if verb.lemma_.lower() not in _NAMING or scene.reading.quoted(verb):
            continue
        try:
            found = (
                _at_the_end(scene, sentence, verb)
                or _of_the_sentence_before(scene, sentence, verb)
                or _of_what_stands_before(scene, sentence, verb)
                or _in_place(scene, sentence, verb)
            )
        except Unclear as unclear:
            scene.skip("stands alone", str(unclear), sentence)
            continue
        if found is not None:
            yield found


def _at_the_end(scene: Scene, sentence: Sentence, verb: Token) -> Fact | None:
    """“…, a method called feedforward.”: what stands before the comma is what has the name."""
    if verb.tag_ != "VBN" or verb.i < sentence.slice.start + _SHORTEST_TOLD or verb.nbor(-1).pos_ != "NOUN":
        return None
    noun = verb.nbor(-1)
    if wordlists.person_noun(noun.lemma_.lower()):
        return None  # who somebody is, is asked elsewhere
    words = reversed(list(verb.doc[sentence.slice.start : noun.i]))
    article = next((t for t in words if t.pos_ not in {"ADJ", "NOUN"}), None)
    if article is None or article.lower_ not in {"a", "an"} or article.nbor(-1).text != ",":
        return None
    name = _name_after(sentence, verb)
    told = list(verb.doc[sentence.slice.start : article.i - 1])
    if name is None or scene.standing(sentence.root).attribution is not None:
        return None
    return _fact(scene, sentence, told, name, asked=f"this {noun.text}", before=None)


def _of_what_stands_before(scene: Scene, sentence: Sentence, verb: Token) -> Fact | None:
    """“The pump sends hot gas outside; this is called defrosting.”: what stands before the mark has the name."""
    this = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.lower_ == "this"), None)
    if this is None or this.i <= sentence.slice.start + 1 or this.nbor(-1).text not in {";", ":"}:
        return None
    name = _name_after(sentence, verb)
    first = list(verb.doc[sentence.slice.start : this.i - 1])
    denied = any(c.dep_ == "neg" for c in verb.children)
    asserted = not denied and scene.standing(sentence.root).attribution is None
    if name is None or not asserted or any(scene.reading.quoted(t) for t in first):
        return None
    return _fact(scene, sentence, first, name, asked="this", before=None)


def _in_place(scene: Scene, sentence: Sentence, verb: Token) -> Fact | None:
    """“The gas passes through an exchanger called the condenser.”: the name is left out where it stands."""
    noun = verb.head
    some = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in noun.children)
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or noun.i != verb.i - 1 or noun.pos_ != "NOUN" or not some:
        return None
    name = _name_after(sentence, verb)
    root = sentence.root
    plain = scene.standing(root).asserted and scene.standing(root).attribution is None and _depth(noun, root) <= _NEAR
    closed = name is not None and name[-1].i >= sentence.slice[-1].i - 1 and not any(t.pos_ == "PROPN" for t in name)
    if name is None or not plain or not closed or wordlists.person_noun(noun.lemma_.lower()):
        return None  # "a firm called Halcyon" is one of many
    told = [t for t in sentence.slice if t.i < name[0].i and t.lower_ not in _LINKING and t.text != '"']
    while told and told[0].is_punct:
        told = told[1:]
    text = scene.wording.words(told)
    if not _SHORTEST_TOLD <= len(text.split()) <= _LONGEST_GAPPED:
        return None
    words = scene.wording.words(name)
    return Fact(
        id="",
        kind=FactKind.TERM,
        key=Key(text=words, answer=Answer.THING, span=scene.wording.span(name), accepted=without_article(words)),
        topic=f"{text[:1].upper()}{text[1:]} {GAP}.",
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        weight=scene.weight(sentence, 0.8),
        risk=0.05,
    )


def _depth(noun: Token, root: Token) -> int:
    """How many heads are between a noun and the root of its sentence."""
    steps = 0
    while noun not in {root, noun.head}:
        noun, steps = noun.head, steps + 1
    return steps


_NEAR: Final = 2
"""Heads from a noun to its verb, with one preposition between."""
_LINKING: Final = frozenset("then next finally also however thus therefore first".split())
_LONGEST_GAPPED: Final = 20


def _of_the_sentence_before(scene: Scene, sentence: Sentence, verb: Token) -> Fact | None:
    """“This process is called curing”, “Physicists call this interference”: the sentence before tells what."""
    if sentence.index == 0 or verb != sentence.root:
        return None
    before = scene.reading.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph or scene.reading.quotations_of(before):
        return None
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    pointing = next((t for t in sentence.slice if t.lower_ in _POINTING), None)
    if pointing is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    first = pointing.i == sentence.slice.start
    if passive != first or (not passive and pointing.i != verb.i + 1):
        return None
    noun = pointing.head.text if pointing.dep_ in {"det", "predet", "amod"} and pointing.head.pos_ == "NOUN" else ""
    name = _name_after(sentence, verb if passive else pointing)
    if not passive and name is not None and name[-1] == pointing.head:
        noun = ""  # "Physicists call this destructive interference", read as one phrase
    if name is None or (noun and noun.lower() not in _HAPPENINGS):
        return None  # "this part of the machine": which, a sentence does not tell
    return _fact(scene, sentence, list(before.slice), name, asked=f"this {noun}".strip(), before=before)


_HAPPENINGS: Final = frozenset(
    """process effect method technique phenomenon reaction practice procedure cycle change movement pattern principle
    rule law theory approach strategy custom ritual tradition system event behaviour behavior response ability
    condition state policy arrangement scheme trick error bias tendency idea""".split()
)
"""Nouns that sum up what a sentence tells."""


def _name_after(sentence: Sentence, token: Token) -> list[Token] | None:
    """The name that ends the sentence, or that only a clause after a comma follows."""
    rest = [t for t in sentence.slice if t.i > token.i]
    if rest and rest[0].lower_ == "as":
        rest = rest[1:]
    end = next((place for place, t in enumerate(rest) if t.text in {",", ".", ";", ":"}), len(rest))
    name = [t for t in rest[:end] if t.text != '"']
    doing = [t.tag_ for t in name] == ["VBG"]  # "defrosting"
    title = all(t.is_title or t.lower_ in {"the", "of"} for t in name)  # "the Wedding of the Waters"
    if not 1 <= len(name) <= _LONGEST_NAME:
        return None
    if not (doing or title) and any(t.pos_ in {"VERB", "AUX", "PRON", "ADP"} for t in name):
        return None
    return name


def _fact(
    scene: Scene, sentence: Sentence, told: list[Token], name: list[Token], *, asked: str, before: Sentence | None
) -> Fact | None:
    told = [t for t in told if not (t.is_punct and t == told[-1])]
    if [t.lower_ for t in told[:2]] == ["in", "fact"]:
        told = told[2:]
    text = scene.wording.words([t for t in told if not (t.lower_ == "then" and t.dep_ == "advmod")])
    if not _SHORTEST_TOLD <= len(text.split()) <= _LONGEST_STEM - len(f"What is {asked} called".split()):
        return None
    words = scene.wording.words(name)
    own = scene.evidence(sentence)
    first = (Evidence.of(scene.article, before.span),) if before is not None else ()
    return Fact(
        id="",
        kind=FactKind.TERM,
        key=Key(text=words, answer=Answer.THING, span=scene.wording.span(name), accepted=without_article(words)),
        topic=asked,
        context=f"{text[:1].upper()}{text[1:]}.",
        evidence=(*first, *own),
        sentence=sentence.index,
        weight=scene.weight(sentence, 0.84),
        risk=0.05,
    )
