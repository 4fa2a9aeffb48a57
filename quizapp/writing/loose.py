"""What the thirty-second round of blind readers refused: others who did it, too, things in other words, no moment."""

import re
from collections.abc import Callable
from typing import Final

from quizapp.kit.text import reading
from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.model.item import GAP
from quizapp.writing.phrases import content_words, outside_quotes


def _others_did(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Pepys, like many of his neighbours, dug a pit”, “chemists, led by Thomas Midgley, developed”."""
    if fact.kind is not FactKind.ACTOR or fact.clause is None:
        return None
    names = {fact.key.text, fact.clause.subject.text, *fact.key.accepted}
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    others = re.search(rf"(?:{named})(?: himself| herself| themselves)?,? (?:{_BESIDE})", fact.evidence[-1].quote)
    return "others did it, too, or somebody who is named" if others else None


_BESIDE: Final = (
    r"like (?:many|most|other|others|all|his|her|their|the rest|several|so many)\b|along with|together with|as well as"
    r"|(?:led|headed|directed|run|guided) by (?:[a-z]+ ){0,3}[A-Z]"
)


_GROUPS: Final = re.compile(
    r"\b(?:several|various|certain|a number of|some|many) (?:circumstances|factors|things|reasons|causes|events|changes"
    r"|developments|conditions|problems|elements|features|aspects)\b",
    re.IGNORECASE,
)


def _of_nothing_told(_: Fact, stem: str, __: FactSheet) -> str | None:
    """“What did several circumstances turn into a catastrophe?”: which ones, other sentences say."""
    match = _GROUPS.search(outside_quotes(stem))
    return f"“{match.group()}”: which ones, other sentences say" if match else None


_OF_A_TIME: Final = re.compile(
    r"\b(early|earlier|later|older|newer|modern|traditional|conventional) ([a-z]+s)\b(?! (?:of|in|that|which|who|with))"
)


def _of_a_time(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“What did early machines use?”: machines of which kind, the article says."""
    title = set(content_words(sheet.article.title))
    for text in (outside_quotes(stem), fact.key.text if fact.kind is FactKind.ACTOR else ""):
        match = _OF_A_TIME.search(text)
        if match is not None and match.group(2) not in title and reading(match.group(2)).rstrip("s") not in title:
            return f"“{match.group()}”: of which kind, another sentence says"
    return None


def _somebody(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Who did rumour quickly supply? – a culprit”."""
    anybody = re.fullmatch(r"an? [a-z]+", fact.key.text) is not None
    asked = fact.kind is FactKind.OBJECT and re.search(r"\b[Ww]ho\b", stem)
    return "the answer could be anybody" if anybody and asked else None


def _no_moment(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“How many women died?”, “It cost ____ during the year”: in what, and which year, another sentence says."""
    if fact.kind is not FactKind.QUANTITY or re.search(r"(?<!^)[A-Z\d“]", stem.replace(GAP, "")):
        return None
    if (year := _THE_YEAR.search(stem)) is not None:
        return f"“{year.group()}”: which one, another sentence says"
    few = _PEOPLE.match(stem) is not None and len(content_words(stem.replace(GAP, ""))) < _FEWEST
    return "there is too little in the question to know what is asked" if few else None


_FEWEST: Final = 3
_PEOPLE: Final = re.compile(rf"(?:How many|{GAP}) (?:people|men|women|children|others|soldiers|patients)\b")
_THE_YEAR: Final = re.compile(r"\b(?:during|over|in) the (?:year|month|quarter)(?= ?[.?]|$)")


def _of_what_they_fell(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“By what percentage did ordinary city bikes fall?”: their sales did."""
    if fact.kind is not FactKind.QUANTITY or fact.key.answer is not Answer.PERCENT or fact.clause is None:
        return None
    subject = (
        re.split(r" (?:in|of|at|for|from|to|on|by|among|between) ", fact.clause.subject.text)[0].split()[-1].lower()
    )
    moved = fact.clause.verb.lemma in _MOVING and fact.clause.subject.text[:1].islower()
    counted = subject.endswith("s") and not subject.endswith("ss") and subject not in _MEASURED
    bare = not re.search(r"\b(?:sales|number|price|value|cost|share|use|output) of\b", stem)
    return f"it is not said what of the {subject} moved" if moved and counted and bare else None


_MOVING: Final = frozenset("fall rise grow drop climb slip jump shrink increase decrease decline".split())
_MEASURED: Final = frozenset(
    """sales profits prices revenues costs earnings exports imports orders wages rents fees taxes shares deaths births
    losses emissions levels rates numbers figures bookings takings receipts fares visits admissions cases crimes
    temperatures temperature rainfalls subscriptions passengers visitors tourists deliveries shipments volumes payments
    catches yields harvests stocks savings debts loans salaries budgets populations accidents thefts
    attendances""".split()
)


def _bare_place(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What is the condenser? – a long tube at the back”: at the back of what?"""
    told = {FactKind.DEFINITION: fact.key.text, FactKind.TERM: fact.topic}.get(fact.kind, "")
    place = _AT_THE.search(told)
    return f"“{place.group()}”: of what, another sentence says" if place else None


_AT_THE: Final = re.compile(r"\b(?:at|on|in|near) the (?:back|front|top|bottom|sides?|ends?|edge)\b(?! of)")


def _announced(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“What did Northern Sound Lines announce?”: more than one thing."""
    told = fact.kind is FactKind.SAYING and not fact.topic and _ANNOUNCED.search(stem)
    return "the question could be about anything they said" if told else None


_ANNOUNCED: Final = re.compile(
    r"^What (?:did|does|has|have|had) [^?,]* "
    r"(?:say|announce|warn|claim|argue|suggest|report|add|insist|reveal)(?:ed|d|s)?\?$"
)


TESTS: Final[tuple[Callable[[Fact, str, FactSheet], str | None], ...]] = (
    _others_did,
    _of_nothing_told,
    _of_a_time,
    _somebody,
    _no_moment,
    _of_what_they_fell,
    _bare_place,
    _announced,
)
"""Each says what is left open, or None."""
