"""What somebody was accused of, called for, denied doing or recommends doing: an "-ing" or a phrase that is claimed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from quizapp.facts.clauses import Analysis
from quizapp.facts.finders.claims import FIRST_PERSON, LONGEST, made, only_once, teller
from quizapp.facts.finders.speakers import own_pronouns
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.spacing import is_break
from quizapp.facts.times import relative_time
from quizapp.facts.verbs import SUBJECTS
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Fact, FactKind, Focus, Key, Part, Role

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
    fact = made(scene, sentence, verb, name, key, about=None, lead=lead, base=0.78)
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
_LIKENING: Final = frozenset({"compare", "liken"})


def _charge(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    standing = scene.standing(verb)
    analysis = scene.analysis(verb)
    found = _preposition(verb)
    if found is None or analysis is None or not standing.asserted or analysis.clause.verb.negated:
        return
    prep, holder = found
    target = next(c for c in prep.children if c.dep_ in {"pobj", "pcomp"})
    tokens = _to_the_end(prep, verb)
    if not tokens or scene.reading.quoted(prep) or target.pos_ == "PRON":
        return
    try:
        text = scene.wording.words(tokens, seen=list(verb.doc[analysis.subject.left_edge.i : prep.i]))
        text = own_pronouns(scene, tokens, analysis.clause.subject.text, text)
        kept = _kept(scene, analysis, prep, holder)
    except Unclear as unclear:
        scene.skip("stands alone", str(unclear), sentence)
        return
    if not 2 <= len(text.split()) <= LONGEST or FIRST_PERSON.search(text):
        return
    doing = target.dep_ == "pcomp"
    bare = tuple(text[len(word) :] for word in ("the ", "a ", "an ") if text.startswith(word))
    key = Key(
        text=text,
        answer=Answer.ACTION if doing else Answer.STATEMENT,
        span=scene.wording.span(tokens),
        accepted=bare,
    )
    content = Part(role=Role.ADJUNCT, text=f"{prep.lower_} {text}", span=sentence.span_of(prep, tokens[-1]))
    yield Fact(
        id="",
        kind=FactKind.SAYING,
        key=key,
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        clause=replace(analysis.clause, after=_agents_last(kept, content)),
        focus=Focus(part=content, lead=f"{prep.lower_} "),
        attribution=standing.attribution,
        weight=scene.weight(sentence, 0.78 if doing or verb.lemma_.lower() in _LIKENING else 0.68),
        risk=0.04,
    )


def _agents_last(kept: tuple[Part, ...], content: Part) -> tuple[Part, ...]:
    """“What had he been accused of by a colleague?”."""
    agents = tuple(p for p in kept if p.text.startswith("by "))
    return (*(p for p in kept if p not in agents), content, *agents)


def _preposition(verb: Token) -> tuple[Token, Token] | None:
    """The preposition before what is said, and the verb or noun on which the parser hung it."""
    lemma = verb.lemma_.lower()
    wanted = _PREPOSITIONS[lemma]
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    agents = [g for c in verb.children if c.dep_ == "agent" for g in c.children]
    for holder in (verb, *objects, *agents):
        for child in holder.children:
            inner = any(c.dep_ in {"pobj", "pcomp"} for c in child.children)
            doing = holder == verb or lemma in _LIKENING or any(c.dep_ == "pcomp" for c in child.children)
            if child.dep_ == "prep" and child.i > verb.i and child.lower_ in wanted and inner and doing:
                return child, holder
    return None


def _to_the_end(prep: Token, verb: Token) -> list[Token]:
    """The words after the preposition, up to a stop, a comma or the next verb of the sentence; times without a date."""
    joint = next((c.i for c in verb.children if c.dep_ == "cc" and c.i > prep.i), len(verb.doc))
    end = min(joint, verb.right_edge.i + 1)
    tokens: list[Token] = []
    for token in prep.doc[prep.i + 1 : end]:
        if is_break(token) or token.text in {":", ".", "?", "!"}:
            break
        tokens.append(token)
    last = next((t for t in tokens if t.dep_ == "prep" and (relative_time(t) or t.lower_ in _NEXT)), None)
    return tokens if last is None else [t for t in tokens if t.i < last.i]


_NEXT: Final = frozenset({"after", "before", "following", "during", "amid"})
"""Prepositions of when it was charged, or found."""


def _kept(scene: Scene, analysis: Analysis, prep: Token, holder: Token) -> tuple[Part, ...]:
    """What stands between the verb and the preposition, a noun on which the parser hung it without it."""
    kept: list[Part] = []
    clause = analysis.clause
    for index, head in sorted(analysis.heads.items()):
        part = clause.parts()[index]
        if index <= len(clause.before) or head.i >= prep.i:
            continue
        inside = holder in head.subtree and holder != analysis.verb
        if inside:
            text = scene.wording.noun_phrase(holder, without=[prep])
            lead = f"{head.lower_} " if head.dep_ == "agent" else ""
            kept.append(replace(part, text=f"{lead}{text}", span=scene.wording.span([head])))
        else:
            kept.append(part)
    return tuple(kept)
