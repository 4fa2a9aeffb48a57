"""Checked entries become the model's Bank."""

from dataclasses import dataclass
from typing import Any

from quizapp.bank.lookup import Lookup
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
    proofs = (row.evidence for item in entry.items for row in getattr(item, "distractors", ()) if row.evidence)
    every = (*(row for item in entry.items for row in item.evidence), *proofs)
    places = _Places(article.id, Lookup(article.text, (row.quote for row in every)))
    return Bank(article=article, items=tuple(_item(item, places) for item in entry.items))


@dataclass(frozen=True, slots=True)
class _Places:
    """The article's id, and where in it quotes stand."""

    article: str
    lookup: Lookup


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


def _item(entry: ItemEntry, places: _Places) -> Item:
    shared: dict[str, Any] = {
        "id": entry.id,
        "fact": entry.fact or entry.id,
        "stem": entry.stem,
        "evidence": tuple(_evidence(row, places) for row in entry.evidence),
        "rationale": entry.rationale,
        "accepted": entry.accepted,
        "derived": entry.derived,
        "attribution": Attribution(**entry.attribution.model_dump()) if entry.attribution else None,
        "score": entry.score,
        "status": Status(entry.status),
        "edited": entry.edited,
        "origin": entry.origin,
    }
    match entry:
        case ChoiceEntry():
            return ChoiceItem(key=entry.key, distractors=_distractors(entry.distractors, places), **shared)
        case TrueFalseEntry():
            return TrueFalseItem(key=entry.key, **shared)
        case ShortEntry():
            return ShortAnswerItem(key=entry.key, distractors=_distractors(entry.distractors, places), **shared)
        case NumericEntry():
            return NumericItem(key=entry.key, value=entry.value, unit=entry.unit, hedge=Hedge(entry.hedge), **shared)
        case ClozeEntry():
            return ClozeItem(keys=entry.keys, **shared)
        case _:
            return _gathered(entry, shared, places)


def _gathered(
    entry: MultipleEntry | MatchingEntry | OrderingEntry, shared: dict[str, Any], places: _Places
) -> GatheredItem:
    match entry:
        case MultipleEntry():
            return MultipleChoiceItem(keys=entry.keys, distractors=_distractors(entry.distractors, places), **shared)
        case MatchingEntry():
            pairs = tuple(Pair(prompt=pair.prompt, answer=pair.answer) for pair in entry.pairs)
            return MatchingItem(pairs=pairs, distractors=_distractors(entry.distractors, places), **shared)
        case OrderingEntry():
            return OrderingItem(keys=entry.keys, **shared)


def _distractors(entries: tuple[DistractorEntry, ...], places: _Places) -> tuple[Distractor, ...]:
    return tuple(
        Distractor(
            text=entry.text,
            why=entry.why,
            evidence=_evidence(entry.evidence, places) if entry.evidence else None,
        )
        for entry in entries
    )


def _evidence(entry: EvidenceEntry, places: _Places) -> Evidence:
    span = place_quote(places.lookup, entry.quote, start=entry.start, end=entry.end)
    if not isinstance(span, Span):  # the checks have placed every quote before
        raise TypeError(span)
    return Evidence(article=places.article, span=span, quote=entry.quote)
