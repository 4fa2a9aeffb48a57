"""Where a pronoun's own sentence speaks against whom it was given to: its subjects, the pronouns before it."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.people import Person
from quizapp.facts.pronouns import SINGULAR_HE, SUBJECT_NOUNS, forms_of, noun_subject
from quizapp.facts.reading import Sentence
from quizapp.facts.rivals import Told

_OBJECTS: Final = frozenset({"dobj", "dative", "pobj"})
_ANYBODY: Final = frozenset("one another each neither first second third last".split())


def contradicted(mentions: Told, token: Token, sentence: Sentence, gender: str, person: Person) -> bool:
    """Whether the pronoun's own sentence or the one before makes somebody else likelier, so that it is in doubt."""
    if token.pos_ != "PRON":
        return False
    return (
        _of_a_namesake(mentions, sentence, person)
        or _of_the_described(mentions, token, gender, person)
        or _of_its_own_subject(mentions, token, person)
        or _of_another_subject(mentions, token, gender, person)
        or _of_another_pronoun(mentions, token, sentence, person)
        or _just_introduced(mentions, token, sentence, gender, person)
        or _of_somebody_there(mentions, token, sentence, person)
    )


def _of_a_namesake(mentions: Told, sentence: Sentence, person: Person) -> bool:
    """“Holt gave up. Brunel did better. His plans …”: of two Brunels nobody knows which, but not Holt's."""
    shared = {name for name, times in Counter(p.surname for p in mentions.persons).items() if times > 1}
    if not shared:
        return False
    told = [place for place in person.places if place[0] <= sentence.index]
    index, last = max(told, default=(sentence.index + 1, 0))
    behind = mentions.reading.sentences[index].slice if index < sentence.index else ()
    since = [t for t in behind if t.i > last]
    since += [t for s in mentions.reading.sentences[index + 1 : sentence.index + 1] for t in s.slice]
    return any(t.text in shared and t.pos_ == "PROPN" and mentions.person_at(t) is None for t in since)


def _of_the_described(mentions: Told, token: Token, gender: str, person: Person) -> bool:
    """“Perera was joined by Josh Tulloch, a bowler playing his fifth match”: the bowler's own."""
    described = next((t.head for t in token.ancestors if t.dep_ == "appos"), None)
    other = mentions.person_at(described) if described is not None else None
    return other is not None and other is not person and other.gender in {"", gender}


def _of_its_own_subject(mentions: Told, token: Token, person: Person) -> bool:
    """“Moe was the first to test him”, “the judge gave her credit”, “she is Agnes Tully”: somebody else, or himself."""
    if token.dep_ in SUBJECT_NOUNS and token.head.lemma_ == "be":
        named = (mentions.person_at(c) for c in token.head.children if c.dep_ == "attr")
        return any(other is not None and other is not person for other in named)
    given = token.dep_ == "poss" and token.i > 0 and token.nbor(-1).lemma_ == "give"  # "gave her credit for her pleas"
    if not (token.dep_ in _OBJECTS or given) or token.lower_.endswith("self"):
        return False
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    while verb is not None:
        subject = noun_subject(verb)
        if subject is not None:
            return mentions.person_at(subject) is person
        verb = verb.head if verb.dep_ in _CONTROLLED and verb.head.pos_ in {"VERB", "AUX", "ADJ"} else None
    return False


_CONTROLLED: Final = frozenset({"conj", "xcomp", "advcl", "relcl", "acl", "pcomp"})


