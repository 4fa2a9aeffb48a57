"""What sort of thing a noun phrase names: who, which country, what."""

from functools import cache
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.countries import country
from quizapp.facts.mentions import Mentions
from quizapp.model.fact import Answer

_BY_LABEL: Final = {"GPE": Answer.CITY, "NORP": Answer.PEOPLE, "LOC": Answer.PLACE, "FAC": Answer.PLACE}


def answer_of(head: Token, mentions: Mentions) -> tuple[Answer, str]:
    """The kind of a noun phrase, and the noun to ask with ("Which minister …?"), "" for plain Who or What."""
    members = _joined(head)
    if len(members) > 1:
        return _several(members, mentions), ""
    if mentions.person_at(head) is not None:
        return Answer.PERSON, ""
    if any(c.dep_ == "appos" and mentions.person_at(c) is not None for c in head.children):
        return Answer.PERSON, head.text if head.pos_ == "NOUN" else ""
    if _is_country(head):
        return Answer.COUNTRY, ""
    if _person_like(head) or _is_crowd(head):
        return Answer.PEOPLE if head.tag_ in {"NNS", "NNPS"} or _is_crowd(head) else Answer.PERSON, ""
    if head.pos_ == "PROPN" and head.ent_type_ == "ORG" and _is_body(head) and not _is_one_of(head):
        return Answer.ORGANISATION, head.lower_ if head.lower_ in wordlists.ORGANISATION_WORDS else ""
    named = head.pos_ == "PROPN" or head.ent_type_ in {"GPE", "NORP"}
    if head.ent_type_ == "NORP" and not _are_people(head):
        return Answer.THING, ""  # "Modern English"
    return (_BY_LABEL.get(head.ent_type_, Answer.THING) if named and not _is_one_of(head) else Answer.THING), ""


def _is_one_of(head: Token) -> bool:
    """“an MBE”: letters that name no body, which would have "the"."""
    return head.text.isupper() and any(c.lower_ in {"a", "an"} for c in head.children)


def _joined(head: Token) -> list[Token]:
    """A noun and those that are joined to it, not to a noun within its phrase."""
    return [head, *(m for c in head.children if c.dep_ == "conj" for m in _joined(c))]


def may_act(head: Token) -> bool:
    """“runners”, “the morning walkers”: a noun for those who do what its verb says, people or not."""
    lemma = head.lemma_.lower()
    if head.tag_ != "NNS" or not lemma.endswith(("er", "or")) or lemma in _TOOLS:
        return False
    stems = (lemma[:-2], lemma[:-1], lemma[:-3])  # walk-er, race-r, run-n-er
    return any(stem in _verbs(stem) for stem in stems)


_TOOLS: Final = frozenset(
    """number letter corner counter border order matter paper meter computer printer heater container filter trailer
    poster sticker drawer freezer cooler charger river tower shower quarter chapter layer winter summer finger
    cover power motor error mirror floor sensor reactor factor sector vector tractor elevator generator monitor boiler
    burner cruiser trawler freighter roller shutter timber rubber member cylinder feather weather water answer offer
    barrier carrier tanker liner steamer bomber fighter helicopter thruster booster transformer amplifier detector
    conductor escalator ventilator calculator refrigerator radiator indicator propeller""".split()
)
"""Nouns that end like those who do something and name things."""


@cache
def _verbs(form: str) -> tuple[str, ...]:
    found: dict[str, tuple[str, ...]] = lemminflect.getAllLemmas(form, upos="VERB")
    return found.get("VERB", ())


def _are_people(head: Token) -> bool:
    """“the Normans”, “the English”: people, and no language."""
    return head.tag_ in {"NNPS", "NNS"} or any(c.dep_ == "det" for c in head.children)


def _is_crowd(head: Token) -> bool:
    """“hundreds of supporters”, “a group of nurses”: those who are counted."""
    if head.lemma_.lower() in _GATHERINGS:
        return True
    if head.lemma_.lower() not in _CROWDS:
        return False
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return of is not None and any(c.dep_ == "pobj" and c.tag_ == "NNS" and _person_like(c) for c in of.children)


_CROWDS: Final = frozenset("hundred thousand dozen score ten million crowd group handful couple majority".split())


_GATHERINGS: Final = frozenset("crowd mob throng audience congregation crew gang delegation".split())
"""Nouns for people together, whoever they are."""


def _is_body(head: Token) -> bool:
    """Whether something beside the tagger says so: a word such as "Council", or capitals."""
    name = next((list(e) for e in head.sent.ents if e.start <= head.i < e.end), [head])
    return any(t.lower_ in wordlists.ORGANISATION_WORDS for t in name) or (
        head.text.isupper() and head.text.isalpha() and len(head.text) > 1
    )


def _several(members: list[Token], mentions: Mentions) -> Answer:
    if all(_is_country(t) for t in members):
        return Answer.COUNTRIES
    persons = [mentions.person_at(t) is not None or _person_like(t) for t in members]
    return Answer.PEOPLE if all(persons) else Answer.THING


def _is_country(token: Token) -> bool:
    if token.ent_type_ != "GPE":
        return False
    words = [
        t.text
        for t in token.doc
        if t.ent_type_ == "GPE"
        and abs(t.i - token.i) <= 2
        and (t == token or (t.dep_ == "compound" and t.head == token))
    ]
    if any(c.dep_ in {"compound", "amod"} and c.pos_ == "PROPN" and c.text not in words for c in token.children):
        return False  # "CFCL Australia"
    return country(" ".join(words)) is not None or country(token.text) is not None


def _person_like(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN":  # "Charles" alone
        the = any(c.dep_ == "det" for c in token.children)  # "the Moon"
        return token.ent_type_ == "PERSON" and wordlists.first_name(token.text) and not the
    return token.pos_ == "NOUN" and wordlists.person_noun(lemma) and lemma not in wordlists.FIRMS_OR_PERSONS
