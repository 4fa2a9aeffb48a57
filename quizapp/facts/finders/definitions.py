"""What something is: "X is a Y that …", "X, a Y that …", "Y called X", acronyms, and who holds which role."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.clauses import is_plural
from quizapp.facts.kinds import answer_of
from quizapp.facts.people import Person
from quizapp.facts.reading import Sentence
from quizapp.facts.roles import is_one_post
from quizapp.facts.scene import Scene
from quizapp.facts.spacing import is_break
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Attribution, Fact, FactKind, Key

LONGEST: Final = 26
"""Words of a definition."""


def find_definitions(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about what terms mean, and which thing or person it is that is unique."""
    yield from _copular(scene, sentence)
    yield from _relative(scene, sentence)
    yield from _distinction(scene, sentence)
    yield from _cleft(scene, sentence)


def definition(
    scene: Scene,
    sentence: Sentence,
    topic: str,
    key: Key,
    *,
    base: float,
    plural: bool = False,
    past: bool = False,
    source: Attribution | None = None,
    risk: float = 0.0,
) -> Fact:
    """A fact that says what a topic is."""
    return Fact(
        id="",
        kind=FactKind.DEFINITION,
        key=key,
        topic=topic,
        plural=plural,
        past=past,
        evidence=scene.evidence(sentence, key=None),
        sentence=sentence.index,
        attribution=source,
        weight=scene.weight(sentence, base),
        risk=risk,
    )


_ONE_OF_MORE: Final = re.compile(
    r"^an? (?:[a-z-]+ )*(?:(?:great-)?(?:grand)?(?:son|daughter|child)|brother|sister|cousin|nephew|niece|friend"
    r"|pupil|student|member|colleague|neighbour|neighbor|descendant|relative)\b(?! (?:who|whose|which|that)\b)"
)
"""“a great-grandson of the founder”: not the only one."""


_TELLS_WHICH: Final = re.compile(r"\b(?:who|whose|whom|that|which|brought|sent|employed|based|hired|charged|named)\b")
"""Words after which a description tells one from others: “a cardiologist at the hospital” may be one of several."""


_OF_THE_SCENE: Final = r"\b(?:still(?! lifes?\b)|downstairs|upstairs|here|now|then|next door)\b"


def is_one_of_more(told: str) -> bool:
    """Whether a description fits others of the same family, club or class, or leans on the scene of the article."""
    return _ONE_OF_MORE.match(told) is not None or re.search(_OF_THE_SCENE, told) is not None


def told_apart(scene: Scene, sentence: Sentence, person: Person, told: str, *, past: bool, base: float) -> Fact:
    """A fact that asks who somebody is by what is said of him: “Who is X?” has as many answers as the article."""
    key = scene.person_key(person)
    ranked = re.search(r"\b(?:\w+est|first|only|last|most)\b", told) and sentence.root.tag_ == "VBD"
    ago = re.search(r"\b(?:had|was|were)\b|\b(?:[a-z]+(?:th|rd|nd|st)|\d\d?(?:th|rd|nd|st)) century\b", told)
    past = past or bool(ranked) or ago is not None
    return Fact(
        id="",
        kind=FactKind.ROLE,
        key=key,
        topic=re.sub(r"^an? ", "the ", told) if _TELLS_WHICH.search(told) else told,
        past=past,
        evidence=scene.evidence(sentence, key=key),
        sentence=sentence.index,
        weight=scene.weight(sentence, base),
        risk=0.05,
    )


def is_somebody(scene: Scene, topic: str) -> bool:
    """Whether a topic is a person beyond doubt, so that the question is “Who is X?”."""
    person = scene.mentions.called(topic)
    return person is not None and person.certain


def described_otherwise(scene: Scene, topic: str, description: Token) -> bool:
    """Whether “Who is X?” has two right answers, the article saying something else of X as well, or X may be a firm."""
    person = scene.mentions.called(topic)
    if person is None:
        return False
    body = description.lemma_.lower() in wordlists.ORGANISATION_WORDS
    return not (person.certain or body) or bool(scene.mentions.roles.of(person) - {description.lemma_.lower()})


# -- "X is a Y"


