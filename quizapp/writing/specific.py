"""Whether a question about a thing, a saying or a definition is specific enough to be printed.

Blind readers accepted 9 of 39 questions that ask “What …?” of an event (rounds 7–9), and 22 of 26 that ask who said it
or in which year: of a thing more has to be told before it can be asked for.
"""

import re
from collections.abc import Callable
from typing import Final

from quizapp.kit.text import reading
from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.writing import loose, ragged, vague
from quizapp.writing.bare import bare_in
from quizapp.writing.phrases import content_words, outside_quotes
from quizapp.writing.thin import may_be_short
from quizapp.writing.which import TESTS

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
    return next(
        (
            reason
            for test in (*_TESTS, *TESTS, *loose.TESTS, *vague.TESTS, *ragged.TESTS)
            if (reason := test(fact, stem, sheet)) is not None
        ),
        None,
    )


# -- things that do or undergo something

_EVENTS: Final = frozenset({FactKind.ACTOR, FactKind.OBJECT})
_SHARE: Final = re.compile(
    r"^(?:about |around |roughly |nearly |almost |more than |less than |up to )?"
    r"(?:an? |the |one )?"
    r"(?:largest part|greater part|half|third"
    r"|quarter|fifth|tenth|part|most|much|some|share|majority|fraction|rest|bulk)s? of\b"
)


def _is_of_a_thing(fact: Fact) -> bool:
    thing = fact.kind in _EVENTS and fact.key.answer is Answer.THING
    return thing and not fact.topic and "“" not in fact.key.text


