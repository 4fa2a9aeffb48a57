"""A bank that meets the library's own about the same article: other questions, or a version without somebody's work."""

from dataclasses import replace

from quizapp.kit.durations import counted
from quizapp.kit.errors import UsageError
from quizapp.model.item import Bank, Item
from quizapp.usecases.renewing import is_touched


class WorkAtRiskError(UsageError):
    """What people edited, kept or dropped would leave the library; `slug` is the bank, `count` how many questions."""

    def __init__(self, slug: str, count: int) -> None:
        self.slug = slug
        self.count = count
        super().__init__(
            f"“{slug}” in the library has {counted(count, 'question')} that somebody edited, kept or dropped and that"
            " this file does not have so; nothing was changed, add --anew to put the file in its place"
        )


def is_version(bank: Bank, other: Bank) -> bool:
    """Whether two banks about one article are versions of each other: half the ids of the smaller are the other's, too.

    Questions from elsewhere share next to no id with those that were written here.
    """
    ids, others = ({item.id for item in each.items} for each in (bank, other))
    return 2 * len(ids & others) >= min(len(ids), len(others))


def lost_in(old: Bank, new: Bank) -> tuple[Item, ...]:
    """What people have done to the old bank and the new one does not have."""
    there = {item.id: item for item in new.items}
    return tuple(item for item in old.items if is_touched(item) and not _is_in(item, there.get(item.id)))


def _is_in(item: Item, other: Item | None) -> bool:
    """Whether another bank has an item as it is, wherever it stands there."""
    if other is None:
        return False
    return replace(item, evidence=(), written="") == replace(other, evidence=(), written="")
