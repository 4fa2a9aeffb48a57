"""What stands after a colon: the things that a clause counts or names before it, one or several."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.clauses import Analysis
from quizapp.facts.finders.making import make
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Unclear
from quizapp.kit.text import listed
from quizapp.model.article import Span
from quizapp.model.fact import Answer, Fact, FactKind, Focus, Key, Part

_LONGEST: Final = 40
_LONGEST_ONE: Final = 14
_DETERMINERS: Final = frozenset({"a", "an", "the", "some", "these", "those", "this", "that"})


def find_lists(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """A fact for a clause that ends in a colon and is filled by noun phrases after it."""
    colon = next((t for t in sentence.slice if t.text == ":" and not scene.reading.quoted(t)), None)
    if colon is None or colon.i + 1 >= len(colon.doc):
        return
    yield from _existing(scene, sentence, colon)
    for verb in scene.verbs(sentence):
        if verb.i > colon.i:
            return
        analysis = scene.analysis(verb)
        standing = scene.standing(verb)
        if analysis is None or not standing.asserted:
            continue
        found = _counted(analysis, colon)
        key = _after(scene, sentence, colon, found[1]) if found is not None else None
        if found is None or key is None:
            continue
        part, head = found
        try:
            noun = _bare(scene, head)
        except Unclear:
            continue
        before = replace(
            analysis, clause=replace(analysis.clause, after=_until(analysis.clause.after, sentence, colon, part))
        )
        yield make(
            scene,
            sentence,
            FactKind.LIST,
            replace(key, noun=noun),
            before,
            Focus(part=part),
            standing.attribution,
            0.84,
        )
        return


def _existing(scene: Scene, sentence: Sentence, colon: Token) -> Iterator[Fact]:
    """“There are three kinds of rock: …”: “What are the three kinds of rock?”."""
    root = sentence.root
    there = any(c.dep_ == "expl" and c.lower_ == "there" for c in root.children)
    head = next((c for c in root.children if c.dep_ in {"attr", "nsubj"} and c.i > root.i), None)
    if root.lemma_ != "be" or not there or head is None or head.i > colon.i or head.pos_ != "NOUN":
        return
    count = next((c for c in head.children if c.lower_ in wordlists.COUNTS and c.i < head.i), None)
    tail = [c for c in head.children if c.i > head.i and c.dep_ in {"prep", "relcl", "acl"} and c.i < colon.i]
    key = _after(scene, sentence, colon, head) if count is not None and tail else None
    if key is None or any(c.dep_ == "neg" for c in root.children):
        return
    told = [t for t in scene.wording.subtree(head) if t.i < colon.i]
    yield Fact(
        id="",
        kind=FactKind.LIST,
        key=key,
        topic=f"the {scene.wording.words(told)}",
        plural=True,
        past=root.tag_ == "VBD",
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        weight=scene.weight(sentence, 0.84),
    )


def _counted(analysis: Analysis, colon: Token) -> tuple[Part, Token] | None:
    """The object or complement before the colon that is filled after it: counted, or with "a"."""
    for index, head in analysis.heads.items():
        part = analysis.clause.parts()[index]
        if head.dep_ not in {"dobj", "attr"} or head.pos_ != "NOUN" or head.i > colon.i:
            continue
        low = {c.lower_ for c in head.children if c.i < head.i}
        if low & {"a", "an"} or low & set(wordlists.COUNTS):
            return part, head
    return None


def _bare(scene: Scene, head: Token) -> str:
    """“three tests”, “tiny mark”: the noun with what stands before it but its article."""
    tokens = [
        t
        for c in head.children
        if c.i < head.i and c.lower_ not in _DETERMINERS and c.dep_ != "poss"
        for t in c.subtree
        if t.lower_ not in _JUST
    ]
    return scene.wording.words([*sorted(tokens, key=lambda t: t.i), head])


_JUST: Final = frozenset("only just exactly".split())
"""“Which four ingredients”, where the article says that it needs only four."""


def _until(parts: tuple[Part, ...], sentence: Sentence, colon: Token, asked: Part) -> tuple[Part, ...]:
    """The parts of the clause that stand before the colon."""
    end = sentence.base + colon.idx
    return tuple(part for part in parts if part.span == asked.span or part.span.end <= end)


def _after(scene: Scene, sentence: Sentence, colon: Token, head: Token) -> Key | None:
    """What follows the colon as a key; None where it is a clause, too long, or another number of things."""
    rest = colon.doc[colon.i + 1 : sentence.slice.end]
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} and t.dep_ not in {"relcl", "acl"} for t in rest)
    if finite or any(t.text in {";", ":", '"', "“"} for t in rest) or rest[0].pos_ in {"PRON", "VERB", "ADV"}:
        return None
    start, end = sentence.base + rest[0].idx, sentence.span.end
    text = scene.article.text[start:end].rstrip(" .")
    wanted = next((wordlists.COUNTS[c.lower_] for c in head.children if c.lower_ in wordlists.COUNTS), 1)
    members = listed(text)
    if wanted == 1:
        text = re.split(r",\s", text, maxsplit=1)[0]  # the asides of one thing are left out
        members = (text,)
    if len(members) != wanted or not 1 < len(text.split()) <= (_LONGEST if wanted > 1 else _LONGEST_ONE):
        return None
    if any(t.pos_ == "PRON" and t.tag_ != "WDT" for t in rest if sentence.base + t.idx < start + len(text)):
        return None
    return Key(
        text=" ".join(text.split()),
        answer=Answer.DEFINITION,
        span=Span(start, start + len(text)),
        accepted=(", ".join(members),) if wanted > 1 else (),
        plural=wanted > 1,
    )
