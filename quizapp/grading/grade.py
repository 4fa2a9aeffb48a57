"""A response against an item: the verdict, the rule that gave it and what differs."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from quizapp.grading.differences import differences
from quizapp.grading.picks import judge_picks
from quizapp.grading.quantities import judge_quantity, wanted_by
from quizapp.grading.typed import Field, judge_field
from quizapp.grading.verdict import Verdict
from quizapp.grading.words import same_words, words
from quizapp.kit.text import one_line, reading
from quizapp.model.article import Article
from quizapp.model.item import (
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    TrueFalseItem,
    key_text,
)
from quizapp.model.outcome import Outcome
from quizapp.model.response import Chosen, Grade, Judged, Picked, Response, Shown, Typed

LONGEST: Final = 2_000
"""Characters of a typed answer that are read; the rest is no answer to anything."""

BETWEEN_GAPS: Final = ", "
"""What stands between the gaps of a cloze item where they are one text, in its key and in its accepted variants."""


OVERRULED: Final = "overruled"
"""The rule by which a typed answer is right because the learner says so."""

LET_COUNT: Final = "overruled for good"
"""The same where the learner lets the wording count from then on, which makes it an own wording of theirs."""

OWN_WORDING: Final = "own wording"
"""The rule by which a typed answer is right because it is such a wording."""


def grade(
    item: Item,
    response: Response,
    *,
    article: Article | None = None,
    own: Sequence[str] = (),
    slips: bool = True,
) -> Grade:
    """Judge a response; typed text is cut to 2,000 characters first, and safe to show in the grade.

    Args:
        item: what was asked.
        response: what was given.
        article: where the item comes from; its other words are then never taken for slips.
        own: the learner's own wordings of the answer, each as one text; no other wording is right because of them.
        slips: whether small slips of the finger in a typed answer are forgiven.

    Raises:
        ValueError: the response is not of a kind that the item asks for.
    """
    verdict = _judged(item, response, article, slips=slips)
    if not isinstance(response, Typed) or verdict.outcome is not Outcome.WRONG:
        return verdict
    given = BETWEEN_GAPS.join(one_line(typed[:LONGEST]) for typed in response.fields)
    if not any(same_wording(item, given, wording) for wording in own):
        return verdict
    return replace(_right(verdict, rule=OWN_WORDING, note="a wording that you let count"), differences=())


def can_count(item: Item, given: str) -> bool:
    """Whether a typed answer, as one text, can be an own wording: not where a gap is empty or cannot be told apart."""
    parts = _fields_of(item, given)
    return bool(parts) and all(words(part) for part in parts)


def same_wording(item: Item, given: str, wording: str) -> bool:
    """Whether two typed answers, each as one text, are one wording but for what never counts."""
    ours, theirs = _fields_of(item, given), _fields_of(item, wording)
    return bool(ours) and len(ours) == len(theirs) and all(map(_is_same, ours, theirs))


def _is_same(given: str, wording: str) -> bool:
    """Whether two wordings are one; with figures only to the letter, since a sign more may be another number."""
    if any(map(str.isdigit, given + wording)):
        return bool(words(given)) and reading(given) == reading(wording)
    return bool(words(given)) and same_words(given, wording)


def _fields_of(item: Item, given: str) -> tuple[str, ...]:
    """A typed answer as one text, field by field; none where it cannot be told apart."""
    if not isinstance(item, ClozeItem) or len(item.keys) == 1:
        return (given,)
    parts = tuple(given.split(BETWEEN_GAPS))
    return parts if len(parts) == len(item.keys) else ()


def _judged(item: Item, response: Response, article: Article | None, *, slips: bool) -> Grade:
    asked = Field(key="", stem=item.stem, text=partial(_text, item, article), slips=slips)
    match item, response:
        case _, Shown():
            return Grade(outcome=Outcome.SHOWN, rule="shown", note="", given="", expected=key_text(item))
        case ChoiceItem(key=key), Chosen(option=option):
            return _exact(option, key)
        case TrueFalseItem(), Judged(value=value):
            return _exact("True" if value else "False", key_text(item))
        case NumericItem() | ShortAnswerItem(), Typed(fields=(typed,)):
            return _one_field(item, typed[:LONGEST], asked)
        case ClozeItem(keys=keys), Typed(fields=fields) if len(fields) == len(keys):
            return _gaps(item, [typed[:LONGEST] for typed in fields], asked)
        case MultipleChoiceItem() | MatchingItem() | OrderingItem(), Picked(options=options):
            return judge_picks(item, options)
        case _:
            raise ValueError(f"a {item.kind} item is not answered by {response}")


def overruled(verdict: Grade) -> Grade:
    """The same response taken for right because the learner says so."""
    return _right(verdict, rule=OVERRULED, note="by your own judgement")


def let_count(verdict: Grade) -> Grade:
    """The same, and the wording counts from now on."""
    return _right(verdict, rule=LET_COUNT, note="by your own judgement, from now on")


def let_go(verdict: Grade) -> Grade:
    """An answer that was right by an own wording, wrong after all."""
    return replace(verdict, outcome=Outcome.WRONG, rule="own wording let go", note="", parts=(), credit=0.0)


def _right(verdict: Grade, *, rule: str, note: str) -> Grade:
    return replace(verdict, outcome=Outcome.RIGHT, rule=rule, note=note, parts=(), credit=1.0)


def _exact(given: str, key: str) -> Grade:
    outcome = Outcome.RIGHT if given == key else Outcome.WRONG
    credit = float(outcome is Outcome.RIGHT)
    return Grade(outcome=outcome, rule="choice", note="", given=given, expected=key, credit=credit)


def _one_field(item: NumericItem | ShortAnswerItem, given: str, asked: Field) -> Grade:
    if isinstance(item, NumericItem):
        verdict = _number(item, given)
    else:
        wrong = tuple(distractor.text for distractor in item.distractors)
        verdict = judge_field(given, asked._replace(key=item.key, accepted=item.accepted, wrong=wrong))
    return _grade(verdict, given)


def _number(item: NumericItem, given: str) -> Verdict:
    for wording in (item.key, *item.accepted):
        if reading(given) == reading(wording):
            return Verdict(outcome=Outcome.RIGHT, rule="same words", expected=wording)
    return judge_quantity(given, wanted_by(item))


def _gaps(item: ClozeItem, given: Sequence[str], asked: Field) -> Grade:
    """A verdict for each gap; all must be right."""
    fillings = [item.keys, *_other_fillings(item)]
    fields = [_gap_field(item, fillings, number, asked) for number in range(len(item.keys))]
    verdicts = [judge_field(typed, field) for typed, field in zip(given, fields, strict=True)]
    gaps = tuple(verdict.outcome for verdict in verdicts)
    if len(verdicts) == 1:
        return replace(_grade(verdicts[0], given[0]), parts=gaps)
    right = sum(outcome.counts_as_right for outcome in gaps)
    outcome = Outcome.WRONG if right < len(gaps) else Outcome.CLOSE if Outcome.CLOSE in gaps else Outcome.RIGHT
    note = f"{right} of {len(gaps)} gaps right" if right < len(gaps) else verdicts[_worst(gaps)].note
    expected = tuple(verdict.expected for verdict in verdicts)
    return Grade(
        outcome=outcome,
        rule=verdicts[_worst(gaps)].rule,
        note=note,
        given=BETWEEN_GAPS.join(map(one_line, given)),
        expected=BETWEEN_GAPS.join(expected),
        parts=gaps,
        credit=right / len(gaps),
    )


def _worst(gaps: Sequence[Outcome]) -> int:
    """The gap that decides: the first that is wrong, else the first that is only close, else the first."""
    return next((gaps.index(outcome) for outcome in (Outcome.WRONG, Outcome.CLOSE) if outcome in gaps), 0)


def _other_fillings(item: ClozeItem) -> list[tuple[str, ...]]:
    """Accepted variants as fillings of all gaps; one gap takes a variant as it is."""
    if len(item.keys) == 1:
        return [(variant,) for variant in item.accepted]
    split = [tuple(variant.split(BETWEEN_GAPS)) for variant in item.accepted]
    return [filling for filling in split if len(filling) == len(item.keys)]


def _gap_field(item: ClozeItem, fillings: Sequence[tuple[str, ...]], number: int, asked: Field) -> Field:
    others = tuple(key for place, key in enumerate(item.keys) if place != number and key != item.keys[number])
    accepted = tuple(filling[number] for filling in fillings[1:])
    return asked._replace(key=item.keys[number], accepted=accepted, wrong=others)


def _grade(verdict: Verdict, typed: str) -> Grade:
    given = one_line(typed)
    differ = verdict.outcome in {Outcome.CLOSE, Outcome.WRONG}
    return Grade(
        outcome=verdict.outcome,
        rule=verdict.rule,
        note=verdict.note,
        given=given,
        expected=verdict.expected,
        credit=float(verdict.outcome.counts_as_right),
        differences=differences(given, verdict.expected) if differ else (),
    )


def _text(item: Item, article: Article | None) -> tuple[str, ...]:
    """The article word by word, or what is quoted from it."""
    return words(article.text) if article else tuple(word for quote in _quotes(item) for word in words(quote))


def _quotes(item: Item) -> list[str]:
    return [evidence.quote for evidence in item.evidence]
