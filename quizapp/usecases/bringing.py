"""Questions about an article that the library has already: what people did to those it has stays."""

from dataclasses import dataclass, replace

from quizapp.model.item import Bank, Item
from quizapp.usecases.library import Entry, Library
from quizapp.usecases.rehoming import rehomed
from quizapp.usecases.renewing import Renewal, renewed


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What would become of a bank of the library; `idle` says that nothing would be different in it."""

    entry: Entry
    renewal: Renewal
    idle: bool


def brought(library: Library, fresh: Bank, *, spare: tuple[Item, ...], whole: bool = True) -> Brought | None:
    """How the library's bank about the same article is brought up to date; None where it has none.

    `spare` holds all that was written, `fresh` what is wanted of it; `whole` says that the whole article was read.

    Raises:
        BankError: the library's bank cannot be read.
    """
    entry = next(iter(library.about(fresh.article)), None)
    if entry is None:
        return None
    old = library.bank(entry.slug)
    wanted, everything = (rehomed(each, old.article.id) for each in (fresh, replace(fresh, items=spare)))
    renewal = renewed(old, wanted, spare=everything.items, whole=whole)
    return Brought(entry=entry, renewal=renewal, idle=renewal.is_idle(old))
