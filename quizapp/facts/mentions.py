"""Who is meant: persons and organisations across the article, pronouns and roles resolved or left in doubt."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from spacy.tokens import Doc, Token

from quizapp.facts import wordlists
from quizapp.facts.backward import ANY_PERSON, RESOLVED_ORGANISATIONS, is_role, may_be, role_that_says
from quizapp.facts.bodies import organisation_for
from quizapp.facts.carried import carried_on, heroes
from quizapp.facts.contradicted import contradicted
from quizapp.facts.people import Naming, Person, Persons, is_subject, titled
from quizapp.facts.persons import find_persons
from quizapp.facts.pronouns import IT, SINGULAR_HE, SINGULAR_SHE, THEY, has_ship, is_ships, same_clause
from quizapp.facts.reading import Reading, Sentence
from quizapp.facts.rivals import (
    LONGEST_WINDOW,
    PRONOUN_WINDOW,
    beside_another,
    may_be_protagonist,
    only_spoke,
    protagonist,
    somebody_else,
    was_subject,
    without_strangers,
)
from quizapp.facts.roles import find_roles, speaks_of
from quizapp.facts.things import thing_for
from quizapp.facts.topic import find_topic

WINDOW: Final = 2
"""Paragraphs back, the pronoun's own included, in which its antecedent is looked for."""


