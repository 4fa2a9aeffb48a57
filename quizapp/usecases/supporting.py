"""Whether a sentence says what a key says: every figure, name and content word, since synonyms are not known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Final

from quizapp.grading.content import content_stems, says_otherwise
from quizapp.grading.numbers import parse_number
from quizapp.grading.typed import Field, judge_field
from quizapp.grading.vocabulary import CARDINALS, MONTHS, NEGATIONS, NUMBER_WORDS, TITLES
from quizapp.grading.words import core_words, words
from quizapp.model.response import Outcome

_LONGEST_NUMBER: Final = 8
"""Words of the longest number in words: “one hundred and twenty-five thousand”."""

_LONGEST_FIGURE: Final = 7
"""Words of the longest quantity or date: “just under 1.5 million pounds a year”."""

_MOST_WORDS: Final = 300
"""Words of a sentence in which figures are looked for; no sentence of a person has more."""

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

_REFERRING: Final = frozenset("it its he his him she her they their them this these those".split())
"""Words that speak of what was named before."""

_LINKS: Final = frozenset("how why although though yet however whether".split())
"""Words beside those that grading passes over which carry no content of their own."""

_PERSONAL: Final = frozenset("it he she they its his her their who which that".split())
_CLAUSE: Final = re.compile(r"[;:]|,\s+(?:and|but|while|whereas|though|although|because)\b")
_BREAK: Final = re.compile(r"[,;:()–—]+(?=\s|$)|(?<=\s)[(–—]")
_PIECE: Final = re.compile(r"\S+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FULL_NAME: Final = re.compile(r"\b([A-Z][^\W\d_]*[a-z])(?=\s([A-Z][^\W\d_]*[a-z])\b)")
_NUMERAL: Final = re.compile(rf"[^\w]?(?:\d[\d.,]*|{'|'.join(sorted(NUMBER_WORDS))})", re.IGNORECASE)
_YEAR: Final = re.compile(r"1\d{3}|20\d{2}")
_EDGES: Final = ".,;:!?()“”‘’\"'"


@dataclass(frozen=True)
class Sentence:
    """A sentence, the one before it in its paragraph, of which its pronouns may speak, and the article's `names_in`."""

    text: str
    before: "Sentence | None" = None
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def own(self) -> frozenset[str]:
        """Its own content words."""
        return frozenset(terms_of(self.text))

    @cached_property
    def known(self) -> frozenset[str]:
        """What it speaks of: its own content words, and those for which a pronoun may stand."""
        own = self.own | frozenset().union(*(self.names.get(term, frozenset()) for term in self.own))
        refers = not _REFERRING.isdisjoint(words(self.text))
        return own | (self.before.known if self.before and refers else frozenset())

    @cached_property
    def chain(self) -> tuple[str, ...]:
        """Its content words in their order, an empty one at each break."""
        return _chain(self.text)

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """Every run of words that could be a quantity or a date, none of them torn out of a longer number."""
        pieces = self.text.split()[:_MOST_WORDS]
        return tuple(
            run
            for start in range(len(pieces))
            for end in range(start + 1, min(start + _LONGEST_FIGURE, len(pieces)) + 1)
            if _has_number(run := " ".join(pieces[start:end]).strip(_EDGES)) and not _is_torn(pieces, start, end)
        )

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """Its parts that could stand alone."""
        return tuple(_CLAUSE.split(self.text))


@lru_cache(maxsize=4096)
def terms_of(text: str) -> tuple[str, ...]:
    """The content words of a text in their order, each without its regular ending, every number in figures."""
    return tuple(term for word in _with_figures(words(text)) if word not in _LINKS and (term := _term(word)))


def names_in(text: str) -> Mapping[str, frozenset[str]]:
    """Last words of names that say the whole of it wherever they stand alone: of “Scott Morrison” the second."""
    small = {word for word in _WORD.findall(text) if word.islower()}
    firsts: dict[str, set[str]] = {}
    for first, last in _FULL_NAME.findall(text):
        if {first.lower(), last.lower()}.isdisjoint(small | TITLES):
            firsts.setdefault(last, set()).add(first)
    return {_term(last.lower()): frozenset(terms_of(first)) for last, (first, *others) in firsts.items() if not others}


