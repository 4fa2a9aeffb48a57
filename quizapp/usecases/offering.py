"""What a sitting may ask: articles with their items as a list; a bank is read once something of it is asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from quizapp.model.fingerprint import fingerprints
from quizapp.model.item import Bank, Form, Status, form_of
from quizapp.model.memory import ItemKey
from quizapp.sessions.queue import Candidate
from quizapp.usecases.library import Entry, Library
from quizapp.usecases.planning import candidates_about
from quizapp.usecases.sameness import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An article's items that nobody dropped, in the order of their bank: the id, fact and form of each.

    `prints` gives the fingerprints of one of them, none for an item that is not there; `bank` reads all of them.
    """

    article: str
    items: tuple[tuple[str, str, Form], ...]
    prints: Callable[[str], tuple[str, ...]]
    bank: Callable[[], Bank]


def offer_of(bank: Bank) -> Offer:
    """A bank that is at hand; a fingerprint is worked out when it is first wanted."""
    kept = {item.id: item for item in bank.items if item.status is not Status.DROPPED}

    @cache
    def prints(item: str) -> tuple[str, ...]:
        return fingerprints(kept[item]) if item in kept else ()

    return Offer(
        article=bank.article.id,
        items=tuple((item.id, item.fact, form_of(item.kind)) for item in kept.values()),
        prints=prints,
        bank=lambda: bank,
    )


def offers_of(library: Library) -> tuple[Offer, ...]:
    """The whole library as it is listed, which reads no bank that has not changed.

    Raises:
        DiskError: the library may not be read.
    """
    return tuple(_listed(entry, library) for entry in library.entries())


def candidates_in(offers: Iterable[Offer]) -> Iterator[Candidate]:
    """Every item on offer, as if it were new."""
    for offer in offers:
        yield from candidates_about(offer.article, offer.items)


def asked_among(offers: Iterable[Offer]) -> Asked:
    """The fingerprints of every item on offer."""
    prints: Mapping[str, Callable[[str], tuple[str, ...]]] = {offer.article: offer.prints for offer in offers}

    def asked(key: ItemKey) -> tuple[str, ...]:
        return prints[key.article](key.item) if key.article in prints else ()

    return asked


def _listed(entry: Entry, library: Library) -> Offer:
    prints = dict(zip(entry.ids, entry.fingerprints, strict=True))
    return Offer(
        article=entry.article_id,
        items=tuple(zip(entry.ids, entry.facts, entry.forms, strict=True)),
        prints=lambda item: prints.get(item, ()),
        bank=partial(library.bank, entry.slug),
    )
