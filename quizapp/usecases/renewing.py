"""A bank and a fresh one about the same article, perhaps edited since: what stays, changes, comes and goes."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import (
    Bank,
    Distractor,
    Item,
    ShortAnswerItem,
    Status,
    distractors_of,
    key_text,
    with_distractors,
)
from quizapp.model.marks import is_as_written, mark_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An item as it was and as it will be."""

    old: Item
    new: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """The renewed bank, and what happened to each item.

    `orphaned` are items that leave the bank: the article has their evidence no more, or no longer gives the question.
    """

    bank: Bank
    added: tuple[Item, ...]
    changed: tuple[Change, ...]
    orphaned: tuple[Item, ...]
    unchanged: tuple[Item, ...]

    @property
    def touched(self) -> tuple[Item, ...]:
        """Items that a person has edited, kept or dropped and that would change or leave."""
        return tuple(item for item in (*(c.old for c in self.changed), *self.orphaned) if is_touched(item))

    def is_idle(self, old: Bank) -> bool:
        """Whether nothing is different but marks of ours, for which no file of a person's is laid out anew."""
        plain = [tuple(replace(item, written="") for item in bank.items) for bank in (old, self.bank)]
        return old.article == self.bank.article and plain[0] == plain[1]


def is_touched(item: Item) -> bool:
    """Whether a person has decided something about an item, or may have written in it: no mark says that we did."""
    return item.edited or item.status is not Status.NEW or not is_as_written(item)


def renewed(old: Bank, fresh: Bank, *, spare: tuple[Item, ...] = (), whole: bool = True) -> Renewal:
    """Bring a bank up to date with items freshly written about its article.

    An item that a person has touched stays as it is while its evidence stands in the article. Any other takes the
    wording of the fresh item that asks the same, under its old id. Nothing is asked twice: the fresh twin of a dropped
    item does not come back. Items of `spare` are not added, but what asks the same as one of them stays. Where the
    article was not read `whole`, an item whose evidence stands stays, too: what it asks was not looked for; and all
    keep their rank, which a part of the article cannot say.
    """
    article = fresh.article
    twins = _twins(old.items, (*fresh.items, *spare))
    kept: dict[str, Item] = {}
    changed: list[Change] = []
    orphaned: list[Item] = []
    unchanged: list[Item] = []
    for item in old.items:
        after = _after(item, twins.get(item.id), article)
        if not whole:
            after = replace(after, score=item.score) if after is not None else _moved(item, article)
        if after is None:
            orphaned.append(item)
            continue
        kept[item.id] = after
        if _asks(after) == _asks(item):
            unchanged.append(after)
        else:
            changed.append(Change(old=item, new=after))
    taken = {twin.id for twin in twins.values()}
    items, added = _with_new(list(kept.values()), fresh.items, taken, _places(twins, kept))
    return Renewal(
        bank=Bank(article=article, items=tuple(items)),
        added=tuple(added),
        changed=tuple(changed),
        orphaned=tuple(orphaned),
        unchanged=tuple(unchanged),
    )


def _after(item: Item, twin: Item | None, article: Article) -> Item | None:
    """The item in the renewed bank, None when it leaves."""
    moved = _moved(item, article)
    if twin is not None and not item.written and mark_of(item) == twin.written:
        item = replace(item, written=twin.written)  # of a bank from before there were marks
        moved = moved and replace(moved, written=twin.written)
    if is_touched(item):
        if moved is not None:
            return moved
        return replace(twin, id=item.id, status=item.status) if twin is not None else None
    return replace(twin, id=item.id) if twin is not None else None


def _asks(item: Item) -> Hashable:
    """What a learner sees of an item; where its evidence stands and how it ranks are not seen."""
    options = () if isinstance(item, ShortAnswerItem) else distractors_of(item)
    return (
        item.kind,
        item.stem,
        key_text(item),
        item.accepted,
        tuple(option.text for option in options),
        tuple(evidence.quote for evidence in item.evidence),
    )


# -- which fresh item asks the same as an old one


def _quotes(item: Item) -> Hashable:
    return (item.kind, key_text(item), item.evidence[-1].quote if item.evidence else "")


_LIKENESSES: Final[tuple[Callable[[Item], Hashable], ...]] = (
    lambda item: (item.kind, item.stem, key_text(item)),
    _quotes,
    lambda item: (item.id, item.kind, key_text(item)),
)
"""From sure to likely: the same question and key, the same key in the same sentence, the same id.

An item whose key has changed is another item: what a learner remembers of the old answer must not count for the new.
"""


def _twins(old: Iterable[Item], fresh: Iterable[Item]) -> dict[str, Item]:
    """For old items, by id, the fresh item that asks the same; no fresh item twice."""
    left_old, left_fresh = list(old), list(fresh)
    twins: dict[str, Item] = {}
    for likeness in _LIKENESSES:
        by_likeness: dict[Hashable, Item] = {}
        for item in left_fresh:
            by_likeness.setdefault(likeness(item), item)
        for item in left_old:
            if (twin := by_likeness.pop(likeness(item), None)) is not None:
                twins[item.id] = twin
        found = {twin.id for twin in twins.values()}
        left_old = [item for item in left_old if item.id not in twins]
        left_fresh = [item for item in left_fresh if item.id not in found]
    return twins


# -- the order of the renewed bank


def _places(twins: dict[str, Item], kept: dict[str, Item]) -> dict[str, str]:
    """Fresh ids to the old ids that stand for them in the renewed bank."""
    return {twin.id: name for name, twin in twins.items() if name in kept}


def _with_new(
    items: list[Item], fresh: Iterable[Item], taken: set[str], places: dict[str, str]
) -> tuple[list[Item], list[Item]]:
    """The kept items in their old order, and each new one after the item that it follows in the fresh bank."""
    names = {item.id for item in items}
    added: list[Item] = []
    before = ""
    for item in fresh:
        if item.id in taken:
            before = places.get(item.id, before)
            continue
        new = replace(item, id=_free(item.id, names))
        names.add(new.id)
        at = next((place for place, each in enumerate(items, 1) if each.id == before), 0)
        items.insert(at, new)
        added.append(new)
        before = new.id
    return items, added


def _free(name: str, names: set[str]) -> str:
    """The id, numbered when another item of the bank has it."""
    number, free = 1, name
    while free in names:
        number += 1
        free = f"{name}-{number}"
    return free


# -- evidence in the edited text


def _moved(item: Item, article: Article) -> Item | None:
    """The item with its evidence where the article now has it, None when a quote is gone."""
    evidence = tuple(_found(row, article) for row in item.evidence)
    if any(row is None for row in evidence):
        return None
    moved = replace(item, evidence=tuple(row for row in evidence if row is not None))
    return with_distractors(moved, tuple(_option(option, article) for option in distractors_of(moved)))


def _option(option: Distractor, article: Article) -> Distractor:
    return replace(option, evidence=_found(option.evidence, article) if option.evidence else None)


def _found(evidence: Evidence, article: Article) -> Evidence | None:
    """The quote where it stands nearest to its old place."""
    quote, starts, at = evidence.quote, list[int](), article.text.find(evidence.quote)
    while at >= 0:
        starts.append(at)
        at = article.text.find(quote, at + 1)
    if not starts:
        return None
    start = min(starts, key=lambda place: abs(place - evidence.span.start))
    return Evidence.of(article, Span(start, start + len(quote)))
