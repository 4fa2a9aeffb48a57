"""Hand-built values with keyword defaults; each stands alone and is true of its own little article."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence, Hedge
from quizapp.model.item import (
    GAP,
    Bank,
    ChoiceItem,
    ClozeItem,
    Distractor,
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
from quizapp.model.memory import ItemKey, Rating, Review
from quizapp.model.outcome import Outcome
from quizapp.model.response import Chosen, Judged, Picked, Response, Shown, Typed

TEXT = """The harbour bell

The town of Aldwick hung a bell above its harbour in 1874. The bell weighs about 500 kilograms.

Mayor Edith Crane called the bell "a nuisance with a rope". The council paid 1,200 pounds for it.

Fishermen ring it twice a day because the fog hides the quay. In winter nobody rings it.
"""

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Thursday, one hour ahead of UTC."""


class FakeClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, now: datetime = NOON) -> None:
        self.time = now

    def now(self) -> datetime:
        """The time it was set to."""
        return self.time

    def ticks(self) -> float:
        """Seconds since the epoch of the same time."""
        return self.time.timestamp()

    def pass_by(self, **span: float) -> None:
        """Let time go by."""
        self.time += timedelta(**span)


def make_article(*, id: str = "harbour-bell", title: str = "The harbour bell", text: str = TEXT) -> Article:  # noqa: A002  the field's name
    """An article of three paragraphs."""
    return Article(id=id, title=title, source=f"{id}.txt", text=text)


def make_evidence(quote: str, article: Article | None = None) -> Evidence:
    """Evidence for a quote that the article has."""
    article = article or make_article()
    start = article.text.index(quote)
    return Evidence.of(article, Span(start, start + len(quote)))


def make_distractor(text: str = "Town clerk", why: str = "The clerk is not quoted.") -> Distractor:
    """A wrong option."""
    return Distractor(text=text, why=why)


_SAID = 'Mayor Edith Crane called the bell "a nuisance with a rope".'
_WEIGHT = "The bell weighs about 500 kilograms."
_HUNG = "The town of Aldwick hung a bell above its harbour in 1874."
_FOG = "Fishermen ring it twice a day because the fog hides the quay."


def make_item(kind: str = "choice", **changes: object) -> Item:
    """An item of a kind about the harbour bell; any field can be given."""
    article = changes.pop("article", None)
    assert article is None or isinstance(article, Article)

    def base(quote: str, **fields: object) -> dict[str, object]:
        plain = {"id": f"{kind}-1", "fact": f"fact-{kind}", "evidence": (make_evidence(quote, article),)}
        return plain | fields | changes

    match kind:
        case "choice":
            wrong = tuple(make_distractor(text) for text in ("The town clerk", "A fisherman", "The bell founder"))
            said = base(
                _SAID, stem='Who called the bell "a nuisance with a rope"?', key="Edith Crane", distractors=wrong
            )
            return ChoiceItem(**said)  # type: ignore[arg-type]  # fields by name
        case "true-false":
            fields = base(_FOG, stem="Fishermen ring the bell twice a day.", key=True)
            return TrueFalseItem(**fields)  # type: ignore[arg-type]  # same
        case "short":
            fields = base(_HUNG, stem="Which town hung the bell?", key="Aldwick", accepted=("the town of Aldwick",))
            return ShortAnswerItem(**fields)  # type: ignore[arg-type]  # same
        case "numeric":
            stem = "How many kilograms does the bell weigh?"
            number = {"key": "500 kilograms", "value": "500", "unit": "kilograms", "hedge": Hedge.ABOUT}
            return NumericItem(**base(_WEIGHT, stem=stem, **number))  # type: ignore[arg-type]  # same
        case "cloze":
            stem = f"Fishermen ring it twice a day because the {GAP} hides the quay."
            return ClozeItem(**base(_FOG, stem=stem, keys=("fog",)))  # type: ignore[arg-type]  # same
        case _:
            return _make_gathered(kind, base)


