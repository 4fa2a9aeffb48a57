"""Who or what something was done by: a passive with its agent, asked as an editor would, in the active voice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.clauses import Analysis, is_plural, simple_past
from quizapp.facts.finders.keys import actor_key
from quizapp.facts.finders.making import make
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.spacing import is_break, tidy
from quizapp.facts.verbs import TO_SINGULAR, auxiliaries_of, base_form, inside_group, shares_auxiliary
from quizapp.model.fact import Answer, Attribution, Fact, FactKind, Focus, Key, Part, Role, VerbGroup

_WORTH: Final = {Answer.PERSON: 0.72, Answer.ORGANISATION: 0.56, Answer.COUNTRY: 0.56}
_THING: Final = 0.48
_FORMS: Final = {"VBD": "VBD", "VBZ": "VBZ", "VBP": "VBZ", "VB": "VB", "VBN": "VBN", "VBG": "VBG"}
"""The form that a verb takes over from the "be" of its passive; the question word wants a singular verb."""
_PLURAL: Final = {"has": "have", "is": "are", "was": "were"}
_STATES: Final = frozenset("survive know mean follow precede accompany call say understand".split())
"""Verbs whose "by" tells of no deed: “is survived by two sons”, “was followed by a second one”."""
_TIMELY: Final = frozenset("in on at during by since within between beneath under below".split())
"""What may stand in front; “After years without a home, they were granted …” is told of those who were granted."""
_SHORT_CLAUSE: Final = re.compile(r"(?:while|when|after|before|once|if|as|though|although) \w+(?:ing|ed)\b")
"""“was hit by a stone while climbing”: who climbed, the other subject would say otherwise."""
_HOW: Final = frozenset(
    """vote majority margin means name chance accident way mistake point goal hand half third quarter
    fifth sixth eighth tenth percent cent""".split()
)
"""Nouns after "by" that tell how, or by how much, and not by whom."""


def agent_facts(scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None) -> Iterator[Fact]:
    """“The bridge was designed by Hale”: “Who designed the bridge?”."""
    found = next(((i, head) for i, head in analysis.heads.items() if head.dep_ == "agent"), None)
    if found is None or analysis.clause.verb.negated or base_form(analysis.verb) in _STATES or _dangles(analysis):
        return
    index, head = found
    target = _agent_of(head)
    text = _alone(target, analysis.clause.parts()[index].text.removeprefix("by ")) if target is not None else ""
    verb = _active(analysis.verb, plural=is_plural(target)) if target is not None else None
    if target is None or verb is None or _is_counted(target) or "“" in text:
        return
    key = _key(scene, sentence, target, text)
    if key is None or (key.answer is Answer.THING and _runs_on(analysis, index)):
        return
    active, subject = _turned(analysis, index, text, verb)
    if verb.statement.startswith("had ") and not analysis.clause.verb.statement.startswith("had "):
        active = simple_past(active)
    base = _WORTH.get(key.answer, _THING)
    yield make(scene, sentence, FactKind.ACTOR, key, active, Focus(part=subject), source, base)


def _dangles(analysis: Analysis) -> bool:
    """Whether a phrase leans on what was the subject, and would be told of the agent."""
    short = any(_SHORT_CLAUSE.match(p.text) for p in analysis.clause.after)
    return short or any(p.word and p.word not in _TIMELY for p in analysis.clause.before)


def _alone(agent: Token, text: str) -> str:
    """A name without what is told of it: “the engineer Hugh Lanyon, a Scot” and “Hugh Lanyon of Leeds”."""
    if agent.pos_ != "PROPN":
        return text
    name, comma, more = text.partition(", ")
    text = name if comma and not re.search(r"(?:^|, )(?:and|or) ", more) else text
    told = next((c for c in agent.children if c.dep_ == "prep" and c.ent_type_ != "PERSON"), None)
    cut = told is not None and agent.ent_type_ == "PERSON"
    return text.partition(f" {told.text} ")[0] if told is not None and cut else text


def _key(scene: Scene, sentence: Sentence, target: Token, text: str) -> Key | None:
    """The agent as a key, where the sentence has it in these words and it is more than a bare plural."""
    if not any(text in told for told in (sentence.slice.text, _ASIDE.sub("", sentence.slice.text))):
        return None  # "a panel of four, two from each side"
    key = actor_key(scene, sentence, target, text)
    if key is None or (key.text.islower() and " " not in key.text):
        return None  # "by volunteers", of which there may be many
    people = key.answer is Answer.THING and (target.lemma_.lower() in _GROUPS or wordlists.person_noun(target.lower_))
    return replace(key, answer=Answer.PEOPLE) if people else key


_ASIDE: Final = re.compile(r", (?:an?|the) [^,]+,(?= and )")
"""“by Karin Lind, a Swedish cook, and her husband”."""
_GROUPS: Final = frozenset("team group crew panel gang couple pair family crowd jury delegation".split())


def _runs_on(analysis: Analysis, index: int) -> bool:
    """“troubled by thefts from barges damaged while being dragged”: where the agent ends is not sure."""
    following = analysis.heads.get(index + 1)
    return following is not None and following.dep_ == "advcl" and not is_break(following.left_edge.nbor(-1))


def _agent_of(head: Token) -> Token | None:
    """The noun after "by", where it is one that acts and the whole of what acted."""
    targets = [c for c in head.children if c.dep_ == "pobj"]
    joined = any(c.dep_ in {"conj", "cc"} for c in head.children)
    others = [c for c in head.head.children if c.lower_ == "by" and c != head]  # "survived by Ruth, by a son and by …"
    told_apart = head.head.dep_ in {"ccomp", "advcl"}
    if len(targets) != 1 or joined or others or told_apart:
        return None
    target = targets[0]
    how = target.lemma_.lower() in _HOW | wordlists.LIGHT_OBJECTS or target.ent_type_ in wordlists.FIGURES
    return None if how or target.pos_ not in {"NOUN", "PROPN"} else target


def _is_counted(target: Token) -> bool:
    """“by four of the six”: the number would be what to ask for."""
    return any(t.dep_ == "nummod" and t.i < target.i for t in target.children)


def _turned(analysis: Analysis, index: int, text: str, verb: VerbGroup) -> tuple[Analysis, Part]:
    """The clause with the agent for its subject, and what it was done to right behind the verb."""
    clause, parts, heads = analysis.clause, analysis.clause.parts(), analysis.heads
    bare = _particles(analysis.verb)
    kept = [i for i in heads if i != index and heads[i] not in bare and not _is_agents(heads, i, index)]
    middle = len(clause.before)
    early, late = sorted(i for i in kept if i < middle), sorted(i for i in kept if i > middle)
    target = next(c for c in heads[index].children if c.dep_ == "pobj")
    subject = Part(role=Role.SUBJECT, text=text, span=parts[index].span)
    turned = replace(
        clause,
        before=tuple(parts[i] for i in early),
        subject=subject,
        verb=verb,
        after=(replace(clause.subject, role=Role.OBJECT), *(parts[i] for i in late)),
        plural=is_plural(target),
    )
    order = [*(heads[i] for i in early), target, analysis.subject, *(heads[i] for i in late)]
    return replace(analysis, clause=turned, heads=dict(enumerate(order))), subject


def _is_agents(heads: dict[int, Token], index: int, agent: int) -> bool:
    """“harvested by indigenous peoples, above all the Pehuenche”: a phrase that tells more of the agent."""
    beside = index == agent + 1 and heads[index].dep_ == "prep"
    return beside and is_break(heads[index].left_edge.nbor(-1))


def _active(verb: Token, *, plural: bool) -> VerbGroup | None:
    """“had first been noted” as “had first noted”; None where the voice cannot be turned by changing the verb alone."""
    auxiliaries = auxiliaries_of(verb) or (auxiliaries_of(verb.head) if shares_auxiliary(verb) else [])
    be = auxiliaries[-1] if auxiliaries else None
    if be is None or be.lemma_ != "be" or be.tag_ not in _FORMS or verb.tag_ != "VBN":
        return None
    lemma, tag = base_form(verb), _FORMS[be.tag_]
    forms = (verb.text,) if tag == "VBN" else (lemma,) if tag == "VB" else lemminflect.getInflection(lemma, tag=tag)
    if not forms:
        return None
    as_written = tag == "VBD" and verb.lower_.endswith("ed")
    form = verb.lower_ if as_written else forms[0]
    inner = [c for c in verb.children if inside_group(c, verb, auxiliaries)]
    tokens = sorted([*auxiliaries[:-1], *inner, verb, *_particles(verb)], key=lambda t: t.i)
    one = [form if t == verb else TO_SINGULAR.get(t.lower_, t.lower_) for t in tokens]
    several = [_PLURAL.get(word, lemma if word == form and tag == "VBZ" else word) for word in one]
    past = be.tag_ == "VBD" or (bool(auxiliaries[:-1]) and auxiliaries[0].tag_ == "VBD")
    return VerbGroup(
        statement=tidy(" ".join(several if plural else one)),
        singular=tidy(" ".join(one)),
        first="",
        rest="",
        lemma=lemma,
        past=past,
    )


def _particles(verb: Token) -> list[Token]:
    """Words behind a verb that belong to it: “put forward”, “paid for”."""
    return [c for c in verb.children if c.dep_ in {"prt", "prep"} and c.i == verb.i + 1 and not list(c.children)]
