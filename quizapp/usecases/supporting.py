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
from quizapp.usecases.doing import acts, doing_asked, is_on_its_side
from quizapp.usecases.placing import is_placed, place_asked
from quizapp.usecases.roots import root
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
    map(
        root,
        "year month day date time number name many much long far old often percent percentage amount"
        " according article text passage author happen place kind sort type call money word".split(),
    )
)
"""What a question says of its answer and not of the matter."""

_HAPPENED: Final = re.compile(r"\b(?:take|takes|took|taken|taking)\s+place\b", re.IGNORECASE)

_ASKING: Final = re.compile(
    rf"\b(?:which|what)\s+(?:(?:{'|'.join(sorted(CARDINALS))}|\d+)\s+)?([^\W\d_]+)", re.IGNORECASE
)
"""The word after “which” or “what” names the class of the answer: “which river”."""

_PERSONAL: Final = frozenset("it he she they its his her their who which that".split())

_DIRECTED: Final = re.compile(
    r"\W*(into|to|from|by|with|against|towards|through)\s+(?:which|what|whom)\b", re.IGNORECASE
)

_WHO: Final = re.compile(r"\W*who(?:m|se)?\b", re.IGNORECASE)

_NEAR: Final = 4
"""Words between such a word and the beginning of its answer: “to the great port of Hull”."""

_BINDING: Final = frozenset(
    "all every each both only always most many few more less fewer least before after until over under above below"
    " half almost nearly exactly first last".split()
)
"""Little words that change what a statement claims; a sentence that says it has them, too."""


_TIMED: Final = frozenset("before after until since".split())
"""Of these those that change what a question asks."""


def answers(sentence: Sentence, stem: str, wordings: Sequence[str]) -> bool:
    """Whether a sentence has one wording of a key, and everything that is asked about it, together."""
    return any(_answers(sentence, stem, key) for key in wordings)


def _answers(sentence: Sentence, stem: str, key: str) -> bool:
    if placed := place_asked(stem):
        return is_placed(sentence, placed, key)
    doing = doing_asked(stem)
    wanted = wanted_by(stem, key)
    return (
        (_speaks_of(sentence, wanted) or _goes_on_about(sentence, wanted))
        and has_key(sentence, key)
        and _TIMED & set(words(stem)) <= set(words(sentence.text))
        and not _is_elsewhere(sentence, key, wanted)
        and not _is_rivalled_by(sentence, key, wanted)
        and not _is_dated_otherwise(sentence, wanted)
        and not _is_of_another(sentence, key, stem, wanted)
        and _has_direction(sentence, stem, key)
        and not (_WHO.match(stem) and _is_beyond(sentence, key, wanted))
        and not _is_denied(sentence, stem, key, wanted)
        and (doing is None or is_on_its_side(sentence, doing, key))
        and acts(sentence, stem)
    )


def _goes_on_about(sentence: Sentence, wanted: frozenset[str]) -> bool:
    """Whether a sentence begins with a pronoun, says a third of what is wanted, and the one before it all the rest."""
    own = wanted & sentence.own
    begins = bool(_BEGINNING & set(words(sentence.text)[:1]))
    rest = wanted - own
    return (
        begins and sentence.before is not None and rest <= sentence.before.named and _A_THIRD * len(own) >= len(wanted)
    )


_A_THIRD: Final = 3
_BEGINNING: Final = frozenset("it he she they this".split())


def _is_rivalled_by(sentence: Sentence, key: str, wanted: frozenset[str]) -> bool:
    """Whether another figure, in the same unit, or name stands closer to what is asked than the key."""
    terms = terms_of(key)
    figures = tuple(filter(is_figure, terms))
    unit = frozenset(terms[len(figures) :])
    if figures and terms[: len(figures)] == figures and len(unit) <= 1:
        return _is_rivalled(sentence, figures, wanted, sort=sort_of(figures, key), unit=unit)
    return _is_rivalled(sentence, terms, wanted, sort=sort_of(terms, sentence.text))


def _is_dated_otherwise(sentence: Sentence, wanted: frozenset[str]) -> bool:
    """Whether a figure of the question belongs to another part, and its like to the one that says what is asked."""
    for term in filter(is_figure, wanted):
        own, rival = _closeness(sentence, (term,), wanted - {term}, sort=sort_of((term,), term))
        if rival > own >= 0:
            return True
    return False


