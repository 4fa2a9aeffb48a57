"""When and where: facts about the dates and places of a clause."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.clauses import Analysis
from quizapp.facts.countries import country
from quizapp.facts.finders.making import make
from quizapp.facts.joints import where_in
from quizapp.facts.kinds import answer_of
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.whereabouts import place_noun
from quizapp.model.fact import Answer, Attribution, Fact, FactKind, Focus, Key, Part, Role

_BEGINNINGS: Final = frozenset("begin start come end happen occur be".split())
_FEWEST_PARTS: Final = 3
"""Subject, date and one thing more."""

_NEAR: Final = frozenset("in at on near under beneath below above behind beside outside inside".split())
_PLACES: Final = frozenset(
    """airport attic bank barn basement bay beach bridge building cafe camp canal castle cathedral cave cell cellar
    cemetery chapel church classroom cliff clinic coast college cottage court courtroom courtyard desert dock factory
    farm field floodplain forest garden garage glacier gallery greenhouse grave hall harbour harbor hill hospital hotel
    house island kitchen laboratory lake library mill mine monastery mountain museum office orchard palace park
    pharmacy pier plain port prison quarry reef reservoir restaurant river riverbank roof room school sea shed ship shop
    shore stable stadium station store street studio supermarket swamp tank temple theatre theater tomb tower town
    tunnel university valley vault village warehouse well wetland wood workshop yard""".split()
)
"""Common nouns for places that can be pointed at."""

_LYING: Final = frozenset("lie stand sit live dwell grow occur".split())
_STRETCHES: Final = frozenset(
    "week weekend day night morning afternoon evening summer winter spring autumn season".split()
)
_PLACE_PREPOSITIONS: Final = frozenset({"in", "at", "near", "on", "outside", "off", "around"})


def occasion_facts(scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None) -> Iterator[Fact]:
    """A fact for each phrase that is a date, or a place with a name."""
    found = (*_where_it_was(scene, sentence, analysis, source), *_occasions(scene, sentence, analysis, source))
    for fact in found:
        yield _once(fact) if analysis.verb.lemma_.lower() in _ONCE else _without_age(fact)


def _without_age(fact: Fact) -> Fact:
    """A date without “at the age of fifty-two”, which gives it away."""
    clause = fact.clause
    if clause is None or fact.kind is not FactKind.DATE:
        return fact
    kept = [
        tuple(p for p in parts if not p.text.startswith("at the age of")) for parts in (clause.before, clause.after)
    ]
    return replace(fact, clause=replace(clause, before=kept[0], after=kept[1]))


_ONCE: Final = frozenset({"bear", "die"})
"""What happens to everybody once, so that “Where was she born in 1933?” tells a date that it does without."""


def _once(fact: Fact) -> Fact:
    """The fact without the other phrases of time and place."""
    clause, focus = fact.clause, fact.focus
    if clause is None or focus is None:
        return fact
    kept = [
        tuple(p for p in parts if p.span == focus.part.span or (p.role is Role.ADJUNCT and p.word not in _WHERE_WHEN))
        for parts in (clause.before, clause.after)
    ]
    return replace(fact, clause=replace(clause, before=kept[0], after=kept[1]))


_WHERE_WHEN: Final = frozenset({"in", "on", "at", "near"})


def _occasions(scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None) -> Iterator[Fact]:
    for index, head in analysis.heads.items():
        part = analysis.clause.parts()[index]
        if part.role is not Role.ADJUNCT or head.dep_ != "prep":
            continue
        target = next((c for c in head.children if c.dep_ == "pobj"), None)
        if target is None:
            continue
        date = None if _of_what_it_is_for(analysis, index) else _date_key(scene, sentence, head, target)
        if date is not None and part.text.lower() == f"{head.lower_} {date.text}".lower():
            if analysis.verb.lemma_ in _BEGINNINGS and len(analysis.clause.parts()) < _FEWEST_PARTS:
                continue  # "When did the story begin?"
            base = 0.64 if any(c.isdigit() for c in date.text) else 0.42
            if any(c.dep_ == "ccomp" for c in analysis.verb.children):
                base -= 0.2  # what was said matters more than when
            yield make(
                scene, sentence, FactKind.DATE, date, analysis, Focus(part=part, lead=f"{head.lower_} "), source, base
            )
            continue
        settled = (
            analysis.verb.lemma_.lower() in _LYING and target.pos_ == "NOUN"
        )  # told of more than once, in other words
        place = None if settled or _of_the_object(analysis, index) else _place_key(scene, sentence, head, target, part)
        if place is not None and analysis.verb.lemma_.lower() not in wordlists.REPORTING:
            yield make(
                scene,
                sentence,
                FactKind.PLACE,
                place,
                analysis,
                Focus(part=part, lead=part.text[: len(head.text) + 1]),
                source,
                0.52,
            )


def _where_it_was(scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None) -> Iterator[Fact]:
    """“fled to Beirut, where they lived in one room”: where they lived."""
    where, after = where_in(analysis.verb), analysis.clause.after
    if where is None or analysis.clause.verb.copula or not after or any(_IN_THE.match(p.text) for p in after):
        return
    noun, part = place_noun(where), analysis.clause.before[0]
    if noun.pos_ == "PROPN":
        text = part.text.removeprefix(f"{part.word} ")
        answer, _ = answer_of(noun, scene.mentions)
        key = Key(text=text, answer=answer, span=part.span, accepted=(part.text,))
        if answer is Answer.PERSON or (answer is Answer.COUNTRY and country(text) is None):
            return
    else:
        common = _common_place(noun, part, explained=frozenset({"appos"}))
        if common is None:
            return
        key = common
    lead = f"{part.word} "
    yield make(scene, sentence, FactKind.PLACE, key, analysis, Focus(part=part, lead=lead), source, 0.56)


_IN_THE: Final = re.compile(r"(?:in|at|on|inside) (?:the|its|his|her|their|[A-Z])")
"""“besieged in the government buildings”: a second place, of which “where” may be asked as well."""


def _date_key(scene: Scene, sentence: Sentence, prep: Token, target: Token) -> Key | None:
    """A calendar date or period after "in", "on", "from", "until" …, never one that needs the article's own date."""
    if any(t.lower_ == "again" for t in prep.sent) and sum(e.label_ == "DATE" for e in prep.sent.ents) > 1:
        return None  # "nearly cancelled in 2012, and again in 2015"
    if _is_now(prep.head) and any(t.like_num for t in target.subtree):
        return None  # "the report describes a meeting on 9 June 2021": the meeting was then
    if prep.i and prep.nbor(-1).lemma_.lower() in _STRETCHES:
        return None  # "an unusually cloudy week in June": the month belongs to the week
    if target.ent_type_ != "DATE" or prep.lower_ not in {"in", "on", "until", "during"}:
        return None
    tokens = scene.wording.subtree(target)
    text = scene.wording.words(tokens)
    low = text.lower()
    has_year = any((t.like_num and len(t.text) == 4 and t.text.isdigit()) or t.text.endswith("0s") for t in tokens)
    has_month = any(t.lower_ in wordlists.MONTHS for t in tokens)
    if not (has_year or has_month or "century" in low) or any(t.pos_ == "VERB" for t in tokens) or len(tokens) > 7:
        return None
    if has_month and len(tokens) == 1 and _spans_years(scene.article.text):
        return None  # "August", of one of the years that are told of
    answer = Answer.YEAR if low.isdigit() and len(low) == 4 else Answer.DATE if has_month else Answer.PERIOD
    variants = (f"{prep.lower_} {text}", *([] if has_year else _with_year(text, scene.article.text)))
    return Key(text=text, answer=answer, span=scene.wording.span(tokens), accepted=variants)


