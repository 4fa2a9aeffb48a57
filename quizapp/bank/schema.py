"""The shape of a bank file: what the reader checks and what editors are told."""

import re
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from quizapp.model.item import FEWEST_KEYS, FEWEST_PARTS

ID: Final = r"^[a-z0-9][a-z0-9._-]{0,119}$"
"""How ids look: they name reviews and files, so they hold nothing that a shell or a path would take for its own."""

DEFAULT_SCORE: Final = 0.5
"""What the model gives an item that nobody has scored."""

DECIMAL: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
"""The value of a quantity."""
_FLAGS: Final = {"true": True, "True": True, "false": False, "False": False}
_FRACTION: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{1,30})?(e-[0-9]{1,3})?")
WHOLE: Final = re.compile(r"[0-9]{1,12}")
"""An offset."""

# Editors read a plain 12 or NO as a number or a truth value; we read every value as the text that was typed.
_TYPED: Final = {"type": ["string", "number", "boolean"]}


def _yes(value: object) -> object:
    if isinstance(value, str) and value in _FLAGS:
        return _FLAGS[value]
    raise ValueError("write true or false")


def _fraction(value: object) -> object:
    if isinstance(value, str) and _FRACTION.fullmatch(value):
        return float(value)
    raise ValueError("write a number from 0 to 1, such as 0.75")


def _whole(value: object) -> object:
    if isinstance(value, str) and WHOLE.fullmatch(value):
        return int(value)
    raise ValueError("write a whole number of characters, 0 or more")


def _decimal(value: object) -> object:
    if isinstance(value, str) and DECIMAL.fullmatch(value):
        return value
    raise ValueError("write a plain number, such as 56000000000 or 2.5: no commas, units or words")


def _seen(value: str) -> str:
    if value.strip():
        return value
    raise ValueError("this is empty; write something or delete the item")


_Seen = BeforeValidator(lambda value: _seen(value) if isinstance(value, str) else value)
Typed = Annotated[str, WithJsonSchema(_TYPED)]
Words = Annotated[str, _Seen, WithJsonSchema({**_TYPED, "minLength": 1})]
Slug = Annotated[str, Field(pattern=ID)]
Flag = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"enum": [True, False, "true", "false", "True", "False"]})]
Share = Annotated[
    float,
    BeforeValidator(_fraction),
    Field(ge=0, le=1),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1}),
]
Offset = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Decimal = Annotated[
    str, BeforeValidator(_decimal), WithJsonSchema({"type": ["string", "number"], "pattern": f"^{DECIMAL.pattern}$"})
]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class PartEntry(_Entry):
    """A page or a chapter in which the text came."""

    at: Offset
    """Where it begins: the number of characters of the text before it."""
    name: Words
    """Such as “page 3”, or the chapter's heading."""


class ArticleEntry(_Entry):
    """The article that the questions ask about."""

    id: Slug
    """A short name that never changes: the learner's memory hangs on it."""
    title: Words
    source: Typed = ""
    """A file name, an address, or how it came to be."""
    language: Typed = "en"
    byline: Typed = ""
    date: Typed = ""
    parts: tuple[PartEntry, ...] = ()
    """The pages or chapters in which the text came."""
    sha256: Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{64}$"})] | None = None
    """The digest of the text in UTF-8; optional, but then a change of the text is noticed."""
    text: Words
    """The whole text, so that the source can be shown offline."""


class EvidenceEntry(_Entry):
    """Words of the article that prove something."""

    quote: Words
    """Copied letter for letter from the text."""
    start: Offset | None = None
    """How many characters of the text come before the quote; only needed when it stands there more than once."""
    end: Offset | None = None


class DistractorEntry(_Entry):
    """A wrong option."""

    text: Words
    why: Words
    """One sentence for the learner: why this is wrong."""
    evidence: EvidenceEntry | None = None


class AttributionEntry(_Entry):
    """Whose claim it is: source "Lariv", cue "said"."""

    source: Words
    cue: Words


