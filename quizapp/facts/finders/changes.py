"""Figures that changed: the new value of “from 12 to 14 percent”, and the figure that corrected an earlier one."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from quizapp.facts.clauses import Analysis
from quizapp.facts.finders.making import make
from quizapp.facts.numerals import number_of
from quizapp.facts.quantities import Quantity
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.wording import Unclear
from quizapp.model.article import Span
from quizapp.model.fact import Answer, Attribution, Fact, FactKind, Focus, Key, Part, Role

_CHANGING: Final = frozenset(
    """rise grow increase climb jump go fall drop decrease decline shrink slip sink dip cut reduce raise lower expand
    extend shorten widen halve double""".split()
)
_REVISING: Final = frozenset("revise correct amend restate update".split())
_REVISED: Final = frozenset("figure number estimate total toll count amount sum cost price it this".split())
_LONGEST: Final = 24
"""Words of the sentence that a corrected figure is asked in."""
_ASKED: Final = {Answer.MONEY: "how much", Answer.PERCENT: "what percentage"}
_FROM_TO: Final = re.compile(
    r"""^from\ (?P<old>\d[\d,.]*)\ to\ (?P<new>\d[\d,.]*)\ (?P<unit>percent|per\ cent|[a-z]+s)\b(?P<tail>.*)$""",
    re.VERBOSE,
)
"""Both ends share the unit that stands after the second: the parser hangs the first on the second, or elsewhere."""


def find_changes(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """The new value of each change between two figures, and the latest of a figure that was corrected."""
    for verb in scene.verbs(sentence):
        standing = scene.standing(verb)
        if not standing.asserted:
            continue
        if verb.lemma_.lower() in _CHANGING:
            analysis = scene.analysis(verb)
            if analysis is not None and not analysis.clause.verb.negated:
                yield from _new_value(scene, sentence, analysis, standing.attribution)
        elif _revises(verb):
            yield from _latest(scene, sentence, verb, standing.attribution)


def superseded(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the sentence, or the one after it, goes on to correct this figure: then it is not asked as the figure."""
    if any(_revises(verb) and quantity.head.i < verb.i for verb in scene.verbs(sentence)):
        return True
    following = sentence.index + 1
    if following >= len(scene.reading.sentences):
        return False
    return any(_revises(verb) for verb in scene.verbs(scene.reading.sentences[following]))


def _revises(verb: Token) -> bool:
    """“revised the figure to …”, “the toll was corrected to …”."""
    about = {c.lemma_.lower() for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}}
    new = any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children)
    return verb.lemma_.lower() in _REVISING and new and bool(about & _REVISED)


def _new_value(scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None) -> Iterator[Fact]:
    for part in analysis.clause.after:
        found = _FROM_TO.match(part.text) if part.role is Role.ADJUNCT else None
        if found is None:
            continue
        key = _key(scene, part, found["new"], found["unit"])
        if key is None:
            return
        unit = f" {found['unit']}" if key.answer is Answer.PERCENT else ""  # "from 12 percent to what percentage"
        tail = found["tail"] if key.answer is not Answer.COUNT else f" {found['unit']}{found['tail']}"
        focus = Focus(part=part, lead=f"from {found['old']}{unit} to ", tail=tail)
        yield make(scene, sentence, FactKind.QUANTITY, key, analysis, focus, source, 0.76)
        return


def _key(scene: Scene, part: Part, number: str, unit: str) -> Key | None:
    """The new value with its unit as the article writes it."""
    value, place = number_of(number), scene.article.at(part.span).rfind(f"{number} {unit}")
    if not value or place < 0:
        return None
    percent = unit in {"percent", "per cent"}
    text = f"{number} {unit}"
    at = part.span.start + place
    return Key(
        text=text,
        answer=Answer.PERCENT if percent else Answer.MEASURE,
        span=Span(at, at + len(text)),
        noun="" if percent else unit,
        value=value,
        accepted=(number, f"{number}%", f"{number} per cent") if percent else (number,),
    )


def _latest(scene: Scene, sentence: Sentence, verb: Token, source: Attribution | None) -> Iterator[Fact]:
    """“…, but later revised the figure to how much?”: asked in place, so that the question says it was revised."""
    if source is not None:
        return  # a claim within a claim is left alone
    found = next((q for q in scene.quantities(sentence) if q.head.i > verb.i and "to" in _before(q)), None)
    if found is None or found.answer not in _ASKED or len(sentence.slice) > _LONGEST:
        return
    asked = {t.i for t in sentence.slice if found.span.meets(sentence.span_of(t, t))}
    told = [t for t in sentence.slice if t.i < min(asked)]
    rest = [t for t in sentence.slice if t.i > max(asked) and not t.is_punct]
    if rest:
        return
    try:
        topic = scene.wording.words(told)
    except Unclear as unclear:
        scene.skip("stands alone", str(unclear), sentence)
        return
    key = Key(
        text=found.text, answer=found.answer, span=found.span, noun=found.noun, value=found.value, hedge=found.hedge
    )
    yield Fact(
        id="",
        kind=FactKind.OBJECT,
        key=key,
        evidence=scene.evidence(sentence),
        sentence=sentence.index,
        topic=f"{topic} {_ASKED[found.answer]}",
        weight=scene.weight(sentence, 0.74),
    )


def _before(quantity: Quantity) -> set[str]:
    """The two words before a quantity."""
    first = quantity.head.left_edge.i
    return {t.lower_ for t in quantity.head.doc[max(0, first - 2) : first]}
