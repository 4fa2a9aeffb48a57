"""Long answers: right when everything they say that counts was said, in any order."""

from collections.abc import Mapping
from typing import Final

from quizapp.grading.everyday import is_another, is_form
from quizapp.grading.slips import word_slips
from quizapp.grading.turned import is_turned, says_too_much
from quizapp.grading.vocabulary import NEGATIONS, STOP
from quizapp.grading.words import words

LONG_FROM: Final = 7
"""Words from which an answer is a statement that nobody types word for word."""

_CLAUSE_FROM: Final = 4
_CLAUSE_MARKS: Final = frozenset({"that", "because", "by", "to"})
"""Beginnings of a reason, a saying, a means or a purpose: a statement even where it is short."""

_ENDINGS: Final = ("ings", "ing", "edly", "ed", "es", "s", "ly", "e")
_ADVERB: Final = "ly"
_STEM_LEAST: Final = 3
_SLIP_FROM: Final = 4  # letters of a stem


def is_long(text: str) -> bool:
    """Whether an answer is a statement rather than a name or a phrase."""
    said = words(text)
    return len(said) >= LONG_FROM or (len(said) >= _CLAUSE_FROM and said[0] in _CLAUSE_MARKS)


def missing_words(given: str, expected: str, *, slips: bool = True) -> tuple[str, ...] | None:
    """The content words of an expected answer that were not given; None when one of the two denies what the other says.

    Regular forms of a word count as the word ("hides" for "hiding"), and slips in long words are forgiven, unless
    `slips` says otherwise.
    """
    ours, theirs = words(given), words(expected)
    if sum(word in NEGATIONS for word in ours) != sum(word in NEGATIONS for word in theirs):
        return None  # "no services are cut" and "services are not cut" deny once each
    said = {_stem(word): word for word in ours}
    wanted = [word for word in dict.fromkeys(theirs) if word not in STOP and word not in NEGATIONS]
    return tuple(word for word in wanted if not _is_said(word, said, slips=slips))


def says_otherwise(given: str, expected: str) -> bool:
    """Whether an answer with all the content words of another one turns its sense: roles, order in time, direction."""
    return is_turned(words(given), words(expected), stem=_stem)


def leaves_a_choice(given: str, expected: str) -> bool:
    """Whether an answer says the expected one and so much else that it commits to nothing: “… or …”, a whole page."""
    return says_too_much(words(given), words(expected), stem=_stem)


def content_stems(text: str) -> frozenset[str]:
    """The words of a text that carry its content, each without its regular ending."""
    return frozenset(_stem(word) for word in words(text) if word not in STOP and word not in NEGATIONS)


def _is_said(word: str, said: Mapping[str, str], *, slips: bool) -> bool:
    """Whether a word stands among those that were said, by their stems."""
    stem = _stem(word)
    if stem in said:
        return said[stem] == word or _ADVERB in (said[stem][-2:], word[-2:]) or not is_another(said[stem], word)
    if len(stem) < _SLIP_FROM:
        return False
    if not slips:
        return any(word_slips(other, stem) is not None and is_form(written, word) for other, written in said.items())
    return any(word_slips(other, stem) is not None and not is_another(written, word) for other, written in said.items())


def _stem(word: str) -> str:
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LEAST:
            return word[: -len(ending)]
    return word
