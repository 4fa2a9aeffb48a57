"""The persons an article names: their fullest names, the places where they are named, what is known of them."""

from dataclasses import dataclass, field

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

    def called(self, name: str) -> Person | None:
        """The person with this name, full or short."""
        return next((person for person in self.persons if name in {person.name, person.short}), None)
