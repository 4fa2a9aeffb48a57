"""Obsidian's spaced repetition: a question, a line with `?`, the answer; `::` on one line; ==gaps==."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quizapp.formats.basket import Basket, bounded
from quizapp.formats.cards import card_of, said_by
from quizapp.formats.keeps import fitting, losses_of
from quizapp.formats.markdown_cards import back_of, front_of, id_in, shown
from quizapp.formats.markdown_text import escaped
from quizapp.formats.parcel import Imported, Packed, Taken
from quizapp.formats.proof import flat
from quizapp.formats.unseen import SEVERAL_CARDS, unseen_in_markdown
from quizapp.formats.words import decoded, encoded, legal, lines_of
from quizapp.model.item import GAP, Bank

_GAP_MARK: Final = re.compile(r"(?<!\\)==((?:\\.|[^\\=])+)==")
_ONE_LINE: Final = re.compile(r"(.+?)(?<![\\:]):::?(?!:)(.+)")
_TITLE: Final = re.compile(r"#\s+(.+)")
_BOTH_TURNS: Final = "??"
_TURNS: Final = frozenset({"?", _BOTH_TURNS})


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """The bank as a note of cards, which the tag above makes flashcards."""
    blocks = [f"# {escaped(legal(flat(bank.article.title)))}\n\n#flashcards"]
    for item in fitting(bank.items, name="obsidian"):
        card = card_of(item, bank.article, seed=seed)
        blocks.append(f"{front_of(card)}\n?\n{back_of(card, item.id)}")
    losses = tuple(loss for item in bank.items for loss in losses_of(item, name="obsidian"))
    return Packed(encoded("\n\n".join(blocks) + "\n"), losses)


def take(content: bytes, *, name: str) -> Taken:
    """Every card of a note; what is no card is the note's own text and left alone.

    Raises:
        InputError: it is not text.
    """
    title, basket = "", Basket(name=name)
    for line, lines in _blocks(decoded(content, name=name)):
        if headed := _TITLE.fullmatch(lines[0].strip()):
            title = title or shown(headed[1])
        with basket.at(line):
            for said in _said(lines, line):
                basket.add(said)
    return basket.taken(title)


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    start, lines = 0, list[str]()
    for number, line in lines_of(text):
        if line.strip():
            start = start or number
            lines.append(line)
        elif lines:
            yield start, lines
            start, lines = 0, []


def _said(lines: list[str], line: int) -> Iterator[Imported]:
    """The cards of a block: one over several lines, or one a line."""
    turn = next((number for number, text in enumerate(lines) if text.strip() in _TURNS), None)
    if turn is not None:
        bounded("\n".join(lines))
        front, back = "\n".join(lines[:turn]), "\n".join(lines[turn + 1 :])
        said = said_by(shown(front), shown(back), name=id_in(back), line=line)
        yield replace(said, lost=_lost("\n".join(lines), both=lines[turn].strip() == _BOTH_TURNS))
        return
    for number, text in enumerate(lines, line):
        if sides := _ONE_LINE.fullmatch(bounded(text).strip()):
            said = said_by(shown(sides[1]), shown(sides[2]), name="", line=number)
            yield replace(said, lost=_lost(text, both=":::" in text))
        elif gaps := _GAP_MARK.findall(text):
            keys = tuple(shown(gap) for gap in gaps)
            stem = shown(_GAP_MARK.sub(GAP, text))
            yield Imported(kind="cloze", stem=stem, keys=keys, line=number, lost=_lost(text, both=False))


def _lost(text: str, *, both: bool) -> tuple[str, ...]:
    """What a card has beside its text; some are asked both ways."""
    return (*unseen_in_markdown(text), *((SEVERAL_CARDS,) if both else ()))
