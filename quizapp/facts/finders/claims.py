"""Facts that ask for what somebody said: the claimant as subject, his verb, and the words as the focus."""

import re
from dataclasses import replace
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts.assertions import source_of
from quizapp.facts.finders.speakers import speaker_of, speaking
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.verbs import is_finite, verb_group
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Clause, Fact, FactKind, Focus, Key, Part, Role, VerbGroup

LONGEST: Final = 24
"""Words that what was said may have as an answer."""
FIRST_PERSON: Final = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur|[Yy]ou|[Yy]our)\b")

_ABOUT_VERBS: Final = frozenset(
    """say think warn predict believe suggest find show reveal conclude admit acknowledge concede promise allege
    claim""".split()
)
"""Verbs that go well with "about" and are kept; of other verbs of saying the question has "say"."""


def teller(scene: Scene, verb: Token) -> str | None:
    """The source of a saying that the article itself reports; None where it is unclear, denied or told by another."""
    standing = scene.standing(verb)
    if not standing.asserted or standing.attribution is not None or any(c.dep_ == "neg" for c in verb.children):
        return None
    if not is_finite(verb) or any(c.dep_ in {"auxpass", "expl"} for c in verb.children):
        return None
    try:
        return source_of(verb, scene.wording).source
    except Unclear:
        return None


def only_once(scene: Scene, verb: Token, name: str) -> bool:
    """Whether the speaker uses this verb of saying once in the article, as far as can be seen."""
    for other in scene.verbs_of(verb.lemma_.lower()):
        if other.doc is verb.doc and other.i == verb.i:
            continue
        try:
            if source_of(other, scene.wording).source == name:
                return False
        except Unclear:
            continue
    return True


def says_more(scene: Scene, verb: Token, name: str) -> bool:
    """Whether the speaker says something else in the article, with any verb of saying, as far as can be seen."""
    for other in scene.reports():
        if other.doc is verb.doc and other.i == verb.i:
            continue
        try:
            if source_of(other, scene.wording).source == name:
                return True
        except Unclear:
            continue
    return False


def made(
    scene: Scene, sentence: Sentence, verb: Token, name: str, key: Key, *, about: Part | None, lead: str, base: float
) -> Fact | None:
    """The fact that asks for what is said: the speaker, the verb, what it is about, and the words as the focus."""
    subject = speaking(verb)
    if subject is None or key.span is None:
        return None
    content = Part(role=Role.CLAUSE, text=key.text, span=key.span)
    found = speaker_of(scene, sentence, verb)
    person = found is not None and found[0].answer is Answer.PERSON
    clause = Clause(
        before=(),
        subject=Part(role=Role.SUBJECT, text=name, span=sentence.span_of(subject, subject)),
        verb=_active(verb)
        if any(c.dep_ == "auxpass" for c in verb.children)
        else _asking(verb, about=about is not None and about.word == "about", person=person),
        after=(*((about,) if about is not None else ()), content),
        span=sentence.span,
    )
    return Fact(
        id="",
        kind=FactKind.SAYING,
        key=key,
        evidence=scene.evidence(sentence, key=found[0] if found is not None else None),
        sentence=sentence.index,
        clause=clause,
        focus=Focus(part=content, lead=f"{lead} " if lead else ""),
        weight=scene.weight(sentence, base),
        risk=0.04,
    )


def _asking(verb: Token, *, about: bool, person: bool) -> VerbGroup:
    """The verb as the question has it: "say" for one that does not go with "about"; people "find out"."""
    group = verb_group(verb)
    if group.lemma in {"add", "continue", "reply", "answer"} and group.first == "did":
        return replace(group, rest="say", lemma="say")
    if about and person and group.rest == "find":
        return replace(group, rest="find out")
    if about and group.lemma not in _ABOUT_VERBS and group.first in {"did", "does", "do"}:
        return replace(group, rest="say", lemma="say")
    return group


def _active(verb: Token) -> VerbGroup:
    """“was described … by X” as the verb of what X did."""
    past = any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    lemma = verb.lemma_.lower()
    forms: tuple[str, ...] = lemminflect.getInflection(lemma, tag="VBD" if past else "VBZ") or (verb.lower_,)
    return VerbGroup(statement=forms[0], singular=forms[0], first="did" if past else "does", rest=lemma, lemma=lemma)
