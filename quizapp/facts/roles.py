"""Who holds which role in an article: “Judge Peter Amis”, “the expert, Ian Moss”; and roles of somebody unnamed."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.people import Person, Persons


@dataclass(frozen=True, eq=False, slots=True)
class Roles:
    """The persons named beside each role, and the roles that somebody without a name has."""

    holders: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    unnamed: set[str] = field(default_factory=set)

    def of(self, person: Person) -> set[str]:
        """The nouns for a role or calling that stand beside a person's name anywhere, without "Mrs" and its like."""
        return {role for role, held in self.holders.items() if person in held and role not in _ADDRESS}


_ADDRESS: Final = frozenset("mr mrs ms miss dr prof professor sir dame lord lady".split())


def find_roles(people: Persons) -> Roles:
    """Read the roles beside the names, and "a judge" where no name stands beside it."""
    roles = Roles()
    beside: set[tuple[int, int]] = set()
    for naming in people.namings:
        doc = people.reading.sentences[naming.sentence].slice.doc
        for noun in _beside(doc[naming.first], doc[naming.last]):
            beside.add((naming.sentence, noun.i))
            held = roles.holders[noun.lemma_.lower()]
            if naming.person not in held:
                held.append(naming.person)
    for sentence in people.reading.sentences:
        for token in sentence.slice:
            some = token.tag_ == "NN" and any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in token.children)
            if some and (sentence.index, token.i) not in beside and token.dep_ != "attr" and _is_role(token):
                roles.unnamed.add(token.lemma_.lower())
    return roles


def _beside(first: Token, name: Token) -> list[Token]:
    """The nouns for a role beside a name: before it, in apposition, or what it is said to be."""
    before = [first.nbor(-1)] if first.i else []
    modifiers = [c for c in name.children if c.dep_ in {"compound", "nmod", "appos"}]
    heads = [name.head] if name.dep_ == "appos" else []
    said = (
        [c for c in name.head.children if c.dep_ == "attr"] if name.dep_ == "nsubj" and name.head.lemma_ == "be" else []
    )
    return [t for t in (*before, *modifiers, *heads, *said) if _is_role(t)]


def _is_role(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return token.pos_ in {"NOUN", "PROPN"} and (wordlists.person_noun(lemma) or lemma in wordlists.TITLES)


def speaks_of(name: Token, role: Token, here: bool) -> bool:
    """Whether a role stands in what the named person says: “Hume argued that the judge …” is not Hume."""
    if not here or role.pos_ != "NOUN":
        return False
    while name.dep_ in {"appos", "conj"}:
        name = name.head
    return name.dep_ == "nsubj" and name.head in role.ancestors and name.head.lemma_.lower() in wordlists.REPORTING


def is_one_post(noun: Token) -> bool:
    """Whether only one can be meant: “the capital of the province”, “Clara Hale's coach”."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return noun.tag_ == "NN" and noun.lemma_.lower() in _ONE_EACH and owner.pos_ in {"PROPN", "NOUN"}
    the = any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)
    of = (g for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children)
    return the and noun.tag_ == "NN" and noun.lemma_.lower() in _ONE_EACH and any(g.pos_ == "PROPN" for g in of)


_ONE_EACH: Final = frozenset(
    """capital centre center seat headquarters birthplace emblem symbol patron coach captain manager owner mayor wife
    husband mother father successor predecessor chairman chairwoman chair president director leader headteacher
    stepfather stepmother mentor conductor mainstay""".split()
)
"""What a place, a body or a person has one of."""
