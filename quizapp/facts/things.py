"""What “it” and “they” stand for: the subject that goes on, or the topic; in doubt where another thing rivals it."""

from collections.abc import Iterable
from typing import Final, Protocol

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.joints import where_in
from quizapp.facts.pronouns import (
    IT,
    JOINED,
    LIGHT,
    SUBJECT_NOUNS,
    THEY,
    definite_phrase,
    is_empty,
    is_identified,
    is_introduced,
    is_plural,
    noun_subject,
    opens_sentence,
    personal_in,
)
from quizapp.facts.reading import Sentence
from quizapp.facts.rivals import Told
from quizapp.facts.topic import Topic, goes_on

_NOUNS: Final = frozenset({"NOUN", "PROPN"})


class TellsOf(Told, Protocol):
    """What an article names and is about."""

    @property
    def topic(self) -> Topic | None:
        """The thing that the article is about."""


def thing_for(mentions: TellsOf, token: Token, *, plural: bool) -> str | None:
    """The subject of the clause or sentence before, if it is the one thing of that number it could be."""
    if is_empty(token):
        return None
    found = (
        _subject_above(mentions, token, plural=plural)
        or _subject_that_went(mentions, token, plural=plural)
        or _done_to_it(mentions, token, plural=plural)
        or _people_before(mentions, token)
        or _what_goes_in(mentions, token, plural=plural)
        or _subject_in_front(mentions, token, plural=plural)
        or _subject_before(mentions, token, plural=plural)
        or _topic_for(mentions, token, plural=plural)
    )
    return None if found is not None and _is_other(mentions, token, found, plural=plural) else found


def _is_other(mentions: TellsOf, token: Token, found: str, *, plural: bool) -> bool:
    """“Heat passes into it, and it evaporates”: the same word before it means something else, or nobody knows what."""
    forms = THEY if plural else IT
    here = mentions.reading.sentence_of(token).slice
    before = [t for t in here if t.i < token.i and t.lower_ in forms and not mentions.reading.quoted(t)]
    return bool(before) and not is_empty(before[-1]) and mentions.antecedent(before[-1]) != found


def _topic_for(mentions: TellsOf, token: Token, *, plural: bool) -> str | None:
    topic, sentence = mentions.topic, mentions.reading.sentence_of(token)
    if topic is None or not goes_on(topic, token, sentence, mentions.reading, plural=plural):
        return None
    return topic.many if plural else topic.one


def _subject_before(mentions: TellsOf, token: Token, *, plural: bool) -> str | None:
    """The subject of the sentence before."""
    sentence = mentions.reading.sentence_of(token)
    if sentence.index == 0 or not opens_sentence(token, sentence) or _rival_before(token, sentence, plural=plural):
        return None
    previous = mentions.reading.sentences[sentence.index - 1]
    if previous.paragraph != sentence.paragraph or mentions.reading.quoted(previous.root):
        return None
    root = _told(mentions, previous.root) if _is_told_on(sentence) else previous.root
    subject = noun_subject(root)
    if subject is None or mentions.reading.quoted(subject):
        return None
    if subject.lower_ in (THEY if plural else IT):
        return mentions.antecedent(subject)
    if not _goes_on_as(mentions, subject, token, plural=plural) or _is_in_doubt(
        mentions, subject, token, previous, root, plural=plural
    ):
        return None
    return definite_phrase(mentions.reading, subject)


def _is_told_on(sentence: Sentence) -> bool:
    """“It would cost less, she said”: the sentence is still told by somebody."""
    return any(t.dep_ == "parataxis" and t.lemma_.lower() in wordlists.REPORTING for t in sentence.slice)


def _told(mentions: TellsOf, root: Token) -> Token:
    """“Hale said that the scheme had failed. It …”: what she told of goes on, since she herself is no “it”."""
    teller = noun_subject(root)
    content = next((c for c in root.children if c.dep_ == "ccomp" and c.i > root.i), None)
    says = root.lemma_.lower() in wordlists.REPORTING and teller is not None and content is not None
    if not says or teller is None or content is None:
        return root
    somebody = mentions.person_at(teller) is not None or wordlists.person_noun(teller.lemma_.lower())
    return content if somebody and not any(c.dep_ == "conj" for c in (root, *content.children)) else root


def _goes_on_as(mentions: TellsOf, subject: Token, token: Token, *, plural: bool) -> bool:
    """Whether a subject is a thing of the pronoun's number, and no name that may be somebody's."""
    somebody = subject.pos_ == "PROPN" and subject.ent_type_ in {"", "PERSON"}
    owned = token.dep_ == "poss" and subject.pos_ != "PROPN"
    return _fits(mentions, subject, plural=plural) and not owned and not somebody


