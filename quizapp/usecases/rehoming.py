"""Two articles may bear one title: telling them apart, and giving one of them another id."""

from dataclasses import replace
from typing import Final

from quizapp.model.article import Article
from quizapp.model.fact import Evidence
from quizapp.model.item import Bank, Distractor, Item, distractors_of, with_distractors

SHARED: Final = 0.5
"""Part of the shorter text's paragraphs that versions of one article share; other articles share next to none."""


def same_article(one: Article, other: Article) -> bool:
    """Whether two texts are the same article or versions of it."""
    if one.sha256 == other.sha256:
        return True
    first, second = (_paragraphs(article) for article in (one, other))
    return len(first & second) >= SHARED * max(1, min(len(first), len(second)))


def _paragraphs(article: Article) -> set[str]:
    return {" ".join(article.at(span).split()) for span in article.paragraphs}


def rehomed(bank: Bank, article_id: str) -> Bank:
    """The bank with another article id, or the very same when it has that id."""
    if bank.article.id == article_id:
        return bank
    article = replace(bank.article, id=article_id)
    return Bank(article=article, items=tuple(_item(item, article_id) for item in bank.items))


def _item(item: Item, article_id: str) -> Item:
    moved = replace(item, evidence=tuple(_evidence(row, article_id) for row in item.evidence))
    return with_distractors(moved, tuple(_distractor(row, article_id) for row in distractors_of(moved)))


def _distractor(distractor: Distractor, article_id: str) -> Distractor:
    evidence = distractor.evidence
    return replace(distractor, evidence=_evidence(evidence, article_id) if evidence else None)


def _evidence(evidence: Evidence, article_id: str) -> Evidence:
    return replace(evidence, article=article_id)
