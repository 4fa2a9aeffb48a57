"""Everything that the log of answers says, beyond the headlines: by stability, day, fact and item."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final, NamedTuple

from quizapp.history import aside, reviews
from quizapp.history.reviews import Log
from quizapp.kit.collector import paused
from quizapp.model.article import Article
from quizapp.model.item import Bank, Item, Status, distractors_of, options_of
from quizapp.model.memory import Card, ItemKey, Rating, Stage
from quizapp.scheduling.replay import Move, moves
from quizapp.scheduling.schedule import retrievability
from quizapp.statistics.activity import ActiveDay, by_day, day_of, local_day
from quizapp.statistics.facts import FactFigures, fact_figures, hardest_facts
from quizapp.statistics.items import ItemFigures, item_figures
from quizapp.statistics.mastery import AHEAD
from quizapp.statistics.retention import Band, Recall, Week, by_stability, by_week, true_retention
from quizapp.usecases.drilled import played, replies
from quizapp.usecases.report import Stats, stats
from quizapp.usecases.sameness import about_these, asked_in, memory_of
from quizapp.usecases.workspace import Workspace

__all__ = ["Band", "Figures", "Progress", "figures", "progress", "recalls_of"]


WEEKS: Final = 12
"""Weeks of which it is told how much was remembered (design, 8.11)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Figures from the log alone; the library says only what the items ask.

    `stems` holds the question of each item in the library, `remembered` is the true retention over all bands; `flags`
    holds why an item is not asked until someone has looked at it.
    """

    remembered: Band
    retention: tuple[Band, ...]
    weeks: tuple[Week, ...]
    days: tuple[ActiveDay, ...]
    facts: tuple[FactFigures, ...]
    hardest: tuple[FactFigures, ...]
    items: tuple[ItemFigures, ...]
    stems: Mapping[ItemKey, str]
    flags: Mapping[ItemKey, str]

    def to_json(self) -> dict[str, object]:
        """The same as plain values, the questions beside their items."""
        return {
            "remembered": asdict(self.remembered),
            "retention": [asdict(band) for band in self.retention],
            "weeks": [asdict(week) | {"monday": week.monday.isoformat()} for week in self.weeks],
            "days": [day._asdict() | {"day": day.day.isoformat()} for day in self.days],
            "facts": [_plain_fact(fact) for fact in self.facts],
            "hardest": [_plain_fact(fact) | {"stem": self.stem_of(fact)} for fact in self.hardest],
            "items": [self._plain_item(item) for item in self.items],
        }

    def stem_of(self, fact: FactFigures) -> str:
        """A question that asks about a fact: the one that was answered least well."""
        return self.stems.get(self.item_of(fact), "")

    def item_of(self, fact: FactFigures) -> ItemKey:
        """The item about a fact that was answered least well."""
        known = {item.key: item.facility for item in self.items}
        return min(fact.items, key=lambda key: known.get(key, 2.0))

    def _plain_item(self, item: ItemFigures) -> dict[str, object]:
        plain = {name: value for name, value in asdict(item).items() if name != "key"}
        return {"article": item.key.article, "item": item.key.item, "stem": self.stems.get(item.key, "")} | plain


def passage_of(workspace: Workspace, key: ItemKey) -> tuple[Article, Item] | None:
    """The article and the item of a key, None where the library has them no more."""
    library = workspace.library
    slug = next((entry.slug for entry in library.entries() if entry.article_id == key.article), None)
    bank = library.bank(slug) if slug is not None else None
    item = next((item for item in bank.items if item.id == key.item), None) if bank is not None else None
    return (bank.article, item) if bank is not None and item is not None else None


class Figures(NamedTuple):
    """The headlines and all the rest."""

    stats: Stats
    progress: Progress


def figures(workspace: Workspace, *, article: str | None = None) -> Figures:
    """Both, from one reading of the log.

    Raises:
        StudyDataError: the history cannot be used.
        DiskError: the library or the history may not be read.
    """
    with paused():  # a long log makes a million objects, all of them kept
        log = workspace.history.read(reviews.whole_log)
        return Figures(stats(workspace, article=article, log=log), progress(workspace, article=article, log=log))


def progress(workspace: Workspace, *, article: str | None = None, log: Log | None = None) -> Progress:
    """Everything known from the log, or of it about the article with an id.

    `log` is the whole log where it was just read.

    Raises:
        StudyDataError: the history cannot be used.
        DiskError: the library or the history may not be read.
    """
    log, games = log or workspace.history.read(reviews.whole_log), workspace.history.read(played)
    made = tuple(move for move in moves(log.lines, log.undone, log.parameters) if _is_of(article, move.review.key))
    answers = [move.review for move in made]
    cards = {move.review.key: move.after for move in made if move.after is not None}
    answered = {answer.key.article for answer in answers}
    banks = tuple(_banks(workspace, answered.union(key.article for game in games for key in game.record.plan)))
    items, asked = dict(_items(banks)), asked_in(banks)
    current = about_these(answers, asked)  # how a question fared says nothing of what it asked before
    recalls = list(recalls_of(made))
    facts = fact_figures(
        {key: item.fact for key, item in items.items() if key.article in answered},
        chances=_chances(memory_of(cards, asked).cards, workspace.clock.now()),
        answers=current,
    )
    return Progress(
        remembered=true_retention(recalls),
        retention=by_stability(recalls),
        weeks=by_week(recalls, last=workspace.clock.now().date(), weeks=WEEKS),
        days=by_day(answers),
        facts=facts,
        hardest=hardest_facts(facts),
        items=item_figures(
            current,
            distractors={key: _wrong_options(item) for key, item in items.items()},
            drilled=(reply for reply in replies(games, items, asked) if _is_of(article, reply.key)),
        ),
        stems={key: item.stem for key, item in items.items() if _is_of(article, key)},
        flags={flag.key: flag.reason for flag in workspace.history.read(aside.flags)},
    )


def _is_of(article: str | None, key: ItemKey) -> bool:
    return article is None or key.article == article


def recalls_of(made: Sequence[Move]) -> Iterator[Recall]:
    """The answers that say what was remembered: scheduled ones, after at least a night, to items learnt before."""
    for move in made:
        before, answer = move.before, move.review
        if before is None or before.stage is not Stage.REVIEW or not answer.scheduled:
            continue
        day = day_of(answer)
        if local_day(before.last_review, answer.offset) < day:
            yield Recall(
                stability=before.stability,
                chance=retrievability(before, answer.at),
                remembered=answer.rating is not Rating.AGAIN,
                day=day,
            )


def _banks(workspace: Workspace, answered: set[str]) -> Iterator[Bank]:
    """The banks of articles that were ever answered; the others have nothing to tell."""
    for entry in workspace.library.entries():
        if entry.article_id in answered:
            yield workspace.library.bank(entry.slug)


def _items(banks: Iterable[Bank]) -> Iterator[tuple[ItemKey, Item]]:
    for bank in banks:
        for item in bank.items:
            if item.status is not Status.DROPPED:
                yield ItemKey(bank.article.id, item.id), item


def _chances(cards: Mapping[ItemKey, Card], now: datetime) -> dict[ItemKey, float]:
    return {key: retrievability(card, now + AHEAD) for key, card in cards.items()}


def _wrong_options(item: Item) -> tuple[str, ...]:
    """The wrong options that a learner can pick; none where the answer is typed."""
    return tuple(each.text for each in distractors_of(item)) if options_of(item) else ()


def _plain_fact(fact: FactFigures) -> dict[str, object]:
    return asdict(fact) | {"items": [key.item for key in fact.items]}
