"""What is known of each fact, over all the items that ask about it; and the facts that are hardest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from quizapp.model.memory import ItemKey, Review
from quizapp.statistics.mastery import solid_share

HARD_FROM: Final = 4
"""Answers about a fact before it can be among the hardest (design, 8.11)."""

HARDEST: Final = 5
"""How many of the hardest are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFigures:
    """One fact: its items and how many of them were ever studied, the share that is solid, and its answers.

    `share` is how many of the answers were right, 0–1; None before the first.
    """

    article: str
    fact: str
    items: tuple[ItemKey, ...]
    seen: int
    solid: float
    answers: int
    right: int
    share: float | None


def fact_figures(
    facts: Mapping[ItemKey, str], *, chances: Mapping[ItemKey, float], answers: Iterable[Review]
) -> tuple[FactFigures, ...]:
    """Every fact in the order of its items.

    Args:
        facts: which fact each item asks.
        chances: for each item ever studied, the predicted chance, 0–1, that it is known when three weeks have passed.
        answers: the log as it counts; answers to other items are left out.
    """
    items: dict[tuple[str, str], list[ItemKey]] = defaultdict(list)
    for key, fact in facts.items():
        items[key.article, fact].append(key)
    given: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for answer in answers:
        if answer.key in facts:
            given[answer.key.article, facts[answer.key]].append(answer.outcome.counts_as_right)
    return tuple(_figures(about, own, chances, given[about]) for about, own in items.items())


def hardest_facts(figures: Iterable[FactFigures], *, most: int = HARDEST) -> tuple[FactFigures, ...]:
    """The facts with the smallest share right, of those with answers enough and a miss; the hardest first."""
    asked = [one for one in figures if one.answers >= HARD_FROM and one.right < one.answers]
    return tuple(sorted(asked, key=lambda one: (one.share, -one.answers, one.article, one.fact))[:most])


def _figures(
    about: tuple[str, str], items: list[ItemKey], chances: Mapping[ItemKey, float], given: list[bool]
) -> FactFigures:
    article, fact = about
    own = [chances[key] for key in items if key in chances]
    return FactFigures(
        article=article,
        fact=fact,
        items=tuple(items),
        seen=len(own),
        solid=solid_share(own, items=len(items)),
        answers=len(given),
        right=sum(given),
        share=sum(given) / len(given) if given else None,
    )