def answers(sentence: Sentence, stem: str, wordings: Sequence[str]) -> bool:
    """Whether a sentence has one wording of a key, and everything that is asked about it, together."""
    return any(
        _speaks_of(sentence, wanted := wanted_by(stem, key))
        and has_key(sentence, key)
        and not _is_elsewhere(sentence, key, wanted)
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
    if any(not _is_torn(said, place, place + len(wanted)) for place in places):
        return True
    if _has_number(key) and any(_is_right(key, figure) for figure in sentence.figures):
        return True
    return any(_holds(clause, key) for clause in (sentence.text, *sentence.clauses))


def states(sentence: Sentence, statement: str) -> bool:
    """Whether a sentence says a statement: with all its content, denying as much, and nothing turned round."""
    said = frozenset(terms_of(statement))
    return (
        _speaks_of(sentence, said)
        and _denials(sentence.text) == _denials(statement)
        and not says_otherwise(sentence.text, statement)
        and all(_is_beside(sentence, statement, run) for run in _telling(statement))
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
    sort = _sort(wrong, statement)
    if not sort or len(left) + len(right) < _FEWEST_COMMON:
        return False
    others = _in_its_place(sentence.chain, left, right)
    return any(_sort(other, sentence.text) == sort and set(other).isdisjoint(said) for other in others)


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


def _is_beside(sentence: Sentence, statement: str, run: tuple[str, ...]) -> bool:
    """Whether a figure or name has a neighbour in a sentence that it has in a statement; alone of its sort it may not.

    “The project cost 32 million pounds” is not said by “The project cost 84.5 million pounds, 32 million of them …”.
    """
    sort = _sort(run, statement)
    there = [other for other in _telling(sentence.text) if _sort(other, sentence.text) == sort]
    if all(set(run) & set(other) for other in there):
        return True
    around = set[str]().union(*(_neighbours(other, sentence.chain) for other in there if set(run) & set(other)))
    return bool(_neighbours(run, _chain(statement)) & around)


def _telling(text: str) -> tuple[tuple[str, ...], ...]:
    """The figures and names of a text, each as its terms."""
    names = _names(text)
    runs = groupby(_chain(text), lambda term: "figure" if _is_figure(term) else "name" if term in names else "")
    return tuple(tuple(run) for sort, run in runs if sort)


def _neighbours(run: tuple[str, ...], chain: tuple[str, ...]) -> set[str]:
    """The content words right before and after a run, wherever it stands; nothing beyond a break."""
    found: set[str] = set()
    for place in range(len(chain)):
        if chain[place : place + len(run)] == run:
            found |= {*chain[max(place - 1, 0) : place], *chain[place + len(run) : place + len(run) + 1]}
    return found - {""}


def _in_its_place(chain: tuple[str, ...], left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What a sentence has right after the words on the left and right before those on the right."""
    for start in range(len(chain)):
        for end in range(start + 1, min(start + _LONGEST_OTHER, len(chain)) + 1):
            other = chain[start:end]
            follows = not left or chain[max(start - 1, 0) : start] == left[-1:]
            precedes = not right or chain[end : end + 1] == right[:1]
            if follows and precedes and "" not in other:
                yield other


def _sort(run: Sequence[str], text: str) -> str:
    """What a run of words is: a date, a number or a name; "" for anything else."""
    if all(map(_is_figure, run)):
        dated = any(term in MONTHS or _YEAR.fullmatch(term) for term in run)
        return "date" if dated else "number"
    return "name" if set(run) <= _names(text) else ""


def _names(text: str) -> frozenset[str]:
    """The words of names: with a capital letter where no sentence begins, or beside such a one."""
    pieces = [match.group().strip(_EDGES) for match in _PIECE.finditer(text)]
    capital = [piece[:1].isupper() for piece in pieces]
    named = (
        piece
        for place, piece in enumerate(pieces)
        if capital[place] and (place or piece[1:2].isupper() or capital[1:2] == [True])
    )
    return frozenset(term for piece in named for term in terms_of(piece))


def _is_figure(term: str) -> bool:
    return term in MONTHS or term[:1].isdigit() or term[1:2].isdigit()


def _term(word: str) -> str:
    return word if word in MONTHS else next(iter(content_stems(word)), "")


def _chain(text: str) -> tuple[str, ...]:
    parts = [terms_of(part) for part in _BREAK.split(text)]
    return tuple(term for part in parts for term in (*part, ""))


def _with_figures(said: Sequence[str]) -> Iterator[str]:
    """The words with each number that they say in figures: “five million” as “5000000”."""
    place = 0
    while place < len(said):
        number, length = _number_at(said, place)
        yield said[place] if number is None else f"{number.normalize():f}"
        place += length


def _number_at(said: Sequence[str], place: int) -> tuple[Decimal | None, int]:
    """The number that begins at a word and how many words say it; one word where there is none."""
    end = place
    while end < min(place + _LONGEST_NUMBER, len(said)) and _is_numeral(said[end]):
        end += 1
    for last in range(end, place, -1):
        number = parse_number(" ".join(said[place:last]))
        if number is not None:
            return number, last - place
    return None, 1


def _is_numeral(word: str) -> bool:
    return word in NUMBER_WORDS or word == "and" or word[:1].isdigit()


def _has_number(text: str) -> bool:
    return any(_is_numeral(word) and word != "and" for word in words(text))


def _is_torn(said: Sequence[str], start: int, end: int) -> bool:
    """Whether a run of words begins or ends within a number: “32” in “32 million”."""
    return any(
        0 < edge < len(said) and _NUMERAL.fullmatch(said[edge - 1]) and _has_number(said[edge]) for edge in (start, end)
    )


def _is_right(key: str, figure: str) -> bool:
    return judge_field(key, Field(key=figure)).outcome is Outcome.RIGHT


def _denials(text: str) -> int:
    return sum(word in NEGATIONS for word in words(text))
