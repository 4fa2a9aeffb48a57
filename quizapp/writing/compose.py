"""A draft that passed its checks becomes an item of the kind that suits its key."""

import re
from collections.abc import Sequence
from typing import Final, TypedDict

from quizapp.kit.chance import dice
from quizapp.kit.text import reading
from quizapp.model.fact import Answer, Attribution, Evidence, Fact, FactKind, FactSheet, Hedge, Key
from quizapp.model.item import GAP, ChoiceItem, ClozeItem, Item, NumericItem, ShortAnswerItem, TrueFalseItem
from quizapp.writing.checks import Draft
from quizapp.writing.distractors import FEWEST, distractors_for
from quizapp.writing.phrases import content_words
from quizapp.writing.specific import is_titled
from quizapp.writing.statements import LONGEST_STATEMENT, count, in_gap, left_open, statement_of, swap, with_gap
from quizapp.writing.stems import said_or_wrote

_NUMERIC: Final = frozenset({Answer.MONEY, Answer.PERCENT, Answer.COUNT, Answer.MEASURE, Answer.DURATION})
_FALSE_SHARE: Final = 0.85
"""Share of false statements where another answer makes one: most facts allow none, and all true is easy."""
_CHOICE_SHARE: Final = 0.35
"""Share of quantities asked as a choice rather than typed, so that a quiz of numbers is not all typing."""


def main_item(draft: Draft, sheet: FactSheet) -> Item:
    """The item that asks a draft's question."""
    fact, key = draft.fact, draft.fact.key
    if is_titled(fact, sheet) or _names_one(fact):
        return _definition_item(draft, sheet)
    if GAP in draft.stem:
        gapped = _common(draft, sheet)
        gapped["accepted"] = _fitting(gapped["accepted"], draft.stem)
        return ClozeItem(keys=(in_gap(key),), **gapped)
    # the members of another list tempt nobody; they are ticked in an item of their own
    distractors = () if fact.kind is FactKind.LIST else distractors_for(fact, sheet, draft.stem)
    common = _common(draft, sheet)
    typed = (
        key.answer in _NUMERIC
        and key.value
        and not (len(distractors) >= FEWEST and dice("kind", fact.id).random() < _CHOICE_SHARE)
    )
    if typed:
        return NumericItem(key=key.text, value=key.value, unit=_unit(fact), hedge=key.hedge, **common)
    if len(distractors) >= FEWEST:
        return ChoiceItem(key=key.text, distractors=distractors, **common)
    return ShortAnswerItem(key=key.text, **common)


def _names_one(fact: Fact) -> bool:
    """“Cold Spring, a village on the Hudson”: of a place or ship “What is it?” has many answers (9 of 22 printed)."""
    proper = any(word[:1].isupper() for word in fact.topic.split())
    return fact.kind is FactKind.DEFINITION and fact.key.noun != "who" and proper


def _definition_item(draft: Draft, sheet: FactSheet) -> TrueFalseItem:
    """“The Forth Bridge is a railway bridge across …”: of what the article is about, “What is it?” has many answers."""
    fact = draft.fact
    be = ("were" if fact.plural else "was") if fact.past else ("are" if fact.plural else "is")
    common = _common(draft, sheet)
    text = f"{fact.topic} {be} {fact.key.text}."
    if fact.attribution is not None:
        text = f"According to {fact.attribution.source}, {text}"
    common.update({"accepted": (), "derived": True, "stem": text[:1].upper() + text[1:]})
    return TrueFalseItem(key=True, **common)


def _fitting(accepted: tuple[str, ...], stem: str) -> tuple[str, ...]:
    """The variants that fit a gap: “200 vessels” does not, before “vessels”."""
    after = re.findall(r"\w+", stem.partition(GAP)[2])[:1]
    return tuple(a for a in accepted if not after or a.split()[-1] != after[0])


def _unit(fact: Fact) -> str:
    match fact.key.answer:
        case Answer.PERCENT:
            return "percent"
        case Answer.MONEY:
            return next((c for c in fact.key.text if c in "$€£¥₹"), "") or fact.key.text.split()[-1]
        case Answer.COUNT:
            return ""
        case _:
            return fact.key.noun