def _is_in_doubt(
    mentions: TellsOf, subject: Token, token: Token, previous: Sentence, root: Token, *, plural: bool
) -> bool:
    """Whether the sentence before tells of something else that the pronoun may mean as well."""
    if is_identified(token) or _explains(root) or _joined_rival(root, plural=plural):
        return True  # "It was the only crossing": of what was told of last, whatever that was
    rivals = _rivals(previous.slice, root, {"dobj"}, plural=plural)
    told_of = any(
        c.dep_ in {"relcl", "appos"}
        for t in previous.slice
        if t.dep_ == "pobj" and t.pos_ == "PROPN"
        for c in t.children
    )
    if (rivals or ((told_of or is_introduced(previous)) and not plural)) and subject.pos_ != "PROPN":
        return True
    pair = {n.person for n in mentions.named_in(previous.index)}
    # “The owners settled, and Lanyon invited her. They married …”
    return plural and len(pair) + personal_in(previous, mentions.reading) > 1


def _explains(root: Token) -> bool:
    """“The explanation is that milk was seldom drunk fresh”: what follows is about what it is, not about it."""
    return root.lemma_ == "be" and any(c.dep_ == "ccomp" for c in root.children)


def _joined_rival(root: Token, *, plural: bool) -> bool:
    """“The skippers were released, but the boats were held”: two subjects of one number."""
    joined = (c for c in root.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"})
    subjects = (noun_subject(verb) for verb in joined)
    return any(s is not None and s.pos_ in _NOUNS and is_plural(s) == plural for s in subjects)


def _rivals(tokens: Iterable[Token], head: Token | None, roles: set[str], *, plural: bool) -> bool:
    return any(
        t.dep_ in roles
        and (head is None or t.head == head)
        and t.pos_ in _NOUNS
        and is_plural(t) == plural
        and t.lemma_.lower() not in LIGHT
        for t in tokens
    )


def _subject_above(mentions: TellsOf, token: Token, *, plural: bool) -> str | None:
    """The subject of the clause that the pronoun's own clause is joined to or said in, where no object rivals it.

    “Feedback copes well, but it can whistle”, “the firm said it had no role”: subjects go on as subjects.
    """
    verb = token.head
    if token.dep_ not in SUBJECT_NOUNS or verb.dep_ not in JOINED or verb.head.pos_ not in {"VERB", "AUX"}:
        return None
    governor = verb.head
    subject = next((c for c in governor.children if c.dep_ in SUBJECT_NOUNS and c.i < token.i), None)
    if subject is None or mentions.reading.quoted(subject) or mentions.reading.quoted(token):
        return None
    if subject.lower_ == token.lower_:
        return mentions.antecedent(subject)
    said = verb.dep_ == "ccomp" and governor.i < verb.i
    if said and not (governor.lemma_.lower() in wordlists.REPORTING and _may_say(subject)):
        return None
    if not _fits(mentions, subject, plural=plural) or _owner_before(subject, plural=plural):
        return None
    between = governor.doc[subject.i + 1 : token.i]
    bodies = not plural and any(t.lemma_.lower() in wordlists.ORGANISATION_WORDS and t.tag_ == "NN" for t in between)
    if bodies or _rivals(between, None, {"dobj", "attr", "nsubj", "nsubjpass"}, plural=plural):
        return None
    return definite_phrase(mentions.reading, subject)


def _subject_that_went(mentions: TellsOf, token: Token, *, plural: bool) -> str | None:
    """“The gas flows through the condenser, where it gives up its heat”: what went there, for the place is “where”."""
    verb = token.head
    if token.dep_ not in SUBJECT_NOUNS or where_in(verb) is None:
        return None
    going = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    while going is not None and noun_subject(going) is None and going.dep_ == "conj":
        going = going.head
    subject = noun_subject(going) if going is not None and going.dep_ != "relcl" else None
    if going is None or subject is None or mentions.reading.quoted(going) or subject.i > token.i:
        return None
    if subject.lower_ == token.lower_:
        return mentions.antecedent(subject)
    body = subject.lemma_.lower() in wordlists.ORGANISATION_WORDS or subject.pos_ == "PROPN"
    between = subject.doc[subject.i + 1 : token.i]
    if body or not _fits(mentions, subject, plural=plural) or _rivals(between, going, {"dobj"}, plural=plural):
        return None
    return definite_phrase(mentions.reading, subject)


def _done_to_it(mentions: TellsOf, token: Token, *, plural: bool) -> str | None:
    """“The penalty was saved, but the referee ordered it to be taken again”: what the clause before was about."""
    clause = token.head.head if token.dep_ in SUBJECT_NOUNS and token.head.dep_ in {"ccomp", "xcomp"} else token.head
    actor = noun_subject(clause)
    first = clause.head
    if token.dep_ not in SUBJECT_NOUNS | {"dobj"} or clause.dep_ != "conj" or actor is None or actor == token:
        return None
    subject = noun_subject(first)
    acts = mentions.person_at(actor) is not None or wordlists.person_noun(actor.lemma_.lower())
    if subject is None or not acts or mentions.reading.quoted(token) or not _fits(mentions, subject, plural=plural):
        return None
    between = subject.doc[subject.i + 1 : token.i]
    rivals = (t for t in between if t.pos_ in _NOUNS and is_plural(t) == plural and t.dep_ != "compound")
    others = (t for t in rivals if mentions.person_at(t) is None and not wordlists.person_noun(t.lemma_.lower()))
    return None if any(t.dep_ in _FULL for t in others) else definite_phrase(mentions.reading, subject)


def _people_before(mentions: TellsOf, token: Token) -> str | None:
    """“The best-known legacy of the Parthians is their cavalry”: the one people that stands before it."""
    sentence = mentions.reading.sentence_of(token)
    if token.lower_ != "their" or mentions.reading.quoted(token):
        return None
    before = [t for t in sentence.slice if t.i < token.i and t.pos_ in _NOUNS and is_plural(t) and t.dep_ != "compound"]
    people = len(before) == 1 and before[0].tag_ == "NNPS" and before[0].ent_type_ == "NORP"
    return definite_phrase(mentions.reading, before[0]) if people else None


def _what_goes_in(mentions: TellsOf, token: Token, *, plural: bool) -> str | None:
    """“The gas enters the compressor, a pump that squeezes it”: the pump does not squeeze itself."""
    verb, noun = token.head, token.head.head
    does = any(c.lower_ in {"that", "which"} and c.dep_ == "nsubj" for c in verb.children)
    if token.dep_ != "dobj" or verb.dep_ != "relcl" or not does or mentions.reading.quoted(token):
        return None
    chain = [noun, noun.head] if noun.dep_ == "appos" else [noun]
    going = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    subject = noun_subject(going) if going is not None and going.dep_ in {"ROOT", "conj"} else None
    if subject is None or subject in chain or subject.i > noun.i or not _fits(mentions, subject, plural=plural):
        return None
    between = subject.doc[subject.i + 1 : token.i]
    others = (t for t in between if t.pos_ in _NOUNS and is_plural(t) == plural and t.dep_ != "compound")
    return None if any(t not in chain for t in others) else definite_phrase(mentions.reading, subject)


_FULL: Final = SUBJECT_NOUNS | {"dobj", "attr", "pobj", "appos", "conj"}


def _subject_in_front(mentions: TellsOf, token: Token, *, plural: bool) -> str | None:
    """“When the vacuole is full, it presses …”: the subject of the clause in front, of which the paragraph told before.

    Of “When the rain stops, it climbs out” the frog of the sentence before is meant.
    """
    sentence, verb = mentions.reading.sentence_of(token), token.head
    front = next((c for c in verb.children if c.dep_ == "advcl" and c.right_edge.i < token.i), None)
    subject = noun_subject(front) if front is not None else None
    if token.dep_ not in SUBJECT_NOUNS or subject is None or mentions.reading.quoted(verb):
        return None
    before = [t for t in sentence.slice if t.i < token.i and t != subject and t.dep_ != "compound"]
    rivals = (t for t in before if t.pos_ in _NOUNS and is_plural(t) == plural and not t.ent_type_)
    if not _fits(mentions, subject, plural=plural) or any(rivals) or not _was_told_of(mentions, subject, sentence):
        return None
    return definite_phrase(mentions.reading, subject)


def _was_told_of(mentions: TellsOf, subject: Token, sentence: Sentence) -> bool:
    """Whether a sentence before in the paragraph has the same subject, and none since has another."""
    for earlier in reversed(mentions.reading.sentences[: sentence.index]):
        told = noun_subject(earlier.root)
        if earlier.paragraph != sentence.paragraph or (told is not None and told.pos_ in _NOUNS):
            same = told is not None and told.lemma_.lower() == subject.lemma_.lower()
            return earlier.paragraph == sentence.paragraph and same
    return False


def _may_say(subject: Token) -> bool:
    """Whether a subject can say something of itself: no inner ear that “insists that it is pitching”, no persons."""
    of = (c for t in subject.children if t.dep_ == "prep" and t.lower_ == "of" for c in t.children)
    people = any(c.tag_ == "NNS" and wordlists.person_noun(c.lemma_.lower()) for c in of)
    body = subject.pos_ == "PROPN" or subject.lemma_.lower() in wordlists.ORGANISATION_WORDS
    return (body or subject.tag_ == "NNS") and not people


def _owner_before(subject: Token, *, plural: bool) -> bool:
    """“Writers ascribed the men's survival to …; pamphleteers claimed that they had landed”: the men, as likely."""
    sentence = subject.sent
    owners = (t for t in subject.doc[sentence.start : subject.i] if t.dep_ == "poss" and t.tag_ == "NNS")
    return plural and any(wordlists.person_noun(t.lemma_.lower()) for t in owners)


def _rival_before(token: Token, sentence: Sentence, *, plural: bool) -> bool:
    """Whether a noun of the pronoun's number stands before it in its own sentence."""
    return any(
        t.i < token.i and t.pos_ in _NOUNS and is_plural(t) == plural and t.ent_type_ not in {"DATE", "TIME"}
        for t in sentence.slice
    )


def _fits(mentions: TellsOf, subject: Token, *, plural: bool) -> bool:
    if subject.pos_ not in _NOUNS or is_plural(subject) != plural:
        return False
    return plural or (mentions.person_at(subject) is None and not wordlists.person_noun(subject.lemma_))