def _copular(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    for verb in scene.verbs(sentence):
        if verb.lemma_ != "be" or any(c.dep_ in {"neg", "aux"} for c in verb.children):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        complement = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
        if subject is None or complement is None or not _defines(scene, subject, complement):
            continue
        kind = subject.pos_ == "NOUN" and verb.tag_ == "VBD"  # what a kind of thing is, is told in the present
        fact = None if kind else _of_copula(scene, sentence, verb, subject, complement)
        if fact is not None:
            yield fact


def _of_copula(scene: Scene, sentence: Sentence, verb: Token, subject: Token, complement: Token) -> Fact | None:
    standing = scene.standing(verb)
    try:
        topic = _topic(scene, subject)
        tokens = scene.wording.subtree(complement)
        text = scene.wording.words(tokens)
    except Unclear:
        return None
    if topic is None or not standing.asserted or not 3 <= len(text.split()) <= LONGEST:
        return None
    if any(t.dep_ == "neg" for t in tokens):
        return None  # "a rock that does not occur here" says what it is not
    person = scene.mentions.called(topic)
    if person is not None and is_one_of_more(text):
        return None
    if person is not None and person.certain and standing.attribution is None:
        return told_apart(scene, sentence, person, text, past=verb.tag_ == "VBD", base=0.62)
    if described_otherwise(scene, topic, complement):
        return None
    who = is_somebody(scene, topic) or answer_of(subject, scene.mentions)[0] is Answer.PEOPLE
    key = Key(
        text=text,
        answer=Answer.DEFINITION,
        span=scene.wording.span(tokens),
        accepted=without_article(text),
        noun="who" if who else "",
    )
    return definition(
        scene,
        sentence,
        topic,
        key,
        base=0.92,
        plural=is_plural(subject),
        past=verb.tag_ == "VBD",
        source=standing.attribution,
    )


def _relative(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """“COP, which is the heat delivered divided by …”: a definition in a clause after a comma."""
    for verb in scene.verbs(sentence):
        pronoun = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ == "which"), None)
        complement = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
        if (
            verb.lemma_ != "be"
            or verb.dep_ != "relcl"
            or pronoun is None
            or complement is None
            or not comma_before(pronoun)
        ):
            continue
        if any(c.dep_ in {"neg", "aux"} for c in verb.children) or any(
            c.dep_ == "advmod" and c.lower_ == "why" for c in complement.subtree
        ):
            continue
        antecedent = verb.head
        determiner = next((c.lower_ for c in complement.children if c.dep_ == "det"), "")
        if determiner not in {"a", "an", "the"} or complement.lemma_ in {"reason", "why"} or _is_told_of(antecedent):
            continue
        if complement.tag_ in {"JJS", "JJ", "JJR"}:
            continue  # "the purchase, which is the largest of its kind": no kind of thing
        try:
            topic = _spelled_out(scene, antecedent, verb)
            tokens = scene.wording.subtree(complement)
            text = scene.wording.words(tokens, seen=[antecedent])
        except Unclear:
            continue
        if not 3 <= len(text.split()) <= LONGEST or len(topic.split()) > 6:
            continue
        key = Key(text=text, answer=Answer.DEFINITION, span=scene.wording.span(tokens), accepted=without_article(text))
        yield definition(
            scene, sentence, topic, key, base=0.84, plural=is_plural(antecedent), past=verb.tag_ == "VBD", risk=0.05
        )


def _is_told_of(noun: Token) -> bool:
    """“the acquisition, which …”: one that was told of before, not a term."""
    the = any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)
    return the and noun.pos_ == "NOUN" and not any(c.dep_ in {"prep", "compound", "amod"} for c in noun.children)


def _spelled_out(scene: Scene, antecedent: Token, clause: Token) -> str:
    """The antecedent as a topic; “the coefficient of performance, or COP,” in full with its letters."""
    spelled = antecedent.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "or" for c in antecedent.head.children)
    if antecedent.text.isupper() and spelled:
        full = scene.wording.words(scene.wording.subtree(antecedent.head, without=[antecedent, clause]))
        return f"{full} ({antecedent.text})"
    return scene.wording.words(scene.wording.subtree(antecedent, without=[clause]))


