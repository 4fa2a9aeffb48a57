"""What generation made, as JSON data and as lines to read."""

from collections import Counter
from collections.abc import Iterator

from quizapp.kit.durations import counted
from quizapp.kit.text import one_line
from quizapp.model.article import Article
from quizapp.model.fact import Evidence
from quizapp.model.item import (
    ChoiceItem,
    ClozeItem,
    Distractor,
    Item,
    NumericItem,
    Reject,
    ShortAnswerItem,
    TrueFalseItem,
    key_text,
)
from quizapp.usecases.acquire import Generated

JSON_FORMAT = 1
"""Raised when a reader of the JSON would have to change."""


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
        },
        "items": [_item_data(item) for item in generated.bank.items],
        "rejects": [
            {"check": reject.check, "reason": reject.reason, "stem": reject.stem, "evidence": reject.evidence}
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
    yield made_and_thrown_away(generated) + _by_check(generated.rejects)


def reject_lines(generated: Generated) -> Iterator[str]:
    """Each draft that was thrown away: by which check, and why."""
    for reject in generated.rejects:
        yield f"Thrown away · {reject.check}: {reject.reason} · {one_line(reject.stem)}"


def made_and_thrown_away(generated: Generated) -> str:
    """How many questions there are, and how many drafts failed a check."""
    return f"{counted(len(generated.bank.items), 'question')}; {counted(len(generated.rejects), 'draft')} thrown away"


def _by_check(rejects: tuple[Reject, ...]) -> str:
    counts = sorted(Counter(reject.check for reject in rejects).items(), key=lambda pair: (-pair[1], pair[0]))
    return f" ({', '.join(f'{count} {check}' for check, count in counts)})" if counts else ""


def _item_data(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "fact": item.fact,
        "kind": item.kind,
        "stem": item.stem,
        "key": _key_data(item),
        "accepted": list(item.accepted),
        "distractors": [_distractor_data(distractor) for distractor in _distractors(item)],
        "evidence": [_evidence_data(evidence) for evidence in item.evidence],
        "derived": item.derived,
        "attribution": item.attribution and {"source": item.attribution.source, "cue": item.attribution.cue},
        "score": item.score,
    }


def _key_data(item: Item) -> str | list[str]:
    match item:
        case ClozeItem(keys=keys) if len(keys) > 1:
            return list(keys)
        case _:
            return key_text(item)


def _distractors(item: Item) -> tuple[Distractor, ...]:
    match item:
        case ChoiceItem() | ShortAnswerItem():
            return item.distractors
        case TrueFalseItem() | NumericItem() | ClozeItem():
            return ()


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
    if isinstance(item, ChoiceItem):
        yield from (f"   · {one_line(wrong.text)}  ({one_line(wrong.why)})" for wrong in item.distractors)
    for evidence in item.evidence:
        yield f"   ¶{article.paragraph_of(evidence.span)} {one_line(evidence.quote)}"
    yield ""
