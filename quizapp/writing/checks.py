"""Named checks: each passes a draft or says why it is thrown away."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from quizapp.kit.text import has_words, reading
from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.writing.bare import bare_in
from quizapp.writing.broken import broken_in, half_a_name, half_of_more, joined_name, stands_twice, torn_name
from quizapp.writing.once import names_in, persons_in
from quizapp.writing.phrases import (
    BARE_PLACE,
    COMPARING,
    EMPTY_KEY,
    FIRST_PERSON,
    LABEL_NOUNS,
    PERSONAL,
    POINTING,
    POSSESSIVE,
    STOP,
    THIN,
    UNANCHORED,
    content_words,
    outside_quotes,
)
from quizapp.writing.specific import unspecific
from quizapp.writing.stems import LONGEST
from quizapp.writing.thin import elsewhere, may_be_short, says_nothing, ties
from quizapp.writing.whole import hole

FEWEST_WORDS: Final = 3
"""Words of content that a question about a thing must have to be about one event; with a name for an answer, two do."""

_NAMED: Final = frozenset({Answer.PERSON, Answer.PEOPLE, Answer.ORGANISATION, Answer.COUNTRY, Answer.COUNTRIES})
_LONG: Final = frozenset({Answer.STATEMENT, Answer.ACTION, Answer.DEFINITION})
_TITLED: Final = frozenset({Answer.ORGANISATION, Answer.PERSON, Answer.COUNTRY, Answer.CITY, Answer.THING})


@dataclass(frozen=True, slots=True)
class Draft:
    """A stem and the fact it asks, on its way to becoming an item."""

    fact: Fact
    stem: str
    score: float


_LONGEST_FIGURE: Final = 27
"""Words of a question for a figure: readers refused the longer ones as overloaded."""

Check = Callable[[Draft, FactSheet], str | None]


def failed(draft: Draft, sheet: FactSheet) -> tuple[str, str] | None:
    """The first check that a draft fails and the reason; None when it passes all."""
    for name, check in CHECKS:
        reason = check(draft, sheet)
        if reason is not None:
            return name, reason
    return None


def _length(draft: Draft, _: FactSheet) -> str | None:
    words = len(draft.stem.split())
    longest = _LONGEST_FIGURE if draft.fact.kind is FactKind.QUANTITY else LONGEST
    if words > longest:
        return f"the question has {words} words, more than {longest}"
    if words < 4 and draft.fact.kind is not FactKind.DEFINITION:
        return "the question has fewer than four words"
    return None


# -- grammar

_OF_SEVERAL: Final = frozenset({FactKind.DEFINITION, FactKind.ROLE, FactKind.LIST})
_ENDING_SO: Final = frozenset({FactKind.OBJECT, FactKind.SAYING, FactKind.LABEL, FactKind.LIST})
_STRANDED: Final = re.compile(r"\b(?:without|with|of|to|from|by|at|in|on|for|between|than|as)\?$")


def _misnamed(draft: Draft, outside: str, sheet: FactSheet) -> str | None:
    """A name that stands twice, or of which only a half stands there."""
    subject = draft.fact.clause.subject.text if draft.fact.clause is not None else ""
    if subject[:1].isupper() and stands_twice(subject, outside):
        return "the same name stands twice"
    quote = draft.fact.evidence[-1].quote
    known = names_in(sheet) | set(draft.fact.key.text.split())
    half = half_a_name(outside, quote) or joined_name(outside, sheet.article.text) or torn_name(outside, quote, known)
    return "a name is cut in half" if half else None


def _grammatical(draft: Draft, sheet: FactSheet) -> str | None:
    stem, outside = draft.stem, outside_quotes(draft.stem)
    if stem.count("“") != stem.count("”") or stem.count("(") != stem.count(")"):
        return "a quotation mark or bracket has no partner"
    if re.search(r"\b(\w+) \1\b", stem, re.IGNORECASE) and "had had" not in stem:
        return "a word stands twice in a row"
    if (named := _misnamed(draft, outside, sheet)) is not None:
        return named
    context = outside_quotes(draft.fact.context)
    pieces = (context, outside.removeprefix(context).strip()) if context else (outside,)
    if (broken := next(filter(None, map(broken_in, pieces)), None)) is not None:
        return broken
    capitals = [word for word in re.findall(r"\w+", outside) if word[0].isupper()]
    twice = len(set(capitals)) < len(capitals)
    if twice and any(outside.count(name) > 1 and stands_twice(name, outside) for name in persons_in(sheet)):
        return "the same name stands twice"
    focus = draft.fact.focus
    if _STRANDED.search(outside) and not (draft.fact.kind in _ENDING_SO and focus is not None and focus.lead):
        return "the question breaks off"
    many = draft.fact.key.answer is Answer.PEOPLE or draft.fact.kind in _OF_SEVERAL
    if re.match(r"Who (?:have|are|were)\b", stem) and not many:
        return "the question word does not go with the verb"
    return None


# -- standing alone

_POINTS_BACK: Final = (
    (UNANCHORED, "needs the article's date"),
    (LABEL_NOUNS, "sums up what was said before"),
    (POINTING, "points to another sentence"),
    (re.compile(r"\b(?:there|here|so)\?$"), "needs the sentence before it"),
    (re.compile(r"\b(?:it|him|her|them)[?.]$"), "is a pronoun without its noun"),
    (COMPARING, "compares with something that is not named"),
)


def _stands_alone(draft: Draft, sheet: FactSheet) -> str | None:
    stem = outside_quotes(draft.fact.context or draft.stem)  # a question after a context points to nothing else
    for pattern, reason in _POINTS_BACK:
        if match := pattern.search(stem):
            return f"“{match.group(match.lastindex or 0)}” {reason}"
    phrase = next((phrase for phrase, lacks in bare_in(draft.fact, stem, sheet) if lacks >= 1), "")
    if phrase:
        return f"“the {phrase}” is explained elsewhere"
    if (match := BARE_PLACE.search(stem)) and _places(sheet) > 1:
        return f"“{match.group()}” could be one of several"
    return _unclear_pronoun(draft, stem, sheet)


def _unclear_pronoun(draft: Draft, stem: str, sheet: FactSheet) -> str | None:
    if draft.fact.kind is FactKind.ACTOR and draft.fact.clause is not None:
        told = "|".join(p.text for p in draft.fact.clause.after)
        thing = re.search(r"\b(?:it|them|him)\b|(?<![^|])her(?![^|])", outside_quotes(told))
        if thing and not _CLAUSE.search(told[: thing.start()]):
            return f"it is not clear who or what “{thing.group()}” is"
    calls = draft.fact.kind is FactKind.LABEL or (_verb_of(draft.fact) in _LABELLING)
    whose = POSSESSIVE.search(stem) if calls else None
    if whose:
        return f"it is not clear whose “{whose.group()}” is"
    first = PERSONAL.search(stem)
    if first and not _has_antecedent(stem[: first.start()], draft, first.group().lower(), sheet):
        return f"it is not clear who or what “{first.group()}” is"
    owner = POSSESSIVE.search(stem)
    if owner and not _has_antecedent(stem[: owner.start()], draft, owner.group().lower(), sheet):
        return f"it is not clear whose “{owner.group()}” is"
    quoted = " ".join(re.findall(r"“([^”]*)”", draft.stem))
    if FIRST_PERSON.search(quoted) and draft.fact.kind not in {FactKind.SAYING, FactKind.LABEL}:
        return "the words quoted are in the first person"
    asks_who = re.match(r"(?:According to [^,]+, )?who\b", stem, re.IGNORECASE)
    asks_what = draft.fact.kind is FactKind.ACTOR and re.match(r"What\b", stem) and re.search(r"\b(?:it|its)\b", stem)
    if asks_what or (asks_who and re.search(r"\b(?:they|its)\b", stem) and draft.fact.kind is FactKind.ACTOR):
        return "a pronoun in the question means the one who is asked for"
    return None


def _somebody(stem: str, sheet: FactSheet) -> bool:
    """Whether a question names a person."""
    return any(re.search(rf"\b{re.escape(name.split()[-1])}\b", stem) for name in persons_in(sheet))


_OF_THINGS: Final = frozenset({FactKind.OBJECT, FactKind.PLACE, FactKind.DATE, FactKind.QUANTITY})
_CLAUSE: Final = re.compile(r"\b(?:that|who|which|when|while|if|because|after|before|once|until|as|whether)\b")
"""What opens a clause of its own, in which a pronoun can mean what stands before it."""


def _places(sheet: FactSheet) -> int:
    return len({m.text for m in sheet.mentions if m.answer in {Answer.CITY, Answer.COUNTRY}})


def _has_antecedent(before: str, draft: Draft, pronoun: str, sheet: FactSheet) -> bool:
    """Something before the pronoun that it can mean: a noun, or the person or body that is asked for."""
    gender = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}.get(pronoun, "")
    theirs = next((m.noun for m in sheet.mentions if m.text == draft.fact.key.text), "")
    if gender and theirs and gender != theirs:
        return len(content_words(before)) >= _TOLD and draft.fact.kind is not FactKind.ACTOR
    if pronoun in {"his", "her"} and draft.fact.kind in _OF_THINGS and not _somebody(draft.stem, sheet):
        return False  # "What did the foreman hang around her bench?"
    if gender and draft.fact.key.answer is Answer.PERSON and not theirs:
        return len(content_words(before)) >= _TOLD  # of a name that may be a man's or a woman's it is not known
    own = pronoun in {"he", "she", "they", "his", "her", "their", "its"}
    asks_subject = own and draft.fact.kind in {FactKind.ACTOR, FactKind.SAYING, FactKind.LABEL}
    return len(content_words(before)) >= _TOLD or (asks_subject and draft.fact.key.answer in _NAMED)


def _verb_of(fact: Fact) -> str:
    return fact.clause.verb.lemma if fact.clause is not None else ""


_LABELLING: Final = frozenset({"call", "describe", "dub", "label", "term"})
_TOLD: Final = 2
"""Words of content before a pronoun from which one of them can be what it means."""


# -- leaks and keys


def _leak(draft: Draft, _: FactSheet) -> str | None:
    key, stem = draft.fact.key, reading(draft.stem)
    if key.answer in {Answer.COUNT, Answer.DURATION} or key.value:
        number = re.search(rf"(?<![\w.,]){re.escape(key.text.lower())}(?![\w,])", stem)
        return "the question holds the answer" if number else None
    every = re.findall(r"\w+", reading(key.text))
    bits = [w for w in every if w not in STOP and len(w) > 2] or every
    if not bits:
        return "the answer has no word"
    there = sum(has_words(stem, w) for w in bits)
    if there / len(bits) >= (0.45 if key.answer in _LONG else 0.5):
        return "the question gives the answer away"
    if key.answer is Answer.PEOPLE and has_words(stem, bits[0]) and bits[0].endswith("s"):
        return "the question names those whom it asks for"  # "Who says that traders …? – traders on Pellow Road"
    names = [w for w in key.text.split() if w[:1].isupper() and len(w) > 3]
    if key.answer is Answer.PERSON and any(has_words(stem, reading(n)) for n in names):
        return "the question holds a part of the name"
    return None


_POINTING_KEY: Final = re.compile(
    r"(?:this|that|these|those|it|they|he|she|him|them|such|which|who|there)\b", re.IGNORECASE
)
_RELATIVE_KEY: Final = re.compile(
    r"\b(?:alone)$|"
    r"^(?:(?:an?|the) )?(?:earlier|later|previous|former|other|another|second|third|next|new|similar)\b"
    r"(?! (?:of|in|to|york|zealand|jersey|delhi))|^(?:hers|his|theirs|mine|ours|yours|its own)\b",
    re.IGNORECASE,
)
_OWN_WORDS: Final = re.compile(
    r"[’']s? (?:version|account|claims?|views?|arguments?|remarks?|comments?|statements?|words?|proposals?|ideas?)$"
)
"""“Amis's version”: of what, only the article says."""
_SAYS_MORE: Final = re.compile(r" (?:and|but) that (?!(?:it|they|he|she|this|these)\b)")
"""“that the vote had been calm but that the delay was odd” tells of two things."""
_TORN_KEY: Final = re.compile(
    r"^(?:[Tt]he|[Aa]n?) \d\d?-year-old\b|^\W*,| ,|\b(?:because|that|to|of|by) ,"
    r"|, (?:he|she|they|it) (?:said|says|added|claimed),"
)
_CUT_OFF: Final = re.compile(r"\b(?:for good|does|do|did|is|was|has|had|then|later|too|also)$")


