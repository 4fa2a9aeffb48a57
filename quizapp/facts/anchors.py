"""Whom or what a description describes: appositions and complements climb to the noun that they are about."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.verbs import SUBJECTS


def described(noun: Token) -> Token:
    """The noun that a noun describes ("Hale, the mayor of Aldwick, a teacher": Hale), or the noun itself."""
    found = noun
    while found.dep_ == "appos" and found.pos_ == "NOUN" and found.head.pos_ in {"NOUN", "PROPN"}:
        found = _person_above(found.head) if wordlists.person_noun(found.lemma_.lower()) else found.head
    if found.dep_ == "attr" and found.head.lemma_ == "be":
        found = next((c for c in found.head.children if c.dep_ in SUBJECTS), found)
    return found


def misread(description: Token) -> bool:
    """Whether an apposition hangs on a place although the person before the place is meant."""
    person = wordlists.person_noun(description.lemma_.lower())
    return person and _person_above(description.head) != description.head


def _person_above(anchor: Token) -> Token:
    """“the mayor of Aldwick, a teacher”, read as if Aldwick were the teacher."""
    above = anchor.head.head
    place = anchor.ent_type_ != "PERSON" and anchor.dep_ == "pobj" and anchor.head.dep_ == "prep"
    return above if place and wordlists.person_noun(above.lemma_.lower()) else anchor


def is_some_part(noun: Token) -> bool:
    """“the regulator, the part that keeps the speed steady”: of the part itself a question would say too little."""
    return noun.dep_ in {"appos", "npadvmod"} and noun.lower_ in _PARTS


_PARTS: Final = frozenset("part piece thing device process kind sort".split())


def is_only_one(noun: Token) -> bool:
    """“is the tallest of all and the only bird that breeds”: what is said of something, not the thing itself."""
    unique = any(c.lower_ in {"only", "first", "last"} or c.tag_ in {"JJS", "RBS"} for c in noun.children)
    return unique and noun.dep_ == "conj"
