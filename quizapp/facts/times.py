"""Times that mean nothing without the article's own date: "on Tuesday", "last summer", "a week ago"."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists

_OPTIONAL: Final = frozenset("on in during over at".split())
"""Prepositions whose time a clause does without; "since" and "until" say more than when."""


def relative_time(token: Token) -> bool:
    """Whether a phrase is such a time and nothing else."""
    words = list(token.subtree)
    if any(t.pos_ in {"VERB", "AUX"} or t.tag_ == "PRP$" for t in words):
        return False  # "in its last full season" is anchored by its owner
    timely = any(t.ent_type_ in {"DATE", "TIME"} for t in words)
    anchored = any((t.like_num and len(t.text) == 4) or t.lower_ in wordlists.MONTHS for t in words)
    return timely and not anchored and any(t.lower_ in wordlists.RELATIVE_TIME for t in words)


def left_out(token: Token) -> bool:
    """Whether a phrase inside a longer one is such a time, and the longer one stands without it."""
    adverb = token.dep_ in {"npadvmod", "advmod"} and token.pos_ in {"NOUN", "PROPN", "ADV"}
    phrase = token.dep_ == "prep" and token.lower_ in _OPTIONAL and token.head.pos_ in {"VERB", "AUX", "NOUN", "PROPN"}
    if not (adverb or phrase):
        return False
    lasting = any(t.like_num for t in token.subtree)  # "over the past 30 years" says how long
    return not lasting and relative_time(token)