class _ItemEntry(_Entry):
    id: Slug
    """A short name that never changes, however the wording does."""
    fact: Slug | None = None
    """The fact that is asked; items about one fact share it. Default: the item's id."""
    stem: Words
    """The question, the statement or the sentence with gaps."""
    accepted: tuple[Words, ...] = ()
    """Other wordings of the key that count as right: plain text, never a pattern."""
    evidence: Annotated[tuple[EvidenceEntry, ...], Field(min_length=1)]
    derived: Flag = False
    """Whether the key is worked out from the evidence and is not a part of it."""
    attribution: AttributionEntry | None = None
    rationale: Typed = ""
    """One sentence shown beside the right answer."""
    score: Share = DEFAULT_SCORE
    """0 to 1, better questions higher."""
    status: Literal["new", "kept", "dropped"] = "new"
    """What a person has decided."""
    edited: Flag = False
    """Whether a person has changed it, so that generating again leaves it alone."""
    origin: Typed = ""
    """The file and the place in it from which the question was imported."""


class ChoiceEntry(_ItemEntry):
    """One right option among several."""

    kind: Literal["choice"]
    key: Words
    distractors: Annotated[tuple[DistractorEntry, ...], Field(min_length=2)]


class TrueFalseEntry(_ItemEntry):
    """A statement to be judged against the article."""

    kind: Literal["true-false"]
    key: Flag


class ShortEntry(_ItemEntry):
    """A few words to type."""

    kind: Literal["short"]
    key: Words
    distractors: tuple[DistractorEntry, ...] = ()


class NumericEntry(_ItemEntry):
    """A quantity to type."""

    kind: Literal["numeric"]
    key: Words
    """The quantity as the article writes it, such as “€56 billion”."""
    value: Decimal
    """The same as a plain number, such as 56000000000."""
    unit: Typed = ""
    hedge: Literal["exact", "about", "more than", "at least", "less than", "up to"] = "exact"


class ClozeEntry(_ItemEntry):
    """A sentence with gaps, each written ____ (four underscores)."""

    kind: Literal["cloze"]
    keys: Annotated[tuple[Words, ...], Field(min_length=1)]
    """One a gap, in reading order."""


class MultipleEntry(_ItemEntry):
    """Several right options among several."""

    kind: Literal["multiple"]
    keys: Annotated[tuple[Words, ...], Field(min_length=FEWEST_KEYS)]
    distractors: Annotated[tuple[DistractorEntry, ...], Field(min_length=1)]


class PairEntry(_Entry):
    """A prompt and the answer that belongs to it."""

    prompt: Words
    answer: Words


class MatchingEntry(_ItemEntry):
    """Prompts, each to be matched with its answer."""

    kind: Literal["matching"]
    pairs: Annotated[tuple[PairEntry, ...], Field(min_length=FEWEST_PARTS)]
    distractors: tuple[DistractorEntry, ...] = ()
    """Answers that belong to no prompt."""


class OrderingEntry(_ItemEntry):
    """Things to be put in order."""

    kind: Literal["ordering"]
    keys: Annotated[tuple[Words, ...], Field(min_length=FEWEST_PARTS)]
    """In the right order."""


ItemEntry = Annotated[
    ChoiceEntry
    | TrueFalseEntry
    | ShortEntry
    | NumericEntry
    | ClozeEntry
    | MultipleEntry
    | MatchingEntry
    | OrderingEntry,
    Field(discriminator="kind"),
]


class BankEntry(_Entry):
    """A quizapp question bank: an article and questions about it."""

    format: Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})]
    article: ArticleEntry
    items: tuple[ItemEntry, ...]


ITEM_ENTRIES: Final[dict[str, type[BaseModel]]] = {
    "choice": ChoiceEntry,
    "true-false": TrueFalseEntry,
    "short": ShortEntry,
    "numeric": NumericEntry,
    "cloze": ClozeEntry,
    "multiple": MultipleEntry,
    "matching": MatchingEntry,
    "ordering": OrderingEntry,
}
"""The shape of each kind of item, by its name."""


def bank_schema() -> dict[str, Any]:
    """The JSON Schema that editors use for bank files."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **BankEntry.model_json_schema(),
        "title": "quizapp question bank",
    }
