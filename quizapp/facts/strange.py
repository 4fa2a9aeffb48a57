"""Clauses that the parser has put together wrongly, seen by their shape."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts.verbs import SUBJECTS


def strange_in(verb: Token, subject: Token) -> str | None:
    """What is strange in a verb with its subject; None where they may stand."""
    return next((reason for test, reason in _STRANGE if test(verb, subject)), None)


def _hangs_on_pronoun(verb: Token, subject: Token) -> bool:
    """“She was baptised in 1671, the daughter of a locksmith”, with the daughter hung on "She"."""
    beside = subject.pos_ == "PRON" and any(c.dep_ == "appos" for c in subject.children)
    return beside and subject.head == verb


def _is_rate(verb: Token, subject: Token) -> bool:
    """“400 lorries a day will be let through”, with "a day" taken for a second subject."""
    return any(c.dep_ in SUBJECTS and c.lemma_ in _RATES and c != subject for c in verb.children)


def _runs_together(_: Token, subject: Token) -> bool:
    """“the book sold poorly and Lisle went bankrupt”, with “sold poorly” taken for a part of the book's phrase."""
    done = next((c for c in subject.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and c.i > subject.i), None)
    other = next((c for c in subject.children if c.dep_ == "conj" and done is not None and c.i > done.i), None)
    return other is not None and other.pos_ == "PROPN" and subject.pos_ == "NOUN"


def _says_which(verb: Token, subject: Token) -> bool:
    """“The mast that stood at ten storeys stands at twenty”: which mast, and so nothing of “the mast”."""
    that = any(c.lower_ == "that" and c.dep_ in SUBJECTS for c in verb.children)
    the = any(c.lower_ == "the" and c.dep_ == "det" for c in subject.children)
    told = any(c.dep_ not in {"det", "relcl", "punct"} for c in subject.children)
    return verb.dep_ == "relcl" and that and the and not told and subject.pos_ == "NOUN"


def _is_headless(verb: Token, _: Token) -> bool:
    """“What was solid rock leaves the hillside”."""
    return verb.dep_ == "ROOT" and verb.left_edge.lower_ == "what"


def _is_inverted(verb: Token, subject: Token) -> bool:
    """“Nor would she be carried over the Pole”."""
    return subject.head == verb and any(c.dep_ in {"aux", "auxpass"} and c.i < subject.i for c in verb.children)


_STRANGE: Final = (
    (_hangs_on_pronoun, "words that hang on a pronoun"),
    (_is_rate, "a rate that is cut in half"),
    (_runs_together, "two clauses that are run together"),
    (_says_which, "a clause that says which one is meant"),
    (_is_headless, "a subject that is a clause"),
    (_is_inverted, "an inverted sentence"),
)
_RATES: Final = frozenset("day week month year hour minute night".split())
