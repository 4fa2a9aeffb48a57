"""Whether a person is a man or a woman: by the first name, by what stands beside it, by the pronouns that follow."""

from collections import Counter

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.firstnames import EITHER
from quizapp.facts.people import Persons, is_subject
from quizapp.facts.unlisted import follower


def find_genders(people: Persons) -> None:
    """Give each person the gender of the first name, of a title or role beside it, or of the pronouns that follow."""
    for person in people.persons:
        first, *others = person.words
        if len(others) > 1 and first in EITHER:
            first = others[0]  # “Jean Jacques Wild”
        if others or not first.isupper():
            person.gender = "f" if wordlists.female_name(first) else "m" if wordlists.male_name(first) else ""
    _gender_by_title(people)
    _gender_by_pronoun(people)
    _gender_by_follower(people)
    _gender_by_possession(people)


def _gender_by_title(people: Persons) -> None:
    """“Mrs Hale”, “their daughter, Judith,”: by the word beside the name."""
    for naming in people.namings:
        if naming.person.gender:
            continue
        doc = people.reading.sentences[naming.sentence].slice.doc
        before = doc[naming.first - 1] if naming.first else None
        if before is not None and before.text == "," and doc[naming.last].dep_ == "appos":
            before = doc[naming.last].head  # “their daughter, Judith,”
        title = before.lower_.rstrip(".") if before is not None else ""
        if title in wordlists.MALE_TITLES or title in wordlists.MALE_WORDS:
            naming.person.gender = "m"
        elif title in wordlists.FEMALE_TITLES or title in wordlists.FEMALE_WORDS:
            naming.person.gender = "f"


def _somebody_between(name: Token, owned: Token) -> bool:
    """“Judge Amory told the defendant that his offending …”: the defendant's."""
    between = name.doc[name.i + 1 : owned.i]
    return any(t.pos_ == "NOUN" and t.dep_ != "poss" and wordlists.person_noun(t.lemma_.lower()) for t in between)


def _gender_by_possession(people: Persons) -> None:
    """“Moe withdrew his criticism”: the only person of the sentence, as its subject, owns the possessive."""
    for naming in people.namings:
        sentence = people.reading.sentences[naming.sentence]
        name = sentence.slice.doc[naming.last]
        alone = all(n.person is naming.person for n in people.namings if n.sentence == naming.sentence)
        if naming.person.gender or not alone or not is_subject(name):
            continue
        for token in sentence.slice:
            own = token.dep_ == "poss" and token.i > name.i and name.head in token.ancestors
            if (
                own
                and not _somebody_between(name, token)
                and token.lower_ in {"his", "her"}
                and not people.reading.quoted(token)
            ):
                naming.person.gender = "m" if token.lower_ == "his" else "f"


def _gender_by_follower(people: Persons) -> None:
    """“Adeyemi-Strand intends to go on until she is 70”: nobody else can be meant."""
    for naming in people.namings:
        sentence = people.reading.sentences[naming.sentence]
        name = sentence.slice.doc[naming.last]
        if naming.person.gender or not is_subject(name):
            continue
        pronoun = follower(sentence, naming.first, naming.last)
        if pronoun is not None and not people.reading.quoted(pronoun):
            naming.person.gender = "m" if pronoun.lower_ in {"he", "his", "him", "himself"} else "f"


def _gender_by_pronoun(people: Persons) -> None:
    """The only person named so far, or the only one in the title, takes the gender of the pronouns that follow."""
    counts = Counter(t.lower_ for s in people.reading.sentences for t in s.slice if not people.reading.quoted(t))
    she, he = counts["she"] + counts["her"], counts["he"] + counts["his"]
    title = people.reading.article.title
    for person in people.persons:
        if person.gender or not any(word in title for word in person.words):
            continue
        if she > 2 * he and she > 2:
            person.gender = "f"
        elif he > 2 * she and he > 2:
            person.gender = "m"
