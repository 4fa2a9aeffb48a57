"""Wrong options: of the key's kind and form, wrong by the article, tempting, each with the reason it is wrong."""

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quizapp.kit.chance import dice
from quizapp.kit.text import has_words, reading, shortened
from quizapp.model.fact import Answer, Fact, FactKind, FactSheet, Hedge, Key, Mention
from quizapp.model.item import Distractor
from quizapp.writing.once import once
from quizapp.writing.phrases import STOP, outside_quotes

WANTED: Final = 3
FEWEST: Final = 2
_NUMERIC: Final = frozenset({Answer.MONEY, Answer.PERCENT, Answer.COUNT, Answer.MEASURE, Answer.DURATION})
_BOUNDS: Final = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.UP_TO})
_NAMES: Final = frozenset({Answer.PERSON, Answer.ORGANISATION, Answer.COUNTRY, Answer.CITY, Answer.PLACE})
_LONGEST_RATIO: Final = 1.8
"""How much longer or shorter than the key an option may be before its length tells (Haladyna's item-writing rules)."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An option that may be taken; what the article says of its mention is the reason where it has no other."""

    text: str
    why: str
    mention: Mention | None = None
    fit: float = 0.0


def distractors_for(fact: Fact, sheet: FactSheet, stem: str) -> tuple[Distractor, ...]:
    """Up to three distractors, best first; fewer, or none, where the article gives too few believable ones."""
    key = fact.key
    if key.answer in _NUMERIC and key.hedge in _BOUNDS:
        return ()  # where at least 20,000 came at least 10,000 came too
    if key.answer in _NUMERIC:
        candidates = _numbers(fact, sheet)
    elif key.answer == Answer.YEAR:
        candidates = _years(fact, sheet)
    elif key.answer in _NAMES:
        candidates = _named(fact, sheet)
    else:
        candidates = _phrases(fact, sheet)
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.fit, c.text)):
        if _fits(candidate, key, chosen, fact, stem):
            chosen.append(candidate)
        if len(chosen) == WANTED:
            break
    return tuple(_distractor(candidate, sheet) for candidate in chosen)


def _distractor(candidate: _Candidate, sheet: FactSheet) -> Distractor:
    mention = candidate.mention
    if mention is None:
        return Distractor(text=candidate.text, why=candidate.why)
    return Distractor(text=candidate.text, why=candidate.why or _elsewhere(mention, sheet), evidence=mention.evidence)


def _fits(candidate: _Candidate, key: Key, chosen: list[_Candidate], fact: Fact, stem: str) -> bool:
    """No alias of the key, not in the stem, not in the evidence (it could be right), no double."""
    text = reading(candidate.text)
    others = [reading(c.text) for c in chosen]
    answers = [reading(a) for a in (key.text, *key.accepted)]
    if not text or text in others or any(_overlap(text, a) for a in answers) or any(_overlap(text, o) for o in others):
        return False
    if has_words(reading(stem), text) or (key.answer is Answer.CITY and _REALM.search(candidate.text)):
        return False
    if key.answer is Answer.PERSON and _unlikely(candidate, key, chosen, stem):
        return False
    if key.answer in {Answer.DATE, Answer.PERIOD} and _shape(candidate.text) != _shape(key.text):
        return False
    if key.answer not in _NUMERIC and any(text in reading(e.quote) for e in fact.evidence[-1:]):
        return False
    return key.answer in _NUMERIC or _similar_length(candidate.text, key.text)


_REALM: Final = re.compile(r"\b(?:Empire|Kingdom|Republic|Union|States|Coast|Islands?|Province|County|Region)\b")
"""Names of what may hold a city: it would be right as well."""


_MALE: Final = re.compile(r"\b(?:his|him|himself|he|[a-z]+(?<!wo)(?<!hu)(?<!ger)(?<!ro)man)\b", re.IGNORECASE)
_FEMALE: Final = re.compile(r"\b(?:her|hers|herself|she|[a-z]*woman|actress|widow)\b", re.IGNORECASE)
"""Words of a question that say whether a man or a woman is asked for ("the retired postman who …")."""


