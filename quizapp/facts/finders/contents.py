"""What somebody said in a clause: denied, warned or promised that something is so, or said it about a thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.assertions import source_of
from quizapp.facts.finders.claims import FIRST_PERSON, LONGEST, made, only_once, says_more, teller
from quizapp.facts.finders.speakers import content_tokens, first_saying, is_spliced, is_statement, own_pronouns
from quizapp.facts.known import is_shell
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.times import left_out
from quizapp.facts.verbs import is_finite, subject_of, verb_group
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Fact, Key, Part, Role

_SPECIFIC_VERBS: Final = frozenset(
    """deny doubt dispute warn predict promise pledge vow propose recommend admit concede acknowledge threaten demand
    disclose confess conclude announce reveal suggest argue claim""".split()
)
"""Verbs that ask for one thing when their speaker uses them once: “What did Hale predict?”."""

_WITHOUT_ABOUT: Final = frozenset(
    """deny doubt dispute propose recommend demand threaten pledge vow disclose confess estimate calculate expect guess
    reckon hear agree hold teach advise reject dismiss question refute""".split()
)
"""Verbs after which “say about” would be untrue: what is doubted, wanted, reckoned or only heard is not said."""

_WISHING: Final = frozenset({"demand", "propose", "recommend"})
"""Verbs whose clause may have a bare infinitive: “that the company reopen the line”."""

_SHARP: Final = frozenset("allege claim warn predict suggest admit".split())
"""Verbs sharp enough to be asked about a person or place."""

_OPEN: Final = frozenset({"claim", "suggest"})
"""Verbs so wide that what their subject says elsewhere, with whatever verb, is as right an answer."""

_DOING: Final = frozenset({"deny", "admit"})
_CLAIMING: Final = wordlists.REPORTING | wordlists.DENYING | _SPECIFIC_VERBS

_SHORTEST: Final = 3
_SHORTEST_REST: Final = 2
_LONGEST_TOPIC: Final = 8
_REPEATED: Final = 4
"""Words up to which the answer names again what it is about, as the article does; "it" might be wrong of a client."""


@dataclass(frozen=True, eq=False, slots=True)
class _Said:
    """A clause that somebody said: verb of saying, the clause's verb and subject, the claimant."""

    sentence: Sentence
    verb: Token
    content: Token
    subject: Token
    name: str


