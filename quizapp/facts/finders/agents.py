"""Who did what a passive tells: “The bridge was designed by Bell” is asked as “Who designed the bridge?”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts.clauses import Analysis, is_plural, simple_past
from quizapp.facts.finders.making import make
from quizapp.facts.finders.statements import actor_key
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.spacing import tidy
from quizapp.facts.verbs import base_form
from quizapp.model.fact import Answer, Fact, FactKind, Focus, Part, Role, VerbGroup

_FRACTIONS: Final = frozenset("half third quarter fifth sixth eighth tenth percent cent".split())
_STATES: Final = frozenset("survive know mean follow precede accompany surround name call say understand".split())
"""Verbs whose "by" tells of no deed: “is survived by two sons”, “was followed by a second one”."""

_BESIDE: Final = re.compile(r", (?:an?|the) (?:(?! and [A-Z])[^,])*$")
"""“by Erik Lund, a bishop and naturalist”: who he is, behind his name."""
_ASIDE: Final = re.compile(r", (?:an?|the) [^,]+,(?= and )")
_TIMELY: Final = frozenset(
    {"in", "on", "at", "during", "by", "since", "within", "between", "beneath", "under", "below"}
)
"""What may stand in front; “After years without a home, they were granted …” is told of those who were granted."""
_GROUPS: Final = frozenset("team group panel crew gang crowd couple pair band jury committee".split())
"""Nouns for people together, of whom it is asked “Who …?”."""
_LONGEST_AGENT: Final = 9
_SHORT_CLAUSE: Final = re.compile(r"(?:while|when|after|before|once|if|as|though|although) \w+(?:ing|ed)\b")
"""“was hit by a stone while climbing”: who climbed, the other subject would say otherwise."""


def find_agents(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about the actors that stand behind “by”; a question that ends with “by” is refused by readers."""
    if "by" not in sentence.words:
        return
    for verb in scene.verbs(sentence):
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        analysis = scene.analysis(verb) if agent is not None else None
        if agent is None or analysis is None or not scene.standing(verb).asserted:
            continue
        fact = _deed(scene, sentence, analysis, agent)
        if fact is not None:
            yield fact


def _deed(scene: Scene, sentence: Sentence, analysis: Analysis, agent: Token) -> Fact | None:
    clause = analysis.clause
    index = next((i for i, head in analysis.heads.items() if head == agent), -1) - len(clause.before) - 1
    target = next((c for c in agent.children if c.dep_ == "pobj"), None)
    if target is None or index < 0 or clause.verb.negated or analysis.verb.lemma_.lower() in _STATES:
        return None
    by = clause.after[index]
    text = _BESIDE.sub("", by.text.removeprefix("by "))
    counted = any(t.pos_ == "PRON" or t.dep_ == "nummod" for t in target.children)
    if counted or target.lemma_.lower() in _FRACTIONS or len(text.split()) > _LONGEST_AGENT:
        return None
    key = actor_key(scene, sentence, target, text)
    passive = simple_past(analysis).clause.verb if clause.verb.statement.startswith("had ") else clause.verb
    verb = _active(passive, analysis.verb, plural=is_plural(target))
    if key is None or verb is None:
        return None
    if key.answer is Answer.THING and target.lemma_.lower() in _GROUPS:
        key = replace(key, answer=Answer.PEOPLE)
    rest = (*clause.after[:index], *clause.after[index + 1 :])
    dangling = any(_SHORT_CLAUSE.match(p.text) for p in rest) or any(p.word not in _TIMELY for p in clause.before)
    if dangling or not _is_whole(scene, by, clause.after[index + 1 :]):
        return None
    actor = Part(role=Role.SUBJECT, text=text, span=by.span)
    lead, rest = (f"{rest[0].text} ", rest[1:]) if rest and _is_stranded(rest[0]) else ("", rest)
    suffered = replace(clause.subject, role=Role.OBJECT, text=f"{lead}{clause.subject.text}")
    active = replace(clause, subject=actor, verb=verb, after=(suffered, *rest), plural=is_plural(target))
    told = Analysis(active, analysis.verb, target, {})
    base = 0.68 if key.answer is Answer.PERSON else 0.52
    source = scene.standing(analysis.verb).attribution
    return make(scene, sentence, FactKind.ACTOR, key, told, Focus(part=actor), source, base)


def _is_whole(scene: Scene, by: Part, later: tuple[Part, ...]) -> bool:
    """Whether the actor's phrase is all of what the article says after “by”, and nothing after a comma goes on."""
    text = scene.article.text
    following = text[by.span.end : later[0].span.start] if later else ""
    told = text[by.span.start : by.span.end]
    whole = any(_letters(by.text) in _letters(words) for words in (told, _ASIDE.sub("", told)))
    return whole and "," not in following


def _letters(text: str) -> str:
    """The words of a text without its marks, which may stand inside quotation marks or outside."""
    return " ".join(re.findall(r"\w+", text))


def _is_stranded(part: Part) -> bool:
    """“was paid for by the council”: the preposition belongs before what was paid for."""
    return part.role is Role.ADJUNCT and bool(part.word) and part.text == part.word


def _active(group: VerbGroup, verb: Token, *, plural: bool) -> VerbGroup | None:
    """The verb of a passive as its actor's: “was designed” as “designed”, “will be paid” as “will pay”."""
    words = group.statement.split()
    at = next((i for i, word in enumerate(words) if word.lower() == verb.lower_), -1)
    first, middle, after = words[0], words[1:at], words[at + 1 :]
    if at < 1:
        return None
    base = base_form(verb)
    inner = [word for word in middle if word not in {"be", "been"}]
    if not all(word.endswith("ly") for word in inner):
        return None  # "was being", "had not been"
    if first in {"was", "were"} and middle == inner:
        forms = [*inner, _past(base, verb), *after]
        return _group(group, forms, forms, "did", [*inner, base, *after])
    if first in {"is", "are"} and middle == inner:
        one, many = [*inner, _form(base, "VBZ"), *after], [*inner, base, *after]
        return _group(group, many if plural else one, one, "do" if plural else "does", many)
    if first in {"has", "have"} and "been" in middle:
        done = [*inner, verb.lower_, *after]
        has = "have" if plural else "has"
        return _group(group, [has, *done], ["has", *done], has, done)
    if "be" in middle:
        do = [*inner, base, *after]
        return _group(group, [first, *do], [first, *do], first, do)
    return None


def _group(group: VerbGroup, statement: list[str], singular: list[str], first: str, rest: list[str]) -> VerbGroup:
    texts = (tidy(" ".join(words)) for words in (statement, singular, rest))
    told, one, left = texts
    return replace(group, statement=told, singular=one, first=first, rest=left)


def _past(base: str, verb: Token) -> str:
    """The past tense; where it ends as the participle does, as the article spells it (“travelled”)."""
    past = _form(base, "VBD")
    return verb.lower_ if verb.lower_.endswith("ed") and past.endswith("ed") else past


def _form(base: str, tag: str) -> str:
    forms: tuple[str, ...] = lemminflect.getInflection(base, tag=tag)
    return forms[0] if forms else base