def _unlikely(candidate: _Candidate, key: Key, chosen: list[_Candidate], stem: str) -> bool:
    """A person whom a pronoun in the question rules out, or who shares a name with the key or another option."""
    surnames = {reading(t).split()[-1] for t in (key.text, *(c.text for c in chosen))}
    gender = candidate.mention.noun if candidate.mention else ""
    outside = outside_quotes(stem)
    he, she = _MALE.search(outside), _FEMALE.search(outside)
    first = {reading(t).split()[0] for t in (key.text, *key.accepted) if len(t.split()) > 1}
    names = reading(candidate.text).split()
    if names[0] in first or any(has_words(reading(stem), name) for name in names if name not in STOP):
        return (
            True  # “Vera Maria Salmi” may be another name of Vera Lindahl; of “it was Grace” Grace is not the speaker
        )
    if first and len(candidate.text.split()) == 1:
        return True  # "Thomas" among full names is somebody's brother
    wrong = bool((he and gender != "m") or (she and gender != "f"))
    return wrong or names[-1] in surnames


def _shape(text: str) -> tuple[bool, bool, bool]:
    """Whether a date has a day, a year, and a day of the week."""
    parts = (r"\b\d{1,2}\b", r"\b\d{4}\b", r"day\b")
    day, year, weekday = (bool(re.search(part, text)) for part in parts)
    return day, year, weekday


def _overlap(one: str, other: str) -> bool:
    a, b = set(one.split()) - STOP, set(other.split()) - STOP
    return bool(a and b) and (a <= b or b <= a)


def _similar_length(text: str, key: str) -> bool:
    longer, shorter = max(len(text), len(key)), max(1, min(len(text), len(key)))
    return longer <= 24 or longer / shorter <= _LONGEST_RATIO


def _named(fact: Fact, sheet: FactSheet) -> list[_Candidate]:
    if fact.key.answer is Answer.PERSON and not fact.key.text[:1].isupper():
        return []  # "a kitchen worker" among names gives itself away
    own = {fact.sentence}
    near = [m for m in sheet.mentions if m.answer is fact.key.answer and m.sentence not in own]
    said = fact.kind in {FactKind.SAYING, FactKind.LABEL} and fact.key.answer is Answer.PERSON
    if said:  # who says nothing in the article tempts nobody
        near = [m for m in near if m.speaks]
    elif fact.kind is FactKind.ACTOR and fact.key.answer is Answer.PERSON:  # nor does a referee among players
        office = any(m.office for m in sheet.mentions if m.text == fact.key.text)
        near = [m for m in near if m.office == office]
    speaks = any(m.speaks for m in sheet.mentions if m.text == fact.key.text)
    noun = fact.key.noun
    if fact.key.answer is Answer.ORGANISATION and noun:  # "Which union …?" is not asked of a college
        near = [m for m in near if has_words(reading(m.text), noun)]
    if fact.key.answer in _WHERE:
        somebody = {m.text for m in sheet.mentions if m.answer is Answer.PERSON}
        ground = _ground(fact.key.text)
        near = [m for m in near if m.text not in somebody and not _CROWNED.match(m.text) and _ground(m.text) == ground]
    near = [m for m in near if not (fact.key.answer is Answer.PERSON and _NO_PERSON.search(m.text))]
    return [
        _Candidate(
            m.text,
            "",
            m,
            (0.2 if noun and m.noun == noun else 0.0)
            + (0.15 if m.speaks == speaks else 0.0)
            - abs(m.sentence - fact.sentence) * 0.01,
        )
        for m in near
    ]


def _ground(text: str) -> str:
    """Water, heights or neither: a bakery stands in a street, and no river tempts."""
    return "water" if _WATER.search(text) else "heights" if _HEIGHTS.search(text) else ""


