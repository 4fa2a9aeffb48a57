"""Persons whose names neither the tagger nor a list knows: by what they do, and the “he” or “she” that follows."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import lemminflect
from spacy.tokens import Span as Slice
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.reading import Reading, Sentence

_LONGEST: Final = 3
"""Words of a name."""
_OFTEN: Final = 2
"""Times that a name of one word has to stand in the article."""
_PERSONAL: Final = frozenset("he she his her him herself himself".split())
_PLACED: Final = frozenset("in at near around outside into through across towards off".split())
UNLISTED: Final = "UNLISTED"
"""Label of what is found here."""


def unlisted(reading: Reading) -> Iterator[tuple[Sentence, Slice]]:
    """The places where such a person is named in full, each with its sentence.

    “Philomena Adeyemi-Strand” is one if “Adeyemi-Strand” alone does something in a sentence about her; “Popé” is one if
    he does something and nobody else is named there.
    """
    runs = list(_runs(reading))
    alone = [(sentence, run) for sentence, run in runs if len(_words(run)) == 1]
    times = Counter(_word(run) for _, run in alone)
    persons = {_word(run) for sentence, run in alone if _is_described(run) or _is_somebody(sentence, run)}
    persons -= {_word(run) for _, run in runs if _is_placed(run)}
    for sentence, run in runs:
        words = _words(run)
        strange = not lemminflect.getAllLemmas(words[0].lower())
        full = len(words) > 1 and words[-1] in persons and strange
        lone = len(words) == 1 and words[0] in persons and times[words[0]] >= _OFTEN and strange
        several = run[-1].tag_ in {"NNS", "NNPS"} or run[-1].ent_type_ == "NORP"  # "Protestants"
        if (full or lone) and not several and not any(t.ent_type_ == "PERSON" for t in run):
            yield sentence, Slice(run.doc, run.start, run.end, label=UNLISTED)


def _runs(reading: Reading) -> Iterator[tuple[Sentence, Slice]]:
    """Runs of one to three words with a capital, which no article or other word with a capital stands before."""
    for sentence in reading.sentences:
        doc, at = sentence.slice.doc, sentence.slice.start
        while at < sentence.slice.end:
            end = at
            while end < sentence.slice.end and (_is_name(doc[end]) or _is_joint(doc[end])):
                end += 1
            before = doc[at - 1] if at > sentence.slice.start else None
            fresh = before is None or before.lower_ not in {"the", "a", "an"}
            if end > at and fresh and not reading.quoted(doc[at]):
                run = Slice(doc, at, end)
                if len(_words(run)) <= _LONGEST:
                    yield sentence, run
            at = max(end, at + 1)


def _is_name(token: Token) -> bool:
    if not token.text[:1].isupper() or token.text.isupper():
        return False
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and not lemminflect.getAllLemmas(token.lower_))


def _is_joint(token: Token) -> bool:
    """A hyphen between two words with capitals."""
    doc = token.doc
    inside = 0 < token.i < len(doc) - 1 and not token.whitespace_ and not doc[token.i - 1].whitespace_
    return token.text == "-" and inside and _is_name(doc[token.i - 1]) and _is_name(doc[token.i + 1])


def _words(run: Slice) -> list[str]:
    return run.text.removesuffix("'s").removesuffix("’s").split()


def _word(run: Slice) -> str:
    return " ".join(_words(run))


def _acts(run: Slice) -> bool:
    """Whether a name is the subject of a verb."""
    return any(t.dep_ in {"nsubj", "nsubjpass"} and t.head.pos_ in {"VERB", "AUX"} for t in run)


def _is_somebody(sentence: Sentence, run: Slice) -> bool:
    return _acts(run) and follower(sentence, run.start, run.end - 1) is not None


def follower(sentence: Sentence, first: int, last: int) -> Token | None:
    """The “he” or “she” that follows a name in its sentence, where nobody else stands there who could be meant."""
    pronoun = next((t for t in sentence.slice if t.i > last and t.lower_ in _PERSONAL), None)
    if pronoun is None:
        return None
    others = (t for t in sentence.slice if t.i < pronoun.i and not first <= t.i <= last)
    somebody = any(
        t.ent_type_ == "PERSON" or (t.pos_ == "NOUN" and wordlists.person_noun(t.lemma_.lower())) for t in others
    )
    return None if somebody else pronoun


def _is_placed(run: Slice) -> bool:
    """“in Taos”: a place."""
    before = run.doc[run.start - 1] if run.start else None
    return before is not None and before.lower_ in _PLACED and run.root.dep_ == "pobj"


def _is_described(run: Slice) -> bool:
    """“Popé, a religious leader”."""
    return any(c.dep_ == "appos" and wordlists.person_noun(c.lemma_.lower()) for c in run.root.children)