def _key_form(draft: Draft, sheet: FactSheet) -> str | None:
    key, outside = draft.fact.key, outside_quotes(draft.fact.key.text)
    short = key.answer not in _LONG
    if (
        ", according to" in outside
        or " and, " in outside
        or ((short or key.answer is Answer.ACTION) and re.search(r"\bones?$", outside))
    ):
        return "the answer says too little, or more than is asked"
    if (
        _OWN_WORDS.search(outside)
        or _TORN_KEY.search(key.text)
        or half_of_more(key.text, draft.fact.evidence[-1].quote, person=key.answer is Answer.PERSON)
    ):
        return "the answer says too little"
    if key.text.count("“") != key.text.count("”"):
        return "a quotation mark has no partner"
    said = draft.fact.kind is FactKind.SAYING and key.text.startswith("that ")  # "that the fares would rise"
    said = said or (draft.fact.kind is FactKind.CONDITION and key.text.startswith(("it ", "they ")))  # of what is asked
    if (_POINTING_KEY.match(key.text) and not said) or POINTING.search(outside):
        return "the answer points to something else"
    if key.answer not in _LONG and key.answer is not Answer.QUOTE:
        if EMPTY_KEY.match(outside) or LABEL_NOUNS.fullmatch(outside) or _CUT_OFF.search(outside):
            return "the answer says too little"
        if PERSONAL.search(outside):
            return "the answer holds a pronoun"
    return _says_more(draft, outside, sheet) or _unanchored_key(draft.fact, outside, sheet)


