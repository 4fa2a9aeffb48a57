"""Questions that give each other's answers away where they stand on one sheet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quizapp.formats.crossing import without_tellers
from quizapp.formats.parcel import Loss
from quizapp.kit.text import has_words, reading
from quizapp.model.article import Span
from quizapp.model.item import (
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    TrueFalseItem,
)


def apart(items: Iterable[Item]) -> tuple[list[Item], tuple[Loss, ...]]:
    """The items that may stand on one sheet, first come first, and of the others which one they would tell.

    An item is left out that asks the fact of one before it, or shares a sentence with one of which the question or
    the statement holds the other's answer. Of what is left then, those go that tell a name or a number which a question
    about the same happening asks for, those that tell the most first.
    """
    kept: list[Item] = []
    losses: list[Loss] = []
    facts: dict[str, Item] = {}
    beside: dict[Span, list[Item]] = defaultdict(list)
    for item in items:
        spans = [each.span for each in item.evidence[-1:]]
        same = facts.get(item.fact)
        told = same or next((each for span in spans for each in beside[span] if _tell(each, item)), None)
        if told is not None:
            why = f"“{told.id}” asks for the same fact" if same else f"it and “{told.id}” tell each other's answer"
            losses.append(Loss(item.id, f"is left out: {why} on the same sheet"))
            continue
        kept.append(item)
        facts[item.fact] = item
        for span in spans:
            beside[span].append(item)
    kept, gone = without_tellers(kept)
    losses += (
        Loss(name, f"is left out: it tells the answer of “{asked}” on the same sheet") for name, asked in gone.items()
    )
    return kept, tuple(losses)


def _tell(one: Item, other: Item) -> bool:
    first, second = reading(one.stem), reading(other.stem)
    return any(has_words(second, key) for key in _keys(one)) or any(has_words(first, key) for key in _keys(other))


def _keys(item: Item) -> Iterator[str]:
    """What has to be found out, as a reader takes it."""
    match item:
        case ChoiceItem(key=key) | ShortAnswerItem(key=key) | NumericItem(key=key):
            keys: tuple[str, ...] = (key,)
        case ClozeItem(keys=keys):
            pass
        case TrueFalseItem() | MultipleChoiceItem() | MatchingItem() | OrderingItem():
            keys = ()  # no other question's words tell how these are put together
    return (reading(key) for key in keys)
