"""What somebody was fined or praised for, and what things are used for."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts.finders.making import make
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.verbs import base_form
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Fact, FactKind, Focus, Key, Part, Role

_JUDGING: Final = frozenset(
    """fine arrest jail imprison praise criticise criticize thank punish honour honor convict dismiss sack sue blame
    condemn apologise apologize suspend expel ban sentence prosecute fault reward commend attack mock""".split()
)
"""Verbs after which "for" gives the ground."""

_SHORTEST: Final = 3
_LONGEST: Final = 20


def find_grounds(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts that answer Why from "for …", and What for from "used to" and "used for"."""
    for verb in scene.verbs(sentence):
        for child in verb.children:
            if child.i < verb.i or scene.reading.quoted(child):
                continue
            if child.dep_ == "prep" and child.lower_ == "for" and base_form(verb) in _JUDGING:
                yield from _asked(scene, sentence, verb, child, FactKind.REASON, 0.8)
            elif _is_use(verb, child):
                yield from _asked(scene, sentence, verb, child, FactKind.OBJECT, 0.66)


def _is_use(verb: Token, child: Token) -> bool:
    """“was used to measure the tides”, “is used for bridges”."""
    passive = verb.lemma_.lower() == "use" and any(c.dep_ == "auxpass" for c in verb.children)
    to = child.dep_ in {"xcomp", "advcl"} and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
    return passive and (to or (child.dep_ == "prep" and child.lower_ == "for"))


def _asked(scene: Scene, sentence: Sentence, verb: Token, child: Token, kind: FactKind, base: float) -> Iterator[Fact]:
    """The fact that leaves out what hangs on the verb here."""
    analysis, standing = scene.analysis(verb), scene.standing(verb)
    if analysis is None or not standing.asserted:
        return
    tokens = scene.wording.subtree(child)
    try:
        text = scene.wording.words(tokens, seen=list(verb.doc[verb.left_edge.i : tokens[0].i])) if tokens else ""
    except Unclear:
        return
    if not _SHORTEST <= len(text.split()) <= _LONGEST or not text.lower().startswith(("for ", "to ")):
        return
    if any(t.like_num or t.is_currency or t.ent_type_ in {"DATE", "TIME"} for t in tokens[1:5]):
        return  # "for £500", "for three years", "for most of the day"
    span = scene.wording.span(tokens)
    use = kind is FactKind.OBJECT
    bare = text.removeprefix("for ")
    key = Key(
        text=bare if use else text,
        answer=Answer.ACTION if not use else Answer.STATEMENT,
        span=span,
        accepted=tuple(
            dict.fromkeys(other for other in (text, bare, text.removeprefix("to ")) if other != (bare if use else text))
        ),
    )
    part = Part(role=Role.ADJUNCT, text=text, span=span, word="for")
    yield make(
        scene, sentence, kind, key, analysis, Focus(part=part, lead="for " if use else ""), standing.attribution, base
    )