def _says_more(draft: Draft, outside: str, sheet: FactSheet) -> str | None:
    full = (name for name in persons_in(sheet) if " " in name)
    if draft.fact.key.answer is Answer.ACTION and any(n in draft.stem and n in draft.fact.key.text for n in full):
        return "the answer names again whom the question names"
    if re.search("”, (?:an?|the) ", draft.fact.key.text):
        return "the answer says more than is asked"  # “an hour longer”, a figure that …
    told = draft.fact.kind is FactKind.SAYING and " about " in draft.stem
    return "the answer says more than is asked" if told and _SAYS_MORE.search(outside) else None


_ANYBODY: Final = frozenset(
    """officials researchers scientists experts analysts critics supporters residents campaigners locals people members
    leaders others organisers organizers visitors customers authorities sources observers staff workers police
    prosecutors witnesses protesters players fans users participants investigators lawyers""".split()
)
"""Words for people of whom only another sentence says who they are."""


_EVENTS: Final = frozenset({FactKind.ACTOR, FactKind.OBJECT})
_ONLY_POINTS: Final = re.compile(
    r"the [a-z]+|individuals|things|items|objects|others|members|parts|animals|plants|creatures"
)
"""“the roof”: round 7 had five such answers, and both readers refused each."""


def _unanchored_key(fact: Fact, outside: str, sheet: FactSheet) -> str | None:
    """What an answer needs from other sentences; a condition in the question anchors what happens then."""
    if fact.kind is FactKind.CONDITION:
        return None
    if _RELATIVE_KEY.search(outside):
        return "the answer names only one of several"
    low = fact.key.text.lower().removeprefix("the ")
    if low in _ANYBODY and fact.kind is not FactKind.LIST:
        return "the answer could be anybody"
    if fact.kind in _EVENTS and fact.key.answer is Answer.THING and _ONLY_POINTS.fullmatch(fact.key.text):
        return "the answer would be given in other words"
    thing = fact.key.answer in {Answer.THING, Answer.PEOPLE} and fact.kind is not FactKind.TERM
    plain = thing and fact.key.text.startswith("the ")
    if plain and sheet.bare.get(fact.key.text.removeprefix("the ").lower()):
        return "the answer only points back"
    match = UNANCHORED.search(outside)
    return f"“{match.group()}” in the answer needs the article's date" if match else None


