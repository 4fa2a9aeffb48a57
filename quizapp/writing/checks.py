"""Named checks: each passes a draft or says why it is thrown away."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from quizapp.kit.text import reading
from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.writing.stems import LONGEST

_STOP: Final = frozenset(
    """the a an of to in on at for and or by with from as is are was were be been have has had do did does that
    this it its what which who whom whose when where why how many much according""".split()
)
_UNANCHORED: Final = re.compile(
    r"""\b(yesterday|today|tomorrow|tonight
    |(?:last|next|this)\ (?:week|month|year|night|morning|spring|summer|autumn|winter)
    |(?:on\ )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    |(?:the\ )?(?:previous|following)\ (?:day|week|month|year)
    |(?:a|one|two|three)\ (?:day|week|month|year)s?\ (?:ago|earlier|later))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTING: Final = re.compile(
    r"""\b(this|these)\ \w+|\bthose\ (?!who|which|that|of)\w+|\bsuch\ (?:a|an)\b|\b(?:the\ )?(?:former|latter)\b
    |\bthe\ (?:other|same|remaining|rest|remainder|others)\b|\banother\b|\bdo\ so\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PRONOUN: Final = re.compile(
    r"\b([Hh]e|[Ss]he|[Hh]im|[Ii]t|[Tt]hey|[Tt]hem|I|[Ww]e|us|[Yy]ou|[Mm]e|[Mm]y|[Oo]ur|[Yy]our)\b"
)
_POSSESSIVE: Final = re.compile(r"\b(his|her|its|their)\b", re.IGNORECASE)
_FIRST_PERSON: Final = re.compile(r"\b(I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")


@dataclass(frozen=True, slots=True)
class Draft:
    """A stem and the fact it asks, on its way to becoming an item."""

    fact: Fact
    stem: str
    score: float


Check = Callable[[Draft, FactSheet], str | None]


def failed(draft: Draft, sheet: FactSheet) -> tuple[str, str] | None:
    """The first check that a draft fails and the reason; None when it passes all."""
    for name, check in CHECKS:
        reason = check(draft, sheet)
        if reason is not None:
            return name, reason
    return None


def _outside_quotes(stem: str) -> str:
    return re.sub(r"“[^”]*”", " ", stem)


def _length(draft: Draft, sheet: FactSheet) -> str | None:
    words = len(draft.stem.split())
    if words > LONGEST:
        return f"the question has {words} words, more than {LONGEST}"
    return "the question has fewer than four words" if words < 4 and draft.fact.kind != FactKind.DEFINITION else None


def _grammatical(draft: Draft, sheet: FactSheet) -> str | None:
    stem = draft.stem
    if stem.count("“") != stem.count("”") or stem.count("(") != stem.count(")"):
        return "a quotation mark or bracket has no partner"
    if re.search(r"\b(\w+) \1\b", stem, re.IGNORECASE) and not re.search(r"\b(that that|had had)\b", stem):
        return "a word stands twice in a row"
    if re.search(r"\b(?:and|or|but|of|the|a|an)\?$", stem) or re.search(r",\s*\?|[;:]\s", _outside_quotes(stem)):
        return "the question breaks off"
    return None


def _stands_alone(draft: Draft, sheet: FactSheet) -> str | None:
    stem = _outside_quotes(draft.stem)
    if match := _UNANCHORED.search(stem):
        return f"“{match.group()}” needs the article's date"
    if match := _POINTING.search(stem):
        return f"“{match.group()}” points to another sentence"
    first = _PRONOUN.search(stem)
    if first and not _has_antecedent(stem[: first.start()], draft):
        return f"it is not clear who or what “{first.group()}” is"
    quoted = " ".join(re.findall(r"“([^”]*)”", draft.stem))
    if _FIRST_PERSON.search(quoted) and draft.fact.kind is not FactKind.SAYING:
        return "the words quoted are in the first person"
    if re.search(r"\b(?:there|here|so)\?$", stem):
        return "it is not clear where “there” is"
    if re.search(r"\b(?:it|him|her|them)\?$", stem):
        return "the question ends in a pronoun"
    poss = _POSSESSIVE.search(stem)
    if poss and not _has_antecedent(stem[: poss.start()], draft):
        return f"it is not clear whose “{poss.group()}” is"
    return None


def _has_antecedent(before: str, draft: Draft) -> bool:
    """Something before the pronoun that it can mean: more than the question word, or a question for a person."""
    words = [w for w in re.findall(r"[\w’'-]+", before) if w.lower() not in _STOP]
    asks_subject = draft.fact.kind in {FactKind.ACTOR, FactKind.SAYING, FactKind.LABEL} and draft.fact.key.answer in {
        Answer.PERSON,
        Answer.PEOPLE,
        Answer.ORGANISATION,
        Answer.COUNTRY,
        Answer.COUNTRIES,
        Answer.THING,
    }
    return len(words) >= 2 or asks_subject


def _leak(draft: Draft, sheet: FactSheet) -> str | None:
    key = draft.fact.key
    stem = reading(draft.stem)
    if key.answer in {Answer.COUNT, Answer.DURATION} or key.value:
        number = key.text.lower()
        return "the question holds the answer" if re.search(rf"(?<![\w.,]){re.escape(number)}(?![\w,])", stem) else None
    bits = [w for w in re.findall(r"\w+", reading(key.text)) if w not in _STOP and len(w) > 2]
    if not bits:
        return "the answer has no word of its own"
    there = sum(bool(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", stem)) for w in bits)
    limit = 0.5 if key.answer not in {Answer.STATEMENT, Answer.ACTION, Answer.DEFINITION} else 0.45
    if there / len(bits) >= limit:
        return "the question gives the answer away"
    names = [w for w in key.text.split() if w[:1].isupper() and len(w) > 3]
    if key.answer is Answer.PERSON and any(re.search(rf"(?<!\w){re.escape(reading(n))}(?!\w)", stem) for n in names):
        return "the question holds a part of the name"
    return None


def _key_form(draft: Draft, sheet: FactSheet) -> str | None:
    text = draft.fact.key.text
    outside = _outside_quotes(text)
    if match := _POINTING.search(outside):
        return f"“{match.group()}” in the answer points to another sentence"
    if re.match(r"(?:this|that|these|those|it|they|he|she|him|them|such|which|who|there)\b", text, re.IGNORECASE):
        return "the answer points to something else"
    if _PRONOUN.search(outside) and draft.fact.key.answer not in {
        Answer.STATEMENT,
        Answer.QUOTE,
        Answer.DEFINITION,
        Answer.ACTION,
    }:
        return "the answer holds a pronoun"
    if match := _UNANCHORED.search(outside):
        return f"“{match.group()}” in the answer needs the article's date"
    if text.count("“") != text.count("”"):
        return "a quotation mark has no partner"
    return None


def _trivial(draft: Draft, sheet: FactSheet) -> str | None:
    stem = _outside_quotes(draft.stem)
    content = {
        w.lower()
        for w in re.findall(r"[\w’'-]+", stem if "“" not in draft.stem else draft.stem)
        if w.lower() not in _STOP
    }
    if len(content) < 2 and draft.fact.kind not in {FactKind.DEFINITION, FactKind.ACRONYM}:
        return "there is too little in the question to know what is asked"
    return None


def _obvious(draft: Draft, sheet: FactSheet) -> str | None:
    key, title = draft.fact.key, reading(sheet.article.title)
    surname = reading(key.text).split()[-1]
    if key.answer is Answer.PERSON and draft.fact.kind in {FactKind.ACTOR, FactKind.ROLE} and surname in title.split():
        return "the article is about this person"
    if (
        key.answer in {Answer.ORGANISATION, Answer.PERSON, Answer.COUNTRY, Answer.CITY, Answer.THING}
        and reading(key.text).removeprefix("the ") in title
    ):
        return "the title gives the answer"
    return None


CHECKS: Final[tuple[tuple[str, Check], ...]] = (
    ("length", _length),
    ("grammatical", _grammatical),
    ("stands alone", _stands_alone),
    ("no leak", _leak),
    ("complete key", _key_form),
    ("not trivial", _trivial),
    ("not obvious", _obvious),
)
