"""Who else may be meant by a pronoun: strangers, somebody without a name, the one whom the article is about."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, Protocol

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.people import Naming, Person, is_subject, titled
from quizapp.facts.pronouns import SINGULAR_HE, SINGULAR_SHE
from quizapp.facts.reading import Reading, Sentence

PRONOUN_WINDOW: Final = 3
"""Sentences back in which a pronoun keeps its person in mind."""
LONGEST_WINDOW: Final = 24
"""Sentences that the paragraphs of the window have at most; what stands before is forgotten anyway by then."""


class Told(Protocol):
    """Whom an article names and means, as far as it is needed here."""

    reading: Reading
    persons: list[Person]

    def person_at(self, token: Token) -> Person | None:
        """The person named by a token."""

    def named_in(self, sentence: int) -> list[Naming]:
        """The namings of a sentence."""

    def named_beside(self, token: Token) -> bool:
        """Whether a role has a name beside it."""

    def antecedent(self, token: Token) -> str | None:
        """The name that a pronoun or role stands for."""


def without_strangers(
    mentions: Told, near: dict[Person, float], gender: str, sentence: Sentence
) -> dict[Person, float]:
    """Those near without whoever was named in passing, be it he or she, where the title names one who fits."""
    if protagonist(mentions, gender) is None:
        return near
    subjects = {
        n.person
        for index in range(max(0, sentence.index - 1), sentence.index + 1)
        for n in mentions.named_in(index)
        if is_subject(mentions.reading.sentences[index].slice.doc[n.last])
    }
    return {person: weight for person, weight in near.items() if person.gender or person in subjects}


def protagonist(mentions: Told, gender: str) -> Person | None:
    """The one person of a gender whom the title names."""
    there = titled(mentions.persons, mentions.reading.article.title)
    fitting = [p for p in mentions.persons if p.certain and p.gender == gender and p in there]
    return fitting[0] if len(fitting) == 1 else None


def most_told_of(mentions: Told, gender: str, until: int) -> Person | None:
    """Who is named far more often than anybody else of a gender: a portrait is of him, whoever speaks in between."""
    first = max(0, until - _REMEMBERED)
    told = Counter(n.person for index in range(first, until) for n in mentions.named_in(index))
    ranked = [(times, p) for p, times in told.most_common() if p.gender in {"", gender}]
    often = [entry for entry in ranked if entry[0] >= _PORTRAIT]
    if not often or (len(ranked) > 1 and ranked[1][0] * 2 > ranked[0][0]):
        return None
    return ranked[0][1]


_PORTRAIT: Final = 5
"""Sentences that name somebody from which the article is about him."""


def beside_another(mentions: Told, token: Token, gender: str) -> bool:
    """“Antonie van Loon saw it through his microscope”: the subject is meant, or nobody whom we know."""
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < token.i), None) if verb else None
    person = mentions.person_at(subject) if subject is not None else None
    if person is None or not person.gender or not gender or person.gender == gender:
        return False
    here = mentions.reading.sentence_of(token)
    told = [n for index in range(here.index + 1) for n in mentions.named_in(index) if n.person.gender == gender]
    return not any(mentions.reading.sentences[n.sentence].paragraph == here.paragraph for n in told)


def was_subject(mentions: Told, person: Person, sentence: Sentence, token: Token) -> bool:
    """Whether a person was a subject in the window, in a name or pronoun, was named just now or is in the title."""
    near = range(sentence.index - 1, sentence.index + 1)
    just = any(n.person is person for index in near for n in mentions.named_in(index))
    if just or set(person.words) & set(mentions.reading.article.title.split()):
        return True
    for index in range(max(0, sentence.index - LONGEST_WINDOW), sentence.index + 1):
        doc = mentions.reading.sentences[index].slice.doc
        if any(n.person is person and is_subject(doc[n.last]) for n in mentions.named_in(index)):
            return True
    start = max(0, sentence.index - PRONOUN_WINDOW)
    before = (t for s in mentions.reading.sentences[start : sentence.index] for t in s.slice)
    own = (t for t in sentence.slice if t.i < token.i)
    return any(
        t.lower_ in SINGULAR_HE | SINGULAR_SHE
        and is_subject(t)
        and mentions.antecedent(t) in {person.short, person.name}
        for t in (*before, *own)
    )


def may_be_protagonist(mentions: Told, token: Token, sentence: Sentence, first: Person) -> bool:
    """“She …” in a paragraph that does not name whoever was named last: it may be the heroine of the title."""
    opens = all(mentions.reading.sentences[index].paragraph != sentence.paragraph for index, _ in first.places)
    hero = protagonist(mentions, first.gender)
    return token.pos_ == "PRON" and opens and hero is not None and hero is not first


def _subjects_near(mentions: Told, sentence: Sentence) -> Iterable[Token]:
    """The subjects of a sentence and of the one before it in its paragraph."""
    for there in mentions.reading.sentences[max(0, sentence.index - 1) : sentence.index + 1]:
        if there.paragraph == sentence.paragraph:
            yield from (t for t in there.slice if t.dep_ in {"nsubj", "nsubjpass"} and not mentions.reading.quoted(t))


def is_unknown(mentions: Told, name: Token, pronoun: Token) -> bool:
    """“Among them was Popé. He withdrew …”: a name that nobody took for a person's may be one all the same."""
    addressed = any(c.dep_ == "compound" and c.lower_.rstrip(".") in ADDRESS for c in name.children)
    proper = addressed or (name.tag_ == "NNP" and name.is_title and name.ent_type_ in {"PERSON", "", "NORP"})
    known = mentions.person_at(name) is not None or name.lemma_.lower() in wordlists.ORGANISATION_WORDS
    before = name.doc is not pronoun.doc or name.i < pronoun.i
    return proper and not known and before


