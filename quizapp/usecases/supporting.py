"""Whether a sentence says what a key says: every figure, name and content word, since synonyms are not known."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from quizapp.grading.content import says_otherwise
from quizapp.grading.typed import Field, judge_field
from quizapp.grading.vocabulary import CARDINALS, NEGATIONS
from quizapp.grading.words import core_words, words
from quizapp.model.outcome import Outcome
from quizapp.usecases.sentences import (
    Sentence,
    chain_of,
    has_number,
    is_figure,
    is_torn,
    neighbours,
    sort_of,
    telling,
    terms_of,
)

_LONGEST_OTHER: Final = 4
"""Content words of what stands in the place of something false."""

_MANY: Final = 3
"""Content words from which a key counts as said in any order; of two, “dirty water” is not “water, dirty”."""

_FEWEST_COMMON: Final = 2
"""Content words that a false statement and the sentence which puts it right share beside what differs."""

_FURNITURE: Final = frozenset(
    "year month day date time number name many much long far old often percent percentage amount"
    " accord article text passage author happen tak place kind sort typ call money word".split()
)
"""What a question says of its answer and not of the matter; each without its regular ending."""

_ASKING: Final = re.compile(
    rf"\b(?:which|what)\s+(?:(?:{'|'.join(sorted(CARDINALS))}|\d+)\s+)?([^\W\d_]+)", re.IGNORECASE
)
"""The word after “which” or “what” names the class of the answer: “which river”."""

_PERSONAL: Final = frozenset("it he she they its his her their who which that".split())

_DIRECTED: Final = re.compile(
    r"\W*(into|to|from|by|with|against|towards|through)\s+(?:which|what|whom)\b", re.IGNORECASE
)

_WHO: Final = re.compile(r"\W*who(?:m|se)?\b", re.IGNORECASE)

_NEAR: Final = 3
"""Words between such a word and the beginning of its answer: “into the great river Amber”."""

_BINDING: Final = frozenset(
    "all every each both only always most many few more less fewer least before after until over under above below"
    " half almost nearly exactly first last".split()
)
"""Little words that change what a statement claims; a sentence that says it has them, too."""


def answers(sentence: Sentence, stem: str, wordings: Sequence[str]) -> bool:
    """Whether a sentence has one wording of a key, and everything that is asked about it, together."""
    return any(
        _speaks_of(sentence, wanted := wanted_by(stem, key))
        and has_key(sentence, key)
        and not _is_elsewhere(sentence, key, wanted)
        and not _is_rivalled(sentence, terms_of(key), wanted, sort=sort_of(terms_of(key), sentence.text))
        and _has_direction(sentence, stem, key)
        and not (_WHO.match(stem) and _is_beyond(sentence, key, wanted))
        for key in wordings
    )


@lru_cache(maxsize=4096)
def wanted_by(stem: str, key: str) -> frozenset[str]:
    """What a question asks about, without its key and what it says of its answer."""
    classes = {term for match in _ASKING.finditer(stem) for term in terms_of(match[1])}
    return frozenset(terms_of(stem)) - frozenset(terms_of(key)) - classes - _FURNITURE


def has_key(sentence: Sentence, key: str) -> bool:
    """Whether a key stands in a sentence: word for word, a figure in any notation, of a long one all that it says."""
    wanted, said = core_words(key), core_words(sentence.text)
    places = (place for place in range(len(said)) if wanted and said[place : place + len(wanted)] == wanted)
    if any(not is_torn(said, place, place + len(wanted)) for place in places):
        return True
    if has_number(key) and any(_is_right(key, figure) for figure in sentence.figures):
        return True
    return any(_holds(clause, key) for clause in (sentence.text, *sentence.clauses))


def states(sentence: Sentence, statement: str) -> bool:
    """Whether a sentence says a statement: with all its content, denying as much, and nothing turned round."""
    said = frozenset(terms_of(statement))
    return (
        _speaks_of(sentence, said)
        and _denials(_nearest(sentence, said)) == _denials(sentence.text) == _denials(statement)
        and _BINDING & set(words(statement)) <= set(words(sentence.text))
        and not says_otherwise(sentence.text, statement)
        and all(_is_beside(sentence, statement, run) for run in telling(statement))
    )


def puts_right(sentence: Sentence, statement: str) -> bool:
    """Whether a sentence says the same as a false statement with another date, number or name in one place.

    Other words do not exclude each other: “it carried coal” leaves open whether it carried passengers.
    """
    said = terms_of(statement)
    missing = [place for place, term in enumerate(said) if term not in sentence.known]
    if not missing or missing[-1] - missing[0] >= len(missing) or _denials(sentence.text) != _denials(statement):
        return False
    left, wrong, right = said[: missing[0]], said[missing[0] : missing[-1] + 1], said[missing[-1] + 1 :]
    sort = sort_of(wrong, statement)
    if not sort or len(left) + len(right) < _FEWEST_COMMON:
        return False
    if sort == "name" and any(map(is_figure, said)):
        return False  # that one river is 90 kilometres long does not say that another one is not
    others = _in_its_place(sentence.chain, left, right)
    return any(sort_of(other, sentence.text) == sort and set(other).isdisjoint(said) for other in others)


def _holds(clause: str, key: str) -> bool:
    """Whether a clause says a key of several words: one after the other, or all of a long one, and denies as much."""
    wanted, said = terms_of(key), terms_of(clause)
    together = any(said[place : place + len(wanted)] == wanted for place in range(len(said)))
    return (
        len(wanted) > 1
        and (together or (len(wanted) >= _MANY and set(wanted) <= set(said)))
        and _denials(clause) == _denials(key)
        and not says_otherwise(clause, key)
    )


def _speaks_of(sentence: Sentence, wanted: frozenset[str]) -> bool:
    """Whether a sentence says all that is wanted, half of it at least in its own words."""
    return wanted <= sentence.known and bool(wanted & sentence.own) and len(wanted & sentence.own) >= len(wanted) / 2


def _is_elsewhere(sentence: Sentence, key: str, wanted: frozenset[str]) -> bool:
    """Whether what is asked is said in one clause and the key in another: “A cost 5, and B cost 6”."""
    for clause in sentence.clauses:
        if wanted <= frozenset(terms_of(clause)) and _PERSONAL.isdisjoint(words(clause)):
            return not has_key(Sentence(clause), key)
    return False


def _nearest(sentence: Sentence, wanted: frozenset[str]) -> str:
    """The part of a sentence that says the most of what is wanted."""
    return max(sentence.pieces, key=lambda piece: len(wanted & set(terms_of(piece))), default=sentence.text)


def _is_rivalled(sentence: Sentence, run: tuple[str, ...], wanted: frozenset[str], *, sort: str) -> bool:
    """Whether another figure or name stands in a part of a sentence that says as much of what is wanted as its own.

    “It was banned in 1990 and allowed in 2005” does not say what was banned in 2005.
    """
    if not sort:
        return False
    own = rival = -1
    for piece in sentence.pieces:
        score = len(wanted & set(terms_of(piece)))
        others = [other for other in telling(piece) if sort_of(other, piece) == sort and not set(other) & wanted]
        if set(run) & set(terms_of(piece)):
            own = max(own, score)
        elif others:
            rival = max(rival, score)
    return rival >= own >= 0


def _is_beyond(sentence: Sentence, key: str, wanted: frozenset[str]) -> bool:
    """Whether one part says all that is asked and another one, with the key, nothing of it."""
    scores = {piece: len(wanted & set(terms_of(piece))) for piece in sentence.pieces}
    own = [score for piece, score in scores.items() if has_key(Sentence(piece), key)]
    return bool(own) and not any(own) and len(wanted & sentence.own) in scores.values()


def _has_direction(sentence: Sentence, stem: str, key: str) -> bool:
    """Whether a key follows the word with which the question asks for it: “into which river …”."""
    asked, said, wanted = _DIRECTED.match(stem), words(sentence.text), core_words(key)
    if asked is None:
        return True
    places = (place for place in range(len(said)) if said[place : place + 1] == wanted[:1])
    return any(asked[1].lower() in said[max(place - _NEAR, 0) : place] for place in places)


def _is_beside(sentence: Sentence, statement: str, run: tuple[str, ...]) -> bool:
    """Whether a figure or name has a neighbour in a sentence that it has in a statement; alone of its sort it may not.

    “The project cost 32 million pounds” is not said by “The project cost 84.5 million pounds, 32 million of them …”.
    """
    sort = sort_of(run, statement)
    if _is_rivalled(sentence, run, frozenset(terms_of(statement)) - set(run), sort=sort):
        return False
    there = [other for other in telling(sentence.text) if sort_of(other, sentence.text) == sort]
    if all(set(run) & set(other) for other in there):
        return True
    around = set[str]().union(*(neighbours(other, sentence.chain) for other in there if set(run) & set(other)))
    return bool(neighbours(run, chain_of(statement)) & around)


def _in_its_place(chain: tuple[str, ...], left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What a sentence has right after the words on the left and right before those on the right."""
    for start in range(len(chain)):
        for end in range(start + 1, min(start + _LONGEST_OTHER, len(chain)) + 1):
            other = chain[start:end]
            follows = not left or chain[max(start - 1, 0) : start] == left[-1:]
            precedes = not right or chain[end : end + 1] == right[:1]
            if follows and precedes and "" not in other:
                yield other


def _is_right(key: str, figure: str) -> bool:
    return judge_field(key, Field(key=figure)).outcome is Outcome.RIGHT


def _denials(text: str) -> int:
    return sum(word in NEGATIONS for word in words(text))
