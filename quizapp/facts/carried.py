"""“He” and “she” that go on about whoever was told of, where the weights of those near leave them in doubt.

Each way was tried on 309 pronouns of the open articles that had been left in doubt, judged one by one by a reader:
what is right less than 97 times of a hundred is no way (quality/REPORT.md).
"""

from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.people import Person
from quizapp.facts.pronouns import SINGULAR_HE, SINGULAR_SHE, SUBJECT_NOUNS, forms_of, noun_subject, opens_sentence
from quizapp.facts.reading import Sentence
from quizapp.facts.rivals import ADDRESS, Told, is_unknown, protagonist

_SPEAKING: Final = frozenset(
    "say tell add admit insist recall explain claim announce acknowledge concede state testify declare".split()
)
_FOR_OTHERS: Final = frozenset("client clients defendant patient suspect victim pupil student player".split())
"""Words for whom a lawyer, doctor or coach speaks; “he” may be theirs."""


def carried_on(mentions: Told, token: Token, gender: str, *, hero: Person | None) -> Person | None:
    """Whom a pronoun means that the one before, the speaker or the life that is told goes on with; else None.

    `hero` is the one of that gender whose life the article tells, if it tells one.
    """
    if token.pos_ != "PRON" or mentions.reading.quoted(token):
        return None
    sentence = mentions.reading.sentence_of(token)
    return (
        _speaker(mentions, token, sentence, gender)
        or _subject_before(mentions, token, sentence, gender)
        or (hero if hero is not None and _is_hero(mentions, token, sentence, hero) else None)
        or _same_again(mentions, token, sentence, gender)
    )


def _fits(person: Person, gender: str) -> bool:
    return person.certain and person.gender == gender


def _others(mentions: Told, sentence: Sentence, person: Person, gender: str, until: int | None = None) -> bool:
    """Whether a sentence names somebody else whom the pronoun may mean, up to a token."""
    named = (n.person for n in mentions.named_in(sentence.index) if until is None or n.last < until)
    return any(p is not person and p.gender in {"", gender} for p in named)


def _speaker(mentions: Told, token: Token, sentence: Sentence, gender: str) -> Person | None:
    """“Callum Reid told the meeting that he had not been asked”: the speaker's own, unless he speaks for another."""
    verb = token.head
    while verb.dep_ in {"conj", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    if token.dep_ not in SUBJECT_NOUNS or verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in _SPEAKING:
        return None
    subject = noun_subject(verb.head)
    person = mentions.person_at(subject) if subject is not None else None
    if person is None or not _fits(person, gender) or _others(mentions, sentence, person, gender, token.i):
        return None
    return None if _speaks_for_others(sentence) else person


def _speaks_for_others(sentence: Sentence) -> bool:
    return not sentence.words.isdisjoint(_FOR_OTHERS | _PLEADING)


_PLEADING: Final = frozenset(
    "defending prosecuting mitigating defence defense kc qc barrister solicitor lawyer".split()
)


def _subject_before(mentions: Told, token: Token, sentence: Sentence, gender: str) -> Person | None:
    """“Bouch's health failed … He died”: the subject of the sentence before, where nobody came in between."""
    if token.dep_ not in _OPENING or not opens_sentence(token, sentence) or sentence.index == 0:
        return None
    before = mentions.reading.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph or mentions.reading.quoted(before.root) or _speaks_for_others(before):
        return None
    subject = noun_subject(before.root)
    person = mentions.person_at(subject) if subject is not None else None
    if subject is None or person is None or not _fits(person, gender):
        return None
    somebody = any(_stands_between(mentions, t, token, gender) for t in before.slice if t.i > subject.i)
    own = _others(mentions, sentence, person, gender, token.i)
    return None if somebody or own or _others(mentions, before, person, gender) else person


_OPENING: Final = SUBJECT_NOUNS | {"poss"}


def _stands_between(mentions: Told, token: Token, pronoun: Token, gender: str) -> bool:
    """Whether a word tells of somebody without a name who may be meant next: “a nurse”, “her mother”."""
    lemma = token.lemma_.lower()
    if token.lower_ in {"him", "her"} and token.dep_ in {"dobj", "dative", "pobj"}:
        return token.lower_ in (SINGULAR_HE if gender == "m" else SINGULAR_SHE)  # "Baldracco gave him a slice. He …"
    if token.dep_ in SUBJECT_NOUNS and is_unknown(mentions, token, pronoun):
        return True  # "Mr Stilts was meant to appear for six weeks. He …"
    somebody = token.tag_ == "NN" and wordlists.person_noun(lemma) and token.dep_ in {"dobj", "nsubj", "nsubjpass"}
    return somebody and wordlists.gender_of_noun(lemma) in {"", gender} and mentions.person_at(token) is None


def _is_hero(mentions: Told, token: Token, sentence: Sentence, hero: Person) -> bool:
    """“She retired in 1999 and moved …”: in the life of somebody, the one whose life it is."""
    if min(hero.places)[0] > sentence.index:
        return False
    near = [sentence]
    if sentence.index and mentions.reading.sentences[sentence.index - 1].paragraph == sentence.paragraph:
        near.append(mentions.reading.sentences[sentence.index - 1])
    for there in near:
        until = token.i if there is sentence else None
        if _others(mentions, there, hero, hero.gender, until):
            return False
        if any(_stands_between(mentions, t, token, hero.gender) for t in there.slice if until is None or t.i < until):
            return False
    return True


def _same_again(mentions: Told, token: Token, sentence: Sentence, gender: str) -> Person | None:
    """“She was awarded a doctorate and used the certificate, she claimed, …”: the same word before it."""
    forms = forms_of(token)
    before = [t for t in sentence.slice if t.i < token.i and t.lower_ in forms and not mentions.reading.quoted(t)]
    if not before or before[-1].dep_ not in _OPENING or before[0].dep_ not in _OPENING:
        return None
    meant = {mentions.antecedent(t) for t in before}
    name = next(iter(meant))
    person = next((p for p in mentions.persons if name in {p.name, p.short}), None) if len(meant) == 1 else None
    if person is None or not _fits(person, gender) or _others(mentions, sentence, person, gender, token.i):
        return None
    between = (t for t in sentence.slice if t.i < token.i and t not in before)
    object_ = token.dep_ in {"dobj", "dative", "pobj"}
    return None if object_ or any(_stands_between(mentions, t, token, gender) for t in between) else person


def heroes(mentions: Told) -> dict[str, Person]:
    """Whose life the article tells, by gender; nobody's in a report."""
    found = {gender: protagonist(mentions, gender) for gender in ("f", "m")}
    return {gender: hero for gender, hero in found.items() if hero is not None and _is_life(mentions, hero)}


def _is_life(mentions: Told, hero: Person) -> bool:
    """Whether an article is the life of its hero: the title begins with the name, and it tells of birth or death."""
    title = [word.removesuffix("'s").strip(",:;.") for word in mentions.reading.article.title.replace("’", "'").split()]
    others = not ADDRESS.isdisjoint(word.lower() for word in title[2:])  # a puppeteer and his Mr Stilts
    named = not others and set(title[:2]) <= set(hero.words) if len(title) > 1 else title == [hero.name]
    tokens = (t for s in mentions.reading.sentences if not s.words.isdisjoint(_LIFE) for t in s.slice)
    return named and any(t.lower_ in _LIFE and t.pos_ in {"VERB", "ADJ"} for t in tokens)


_LIFE: Final = frozenset({"born", "died"})
