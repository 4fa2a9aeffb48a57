"""Terms by what an aside says of them: “gluten, a stretchy network that …”, “a green pigment, chlorophyll”."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from quizapp.facts import wordlists
from quizapp.facts.anchors import misread
from quizapp.facts.clauses import Analysis
from quizapp.facts.finders.appositions import SUMMARIES, is_closed
from quizapp.facts.finders.definitions import LONGEST, comma_before, without_article
from quizapp.facts.finders.making import make
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.second import listed_by_another
from quizapp.facts.verbs import is_finite
from quizapp.facts.wording import Unclear
from quizapp.model.fact import Answer, Attribution, Fact, FactKind, Focus, Key

_TELLING: Final = 5
"""Words from which an aside tells what is meant from others of its kind."""
_LONGEST_TERM: Final = 4
_LONGEST_KIND: Final = 4
_NO_KIND: Final = SUMMARIES | frozenset(
    "gap effect market job height honour honor discovery achievement condition method task symbol".split()
)
"""Nouns by which nothing is called anything: they sum up a clause, or say what something stands for."""


def find_explained(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Facts that ask for a term, by the aside that explains it or by the kind of thing it is."""
    for token in sentence.slice:
        if token.dep_ in _TELLING_LABELS and not scene.reading.quoted(token):
            yield from _by_aside(scene, sentence, token)
    for verb in scene.verbs(sentence):
        analysis, standing = scene.analysis(verb), scene.standing(verb)
        if analysis is not None and standing.asserted and not analysis.clause.verb.negated:
            yield from _by_kind(scene, sentence, analysis, standing.attribution)


# -- “What is a stretchy network that runs through the whole dough called?”, whatever the sentence itself hangs on


def _by_aside(scene: Scene, sentence: Sentence, token: Token) -> Iterator[Fact]:
    if token.dep_ in _ASIDES:
        term = _right_before(token, sentence)
        if term is not None and is_closed(token) and not listed_by_another(token):
            yield from _term(scene, sentence, term, token, aside=token)
    elif token.dep_ == "relcl" and token.lemma_ == "be" and token.tag_ in {"VBZ", "VBP"}:
        which = next((c for c in token.children if c.dep_ == "nsubj" and c.lower_ == "which"), None)
        told = next((c for c in token.children if c.dep_ == "attr" and c.i > token.i), None)
        plain = not any(c.dep_ in {"neg", "aux", "advmod"} for c in token.children)
        if which is not None and told is not None and plain and comma_before(which):
            yield from _term(scene, sentence, token.head, told, aside=token)


_ASIDES: Final = frozenset({"appos", "npadvmod", "dep", "oprd"})
"""Labels that the parser gives to an aside; “falls into the ureter, the narrow tube that …” hangs on the verb."""
_TELLING_LABELS: Final = _ASIDES | {"relcl"}


def _right_before(told: Token, sentence: Sentence) -> Token | None:
    """The noun that stands before a comma and an aside, which explains it whatever the parser hangs it on."""
    first = told.left_edge
    if first.i < sentence.slice.start + 2 or not comma_before(told) or told.ent_type_ in _NAMES:
        return None
    term = first.nbor(-2)
    return term if first.lower_ == "the" or (told.dep_ == "appos" and told.head == term) else None


def _term(scene: Scene, sentence: Sentence, term: Token, told: Token, *, aside: Token) -> Iterator[Fact]:
    many = term.tag_ == "NNS" and term.lower_.endswith("s")
    alike = many == (told.tag_ == "NNS" and not any(c.lower_ in {"a", "an"} for c in told.children))
    if not alike or not _is_term(term) or not _tells(told) or _is_particular(term, told) or _is_listed(told):
        return
    try:
        tokens = scene.wording.subtree(term, without=[aside])
        text = scene.wording.words(tokens)
        explaining = scene.wording.subtree(told)
        topic = scene.wording.words(explaining, seen=[term])
    except Unclear:
        return  # the clause around it is told of by other finders, which say so
    if explaining[-1].i - explaining[0].i >= len(explaining):
        return  # "a disorder in which damage, usually on the left, makes it hard to find words": a part was left out
    if len(text.split()) > _LONGEST_TERM or not _TELLING <= len(topic.split()) <= LONGEST:
        return
    yield Fact(
        id="",
        kind=FactKind.TERM,
        key=Key(text=text, answer=Answer.THING, span=scene.wording.span(tokens), accepted=without_article(text)),
        topic=topic,
        plural=many,
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        weight=scene.weight(sentence, 0.86),
        risk=0.05,
    )


def _is_listed(told: Token) -> bool:
    """“a tiny anvil, a set of pliers his father brought, a sewing machine”: three things, none of them explained."""
    after = told.right_edge.i + 1
    further = told.doc[after : after + 2]
    goes_on = len(further) > 1 and further[0].text == "," and further[1].lower_ in {"a", "an", "the"}
    inside = any(t.dep_ == "appos" and t.i > told.i and comma_before(t) for t in told.subtree)
    return goes_on or inside


def _is_term(term: Token) -> bool:
    """Whether a noun is a term: no name, nobody, and not one that other words tell from others of its kind."""
    told = {c.dep_ for c in term.children} & {"poss", "nummod", "conj", "cc", "prep", "acl"}
    lower = term.text.islower() and term.pos_ in {"NOUN", "PROPN"}
    # "connected by cable, a job that …", "some 46 metres above high water, a height that …"
    shared = term.dep_ == "pobj" and term.tag_ == "NN" and not any(c.dep_ == "det" for c in term.children)
    return lower and not told and not shared and term.dep_ != "conj" and not wordlists.person_noun(term.lemma_.lower())