class _Common(TypedDict):
    """What items of every kind are made with."""

    id: str
    fact: str
    stem: str
    evidence: tuple[Evidence, ...]
    accepted: tuple[str, ...]
    derived: bool
    attribution: Attribution | None
    score: float
    rationale: str


def _common(draft: Draft, sheet: FactSheet) -> _Common:
    fact = draft.fact
    quotes = " ".join(e.quote for e in fact.evidence)
    return {
        "id": fact.id,
        "fact": fact.id,
        "stem": draft.stem,
        "evidence": fact.evidence,
        "accepted": tuple(dict.fromkeys(a for a in fact.key.accepted if a and a != fact.key.text)),
        "derived": _flat(fact.key.text) not in _flat(quotes),
        "attribution": fact.attribution,
        "score": round(draft.score, 3),
        "rationale": _rationale(fact.evidence, sheet),
    }


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(str.maketrans("“”’‘", "\"\"''"))).casefold()


def _rationale(evidence: tuple[Evidence, ...], sheet: FactSheet) -> str:
    number = sheet.article.paragraph_of(evidence[-1].span)
    return f"Stated in ¶{number}." if number else "Stated in the title."


# -- further items on the same fact


def true_false_item(draft: Draft, sheet: FactSheet) -> TrueFalseItem | None:
    """A statement of the fact, or of the fact with its key exchanged for a distractor."""
    fact = draft.fact
    if fact.kind is FactKind.SAYING and fact.topic.startswith("“"):
        return _of_two_speakers(draft, sheet)
    text = statement_of(fact)
    if text is None or count(text, fact.key.text) != 1:
        return None
    common = _common(draft, sheet)
    common.update({"id": f"{fact.id}-tf", "accepted": (), "derived": True, "stem": text})
    wrong = [
        each
        for each in (distractors_for(fact, sheet, draft.stem) if _can_be_false(text, fact) else ())
        if not _may_be_true(fact.key, each.text)
    ]
    false = bool(wrong) and dice("true-false", fact.id).random() < _FALSE_SHARE
    if not false:
        return TrueFalseItem(key=True, **common)
    swapped = swap(text, fact.key.text, wrong[0].text)
    rationale = f"The article says “{fact.key.text}”, not “{wrong[0].text}”."
    common.update({"stem": swapped, "rationale": rationale})
    return TrueFalseItem(key=False, **common)


def _of_two_speakers(draft: Draft, sheet: FactSheet) -> TrueFalseItem | None:
    """“It was Tom Moe, not Clara Hale, who said, ‘…’”: whose words they are, the true speaker named either way."""
    fact = draft.fact
    wrong = next((each.text for each in distractors_for(fact, sheet, draft.stem)), None)
    if wrong is None or fact.key.answer is not Answer.PERSON:
        return None
    true = dice("true-false", fact.id).random() >= _FALSE_SHARE_OF_TWO
    names = (fact.key.text, wrong) if true else (wrong, fact.key.text)
    words = fact.topic[:-1].rstrip(".")
    end = "" if words.endswith(("?", "!")) else "."
    stem = f"It was {names[0]}, not {names[1]}, who {said_or_wrote(fact)}, {words}{end}”"
    if len(stem.split()) > LONGEST_STATEMENT:
        return None
    common = _common(draft, sheet)
    common.update({"id": f"{fact.id}-tf", "accepted": (), "derived": True, "stem": stem})
    if not true:
        common["rationale"] = f"The words are {fact.key.text}'s."
    return TrueFalseItem(key=true, **common)


_FALSE_SHARE_OF_TWO: Final = 0.8
"""Share of false statements about who said something: most others are true."""


_BOUNDED: Final = re.compile(
    r"\b(?:enough|exceed\w*|more than|fewer than|less than|at least|up to|over|under|beyond|as (?:many|much|long) as)\b"
    r"|\b(?:above|below) (?:about )?\d",
    re.IGNORECASE,
)
_FROM_TO: Final = re.compile(r"\bfrom .* to \b|\bto .* from \b")