def _thing(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“What can a single pond save? – about a third of the water”, “What leased the pans? – Duke Albrecht”."""
    text = fact.key.text
    if not _is_of_a_thing(fact):
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
    if fact.kind is FactKind.ACTOR and re.search(r"\b(?:no [a-z]|never\b)", stem):
        return "what did not do it is no answer"
    told = len(content_words(stem)) + bool(re.search(r"(?<!^)[A-Z\d“]", stem)) * _TOLD_OTHERWISE
    fewest = _RICH if fact.kind is FactKind.ACTOR else _FEWEST
    if told < _TOLD_OTHERWISE and len(content_words(text)) < fewest and not may_be_short(fact):
        return "there is too little in the question to know what is asked"
    return None


_MORE_THAN_IT: Final = re.compile(
    r"\band (?:said|added|told|was|were|had|has|would)\b|"
    r"^(?:less|fewer|more) |^the [a-z]+ (?:in|of|on) the [a-z]+ with |"
    r"^the [a-z]+ with (?:an?|the) [A-Za-z]|"  # "confirm the diagnosis with a scan"
    r"^the (?:help|aid|means|use|assistance|support) of\b"
    r"|\bthen\b|[’']s? (?:expense|cost|risk|request)$|, not (?!.*\bbut\b)|\bof it\b|\bwhat had been\b"
)


def _other_words(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“What was ringed? – a chick”, “What may occupy a day? – hauling in a line”: it has another name."""
    text = fact.key.text
    if not _is_of_a_thing(fact):
        return None
    quote = fact.evidence[-1].quote
    whole = text if text in quote else text[:1].upper() + text[1:]  # it may begin the sentence
    if re.search(rf"{re.escape(whole)}, [A-Z][a-z]+(?: [a-z]+)?,", quote):
        return "the article gives a name as well"  # "a parasitic worm, Anguillicola crassus,"
    if _MORE_THAN_IT.search(text):
        return "the answer says more than is asked, or less"
    pattern = _ANY_ACTOR if fact.kind is FactKind.ACTOR else _ANY_OBJECT
    return "the answer would be given in other words" if pattern.match(text) else None


_ANY_OBJECT: Final = re.compile(r"an? single [a-z]|the (?:only|first|last) [a-z-]+$|[a-z]+ing (?:an?|the|in|up|out)\b")
_ANY_ACTOR: Final = re.compile(
    rf"{_ANY_OBJECT.pattern}|an? (?:[a-z-]+ )?[a-z-]+$|(?:mature|modern|young|old|new|some|recent) [a-z-]+$"
)
"""Answers that stand for whatever the article calls otherwise."""


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
    if re.match(r"What (?:do|does|did) some [a-z]", stem):
        return "it is not said which ones"
    if _REPORTS.search(stem):
        return "the question could be about anything they said"
    person = fact.key.answer in {Answer.PERSON, Answer.PEOPLE}
    few = person and len(content_words(re.sub(r"(?<!^)\b[A-Z][\w’'-]+", "", stem))) < _FEWEST_TOLD
    return "there is too little in the question to know what is asked" if few else None


def _cut_off(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“a uniform” of “a uniform, blinding white”."""
    if fact.kind not in _EVENTS | {FactKind.ROLE} or not re.fullmatch("an? [a-z]+", fact.key.text):
        return None
    more = rf"\b{re.escape(fact.key.text)}, (?!{_OPENERS}\b)[a-z]+ (?:[a-z]+|\d)"
    return "the answer is cut off at a comma" if re.search(more, fact.evidence[-1].quote) else None


def _own_source(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Who had condensed on the rods, according to Marsh? – Marsh”."""
    source = fact.attribution.source if fact.attribution is not None and not fact.topic else ""
    if fact.kind is FactKind.ACTOR and re.match(
        rf"According to [^.;]{{0,80}}{re.escape(fact.key.text)},", fact.evidence[-1].quote
    ):
        return "the source is the answer"
    own = fact.kind is FactKind.ACTOR and source and source.split()[-1] == fact.key.text.split()[-1]
    return "the source is the answer" if own else None


_BODIES: Final = (
    r"(?:the )?(?:unions|councils|companies|firms|banks|schools|hospitals|clubs|charities|parties|shops|agencies)"
)


def _anybody(fact: Fact, _: str, __: FactSheet) -> str | None:
    """“Who has come up with remedies? – engineers”."""
    if fact.kind is FactKind.ACTOR and _AS_WELL.search(fact.evidence[-1].quote):
        return "the article says it of somebody else as well"
    bodies = fact.kind is FactKind.ACTOR and re.fullmatch(_BODIES, fact.key.text)
    if bodies:
        return "the answer could be anybody"
    crowd = fact.key.answer is Answer.PEOPLE and fact.kind in _EVENTS
    return "the answer could be anybody" if crowd and re.fullmatch(r"(?:(?:the|an?) )?[a-z]+", fact.key.text) else None


# -- why

_REASONS: Final = re.compile(r"\b(?:because|so that|in order to|since(?! \d)|so as to)\b")
_FEWEST_TOLD: Final = 2
"""Words of content that a reason must have: “because everyone asks” has one and a half."""


def _why(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“Why is it folded back? – because …”, where the sentence goes on with “so that …”."""
    if fact.kind not in {FactKind.REASON, FactKind.PURPOSE}:
        return None
    if re.match(r"[a-z]+ing\b", fact.key.text):
        return "what somebody was doing is no reason"
    if re.search(r", [a-z]+ing\b| while \b", outside_quotes(fact.key.text)):
        return "the answer says more than is asked"  # “to improve her English, intending to stay for a summer”
    subject = fact.clause.subject.text if fact.clause is not None else ""
    known = re.findall(
        r"\w+", reading(f"{sheet.article.title} {sheet.article.at(sheet.sentences[0].span) if sheet.sentences else ''}")
    )
    if re.fullmatch(r"[a-z]+s", subject) and reading(subject) not in known and not re.search(r"(?<!^)[A-Z\d]", stem):
        return "it is not said which ones"  # "Why do harbours seldom freeze?"
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


_AND_SAID: Final = re.compile(
    r"\b(?:and|but) (?:also )?(?:said|warned|added|argued|claimed|insisted|noted|pointed out|stressed|told|promised)\b"
)


def _said(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“What has the union warned?”, “What did Tessier say about the club?”: of two clubs, and everything he said."""
    if fact.kind is not FactKind.SAYING or fact.topic:
        return None
    if _OBJECT_PRONOUN.search(outside_quotes(fact.key.text)):
        return "a pronoun in the answer could mean something else"
    vague = re.match(r"that the ([a-z]+) (?:was|is|were|are|had|has)\b", fact.key.text)
    if vague and sheet.bare.get(vague.group(1), 0) > _LACKING:
        return f"“the {vague.group(1)}” is explained elsewhere"
    if " about " in stem and _AND_SAID.search(outside_quotes(fact.evidence[-1].quote.replace('"', ""))):
        return "more than that was said"
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


_SIZED: Final = re.compile(
    r"(?:about |roughly |nearly )?(?:the (?:size|height|length|width|weight|age|colour|color|shape) of|twice|half|as)\b"
)


def is_titled(fact: Fact, sheet: FactSheet) -> bool:
    """Whether a definition is of what the title names: the whole article tells what it is, in many words."""
    told = content_words(fact.topic)
    thing = fact.kind is FactKind.DEFINITION and fact.key.noun != "who"
    return thing and bool(told) and told[-1] in content_words(sheet.article.title)


def _titled(fact: Fact, _: str, sheet: FactSheet) -> str | None:
    """“What is Corrie Mill Dam?”, told in passing of what the title names; a sentence that says so can be judged."""
    return "the whole article tells what it is" if is_titled(fact, sheet) and not _says_what_it_is(fact) else None


def _says_what_it_is(fact: Fact) -> bool:
    """“X is a …”, “X (1840) was …”."""
    pattern = rf"{re.escape(fact.topic)}\W+(?:\([^)]*\) )?(?:is|was|are|were)\b"
    return re.search(pattern, fact.evidence[-1].quote, re.IGNORECASE) is not None


def _defined(fact: Fact, stem: str, sheet: FactSheet) -> str | None:
    """“Who was Voss?” of the article's own hero, “What is the cleverest part of the arrangement?”."""
    if fact.kind is not FactKind.DEFINITION:
        return None
    if fact.key.noun != "who" and re.search(r"\bwho(?:se|m)?\b", fact.key.text.split(",")[0]):
        return "it is not certain whether it is a person or a thing"
    if fact.key.noun == "who" and not fact.plural and _often_told_of(fact.topic, sheet):
        return "the whole article tells who it is"
    if _SIZED.match(fact.key.text) or _RANKED.match(fact.topic) or re.match(r"(?:an? )?(?:[a-z]+ )?\d", fact.key.text):
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
    titled = set(re.findall(r"\b[A-Z]\w+", fact.topic)) & set(re.findall(r"\w+", sheet.article.title))
    return bool(titled) and not _says_what_it_is(fact)


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


_TESTS: Final[tuple[Callable[[Fact, str, FactSheet], str | None], ...]] = (
    _thing,
    _other_words,
    _undergone,
    _cut_off,
    _own_source,
    _anybody,
    _why,
    _called,
    _said,
    _whose,
    _titled,
    _defined,
)
