"""What somebody said: denied, warned, promised, recommended, said about a thing, accused another of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import lemminflect
from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.assertions import source_of
from quizapp.facts.finders.speakers import own_pronouns, speaker_of, speaking
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.verbs import SUBJECTS, is_finite, verb_group
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Clause, Fact, FactKind, Focus, Key, Part, Role, VerbGroup

_SPECIFIC_VERBS: Final = frozenset(
    """deny doubt dispute warn predict promise pledge vow propose recommend admit concede acknowledge threaten demand
    disclose confess""".split()
)
"""Verbs that ask for one thing when their speaker uses them once: “What did Hale predict?”."""

_WITHOUT_ABOUT: Final = frozenset(
    """deny doubt dispute propose recommend demand threaten pledge vow disclose confess estimate calculate expect guess
    reckon hear agree hold teach advise reject dismiss question refute""".split()
)
"""Verbs after which “say about” would be untrue: what is doubted, wanted, reckoned or only heard is not said."""

_ABOUT_VERBS: Final = frozenset(
    """say think warn predict believe suggest find show reveal conclude admit acknowledge concede promise allege
    claim""".split()
)
"""Verbs that go well with "about" and are kept; of other verbs of saying the question has "say"."""

_SHARP: Final = frozenset("allege claim warn predict suggest admit".split())
"""Verbs sharp enough to be asked about a person or place."""

_DOING: Final = frozenset({"deny", "admit"})
_GERUNDS: Final = {"deny": "doing", "admit": "doing", "recommend": "", "propose": "", "suggest": "", "advocate": ""}
"""Verbs with "-ing" for what is said, and what stands in its place in the question."""

_SHORTEST: Final = 3
_LONGEST: Final = 24
_LONGEST_TOPIC: Final = 8
_REPEATED: Final = 4
"""Words up to which the answer names again what it is about, as the article does; "it" might be wrong of a client."""
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur|[Yy]ou|[Yy]our)\b")


def find_contents(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about what is said by a clause, by an "-ing", or after the preposition of an accusation or a call."""
    for verb in scene.verbs(sentence):
        lemma = verb.lemma_.lower()
        if lemma in wordlists.REPORTING | wordlists.DENYING | _SPECIFIC_VERBS:
            yield from _clause_content(scene, sentence, verb)
        if lemma in _GERUNDS:
            yield from _gerund_content(scene, sentence, verb)
        if lemma in _PREPOSITIONS:
            yield from _charge(scene, sentence, verb)


def _teller(scene: Scene, verb: Token) -> str | None:
    """The source of a saying that the article itself reports; None where it is unclear, denied or told by another."""
    standing = scene.standing(verb)
    if not standing.asserted or standing.attribution is not None or any(c.dep_ == "neg" for c in verb.children):
        return None
    if not is_finite(verb) or any(c.dep_ in {"auxpass", "expl"} for c in verb.children):
        return None
    try:
        return source_of(verb, scene.wording).source
    except Unclear:
        return None


def made(
    scene: Scene, sentence: Sentence, verb: Token, name: str, key: Key, *, about: Part | None, lead: str, base: float
) -> Fact | None:
    """The fact that asks for what is said: the speaker, the verb, what it is about, and the words as the focus."""
    subject = speaking(verb)
    if subject is None or key.span is None:
        return None
    content = Part(role=Role.CLAUSE, text=key.text, span=key.span)
    found = speaker_of(scene, sentence, verb)
    person = found is not None and found[0].answer is Answer.PERSON
    clause = Clause(
        before=(),
        subject=Part(role=Role.SUBJECT, text=name, span=sentence.span_of(subject, subject)),
        verb=_active(verb)
        if any(c.dep_ == "auxpass" for c in verb.children)
        else _asking(verb, about=about is not None and about.word == "about", person=person),
        after=(*((about,) if about is not None else ()), content),
        span=sentence.span,
    )
    return Fact(
        id="",
        kind=FactKind.SAYING,
        key=key,
        evidence=scene.evidence(sentence, key=found[0] if found is not None else None),
        sentence=sentence.index,
        clause=clause,
        focus=Focus(part=content, lead=f"{lead} " if lead else ""),
        weight=scene.weight(sentence, base),
        risk=0.04,
    )


def _asking(verb: Token, *, about: bool, person: bool) -> VerbGroup:
    """The verb as the question has it: "say" for one that does not go with "about"; people "find out"."""
    group = verb_group(verb)
    if about and person and group.rest == "find":
        return replace(group, rest="find out")
    if about and group.lemma not in _ABOUT_VERBS and group.first in {"did", "does", "do"}:
        return replace(group, rest="say", lemma="say")
    return group


def _active(verb: Token) -> VerbGroup:
    """“was described … by X” as the verb of what X did."""
    past = any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    lemma = verb.lemma_.lower()
    forms: tuple[str, ...] = lemminflect.getInflection(lemma, tag="VBD" if past else "VBZ") or (verb.lower_,)
    return VerbGroup(statement=forms[0], singular=forms[0], first="did" if past else "does", rest=lemma, lemma=lemma)


