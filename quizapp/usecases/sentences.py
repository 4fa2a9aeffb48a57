"""Sentences as their content words, figures and names, to be held against what somebody asks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Final

from quizapp.grading.numbers import parse_number
from quizapp.grading.vocabulary import MONTHS, NUMBER_WORDS, TITLES
from quizapp.grading.words import words
from quizapp.usecases.roots import PAST, root

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

_YEAR: Final = re.compile(r"(?:1\d{3}|20\d{2})s?")

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
            if sentence.before is None or not sentence.refers:
                break
            sentence = sentence.before
            found |= sentence.named
        return found

    @cached_property
    def refers(self) -> bool:
        """Whether a part of it begins or ends with a word for what was named before; amidst it means another thing."""
        said = (words(piece) for piece in self.pieces)
        return any(not _REFERRING.isdisjoint((*each[:_SOON], *each[-1:])) for each in said)

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
        """Its parts between commas and joints; “which …” and what says who a name is are of the part before."""
        parts = _JOINT.split(_with_appositions(self.text))
        return tuple(part.replace(_HELD, ",") for part in parts if part.strip())


def _with_appositions(text: str) -> str:
    """The text with the commas held that part a name from who or what it is: “Marlow, a town on the Thames, has …”."""
    return _NAMED.sub(_held_name, _APPOSITION.sub(_held, text))


def _held_name(found: re.Match[str]) -> str:
    said, name = found.groups()
    told = words(said)
    if _LEADING & {*told[:1]} or any(word in _FINITE or word in PAST or word.endswith("ed") for word in told):
        return found[0]
    return f"{said}{_HELD}{name}{_HELD}"


_NAMED: Final = re.compile(r"((?:^|(?<=[;:.]\s))[^,;:.()\x00]{3,120}),(\s[A-Z][^\W\d_]*(?:\s[A-Z][^\W\d_]*){0,3}),")
"""Who somebody is, and then the name: “Her son, Edward, refused …”."""


def _held(found: re.Match[str]) -> str:
    name, said, end = found.groups()
    before = re.split(r"[,;:.]", found.string[: found.start(1)])[-1]
    if _LEADING & {*words(f"{before} {name}")[:1]}:
        return found[0]
    told = words(re.split(r"\b(?:who|which|that|whose|where)\b", said)[0])
    if any(word in _FINITE or word in PAST or word.endswith("ed") for word in told):
        return found[0]
    closed = _HELD if end == "," and _ALL_NAME.fullmatch(before) else end
    if closed != _HELD and _ANOTHER_NAME.match(said):
        return found[0]
    return f"{name}{_HELD}{said}{closed}"


_HELD: Final = "\x00"
_APPOSITION: Final = re.compile(
    r"((?:[A-Z][\w.’'-]*\s(?:(?:of|the|de|von|van)\s){0,2}){0,6}[A-Z][\w’'-]*)"
    r",(\s(?:an?|the|his|her|its|their|then|formerly)\s[^,;:.()]{3,120})(,|(?=[.;:()]|$))"
)
_LEADING: Final = frozenset(
    "in at on for from unlike like with without besides after before during since by near under over when while if"
    " because as although though until to through".split()
)
"""What begins a part that goes before a clause: “In London, the queen …” does not say what London is."""
_ALL_NAME: Final = re.compile(r"\s*(?:The\s|the\s)?")
"""What may stand before a name that begins its part."""
_ANOTHER_NAME: Final = re.compile(r"\s(?!an?\s)\w+\s[A-Z]")
"""“… the Amber, the Beryl never freezes”."""
_FINITE: Final = frozenset(
    "is are was were be been has have had did does do will would could should can may must".split()
)
_SOON: Final = 4
"""Words within which a part says that it goes on about what was named."""


@lru_cache(maxsize=4096)
def terms_of(text: str) -> tuple[str, ...]:
    """The content words of a text in their order, each without its regular ending, every number in figures."""
    return tuple(term for word in _with_figures(words(text)) if word not in _LINKS and (term := root(word)))


def names_in(text: str) -> Mapping[str, frozenset[str]]:
    """Last words of names that say the whole of it wherever they stand alone: of “Scott Morrison” the second."""
    small = {word for word in _WORD.findall(text) if word.islower()}
    firsts: dict[str, set[str]] = {}
    for first, last in _FULL_NAME.findall(text):
        if {first.lower(), last.lower()}.isdisjoint(small | TITLES):
            firsts.setdefault(last, set()).add(first)
    return {root(last.lower()): frozenset(terms_of(first)) for last, (first, *others) in firsts.items() if not others}


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
