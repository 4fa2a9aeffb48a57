"""Which words a pronoun can stand for: by number, gender and place."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.mentions import Mentions
from quizapp.facts.pronouns import SUBJECT_NOUNS


def subject_above(other: Token, token: Token) -> bool:
    """Whether a noun is the subject of the very action that the pronoun suffers; then it would be "itself"."""
    while other.dep_ == "compound":
        other = other.head  # "the Pueblo Revolt kept it free"
    clause = next((t for t in token.ancestors if any(c.dep_ in SUBJECT_NOUNS and c != token for c in t.children)), None)
    if clause is not None and clause.dep_ == "relcl" and clause.head == other:
        return token.dep_ not in {"poss", *SUBJECT_NOUNS}  # "the council, which spent £90,000 on keeping it safe"
    own = token.dep_ in SUBJECT_NOUNS and token.head != other.head  # "the men fell while they …"
    return token.dep_ != "poss" and not own and other.dep_ in SUBJECT_NOUNS and other.head == clause


_FORMS: Final = (
    frozenset({"he", "him", "his"}),
    frozenset({"she", "her", "hers"}),
    frozenset({"it", "its"}),
    frozenset({"they", "them", "their", "theirs"}),
)


def one_person(one: Token, other: Token) -> bool:
    """Whether two pronouns are forms of one word."""
    return any(one.lower_ in forms and other.lower_ in forms for forms in _FORMS)


def agrees(other: Token, low: str, mentions: Mentions) -> bool:
    """Whether a noun can be what a pronoun, in small letters, stands for."""
    person = mentions.person_at(other)
    plural = other.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in other.children)
    if low in {"he", "him", "his"}:
        return (person is not None and person.gender != "f") or (
            person is None and wordlists.person_noun(other.lemma_.lower()) and not plural
        )
    if low in {"she", "her", "hers"}:
        return (person is not None and person.gender != "m") or (
            person is None and wordlists.person_noun(other.lemma_.lower()) and not plural
        )
    if low in {"they", "them", "their", "theirs"}:
        team = other.pos_ == "PROPN" and person is None and other.dep_ in {"nsubj", "nsubjpass"}
        return plural or team or other.lemma_.lower() in wordlists.ORGANISATION_WORDS
    return person is None and not plural and not wordlists.person_noun(other.lemma_.lower())
