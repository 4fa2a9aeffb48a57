"""Who did what, to whom, when, where and how many: facts from plain clauses."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.clauses import Analysis, simple_past
from quizapp.facts.finders.actions import action_key
from quizapp.facts.finders.agents import agent_facts
from quizapp.facts.finders.figures import FORECASTS, quantity_facts
from quizapp.facts.finders.keys import actor_key, points_back
from quizapp.facts.finders.making import make
from quizapp.facts.finders.occasions import occasion_facts
from quizapp.facts.kinds import answer_of
from quizapp.facts.quantities import UNITS, Quantity
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.model.fact import Answer, Attribution, Fact, FactKind, Focus, Key, Part, Role

_DULL_VERBS: Final = frozenset(
    """be have do say tell seem appear become remain get go come make take keep include mean begin start""".split()
)

_APPOINTING: Final = frozenset("appoint elect name promote nominate".split())

_CHARGING: Final = frozenset("accuse suspect convict acquit blame criticise criticize praise".split())

_CAUSING: Final = frozenset("cause trigger prevent stop destroy force allow enable drive persuade spark".split())
"""Verbs whose subject is the reason for something."""

_LEADING: Final = frozenset({"lead", "result", "contribute"})
"""Verbs that go on with what came of it: "led to a ban", "resulted in two deaths"."""

_IDLE_OBJECTS: Final = frozenset("head hand eye shoulder foot way place part".split())


def find_statements(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about the actor, the object, the date, the place and the quantities of each clause."""
    quantities = scene.quantities(sentence)
    for verb in scene.verbs(sentence):
        analysis = scene.analysis(verb)
        if analysis is None:
            continue
        standing = scene.standing(verb)
        if not standing.asserted:
            scene.skip("asserted", f"“{verb.text}”: {standing.reason}", sentence)
            continue
        yield from _of_clause(scene, sentence, analysis, standing.attribution, quantities)


def _of_clause(
    scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None, quantities: list[Quantity]
) -> Iterator[Fact]:
    if _until_now(analysis):
        return
    if analysis.clause.verb.statement.startswith("had ") and not _lasting(analysis):
        analysis = simple_past(analysis)  # the later event that "had" looks back from is not in the question
    yield from quantity_facts(scene, sentence, analysis, source, quantities)
    if not analysis.clause.verb.negated:  # of what did not happen it is not asked when or where
        yield from occasion_facts(scene, sentence, analysis, source)
    if _says(analysis.verb):
        return  # who said it is the business of another finder
    yield from _actor_fact(scene, sentence, analysis, source)
    yield from agent_facts(scene, sentence, analysis, source)
    yield from _object_fact(scene, sentence, analysis, source)
    yield from _prepositional_fact(scene, sentence, analysis, source)


def _until_now(analysis: Analysis) -> bool:
    """“until the slope becomes steeper than 33 degrees”: a step of something that is told before it."""
    marks = {c.lower_ for c in analysis.verb.children if c.dep_ in {"mark", "advmod"}}
    return analysis.verb.dep_ == "advcl" and bool(marks & {"until", "till"}) and analysis.verb.tag_ in {"VBZ", "VBP"}


def _lasting(analysis: Analysis) -> bool:
    """“had been treasurer for eleven years when it came to light”: “was” would say something else."""
    times = [*analysis.clause.before, *analysis.clause.after]
    if any(p.text.lower().startswith("when ") for p in times):
        return True  # "had dug 90 yards when they broke into a mine"
    return any(p.word == "since" or (p.word == "for" and _LENGTH.search(p.text)) for p in times)


_LENGTH: Final = re.compile(r"\d|\b(?:year|month|week|day|decade|hour|minute)s?\b")


