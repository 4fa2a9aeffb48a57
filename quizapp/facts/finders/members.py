"""Members of a list that a clause states: what something includes or consists of, and who “the four members” are."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.clauses import Analysis
from quizapp.facts.finders.making import make
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.kit.text import listed
from quizapp.model.fact import Answer, Attribution, Fact, FactKind, Focus, Key, Part

_HOLDING: Final = {"include": "", "comprise": "", "contain": "", "consist": "of"}
"""Verbs that tell what belongs to something, with their preposition."""
_COUNTED: Final = re.compile(r"^the (?:three|four|five|six) ")
_FEWEST: Final = 3
_MOST: Final = 6
_LONGEST: Final = 7
_NO_MEMBER: Final = frozenset(
    """which who whose that where when while as including such with without in on at for to from by but not if because
    so then also""".split()
)
"""Words that begin something else than a member: the commas were no list."""


def find_members(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """A fact for each clause whose object, or complement, is a list of three or more."""
    for verb in scene.verbs(sentence):
        lemma = verb.lemma_.lower()
        if lemma not in _HOLDING and lemma != "be":
            continue
        analysis, standing = scene.analysis(verb), scene.standing(verb)
        if analysis is None or not standing.asserted or analysis.clause.verb.negated:
            continue
        if lemma == "be":
            yield from _who_they_are(scene, sentence, analysis, standing.attribution)
        else:
            yield from _what_belongs(scene, sentence, analysis, standing.attribution, _HOLDING[lemma])


def _what_belongs(
    scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None, preposition: str
) -> Iterator[Fact]:
    """“The museum's collection includes …”: of a bare “the collection” a reader would ask which."""
    subject = analysis.clause.subject.text
    if len(subject.split()) < _FEWEST and not any(c.isupper() for c in subject):
        return
    for index, head in analysis.heads.items():
        part = analysis.clause.parts()[index]
        if head.i < analysis.verb.i or not (head.lower_ == preposition if preposition else head.dep_ == "dobj"):
            continue
        text = part.text[len(preposition) :].strip()
        if _members(text, head) is not None:
            focus = Focus(part=part, lead=f"{preposition} " if preposition else "")
            yield make(scene, sentence, FactKind.LIST, _key(text, part), analysis, focus, source, 0.6)
        return


def _who_they_are(scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None) -> Iterator[Fact]:
    """“The four members of the crew are …”: the count and the list agree, so that the list is whole."""
    count = next((wordlists.COUNTS[c.lower_] for c in analysis.subject.children if c.lower_ in wordlists.COUNTS), 0)
    if not count or source is not None or analysis.clause.subject.text.split()[0] != "the":
        return
    for index, head in analysis.heads.items():
        part = analysis.clause.parts()[index]
        if head.dep_ != "attr" or head.i < analysis.verb.i:
            continue
        after = [t for t in sentence.slice if t.i > analysis.verb.i]
        text = scene.article.text[sentence.base + head.left_edge.idx : sentence.span.end].rstrip(" .")
        members = _members(text, head)
        if members is None or len(members) != count or any(t.pos_ in {"PRON", "SCONJ", "AUX"} for t in after):
            return
        people = all(scene.mentions.called(member) is not None for member in members)
        yield Fact(
            id="",
            kind=FactKind.LIST,
            key=_key(text, part, people=people),
            evidence=scene.evidence(sentence),
            sentence=sentence.index,
            topic=_COUNTED.sub("the ", analysis.clause.subject.text),
            plural=True,
            past=analysis.clause.verb.past,
            weight=scene.weight(sentence, 0.66),
        )
        return


def states_members(analysis: Analysis, part: Part) -> bool:
    """Whether a part is such a list: of one of its members alone no figure is asked."""
    return analysis.verb.lemma_.lower() in _HOLDING and len(listed(part.text)) >= _FEWEST


def _members(text: str, head: Token) -> tuple[str, ...] | None:
    """The members that a text lists; None where the commas separate something else."""
    members = listed(text)
    joined = any(t.dep_ == "conj" for t in head.subtree)
    fits = all(0 < len(m.split()) <= _LONGEST and m.split()[0].lower() not in _NO_MEMBER for m in members)
    return members if joined and fits and _FEWEST <= len(members) <= _MOST else None


def _key(text: str, part: Part, *, people: bool = False) -> Key:
    return Key(
        text=" ".join(text.split()),
        answer=Answer.PEOPLE if people else Answer.DEFINITION,
        span=part.span,
        accepted=(", ".join(listed(text)),),
        plural=True,
    )
