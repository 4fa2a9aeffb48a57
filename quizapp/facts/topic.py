"""What an article is about: the thing in its title that is the subject of most of its sentences."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.pronouns import SUBJECT_NOUNS, is_plural, opens_sentence
from quizapp.facts.reading import Reading, Sentence

_LEAST: Final = 3
"""Sentences of which a thing must be the subject to be the topic, and more of them than any other."""
_HEAVY: Final = SUBJECT_NOUNS | {"dobj", "attr"}


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing by its noun, and how stems name one of it and many."""

    lemma: str
    one: str
    many: str


def find_topic(reading: Reading) -> Topic | None:
    """The topic of an article about a thing or a kind of thing; None where persons act, or nothing stands out."""
    title = {form for word in reading.article.title.split() for form in _lemmas(word.strip(".,:;!?\"'").lower())}
    heads = [
        child
        for sentence in reading.sentences
        for child in sentence.root.children
        if child.dep_ in SUBJECT_NOUNS and child.pos_ == "NOUN" and not reading.quoted(child)
    ]
    counts = Counter(head.lemma_.lower() for head in heads)
    if not counts:
        return None
    lemma, most = counts.most_common(1)[0]
    named = [head for head in heads if head.lemma_.lower() == lemma]
    compound = sum(any(c.dep_ == "compound" for c in head.children) for head in named)  # "heat pumps" are no pumps
    if most < _LEAST or lemma not in title or wordlists.person_noun(lemma) or compound > most / 3:
        return None
    plural = lemminflect.getInflection(lemma, tag="NNS")
    return Topic(lemma=lemma, one=f"the {lemma}", many=plural[0]) if plural else None


def _lemmas(word: str) -> set[str]:
    return {word, *lemminflect.getLemma(word, "NOUN")}


def goes_on(topic: Topic, token: Token, sentence: Sentence, reading: Reading, *, plural: bool) -> bool:
    """Whether "it" or "they" at the head of a sentence goes on about the topic, as the one before did.

    Neither its own sentence nor the one before may have another subject or object of that number.
    """
    if sentence.index == 0 or not opens_sentence(token, sentence):
        return False
    before = reading.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph or any(reading.quoted(t) for t in before.slice):
        return False
    told = [t for t in before.slice if t.dep_ in _HEAVY and t.pos_ in {"NOUN", "PROPN"}]
    own = [t for t in sentence.slice if t.i < token.i and t.pos_ in {"NOUN", "PROPN"} and not t.ent_type_]
    rivals = [t for t in (*told, *own) if t.lemma_.lower() != topic.lemma and is_plural(t) == plural]
    return not rivals and any(t.lemma_.lower() == topic.lemma for t in before.slice)
