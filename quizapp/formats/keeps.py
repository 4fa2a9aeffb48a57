"""What each format keeps of each kind of item: the one table that losses, --verify, the page and the tests go by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from quizapp.formats.parcel import Imported, Loss
from quizapp.model.item import (
    GAP,
    ClozeItem,
    Distractor,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    ShortAnswerItem,
    TrueFalseItem,
    distractors_of,
    key_text,
    keys_of,
    options_of,
    with_distractors,
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


MANY: Final = 1_000
"""More options than any question has."""


class Gaps(Enum):
    """How a format holds a sentence with several gaps."""

    APART = "once for each gap, the others filled"
    TOGETHER = "with all its gaps, each with its key alone"
    WHOLE = "with all its gaps, their keys and other accepted wordings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeps:
    """What a format keeps.

    `lost` names the fields that it drops, by kind; a kind that is not there is left out whole. `notes` say how a kind
    is changed. `gaps` is how it holds several of them; `cards` are the kinds that become a question with one answer;
    `options` is how many options a question has at most. `shown` names fields that its readers show but that cannot be
    read back.
    """

    lost: Mapping[str, frozenset[str]]
    notes: Mapping[str, str] = field(default_factory=dict)
    gaps: Gaps = Gaps.APART
    cards: frozenset[str] = frozenset()
    options: int = MANY
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

_CARDS: Final = Keeps(
    lost=_lost(
        choice="accepted",
        short="distractors whys",
        numeric="accepted value unit hedge",
        multiple="accepted distractors whys",
        matching="accepted distractors whys",
        ordering="accepted",
    ),
    notes=dict.fromkeys(
        ("multiple", "matching", "ordering", "numeric"),
        "becomes a card with its whole answer as one text, and comes back as a short answer",
    ),
    cards=frozenset({"numeric", "multiple", "matching", "ordering"}),
    shown=frozenset({"value", "unit", "hedge"}),
)

KEEPS: Final = {
    "anki": Keeps(lost=_lost(), gaps=Gaps.WHOLE),
    "qti21": Keeps(lost=_lost(), gaps=Gaps.WHOLE),
    "qti12": Keeps(lost=_lost(), gaps=Gaps.WHOLE),
    "worksheet-html": Keeps(lost=_lost(), gaps=Gaps.WHOLE),
    "worksheet-pdf": Keeps(lost=_lost(), gaps=Gaps.WHOLE),
    "gift": Keeps(
        lost=_lost(**_PICKED, numeric="unit hedge accepted", matching="accepted whys"),
        notes=_AS_PLACES,
    ),
    "moodle-xml": Keeps(
        lost=_lost(**_PICKED, numeric="hedge accepted", matching="accepted whys"),
        notes=_AS_PLACES,
        gaps=Gaps.TOGETHER,
    ),
    "aiken": Keeps(
        lost=_lost(
            "id accepted whys rationale quotes",
            short=None,
            numeric=None,
            cloze=None,
            multiple=None,
            matching=None,
            ordering=None,
        ),
        options=26,
    ),
    "csv": Keeps(lost=_lost(), gaps=Gaps.WHOLE),
    "tsv": Keeps(lost=_lost(), gaps=Gaps.WHOLE),
    "kahoot": Keeps(
        lost=_lost(
            "id accepted whys rationale quotes", short=None, numeric=None, cloze=None, matching=None, ordering=None
        ),
        options=4,
    ),
    "xlsx": Keeps(lost=_lost(), gaps=Gaps.WHOLE),
    "anki-text": _CARDS,
    "hashcards": _CARDS,
    "obsidian": _CARDS,
}
"""Of each format what it keeps, by its name."""


def losses_of(item: Item, *, name: str) -> tuple[Loss, ...]:
    """What a format drops or changes of an item; the whole item where it cannot hold its kind."""
    keeps = KEEPS[name]
    if item.kind not in keeps.lost:
        return (Loss(item.id, f"{LEFT_OUT}: {name} has no questions of the kind “{item.kind}”"),)
    if isinstance(item, MultipleChoiceItem) and len(item.keys) >= keeps.options:
        return (Loss(item.id, f"{LEFT_OUT}: a question has {keeps.options} options at most in {name}"),)
    return tuple(Loss(item.id, what) for what in _changes(item, keeps))


def _changes(item: Item, keeps: Keeps) -> Iterator[str]:
    said = as_imported(item)
    gone = [FIELDS[each] for each in FIELDS if each in keeps.lost[item.kind] - keeps.shown and has(said, each)]
    if gone:
        yield f"loses {_listed(gone)}"
    if item.kind in keeps.notes:
        yield keeps.notes[item.kind]
    if len(options_of(item)) > keeps.options:
        yield f"has only {keeps.options} of its {len(options_of(item))} options"
    if isinstance(item, ClozeItem) and len(item.keys) > 1 and keeps.gaps is not Gaps.WHOLE:
        yield f"is asked {keeps.gaps.value}"


def fitting(items: tuple[Item, ...], *, name: str) -> Iterator[Item]:
    """The items as a format can hold them: kinds that it has, as many options, and gaps as it holds them."""
    keeps = KEEPS[name]
    for item in items:
        if item.kind not in keeps.lost or any(loss.what.startswith(LEFT_OUT) for loss in losses_of(item, name=name)):
            continue
        if item.kind in keeps.cards:
            yield as_card(item)
        elif isinstance(item, ClozeItem):
            yield from _gapped(item, keeps.gaps)
        else:
            room = max(0, keeps.options - len(options_of(item)) + len(distractors_of(item)))
            yield with_distractors(item, distractors_of(item)[:room])


def _gapped(item: ClozeItem, gaps: Gaps) -> tuple[ClozeItem, ...]:
    match gaps:
        case Gaps.APART:
            return gap_by_gap(item)
        case Gaps.TOGETHER:
            return (replace(item, accepted=()) if len(item.keys) > 1 else item,)
        case Gaps.WHOLE:
            return (item,)


def as_card(item: Item) -> ShortAnswerItem:
    """A question with one answer, for programs that have nothing else: the key as one line of text."""
    return ShortAnswerItem(
        id=item.id,
        fact=item.fact,
        stem=item.stem,
        key=key_text(item),
        evidence=item.evidence,
        rationale=item.rationale,
        derived=item.derived,
    )


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
