"""One typed field against its key and accepted variants, rule by rule, the strictest first."""

import re
from collections.abc import Callable, Collection, Container, Iterable
from functools import cached_property
from typing import Final, NamedTuple

from quizapp.grading.clocks import parse_clock
from quizapp.grading.content import is_long, leaves_a_choice, missing_words, says_otherwise
from quizapp.grading.dates import PartialDate, parse_dates
from quizapp.grading.named import left_out_kind, same_numeral
from quizapp.grading.quantities import judge_quantity, wanted_in
from quizapp.grading.ranges import judge_range, parse_range
from quizapp.grading.slips import slips
from quizapp.grading.verdict import Verdict
from quizapp.grading.vocabulary import CARRIERS, NEGATIONS, STOP, TITLES
from quizapp.grading.words import core_words, forgiving_rule, same_words, split_lead, words
from quizapp.model.outcome import Outcome

_SHOWN_WORDS: Final = 4
_UNSURE: Final = re.compile(
    r"^\s*(?:i (?:think|believe|guess)(?: that)?|maybe|perhaps|probably)\b[\s,:]*", re.IGNORECASE
)
_COUNTS: Final = {1: "one letter off", 2: "two letters off"}
_RANKS: Final = {Outcome.RIGHT: 0, Outcome.CLOSE: 1, Outcome.WRONG: 2, Outcome.SHOWN: 3}


class Field(NamedTuple):
    """What a field asks for: the key and its variants, the wrong answers that are known, and the text word by word.

    A word of the text that is not in the key is a word of its own and never a slip of another one; most answers are
    judged without a look at it. Without `slips` one of the finger is a wrong answer.
    """

    key: str
    accepted: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    stem: str = ""
    text: Callable[[], tuple[str, ...]] = tuple
    slips: bool = True

    @property
    def wordings(self) -> tuple[str, ...]:
        """The key and every accepted variant."""
        return (self.key, *self.accepted)


def judge_field(given: str, field: Field) -> Verdict:
    """The verdict on what was typed; how sure the learner is of it does not count."""
    given = _UNSURE.sub("", given) or given
    if not words(given):
        return Verdict(outcome=Outcome.WRONG, rule="nothing typed", expected=field.key)
    for wording in field.wordings:
        if same_words(given, wording):
            return Verdict(outcome=Outcome.RIGHT, rule="same words", expected=wording)
    if any(same_words(given, wrong) for wrong in field.wrong):
        return Verdict(outcome=Outcome.WRONG, rule="known wrong answer", expected=field.key)
    verdicts = [_judge_wording(given, wording, field) for wording in field.wordings]
    return min(verdicts, key=lambda verdict: _RANKS[verdict.outcome])  # the first of the best; the key comes first


def _judge_wording(given: str, wording: str, field: Field) -> Verdict:
    if rule := forgiving_rule(given, wording):
        return Verdict(outcome=Outcome.RIGHT, rule=rule, expected=wording)
    if rule := _rule_of_sense(given, wording, field.stem):
        return Verdict(outcome=Outcome.RIGHT, rule=rule, expected=wording)
    if dates := parse_dates(wording):
        return _judge_date(given, wording, dates[0])
    if ends := parse_range(wording):
        return judge_range(given, ends, text=wording)
    if wanted := wanted_in(wording, stem=field.stem):
        return judge_quantity(given, wanted)
    if is_long(wording):
        return _judge_content(given, wording, slips=field.slips)
    return _judge_slips(given, wording, field)


def _rule_of_sense(given: str, wording: str, stem: str) -> str:
    """The rule by which a name or a time of day is the same, said in another way; empty where none makes it so."""
    if same_numeral(core_words(given), core_words(wording)):
        return "number in words"
    if left_out_kind(given, wording, stem):
        return "kind in the question"
    return "time of day" if (clock := parse_clock(wording)) and parse_clock(given) == clock else ""


def _judge_date(given: str, wording: str, wanted: PartialDate) -> Verdict:
    """A date is right when it says all of the key's and nothing else."""
    readings = parse_dates(given)
    agreeing = [reading for reading in readings if reading.agrees(wanted)]
    if any(not reading.lacks(wanted) and not wanted.with_weekday().lacks(reading) for reading in agreeing):
        return Verdict(outcome=Outcome.RIGHT, rule="date", expected=wording)
    lacking = agreeing[0].lacks(wanted) if agreeing else ()
    note = f"still missing: the {' and the '.join(lacking)}" if lacking else ""
    return Verdict(outcome=Outcome.WRONG, rule="date", expected=wording, note=note)