def _says(verb: Token) -> bool:
    """Whether a verb only tells whose words these are: it has a clause, or its words stand beside it in marks."""
    lemma = verb.lemma_.lower()
    children = {c.dep_ for c in verb.children}
    bare = lemma in _SPEAKING_TO and not children & {"ccomp", "xcomp", "oprd"} and not _about_what(verb)
    return bare or (lemma in wordlists.REPORTING and "ccomp" in children)


def _about_what(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in {"about", "of", "for", "to", "on"} for c in verb.children)


_SPEAKING_TO: Final = frozenset("ask tell answer reply".split())


def _actor_fact(scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None) -> Iterator[Fact]:
    subject, clause = analysis.subject, analysis.clause
    if _is_idle(analysis) or any(q.span.meets(clause.subject.span) for q in scene.quantities(sentence)):
        return  # of a counted subject the number is what to ask for
    lemma = analysis.verb.lemma_.lower()
    told = source is not None  # "What matters more than the sun?": to whom, or for what, the article says
    substance = [p for p in clause.after if p.role is not Role.ADJUNCT or p.word or (told and " than " in p.text)]
    if clause.verb.copula or not substance or lemma in {"be", "have", "do", "seem", "appear"}:
        return
    key = actor_key(scene, sentence, subject, clause.subject.text)
    one_word = key is not None and key.text.islower() and " " not in key.text
    passive = any(c.dep_ == "auxpass" for c in analysis.verb.children)
    if (
        key is None
        or (one_word and (clause.verb.negated or passive))
        or (lemma == "lie" or " never " in f" {clause.verb.statement} ")
        or (key.answer is Answer.THING and _falls(analysis.verb))
    ):
        return
    base = {
        Answer.PERSON: 0.74,
        Answer.ORGANISATION: 0.56,
        Answer.COUNTRY: 0.6,
        Answer.COUNTRIES: 0.72,
        Answer.CITY: 0.5,
        Answer.PEOPLE: 0.48,
    }.get(key.answer, 0.48)
    if lemma in _DULL_VERBS:
        base -= 0.12
    if one_word or (key.answer is Answer.THING and _is_plain(subject)):
        base -= 0.1
    if (lemma in _CAUSING and not one_word) or any("“" in p.text for p in clause.after):
        base += 0.1
    yield make(scene, sentence, FactKind.ACTOR, key, analysis, Focus(part=clause.subject), source, base)


def _falls(verb: Token) -> bool:
    """“Command fell to the colonel”: a thing that falls to somebody is no actor."""
    return verb.lemma_ in {"fall", "come", "go"} and any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children)


def _is_plain(subject: Token) -> bool:
    """“the houses”: a thing that the sentence only points at."""
    return all(c.dep_ in {"det", "punct"} for c in subject.children) and subject.pos_ == "NOUN"


def _is_idle(analysis: Analysis) -> bool:
    """Whether who did it tells little: “shook her head”, “a crowd saw them win”, “analysts expect £9 million”."""
    lemma, objects = analysis.verb.lemma_.lower(), [c for c in analysis.verb.children if c.dep_ == "dobj"]
    return (
        (lemma == "see" and any(c.dep_ == "ccomp" for c in analysis.verb.children))
        or any(c.lemma_.lower() in _IDLE_OBJECTS for c in objects)
        or (lemma in FORECASTS and any(c.like_num for c in objects))
    )


def _object_fact(scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None) -> Iterator[Fact]:
    clause = analysis.clause
    lemma = analysis.verb.lemma_.lower()
    if clause.verb.copula or lemma == "be" or clause.verb.negated or _is_anybody(analysis) or _are_counted(analysis):
        return  # "had once been nomads" is a copula with an adverb in it; much else is not formed either
    for index, head in analysis.heads.items():
        part = clause.parts()[index]
        if head.dep_ not in {"dobj", "oprd", "attr", "xcomp", "pobj"} or part.role is Role.SUBJECT:
            continue
        key = None if _goes_with_it(analysis, index) else object_key(scene, sentence, head, part)
        if key is None or (head.dep_ == "xcomp" and lemma in {"use", "seem", "appear"}):
            continue  # what a thing is used for is the business of another finder
        base = 0.62 if head.dep_ == "dobj" else 0.5 if head.dep_ == "xcomp" else 0.45
        if lemma in _DULL_VERBS:
            base -= 0.1
        doing = any(c.dep_ == "xcomp" for c in analysis.verb.children)
        if head.dep_ == "dobj" and (doing or _is_done_to(analysis)):
            continue
        if len(part.text.split()) == 1 and part.text.islower():
            base -= 0.12
        yield make(scene, sentence, FactKind.OBJECT, key, analysis, Focus(part=part), source, base, risk=0.05)
        return


