"""What generation made, as JSON data and as lines to read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from quizapp.kit.durations import counted
from quizapp.kit.text import one_line
from quizapp.model.article import Article
from quizapp.model.fact import Evidence
from quizapp.model.item import (
    ClozeItem,
    Distractor,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    OrderingItem,
    Reject,
    ShortAnswerItem,
    distractors_of,
    key_text,
)
from quizapp.usecases.acquire import Generated

JSON_FORMAT: Final = 2
"""Raised when a reader of the JSON would have to change; 2: the evidence of a reject has its place."""

_REASONS: Final = 3
"""Checks that are named when there are fewer questions than were asked for."""


def as_data(generated: Generated) -> dict[str, object]:
    """The article, its items best first and its rejects, as plain data for JSON."""
    article = generated.bank.article
    return {
        "format": JSON_FORMAT,
        "article": {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "sha256": article.sha256,
            "language": article.language,
            "text": article.text,
            "byline": article.byline,
            "date": article.date,
            "parts": [{"at": part.at, "name": part.name} for part in article.parts],
        },
        "items": [_item_data(item) for item in generated.bank.items],
        "rejects": [
            {
                "check": reject.check,
                "reason": reject.reason,
                "stem": reject.stem,
                "evidence": _evidence_data(reject.evidence),
            }
            for reject in generated.rejects
        ],
    }


def question_lines(generated: Generated) -> Iterator[str]:
    """A list to read: each question with its key and source, then the counts."""
    article, items = generated.bank.article, generated.bank.items
    yield one_line(article.title)
    yield ""
    for number, item in enumerate(items, 1):
        yield from _item_lines(number, item, article)
    yield made_and_thrown_away(generated) + _counts(generated.rejects)


def reject_lines(generated: Generated) -> Iterator[str]:
    """Each draft that was thrown away, check by check: why, the stem where there was one, and the sentence."""
    article = generated.bank.article
    for check, count in by_check(generated.rejects):
        yield f"Thrown away by “{check}”: {count}"
        for reject in generated.rejects:
            if reject.check == check:
                stem = f" · {one_line(reject.stem)}" if reject.stem else ""
                yield f"   {one_line(reject.reason)}{stem}"
                yield f"      {one_line(article.place_of(reject.evidence.span))} {one_line(reject.evidence.quote)}"


def made_and_thrown_away(generated: Generated) -> str:
    """How many questions there are, and how many drafts failed a check; when fewer than were asked for, why."""
    made, thrown = len(generated.bank.items), counted(len(generated.rejects), "draft")
    if generated.wanted is None or made >= generated.wanted:
        return f"{counted(made, 'question')}; {thrown} thrown away"
    reasons = ", ".join(f"{count} by “{check}”" for check, count in by_check(generated.rejects)[:_REASONS])
    because = f"{thrown} were thrown away: {reasons}" if reasons else "the article holds no more"
    return f"you asked for {generated.wanted}, here are {made}, because {because}"


def by_check(rejects: Iterable[Reject]) -> list[tuple[str, int]]:
    """How many drafts each check threw away, most first."""
    counts = Counter(reject.check for reject in rejects)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _counts(rejects: tuple[Reject, ...]) -> str:
    counts = by_check(rejects)
    return f" ({', '.join(f'{count} {check}' for check, count in counts)})" if counts else ""


def _item_data(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "fact": item.fact,
        "kind": item.kind,
        "stem": item.stem,
        "key": _key_data(item),
        "accepted": list(item.accepted),
        "distractors": [_distractor_data(distractor) for distractor in distractors_of(item)],
        "evidence": [_evidence_data(evidence) for evidence in item.evidence],
        "derived": item.derived,
        "attribution": item.attribution and {"source": item.attribution.source, "cue": item.attribution.cue},
        "score": item.score,
    }


def _key_data(item: Item) -> str | list[str] | list[list[str]]:
    match item:
        case ClozeItem(keys=keys) if len(keys) > 1:
            return list(keys)
        case MultipleChoiceItem(keys=keys) | OrderingItem(keys=keys):
            return list(keys)
        case MatchingItem(pairs=pairs):
            return [[pair.prompt, pair.answer] for pair in pairs]
        case _:
            return key_text(item)


def _distractor_data(distractor: Distractor) -> dict[str, object]:
    data: dict[str, object] = {"text": distractor.text, "why": distractor.why}
    if distractor.evidence:
        data["evidence"] = _evidence_data(distractor.evidence)
    return data


def _evidence_data(evidence: Evidence) -> dict[str, object]:
    return {"quote": evidence.quote, "start": evidence.span.start, "end": evidence.span.end}


def _item_lines(number: int, item: Item, article: Article) -> Iterator[str]:
    yield f"{number}. {one_line(item.stem)}  [{item.kind}]"
    yield f"   ✓ {one_line(key_text(item))}"
    if item.accepted:
        yield f"     also right: {one_line('; '.join(item.accepted))}"
    if not isinstance(item, ShortAnswerItem):
        yield from (f"   · {one_line(wrong.text)}  ({one_line(wrong.why)})" for wrong in distractors_of(item))
    for evidence in item.evidence:
        yield f"   {one_line(article.place_of(evidence.span))} {one_line(evidence.quote)}"
    yield ""
