"""GIFT, Moodle's text format; its readers, Moodle and gift-pegjs, differ in what they forgive."""

from collections.abc import Iterator
from typing import Final

from quizapp.formats.gift_reading import take
from quizapp.formats.keeps import LEFT_OUT, answer_texts, as_imported, fitting, losses_of
from quizapp.formats.options import options, places
from quizapp.formats.parcel import Loss, Packed
from quizapp.formats.proof import flat, proof_of, proof_text, why_of
from quizapp.formats.words import encoded, lined
from quizapp.model.article import Article
from quizapp.model.item import (
    Bank,
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    Pair,
    ShortAnswerItem,
    TrueFalseItem,
)

__all__ = ["ARROW", "FRACTIONS", "pack", "share", "take"]

FRACTIONS: Final = (
    "100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 11.11111 10 5".split()
)
"""Shares of a mark in percent that Moodle knows; it refuses every other one."""

_ESCAPES: Final = str.maketrans({char: f"\\{char}" for char in "\\:#={}~"} | {"\n": "\\n"})
ARROW: Final = "→"
"""What `->` becomes among answers, where it would make any question a matching one."""


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """The bank as GIFT; the options' order follows from the seed."""
    losses, blocks = list[Loss](), [f"$CATEGORY: {_category(bank.article)}"]
    for item in bank.items:
        losses += losses_of(item, name="gift")
        for each in fitting((item,), name="gift"):
            block = _block(each, bank.article, seed=seed)
            if block is None:
                losses.append(Loss(each.id, f"{LEFT_OUT}: GIFT cannot share a mark among so many right options"))
            else:
                losses += _arrows(each)
                blocks.append(block)
    return Packed(encoded("\n\n".join(blocks) + "\n"), tuple(losses))


def _category(article: Article) -> str:
    """A slash would begin a category within the category."""
    return flat(article.title).replace("/", "//")


def _block(item: Item, article: Article, *, seed: str) -> str | None:
    answers = _answers(item, seed=seed)
    if answers is None:
        return None
    proof = _within(proof_text(proof_of(item, article)))
    lines = [f"// [id:{item.id}]", f"::{item.id}::[plain]{_escaped(item.stem)} {{", *answers, f"####{proof}", "}"]
    return "\n".join(lines)


def _answers(item: Item, *, seed: str) -> list[str] | None:
    match item:
        case ChoiceItem():
            return [
                f"{'=' if each.right else '~'}{_option(each.text, each.feedback)}" for each in options(item, seed=seed)
            ]
        case TrueFalseItem():
            return ["TRUE" if item.key else "FALSE"]
        case ShortAnswerItem():
            return list(_typed(item))
        case ClozeItem():
            return [f"={_starred(each)}" for each in (*item.keys, *item.accepted)]
        case NumericItem():
            return [f"#{item.value}"]
        case MultipleChoiceItem():
            return _weighted(item, seed=seed)
        case MatchingItem() | OrderingItem():
            return _matched(item)


def _matched(item: MatchingItem | OrderingItem) -> list[str]:
    if isinstance(item, OrderingItem):
        return list(_pairs(places(item)))
    return [*_pairs(item.pairs), *(f"= -> {_answer(each.text)}" for each in item.distractors)]


def _typed(item: ShortAnswerItem) -> Iterator[str]:
    yield from (f"={_starred(each)}" for each in (item.key, *item.accepted))
    yield from (f"=%0%{_starred(each.text)}#{_within(proof_text(why_of(each)))}" for each in item.distractors)


def _weighted(item: MultipleChoiceItem, *, seed: str) -> list[str] | None:
    """Each right option its share; wrong ones take as much together, so that ticking everything earns nothing."""
    part = share(len(item.keys))
    if part is None:
        return None
    cost = share(len(item.distractors)) or "100"
    return [
        f"~%{part if each.right else f'-{cost}'}%{_option(each.text, each.feedback)}"
        for each in options(item, seed=seed)
    ]


def share(parts: int) -> str | None:
    """One part of a whole mark in percent, None where Moodle knows no such part."""
    return next((each for each in FRACTIONS if abs(float(each) * parts - 100) < 0.001), None)  # noqa: PLR2004  rounding


def _pairs(pairs: tuple[Pair, ...]) -> Iterator[str]:
    yield from (f"={_within(pair.prompt)} -> {_answer(pair.answer)}" for pair in pairs)


def _option(text: str, feedback: str) -> str:
    shown = f"#{_within(feedback)}" if feedback else ""
    return _within(text) + shown


def _starred(text: str) -> str:
    """A typed answer; Moodle takes a bare asterisk for anything at all."""
    return _within(text.replace("*", "\\*"))


def _within(text: str) -> str:
    """Text among the answers, where its beginning could be read as a format or a weight."""
    guard = "[plain]" if text.lstrip().startswith(("[", "%")) else ""
    return guard + _answer(text)


def _answer(text: str) -> str:
    """Text that belongs to a prompt, which is never formatted."""
    return _escaped(text.replace("->", ARROW))


def _escaped(text: str) -> str:
    return lined(text).strip().translate(_ESCAPES)


def _arrows(item: Item) -> tuple[Loss, ...]:
    said = as_imported(item)
    if any("->" in text for text in (*answer_texts(said), said.rationale, *said.quotes)):
        return (Loss(item.id, f"has “->” in an answer or its feedback, written “{ARROW}” there"),)
    return ()