@dataclass(eq=False)
class Mentions(Persons):
    """Persons and organisations of one article and the tools to say who is meant where."""

    organisations: Counter[str] = field(default_factory=Counter)
    speakers: set[str] = field(default_factory=set)  # last words of names that say or decide something
    _cache: dict[tuple[int, int], str | None] = field(default_factory=dict)

    def doubtful_role(self, token: Token) -> bool:
        """Whether a noun points back to somebody but it is not clear to whom."""
        lemma = token.lemma_.lower()
        if not is_role(token) or self.antecedent(token) is not None or self.person_at(token) is not None:
            return False
        if lemma in RESOLVED_ORGANISATIONS:
            return len([name for name in self.organisations if may_be(lemma, name)]) > 1
        if lemma not in ANY_PERSON and lemma not in self.roles.holders:
            return False  # it is not said whose role it is, so it stands for itself
        return bool(self.persons) and not self.named_beside(token) and lemma not in _ANYBODY

    def named_beside(self, token: Token) -> bool:
        """Whether a role has a name beside it, or describes somebody."""
        return any(child.dep_ == "appos" for child in token.children) or token.dep_ in {"compound", "attr", "appos"}

    def antecedent(self, token: Token) -> str | None:
        """The name or noun phrase that a pronoun or a role such as "the politician" stands for, None when in doubt."""
        place = (self.reading.sentence_of(token).index, token.i)
        if place not in self._cache:
            self._cache[place] = None  # a pronoun that leads back to itself is in doubt
            self._cache[place] = self._resolve(token)
        return self._cache[place]

    def _resolve(self, token: Token) -> str | None:
        low = token.lower_
        if low in SINGULAR_HE:
            return self._person_for(token, "m")
        if low in SINGULAR_SHE:
            return self._person_for(token, "f")
        if low in IT or low in THEY:
            return thing_for(self, token, plural=low in THEY)
        if token.lemma_.lower() in _ANYBODY:
            return None
        if not is_role(token):
            return None  # "one boy of six", "officers", "the minister, Clara Hale,"
        if token.pos_ == "NOUN" and wordlists.person_noun(token.lemma_):
            return self._holder(token)
        return organisation_for(self, token) if token.lemma_ in RESOLVED_ORGANISATIONS else None

    # -- persons

    roles = cached_property(find_roles)

    def _holder(self, token: Token) -> str | None:
        """“the judge”: the one who is named as such; nobody where two are, or where "a judge" has no name."""
        lemma = token.lemma_.lower()
        place = (self.reading.sentence_of(token).index, token.i)
        held = [person for person in self.roles.holders.get(lemma, ()) if min(person.places) < place]
        if held:
            return held[0].short if len(held) == 1 else None
        if lemma in self.roles.unnamed or lemma not in ANY_PERSON:
            return None  # "the adjudicator" whom nobody named is somebody else
        return self._person_for(token, wordlists.gender_of_noun(lemma))

    def _speaker_of(self, token: Token, gender: str) -> str | None:
        """“Moe said that his client …”: the speaker's own."""
        verb = next((t for t in token.ancestors if t.dep_ == "ccomp"), None)
        if token.dep_ != "poss" or verb is None or verb.head.lemma_.lower() not in wordlists.REPORTING:
            return None
        subject = next((c for c in verb.head.children if c.dep_ == "nsubj" and c.i < token.i), None)
        person = self.person_at(subject) if subject is not None else None
        known = person is not None and person.certain and person.gender in {"", gender}
        own = subject is not None and any(t.dep_ in {"nsubj", "nsubjpass"} for t in (token.head,))
        return person.short if person is not None and known and own else None

    def _described(self, token: Token, gender: str) -> str | None:
        """“Ferrand, who had resigned because nobody answered his letters”: the one whom the clause describes."""
        clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
        if clause is None or not any(c.dep_ == "nsubj" and c.lower_ == "who" for c in clause.children):
            return None
        person = self.person_at(clause.head)
        fits = person is not None and person.certain and person.gender in {"", gender}
        object_ = token.lower_ in {"him", "her"} and token.dep_ != "poss"
        return person.short if person is not None and fits and not object_ else None

    def _person_for(self, token: Token, gender: str) -> str | None:
        speaker = self._speaker_of(token, gender) or self._described(token, gender)
        if speaker is not None:
            return speaker
        role = role_that_says(token)
        if role is not None:
            return self._who_says(role, gender)
        found = self._nearest(token, gender)
        if found is None and (person := self._carried(token, gender)) is not None:
            return person.short
        return found

    _heroes = cached_property(heroes)

    def _carried(self, token: Token, gender: str) -> Person | None:
        return carried_on(self, token, gender, hero=self._heroes.get(gender))

    def _who_says(self, role: Token, gender: str) -> str | None:
        """“the judge said she could …”: the judge, or nobody knows."""
        judge = self.called(self.antecedent(role) or "")
        return judge.short if judge is not None and judge.gender in {"", gender} else None

    def _nearest(self, token: Token, gender: str) -> str | None:
        sentence = self.reading.sentence_of(token)
        if token.dep_ == "poss" and (is_ships(token) or beside_another(self, token, gender)):
            return None
        near = without_strangers(self, self._near(sentence, token, gender), gender, sentence)
        pronoun = token.pos_ == "PRON"
        if pronoun and (near or protagonist(self, gender)) and somebody_else(self, sentence, token, gender):
            return None
        if not near:
            known = protagonist(self, gender) if pronoun else None
            found = known.short if known is not None else self._only_one(gender, sentence)
            far = self.called(found or "")
            return None if far is not None and contradicted(self, token, sentence, gender, far) else found
        ranked = sorted(near.items(), key=lambda pair: -pair[1])
        if not ranked[0][0].certain:
            only, doubtful = self._only_one(gender, sentence), ranked[0][0]
            known = self.called(only or "")
            may_be = known is not None and (known.certain or known is doubtful)  # a ship, or whoever else is told of
            return only if may_be and (len(doubtful.words) == 1 or doubtful.words[0].isupper()) else None
        ranked = [(person, weight) for person, weight in ranked if person.certain]
        rivalled = len(near) > 1 and token.dep_ in {"nsubj", "nsubjpass"}
        if rivalled and not was_subject(self, ranked[0][0], sentence, token):
            return None  # a subject goes on as the subject; who was only mentioned seldom does
        if len(ranked) > 1 and ranked[1][1] >= ranked[0][1] * _RUNNER_UP:
            return None
        best = ranked[0][0]
        if gender == "f" and not best.gender and self._has_ship:
            return None  # "She entered the ice": the ship may have
        in_doubt = (
            may_be_protagonist(self, token, sentence, best)
            or only_spoke(self, token, sentence, best)
            or contradicted(self, token, sentence, gender, best)
        )
        return None if in_doubt or self._is_advocate(best, token) else best.short

    _titled = cached_property(lambda self: titled(self.persons, self.reading.article.title))
    _has_ship = cached_property(lambda self: has_ship(self.reading))

    @cached_property
    def _advocates(self) -> frozenset[Person]:
        """Those who speak for somebody else in court."""
        return frozenset(n.person for n in self.namings if _pleads(self.reading.sentences[n.sentence].slice.doc, n))

    def _is_advocate(self, person: Person, token: Token) -> bool:
        """“Quill, defending, said that he had hoped …”: his client had."""
        return person in self._advocates and token.head.lemma_.lower() not in wordlists.REPORTING

    def _near(self, sentence: Sentence, token: Token, gender: str) -> dict[Person, float]:
        """Persons that fit, in the window before the token, weighted by being a subject and by nearness."""
        weights: dict[Person, float] = {}
        start = max(0, sentence.index - LONGEST_WINDOW)
        near = [n for index in range(start, sentence.index + 1) for n in self.named_in(index)]
        quoted = self.reading.quoted(token)
        for naming in near:
            there = self.reading.sentences[naming.sentence]
            if self.reading.quoted(there.slice.doc[naming.last]) and not quoted:
                continue  # "Laura normally takes them," she explained
            before = naming.sentence < sentence.index or (naming.sentence == sentence.index and naming.last < token.i)
            if not before or sentence.paragraph - there.paragraph >= WINDOW + 1:
                continue
            if naming.person.gender and gender and naming.person.gender != gender:
                continue
            if speaks_of(there.slice.doc[naming.last], token, naming.sentence == sentence.index):
                continue
            if naming.sentence == sentence.index and same_clause(there.slice.doc[naming.last], token):
                continue  # "Moe told him": not himself
            last = there.slice.doc[naming.last]
            here = naming.sentence == sentence.index
            weight = _SUBJECT if is_subject(last) else _BESIDE if here else 1.0
            weight *= _DECAY ** (sentence.index - naming.sentence)
            weight *= 1.0 if there.paragraph == sentence.paragraph else _PARAGRAPH
            if naming.person in self._titled:
                weight *= _PROTAGONIST
            weights[naming.person] = max(weights.get(naming.person, 0.0), weight)
        self._add_pronouns(sentence, gender, weights)
        return weights

    def _add_pronouns(self, sentence: Sentence, gender: str, weights: dict[Person, float]) -> None:
        """A pronoun or role that was resolved in an earlier sentence of the window keeps its person in mind."""
        start = max(0, sentence.index - PRONOUN_WINDOW)
        for there in self.reading.sentences[start : sentence.index]:
            if sentence.paragraph - there.paragraph > WINDOW:
                continue
            for token in there.slice:
                personal = token.lower_ in SINGULAR_HE | SINGULAR_SHE or (
                    is_role(token) and wordlists.person_noun(token.lemma_)
                )
                person = (
                    self.called(self.antecedent(token) or "") if personal and not self.reading.quoted(token) else None
                )
                if person is None or (person.gender and gender and person.gender != gender):
                    continue
                weight = (_SUBJECT if is_subject(token) else 1.0) * _DECAY ** (sentence.index - there.index)
                weight *= 1.0 if there.paragraph == sentence.paragraph else _PARAGRAPH
                weights[person] = max(weights.get(person, 0.0), weight)

    def _only_one(self, gender: str, sentence: Sentence, doubtful: Person | None = None) -> str | None:
        """The only person named so far who fits; nobody further off where a full name of doubt stands nearer."""
        named = [person for person in self.persons if min(person.places)[0] < sentence.index]
        fitting = [person for person in named if not person.gender or not gender or person.gender == gender]
        far = doubtful is not None and len(doubtful.words) > 1 and fitting[:1] != [doubtful]
        return fitting[0].short if len(fitting) == 1 and not far else None

    topic = cached_property(lambda self: find_topic(self.reading))


