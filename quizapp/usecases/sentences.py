"""Sentences as their content words, figures and names, to be held against what somebody asks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Final

from quizapp.grading.content import content_stems
from quizapp.grading.numbers import parse_number
from quizapp.grading.vocabulary import MONTHS, NUMBER_WORDS, TITLES
from quizapp.grading.words import words

_LONGEST_NUMBER: Final = 8
"""Words of the longest number in words: “one hundred and twenty-five thousand”."""

_LONGEST_FIGURE: Final = 7
"""Words of the longest quantity or date: “just under 1.5 million pounds a year”."""

_MOST_WORDS: Final = 300
"""Words of a sentence in which figures are looked for; no sentence of a person has more."""

_FURTHEST: Final = 3
"""Sentences back to what a pronoun speaks of, by way of the pronouns between."""

_REFERRING: Final = frozenset("it its he his him she her they their them this these those".split())
"""Words that speak of what was named before."""

_LINKS: Final = frozenset("how why although though yet however whether".split())
"""Words beside those that grading passes over which carry no content of their own."""

_CLAUSE: Final = re.compile(r"[;:]|,\s+(?:and|but|while|whereas|though|although|because)\b")

_JOINT: Final = re.compile(
    r"[;:]|,(?!\s*(?:which|who|whose|where|that|because|so)\b)(?=\s)|\s(?:and|but|while|whereas)\s"
)

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
    def named(self) -> frozenset[str]:
        """Its own content words, and the first ones of names that it gives by their last."""
        return self.own.union(*(self.names.get(term, frozenset()) for term in self.own))

    @cached_property
    def known(self) -> frozenset[str]:
        """What it speaks of: its own content words, and those for which a pronoun may stand."""
        found, sentence = self.named, self
        for _ in range(_FURTHEST):
            if sentence.before is None or _REFERRING.isdisjoint(words(sentence.text)):
                break
            sentence = sentence.before
            found |= sentence.named
        return found

    @cached_property
    def chain(self) -> tuple[str, ...]:
        """Its content words in their order, an empty one at each break."""
        return chain_of(self.text)

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """Every run of words that could be a quantity or a date, none of them torn out of a longer number."""
        pieces = self.text.split()[:_MOST_WORDS]
        return tuple(
            run
            for start in range(len(pieces))
            for end in range(start + 1, min(start + _LONGEST_FIGURE, len(pieces)) + 1)
            if has_number(run := " ".join(pieces[start:end]).strip(_EDGES)) and not is_torn(pieces, start, end)
        )

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """Its parts that could stand alone."""
        return tuple(_CLAUSE.split(self.text))

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """Its parts between commas and joints; what begins with “which” is of the part before."""
        return tuple(piece for piece in _JOINT.split(self.text) if piece.strip())


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


def telling(text: str) -> tuple[tuple[str, ...], ...]:
    """The figures and names of a text, each as its terms."""
    names = _names(text)
    runs = groupby(chain_of(text), lambda term: "figure" if is_figure(term) else "name" if term in names else "")
    return tuple(tuple(run) for sort, run in runs if sort)


def neighbours(run: tuple[str, ...], chain: tuple[str, ...]) -> set[str]:
    """The content words right before and after a run, wherever it stands; nothing beyond a break."""
    found: set[str] = set()
    for place in range(len(chain)):
        if chain[place : place + len(run)] == run:
            found |= {*chain[max(place - 1, 0) : place], *chain[place + len(run) : place + len(run) + 1]}
    return found - {""}


def sort_of(run: Sequence[str], text: str) -> str:
    """What a run of words is: a date, a number or a name; "" for anything else."""
    if all(map(is_figure, run)):
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


def is_figure(term: str) -> bool:
    """Whether a content word is a number, or a month."""
    return term in MONTHS or term[:1].isdigit() or term[1:2].isdigit()


def _term(word: str) -> str:
    return word if word in MONTHS else next(iter(content_stems(word)), "")


def chain_of(text: str) -> tuple[str, ...]:
    """The content words of a text in their order, an empty one after each of its parts."""
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
    end = place + _is_numeral(said[place])
    while place < end < min(place + _LONGEST_NUMBER, len(said)) and _goes_on(said[end]):
        end += 1
    for last in range(end, place, -1):
        number = _parsed(" ".join(said[place:last]))
        if number is not None:
            return number, last - place
    return None, 1


_parsed = lru_cache(maxsize=4096)(parse_number)


def _goes_on(word: str) -> bool:
    """Whether a word goes on with a number: “million”, “and”, but no figures, which are another one."""
    return word in NUMBER_WORDS or word == "and"


def _is_numeral(word: str) -> bool:
    return word in NUMBER_WORDS or word == "and" or word[:1].isdigit()


def has_number(text: str) -> bool:
    """Whether a text says a number, in figures or in words."""
    return any(_is_numeral(word) and word != "and" for word in words(text))


def is_torn(said: Sequence[str], start: int, end: int) -> bool:
    """Whether a run of words begins or ends within a number: “32” in “32 million”."""
    return any(
        0 < edge < len(said) and _NUMERAL.fullmatch(said[edge - 1]) and has_number(said[edge]) for edge in (start, end)
    )
