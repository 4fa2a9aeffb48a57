"""Who somebody and what something is: "X, a Y that …"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.anchors import misread
from quizapp.facts.clauses import is_plural
from quizapp.facts.finders.definitions import (
    LONGEST,
    comma_before,
    definition,
    described_otherwise,
    is_one_of_more,
    is_somebody,
    told_apart,
    without_article,
)
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.second import described_by_another
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Fact, Key

SUMMARIES: Final = frozenset(
    """process move change step decision outcome result figure idea development sign practice fact feature measure
    trend rise fall increase decrease drop number group total evidence proof hint indication confirmation example case
    instance time journey trip distance walk flight drive voyage difference gap margin""".split()
)
"""Nouns that sum up the whole clause before them rather than the noun."""


def find_appositions(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts about who persons and what things are, from what is said of them between commas."""
    for token in sentence.slice:
        if (
            token.dep_ != "appos"
            or scene.reading.quoted(token)
            or (scene.reading.quoted(token.head) and not _quoted_name(scene, token.head))
        ):
            continue
        name, description = (token.head, token) if token.head.i < token.i and token.pos_ == "NOUN" else (None, None)
        if name is None or description is None or not comma_before(description):
            continue
        if not misread(description) and is_closed(description) and not described_by_another(description):
            yield from _apposition(scene, sentence, name, description)


def is_closed(description: Token) -> bool:
    """Whether a mark ends an apposition: “As she rounded the Point, a band began to play” has none."""
    end = description.right_edge.i + 1
    return end >= len(description.doc) or description.doc[end].is_punct or description.right_edge.is_punct


def _quoted_name(scene: Scene, name: Token) -> str | None:
    """A name in quotation marks: the "snow ledger"."""
    quotation = scene.reading.quotation_at(name)
    text = scene.article.at(quotation.inner).strip(" ,") if quotation is not None else ""
    if not 1 <= len(text.split()) <= 4:
        return None
    the = any(c.dep_ == "det" and c.lower_ == "the" for c in name.children)
    return f"the “{text}”" if the else f"“{text}”"


def _apposition(scene: Scene, sentence: Sentence, name: Token, description: Token) -> Iterator[Fact]:
    if not _names_a_term(name, sentence) or not _describes(scene, name, description):
        return
    try:
        topic = (
            _quoted_name(scene, name)
            or scene.wording.named(name)
            or scene.wording.words(scene.wording.subtree(name, without=[description]))
        )
        tokens = scene.wording.subtree(description)
        text = scene.wording.words(tokens, seen=[name])
    except Unclear as unclear:
        scene.skip("stands alone", str(unclear), sentence)
        return
    negative = any(t.dep_ == "neg" for t in tokens)  # what it is not defines nothing
    if negative or not 4 <= len(text.split()) <= LONGEST or len(topic.split()) > 8:
        return
    body = description.lemma_.lower() in wordlists.ORGANISATION_WORDS
    person = is_somebody(scene, topic) and not body
    past = person and not _goes_on(description) and (_long_ago(scene, sentence, name) or _is_history(scene, sentence))
    known = scene.mentions.called(topic)
    if person and known is not None:
        if is_one_of_more(text) or scene.standing(sentence.root).attribution is not None:
            return  # "according to legend, …"
        yield told_apart(scene, sentence, known, text, past=past, base=0.58)
        return
    if known is not None or described_otherwise(scene, topic, description):
        scene.skip("one right answer", f"{topic} is described in more than one way", sentence)
        return
    key = Key(
        text=text,
        answer=Answer.DEFINITION,
        span=scene.wording.span(tokens),
        accepted=without_article(text),
    )
    yield definition(
        scene,
        sentence,
        topic,
        key,
        base=0.84 if name.dep_ in {"nsubj", "nsubjpass"} else 0.76,
        plural=is_plural(name),
        risk=0.05,
    )


def _goes_on(description: Token) -> bool:
    """“a teacher who has lived here since 1989”: what is said in the present is still so."""
    return any(t.tag_ in {"VBZ", "VBP"} for t in description.subtree)


def _long_ago(scene: Scene, sentence: Sentence, name: Token) -> bool:
    """Whether a sentence, or else one beside it, tells of a year before that of people who may still live."""
    nearest = next((t for t in name.ancestors if t.pos_ in {"VERB", "AUX"}), sentence.root)
    if nearest.tag_ in {"VBN", "VBD"} and any(_is_year(t) and int(t.text) < _LIVING for t in nearest.subtree):
        return True  # "it clots, a property noticed in 1956 by Frederick Bang, a pathologist"
    if any(t.tag_ in {"VBZ", "VBP"} and t.dep_ == "ROOT" for t in sentence.slice):
        return False  # "says Solvaag, a limnologist who …" lives
    near = scene.reading.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    beside = [s for s in near if s.paragraph == sentence.paragraph]
    years = _years(sentence) or [year for s in beside for year in _years(s)]
    return bool(years) and min(years) < _LIVING


