"""Nouns that point back to somebody or to a body named before: "the politician", "the bloc"."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists

_OF_THE_DAY: Final = frozenset(
    """champion winner loser victor holder finalist leader runner-up emperor empress king queen pope sultan tsar
    pharaoh""".split()
)
"""Roles that change hands in the course of an article."""


def is_role(token: Token) -> bool:
    """Whether a noun is "the politician" or "the bloc": definite, alone, singular, so that it points back."""
    if (
        token.pos_ not in {"NOUN", "PROPN"}
        or token.tag_ not in {"NN", "NNP"}
        or token.dep_ in {"attr", "oprd", "appos"}
    ):
        return False
    lemma = token.lemma_.lower()
    if lemma in _OF_THE_DAY:
        return False
    if not (lemma in RESOLVED_ORGANISATIONS or wordlists.person_noun(lemma)):
        return False
    if (token.text.isupper() and len(token.text) > 1) or (token.dep_ == "poss" and token.head.pos_ == "PROPN"):
        return False  # "the COP", "the King's Medal"
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.pos_ == "PROPN":
        return False  # "the physicist William Thomson", however it was parsed
    if any(child.dep_ == "relcl" or (child.dep_ == "appos" and child.pos_ == "PROPN") for child in token.children):
        return False  # "the company, Calmwave," and "the man who gave the field" say right here who is meant
    children = [child for child in token.children if child.dep_ not in {"punct", "appos", "case"}]
    plain = all(
        child.dep_ == "det" or (child.dep_ in {"amod", "compound"} and child.pos_ == "ADJ" and not child.is_title)
        for child in children
    )
    the = any(child.dep_ == "det" and child.lower_ == "the" for child in children)
    return the and plain


ANY_PERSON: Final = frozenset(
    """man woman boy girl politician lawmaker official scientist researcher academic author writer novelist poet
    artist painter singer actor musician composer athlete sportsman sportswoman businessman businesswoman entrepreneur
    lawyer leader minister veteran celebrity star widow teenager pensioner""".split()
)
"""Nouns for persons by which an article points back to somebody it has named, without having called him so."""
_BUSINESSES: Final = frozenset(
    """company firm group maker manufacturer retailer publisher airline business operator developer""".split()
)
_PACTS: Final = frozenset("bloc alliance organisation organization".split())
RESOLVED_ORGANISATIONS: Final = _BUSINESSES | _PACTS
"""Nouns by which articles point back to an organisation they have named; "the council" is left as it stands."""
_PUBLIC: Final = frozenset(
    """university museum institute college school hospital ministry council court parliament government department
    party union league association federation society club church""".split()
)


def may_be(noun: str, name: str) -> bool:
    """Whether an organisation of this name could be called so: a museum is no company, a pact no firm."""
    words = {word.strip(".,").lower() for word in name.split()}
    if noun in _BUSINESSES:
        return not words & _PUBLIC
    return (
        bool(words & {"treaty", "alliance", "union", "pact", "league", "organization", "organisation", "association"})
        or name.isupper()
    )


def role_that_says(pronoun: Token) -> Token | None:
    """“The judge” of “the judge accepted that …, but said she could”, for the subject of what is said."""
    content = pronoun.head
    says = content.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or content.dep_ != "ccomp":
        return None
    if says.lemma_.lower() not in wordlists.REPORTING or says.i > pronoun.i:
        return None
    verbs = [says, says.head] if says.dep_ == "conj" else [says]
    subject = next((c for verb in verbs for c in verb.children if c.dep_ == "nsubj"), None)
    return subject if subject is not None and is_role(subject) and wordlists.person_noun(subject.lemma_) else None
