"""A question as a person writes it: the same few fields for every kind, made of an item and made into one."""

from dataclasses import dataclass, replace
from typing import Any, Final

from quizapp.model.article import Article
from quizapp.model.fact import Evidence, Hedge
from quizapp.model.item import (
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
    TrueFalseItem,
    distractors_of,
    keys_of,
)
from quizapp.usecases.feedback import nothing_known

WITH_WRONG: Final = frozenset({"choice", "short", "multiple", "matching"})
"""Kinds in which a line can be a wrong option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing to answer with: right or, with the reason why, wrong; `prompt` is what a pair's answer belongs to."""

    text: str = ""
    right: bool = True
    why: str = ""
    prompt: str = ""
    evidence: Evidence | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was written in it."""
        return not (self.text.strip() or self.prompt.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A question on its way to becoming an item.

    `lines` are what is right and wrong, in the order of the item; `judged` is whether a statement is true; `value`,
    `unit` and `hedge` are those of a quantity.
    """

    kind: str
    stem: str = ""
    lines: tuple[Line, ...] = ()
    judged: bool = True
    value: str = ""
    unit: str = ""
    hedge: Hedge = Hedge.EXACT
    evidence: tuple[Evidence, ...] = ()
    rationale: str = ""
    derived: bool = False

    @property
    def right(self) -> tuple[Line, ...]:
        """The written lines that are right; for what is typed, the key and then the other wordings that count."""
        return tuple(line for line in self.lines if line.right and not line.blank)

    @property
    def wrong(self) -> tuple[Line, ...]:
        """The wrong options that are written."""
        return tuple(line for line in self.lines if not line.right and not line.blank)

    @property
    def keys(self) -> tuple[str, ...]:
        """What has to stand in the evidence, or to be worked out from it."""
        texts = tuple(line.text for line in self.right)
        return texts[:1] if self.kind in _WITH_VARIANTS else texts


_WITH_VARIANTS: Final = frozenset({"short", "numeric"})
"""Kinds whose lines after the first right one are other wordings of it."""


def draft_of(item: Item) -> Draft:
    """The item as a draft."""
    wrong = tuple(
        Line(text=each.text, why=each.why, evidence=each.evidence, right=False) for each in distractors_of(item)
    )
    draft = Draft(
        kind=item.kind,
        stem=item.stem,
        lines=(*_right_lines(item), *wrong),
        evidence=item.evidence,
        rationale=item.rationale,
        derived=item.derived,
    )
    match item:
        case TrueFalseItem(key=key):
            return replace(draft, judged=key)
        case NumericItem(value=value, unit=unit, hedge=hedge):
            return replace(draft, value=value, unit=unit, hedge=hedge)
        case _:
            return draft


def _right_lines(item: Item) -> tuple[Line, ...]:
    if isinstance(item, MatchingItem):
        return tuple(Line(prompt=pair.prompt, text=pair.answer) for pair in item.pairs)
    variants = item.accepted if item.kind in _WITH_VARIANTS else ()
    return tuple(Line(text=key) for key in (*keys_of(item), *variants))


def item_of(draft: Draft, *, article: Article, like: Item | None = None, id: str = "") -> Item:  # noqa: A002  the field's name
    """The item that a draft without failed checks makes.

    Args:
        draft: what was written; blank lines in it count for nothing.
        article: what a wrong option without a reason is looked for in.
        like: the item that was edited: what a person does not write stays as it is there.
        id: of an item written by hand, when there is no `like`.

    Raises:
        ValueError: a check has failed that the kind cannot do without.
    """
    fields: dict[str, Any] = {
        "id": like.id if like else id,
        "fact": like.fact if like else id,
        "stem": draft.stem,
        "evidence": draft.evidence,
        "rationale": draft.rationale,
        "derived": draft.derived,
        "accepted": accepted_of(draft, like),
    }
    if like is not None:
        fields |= {name: getattr(like, name) for name in _UNWRITTEN}
    wrong = tuple(
        Distractor(text=line.text, why=line.why or nothing_known(line.text, article), evidence=line.evidence)
        for line in draft.wrong
    )
    return _made(draft, wrong, fields)


_UNWRITTEN: Final = ("attribution", "score", "status", "edited", "origin")
"""What a person does not write."""


def _made(draft: Draft, wrong: tuple[Distractor, ...], fields: dict[str, Any]) -> Item:
    keys = tuple(line.text for line in draft.right)
    match draft.kind:
        case "true-false":
            return TrueFalseItem(key=draft.judged, **fields)
        case "cloze":
            return ClozeItem(keys=keys, **fields)
        case "multiple":
            return MultipleChoiceItem(keys=keys, distractors=wrong, **fields)
        case "ordering":
            return OrderingItem(keys=keys, **fields)
        case "matching":
            pairs = tuple(Pair(prompt=line.prompt, answer=line.text) for line in draft.right)
            return MatchingItem(pairs=pairs, distractors=wrong, **fields)
        case _:
            return _one_keyed(draft, keys, wrong, fields)


def _one_keyed(draft: Draft, keys: tuple[str, ...], wrong: tuple[Distractor, ...], fields: dict[str, Any]) -> Item:
    if not keys:
        raise ValueError("there is no answer")
    match draft.kind:
        case "choice":
            return ChoiceItem(key=keys[0], distractors=wrong, **fields)
        case "short":
            return ShortAnswerItem(key=keys[0], distractors=wrong, **fields)
        case "numeric":
            return NumericItem(key=keys[0], value=draft.value, unit=draft.unit, hedge=draft.hedge, **fields)
        case kind:
            raise ValueError(f"there is no kind {kind}")


def accepted_of(draft: Draft, like: Item | None) -> tuple[str, ...]:
    """Other wordings that count: those written, or those of the item as long as its keys are the same."""
    if draft.kind in _WITH_VARIANTS:
        return tuple(line.text for line in draft.right[1:])
    same = like is not None and draft.keys == keys_of(like)
    return like.accepted if like is not None and same else ()