def _make_gathered(kind: str, base: Callable[..., dict[str, object]]) -> Item:
    match kind:
        case "multiple":
            wrong = (make_distractor("a crown"), make_distractor("a lamp"))
            stem = "What does the article speak of?"
            fields = base(_FOG, stem=stem, keys=("fog", "the quay"), distractors=wrong, derived=True)
            return MultipleChoiceItem(**fields)  # type: ignore[arg-type]  # fields by name
        case "matching":
            answers = (("hung a bell", "Aldwick"), ("calls it a nuisance", "Edith Crane"), ("ring it", "Fishermen"))
            pairs = tuple(Pair(prompt=prompt, answer=answer) for prompt, answer in answers)
            stem = "Match each deed with those who did it."
            fields = base(_HUNG, stem=stem, pairs=pairs, distractors=(make_distractor("The founder"),), derived=True)
            return MatchingItem(**fields)  # type: ignore[arg-type]  # same
        case "ordering":
            stem = "Put these in the order in which the article tells of them."
            fields = base(_HUNG, stem=stem, keys=("the bell is hung", "it is weighed", "it is paid for"), derived=True)
            return OrderingItem(**fields)  # type: ignore[arg-type]  # same
    raise ValueError(f"no such kind: {kind}")


KINDS = ("choice", "true-false", "cloze", "numeric", "short")
GATHERED = ("multiple", "matching", "ordering")


def make_bank(*, article: Article | None = None, items: tuple[Item, ...] | None = None, count: int = 5) -> Bank:
    """A bank with `count` items of all kinds in turn, each about a fact of its own."""
    article = article or make_article()
    if items is None:
        kinds = [KINDS[number % len(KINDS)] for number in range(count)]
        items = tuple(
            make_item(kind, article=article, id=f"{kind}-{number}", fact=f"fact-{number}")
            for number, kind in enumerate(kinds, 1)
        )
    return Bank(article=article, items=items)


def right_response(item: Item) -> Response:
    """The key, given as the item asks for it."""
    match item:
        case ChoiceItem(key=key):
            return Chosen(option=key)
        case TrueFalseItem(key=key):
            return Judged(value=key)
        case ClozeItem(keys=keys):
            return Typed(fields=keys)
        case ShortAnswerItem(key=key) | NumericItem(key=key):
            return Typed(fields=(key,))
        case MultipleChoiceItem(keys=keys) | OrderingItem(keys=keys):
            return Picked(options=keys)
        case MatchingItem(pairs=pairs):
            return Picked(options=tuple(pair.answer for pair in pairs))


def wrong_response(item: Item) -> Response:
    """Something that is surely wrong."""
    match item:
        case ChoiceItem(distractors=distractors):
            return Chosen(option=distractors[0].text)
        case TrueFalseItem(key=key):
            return Judged(value=not key)
        case ClozeItem(keys=keys):
            return Typed(fields=("zebra",) * len(keys))
        case ShortAnswerItem() | NumericItem():
            return Typed(fields=("zebra",))
        case MultipleChoiceItem(distractors=distractors):
            return Picked(options=(distractors[0].text,))
        case OrderingItem(keys=keys):
            return Picked(options=keys[::-1])
        case MatchingItem(pairs=pairs):
            return Picked(options=tuple(pair.answer for pair in (*pairs[1:], pairs[0])))


def make_review(**changes: object) -> Review:
    """An answer given at noon, right and rated Good."""
    fields: dict[str, object] = {
        "id": "review-1",
        "session": "session-1",
        "key": ItemKey("harbour-bell", "choice-1"),
        "at": NOON.astimezone(UTC),
        "offset": 60,
        "kind": "choice",
        "given": "Edith Crane",
        "outcome": Outcome.RIGHT,
        "rule": "choice",
        "rating": Rating.GOOD,
        "seconds": 5.0,
        "hinted": False,
        "scheduled": True,
    }
    return Review(**fields | changes)  # type: ignore[arg-type]  # fields by name


__all__ = [
    "KINDS",
    "NOON",
    "TEXT",
    "FakeClock",
    "Shown",
    "Status",
    "make_article",
    "make_bank",
    "make_distractor",
    "make_evidence",
    "make_item",
    "make_review",
    "right_response",
    "wrong_response",
]