def _distinction(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """“Herring is the most valuable catch for …”, “Their first export was timber”: ask which thing it is."""
    for verb in scene.verbs(sentence):
        if verb.lemma_ != "be" or any(c.dep_ in {"neg", "aux", "advcl"} for c in verb.children):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        complement = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
        if subject is None or complement is None or scene.reading.quoted(subject) or not scene.standing(verb).asserted:
            continue
        described, named = (
            (complement, subject)
            if _is_unique(complement) or is_one_post(complement)
            else (subject, complement)
            if _is_unique(subject) or is_one_post(subject)
            else (None, None)
        )
        light = described is not None and described.lemma_.lower() in {"thing", "one", "way", "reason", "place", "time"}
        several = described is not None and any(c.dep_ == "conj" for c in (*described.children, *complement.children))
        if described is None or light or several or named is None or named.pos_ not in {"NOUN", "PROPN"}:
            continue
        try:
            topic = scene.wording.words(scene.wording.subtree(described))
            text = scene.wording.noun_phrase(named)
            span = scene.wording.span(scene.wording.subtree(named))
        except Unclear:
            continue
        if (
            not 3 <= len(topic.split()) <= 20
            or not 1 <= len(text.split()) <= 8
            or any(c.dep_ == "nummod" for c in named.children)
            or named.lemma_.lower() in _MADE
        ):
            continue
        person = scene.mentions.called(text)
        if person is not None and is_one_post(described) and not wordlists.person_noun(described.lemma_.lower()):
            continue  # "Port Orrin is the capital of …", taken for a person
        key = (
            scene.person_key(person)
            if person
            else Key(text=text, answer=answer_of(named, scene.mentions)[0], span=span, accepted=without_article(text))
        )
        yield Fact(
            id="",
            kind=FactKind.ROLE,
            key=key,
            topic=topic,
            plural=is_plural(described),
            past=verb.tag_ == "VBD",
            evidence=scene.evidence(sentence, key=key),
            sentence=sentence.index,
            attribution=scene.standing(verb).attribution,
            weight=scene.weight(sentence, 0.72),
            risk=0.05,
        )


_MADE: Final = frozenset(
    """invention work idea creation product result brainchild achievement failure success disaster mistake triumph
    surprise disappointment shock shame relief nuisance problem""".split()
)
"""What somebody made or thinks of it: “His first attempt was a failure” could be put in many ways."""


def _cleft(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """“What changed minds was not a report but a smell”: the sentence asks itself."""
    root = sentence.root
    clause = next((c for c in root.children if c.dep_ in {"csubj", "nsubj"} and c.i < root.i), None)
    complement = next((c for c in root.children if c.dep_ in {"attr", "acomp"} and c.i > root.i), None)
    first = sentence.slice[0]
    if (
        root.lemma_ != "be"
        or first.lower_ != "what"
        or clause is None
        or complement is None
        or scene.reading.quoted(root)
    ):
        return
    if first.head != clause or first.dep_ != "nsubj":
        return
    contrast = next((t for t in complement.subtree if t.dep_ == "cc" and t.lower_ == "but"), None)
    negated = any(c.dep_ == "neg" or c.lower_ == "not" for c in [*root.children, *complement.children])
    try:
        question = scene.wording.words([t for t in clause.subtree if t != first])
        tokens = [t for t in scene.wording.subtree(complement) if contrast is None or t.i > contrast.i]
        text = scene.wording.words(tokens)
    except Unclear:
        return
    if (negated and contrast is None) or not 2 <= len(question.split()) <= 20 or not 1 <= len(text.split()) <= 14:
        return
    key = Key(text=text, answer=Answer.THING, span=scene.wording.span(tokens), accepted=without_article(text))
    yield Fact(
        id="",
        kind=FactKind.OBJECT,
        key=key,
        topic=f"What {question}",
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        weight=scene.weight(sentence, 0.86),
        risk=0.05,
    )


def _is_unique(head: Token) -> bool:
    """Whether a noun phrase can mean only one thing: a superlative, "the first", "the only", "the main"."""
    superlative = any(
        c.tag_ in {"JJS", "RBS"} or c.lower_ in {"first", "only", "main", "last", "best-known"}
        for c in head.subtree
        if c.head in {head, *head.children}
    )
    superlative = superlative and any(c.dep_ in {"prep", "relcl", "acl", "poss"} for c in head.children)
    known = any((c.dep_ == "det" and c.lower_ == "the") or c.dep_ == "poss" for c in head.children)
    return superlative and known


def _defines(scene: Scene, subject: Token, complement: Token) -> bool:
    """Whether the complement says what kind of thing the subject is: "a/an/the … that/of …", about a name or a kind."""
    if subject.pos_ == "PRON" and subject.lower_ not in {"he", "she"}:
        return False
    if any(c.dep_ == "advcl" for c in complement.head.children) or scene.reading.quoted(subject):
        return False
    if subject.pos_ == "NOUN" and any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in subject.children):
        return False  # "Two of its engineers, X and Y, were judges": the role is as right
    if subject.left_edge.lower_ in {
        "some",
        "many",
        "most",
        "all",
        "any",
        "both",
        "other",
        "few",
        "several",
        "half",
        "one",
        "more",
    }:
        return False
    determiner = next((c.lower_ for c in complement.children if c.dep_ == "det"), "")
    person = wordlists.person_noun(complement.lemma_.lower())
    rich = any(
        c.dep_ in {"relcl", "acl", "prep", "compound"} or (c.dep_ == "amod" and person) for c in complement.children
    )
    number = any(c.dep_ == "nummod" for c in complement.children)
    indefinite = determiner in {"a", "an"} or (determiner == "" and complement.tag_ == "NNS")
    definite = (
        determiner == "the"
        and not _is_unique(complement)
        and any(c.dep_ in {"relcl", "acl", "prep"} for c in complement.children)
    )
    generic = (
        subject.pos_ == "PROPN"
        or not any(c.dep_ == "det" and c.lower_ == "the" for c in subject.children)
        or any(c.dep_ == "prep" and c.lower_ == "of" for c in subject.children)
    )
    if any(
        c.lower_ in {"this", "that", "these", "those", "every", "each", "no", "any", "another"}
        for c in subject.children
        if c.dep_ == "det"
    ):
        return False
    return rich and not number and (indefinite or definite) and generic and complement.pos_ in {"NOUN", "PROPN"}


def _topic(scene: Scene, subject: Token) -> str | None:
    text = scene.wording.noun_phrase(subject)
    return text if 1 <= len(text.split()) <= 9 else None


def without_article(text: str) -> tuple[str, ...]:
    """The wording without its article as a variant, nothing where it has none."""
    first, _, rest = text.partition(" ")
    return (rest,) if first.lower() in {"a", "an", "the"} and rest else ()


def comma_before(token: Token) -> bool:
    """Whether a comma or a dash stands before a phrase."""
    left = token.left_edge
    return left.i > 0 and is_break(left.nbor(-1))
