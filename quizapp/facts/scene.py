"""What every finder needs at hand: the reading, who is meant, and the making of facts with their evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.assertions import Standing, standing
from quizapp.facts.clauses import Analysis, analyse
from quizapp.facts.mentions import Mentions
from quizapp.facts.people import Person
from quizapp.facts.quantities import Quantity, find_quantities
from quizapp.facts.reading import Reading, Sentence
from quizapp.facts.verbs import subject_of
from quizapp.facts.wording import Unclear, Wording
from quizapp.model.article import Article
from quizapp.model.fact import Answer, Evidence, Hedge, Key, Skip


@dataclass(eq=False)
class Scene:
    """An article under examination."""

    article: Article
    reading: Reading
    mentions: Mentions
    wording: Wording
    skips: list[Skip] = field(default_factory=list)
    _analyses: dict[tuple[int, int], Analysis | str] = field(default_factory=dict)
    _standings: dict[tuple[int, int], Standing] = field(default_factory=dict)
    _verbs: dict[int, tuple[Token, ...]] = field(default_factory=dict)
    _quantities: dict[int, list[Quantity]] = field(default_factory=dict)

    def verbs(self, sentence: Sentence) -> tuple[Token, ...]:
        """The verbs of a sentence that head clauses, outside quotations."""
        if sentence.index not in self._verbs:
            self._verbs[sentence.index] = tuple(
                token
                for token in sentence.slice
                if token.pos_ in {"VERB", "AUX"}
                and token.dep_ not in {"aux", "auxpass", "amod", "compound"}
                and not self.reading.quoted(token)
            )
        return self._verbs[sentence.index]

    @cached_property
    def _by_lemma(self) -> dict[str, list[Token]]:
        """The verbs of the whole article outside quotations."""
        found: dict[str, list[Token]] = {}
        for sentence in self.reading.sentences:
            for verb in self.verbs(sentence):
                found.setdefault(verb.lemma_.lower(), []).append(verb)
        return found

    def verbs_of(self, lemma: str) -> list[Token]:
        """All places where the article uses a verb outside quotations."""
        return self._by_lemma.get(lemma, [])

    @cached_property
    def _first_uses(self) -> dict[str, int]:
        """The first sentence that uses each noun, by lemma."""
        found: dict[str, int] = {}
        for sentence in self.reading.sentences:
            for token in sentence.slice:
                if token.pos_ in {"NOUN", "PROPN"}:
                    found.setdefault(token.lemma_.lower(), sentence.index)
        return found

    def first_use(self, lemma: str) -> int:
        """The running number of the first sentence that uses a noun."""
        return self._first_uses.get(lemma, 0)

    def reports(self) -> Iterator[Token]:
        """The verbs of saying of the whole article outside quotations."""
        for lemma in sorted(wordlists.REPORTING & self._by_lemma.keys()):
            yield from self._by_lemma[lemma]

    @cached_property
    def speakers(self) -> frozenset[Person]:
        """The persons whose words or thoughts the article reports."""
        others = wordlists.LABELLING | wordlists.DENYING | wordlists.ASKING
        verbs = (*self.reports(), *(verb for lemma in sorted(others) for verb in self.verbs_of(lemma)))
        subjects = (subject_of(verb) for verb in verbs)
        called = (self.mentions.person_at(s) or self._meant(s) for s in subjects if s is not None)
        return frozenset(person for person in called if person is not None)

    def _meant(self, token: Token) -> Person | None:
        return self.mentions.called(self.mentions.antecedent(token) or "")

    def analysis(self, verb: Token) -> Analysis | None:
        """The clause of a verb, None where it cannot be made to stand alone (the reason is noted once)."""
        sentence = self.reading.sentence_of(verb)
        place = (sentence.index, verb.i)
        if place not in self._analyses:
            try:
                self._analyses[place] = analyse(verb, self.wording)
            except Unclear as unclear:
                self._analyses[place] = str(unclear)
                if verb == sentence.root or verb.dep_ in {"ccomp", "conj"}:
                    self.skip("stands alone", str(unclear), sentence)
        found = self._analyses[place]
        return found if isinstance(found, Analysis) else None

    def standing(self, verb: Token) -> Standing:
        """Whose claim a clause is."""
        place = (self.reading.sentence_of(verb).index, verb.i)
        if place not in self._standings:
            self._standings[place] = standing(verb, self.wording)
        return self._standings[place]

    def quantities(self, sentence: Sentence) -> list[Quantity]:
        """The quantities of a sentence."""
        if sentence.index not in self._quantities:
            self._quantities[sentence.index] = find_quantities(self.reading, sentence)
        return self._quantities[sentence.index]

    @cached_property
    def exact_quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the article that are told without a hedge and have a value, in reading order."""
        every = (quantity for sentence in self.reading.sentences for quantity in self.quantities(sentence))
        return tuple(quantity for quantity in every if quantity.hedge is Hedge.EXACT and quantity.value)

    def skip(self, reason: str, detail: str, sentence: Sentence) -> None:
        """Note that something of a sentence could not be asked."""
        self.skips.append(Skip(reason=reason, detail=detail, evidence=Evidence.of(self.article, sentence.span)))

    def evidence(self, sentence: Sentence, *, key: Key | None = None) -> tuple[Evidence, ...]:
        """The sentence, and where the key is a name that it does not hold, the nearest sentence before that does."""
        own = Evidence.of(self.article, sentence.span)
        if key is None or key.text in own.quote:
            return (own,)
        person = self.mentions.called(key.text)
        naming = self._naming(person, sentence) if person is not None else self._before(key.text, sentence)
        return (Evidence.of(self.article, naming.span), own) if naming is not None else (own,)

    def _naming(self, person: Person, sentence: Sentence) -> Sentence | None:
        full = [
            self.reading.sentences[n.sentence]
            for n in self.mentions.namings
            if n.person is person and person.name in self.article.at(self.reading.sentences[n.sentence].span)
        ]
        before = [s for s in full if s.index < sentence.index]
        return before[-1] if before else full[0] if full else None

    def _before(self, text: str, sentence: Sentence) -> Sentence | None:
        if text not in self.article.text[: sentence.span.start]:
            return None
        earlier = reversed(self.reading.sentences[: sentence.index])
        return next((s for s in earlier if text in self.article.at(s.span)), None)

    def weight(self, sentence: Sentence, base: float) -> float:
        """How much a reader should know it: the kind's base, more at the beginning of the article than at its end."""
        total = max(1, len(self.reading.sentences))
        return round(base * (1.0 - 0.25 * sentence.index / total), 4)

    def person_key(self, person: Person) -> Key:
        """A person as a key: the full name, with the surname accepted where it is nobody else's."""
        unique = sum(other.surname == person.surname for other in self.mentions.persons) == 1
        short = person.family_name if unique else ""
        accepted = (*((short,) if short and short != person.name else ()), *person.aliases)
        return Key(text=person.name, answer=Answer.PERSON, accepted=accepted)
