"""What somebody was accused of, called for, denied doing or recommends doing: an "-ing" or a phrase that is claimed."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts.finders.claims import FIRST_PERSON, LONGEST, made, only_once, teller
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.verbs import SUBJECTS
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Fact, FactKind, Focus, Key

_GERUNDS: Final = {"deny": "doing", "admit": "doing", "recommend": "", "propose": "", "suggest": "", "advocate": ""}
"""Verbs with "-ing" for what is said, and what stands in its place in the question."""


def find_charges(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about what is said by an "-ing", or after the preposition of an accusation or a call."""
    for verb in scene.verbs(sentence):
        lemma = verb.lemma_.lower()
        if lemma in _GERUNDS:
            yield from _gerund(scene, sentence, verb)
        if lemma in _PREPOSITIONS:
            yield from _charge(scene, sentence, verb)


def _gerund(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    doing = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG" and c.i > verb.i), None)
    if doing is None or any(c.dep_ in SUBJECTS for c in doing.children) or scene.reading.quoted(doing):
        return
    name = teller(scene, verb)
    if name is None:
        return
    try:
        tokens = scene.wording.subtree(doing)
        text = scene.wording.words(tokens)
    except Unclear as unclear:
        scene.skip("stands alone", str(unclear), sentence)
        return
    if not 2 <= len(text.split()) <= LONGEST or FIRST_PERSON.search(text) or not only_once(scene, verb, name):
        return
    key = Key(text=text, answer=Answer.ACTION, span=scene.wording.span(tokens))
    lead = _GERUNDS[verb.lemma_.lower()]
    fact = made(scene, sentence, verb, name, key, about=None, lead=lead, base=0.84)
    if fact is not None:
        yield fact


_PREPOSITIONS: Final = {
    "accuse": {"of"},
    "suspect": {"of"},
    "convict": {"of"},
    "acquit": {"of"},
    "clear": {"of"},
    "charge": {"with"},
    "blame": {"for"},
    "criticise": {"for"},
    "criticize": {"for"},
    "praise": {"for"},
    "condemn": {"for"},
    "commend": {"for"},
    "apologise": {"for"},
    "apologize": {"for"},
    "call": {"for"},
    "appeal": {"for"},
    "campaign": {"for", "against"},
    "plead": {"for"},
    "warn": {"of", "against", "about"},
    "complain": {"of", "about"},
    "boast": {"of", "about"},
    "compare": {"to", "with"},
    "liken": {"to"},
    "advise": {"against"},
}
"""Verbs of blame, praise, warning and demand, each with the prepositions before what is said."""


def _charge(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    wanted = _PREPOSITIONS[verb.lemma_.lower()]
    analysis = scene.analysis(verb)
    standing = scene.standing(verb)
    if analysis is None or not standing.asserted or analysis.clause.verb.negated:
        return
    parts = analysis.clause.parts()
    index, head = max(analysis.heads.items())
    if index != len(parts) - 1 or head.dep_ != "prep" or head.lower_ not in wanted or scene.reading.quoted(head):
        return
    target = next((c for c in head.children if c.dep_ in {"pobj", "pcomp"}), None)
    part = parts[index]
    text = part.text[len(head.text) :].strip()
    if target is None or not 2 <= len(text.split()) <= LONGEST or not part.text.lower().startswith(f"{head.lower_} "):
        return
    if FIRST_PERSON.search(text) or target.pos_ == "PRON":
        return
    doing = target.dep_ == "pcomp"
    bare = tuple(text[len(word) :] for word in ("the ", "a ", "an ") if text.startswith(word))
    key = Key(text=text, answer=Answer.ACTION if doing else Answer.STATEMENT, span=part.span, accepted=bare)
    yield Fact(
        id="",
        kind=FactKind.SAYING,
        key=key,
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        clause=analysis.clause,
        focus=Focus(part=part, lead=f"{head.lower_} "),
        attribution=standing.attribution,
        weight=scene.weight(sentence, 0.84 if doing else 0.74),
        risk=0.04,
    )