def _tells(told: Token) -> bool:
    """Whether an aside says of which kind something is, and what tells it from others of that kind."""
    parts = {c.dep_ for c in told.children}
    article = any(c.dep_ == "det" and c.lower_ in {"a", "an", "the"} for c in told.children)
    bare = told.tag_ == "NNS" and told.text.islower() and not parts & {"det", "poss", "nummod"}
    tail = any(c.i > told.i and _tells_apart(c) for c in told.children)
    after = told.doc[told.right_edge.i + 1 : told.right_edge.i + 3]
    listed = bool(parts & {"conj", "neg"}) or any(t.dep_ == "cc" or t.lower_ in {"and", "or"} for t in after)
    alone = not listed and not any(c.tag_ == "JJR" for c in told.children)
    kind = told.pos_ == "NOUN" and told.lemma_.lower() not in _NO_KIND and not wordlists.person_noun(told.lemma_)
    return (article or bare) and tail and alone and kind


def _tells_apart(child: Token) -> bool:
    """“that leads to the bladder”, “with a gate at each end”, “rich in silica”."""
    rich = child.dep_ == "amod" and any(c.dep_ == "prep" for c in child.children)
    return child.dep_ == "acl" or rich or _is_told(child) or (child.dep_ == "prep" and child.lower_ not in _LOOSE)


def _is_told(clause: Token) -> bool:
    """Whether a relative clause has its verb: “in which damage to the brain makes it hard …” may have lost it."""
    finite = is_finite(clause) or any(c.dep_ == "nsubj" for c in clause.children)  # the tagger may miss its form
    return clause.dep_ == "relcl" and clause.pos_ in {"VERB", "AUX"} and finite


_LOOSE: Final = frozenset("of like as".split())
"""Prepositions that begin no mark by which one thing is told from others."""


def _is_particular(term: Token, told: Token) -> bool:
    """“The library, a building in Market Street that opened in 1907”: this one library, for which there is no term."""
    the = any(c.dep_ == "det" and c.lower_ == "the" for c in term.children)
    if any(c.dep_ == "det" and c.lower_ == "the" for c in told.children):
        return False  # "the water table, the level beneath which every opening in the rock is filled"
    past = any(t.tag_ == "VBD" or t.pos_ == "PROPN" for t in told.subtree)
    return the and past


# -- “What green pigment do chloroplasts contain?”


def _by_kind(scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None) -> Iterator[Fact]:
    for index, head in analysis.heads.items():
        part, noun = analysis.clause.parts()[index], _noun_of(head)
        if noun is None or head.i < analysis.verb.i:
            continue
        beside = next((c for c in noun.children if c.dep_ == "appos" and c.i > noun.i and comma_before(c)), None)
        if beside is None or misread(beside) or not is_closed(beside):
            continue
        found = _kind_and_term(scene, noun, beside)
        if found is None:
            continue
        kind, key = found
        lead = f"{head.lower_} " if head != noun else ""
        asked = replace(key, noun=kind)
        yield make(scene, sentence, FactKind.LIST, asked, analysis, Focus(part=part, lead=lead), source, 0.74)
        return


def _noun_of(head: Token) -> Token | None:
    """The noun that a part is about: an object, or what stands behind a preposition of the verb's own."""
    if head.dep_ == "dobj":
        return head
    if head.dep_ in {"prep", "agent"} and head.lower_ in _ASKED:
        return next((c for c in head.children if c.dep_ == "pobj"), None)
    return None


_ASKED: Final = frozenset("of from into with by".split())


def _kind_and_term(scene: Scene, noun: Token, beside: Token) -> tuple[str, Key] | None:
    """“a green pigment, chlorophyll”, “cellulose, a tough carbohydrate”: what kind it is, and its name as the key."""
    kind, term = (noun, beside) if _is_a_kind(noun) else (beside, noun)
    if not _is_a_kind(kind) or not _is_bare(term):
        return None
    told = [t for t in scene.wording.subtree(kind, without=[beside] if kind == noun else []) if t.dep_ != "det"]
    tokens = scene.wording.subtree(term, without=[beside] if term == noun else [])
    try:
        text, words = scene.wording.words(tokens), scene.wording.words(told)
    except Unclear:
        return None
    if len(text.split()) > _LONGEST_KIND or not 2 <= len(words.split()) <= _LONGEST_KIND:
        return None
    return words, Key(text=text, answer=Answer.THING, span=scene.wording.span(tokens), accepted=without_article(text))


def _is_a_kind(noun: Token) -> bool:
    """“a green pigment”: a kind with what tells it from others, and nothing behind it but asides."""
    indefinite = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in noun.children)
    form = noun.lower_ in _FORMS and any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    told = form or any(c.dep_ in {"amod", "compound"} for c in noun.children)
    parts = {"det", "amod", "compound", "punct", "appos", "relcl"} | ({"prep"} if form else set())
    plain = all(c.dep_ in parts for c in noun.children)
    thing = noun.tag_ == "NN" and not wordlists.person_noun(noun.lemma_.lower())
    return indefinite and told and plain and thing and noun.lemma_.lower() not in _NO_KIND


_FORMS: Final = frozenset("form kind type species variety sort".split())


def _is_bare(term: Token) -> bool:
    """“chlorophyll”, “cellulose”: a noun with no article, told by nothing but its aside."""
    plain = all(c.dep_ in {"amod", "compound", "punct", "appos", "relcl"} for c in term.children)
    return plain and term.tag_ in {"NN", "NNP", "NNS"} and not term.like_num and term.ent_type_ not in _NAMES


_NAMES: Final = frozenset({"PERSON", "DATE", "TIME", "GPE", "NORP", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
