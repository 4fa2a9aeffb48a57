"""The persons an article names: their fullest names, the places where they are named, what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Token

from quizapp.facts.reading import Reading


@dataclass(eq=False)
class Person:
    """A person of the article: the fullest name, its parts and what is known of the gender ("f", "m" or "")."""

    name: str
    words: tuple[str, ...]
    short: str = ""
    gender: str = ""
    aliases: list[str] = field(default_factory=list)
    shares: bool = False  # a firm of the article has the surname, too
    certain: bool = False  # something says that this is a person, so that it can be a wrong option
    places: list[tuple[int, int]] = field(default_factory=list)  # sentence index, token index

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.words[-1]

    @property
    def family_name(self) -> str:
        """What a person can be called by: “de Wit”, and nothing of “Frederick V” or “Merian the Elder”."""
        before = self.words[-2].lower() if len(self.words) > 1 else ""
        if before == "the" or not any(letter.islower() for letter in self.surname):
            return ""
        return " ".join(self.words[-2:]) if before in _PARTICLES else self.surname


_PARTICLES: Final = frozenset("de van von der den di du la le al bin ter ten".split())


def titled(persons: Sequence[Person], title: str) -> list[Person]:
    """The persons whom a title names: by surname, and only where nobody is, by any other part of the name."""
    words = {word.removesuffix("'s").strip(",:;.?!") for word in title.replace("’", "'").split()}
    family = [p for p in persons if p.surname in words]
    whole = [p for p in family if len(p.words) > 1 and p.words[0] in words]  # of two Achterbergs the one that it names
    return whole or family or [p for p in persons if words & set(p.words)]


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a person is named: which sentence, which tokens."""

    person: Person
    sentence: int
    first: int
    last: int


@dataclass(eq=False)
class Persons:
    """The persons of one article and where they are named."""

    reading: Reading
    persons: list[Person] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    _indexed: int = 0
    _index: dict[int, list[Naming]] = field(default_factory=dict, repr=False)

    def person_at(self, token: Token) -> Person | None:
        """The person named by a token."""
        for naming in self.named_in(self.reading.sentence_of(token).index):
            if naming.first <= token.i <= naming.last:
                return naming.person
        return None

    def named_in(self, sentence: int) -> list[Naming]:
        """The namings of a sentence, by its running number."""
        if self._indexed != len(self.namings):
            self._indexed = len(self.namings)
            self._index = {}
            for naming in self.namings:
                self._index.setdefault(naming.sentence, []).append(naming)
        return self._index.get(sentence, [])

    def named_after(self, noun: Token) -> Person | None:
        """“the master mason, Thomas Hallam,”: the person whose name follows a word for what he is."""
        role = noun.text.islower() and noun.tag_ not in {"NNS", "NNPS"}
        beside = (c for c in noun.children if c.dep_ == "appos" and c.i > noun.i) if role else ()
        return next(filter(None, map(self.person_at, beside)), None)

    def called(self, name: str) -> Person | None:
        """The person with this name, full or short."""
        return next((person for person in self.persons if name in {person.name, person.short}), None)


def set_beside(name: Token) -> list[Token]:
    """The nouns that a name is set beside, before it or behind it: “the operator, Northern Grid”."""
    return [c for c in name.children if c.dep_ == "appos"] + ([name.head] if name.dep_ == "appos" else [])


def is_subject(token: Token) -> bool:
    """Whether a name is a subject, or joined or in apposition to one."""
    if token.dep_ in {"conj", "appos"}:
        return is_subject(token.head)
    return token.dep_ in {"nsubj", "nsubjpass"}