# -- worth asking


_NAME: Final = re.compile(r"(?<!^)(?:\b[A-Z][\w’'-]+ )+(?:and (?:[A-Z][\w’'-]+ )+)?(?=[a-z])")
"""Names, two joined ones together: one thing that the question is about."""


def _trivial(draft: Draft, _: FactSheet) -> str | None:
    fact = draft.fact
    words = set(content_words(_NAME.sub("name ", draft.stem)))
    thing = fact.kind in {FactKind.OBJECT, FactKind.ACTOR} and fact.key.answer is Answer.THING
    plain = fact.kind is FactKind.ACTOR and not fact.topic and not re.search(r"(?<!^)[A-Z\d“]", draft.stem)
    fewest = FEWEST_WORDS if plain and not may_be_short(fact) else 2
    short = fact.kind not in {FactKind.DEFINITION, FactKind.ACRONYM} and len(words) < fewest
    ground = fact.kind is FactKind.MEANS and len(words) < FEWEST_WORDS
    if re.search(r"\b(?:anything|something|nothing|anyone|anybody|somebody|someone)\?$", draft.stem):
        return "there is too little in the question to know what is asked"
    if (thin := THIN.search(outside_quotes(draft.stem))) is not None:
        return f"“{thin.group()}” says too little"
    if elsewhere(fact):
        return "the question tells a place already"
    if says_nothing(fact):
        return "the verb alone does not say what was done"
    told = {w for w in words if w.isalpha() and w not in _LINKS}
    if short or ground or (thing and len(told) + ties(fact, draft.stem) < FEWEST_WORDS):
        return "there is too little in the question to know what is asked"
    return None