_WATER: Final = re.compile(r"\b(?:River|Sea|Ocean|Lake|Loch|Strait|Channel|Gulf|Bay|Canal|Creek|Fjord|Lagoon)\b")
_HEIGHTS: Final = re.compile(r"\b(?:Mount|Mountains?|Alps|Hills?|Peaks?|Range|Ridge|Glacier|Desert|Forest)\b")
_WHERE: Final = frozenset({Answer.PLACE, Answer.CITY})
_CROWNED: Final = re.compile(r"(?:Queen|King|Prince|Princess|Lord|Lady|Sir|Dame|Pope) ")
_NO_PERSON: Final = re.compile(r"&|^(?:Saint|St\.?) |\b[A-Z][a-z]+(?:works|ware|soft|tech|labs|mart)$")
"""What the tagger takes for a person's name and is a firm's, or a place's."""
_REASON: Final = 66
"""Characters that the row under an option holds on a screen of 80 columns."""


def _elsewhere(mention: Mention, sheet: FactSheet) -> str:
    """What the article says of the mention, cut to the words around it."""
    lead = f"¶{sheet.article.paragraph_of(mention.evidence.span)}: “"
    quote = " ".join(mention.evidence.quote.split())
    room = _REASON - len(lead) - 1
    at = max(0, quote.find(mention.text.split()[-1]))
    start = 0 if at + len(mention.text) < room else quote.rfind(" ", 0, max(1, at - room // 3)) + 1
    words = quote[start:]
    return f"{lead}{'… ' if start else ''}{shortened(words, room - (2 if start else 0))}”"


def _years(fact: Fact, sheet: FactSheet) -> list[_Candidate]:
    year = int(fact.key.text)
    told = [int(m.text) for m in sheet.mentions if m.answer is Answer.YEAR and m.text.isdigit()]
    latest = max([*told, year])
    reach = max(_NEAR_YEARS, (_NOW - year) * _OF_THE_TIME)
    found = [
        _Candidate(m.text, "", m, 1.0 - abs(int(m.text) - year) / 400)
        for m in sheet.mentions
        if m.answer is Answer.YEAR and m.text.isdigit() and abs(int(m.text) - year) <= reach
    ]
    rng = dice("years", fact.id, sheet.article.sha256)
    lower = rng.randrange(WANTED + 1)  # how many lie before the key, so that its rank tells nothing
    after = [step for step in (3, 4, 6, 8, 11) if year + step <= latest]  # nothing is past that is still to come
    upper = min(WANTED - lower, len(after))
    steps = rng.sample([-9, -7, -5, -4, -3], WANTED - upper) + rng.sample(after, upper)
    why = f"The article gives {fact.key.text}."
    found.extend(_Candidate(str(year + step), why, None, -1.0 - place / 100) for place, step in enumerate(steps))
    return found


_NEAR_YEARS: Final = 15
"""Years from the key within which a year of the article tempts."""
_NOW: Final = 2000
_OF_THE_TIME: Final = 0.25
"""Share of the years up to our time within which one does of what is long ago: of 1709, 1671 and not 2018."""


def _numbers(fact: Fact, sheet: FactSheet) -> list[_Candidate]:
    key = fact.key
    unit = _unit(key.text)
    if not key.value:
        return []
    found = [
        _Candidate(m.text, "", m, 1.0)
        for m in _by_unit(sheet)[key.answer, unit]
        if m.sentence != fact.sentence
        and m.value
        and _near(Decimal(m.value), Decimal(key.value))
        and (key.answer is not Answer.COUNT or m.noun == key.noun)
    ]
    return found + _near_numbers(key, fact)


@once
def _by_unit(sheet: FactSheet) -> dict[tuple[Answer, str], list[Mention]]:
    found: dict[tuple[Answer, str], list[Mention]] = defaultdict(list)
    for mention in sheet.mentions:
        found[mention.answer, _unit(mention.text)].append(mention)
    return found


def _near(one: Decimal, other: Decimal) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return low > 0 and high / low <= 8


def _unit(text: str) -> str:
    return re.sub(r"[\d.,\s-]+|million|billion|thousand", "", text.lower())


def _near_numbers(key: Key, fact: Fact) -> list[_Candidate]:
    """Numbers of the key's size and roundness: 56 → 34, 84, 90."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", key.text)
    if match is None:
        return []
    written = match.group()
    value = Decimal(written.replace(",", ""))
    decimals = len(written.partition(".")[2])
    whole = written.replace(",", "").partition(".")[0]
    zeros = len(whole) - len(whole.rstrip("0")) if not decimals else 0
    step = Decimal(10) ** zeros if not decimals else Decimal(1).scaleb(-decimals)
    rng = dice("numbers", fact.id, key.text)
    out = []
    lower = rng.randrange(WANTED + 1)  # how many lie under the key: none to all, so that its rank tells nothing
    factors = rng.sample(["0.45", "0.6", "0.75", "0.85"], lower) + rng.sample(
        ["1.2", "1.4", "1.6", "1.9"], WANTED - lower
    )
    for place, factor in enumerate([*factors, "0.5", "1.7"]):
        other = (value * Decimal(factor) / step).to_integral_value() * step
        if other in {value, Decimal(0)} or other <= 0 < value:
            continue
        text = f"{other:,.{decimals}f}" if "," in written or other >= 10000 else f"{other:.{decimals}f}"
        option = key.text[: match.start()] + text + key.text[match.end() :]
        out.append(_Candidate(option, f"The article says {key.text}.", None, -1.0 - place / 100))
    return out


def _phrases(fact: Fact, sheet: FactSheet) -> list[_Candidate]:
    """Keys of other facts of the same kind: other reasons, other definitions, other things done."""
    said = fact.kind is FactKind.SAYING and fact.key.answer is Answer.STATEMENT
    if said or fact.key.answer is Answer.ACTION:
        return []  # "that it would close", "to drive on the sand", told of something else, make no sense as options
    out = []
    if fact.key.answer in {Answer.THING, Answer.PEOPLE} and _form(fact.key.text) != "Name":
        return []  # common nouns of one article are seldom of one kind
    alike = [other for other in _by_sort(sheet)[_sort(fact)] if other.sentence != fact.sentence]
    if len(alike) > _MOST_ALIKE:
        alike = sorted(alike, key=lambda other: abs(other.sentence - fact.sentence))[:_MOST_ALIKE]
    for other in alike:
        mention = Mention(
            text=other.key.text, answer=other.key.answer, evidence=other.evidence[-1], sentence=other.sentence
        )
        where = f"(¶{sheet.article.paragraph_of(mention.evidence.span)})"
        named = fact.kind is FactKind.DEFINITION and len(other.topic) <= _REASON // 2
        why = f"That is {other.topic} {where}." if named else f"The article says this of something else {where}."
        text = other.key.text
        if fact.kind is FactKind.REASON:
            text = _as_reason(text, because=fact.key.text.startswith("because "))
        out.append(_Candidate(text, why, mention, -abs(other.sentence - fact.sentence) * 0.01))
    return out


_MOST_ALIKE: Final = 300
"""Keys of facts of one sort that are looked at, the nearest ones; no article that is read in one sitting has more."""


def _sort(fact: Fact) -> tuple[object, ...]:
    """What two facts share of which the keys could stand for each other."""
    key = fact.key
    named = key.answer not in {Answer.THING, Answer.PEOPLE} or _form(key.text) == "Name"
    charge = fact.kind is FactKind.SAYING and _is_charge(fact)
    return fact.kind, key.answer, key.noun == "who", key.plural, fact.plural, charge, named


@once
def _by_sort(sheet: FactSheet) -> dict[tuple[object, ...], list[Fact]]:
    found: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in sheet.facts:
        found[_sort(fact)].append(fact)
    return found


def _is_charge(fact: Fact) -> bool:
    """Whether a doing is one that somebody is accused of or denies, not one that is proposed."""
    return fact.focus is not None and bool(fact.focus.lead)


def _as_reason(text: str, *, because: bool) -> str:
    """A reason with "because" in front like the key, or without it like the key."""
    bare = text.removeprefix("because ")
    return f"because {bare}" if because else bare


def _form(text: str) -> str:
    first = text.split(" ", 1)[0]
    return first.lower() if first.lower() in {"the", "a", "an"} else "Name" if first[:1].isupper() else "noun"
