"""Whether a question about a thing, a saying or a definition is specific enough to be printed.

Blind readers accepted 9 of 39 questions that ask “What …?” of an event (rounds 7–9), and 22 of 26 that ask who said it
or in which year: of a thing more has to be told before it can be asked for.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from quizapp.kit.text import reading
from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.writing.bare import bare_in
from quizapp.writing.phrases import content_words, outside_quotes

_LACKING: Final = 0.2
"""What a bare definite phrase may lack in a question about a thing; one met before lacks 0.25."""
_TOLD_OF: Final = 4
"""Sentences that name somebody from which “Who is …?” has more than one right answer."""
_FEWEST: Final = 2
"""Words of content of an answer that is a thing."""
_RICH: Final = 4
"""Words of content of a subject that says enough by itself."""
_TOLD_OTHERWISE: Final = 4
"""Words of content of a question after which one word of content is answer enough."""


def unspecific(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """What makes a question too open, or its answer too empty; None where it is specific."""
    return next((reason for test in _TESTS if (reason := test(fact, stem, sheet)) is not None), None)


# -- things that do or undergo something

_EVENTS: Final = frozenset({FactKind.ACTOR, FactKind.OBJECT})
_SHARE: Final = re.compile(
    r"^(?:about |around |roughly |nearly |almost |more than |less than |up to )?"
    r"(?:an? |the |one )?"
    r"(?:half|third|quarter|fifth|tenth|part|most|much|some|share|majority|fraction|rest|bulk)s? of\b"
)


def _thing(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“What can a single pond save? – about a third of the water”, “What leased the pans? – Duke Albrecht”."""
    text = fact.key.text
    if fact.kind not in _EVENTS or fact.topic or fact.key.answer is not Answer.THING or "“" in text:
        return None
    if _SHARE.match(text):
        return "the answer is a share: how much is what to ask"
    if re.match("[A-Z]", text) and re.search(r"\bwhat\b", stem, re.IGNORECASE):
        return "it is not certain whether the answer is a person, a body or a thing"
    if re.search(r"\bto [A-Z]", text) and re.match("[Tt]he ", text):
        return "the answer says more than is asked"  # "traced the works to Colin Brade"
    lacking = next((phrase for phrase, lacks in bare_in(fact, stem, sheet) if lacks > _LACKING), None)
    if lacking is not None:
        return f"“the {lacking}” is explained elsewhere"
    if fact.kind is FactKind.ACTOR and re.search(r"\bno [a-z]", stem):
        return "what did not do it is no answer"
    told = len(content_words(stem)) + bool(re.search(r"(?<!^)[A-Z\d“]", stem)) * _TOLD_OTHERWISE
    fewest = _RICH if fact.kind is FactKind.ACTOR else _FEWEST
    if told < _TOLD_OTHERWISE and len(content_words(text)) < fewest:
        return "there is too little in the question to know what is asked"
    return None


_AS_WELL: Final = re.compile(r"\bso (?:did|do|does|was|were|is|are|has|have|had|would|could)\b|\bas did\b")


_OPENERS: Final = (
    r"(?:which|who|but|and|or|where|when|while|as|so|because|an?|the|its|their|his|her|to|with|in|on|at|by)"
)


_REPORTS: Final = re.compile(r"\b(?:report|announce|publish|present|describe|discuss|reveal)\?$")