def _is_history(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells of the past in an article that names no later year."""
    return sentence.root.tag_ == "VBD" and 0 < _latest_year(scene.article.text) < _LIVING


@lru_cache(maxsize=2)
def _latest_year(text: str) -> int:
    """The latest year that a text names, 0 where it names none."""
    return max(map(int, re.findall(r"\b[12]\d{3}\b", text)), default=0)


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == len("1956")


def _years(sentence: Sentence) -> list[int]:
    years = [int(t.text) for t in sentence.slice if _is_year(t)]
    return years + [int(t.text[:4]) for t in sentence.slice if t.text.endswith("0s") and t.text[:4].isdigit()]


_LIVING: Final = 1990


def _describes(scene: Scene, name: Token, description: Token) -> bool:
    """Whether an apposition tells enough of a name, and of it alone."""
    determiner = next((c.lower_ for c in description.children if c.dep_ == "det"), "")
    told = any(c.dep_ in {"relcl", "acl", "prep"} for c in description.children)
    if determiner not in {"a", "an", "the"} or description.lemma_.lower() in SUMMARIES or not told:
        return False
    if any(c.lower_ in _THEN for c in description.children) or _is_one_of(description):
        return False
    if description.tag_ in {"JJ", "JJS", "JJR"} or not _same_sort(scene, name, description):
        return False
    joined = any(t.dep_ == "conj" for t in description.children)
    many = description.tag_ == "NNS" and name.tag_ != "NNS" and scene.mentions.person_at(name) is not None
    pronoun = any(t.tag_ == "PRP" for c in description.children if c.dep_ == "prep" for t in c.subtree)
    return not (joined or many or pronoun)


_THEN: Final = frozenset("then now once formerly later previously still already also perhaps probably".split())
"""Adverbs that tie what somebody is to a time of the story."""


def _is_one_of(description: Token) -> bool:
    """“a village, the second of six children”: a member of a family, so a person, whatever noun stands nearest."""
    return description.lower_ in {"one", "eldest", "oldest", "youngest", "only", "last"} or description.ent_type_ in {
        "ORDINAL",
        "CARDINAL",
    }


def _same_sort(scene: Scene, name: Token, description: Token) -> bool:
    """Whether a person is described as a person, and a thing by a term: “a daughter, a teacher” defines no term."""
    person = wordlists.person_noun(description.lemma_.lower())
    nearest = description.left_edge.nbor(-2) if description.left_edge.i > 1 else name
    if nearest.i > name.i and nearest.pos_ == "NOUN" and not person:
        return False  # "bounce a note from the diaphragm, the sheet of muscle …": the nearer noun may be meant
    known = scene.mentions.person_at(name)
    if (
        known is not None
        and not person
        and not any(c.lower_ == "who" for t in description.children for c in t.children)
    ):
        return False  # a person who is "a village" is none
    return not (person and name.pos_ == "NOUN" and scene.mentions.person_at(name) is None)


def _names_a_term(name: Token, sentence: Sentence) -> bool:
    """Whether a noun is a name or a term that can be asked for, not one of several, a date or the end of a title."""
    parts = {c.dep_ for c in name.children}
    if name.pos_ not in {"NOUN", "PROPN"} or name.tag_ in {"JJS", "JJR"}:
        return False  # "The shortest, a law that …"
    if name.dep_ == "pobj" and name.tag_ == "NN" and not parts & {"det", "poss"}:
        return False  # "connected by cable, a job that takes twenty minutes"
    if name.dep_ == "conj" or parts & {"conj", "cc", "poss", "nummod"}:
        return False
    if name.ent_type_ in {"DATE", "GPE", "LOC", "CARDINAL", "MONEY", "PERCENT", "TIME"}:
        return False
    if _is_parallel(name) or _is_an_award(name):
        return False
    above = name.head.head
    titled = above.pos_ == "PROPN" or (above.is_title and above.i != sentence.slice.start)
    if name.dep_ == "pobj" and name.head.lower_ == "of" and titled:
        return False  # the end of a title: "A Hundred Views of One Glacier, a collection …"
    if name.pos_ == "NOUN" and parts == {"det", "appos"} | (parts & {"punct"}) and name.left_edge.lower_ == "the":
        return False  # "the owner, a company that …": whose owner, another sentence says
    some = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in name.children)
    return name.pos_ == "PROPN" or not some or len(list(name.children)) <= _FEW_PARTS


def _is_an_award(name: Token) -> bool:
    """“She was named the most valuable player, an award that …”: what the award is, not what a player is."""
    described = [c for c in name.children if c.dep_ == "appos"]
    person = name.pos_ == "NOUN" and wordlists.person_noun(name.lemma_.lower())
    return person and not any(wordlists.person_noun(c.lemma_.lower()) for c in described)


def _is_parallel(name: Token) -> bool:
    """“The spruce comes from the Alps, the maple from Bosnia”: the maple stands beside the spruce."""
    above = {t.lower_ for t in name.ancestors if t.dep_ == "prep"}
    described = [c for c in name.children if c.dep_ == "appos"]
    return any(c.dep_ == "prep" and c.lower_ in above - {"of"} for each in described for c in each.children)


_FEW_PARTS: Final = 2