def _is_denied(sentence: Sentence, stem: str, key: str, wanted: frozenset[str]) -> bool:
    """Whether a “not” that the question has not stands between what is asked and the key; “not until” is none."""
    said = words(_UNTIL.sub("until", _nearest(sentence, wanted | set(terms_of(key)))))
    about = {*wanted, *terms_of(key)}
    places = [place for place, word in enumerate(said) if root(word) in about]
    between = said[places[0] : places[-1]] if places else ()
    allowed = _denials(stem) + _denials(key)
    return sum(word in NEGATIONS for word in between) > allowed or (not allowed and _is_said_of_none(sentence, wanted))


_OF_VERBS: Final = frozenset(word for word in NEGATIONS if word in {"not", "never", "cannot"} or word.endswith("nt"))
"""Those that deny what is done: “said nothing of sulphur, a gas” does not deny that it is one."""


def _is_said_of_none(sentence: Sentence, wanted: frozenset[str]) -> bool:
    """Whether a word of what is asked stands behind a “not” and nowhere else: “but they did not listen”."""
    told = [words(_UNTIL.sub("until", piece)) for piece in sentence.pieces]
    roots = [[root(word) for word in said] for said in told]
    for term in wanted & sentence.own:
        there = [(said, of.index(term)) for said, of in zip(told, roots, strict=True) if term in of]
        if there and all(not _OF_VERBS.isdisjoint(said[:place]) for said, place in there):
            return True
    return False


_UNTIL: Final = re.compile(r"\bnot\b(?=[^,;:]{0,40}\buntil\b)")


@lru_cache(maxsize=4096)
def wanted_by(stem: str, key: str) -> frozenset[str]:
    """What a question asks about, without its key and what it says of its answer."""
    classes = {term for match in _ASKING.finditer(stem) for term in terms_of(match[1])}
    return frozenset(terms_of(_HAPPENED.sub("", stem))) - frozenset(terms_of(key)) - classes - _FURNITURE


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


def _is_rivalled(
    sentence: Sentence, run: tuple[str, ...], wanted: frozenset[str], *, sort: str, unit: frozenset[str] = frozenset()
) -> bool:
    """Whether another figure or name stands in a part of a sentence that says as much of what is wanted as its own.

    “It was banned in 1990 and allowed in 2005” does not say what was banned in 2005.
    """
    own, rival = _closeness(sentence, run, wanted, sort=sort, unit=unit)
    return bool(sort) and rival >= own >= 0


def _closeness(
    sentence: Sentence, run: tuple[str, ...], wanted: frozenset[str], *, sort: str, unit: frozenset[str] = frozenset()
) -> tuple[int, int]:
    """How much of what is wanted the part with a figure or name says, and how much one with another; else -1."""
    own = rival = -1
    for piece in sentence.pieces:
        score = len(wanted & set(terms_of(piece)))
        others = [
            other
            for other in telling(piece)
            if sort_of(other, piece) == sort
            and not set(other) & wanted
            and _is_counted_in(unit, other, chain_of(piece))
        ]
        if set(run) & set(terms_of(piece)):
            own = max(own, score)
        elif others:
            rival = max(rival, score)
    return own, rival


def _is_counted_in(unit: frozenset[str], figures: tuple[str, ...], chain: tuple[str, ...]) -> bool:
    """Whether figures are of a unit, or name none: “the project cost 84.5 million pounds, 32 million of them …”."""
    after = (chain[place + len(figures)] for place in range(len(chain)) if chain[place:][: len(figures)] == figures)
    return not unit or any(term in {"", *unit} for term in after)


def _is_of_another(sentence: Sentence, key: str, stem: str, wanted: frozenset[str]) -> bool:
    """Whether the key stands in a clause without the name that is asked about, and its like in the one that has it."""
    names = frozenset(term for run in telling(stem) for term in run if not is_figure(term)) & wanted & sentence.own
    figures = tuple(filter(is_figure, terms_of(key)))
    run = figures or terms_of(key)
    sort = sort_of(run, key if figures else sentence.text)
    if (
        not names
        or not sort
        or any(names <= set(terms_of(each)) and has_key(Sentence(each), key) for each in sentence.clauses)
    ):
        return False
    theirs = (clause for clause in sentence.clauses if names <= set(terms_of(clause)))
    return any(
        sort_of(other, clause) == sort and not set(other) & wanted for clause in theirs for other in telling(clause)
    )


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