def _undergone(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“What did the terns travel? – an average of 85,000 km”, “What did the firm report?”, “Whom did she beat?”."""
    if fact.kind is not FactKind.OBJECT or fact.topic:
        return None
    if fact.key.answer is Answer.THING and re.search(r"\d", fact.key.text):
        return "the answer is a figure: how much is what to ask"
    if _REPORTS.search(stem):
        return "the question could be about anything they said"
    person = fact.key.answer in {Answer.PERSON, Answer.PEOPLE}
    few = person and len(content_words(re.sub(r"(?<!^)\b[A-Z][\w’'-]+", "", stem))) < _FEWEST_TOLD
    return "there is too little in the question to know what is asked" if few else None


def _cut_off(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“a uniform” of “a uniform, blinding white”."""
    if fact.kind not in _EVENTS or not re.fullmatch("an? [a-z]+", fact.key.text):
        return None
    more = rf"\b{re.escape(fact.key.text)}, (?!{_OPENERS}\b)[a-z]+ [a-z]+"
    return "the answer is cut off at a comma" if re.search(more, fact.evidence[-1].quote) else None


def _own_source(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Who had condensed on the rods, according to Marsh? – Marsh”."""
    source = fact.attribution.source if fact.attribution is not None and not fact.topic else ""
    own = fact.kind is FactKind.ACTOR and source and source.split()[-1] == fact.key.text.split()[-1]
    return "the source is the answer" if own else None


def _anybody(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Who has come up with remedies? – engineers”."""
    if fact.kind is FactKind.ACTOR and _AS_WELL.search(fact.evidence[-1].quote):
        return "the article says it of somebody else as well"
    crowd = fact.key.answer is Answer.PEOPLE and fact.kind in _EVENTS
    return "the answer could be anybody" if crowd and re.fullmatch(r"(?:the )?[a-z]+", fact.key.text) else None


# -- why

_REASONS: Final = re.compile(r"\b(?:because|so that|in order to|since|so as to)\b")
_FEWEST_TOLD: Final = 2
"""Words of content that a reason must have: “because everyone asks” has one and a half."""


def _why(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Why is it folded back? – because …”, where the sentence goes on with “so that …”."""
    if fact.kind not in {FactKind.REASON, FactKind.PURPOSE}:
        return None
    if re.match(r"[a-z]+ing\b", fact.key.text):
        return "what somebody was doing is no reason"
    marks = set(_REASONS.findall(_clause_of(fact)))
    if len(marks) > (1 if fact.kind is FactKind.REASON else 0) and not marks <= {"in order to", "so as to"}:
        return "the sentence gives more than one reason"
    told = [w for w in content_words(fact.key.text) if w not in _NOBODY]
    return "the answer says too little" if len(told) < _FEWEST_TOLD else None


_NOBODY: Final = frozenset("because everyone everybody everything nobody someone something they there".split())


def _clause_of(fact: Fact) -> str:
    """The words of the sentence up to its first semicolon or colon after the clause begins."""
    return outside_quotes(fact.evidence[-1].quote.split(";")[0].lower())


# -- what was said

_CALLED: Final = re.compile(
    r"^Who (?:called|dubbed|labelled|labeled|termed|branded) (?!for |on |off |in |up )[^“”]*\?$"
)


def _called(fact: Fact, stem: str, _: FactSheet) -> str | None:
    """“Who called her estimate?”: without what it was called."""
    lost = fact.kind is FactKind.ACTOR and _CALLED.match(stem) and re.search('["“]', fact.evidence[-1].quote)
    return "what it was called is left out" if lost else None


_ABOUT: Final = re.compile(r"\babout the ([a-z’'-]+)\?$")
_ONE_OF_SEVERAL: Final = frozenset(
    """club team side company firm man woman player city town village country group party union pupil
    patient""".split()
)
"""Nouns of which an article often has two."""


_OBJECT_PRONOUN: Final = re.compile(
    r"(?<=\w )(?:them|it|him)\b(?! (?:was|is|were|had|has|would|could|will|might|should)\b)"
)


_OPEN: Final = re.compile(
    r"\b(?:say|argue|claim|believe|think|suggest|write|find|show|note|point out|report|stress|insist|conclude)\?$"
)
"""Verbs of which a person in an article has many: “What did Tveit argue?”."""


def _said(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“What has the union warned?”, “What did Tessier say about the club?”: of two clubs, and everything he said."""
    if fact.kind is not FactKind.SAYING or fact.topic:
        return None
    if _OBJECT_PRONOUN.search(outside_quotes(fact.key.text)):
        return "a pronoun in the answer could mean something else"
    about = _ABOUT.search(outside_quotes(stem))
    if about is not None:
        known = re.findall(r"\w+", reading(sheet.article.title))
        lacking = any(lacks > _LACKING for _, lacks in bare_in(fact, stem, sheet))
        several = about.group(1) in _ONE_OF_SEVERAL or reading(about.group(1)) in known
        return "it is not clear which one is meant" if lacking or several else None
    told = " about " in stem or stem.endswith(" of?") or (re.search(r"(?<!^)[A-Z]", stem) and not _OPEN.search(stem))
    return None if told else "the question could be about anything they said"


def _whose(fact: Fact, _: str, sheet: FactSheet) -> str | None:
    """“Who said that his offending had been grave?”: the judge said so, of another."""
    if fact.kind is not FactKind.SAYING or not fact.topic:
        return None
    owner = re.search(r"\b(?:his|her)\b", outside_quotes(fact.topic))
    gender = next((m.noun for m in sheet.mentions if m.text == fact.key.text), "")
    return f"it is not clear whose “{owner.group()}” is" if owner and not gender else None


# -- what something is


def _defined(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“Who was Voss?” of the article's own hero, “What is the cleverest part of the arrangement?”."""
    if fact.kind is not FactKind.DEFINITION:
        return None
    if fact.key.noun != "who" and re.search(r"\bwho(?:se|m)?\b", fact.key.text.split(",")[0]):
        return "it is not certain whether it is a person or a thing"
    if fact.key.noun == "who" and not fact.plural and _often_told_of(fact.topic, sheet):
        return "the whole article tells who it is"
    if _RANKED.match(fact.topic) or re.match(r"(?:an? )?(?:[a-z]+ )?\d", fact.key.text):
        return "tells how much or which one, not what it is"
    if _COMPARED.match(fact.key.text):
        return "the answer compares with something that is not named"
    if _is_told_of_it(fact, sheet):
        return "the whole article tells what it is"
    if fact.topic.startswith("the "):
        lacking = next((phrase for phrase, lacks in bare_in(fact, stem, sheet) if lacks), None)
        return f"“the {lacking}” is explained elsewhere" if lacking else None
    return None


def _is_told_of_it(fact: Fact, sheet: FactSheet) -> bool:
    """“What is Strandholm Marine?”, told in passing of a firm in the title; “X is a …” is an answer."""
    pattern = rf"{re.escape(fact.topic)}\W+(?:\([^)]*\) )?(?:is|was|are|were)\b"
    said = re.search(pattern, fact.evidence[-1].quote, re.IGNORECASE)
    titled = set(re.findall(r"\b[A-Z]\w+", fact.topic)) & set(re.findall(r"\w+", sheet.article.title))
    return not said and bool(titled)


_COMPARED: Final = re.compile(
    r"(?:an? )?(?:[a-z]+er|more [a-z]+|less [a-z]+|similar|different|another) [a-z]+(?!.*\bthan\b)"
)
_RANKED: Final = re.compile(
    r"the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|next)\b"
)


def _often_told_of(name: str, sheet: FactSheet) -> bool:
    surname = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    told = sum(bool(surname.search(sheet.article.at(s.span))) for s in sheet.sentences)
    return told >= _TOLD_OF or bool(surname.search(sheet.article.title))


# -- nouns that are of something

_RELATIONAL: Final = re.compile(
    r"""\b(?:an?|several|(?<!how\ )many|some|various|another|two|three|four|five)\ (?:[a-z-]+\ ){0,2}?
    (?:(?:sets?|pairs?|parts?|versions?|cop(?:y|ies)|members?|shares?)\b(?!\ (?:of|by|that|which|who)\b)
    |(?:clues?|remed(?:y|ies)|solutions?|answers?|reasons?|differences?|sequels?|replacements?|substitutes?|alternatives?
    |quantit(?:y|ies)|results?|effects?|causes?|objections?|conditions?|exceptions?|examples?|explanations?|measures?|steps?|changes?)\b
    (?!\ (?:of\ (?!only|just|about|some|more|less|\d)|to|for|in|between|that|which|who|on|from|with|called|named|known
    |at|by|against)))""",
    re.IGNORECASE | re.VERBOSE,
)
"""“Who has come up with several remedies?”: for what, another sentence says."""
_WHOLE: Final = re.compile(r"^the (?:entire|whole|full|complete) [a-z]+$")


def _of_what(fact: Fact, stem: str, _: FactSheet) -> str | None:
    if fact.kind is FactKind.DEFINITION:
        return None
    match = _RELATIONAL.search(outside_quotes(stem)) or (
        _RELATIONAL.search(fact.key.text) if fact.kind in _EVENTS else None
    )
    if match is not None:
        return f"“{match.group()}”: of what, another sentence says"
    return "the answer says too little" if _WHOLE.match(fact.key.text) else None


_OCCASIONS: Final = frozenset({FactKind.DATE, FactKind.PLACE, FactKind.QUANTITY})


def _place_only_pointed_at(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“On what date were the walls nearly lost?”: nothing in the question has a name."""
    if fact.kind not in _OCCASIONS:
        return None
    subject = fact.clause.subject.text if fact.clause is not None else ""
    if fact.kind is not FactKind.QUANTITY and re.fullmatch("an? [a-z-]+(?: [a-z-]+)?", subject):
        return f"“{subject}” could be any"
    if re.search(r"(?<!^)[A-Z\d“]", stem):
        return None
    if fact.kind is FactKind.QUANTITY and len(content_words(stem)) >= _TOLD_OTHERWISE:
        return None
    lacking = next((phrase for phrase, lacks in bare_in(fact, stem, sheet) if lacks), None)
    return f"“the {lacking}” is explained elsewhere" if lacking else None


# -- names


_NUMBERED: Final = re.compile(r"\b([A-Z][a-z]+) [IVX]+\b")


@lru_cache(maxsize=2)
def _numbered_names(text: str) -> tuple[tuple[str, bool], ...]:
    """The names that a text numbers, and whether it has more than one of each."""
    kings: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(text):
        kings.setdefault(match.group(1), set()).add(match.group())
    return tuple((name, len(numbers) > 1) for name, numbers in kings.items())


def _numbered(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“In which year did Charles return?” where the article has Charles XI and Charles XII."""
    for name in (n for n, several in _numbered_names(sheet.article.text) if several or fact.key.text == n):
        bare = re.compile(rf"\b{name}\b(?! [IVX]+\b)")
        if bare.search(stem) or bare.search(fact.key.text):
            return f"“{name}” is one of several"
    return None


def _one_of_two(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“In which year did Thomson die?” where two have that surname."""
    names = (m.text.split() for m in sheet.mentions if m.answer is Answer.PERSON and " " in m.text)
    surnames = Counter(surname for _, surname in {(words[0], words[-1]) for words in names})
    titled = set(re.findall(r"\w+", sheet.article.title))  # whom the title names is meant by the bare name
    for surname in (name for name, times in surnames.items() if times > 1 and name in stem and name not in titled):
        bare = re.search(rf"(?<![A-Za-z.] )\b{re.escape(surname)}\b|\b[a-z]+ {re.escape(surname)}\b", stem)
        if bare is not None:
            return f"“{surname}” could be either of two"
    return None


# -- where


_MORE_THAN_PLACE: Final = re.compile(
    r"^(?:in|on|at|near|under|over|inside|outside) .* "
    r"(?:at the [\w’' ]*(?:expense|cost|risk|request|time|age)|for|with|without|despite|because|during|after|before) "
)


def _place(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Where were they quartered? – on the villages at the inhabitants' expense”."""
    more = fact.kind is FactKind.PLACE and _MORE_THAN_PLACE.match(f"{fact.key.text} ")
    return "the answer says more than where" if more else None


# -- what happens under a condition

_REPORTED: Final = re.compile(
    r"\b(?:said|says|warned|warns|claimed|claims|argued|told|believes?|expects?|hopes?|thinks?)\b"
)


def _consequence(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What happens if no deal is reached? – the union has warned that …”: what is warned of is not what happens."""
    said = fact.kind is FactKind.CONDITION and _REPORTED.search(outside_quotes(fact.key.text))
    past = fact.kind is FactKind.CONDITION and re.search(r"\bif (?:[a-z]+ ){1,4}?(?:was|were|had)\b", fact.topic)
    if past or (fact.kind is FactKind.CONDITION and re.search(r"\bwill have\b", fact.key.text)):
        return "the answer tells how it would be seen, not what happens"
    return "the answer tells what somebody says, not what happens" if said else None


_TESTS: Final[tuple[Callable[[Fact, str, FactSheet], str | None], ...]] = (
    _thing,
    _undergone,
    _cut_off,
    _own_source,
    _anybody,
    _why,
    _place_only_pointed_at,
    _called,
    _said,
    _whose,
    _defined,
    _of_what,
    _place,
    _consequence,
    _numbered,
    _one_of_two,
)