def _can_be_false(text: str, fact: Fact) -> bool:
    """Whether another answer makes a statement false, and not absurd or true as well.

    What may exceed 40 metres exceeds 20; nothing widens from 6 to 4 per cent; “one of her predecessor's” with another
    name means another predecessor.
    """
    if fact.key.answer in {Answer.PERSON, Answer.PLACE, Answer.LOCATION}:
        return False  # who is not said to have stopped in the village may have; nobody is born at a school
    figure = fact.key.answer in _NUMERIC
    return not figure or not (_BOUNDED.search(text) or _FROM_TO.search(text) or re.match(r"[\d£$€]", text))


def _may_be_true(key: Key, other: str) -> bool:
    """“It boils at about minus 10”, where it boils at about minus 12: about is about."""
    figures = [re.search(r"\d[\d,]*(?:\.\d+)?", text) for text in (key.text, other)]
    mine, theirs = (float(figure.group().replace(",", "")) if figure else 0.0 for figure in figures)
    near = min(mine, theirs) > _NEAR * max(mine, theirs)
    return key.hedge is not Hedge.EXACT and key.answer in _NUMERIC and near


_NEAR: Final = 0.7
"""Share of a figure from which another is “about” the same to somebody."""


def gaps_item(drafts: Sequence[Draft], sheet: FactSheet) -> ClozeItem | None:
    """One statement with a gap for the key of each draft, where all of them say the same in the same words."""
    texts = {statement_of(draft.fact) for draft in drafts}
    gaps = {draft.fact.key.text: draft.fact.key for draft in drafts}
    keys = list(gaps)
    text = texts.pop() if len(texts) == 1 else None
    short = all(len(key.split()) <= _LONGEST_GAP and not _OPEN.match(key) for key in keys)
    if text is None or not short or len(keys) < len(drafts) or any(count(text, key) != 1 for key in keys):
        return None
    ordered = sorted(keys, key=lambda key: text.casefold().index(key.casefold()))
    stem = text
    for key in ordered:
        stem = swap(stem, key, left_open(gaps[key]))
    if (
        len(content_words(stem.replace(GAP, " "))) < _FEWEST_LEFT
        or stem.count(GAP) != len(keys)
        or any(reading(key) in reading(stem) for key in keys)
    ):
        return None
    common = _common(drafts[0], sheet)
    common.update({"id": f"{drafts[0].fact.id}-gaps", "stem": stem, "accepted": ()})
    common["derived"] = any(_flat(key) not in _flat(" ".join(e.quote for e in common["evidence"])) for key in keys)
    return ClozeItem(keys=tuple(in_gap(gaps[key]) for key in ordered), **common)


def _could_be_a_time(stem: str, fact: Fact) -> bool:
    """“She was born in ____”: a year fits as well as a place."""
    other = fact.key.answer in {Answer.DURATION, Answer.CITY, Answer.PLACE, Answer.LOCATION, Answer.COUNTRY}
    return other and f" in {GAP}" in stem and not re.search(r"\b1\d{3}\b|\b20\d\d\b", stem)


def _could_be_a_name(stem: str, fact: Fact) -> bool:
    """“____ species are generally recognised.”: their name fits as well as their number."""
    return (
        stem.startswith(GAP)
        and fact.key.answer is Answer.COUNT
        and len(content_words(stem.replace(GAP, ""))) <= _FEWEST_LEFT
    )


_OPEN: Final = re.compile(r"(?:between|from|for|until|in|on|at) ")
"""What stands without a preposition before it: a gap for it could be anything."""
_LONGEST_GAP: Final = 4
"""Words that one gap holds."""
_FEWEST_LEFT: Final = 3
"""Words of content that must be left between the gaps."""


def cloze_item(draft: Draft, sheet: FactSheet) -> ClozeItem | None:
    """The statement with its key left out."""
    fact = draft.fact
    stem = with_gap(fact)
    short = len(fact.key.text.split()) <= _LONGEST_GAP and not _OPEN.match(fact.key.text)
    if stem is None or stem == draft.stem or not short or fact.key.answer is Answer.THING:
        return None
    if reading(fact.key.text) in reading(stem) or _could_be_a_time(stem, fact) or _could_be_a_name(stem, fact):
        return None
    common = _common(draft, sheet)
    common.update({"id": f"{fact.id}-gap", "stem": stem, "accepted": _fitting(common["accepted"], stem)})
    return ClozeItem(keys=(in_gap(fact.key),), **common)
