"""Times that mean nothing without the article's own date: "on Tuesday", "last summer", "a week ago"."""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists

_FEASTS: Final = frozenset("christmas easter ramadan thanksgiving halloween spring summer autumn winter".split())
_OPTIONAL: Final = frozenset("on in during over at".split())
"""Prepositions whose time a clause does without; "since" and "until" say more than when."""


def relative_time(token: Token) -> bool:
    """Whether a phrase is such a time and nothing else."""
    words = _own_words(token)
    before = token.left_edge.nbor(-1) if token.left_edge.i else None
    dated = wordlists.MONTHS | _FEASTS
    if before is not None and (before.lower_ in dated or token.head.lower_ in dated):
        return False  # "in March last year": without its year the month says less than nothing
    if any(t.pos_ in {"VERB", "AUX"} or t.tag_ == "PRP$" for t in words):
        return False  # "in its last full season" is anchored by its owner
    if any(t.like_num for t in words) and any(t.lower_ in _OF_A_MATCH for t in words):
        return False  # "won nine corners in the last 25 minutes": without it the number is another
    timely = any(t.ent_type_ in {"DATE", "TIME"} for t in words)
    anchored = any((t.like_num and len(t.text) == 4) or t.lower_ in wordlists.MONTHS for t in words)
    return timely and not anchored and any(t.lower_ in wordlists.RELATIVE_TIME for t in words)


def _own_words(token: Token) -> list[Token]:
    """The words of a phrase without what a clause behind a comma tells of that time."""
    told = {t.i for c in token.subtree if _tells_of_it(c) for t in c.subtree}
    return [t for t in token.subtree if t.i not in told]


def _tells_of_it(clause: Token) -> bool:
    """“on Monday, when their bowlers …”: what was then is told of the day, and does not date it."""
    start = clause.left_edge
    return clause.dep_ == "relcl" and start.lower_ == "when" and start.i > 0 and start.nbor(-1).text == ","


_OF_A_MATCH: Final = frozenset("seconds minutes hours overs laps sets games rounds holes".split())


_PERIODS: Final = frozenset("year season month quarter decade summer winter autumn spring term session".split())


def unnamed_period(verb: Token) -> Token | None:
    """“last year”, “this season” in a clause: the time that a figure is of, without a date for it."""
    return next((t for t in verb.subtree if _is_unnamed_period(t)), None)


def _is_unnamed_period(token: Token) -> bool:
    relative = any(c.lower_ in wordlists.RELATIVE_TIME and c.i < token.i for c in token.children)
    return relative and token.lemma_.lower() in _PERIODS and relative_time(token)


def left_out(token: Token) -> bool:
    """Whether a phrase inside a longer one is such a time, and the longer one stands without it."""
    adverb = token.dep_ in {"npadvmod", "advmod"} and token.pos_ in {"NOUN", "PROPN", "ADV"}
    phrase = token.dep_ == "prep" and token.lower_ in _OPTIONAL and token.head.pos_ in {"VERB", "AUX", "NOUN", "PROPN"}
    if not (adverb or phrase):
        return False
    lasting = any(t.like_num for t in _own_words(token))  # "over the past 30 years" says how long
    return not lasting and relative_time(token)
