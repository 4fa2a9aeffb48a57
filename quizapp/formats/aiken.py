"""Aiken: a question on one line, options by letters, the answer's letter; nothing else fits."""

import re
from string import ascii_uppercase
from typing import Final

from quizapp.formats.basket import Basket
from quizapp.formats.keeps import fitting, losses_of
from quizapp.formats.options import judged, options
from quizapp.formats.parcel import Imported, Packed, Taken
from quizapp.formats.proof import flat
from quizapp.formats.words import decoded, encoded, lines_of
from quizapp.model.item import Bank, ChoiceItem, Distractor, Item, TrueFalseItem

_OPTION: Final = re.compile(r"([A-Za-z])[.)]\s+(.*)")
_ANSWER: Final = re.compile(r"ANSWER:\s*([A-Za-z])\s*", re.IGNORECASE)
_GUARD: Final = "Q: "
"""Before a question that would be read as an option, the answer or a head of another format, or begins so itself."""
_GUARDED: Final = re.compile(rf"{_OPTION.pattern}|ANSWER:|Q:|#\w+:", re.IGNORECASE)


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """The choices and statements of a bank as Aiken; the options' order follows from the seed."""
    losses = tuple(loss for item in bank.items for loss in losses_of(item, name="aiken"))
    blocks = [_block(item, seed=seed) for item in fitting(bank.items, name="aiken")]
    return Packed(encoded("\n".join(blocks)), losses)


def take(content: bytes, *, name: str) -> Taken:
    """Every question of an Aiken file.

    Raises:
        InputError: it is not text.
    """
    basket = Basket(name=name)
    start, lines = 1, list[str]()
    for number, line in lines_of(decoded(content, name=name)):
        if not line.strip() and not lines:
            start = number + 1
            continue
        answer = _ANSWER.fullmatch(line.strip())
        if not answer:
            lines += [line.strip()] if line.strip() else []
            continue
        with basket.at(start):
            basket.add(_question(lines, answer[1].upper(), line=start))
        start, lines = number + 1, []
    if lines:
        basket.refuse(start, "no answer follows; write ANSWER: and the letter of the right option")
    return basket.taken()


def _block(item: Item, *, seed: str) -> str:
    stem = flat(item.stem)
    lines = [f"{_GUARD}{stem}" if _GUARDED.match(stem) else stem]
    if isinstance(item, TrueFalseItem):
        lines += ["A. True", "B. False", f"ANSWER: {'A' if item.key else 'B'}"]
    elif isinstance(item, ChoiceItem):
        shown = options(item, seed=seed)
        lines += [f"{letter}. {flat(each.text)}" for letter, each in zip(ascii_uppercase, shown, strict=False)]
        lines += [f"ANSWER: {ascii_uppercase[[each.right for each in shown].index(True)]}"]
    return "\n".join([*lines, ""])


def _question(lines: list[str], letter: str, *, line: int) -> Imported:
    stem = [text for text in lines if not _OPTION.match(text)]
    given = {found[1].upper(): found[2].strip() for text in lines if (found := _OPTION.match(text))}
    if letter not in given:
        raise ValueError(f"the answer is {letter}, and there is no such option")
    if not stem:
        raise ValueError("there is no question before the options")
    asked = " ".join(stem)
    if asked.startswith(_GUARD):
        asked = asked.removeprefix(_GUARD)
    wrong = tuple(Distractor(text=text, why="") for mark, text in given.items() if mark != letter)
    return judged(Imported(kind="choice", stem=asked, keys=(given[letter],), distractors=wrong, line=line))