def _with_year(day: str, article: str) -> list[str]:
    """“2 May 1572”, where the article has that year with the day elsewhere, and no other."""
    years = set(re.findall(rf"\b{re.escape(day)},? (\d{{4}})\b", article))
    return [f"{day} {year}" for year in years] if len(years) == 1 else []


@lru_cache(maxsize=2)
def _spans_years(text: str) -> bool:
    """Whether a text tells of more than one year."""
    return len(set(re.findall(r"\b1\d{3}\b|\b20\d{2}\b", text))) > 1


def _of_the_object(analysis: Analysis, index: int) -> bool:
    """“filled the gallery at the hall”: where they filled it, or which gallery it was."""
    before, here = analysis.heads.get(index - 1), analysis.heads[index]
    if here.i < analysis.verb.i and here.i > analysis.subject.i and here.nbor(-1).text == ",":
        return True  # "Strokkur, in Iceland, erupts": it is there, and does not erupt elsewhere
    common = any(c.dep_ == "pobj" and c.pos_ == "NOUN" for c in here.children)
    people = before is not None and before.dep_ == "agent" and before.right_edge.tag_ == "NNS"
    if common and people and before is not None and before.right_edge.i == here.left_edge.i - 1:
        return True  # "founded by workers at a factory"
    return common and before is not None and before.dep_ == "dobj" and before.right_edge.i == here.left_edge.i - 1


def _of_what_it_is_for(analysis: Analysis, index: int) -> bool:
    """“known for her discovery of a comet in 1847”: she discovered it then."""
    before, here = analysis.heads.get(index - 1), analysis.heads[index]
    event = before is not None and before.lower_ == "for" and any(t.lower_ == "of" for t in before.subtree)
    return event and before is not None and before.right_edge.i == here.left_edge.i - 1


def _is_now(verb: Token) -> bool:
    """“describes”, “are traced to a flight in 1978”; not "has won"."""
    forms = (verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.lemma_ != "have"))
    return any(t.tag_ in {"VBZ", "VBP"} for t in forms) and not any(c.lemma_ == "have" for c in verb.children)


def _place_key(scene: Scene, sentence: Sentence, prep: Token, target: Token, part: Part) -> Key | None:
    if target.lemma_.lower() in _PLACES and target.pos_ == "NOUN" and prep.lower_ in _NEAR:
        return _common_place(target, part)
    if (
        prep.lower_ not in _PLACE_PREPOSITIONS
        or target.ent_type_ not in {"GPE", "LOC", "FAC"}
        or target.pos_ != "PROPN"
    ):
        return None
    text = part.text[len(prep.text) :].strip()
    if not text or len(text.split()) > 8:
        return None
    answer, _ = answer_of(target, scene.mentions)
    if answer is Answer.COUNTRY and country(text) is None:
        return None  # "western Zambia" is neither a country nor where one would say that it is
    return Key(text=text, answer=answer, span=part.span, accepted=(part.text,))


def _common_place(target: Token, part: Part, *, explained: frozenset[str] = frozenset()) -> Key | None:
    """“in American pharmacies”, “under the floor of a chapel”: a place that is told apart from others of its kind."""
    told = any(c.dep_ in {"amod", "compound", "prep", "poss", "nmod"} | explained for c in target.children)
    pronoun = any(t.pos_ == "PRON" and not explained for t in target.subtree)
    if not told or pronoun or not 3 <= len(part.text.split()) <= 9:
        return None
    bare = part.text.split(" ", 1)[1]
    return Key(text=part.text, answer=Answer.LOCATION, span=part.span, accepted=(bare,))
