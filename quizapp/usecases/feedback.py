"""Feedback put together: why each option is right or wrong, and where the article says so."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta, timezone

from quizapp.grading.grade import OVERRULED, OWN_WORDING, can_count
from quizapp.model.article import Article, Span
from quizapp.model.item import ChoiceItem, GatheredItem, Item, NumericItem, ShortAnswerItem, TrueFalseItem, keys_of
from quizapp.model.memory import Review
from quizapp.model.response import Grade
from quizapp.scheduling.aiming import intervals
from quizapp.usecases.moment import Moment, Script, question_of
from quizapp.usecases.picks import picks_judged
from quizapp.usecases.showing import Feedback, OptionVerdict, Question


def feedback_of(script: Script, moment: Moment, line: Review, verdict: Grade, *, saved: bool) -> Feedback:
    """What to show about an answer that was just judged.

    Raises:
        ValueError: the sitting is finished.
    """
    question = question_of(script, moment.study)
    if question is None:
        raise ValueError("there is no question to give feedback on")
    item, article = question.item, question.article
    at = line.at.astimezone(timezone(timedelta(minutes=line.offset)))  # days are the learner's own
    return Feedback(
        question=question,
        grade=verdict,
        options=option_verdicts(question, verdict.given),
        evidence=item.evidence,
        paragraph=paragraph_of(item, article),
        key_words=key_words(item, article),
        suggested=line.rating,
        intervals=intervals(moment.card, key=line.key, at=at, aim=script.aim, parameters=script.parameters),
        scheduled=script.scheduled,
        seconds=line.seconds,
        saved=saved,
        may_count=line.rule == OVERRULED and can_count(item, line.given),
        may_let_go=line.rule == OWN_WORDING,
    )


def paragraph_of(item: Item, article: Article) -> int:
    """The paragraph that proves the key, 0 for the title or when there is none."""
    return article.paragraph_of(item.evidence[0].span) if item.evidence else 0


def option_verdicts(question: Question, given: str) -> tuple[OptionVerdict, ...]:
    """What to say under each option once it was answered."""
    if isinstance(question.item, GatheredItem):
        return picks_judged(question, given)
    reasons = _reasons(question.item, question.article)
    right = _right_option(question.item)
    return tuple(
        OptionVerdict(text=option, is_key=option == right, picked=option == given, why=reasons.get(option, ""))
        for option in question.options
    )


def key_words(item: Item, article: Article) -> tuple[tuple[int, int], ...]:
    """Where the key stands inside the evidence, as ranges of the article's text; the longest wording that is there."""
    spans = [evidence.span for evidence in item.evidence]
    return tuple(sorted(range_ for wordings in _wordings(item) for range_ in _first(wordings, spans, article)))


def key_words_in(keys: Iterable[str], evidence: Iterable[Span], article: Article) -> tuple[tuple[int, int], ...]:
    """Where each of some keys stands inside the evidence, as ranges of the article's text."""
    spans = list(evidence)
    return tuple(sorted(range_ for key in keys for range_ in _first((key,), spans, article)))


def _reasons(item: Item, article: Article) -> dict[str, str]:
    place = article.place_of(item.evidence[0].span) if item.evidence else "¶0"
    match item:
        case ChoiceItem(key=key, distractors=distractors):
            stated = f"Follows from {place}." if item.derived else f"Stated in {place}."
            return {each.text: each.why or nothing_known(each.text, article) for each in distractors} | {
                key: item.rationale or stated
            }
        case TrueFalseItem(key=key):
            said = f"The article says {'so' if key else 'otherwise'} in {place}."
            return {"True": said, "False": said, _right_option(item): item.rationale or said}
        case _:
            return {}


def nothing_known(option: str, article: Article) -> str:
    """What can be said of a wrong option about which nothing is known."""
    mentioned = option.casefold() in article.text.casefold()
    return "The article does not say this." if mentioned else "Not in the article."


def _right_option(item: Item) -> str:
    match item:
        case ChoiceItem(key=key):
            return key
        case TrueFalseItem(key=key):
            return "True" if key else "False"
        case _:
            return ""


def _wordings(item: Item) -> tuple[tuple[str, ...], ...]:
    """For each thing to underline, its wordings, the preferred one first."""
    variants = tuple(sorted(item.accepted, key=len, reverse=True))
    match item:
        case ChoiceItem(key=key) | ShortAnswerItem(key=key) | NumericItem(key=key):
            return ((key, *variants),)
        case _:
            return tuple((key,) for key in keys_of(item))


def _first(wordings: tuple[str, ...], spans: Iterable[Span], article: Article) -> Iterator[tuple[int, int]]:
    for wording in wordings:
        pattern = re.compile(rf"(?<!\w){re.escape(wording.strip())}(?!\w)", re.IGNORECASE)
        for span in spans:
            if wording.strip() and (found := pattern.search(article.text, span.start, span.end)):
                yield found.span()
                return
