"""Questions that say too little to be asked: a verb alone, a place that is told already."""

import re
from typing import Final

from quizapp.model.fact import Answer, Fact, FactKind, Role
from quizapp.writing.phrases import content_words


def elsewhere(fact: Fact) -> bool:
    """Whether a question for a place tells another place."""
    if fact.kind is not FactKind.PLACE or fact.clause is None or fact.focus is None:
        return False
    others = (p for p in (*fact.clause.before, *fact.clause.after) if p.span != fact.focus.part.span)
    return any(_PLACED.match(p.text) for p in others)


_PLACED: Final = re.compile(
    r"(?i:in|at|near|beneath|under|between|across) (?:the )?(?:\w+ (?:above|near|around|of) )?[A-Z][a-z]"
)


def says_nothing(fact: Fact) -> bool:
    """“Who agreed at once?”, “Which country followed in 1957?”: what was done stands in another sentence."""
    clause, focus = fact.clause, fact.focus
    if clause is None or focus is None or fact.kind not in _OF_DEEDS:
        return False
    others = [focus.tail, *(p.text for p in (*clause.before, *clause.after) if p.span != focus.part.span)]
    told = any(w.isalpha() and len(w) > 3 and w not in _SMALL for text in others for w in content_words(text))
    subject = fact.kind is FactKind.ACTOR or (fact.kind is FactKind.QUANTITY and focus.part.role is Role.SUBJECT)
    return not told and (subject or clause.verb.lemma in _EMPTY_VERBS)


def ties(fact: Fact, stem: str) -> int:
    """How much a cause, or a full name with a year, tells beside the verb: “What did Clara Hale turn down in 1979?”."""
    named = fact.clause is not None and len(_CAPITALS.findall(fact.clause.subject.text)) > 1
    return int(may_be_short(fact) or (named and fact.kind is FactKind.OBJECT and _YEAR.search(stem) is not None))


_CAPITALS: Final = re.compile(r"\b[A-Z][\w’'-]+")
_YEAR: Final = re.compile(r"\b1\d{3}\b|\b20\d{2}\b")
_OF_DEEDS: Final = frozenset({FactKind.ACTOR, FactKind.DATE, FactKind.PLACE, FactKind.QUANTITY})


_SMALL: Final = frozenset("again once soon well also later first never ever often always almost".split())
_EMPTY_VERBS: Final = frozenset(
    """follow try agree refuse accept happen continue return decline respond change begin start stop finish resume quit
    pause go come do""".split()
)


def may_be_short(fact: Fact) -> bool:
    """“Who led the study?”, “What caused the delay?”: short, and yet one person's part, or the cause."""
    clause = fact.clause
    if fact.kind is not FactKind.ACTOR or clause is None or not clause.after:
        return False
    if clause.verb.lemma == "cause":
        return True
    one = fact.key.answer in {Answer.PERSON, Answer.ORGANISATION}
    return one and clause.verb.lemma in _PARTS and clause.after[0].text.startswith("the ")


_PARTS: Final = frozenset(
    "lead chair head design draft found invent discover direct command compose edit commission conduct".split()
)