def find_contents(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts whose answer is the clause that somebody said."""
    for verb in scene.verbs(sentence):
        if verb.lemma_.lower() not in _CLAIMING:
            continue
        said = _said(scene, sentence, verb)
        if said is None:
            continue
        if any(left_out(t) for t in said.content.subtree if not scene.reading.quoted(t)):
            continue  # "that they would meet on Sunday": without the day it is not what was said
        try:
            fact = _himself(scene, said) if _is_himself(scene, said) else _other(scene, said)
        except Unclear:
            continue  # noted by the finder that asks who said it
        if fact is not None:
            yield fact


def _said(scene: Scene, sentence: Sentence, verb: Token) -> _Said | None:
    content = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if content is None or not is_statement(scene, content) or is_spliced(verb, content):
        return None
    subject = next((c for c in content.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    wished = verb.lemma_.lower() in _WISHING and any(c.dep_ == "mark" and c.lower_ == "that" for c in content.children)
    if subject is None or not (is_finite(content) or wished):
        return None
    name = teller(scene, verb)
    return _Said(sentence, verb, content, subject, name) if name is not None else None


def _other(scene: Scene, said: _Said) -> Fact | None:
    """What is said of something or somebody else than the speaker."""
    if said.content.lemma_.lower() in _CLAIMING and any(c.dep_ == "ccomp" for c in said.content.children):
        return _nested(scene, said)
    tokens = content_tokens(scene, said.content)
    text = scene.wording.words(tokens).removeprefix("that ")
    if not _SHORTEST <= len(text.split()) <= LONGEST or FIRST_PERSON.search(text):
        return None
    lemma = said.verb.lemma_.lower()
    about = _about(scene, said, tokens=first_saying(tokens, said.content)) if lemma not in _WITHOUT_ABOUT else None
    if about is not None:
        return about
    if lemma not in _SPECIFIC_VERBS or not only_once(scene, said.verb, said.name):
        return None
    if lemma in _OPEN and says_more(scene, said.verb, said.name):
        return None
    own = own_pronouns(scene, tokens, said.name, text)
    key = Key(text=f"that {own}", answer=Answer.STATEMENT, span=scene.wording.span(tokens), accepted=(own,))
    base = 0.8 if lemma in _WITHOUT_ABOUT or lemma in {"promise", "admit", "concede"} else 0.72
    if _counted(scene, said.sentence, key):
        base = _WITH_FIGURE
    return made(scene, said.sentence, said.verb, said.name, key, about=None, lead="", base=base)


_WITH_FIGURE: Final = 0.67
"""Weight of a claim with a figure in it: “According to Hale, how many …?” asks it more sharply."""


def _counted(scene: Scene, sentence: Sentence, key: Key) -> bool:
    return any(key.span is not None and q.span.meets(key.span) for q in scene.quantities(sentence))


# -- “said that a survey had found that …”


def _nested(scene: Scene, said: _Said) -> Fact | None:
    """What somebody says that another found: both stay in the question."""
    inner = next(c for c in said.content.children if c.dep_ == "ccomp")
    if not is_statement(scene, inner) or any(c.dep_ == "neg" for c in said.content.children):
        return None
    wording = scene.wording
    tokens = content_tokens(scene, inner)
    text = wording.words(tokens)
    if not _SHORTEST <= len(text.split()) <= LONGEST or FIRST_PERSON.search(text):
        return None
    if wording.noun_phrase(said.subject) == said.name:
        return None  # "said he believed that …"
    between = wording.subtree(said.subject)
    middle = f"{wording.words(between)} {verb_group(said.content).statement}"
    key = Key(text=f"that {text}", answer=Answer.STATEMENT, span=wording.span(tokens), accepted=(text,))
    part = Part(role=Role.CLAUSE, text=middle, span=wording.span(between))
    return made(scene, said.sentence, said.verb, said.name, key, about=part, lead="", base=0.72)


# -- “denied that he had sold them”


def _is_himself(scene: Scene, said: _Said) -> bool:
    """Whether the clause is about the speaker: by name, or by a pronoun right after a denial or admission."""
    subject = said.subject
    if subject.pos_ != "PRON":
        return scene.wording.named(subject) == said.name
    meant = scene.mentions.antecedent(subject)
    if meant is not None:
        return meant == said.name
    near = subject.i - said.verb.i <= _NEAR and said.verb.lemma_.lower() in _DOING
    person = scene.mentions.called(said.name)
    if person is None and subject.lower_ in {"he", "she"}:
        speaker = next((c for c in said.verb.children if c.dep_ == "nsubj"), None) or subject_of(said.verb)
        return near and speaker is not None and wordlists.person_noun(speaker.lemma_.lower())
    if person is None:
        return near and subject.lower_ == "it"
    return near and {"he": "m", "she": "f"}.get(subject.lower_, "-") in {person.gender, "" if person.gender else "m"}


_NEAR: Final = 2
"""Tokens from a verb of denial to a pronoun that can only be its subject: "that", and the pronoun."""


def _himself(scene: Scene, said: _Said) -> Fact | None:
    """“denied that he had sold them”: asked for as a doing, "selling them"."""
    content, verb = said.content, said.verb
    auxiliaries = [c.lower_ for c in content.children if c.dep_ in {"aux", "auxpass", "neg"}]
    if verb.lemma_.lower() not in _DOING or auxiliaries not in ([], ["had"]) or content.pos_ != "VERB":
        return None
    forms: tuple[str, ...] = lemminflect.getInflection(content.lemma_.lower(), tag="VBG")
    tokens = [t for t in content_tokens(scene, content) if t.i > content.i]
    if not forms or not tokens or not only_once(scene, verb, said.name):
        return None
    rest = scene.wording.words(tokens, seen=list(verb.doc[said.sentence.slice.start : verb.i]))
    if len(rest.split()) > LONGEST or FIRST_PERSON.search(rest):
        return None
    rest = own_pronouns(scene, tokens, said.name, rest)
    said_of = verb_group(content).statement
    particle = next((c.lower_ for c in content.children if c.dep_ == "prt" and c.i == content.i + 1), "")
    as_stated = f"{said_of} {rest.removeprefix(f'{particle} ') if particle else rest}"
    key = Key(
        text=f"{forms[0]} {rest}",
        answer=Answer.ACTION,
        span=scene.wording.span(tokens),
        accepted=(f"that {said.subject.lower_} {as_stated}", as_stated),
    )
    return made(scene, said.sentence, verb, said.name, key, about=None, lead="doing", base=0.8)


# -- “said that the plan was a mistake”


def _about(scene: Scene, said: _Said, *, tokens: list[Token]) -> Fact | None:
    """“said that the plan was a mistake” → “What did she say about the plan?”."""
    wording, subject = scene.wording, said.subject
    text = wording.words(tokens).removeprefix("that ")
    if not _is_topic(subject, scene.article.title) or _said_elsewhere(scene, said):
        return None
    topic = wording.noun_phrase(subject)
    if wording.named(subject) is not None and said.verb.lemma_.lower() not in _SHARP:
        return None
    starts = [s for s in (wording.words(wording.subtree(subject)), topic) if text.startswith(f"{s} ")]
    if not starts:
        return None
    topic = own_pronouns(scene, list(subject.subtree), said.name, topic)
    rest = own_pronouns(scene, tokens, said.name, text[len(starts[0]) + 1 :])
    short = len(topic.split()) <= min(_REPEATED, len(rest.split()) + 1)  # "that the map of Iceland had gone" leaks
    again = topic if short else _pronoun(subject, topic)
    if len(topic.split()) > _LONGEST_TOPIC or len(rest.split()) < _SHORTEST_REST:
        return None
    key = Key(
        text=f"that {again} {rest}",
        answer=Answer.STATEMENT,
        span=wording.span(tokens),
        accepted=tuple(dict.fromkeys((rest, f"{again} {rest}", f"{topic} {rest}"))),
    )
    about = Part(role=Role.ADJUNCT, text=f"about {topic}", span=wording.span(wording.subtree(subject)), word="about")
    base = _WITH_FIGURE if _counted(scene, said.sentence, key) else 0.72
    return made(scene, said.sentence, said.verb, said.name, key, about=about, lead="", base=base)


def _is_topic(subject: Token, title: str) -> bool:
    """Whether a subject can stand after "about": the only one of its kind, and not what the whole article is about."""
    if (
        subject.pos_ == "PROPN"
    ):  # "What did she say about Warsaw?" is too wide, "What did she allege about Leigh?" is not
        return subject.text not in title and subject.head.head.lemma_.lower() in _SHARP
    known = any((c.dep_ == "det" and c.lower_ == "the") or c.dep_ == "poss" for c in subject.children)
    if is_shell(subject) or subject.lemma_.lower() in _OWN:
        return False
    counted = any(c.dep_ == "nummod" or c.like_num for c in subject.subtree)
    return subject.pos_ == "NOUN" and known and not counted and subject.lemma_.lower() not in wordlists.LIGHT_OBJECTS


_OWN: Final = frozenset("word comment remark statement claim".split())


def _pronoun(subject: Token, topic: str) -> str:
    """What stands for a long topic in the answer."""
    if subject.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in subject.children):
        return "they"
    return topic if wordlists.person_noun(subject.lemma_.lower()) or subject.pos_ == "PROPN" else "it"


def _said_elsewhere(scene: Scene, said: _Said) -> bool:
    """Whether the speaker may have said something else about it: in another saying of his, or in a quotation."""
    word = re.compile(rf"\b{re.escape(said.subject.text)}\b", re.IGNORECASE)
    for quotation in scene.reading.quotations:
        if not quotation.outer.meets(said.sentence.span) and word.search(scene.article.at(quotation.inner)):
            return True
    for other in scene.reports():
        there = scene.reading.sentence_of(other)
        if there is said.sentence or not word.search(scene.article.at(there.span)):
            continue
        try:
            if source_of(other, scene.wording).source == said.name:
                return True
        except Unclear:
            continue
    return False