_ANYBODY: Final = frozenset(
    "wearer user reader listener viewer rider buyer owner passenger sleeper swimmer eater walker cyclist".split()
)
"""Nouns that explainers use of anybody: "the wearer" is whoever wears it."""
_RUNNER_UP: Final = 0.45
"""A second candidate that weighs more than this share of the first leaves the pronoun in doubt."""
_SUBJECT: Final = 2.0
_PARAGRAPH: Final = 0.7
"""What is left of a weight across the end of a paragraph."""
_BESIDE: Final = 0.8
"""Weight of a name in the pronoun's own sentence that is no subject ("with the help of Moe, she …")."""
_PROTAGONIST: Final = 1.5
"""Weight of the person whom the title names."""
_DECAY: Final = 0.45


def _pleads(doc: Doc, naming: Naming) -> bool:
    """Whether a word beside a name says that he speaks for another."""
    beside = doc[max(0, naming.first - 2) : naming.last + 4]
    return any(t.lower_ in _PLEADING for t in beside)


_PLEADING: Final = frozenset("defending prosecuting mitigating kc qc barrister solicitor counsel attorney".split())


def find_mentions(reading: Reading) -> Mentions:
    """Collect the persons and organisations that the article names."""
    people = find_persons(reading)
    mentions = Mentions(reading, people.persons, people.namings)
    for sentence in reading.sentences:
        for entity in sentence.slice.ents:
            common = len(entity) == 1 and entity.text.lower() in reading.written
            if entity.label_ == "ORG" and mentions.person_at(entity[-1]) is None and not common:
                mentions.organisations[entity.text] += 1
                joined = "&" in entity.text  # “Lindqvist & Roe”, of which one name is half
                mentions.organisations[entity.root.text] += 0 if entity.text == entity.root.text or joined else 1
                speaks = entity.root.head.lemma_.lower() in wordlists.REPORTING | wordlists.ASKING
                if entity.root.dep_ == "nsubj" and speaks:
                    mentions.speakers.add(entity.root.text)
    return mentions