def _of_somebody_there(mentions: Told, token: Token, sentence: Sentence, person: Person) -> bool:
    """“She turned down an offer from a collector, because he …”: somebody without a name stands before it."""
    if any(n.person is person and n.last < token.i for n in mentions.named_in(sentence.index)):
        return False
    forms = forms_of(token)
    before = [t for t in sentence.slice if t.i < token.i and not mentions.reading.quoted(t)]
    if token.dep_ in _OBJECTS and sentence.index and not mentions.named_in(sentence.index):
        before += [t for t in mentions.reading.sentences[sentence.index - 1].slice if not mentions.reading.quoted(t)]
    return not any(t.lower_ in forms for t in before) and any(
        t.tag_ == "NN"
        and t.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass", "dative"}
        and t not in token.subtree
        and wordlists.person_noun(t.lemma_.lower())
        and wordlists.gender_of_noun(t.lemma_.lower()) in {"", "m" if forms is SINGULAR_HE else "f"}
        and mentions.person_at(t) is None
        and mentions.antecedent(t) is None
        and not mentions.named_beside(t)
        for t in before
    )


def _of_another_subject(mentions: Told, token: Token, gender: str, person: Person) -> bool:
    """“Moe said that Hale lost his shares”, “Giving evidence in his own defence, Hale …”: the nearest subject's own."""
    for subject in _subjects_over(token):
        other = mentions.person_at(subject)
        if other is not None and other.gender in {"", gender}:
            return other is not person
        if other is None and (_is_anybody(subject) or _may_own(subject, token)):
            return True
    return False


def _subjects_over(token: Token) -> Iterator[Token]:
    """The subjects of the clauses that a pronoun stands in, its own clause's first, wherever they stand."""
    own = token.dep_ in _OBJECTS  # "Moe told him": not himself
    for verb in token.ancestors:
        subject = noun_subject(verb)
        if subject is None:
            continue
        if own:
            own = False
        elif subject != token and token not in subject.subtree and subject.lower_ != "who":
            yield subject


def _may_own(subject: Token, token: Token) -> bool:
    """“Piyale wanted a safe anchorage for his fleet”: a name of one word that nobody took for a person's."""
    alone = subject.tag_ == "NNP" and subject.is_title and subject.lemma_.lower() not in wordlists.ORGANISATION_WORDS
    return alone and token.dep_ == "poss" and not any(c.dep_ in {"det", "compound"} for c in subject.children)


def _is_anybody(subject: Token) -> bool:
    """“One of whom refused to hand over his violin”, “a fourth took his own life”."""
    some = subject.tag_ == "JJ" and any(c.lower_ == "a" for c in subject.children)
    return some or (subject.lower_ in _ANYBODY and any(t.lower_ in {"whom", "them"} for t in subject.subtree))


def _of_another_pronoun(mentions: Told, token: Token, sentence: Sentence, person: Person) -> bool:
    """“She added that she and Holl …”: the pronoun before it means somebody else, or nobody knows whom."""
    forms = forms_of(token)
    quoted = mentions.reading.quoted(token)
    before = [
        t
        for t in sentence.slice
        if t.i < token.i and t.lower_ in forms and bool(mentions.reading.quoted(t)) == bool(quoted)
    ]
    if not before:
        return False
    name = mentions.antecedent(before[-1])
    if name is not None:
        return name not in {person.short, person.name}
    return not any(
        n.person is person and before[-1].i < n.first and n.last < token.i for n in mentions.named_in(sentence.index)
    )


def _just_introduced(mentions: Told, token: Token, sentence: Sentence, gender: str, person: Person) -> bool:
    """“Hale stayed on, and the board brought in Tom Moe. He closed four shops.”: who is new is told of next."""
    if sentence.index == 0 or token.dep_ not in SUBJECT_NOUNS or token.i != sentence.slice.start:
        return False
    previous = mentions.reading.sentences[sentence.index - 1]
    if previous.paragraph != sentence.paragraph:
        return False
    doc = previous.slice.doc
    return any(
        n.person is not person
        and n.person.gender in {"", gender}
        and min(n.person.places)[0] == previous.index
        and doc[n.last].dep_ in {"dobj", "pobj"}
        and doc[n.last].head.dep_ != "prep"
        and not mentions.reading.quoted(doc[n.last])
        for n in mentions.named_in(previous.index)
    )
