"""Items: questions with their key, evidence and rationale."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from quizapp.model.article import Article
from quizapp.model.fact import Attribution, Evidence, Hedge

GAP = "____"
"""How a gap is written in the stem of a cloze item."""


FEWEST_KEYS: Final = 2
FEWEST_PARTS: Final = 3
"""Pairs to match or things to order; of two, one says all."""

BETWEEN: Final = "; "
"""What stands between several keys where they are one text."""


class Status(StrEnum):
    """What a person has decided about an item."""

    NEW = "new"
    KEPT = "kept"
    DROPPED = "dropped"


class Form(StrEnum):
    """How an answer is given."""

    TYPED = "typed"
    GAPS = "gaps"
    PICKED = "picked"


def form_of(kind: str) -> Form:
    """The form of a kind of item."""
    return _FORMS.get(kind, Form.PICKED)


_FORMS: Final = {"short": Form.TYPED, "numeric": Form.TYPED, "cloze": Form.GAPS}


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
    beside the right answer; `origin` is the file and the place in it from which it was imported, "" where it was not.
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
    origin: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoiceItem(_Item):
    """Several right options among several; all of them, and no other, are to be ticked.

    Raises:
        ValueError: there are fewer than two keys, or two that are the same.
    """

    keys: tuple[str, ...]
    distractors: tuple[Distractor, ...]
    kind: str = field(default="multiple", init=False)

    def __post_init__(self) -> None:
        if len(self.keys) < FEWEST_KEYS or len(set(self.keys)) < len(self.keys):
            raise ValueError("a multiple-choice item has two or more different keys")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A prompt and the answer that belongs to it."""

    prompt: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingItem(_Item):
    """Prompts, each to be matched with its answer; `distractors` are answers that belong to no prompt.

    Raises:
        ValueError: there are fewer than three pairs, or prompts or answers that are the same.
    """

    pairs: tuple[Pair, ...]
    distractors: tuple[Distractor, ...] = ()
    kind: str = field(default="matching", init=False)

    def __post_init__(self) -> None:
        prompts, answers = {pair.prompt for pair in self.pairs}, {pair.answer for pair in self.pairs}
        if not FEWEST_PARTS <= len(self.pairs) == len(prompts) == len(answers):
            raise ValueError("a matching item has three or more pairs of different prompts and answers")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderingItem(_Item):
    """Things to be put in order; the keys are in the right order.

    Raises:
        ValueError: there are fewer than three keys, or two that are the same.
    """

    keys: tuple[str, ...]
    kind: str = field(default="ordering", init=False)

    def __post_init__(self) -> None:
        if len(self.keys) < FEWEST_PARTS or len(set(self.keys)) < len(self.keys):
            raise ValueError("an ordering item has three or more different keys")


TypedItem = ShortAnswerItem | NumericItem | ClozeItem
"""Items that are answered by typing; all others by picking."""

GatheredItem = MultipleChoiceItem | MatchingItem | OrderingItem
"""Items that gather several facts; they are answered by picking several options."""

Item = ChoiceItem | TrueFalseItem | TypedItem | GatheredItem


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


def distractors_of(item: Item) -> tuple[Distractor, ...]:
    """The wrong options of an item; none where its kind has none."""
    match item:
        case ChoiceItem() | ShortAnswerItem() | MultipleChoiceItem() | MatchingItem():
            return item.distractors
        case TrueFalseItem() | NumericItem() | ClozeItem() | OrderingItem():
            return ()


def options_of(item: Item) -> tuple[str, ...]:
    """Everything that can be picked, what is right first; empty where the answer is typed."""
    wrong = tuple(each.text for each in distractors_of(item))
    match item:
        case ChoiceItem(key=key):
            return (key, *wrong)
        case TrueFalseItem():
            return ("True", "False")
        case MultipleChoiceItem(keys=keys) | OrderingItem(keys=keys):
            return (*keys, *wrong)
        case MatchingItem(pairs=pairs):
            return (*(pair.answer for pair in pairs), *wrong)
        case ShortAnswerItem() | NumericItem() | ClozeItem():
            return ()


def with_distractors(item: Item, distractors: tuple[Distractor, ...]) -> Item:
    """The item with other wrong options; the item itself where its kind has none."""
    match item:
        case ChoiceItem() | ShortAnswerItem() | MultipleChoiceItem() | MatchingItem():
            return replace(item, distractors=distractors)
        case TrueFalseItem() | NumericItem() | ClozeItem() | OrderingItem():
            return item


def keys_of(item: Item) -> tuple[str, ...]:
    """Each key by itself; none for a statement that is judged."""
    match item:
        case TrueFalseItem():
            return ()
        case ClozeItem(keys=keys) | MultipleChoiceItem(keys=keys) | OrderingItem(keys=keys):
            return keys
        case MatchingItem(pairs=pairs):
            return tuple(pair.answer for pair in pairs)
        case ChoiceItem(key=key) | ShortAnswerItem(key=key) | NumericItem(key=key):
            return (key,)


def key_text(item: Item) -> str:
    """The key as one line of text."""
    match item:
        case TrueFalseItem(key=key):
            return "True" if key else "False"
        case ClozeItem(keys=keys):
            return ", ".join(keys)
        case MultipleChoiceItem(keys=keys) | OrderingItem(keys=keys):
            return BETWEEN.join(keys)
        case MatchingItem(pairs=pairs):
            return BETWEEN.join(f"{pair.prompt}: {pair.answer}" for pair in pairs)
        case ChoiceItem() | ShortAnswerItem() | NumericItem():
            return item.key
