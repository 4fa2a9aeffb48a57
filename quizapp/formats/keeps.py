"""What each format keeps of each kind of item: the one table that losses, --verify, the page and the tests go by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from quizapp.formats.parcel import Imported, Loss
from quizapp.model.item import (
    GAP,
    ClozeItem,
    Distractor,
    Item,
    MatchingItem,
    NumericItem,
    TrueFalseItem,
    distractors_of,
    key_text,
    keys_of,
)

FIELDS: Final = {
    "id": "its id",
    "stem": "the question",
    "keys": "the right answer",
    "value": "the number",
    "unit": "the unit",
    "hedge": "how exact the number is",
    "accepted": "other accepted wordings",
    "distractors": "the wrong options",
    "whys": "why a wrong option is wrong",
    "pairs": "the pairs",
    "rationale": "the rationale",
    "quotes": "the sentence of the text",
}
"""Each field that can travel, and what a person calls it."""

LEFT_OUT: Final = "is left out"
"""How a loss begins that takes the whole item."""

_OF_ALL: Final = frozenset({"id", "stem", "accepted", "rationale", "quotes"})
FIELDS_OF: Final = {
    "choice": _OF_ALL | {"keys", "distractors", "whys"},
    "true-false": _OF_ALL - {"accepted"} | {"keys"},
    "short": _OF_ALL | {"keys", "distractors", "whys"},
    "numeric": _OF_ALL | {"keys", "value", "unit", "hedge"},
    "cloze": _OF_ALL | {"keys"},
    "multiple": _OF_ALL | {"keys", "distractors", "whys"},
    "matching": _OF_ALL | {"pairs", "distractors", "whys"},
    "ordering": _OF_ALL | {"keys"},
}
"""The fields that a kind of item has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeps:
    """What a format keeps.

    `lost` names the fields that it drops, by kind; a kind that is not there is left out whole. `notes` say how a kind
    is changed. `gaps` is whether a sentence keeps several gaps; else it is asked once for each. `shown` names fields
    that its readers show but that cannot be read back.
    """

    lost: Mapping[str, frozenset[str]]
    notes: Mapping[str, str] = field(default_factory=dict)
    gaps: bool = False
    shown: frozenset[str] = frozenset()

    def kept(self, kind: str) -> frozenset[str]:
        """The fields of a kind that come back when the format is read; none where the kind is left out."""
        return FIELDS_OF[kind] - self.lost[kind] if kind in self.lost else frozenset()


def _lost(every: str = "", /, **kinds: str | None) -> dict[str, frozenset[str]]:
    """For every kind the fields that are lost, those of all kinds first; None leaves the kind out."""
    named = {kind.replace("_", "-"): fields for kind, fields in kinds.items()}
    return {
        kind: frozenset([*every.split(), *(named.get(kind) or "").split()])
        for kind in FIELDS_OF
        if kind not in named or named[kind] is not None
    }


_PICKED: Final = {"choice": "accepted", "multiple": "accepted", "ordering": "accepted"}
_AS_PLACES: Final = {"ordering": "is asked as matching: which thing belongs in place 1, 2, 3"}

KEEPS: Final = {
    "gift": Keeps(
        lost=_lost(**_PICKED, numeric="unit hedge accepted", matching="accepted whys"),
        notes=_AS_PLACES,
    ),
    "csv": Keeps(lost=_lost(), gaps=True),
    "tsv": Keeps(lost=_lost(), gaps=True),
}
"""Of each format what it keeps, by its name."""


def losses_of(item: Item, *, name: str) -> tuple[Loss, ...]:
    """What a format drops or changes of an item; the whole item where it cannot hold its kind."""
    keeps = KEEPS[name]
    if item.kind not in keeps.lost:
        return (Loss(item.id, f"{LEFT_OUT}: {name} has no questions of the kind “{item.kind}”"),)
    said = as_imported(item)
    gone = [FIELDS[each] for each in FIELDS if each in keeps.lost[item.kind] - keeps.shown and has(said, each)]
    losses = [Loss(item.id, f"loses {_listed(gone)}")] if gone else []
    if item.kind in keeps.notes:
        losses.append(Loss(item.id, keeps.notes[item.kind]))
    if isinstance(item, ClozeItem) and len(item.keys) > 1 and not keeps.gaps:
        losses.append(Loss(item.id, "is asked once for each of its gaps, the others filled"))
    return tuple(losses)


def fitting(items: tuple[Item, ...], *, name: str) -> Iterator[Item]:
    """The items as a format can hold them: kinds that it has, and gaps one by one where it holds one."""
    keeps = KEEPS[name]
    for item in items:
        if item.kind in keeps.lost:
            yield from (item,) if keeps.gaps or not isinstance(item, ClozeItem) else gap_by_gap(item)


def gap_by_gap(item: ClozeItem) -> tuple[ClozeItem, ...]:
    """One sentence for each gap, the other gaps filled; the item itself where it has one."""
    if len(item.keys) == 1:
        return (item,)
    parts, made = item.stem.split(GAP), []
    for asked in range(len(item.keys)):
        fills = [GAP if number == asked else key for number, key in enumerate(item.keys)]
        stem = "".join(part + fill for part, fill in zip(parts, [*fills, ""], strict=True))
        if stem.count(GAP) == 1:  # a key that holds a gap would make another
            made.append(replace(item, id=f"{item.id}.{asked + 1}", stem=stem, keys=(item.keys[asked],), accepted=()))
    return tuple(made)


def as_imported(item: Item) -> Imported:
    """What a format that kept everything would say of an item."""
    number = item if isinstance(item, NumericItem) else None
    said = Imported(
        kind=item.kind,
        stem=item.stem,
        keys=_keys(item),
        distractors=tuple(Distractor(text=each.text, why=each.why) for each in distractors_of(item)),
        accepted=item.accepted,
        pairs=item.pairs if isinstance(item, MatchingItem) else (),
        value=number.value if number else "",
        unit=number.unit if number else "",
        rationale=item.rationale,
        quotes=tuple(evidence.quote for evidence in item.evidence),
        id=item.id,
    )
    return replace(said, hedge=number.hedge) if number else said


def _keys(item: Item) -> tuple[str, ...]:
    if isinstance(item, TrueFalseItem):
        return (key_text(item),)
    return () if isinstance(item, MatchingItem) else keys_of(item)


def has(said: Imported, name: str) -> bool:
    """Whether a field holds anything; a number that is exact needs no word for it."""
    if name == "whys":
        return any(each.why for each in said.distractors)
    if name == "hedge":
        return said.hedge != "exact"
    return bool(getattr(said, name))


def answer_texts(said: Imported) -> Iterator[str]:
    """Everything that is said of answers, right and wrong."""
    yield from (*said.keys, *said.accepted)
    for each in said.distractors:
        yield from (each.text, each.why)
    for pair in said.pairs:
        yield from (pair.prompt, pair.answer)


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
