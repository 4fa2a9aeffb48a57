"""What of an item every package keeps, in a shape that can be compared with what is taken from it."""

from quizapp.formats.parcel import Imported
from quizapp.formats.words import legal
from quizapp.model.item import (
    Distractor,
    Item,
    MatchingItem,
    NumericItem,
    TrueFalseItem,
    distractors_of,
    key_text,
    keys_of,
)


def flat(text: str) -> str:
    """The text as it is kept, white space folded."""
    return " ".join(legal(text).split())


def expected(item: Item) -> Imported:
    """The item as its package tells it."""
    pairs = item.pairs if isinstance(item, MatchingItem) else ()
    number = {"value": item.value, "unit": item.unit, "hedge": item.hedge} if isinstance(item, NumericItem) else {}
    return Imported(
        kind=item.kind,
        stem=item.stem,
        keys=(key_text(item),) if isinstance(item, TrueFalseItem) else () if pairs else keys_of(item),
        distractors=tuple(Distractor(text=each.text, why=each.why) for each in distractors_of(item)),
        accepted=item.accepted,
        pairs=pairs,
        rationale=item.rationale,
        quotes=tuple(each.quote for each in item.evidence),
        id=item.id,
        **number,  # type: ignore[arg-type]  # fields by name
    )


def compared(imported: Imported) -> tuple[object, ...]:
    """All that must come back, in an order that chance cannot change."""
    keys = tuple(map(flat, imported.keys))
    return (
        imported.kind,
        imported.id,
        flat(imported.stem),
        keys if imported.kind in {"ordering", "cloze"} else tuple(sorted(keys)),
        tuple(sorted((flat(each.text), flat(each.why)) for each in imported.distractors)),
        tuple(map(flat, imported.accepted)),
        tuple((flat(pair.prompt), flat(pair.answer)) for pair in imported.pairs),
        (imported.value, flat(imported.unit), imported.hedge),
        flat(imported.rationale),
        tuple(map(flat, imported.quotes)),
    )