def _is_done_to(analysis: Analysis) -> bool:
    """“was carried round Mill Lane”: a passive has an object only where two can be given."""
    passive = any(c.dep_ == "auxpass" for c in analysis.verb.children)
    return passive and analysis.verb.lemma_.lower() not in _GIVING


_GIVING: Final = frozenset(
    """give award pay offer send show teach tell ask grant lend charge fine deny owe hand allow promise serve
    sell""".split()
)


def _goes_with_it(analysis: Analysis, index: int) -> bool:
    """“won a scholarship to Leeds”: without its noun “to Leeds” would hang on the verb."""
    following = analysis.heads.get(index + 1)
    lemma = analysis.verb.lemma_.lower()
    if following is None:
        return False
    beside = following.left_edge.i == analysis.heads[index].right_edge.i + 1
    return (following.lower_ == "to" and lemma not in _TO_SOMEBODY) or (beside and following.lower_ in _OF_NOUNS)


_OF_NOUNS: Final = frozenset("near between among like without about".split())
"""Prepositions by which a phrase tells more of the noun before it: “prefer open ground near edges”."""


_TO_SOMEBODY: Final = frozenset(
    """give send show lend sell pay bring offer teach hand award present add compare lead move transfer apply attach
    carry take deliver return read write shift turn link connect join tie limit reduce restrict owe leave lose
    introduce invite refer bind raise cut push increase extend change convert dedicate devote expose prefer supply
    provide report reveal explain describe announce""".split()
)
"""Verbs of which “to …” tells whom or where to."""


def _is_anybody(analysis: Analysis) -> bool:
    """“What did a violin dealer sell?”: which one, the rest of the sentence says."""
    return analysis.clause.subject.text.lower().startswith(("a ", "an ")) and analysis.verb.tag_ == "VBD"


def _are_counted(analysis: Analysis) -> bool:
    """“The victims include a surgeon”: who they are, not what."""
    return analysis.verb.lemma_ in {"include", "comprise"} and wordlists.person_noun(analysis.subject.lemma_.lower())


def _is_light(verb: Token) -> bool:
    """Verbs whose object carries the meaning, so that asking for it asks for everything."""
    return verb.lemma_.lower() in {"get", "have", "give", "take", "make", "do", "see", "hold", "reach", "find"}


def _is_charged(head: Token) -> bool:
    """“accused the hospital of treating …”: the parser may hang the charge on the accused."""
    verb = head.head
    charges = [c for c in (*head.children, *verb.children) if c.dep_ == "prep" and c.i > head.i]
    doing = any(g.dep_ == "pcomp" or c.lower_ == "of" for c in charges for g in c.children)
    return doing and verb.lemma_.lower() in _CHARGING and head.ent_type_ != "PERSON"