ADDRESS: Final = frozenset("mr mrs ms miss dr".split())
"""What stands before a name and tells that somebody has it."""


def somebody_else(mentions: Told, sentence: Sentence, token: Token, gender: str) -> bool:
    """Whether a person without a name ("a nurse", "her husband") is a subject here or in the sentence before."""
    who = next((t for t in token.ancestors if t.dep_ == "relcl" and any(c.lower_ == "who" for c in t.children)), None)
    if who is not None and mentions.person_at(who.head) is None:
        return True  # "the critic, who wrote that he …"
    if any(is_unknown(mentions, other, token) for other in _subjects_near(mentions, sentence)):
        return True
    for there in mentions.reading.sentences[max(0, sentence.index - 1) : sentence.index + 1]:
        for other in there.slice:
            beside = there.index == sentence.index and token.dep_ in {"dobj", "pobj", "dative"}
            here = beside and other.dep_ not in {"attr", "appos", "compound", "poss"}  # "the man … dismissed him"
            acts = here or other.dep_ in {"nsubj", "nsubjpass"} or other.head.dep_ == "agent"
            title = other.tag_ == "NNP" and mentions.person_at(other) is None  # "the President"
            if not acts or not (other.tag_ == "NN" or title) or mentions.reading.quoted(other):
                continue
            later = there.index == sentence.index and other.i >= token.i
            if later or not wordlists.person_noun(other.lemma_.lower()) or mentions.named_beside(other):
                continue
            noun = wordlists.gender_of_noun(other.lemma_.lower())
            named = any(c.dep_ in {"appos", "compound"} and mentions.person_at(c) for c in other.children)
            if not named and mentions.antecedent(other) is None and (not noun or noun == gender):
                return True
    return False


_REMEMBERED: Final = 40
"""Sentences back in which somebody was told of whom a pronoun may mean."""


def only_spoke(mentions: Told, token: Token, sentence: Sentence, person: Person) -> bool:
    """“…, said Quill, defending. The judge accepted that he was honest”: not the one who spoke, but of whom he spoke.

    Whoever speaks goes on to speak (“he added”); of another verb somebody who is told of more may be the subject.
    """
    speaks = token.head.lemma_.lower() in wordlists.REPORTING | wordlists.DENYING | wordlists.LABELLING
    if token.dep_ not in {"nsubj", "nsubjpass"} or speaks:
        return False
    first = max(0, sentence.index - _REMEMBERED)
    earlier = [n for index in range(first, sentence.index) for n in mentions.named_in(index)]
    mine = [n for n in earlier if n.person is person]
    if not mine or any(n.person is person for n in mentions.named_in(sentence.index)):
        return False
    name = mentions.reading.sentences[mine[-1].sentence].slice.doc[mine[-1].last]
    hero = most_told_of(mentions, person.gender, sentence.index)
    if hero is not None and hero is not person:
        return True
    while name.dep_ in {"appos", "conj"}:
        name = name.head
    spoke = name.dep_ == "nsubj" and name.head.lemma_.lower() in wordlists.REPORTING
    rivals = Counter(
        n.person.name for n in earlier if n.person is not person and n.person.gender in {"", person.gender}
    )
    return spoke and any(told >= len(mine) for told in rivals.values())
