"""Names that an aside gives: “an organ in the ear, called the cochlea, that …”, “inlets, which locals call reaches”."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.finders.definitions import without_article
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Fact, FactKind, Key
from quizapp.model.item import GAP

_NAMING: Final = frozenset({"call", "know", "name", "term", "dub"})
_ENDS: Final = frozenset({",", ".", ";"})
_LINKING: Final = frozenset("also therefore however too then thus".split())
_LONGEST_NAME: Final = 4
_SHORTEST: Final = 8
_LONGEST: Final = 27
"""Words of the sentence with its gap."""


def find_called(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts whose answer is a name in an aside; the sentence is kept whole, so that all that tells it stands there."""
    for verb in sentence.slice:
        if verb.lemma_.lower() not in _NAMING or scene.reading.quoted(verb):
            continue
        if not (_is_behind_comma(verb) or _is_relative(verb)):
            continue
        name = _name(scene, sentence, verb)
        standing = scene.standing(sentence.root)
        if not name or not standing.asserted or standing.attribution is not None:
            continue
        try:
            fact = _gapped(scene, sentence, name)
        except Unclear as unclear:
            scene.skip("stands alone", str(unclear), sentence)
            continue
        if fact is not None:
            yield fact


def _is_behind_comma(verb: Token) -> bool:
    """“in a single burst, called a mass ejection”: a participle that tells of the noun before the comma."""
    if verb.i < verb.sent.start + _SHORTEST // 2 or verb.tag_ not in {"VBN", "VBD"} or verb.nbor(-1).text != ",":
        return False
    noun = verb.nbor(-2)
    own = any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.children)
    return noun.pos_ == "NOUN" and not own and not wordlists.person_noun(noun.lemma_.lower())


def _is_relative(verb: Token) -> bool:
    """“a ditch, which local people call the leat”, “a process that physicists call curing”."""
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.i == verb.i - 1), None)
    if who is None or (who.tag_ not in {"NNS", "NNPS"} and who.lower_ != "people"):
        return False
    start = who.left_edge.i - 1
    which = verb.doc[start] if start > verb.sent.start else None
    noun = which.nbor(-2 if which.nbor(-1).text == "," else -1) if which is not None and start > 1 else None
    thing = noun is not None and noun.pos_ == "NOUN" and not wordlists.person_noun(noun.lemma_.lower())
    return which is not None and which.lower_ in {"which", "that"} and thing


def _name(scene: Scene, sentence: Sentence, verb: Token) -> list[Token]:
    """The words of the name, nothing where they may be more than one."""
    rest = [t for t in sentence.slice if t.i > verb.i]
    if verb.lemma_.lower() == "know":
        if not rest or rest[0].lower_ != "as":
            return []
        rest = rest[1:]
    marked = bool(rest) and scene.reading.quoted(rest[0].nbor() if rest[0].text == '"' else rest[0])
    inside = [t for t in rest if t.text != '"']
    end = next((place for place, t in enumerate(inside) if t.text in _ENDS), len(inside))
    name = inside[:end]
    words = [t for t in name if t.lower_ not in {"a", "an", "the"}]
    plain = marked or all(t.pos_ in {"NOUN", "ADJ"} or t.tag_ == "VBG" for t in words)
    return name if words and len(name) <= _LONGEST_NAME and plain else []


def _gapped(scene: Scene, sentence: Sentence, name: list[Token]) -> Fact | None:
    if any(t.lower_ == name[-1].lower_ for t in sentence.slice if t.i < name[0].i):
        name = [t for t in name[:-1] if t.dep_ != "det"]  # “an organ called the cochlear organ”
    if not name:
        return None
    told = [t for t in sentence.slice if t.i < name[0].i and t.text != '"']
    while told and (told[0].is_punct or told[0].dep_ == "cc"):
        told = told[1:]
    later = [t for t in sentence.slice if t.i > name[-1].i and t.text != '"']
    if not told or told[0].dep_ == "advmod" or any(t.lower_ in _LINKING for t in later):
        return None  # "Instead, the rock is crossed by …"
    told = [t for t in told if t.lower_ not in _LINKING]
    before = scene.wording.words(told)
    mark = f"{later[0].text} " if later and later[0].text in _ENDS else " "
    after = scene.wording.words(later[1:] if mark.strip() else later, seen=told)
    text = f"{before[:1].upper()}{before[1:]} {GAP}{mark}{after}".strip()
    if not _SHORTEST <= len(text.split()) <= _LONGEST or any(scene.reading.quoted(t) for t in [*told, *later]):
        return None
    words = scene.wording.words(name).strip("“”")
    return Fact(
        id="",
        kind=FactKind.TERM,
        key=Key(text=words, answer=Answer.THING, span=scene.wording.span(name), accepted=without_article(words)),
        topic=text,
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        weight=scene.weight(sentence, 0.74),
        risk=0.05,
    )