def object_key(scene: Scene, sentence: Sentence, head: Token, part: Part) -> Key | None:
    """An object as a key, None where it tells too little."""
    words = part.text.split()
    if head.dep_ == "xcomp":
        return action_key(head, part)
    best = any(t.tag_ in {"RBS", "JJS"} for t in head.subtree)  # "named the most valuable player": no post
    if head.dep_ == "oprd" and head.head.lemma_.lower() in _APPOINTING and head.pos_ == "NOUN" and not best:
        bare = tuple(part.text.removeprefix(f"{article} ") for article in ("the", "a", "an"))
        return Key(text=part.text, answer=Answer.THING, span=part.span, accepted=bare, noun="post")
    if (
        _is_light(head.head)
        or head.ent_type_ in {"DATE", "TIME"}
        or head.lemma_.lower() in _STRETCHES
        or head.lemma_.lower() in wordlists.LIGHT_OBJECTS
        or head.pos_ not in {"NOUN", "PROPN"}
        or (head.head.lemma_ in {"turn", "become", "grow"} and len(words) == 1)
        or head.head.lemma_ in {"remain", "stay"}
        or part.text.lower() in _HOW_MUCH
        or (len(words) == 2 and head.lemma_.lower() in UNITS)
        or not 1 <= len(words) <= 12
    ):
        return None
    if any(t.dep_ == "poss" and t.pos_ == "PRON" for t in head.children) or points_back(scene, sentence, head):
        return None
    if any(t.dep_ == "nummod" for t in head.children) or _is_charged(head):
        return None  # the number, or the charge, is what to ask for
    answer, noun = answer_of(head, scene.mentions)
    person = scene.mentions.called(part.text)
    if person is not None:
        key = scene.person_key(person)
        return Key(text=key.text, answer=key.answer, accepted=key.accepted, span=part.span)
    if len(words) == 1 and head.pos_ == "NOUN" and head.tag_ == "NN" and head.is_stop:
        return None
    variants = [" ".join(words[1:])] if words[0].lower() in {"the", "a", "an"} and len(words) > 1 else []
    return Key(
        text=part.text,
        answer=answer,
        span=part.span,
        accepted=tuple(variants),
        noun=noun,
        plural=head.tag_ in {"NNS", "NNPS"},
    )


_STRETCHES: Final = frozenset("hour half-hour minute second day week fortnight month year decade century".split())
_HOW_MUCH: Final = frozenset("a good deal,a great deal,a lot,a bit,a little,much,little,more,less".split(","))


def _prepositional_fact(
    scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None
) -> Iterator[Fact]:
    """“The gas flows through the condenser”: what a last phrase is about; whom “by” names is another finder's."""
    clause = analysis.clause
    index, head = max(analysis.heads.items())
    parts = clause.parts()
    if (
        index != len(parts) - 1
        or head.dep_ != "prep"
        or analysis.verb.lemma_ == "be"
        or any(p.role is Role.OBJECT for p in clause.after)
    ):
        return
    target = next((c for c in head.children if c.dep_ == "pobj"), None)
    part = parts[index]
    if (
        head.lower_ not in _ASKED_PREPOSITIONS
        or target is None
        or clause.verb.copula
        or target.ent_type_ in wordlists.FIGURES
    ):
        return
    if sum(len(p.text.split()) for p in clause.after if p.span != part.span) > _FAR:
        return  # "Who will it be reviewed after eighteen months by a panel of four with?"
    text = part.text[len(head.text) :].strip()
    named = target.pos_ == "PROPN" or any(c.dep_ == "det" and c.lower_ == "the" for c in target.children)
    if not 2 <= len(text.split()) <= 9 or not named or any(t.dep_ == "nummod" for t in target.children):
        return
    if target.lemma_.lower() in wordlists.LIGHT_OBJECTS or any(t.pos_ == "PRON" for t in target.children):
        return
    key = actor_key(scene, sentence, target, text)
    if key is None:
        return
    yield make(
        scene,
        sentence,
        FactKind.OBJECT,
        key,
        analysis,
        Focus(part=part, lead=f"{head.lower_} "),
        source,
        0.46,
        risk=0.05,
    )


_FAR: Final = 3
"""Words between a verb and a preposition from which a reader loses the one with the other."""


_ASKED_PREPOSITIONS: Final = frozenset("from into on onto through to with across against".split())
