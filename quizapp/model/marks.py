"""The mark of what quizapp wrote, kept in a bank beside each item: a change by hand shows in that it fits no more."""

import json
from dataclasses import replace

from quizapp.kit.chance import seed_of
from quizapp.model.item import Item, NumericItem, distractors_of, key_text, keys_of


def mark_of(item: Item) -> str:
    """All that a person can change of an item by hand, in 16 characters; its place and rank in the bank are not in it.

    Marks lie in banks, so that what is made of an item never changes. JSON tells "a", "b" from "a, b" on every Python.
    """
    claim = item.attribution
    quantity = (item.value, item.unit, item.hedge.value) if isinstance(item, NumericItem) else ()
    said = (
        (item.kind, item.stem, key_text(item), *keys_of(item)),
        item.accepted,
        [(wrong.text, wrong.why) for wrong in distractors_of(item)],
        [row.quote for row in item.evidence],
        (item.rationale, item.derived, claim and (claim.source, claim.cue)),
        quantity,
    )
    return f"{seed_of('written', json.dumps(said)):016x}"


def marked(item: Item) -> Item:
    """The item with the mark of quizapp's own writing."""
    return replace(item, written=mark_of(item))


def is_as_written(item: Item) -> bool:
    """Whether an item is, word for word, what quizapp wrote; of an item without a mark nobody can tell."""
    return item.written != "" and item.written == mark_of(item)