# -- a clause: "denied that …", "said that the plan …"


def _clause_content(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    content = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if content is None or not is_statement(scene, content):
        return
    name = _teller(scene, verb)
    subject = next((c for c in content.children if c.dep_ in SUBJECTS), None)
    if name is None or subject is None or not is_finite(content) or subject.dep_ not in {"nsubj", "nsubjpass"}:
        return
    wording = scene.wording
    try:
        tokens = [t for t in wording.subtree(content) if not (t.dep_ == "mark" and t.head == content)]
        text = wording.words(tokens)
        about = wording.noun_phrase(subject)
    except Unclear:
        return  # noted by the finder that asks who said it
    if not _SHORTEST <= len(text.split()) <= _LONGEST or _FIRST_PERSON.search(text):
        return
    span = wording.span(tokens)
    lemma = verb.lemma_.lower()
    if about == name:
        yield from _about_himself(scene, sentence, verb, content, name=name, text=text)
        return
    about_it = _about(scene, sentence, verb, subject, name=name, text=text, tokens=tokens)
    if about_it is not None and lemma not in _WITHOUT_ABOUT:
        yield about_it
    elif lemma in _SPECIFIC_VERBS and _only_once(scene, verb, name):
        said = own_pronouns(scene, content, name, text)
        key = Key(text=f"that {said}", answer=Answer.STATEMENT, span=span, accepted=(said,))
        yield from _if_made(made(scene, sentence, verb, name, key, about=None, lead="", base=0.8))


def _if_made(fact: Fact | None) -> Iterator[Fact]:
    if fact is not None:
        yield fact


def is_statement(scene: Scene, content: Token) -> bool:
    """Whether the clause after a verb of saying says something, in the reporter's words and not as a question."""
    mark = next((c.lower_ for c in content.children if c.dep_ == "mark"), "")
    asking = mark in {"whether", "if"} or any(c.tag_ in {"WRB", "WP", "WDT"} for c in content.children)
    joined = any(t.text in {";", ":"} for t in content.head.children)
    return not asking and not joined and not scene.reading.quoted(content)


def _about_himself(
    scene: Scene, sentence: Sentence, verb: Token, content: Token, *, name: str, text: str
) -> Iterator[Fact]:
    """“denied that he had sold them”: asked for as a doing, "selling them"."""
    auxiliaries = [c for c in content.children if c.dep_ in {"aux", "auxpass"}]
    plain = not auxiliaries or [c.lower_ for c in auxiliaries] == ["had"]
    negated = any(c.dep_ == "neg" for c in content.children)
    if verb.lemma_.lower() not in _DOING or not plain or negated or content.pos_ != "VERB":
        return
    forms: tuple[str, ...] = lemminflect.getInflection(content.lemma_.lower(), tag="VBG")
    after = text.split(f" {content.text} ", 1)
    if not forms or len(after) != 2 or not _only_once(scene, verb, name):
        return
    rest = after[1]
    said = own_pronouns(scene, content, name, text)
    key = Key(
        text=f"{forms[0]} {rest}",
        answer=Answer.ACTION,
        span=scene.wording.span(scene.wording.subtree(content)),
        accepted=(f"that {said}", said),
    )
    yield from _if_made(made(scene, sentence, verb, name, key, about=None, lead="doing", base=0.86))


def _only_once(scene: Scene, verb: Token, name: str) -> bool:
    """Whether the speaker uses this verb of saying once in the article, as far as can be seen."""
    for other in scene.verbs_of(verb.lemma_.lower()):
        if other.doc is verb.doc and other.i == verb.i:
            continue
        try:
            if source_of(other, scene.wording).source == name:
                return False
        except Unclear:
            continue
    return True


def _about(
    scene: Scene, sentence: Sentence, verb: Token, subject: Token, *, name: str, text: str, tokens: list[Token]
) -> Fact | None:
    """“said that the plan was a mistake” → “What did she say about the plan?”."""
    wording = scene.wording
    if not _is_topic(subject, scene.article.title) or _said_elsewhere(scene, sentence, subject, name):
        return None
    topic = wording.noun_phrase(subject)
    shown = wording.words(wording.subtree(subject))
    for start in (shown, topic):
        if text.startswith(f"{start} "):
            rest = text[len(start) + 1 :]
            break
    else:
        return None
    topic = own_pronouns(scene, subject, name, topic)
    again = topic if len(topic.split()) <= _REPEATED else _pronoun(subject, topic)
    rest = own_pronouns(scene, subject.head, name, rest)
    if len(topic.split()) > _LONGEST_TOPIC or len(rest.split()) < _SHORTEST:
        return None
    key = Key(
        text=f"that {again} {rest}",
        answer=Answer.STATEMENT,
        span=wording.span(tokens),
        accepted=(rest, f"{again} {rest}"),
    )
    about = Part(role=Role.ADJUNCT, text=f"about {topic}", span=wording.span(wording.subtree(subject)), word="about")
    return made(scene, sentence, verb, name, key, about=about, lead="", base=0.72)


def _is_topic(subject: Token, title: str) -> bool:
    """Whether a subject can stand after "about": the only one of its kind, and not what the whole article is about."""
    if (
        subject.pos_ == "PROPN"
    ):  # "What did she say about Warsaw?" is too wide, "What did she allege about Leigh?" is not
        return subject.text not in title and subject.head.head.lemma_.lower() in _SHARP
    known = any((c.dep_ == "det" and c.lower_ == "the") or c.dep_ == "poss" for c in subject.children)
    counted = any(c.dep_ == "nummod" or c.like_num for c in subject.subtree)
    return subject.pos_ == "NOUN" and known and not counted and subject.lemma_.lower() not in wordlists.LIGHT_OBJECTS


def _pronoun(subject: Token, topic: str) -> str:
    """What stands for a long topic in the answer."""
    if subject.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in subject.children):
        return "they"
    return topic if wordlists.person_noun(subject.lemma_.lower()) or subject.pos_ == "PROPN" else "it"


