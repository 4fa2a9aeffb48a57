"""How many, how much, how long: facts about the quantities of a clause."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from spacy.tokens import Token

from quizapp.facts.clauses import Analysis
from quizapp.facts.finders.changes import superseded
from quizapp.facts.finders.making import make
from quizapp.facts.finders.members import states_members
from quizapp.facts.quantities import Quantity
from quizapp.facts.reading import Sentence
from quizapp.facts.scene import Scene
from quizapp.facts.times import unnamed_period
from quizapp.model.fact import Answer, Attribution, Fact, FactKind, Focus, Hedge, Key, Part, Role

_WORTH: Final = {Answer.MONEY: 0.78, Answer.PERCENT: 0.74, Answer.MEASURE: 0.72, Answer.COUNT: 0.64}
"""How much a reader should know a figure of this kind: gold lists ask sums most, counts least."""
FORECASTS: Final = frozenset("expect forecast predict estimate see report project".split())
"""Verbs whose bare amount does not say what it is an amount of."""


def quantity_facts(
    scene: Scene, sentence: Sentence, analysis: Analysis, source: Attribution | None, quantities: list[Quantity]
) -> Iterator[Fact]:
    """A fact for each quantity that this very verb governs, with the part it stands in."""
    for quantity in quantities:
        if _governing_verb(quantity.head) != analysis.verb:
            continue
        why = _not_the_figure(scene, sentence, analysis, quantity)
        if why is not None:
            scene.skip(*why, sentence)
            continue
        for part in analysis.clause.parts():
            focus, text = _locate(part, quantity)
            if focus is None or states_members(analysis, part):
                continue
            key = Key(
                text=text,
                answer=quantity.answer,
                span=quantity.full_span,
                noun=quantity.noun,
                value=quantity.value,
                hedge=quantity.hedge,
                accepted=_quantity_variants(quantity),
            )
            if _says_little(analysis, focus, quantity):
                continue
            base = _WORTH.get(quantity.answer, 0.7)
            compared = focus.lead.strip().split(" ")[-1].lower() in {"from", "than", "against", "with"}
            base -= (0.3 if compared else 0.0) + (0.1 if part.role is Role.SUBJECT and focus.lead else 0.0)
            undated = analysis.verb.lemma_ in _THEN and analysis.verb.tag_ == "VBD" and not _has_date(analysis)
            base -= 0.1 if undated else 0.0
            small = quantity.answer is Answer.COUNT and quantity.value in {"2", "3"}
            yield make(scene, sentence, FactKind.QUANTITY, key, analysis, focus, source, base - (0.2 if small else 0.0))
            break


def _not_the_figure(scene: Scene, sentence: Sentence, analysis: Analysis, quantity: Quantity) -> tuple[str, str] | None:
    """The rule and the reason by which a figure is not the one right answer: corrected, rounded, of an unnamed time."""
    period = unnamed_period(analysis.verb)
    if period is not None and quantity.answer is not Answer.DURATION:
        return "stands alone", f"“{quantity.full}” is the figure of a {period.text} without a date"
    if superseded(scene, sentence, quantity):
        return "faithful", f"“{quantity.full}” is corrected later"
    some = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in analysis.subject.children)
    if analysis.verb.lemma_ == "cost" and analysis.verb.tag_ == "VBD" and some and not _is_dated(analysis):
        return "stands alone", f"“{quantity.full}” is what it cost at a time that is told elsewhere"
    exact = _exact_elsewhere(scene, quantity)
    return None if exact is None else ("one right answer", f"“{quantity.full}” is “{exact.full}” elsewhere")


def _exact_elsewhere(scene: Scene, quantity: Quantity) -> Quantity | None:
    """The exact figure of which “more than £400,000” is a round one: whoever knows it is right as well."""
    if quantity.hedge is Hedge.EXACT or not quantity.value:
        return None
    value = Decimal(quantity.value)
    alike = (o for o in scene.exact_quantities if o.answer is quantity.answer and o.noun == quantity.noun)
    return next((o for o in alike if 0 < abs(Decimal(o.value) - value) <= _ROUND * abs(value)), None)


_ROUND: Final = Decimal("0.08")
"""Share by which a round figure may miss the exact one that it stands for."""
_CHANGING: Final = frozenset("fall rise drop climb sink grow increase decrease decline jump slip".split())
_HAVING: Final = frozenset("have hold own control take get win receive keep lose gain shed add".split())
_BARE_CHANGE: Final = 2
"""Parts of a clause that has a subject and a figure, and nothing to compare it with."""
_THEN: Final = frozenset("cost last contain hold stand have be pay".split())
"""Verbs of which a past figure says little without its time: “How much did a machine cost?”."""


def _has_date(analysis: Analysis) -> bool:
    return any(
        t.ent_type_ in {"DATE", "TIME"} or t.lower_ in {"when", "after", "before"} for t in analysis.verb.subtree
    )


def _is_dated(analysis: Analysis) -> bool:
    """Whether a phrase of the clause itself says when."""
    phrases = [c for c in analysis.verb.children if c.dep_ in {"prep", "npadvmod", "advcl"}]
    return any(t.ent_type_ in {"DATE", "TIME"} for c in phrases for t in c.subtree)


def _says_little(analysis: Analysis, focus: Focus, quantity: Quantity) -> bool:
    """Whether a figure is no answer by itself: a bound's condition, a bare forecast, a change from nothing told."""
    lemma, part, lead = analysis.verb.lemma_, focus.part, focus.lead.lower().split()
    forecast = quantity.answer is Answer.MONEY and part.role is Role.OBJECT and not lead and lemma in FORECASTS
    changed = lead[-1:] == ["to"] and "from" not in lead and lemma in _CHANGING
    share = lemma in _HAVING and quantity.answer is Answer.PERCENT and not focus.tail.startswith(" of ")
    both = any(c.dep_ == "conj" for c in analysis.subject.children) or any(
        c.lower_ == "both" for c in analysis.verb.children
    )
    joined = lemma == "be" and part.role is Role.SUBJECT and both
    from_nowhere = changed and len(analysis.clause.parts()) <= _BARE_CHANGE
    inside = quantity.answer is Answer.MONEY and lead[-1:] == ["in"]  # "pencilled in £20.5m"
    early = part in analysis.clause.before and not lead  # "ten metres down, the boiling point is 120 degrees"
    of_what = early or (quantity.answer is Answer.MEASURE and part.role is Role.SUBJECT and not lead and lemma != "be")
    return (
        share
        or joined
        or forecast
        or from_nowhere
        or inside
        or of_what
        or _is_condition_of_bound(analysis, part, quantity)
    )


