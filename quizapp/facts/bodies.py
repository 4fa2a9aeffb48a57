"""Which organisation a noun such as "the company" or "the bloc" points back to."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final, Protocol

from spacy.tokens import Span as Slice
from spacy.tokens import Token

from quizapp.facts.backward import RESOLVED_ORGANISATIONS, is_role, may_be
from quizapp.facts.people import Person
from quizapp.facts.reading import Reading, Sentence
from quizapp.kit.text import has_words

_ORGANISATION_WINDOW: Final = 3


class Names(Protocol):
    """Who and what an article names, as far as it is needed here."""

    reading: Reading
    organisations: Counter[str]

    def person_at(self, token: Token) -> Person | None:
        """The person named by a token."""

    def antecedent(self, token: Token) -> str | None:
        """The name that a pronoun or role stands for."""


def organisation_for(mentions: Names, token: Token) -> str | None:
    """“the bloc”: the one organisation in the sentences just before, if a determiner says it is known."""
    sentence = mentions.reading.sentence_of(token)
    found: list[str] = []
    for earlier in reversed(mentions.reading.sentences[max(0, sentence.index - _ORGANISATION_WINDOW) : sentence.index]):
        for entity in earlier.slice.ents:
            if entity.label_ == "ORG" and _is_organisation(mentions, entity) and entity.text not in found:
                found.append(entity.text)
        if found:
            break
    if not found:
        return _previous_role(mentions, token) or _of_the_title(mentions, token)
    lemma = token.lemma_.lower()
    if len(found) > 1 or not may_be(lemma, found[0]) or _rival_business(mentions, lemma, found[0], sentence):
        return None
    return found[0]


def _rival_business(mentions: Names, noun: str, name: str, sentence: Sentence) -> bool:
    """Whether the article has named another body before that the noun may mean: then it is not clear which."""
    words = set(name.split())
    earlier = (e for s in mentions.reading.sentences[: sentence.index] for e in s.slice.ents if e.label_ == "ORG")
    return any(
        not words & set(e.text.split()) and may_be(noun, e.text) and _is_organisation(mentions, e) for e in earlier
    )


def _of_the_title(mentions: Names, token: Token) -> str | None:
    """“the company” far from any name: the one business that the title names."""
    title = mentions.reading.article.title
    named = [n for n in mentions.organisations if has_words(title, n) and not _is_a_place(mentions, n)]
    lemma, sentence = token.lemma_.lower(), mentions.reading.sentence_of(token)
    if len(named) != 1 or not may_be(lemma, named[0]) or _rival_business(mentions, lemma, named[0], sentence):
        return None
    return named[0]


def _previous_role(mentions: Names, token: Token) -> str | None:
    """A chain: "the bloc … the alliance", each resolved from the sentence before."""
    sentence = mentions.reading.sentence_of(token)
    for earlier in reversed(mentions.reading.sentences[max(0, sentence.index - _ORGANISATION_WINDOW) : sentence.index]):
        for other in earlier.slice:
            if is_role(other) and other.lemma_ in RESOLVED_ORGANISATIONS:
                return mentions.antecedent(other)
    return None


def _is_organisation(mentions: Names, entity: Slice) -> bool:
    named = mentions.person_at(entity[-1]) is None and not mentions.reading.quoted(entity[0])
    return named and not _is_a_place(mentions, entity.text)


def _is_a_place(mentions: Names, name: str) -> bool:
    """“its factory at Stourleigh”: taken for a firm by the tagger, and the firm is another."""
    return name in _after_in_or_at(mentions.reading.article.text)


@lru_cache(maxsize=2)
def _after_in_or_at(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b(?:in|at|near) ([A-Z]\w+)", text))