def _judge_content(given: str, wording: str, *, slips: bool) -> Verdict:
    missing = missing_words(given, wording, slips=slips)
    if missing is None:
        return Verdict(outcome=Outcome.WRONG, rule="denied", expected=wording, note="one of the two says not")
    if missing:
        return Verdict(
            outcome=Outcome.WRONG, rule="all content words", expected=wording, note=_missing_note(missing, wording)
        )
    if leaves_a_choice(given, wording):
        note = "choose one answer, and say no more than it"
        return Verdict(outcome=Outcome.WRONG, rule="more than one answer", expected=wording, note=note)
    if says_otherwise(given, wording):
        note = "all the words are there, but they say something else"
        return Verdict(outcome=Outcome.WRONG, rule="turned round", expected=wording, note=note)
    if missing_words(given, wording, slips=False):
        note = "right but for a slip; it counts as right"
        return Verdict(outcome=Outcome.CLOSE, rule="all content words", expected=wording, note=note)
    return Verdict(outcome=Outcome.RIGHT, rule="all content words", expected=wording)


def _judge_slips(given: str, wording: str, field: Field) -> Verdict:
    ours, theirs = core_words(given), core_words(wording)
    if _is_fuller_name(ours, theirs, field):
        return Verdict(outcome=Outcome.RIGHT, rule="fuller name", expected=wording)
    others = _OtherWords(field, theirs)
    plain = wording.islower()
    edits = slips(ours, theirs, others=others, plain=plain) or _slips_without_lead(ours, theirs, others, plain=plain)
    if edits and field.slips:
        note = f"{_COUNTS[edits]}; it counts as right"
        return Verdict(outcome=Outcome.CLOSE, rule="slip", expected=wording, note=note)
    if edits:
        return Verdict(outcome=Outcome.WRONG, rule="slip not accepted", expected=wording, note=_COUNTS[edits])
    missing = tuple(word for word in theirs if word not in ours and word not in STOP)
    part = set(ours) < set(theirs) and not set(ours) <= STOP and NEGATIONS.isdisjoint(missing)
    note = _missing_note(missing, wording) if part and missing else ""
    return Verdict(outcome=Outcome.WRONG, rule="incomplete" if note else "different", expected=wording, note=note)


def _slips_without_lead(
    given: tuple[str, ...], expected: tuple[str, ...], others: Container[str], *, plain: bool
) -> int | None:
    """The slips when words that may lead, of which only one side has any, are left out."""
    our_lead, ours = split_lead(given, CARRIERS | TITLES)
    their_lead, theirs = split_lead(expected, CARRIERS | TITLES)
    return None if our_lead and their_lead else slips(ours, theirs, others=others, plain=plain)


def _is_fuller_name(given: tuple[str, ...], expected: tuple[str, ...], field: Field) -> bool:
    """Whether more of a name was given than asked for, and the text has it so: "Jean-Yves Le Drian" for "Le Drian"."""
    more = given[: -len(expected)]
    if not more or given[-len(expected) :] != expected or not field.key[:1].isupper():
        return False
    said, text = " ".join(given), " ".join(field.text())
    return STOP.isdisjoint(more) and NEGATIONS.isdisjoint(more) and f" {said} " in f" {text} "


class _OtherWords:
    """Words of the question, its wrong answers and the text that are none of the answer's own; read when wanted."""

    def __init__(self, field: Field, expected: Collection[str]) -> None:
        self._field = field
        self._expected = expected

    def __contains__(self, word: object) -> bool:
        return word in self._all

    @cached_property
    def _all(self) -> frozenset[str]:
        field = self._field
        own = frozenset(self._expected) | _words_of(field.wordings)
        return (frozenset(field.text()) | _words_of((field.stem, *field.wrong))) - own


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(text))


def _missing_note(missing: tuple[str, ...], wording: str) -> str:
    """What is still missing, as the wording writes it."""
    written = {word: part.strip('.,;:!?"“”()') for part in wording.split() for word in words(part)}
    shown = ", ".join(written.get(word, word) for word in missing[:_SHOWN_WORDS])
    return f"still missing: {shown}{', …' if len(missing) > _SHOWN_WORDS else ''}"
