"""What “where” stands for: “fled to Beirut, where they lived for two years” tells of what was in Beirut."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.wording import Unclear, Wording
from quizapp.model.fact import Part, Role

_AS_WRITTEN: Final = frozenset("in at on near under outside inside beneath off".split())
"""Prepositions that say where something is, and not where somebody goes."""
_AT: Final = frozenset(
    """university school college academy institute laboratory station airport court museum hospital gate factory
    hotel theatre theater camp club office works mill institution stadium cinema""".split()
)
_ON: Final = frozenset("coast shore island farm roof deck site waterfront beach plain river peninsula".split())
_IN: Final = frozenset(
    """house building room hall church castle palace prison library gallery dockyard harbour harbor port garden park
    cathedral monastery tower workshop studio shop store cottage village town city valley""".split()
)
_BUILT: Final = _AT | _ON | _IN
_NAMES_OF: Final = frozenset("town city village port island suburb district province region county hamlet".split())
"""Kinds of place that stand before a name with “of”: “the town of Morges”."""
_PLACES: Final = frozenset({"GPE", "LOC", "FAC", "ORG"})
_NO_PLACES: Final = frozenset({"DATE", "TIME", "EVENT", "WORK_OF_ART", "MONEY", "NORP"})


def place_of(where: Token, wording: Wording) -> Part:
    """The place that “where” stands for, with the preposition that goes with it.

    Raises:
        Unclear: it may be one of two places, or nobody knows which.
    """
    noun = place_noun(where)
    tokens = wording.subtree(noun, without=[where.head])
    if noun.tag_ == "NNS" or any(c.dep_ in {"conj", "nummod"} for c in noun.children):
        raise Unclear("places that are not told apart")
    if wording.mentions.person_at(noun) is not None:
        raise Unclear("it is not clear which place “where” is about")
    word = _preposition(noun)
    return Part(role=Role.ADJUNCT, text=f"{word} {wording.words(tokens)}", span=wording.span(tokens), word=word)


def place_noun(where: Token) -> Token:
    """The noun that “where” stands for.

    Raises:
        Unclear: it may be one of two nouns, or it is no place of its own.
    """
    noun = where.head.head
    if noun.dep_ == "appos" and not _is_definite(noun):
        noun = noun.head  # "the condenser, a second coil, where …"
    if noun.dep_ not in {"pobj", "dobj", "appos"} or not _is_definite(noun):
        raise Unclear("it is not clear which place “where” is about")
    above = noun.head if noun.dep_ == "appos" else noun.head.head
    if noun.dep_ == "appos" and above.pos_ == "PROPN":
        return above  # "Trenton, New Jersey, where …"
    if noun.dep_ != "pobj" or above.pos_ not in {"NOUN", "PROPN"} or _is_its_name(noun, above):
        return noun
    if noun.head.lower_ in _BESIDE or (noun.head.lower_ == "of" and above.pos_ == "NOUN"):
        raise Unclear("it is not clear which place “where” is about")  # "farms above Leeds", "the banks of the Severn"
    return _of_two(noun, above, counted=any(t.dep_ == "nummod" for t in where.head.subtree))


def _of_two(noun: Token, above: Token, *, counted: bool) -> Token:
    """Of “the university in Leeds” Leeds, since all that was there was in Leeds, but for what is counted there."""
    if not _is_place(above):
        return noun
    if above.pos_ == "PROPN" or (_is_definite(above) and (counted or noun.pos_ != "PROPN")):
        return above
    if noun.pos_ != "PROPN" or counted:
        raise Unclear("it is not clear which place “where” is about")  # "a factory in Jena, where 280 people work"
    return noun


def _is_its_name(noun: Token, above: Token) -> bool:
    """“the town of Morges”."""
    return noun.head.lower_ == "of" and above.lemma_.lower() in _NAMES_OF and noun.pos_ == "PROPN"


_BESIDE: Final = frozenset("above below beyond behind along around over past between across opposite outside".split())


def _is_place(noun: Token) -> bool:
    return (noun.pos_ == "PROPN" and noun.ent_type_ in _PLACES) or noun.lemma_.lower() in _BUILT


def _is_definite(noun: Token) -> bool:
    """Whether a noun is a name of a place, or says which place it is."""
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in _PLACES or not (noun.ent_type_ in _NO_PLACES or wordlists.first_name(noun.text))
    return noun.pos_ == "NOUN" and any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)


def _preposition(noun: Token) -> str:
    """“in Beirut”, “at the station”: as written, or as one says of such a place."""
    lemma = noun.lemma_.lower()
    if noun.dep_ == "pobj" and noun.head.lower_ in _AS_WRITTEN:
        return noun.head.lower_
    if lemma in _AT or (noun.ent_type_ == "ORG" and lemma not in _BUILT):
        return "at"
    return "on" if lemma in _ON else "in"
