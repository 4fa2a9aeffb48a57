"""Checked entries become the model's Bank."""

from typing import Any

from quizapp.bank.quotes import place_quote
from quizapp.bank.schema import (
    ArticleEntry,
    BankEntry,
    ChoiceEntry,
    ClozeEntry,
    DistractorEntry,
    EvidenceEntry,
    ItemEntry,
    MatchingEntry,
    MultipleEntry,
    NumericEntry,
    OrderingEntry,
    ShortEntry,
    TrueFalseEntry,
)
from quizapp.model.article import Article, Part, Span
from quizapp.model.fact import Attribution, Evidence, Hedge
from quizapp.model.item import (
    Bank,
    ChoiceItem,
    ClozeItem,
    Distractor,
    GatheredItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    Pair,
    ShortAnswerItem,
    Status,
    TrueFalseItem,
)


def build(entry: BankEntry) -> Bank:
    """The bank that an entry without findings stands for."""
    article = _article(entry.article)
    return Bank(article=article, items=tuple(_item(item, article) for item in entry.items))


def _article(entry: ArticleEntry) -> Article:
    return Article(
        id=entry.id,
        title=entry.title,
        source=entry.source,
        text=entry.text,
        language=entry.language,
        byline=entry.byline,
        date=entry.date,
        parts=tuple(Part(at=part.at, name=part.name) for part in entry.parts),
    )


def _item(entry: ItemEntry, article: Article) -> Item:
    shared: dict[str, Any] = {
        "id": entry.id,
        "fact": entry.fact or entry.id,
        "stem": entry.stem,
        "evidence": tuple(_evidence(row, article) for row in entry.evidence),
        "rationale": entry.rationale,
        "accepted": entry.accepted,
        "derived": entry.derived,
        "attribution": Attribution(**entry.attribution.model_dump()) if entry.attribution else None,
        "score": entry.score,
        "status": Status(entry.status),
        "edited": entry.edited,
        "written": entry.written,
    }
    match entry:
        case ChoiceEntry():
            return ChoiceItem(key=entry.key, distractors=_distractors(entry.distractors, article), **shared)
        case TrueFalseEntry():
            return TrueFalseItem(key=entry.key, **shared)
        case ShortEntry():
            return ShortAnswerItem(key=entry.key, distractors=_distractors(entry.distractors, article), **shared)
        case NumericEntry():
            return NumericItem(key=entry.key, value=entry.value, unit=entry.unit, hedge=Hedge(entry.hedge), **shared)
        case ClozeEntry():
            return ClozeItem(keys=entry.keys, **shared)
        case _:
            return _gathered(entry, shared, article)


def _gathered(
    entry: MultipleEntry | MatchingEntry | OrderingEntry, shared: dict[str, Any], article: Article
) -> GatheredItem:
    match entry:
        case MultipleEntry():
            return MultipleChoiceItem(keys=entry.keys, distractors=_distractors(entry.distractors, article), **shared)
        case MatchingEntry():
            pairs = tuple(Pair(prompt=pair.prompt, answer=pair.answer) for pair in entry.pairs)
            return MatchingItem(pairs=pairs, distractors=_distractors(entry.distractors, article), **shared)
        case OrderingEntry():
            return OrderingItem(keys=entry.keys, **shared)


def _distractors(entries: tuple[DistractorEntry, ...], article: Article) -> tuple[Distractor, ...]:
    return tuple(
        Distractor(
            text=entry.text,
            why=entry.why,
            evidence=_evidence(entry.evidence, article) if entry.evidence else None,
        )
        for entry in entries
    )


def _evidence(entry: EvidenceEntry, article: Article) -> Evidence:
    span = place_quote(article.text, entry.quote, start=entry.start, end=entry.end)
    if not isinstance(span, Span):  # the checks have placed every quote before
        raise TypeError(span)
    return Evidence(article=article.id, span=span, quote=entry.quote)
