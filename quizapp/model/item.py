"""Items: questions with their key, evidence and rationale."""

from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.model.article import Article
from quizapp.model.fact import Attribution, Evidence, Hedge

GAP = "____"
"""How a gap is written in the stem of a cloze item."""


class Status(StrEnum):
    """What a person has decided about an item."""

    NEW = "new"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Distractor:
    """A wrong option, why it is wrong, and the article's own sentence about it where there is one."""

    text: str
    why: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """What every item has: a stable id, the fact it asks, its stem and what proves the key.

    `accepted` holds other wordings that a fair teacher takes, the key not included; `derived` says that the key is
    worked out from the evidence and not a part of it; `score` is 0–1, better first; `rationale` is one sentence shown
    beside the right answer.
    """

    id: str
    fact: str
    stem: str
    evidence: tuple[Evidence, ...]
    rationale: str = ""
    accepted: tuple[str, ...] = ()
    derived: bool = False
    attribution: Attribution | None = None
    score: float = 0.5
    status: Status = Status.NEW
    edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceItem(_Item):
    """One right option among several."""

    key: str
    distractors: tuple[Distractor, ...]
    kind: str = field(default="choice", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalseItem(_Item):
    """A statement to be judged against the article; the stem is the statement, an attribution stays in it."""

    key: bool
    kind: str = field(default="true-false", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswerItem(_Item):
    """A few words to type."""

    key: str
    distractors: tuple[Distractor, ...] = ()
    kind: str = field(default="short", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericItem(_Item):
    """A quantity to type: key as the article writes it, `value` as a plain decimal string in `unit` (may be empty)."""

    key: str
    value: str
    unit: str = ""
    hedge: Hedge = Hedge.EXACT
    kind: str = field(default="numeric", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeItem(_Item):
    """A sentence with gaps, each written `____`; one key a gap, in reading order.

    Raises:
        ValueError: the stem has another number of gaps than there are keys.
    """

    keys: tuple[str, ...]
    kind: str = field(default="cloze", init=False)

    def __post_init__(self) -> None:
        if not self.keys or self.stem.count(GAP) != len(self.keys):
            raise ValueError("a cloze item has one key for each gap")


Item = ChoiceItem | TrueFalseItem | ShortAnswerItem | NumericItem | ClozeItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A draft that failed a named check, and why."""

    check: str
    reason: str
    stem: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """An article with its items, best first."""

    article: Article
    items: tuple[Item, ...]

    def item(self, item_id: str) -> Item | None:
        """The item with this id, or None."""
        return next((item for item in self.items if item.id == item_id), None)


def key_text(item: Item) -> str:
    """The key as one line of text."""
    match item:
        case TrueFalseItem(key=key):
            return "True" if key else "False"
        case ClozeItem(keys=keys):
            return ", ".join(keys)
        case ChoiceItem() | ShortAnswerItem() | NumericItem():
            return item.key