def _said_elsewhere(scene: Scene, sentence: Sentence, subject: Token, name: str) -> bool:
    """Whether the speaker may have said something else about it: in another saying of his, or in a quotation."""
    word = re.compile(rf"\b{re.escape(subject.text)}\b", re.IGNORECASE)
    for quotation in scene.reading.quotations:
        if not quotation.outer.meets(sentence.span) and word.search(scene.article.at(quotation.inner)):
            return True
    for other in scene.reports():
        there = scene.reading.sentence_of(other)
        if there is sentence or not word.search(there.slice.text):
            continue
        try:
            if source_of(other, scene.wording).source == name:
                return True
        except Unclear:
            continue
    return False


# -- "denied selling", "recommends freezing fares"


def _gerund_content(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    doing = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG" and c.i > verb.i), None)
    if doing is None or any(c.dep_ in SUBJECTS for c in doing.children) or scene.reading.quoted(doing):
        return
    name = _teller(scene, verb)
    if name is None:
        return
    try:
        tokens = scene.wording.subtree(doing)
        text = scene.wording.words(tokens)
    except Unclear as unclear:
        scene.skip("stands alone", str(unclear), sentence)
        return
    if not 2 <= len(text.split()) <= _LONGEST or _FIRST_PERSON.search(text) or not _only_once(scene, verb, name):
        return
    key = Key(text=text, answer=Answer.ACTION, span=scene.wording.span(tokens))
    lead = _GERUNDS[verb.lemma_.lower()]
    yield from _if_made(made(scene, sentence, verb, name, key, about=None, lead=lead, base=0.84))


# -- what stands after a preposition: “accused the firm of breaking a promise”, “called for an inquiry”

_PREPOSITIONS: Final = {
    "accuse": {"of"},
    "suspect": {"of"},
    "convict": {"of"},
    "acquit": {"of"},
    "clear": {"of"},
    "charge": {"with"},
    "blame": {"for"},
    "criticise": {"for"},
    "criticize": {"for"},
    "praise": {"for"},
    "condemn": {"for"},
    "commend": {"for"},
    "apologise": {"for"},
    "apologize": {"for"},
    "call": {"for"},
    "appeal": {"for"},
    "campaign": {"for", "against"},
    "plead": {"for"},
    "warn": {"of", "against", "about"},
    "complain": {"of", "about"},
    "boast": {"of", "about"},
    "compare": {"to", "with"},
    "liken": {"to"},
    "advise": {"against"},
}
"""Verbs of blame, praise, warning and demand, each with the prepositions before what is said."""


def _charge(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Fact]:
    wanted = _PREPOSITIONS[verb.lemma_.lower()]
    analysis = scene.analysis(verb)
    standing = scene.standing(verb)
    if analysis is None or not standing.asserted or analysis.clause.verb.negated:
        return
    parts = analysis.clause.parts()
    index, head = max(analysis.heads.items())
    if index != len(parts) - 1 or head.dep_ != "prep" or head.lower_ not in wanted or scene.reading.quoted(head):
        return
    target = next((c for c in head.children if c.dep_ in {"pobj", "pcomp"}), None)
    part = parts[index]
    text = part.text[len(head.text) :].strip()
    if target is None or not 2 <= len(text.split()) <= _LONGEST or not part.text.lower().startswith(f"{head.lower_} "):
        return
    if _FIRST_PERSON.search(text) or target.pos_ == "PRON":
        return
    doing = target.dep_ == "pcomp"
    bare = tuple(text[len(word) :] for word in ("the ", "a ", "an ") if text.startswith(word))
    key = Key(text=text, answer=Answer.ACTION if doing else Answer.STATEMENT, span=part.span, accepted=bare)
    yield Fact(
        id="",
        kind=FactKind.SAYING,
        key=key,
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        clause=analysis.clause,
        focus=Focus(part=part, lead=f"{head.lower_} "),
        attribution=standing.attribution,
        weight=scene.weight(sentence, 0.84 if doing else 0.74),
        risk=0.04,
    )
