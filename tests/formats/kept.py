"""What of an item every package keeps, in a shape that can be compared with what is taken from it."""

from quizapp.formats.parcel import Imported
from quizapp.formats.quotes import shown
from quizapp.model.item import Item, MatchingItem, TrueFalseItem, distractors_of, key_text, keys_of


def flat(text: str) -> str:
    """The text as it is shown, white space folded."""
    return " ".join(shown(text).split())


def expected(item: Item) -> Imported:
    """The item as its package tells it."""
    pairs = item.pairs if isinstance(item, MatchingItem) else ()
    keys = (key_text(item),) if isinstance(item, TrueFalseItem) else () if pairs else keys_of(item)
    wrong = () if item.kind == "short" else tuple(each.text for each in distractors_of(item))
    return Imported(kind=item.kind, stem=item.stem, id=item.id, keys=keys, distractors=wrong, pairs=pairs)


def compared(imported: Imported) -> tuple[object, ...]:
    """All that must come back, in an order that chance cannot change."""
    keys = tuple(map(flat, imported.keys))
    return (
        imported.kind,
        imported.id,
        flat(imported.stem),
        keys if imported.kind in {"ordering", "cloze"} else tuple(sorted(keys)),
        tuple(sorted(map(flat, imported.distractors))),
        tuple((flat(pair.prompt), flat(pair.answer)) for pair in imported.pairs),
    )