def _is_condition_of_bound(analysis: Analysis, part: Part, quantity: Quantity) -> bool:
    """“At 100 hertz a wave is more than three metres long”: lower pitches are right as well, so 100 is not asked."""
    others = " ".join(p.text for p in analysis.clause.parts() if p.span != part.span)
    return quantity.hedge is Hedge.EXACT and any(
        h in others for h in ("more than", "less than", "at least", "up to", "fewer than")
    )


def _governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token that heads a finite clause or is the clause's own."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            if ancestor.dep_ in {"xcomp", "pcomp", "acl", "advcl"} and not any(
                c.dep_ in {"nsubj", "nsubjpass"} for c in ancestor.children
            ):
                continue
            return ancestor
    return None


def _locate(part: Part, quantity: Quantity) -> tuple[Focus | None, str]:
    if not part.span.meets(quantity.full_span):
        return None, ""
    for text in (quantity.full, quantity.text):
        for form in (text, text[:1].lower() + text[1:]):
            if part.text.count(form) == 1:
                lead, tail = part.text.split(form)
                return Focus(part=part, lead=lead, tail=tail), form
    return None, ""


def _quantity_variants(quantity: Quantity) -> tuple[str, ...]:
    short_of = quantity.full.lower().startswith(("nearly ", "almost "))
    if short_of or quantity.hedge not in {Hedge.EXACT, Hedge.ABOUT}:  # "30" is no other wording of "fewer than 30"
        noun = quantity.answer is Answer.COUNT and quantity.noun
        return (f"{quantity.full} {quantity.noun.split()[-1]}",) if noun else ()
    variants = [quantity.text]
    if quantity.answer is Answer.COUNT:
        variants.append(f"{quantity.text} {quantity.noun.split()[-1]}" if quantity.noun else quantity.text)
    if quantity.answer is Answer.COUNT and quantity.value and len(quantity.value) < 7:
        variants.append(quantity.value)  # of "14 months" 14 is not the whole answer
    if quantity.answer is Answer.PERCENT and quantity.value:
        variants += [f"{quantity.value}%", f"{quantity.value} per cent"]
    return tuple(dict.fromkeys(v for v in variants if v != quantity.full))