_LINKS: Final = frozenset(
    """since into onto through over under across between against about after before during until without within along
    around near off out down""".split()
)
"""Words that tell where or when, and nothing of what."""


def _in_title(value: str, title: str) -> bool:
    figures = {figure.replace(",", "") for figure in re.findall(r"\d[\d,.]*\d|\d", title)}
    return bool(value) and any(value == figure or value.rstrip("0") == figure.rstrip("0") for figure in figures)


def _obvious(draft: Draft, sheet: FactSheet) -> str | None:
    if draft.fact.kind is FactKind.QUANTITY and _in_title(draft.fact.key.value, sheet.article.title):
        return "the title gives the answer"
    key, title = draft.fact.key, reading(sheet.article.title)
    surname = reading(key.text).split()[-1]
    acts = draft.fact.kind in {FactKind.ACTOR, FactKind.ROLE}
    if draft.fact.kind in {FactKind.SAYING, FactKind.LABEL}:
        return None  # that somebody is in the title does not tell that it was he who said it
    if key.answer is Answer.PERSON and acts and surname in re.findall(r"\w+", title):
        return "the article is about this person"
    thing_done = key.answer is Answer.THING and draft.fact.kind is FactKind.OBJECT and key.text.islower()
    if key.answer in _TITLED and not thing_done and reading(key.text).removeprefix("the ") in title:
        return "the title gives the answer"
    return None


def _whole(draft: Draft, sheet: FactSheet) -> str | None:
    return hole(draft.fact, draft.stem, sheet)


def _specific(draft: Draft, sheet: FactSheet) -> str | None:
    return unspecific(draft.fact, draft.stem, sheet)


CHECKS: Final[tuple[tuple[str, Check], ...]] = (
    ("length", _length),
    ("grammatical", _grammatical),
    ("stands alone", _stands_alone),
    ("no leak", _leak),
    ("complete key", _key_form),
    ("not trivial", _trivial),
    ("not obvious", _obvious),
    ("whole", _whole),
    ("specific", _specific),
)
