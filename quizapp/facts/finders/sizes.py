"""How many something has, told in an aside: “their alphabet, a set of 22 letters”, “Selby, a town of 6,000 people”."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts.anchors import misread
from quizapp.facts.finders.appositions import SUMMARIES, is_closed
from quizapp.facts.finders.definitions import comma_before
from quizapp.facts.quantities import Quantity
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.second import described_by_another
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Fact, FactKind, Key
from quizapp.model.item import GAP

_NO_SIZES: Final = SUMMARIES | frozenset("sum rate height depth age majority loss gain saving fine prize".split())
"""Nouns that say how far or how much of what the clause tells, and not what something is."""
_LONGEST: Final = 20


def find_sizes(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts that ask for the number in an aside that says of how many parts something is made."""
    root = sentence.root
    if scene.reading.quoted(root) or not scene.standing(root).asserted:
        return
    for quantity in scene.quantities(sentence):
        whole = _whole(quantity)
        if whole is None or misread(whole) or not is_closed(whole) or described_by_another(whole):
            continue
        fact = _fact(scene, sentence, whole, quantity)
        if fact is not None:
            yield fact


def _whole(quantity: Quantity) -> Token | None:
    """“a set” of “their alphabet, a set of 22 letters”."""
    noun = quantity.counted
    if noun is None or quantity.answer is not Answer.COUNT or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    whole = noun.head.head
    some = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in whole.children)
    fits = whole.dep_ == "appos" and whole.pos_ == "NOUN" and some and comma_before(whole)
    return whole if fits and whole.lemma_.lower() not in _NO_SIZES else None


def _fact(scene: Scene, sentence: Sentence, whole: Token, quantity: Quantity) -> Fact | None:
    thing = whole.head
    known = thing.pos_ == "PROPN" or any(c.dep_ == "poss" for c in thing.children)
    if not known or thing.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in thing.children):
        return None
    tail = [c for c in whole.children if c.dep_ in {"relcl", "acl"}] + [
        c for c in (quantity.counted or whole).children if c.dep_ in {"relcl", "acl"}
    ]
    try:
        name = scene.wording.noun_phrase(thing, without=[whole])
        told = scene.wording.words(scene.wording.subtree(whole, without=tail), seen=[thing])
    except Unclear:
        return None
    if told.count(quantity.text) != 1 or len(told.split()) > _LONGEST:
        return None
    now = any(t.tag_ in {"VBZ", "VBP"} for t in whole.subtree)  # "a town of 6,000 people where Holt is the employer"
    was = "was" if sentence.root.tag_ == "VBD" and not now else "is"
    text = f"{name} {was} {told.replace(quantity.text, GAP)}."
    return Fact(
        id="",
        kind=FactKind.TERM,
        key=Key(
            text=quantity.text,
            answer=Answer.COUNT,
            span=quantity.span,
            noun=quantity.noun,
            value=quantity.value,
            hedge=quantity.hedge,
        ),
        topic=f"{text[:1].upper()}{text[1:]}",
        attribution=scene.standing(sentence.root).attribution,
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        weight=scene.weight(sentence, 0.7),
        risk=0.05,
    )
