"""What happens if or when something is so: “When the urine becomes too concentrated, crystals may form”."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts.pronouns import noun_subject
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.verbs import is_finite, verb_group
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Fact, FactKind, Key, VerbGroup

_SHORTEST: Final = 4
_LONGEST: Final = 28
_LONGEST_CONDITION: Final = 22
_OPENERS: Final = frozenset({"if", "when", "once"})
_GOES_ON: Final = frozenset({"so", "and", "which", "but", "that", "then", "though", "however"})
_HAPPENS: Final = {
    "would": "would happen",
    "could": "could happen",
    "will": "will happen",
    "may": "may happen",
    "might": "might happen",
    "can": "can happen",
}


def find_conditions(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts that answer “What happens if …?”, and of what is always so “What happens when …?”."""
    root = sentence.root
    clause = next((c for c in root.children if c.dep_ == "advcl" and _opens_with(c) is not None), None)
    if clause is None or not _stands_first(scene, sentence, clause):
        return
    standing = scene.standing(root)
    if noun_subject(root) is None or not is_finite(root) or not standing.asserted:
        return
    verb = verb_group(root)
    if not _is_rule(clause, verb):
        return
    if any(_breaks_off(c) for c in root.children if c.dep_ == "conj"):
        return
    try:
        condition = scene.wording.words(scene.wording.subtree(clause))
        sources = [c for c in root.children if c.dep_ == "prep" and c.lower_ == "according"]
        tokens = [t for t in scene.wording.subtree(root, without=[clause, *sources]) if t.i > clause.right_edge.i]
        text = scene.wording.words(tokens, seen=list(clause.subtree))
    except Unclear:
        return
    if not _is_told_whole(condition, text):
        return
    happens = _HAPPENS.get(verb.first, "happened" if verb.past else "happens")
    yield Fact(
        id="",
        kind=FactKind.CONDITION,
        key=Key(text=text, answer=Answer.STATEMENT, span=scene.wording.span(tokens), noun=happens),
        topic=condition[:1].lower() + condition[1:],
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        attribution=standing.attribution,
        weight=scene.weight(sentence, 0.82),
        risk=0.05,
    )


def _stands_first(scene: Scene, sentence: Sentence, clause: Token) -> bool:
    """Whether the sentence begins with the condition, which nobody says: not “In Norway, when …”, “But when …”."""
    quoted = scene.reading.quoted(sentence.root) or scene.reading.quoted(clause)
    return clause.i < sentence.root.i and not quoted and clause.left_edge.i == _first(sentence).i


def _is_rule(clause: Token, verb: VerbGroup) -> bool:
    """Whether it is so each time: “when the bell rang, the children ran” is none; “if one is blocked”: one of what?"""
    subject = noun_subject(clause)
    if subject is None or subject.lower_ in {"one", "some", "any", "others"}:
        return False
    opener = _opens_with(clause)
    if opener is not None and opener.lower_ == "if":
        return True
    past = verb.past and verb.first not in _HAPPENS
    was = any(t.tag_ == "VBD" for t in (clause, *clause.children))
    return not (past or was or verb.first == "would")


def _is_told_whole(condition: str, text: str) -> bool:
    """Whether condition and consequence are neither cut off nor too long for a question and its answer."""
    opens = condition.split(" ", 1)[0].lower() in _OPENERS and len(condition.split()) <= _LONGEST_CONDITION
    return (
        opens
        and _SHORTEST <= len(text.split()) <= _LONGEST
        and text.split(" ", 1)[0].lower().rstrip(",") not in _GOES_ON
    )


def _first(sentence: Sentence) -> Token:
    """The first word of a sentence."""
    return next(t for t in sentence.slice if not t.is_punct)


def _opens_with(clause: Token) -> Token | None:
    """The “if”, “when” or “once” that a clause begins with."""
    own = (c for c in clause.children if c.dep_ in {"mark", "advmod"} and c.lower_ in _OPENERS)
    return next((c for c in own if c == clause.left_edge), None)


def _breaks_off(joined: Token) -> bool:
    """Whether a joined clause turns against the first, or tells of another time: “…, but the pump stopped”."""
    turned = joined.i > 0 and any(c.dep_ == "cc" and c.lower_ in {"but", "or", "yet"} for c in joined.head.children)
    return turned or (noun_subject(joined) is not None and joined.tag_ == "VBD" and joined.head.tag_ != "VBD")
