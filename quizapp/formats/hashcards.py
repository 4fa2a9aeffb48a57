"""Hashcards: `Q:` and `A:`, or `C:` with [gaps], between blank lines or rules."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from quizapp.formats.basket import Basket, bounded
from quizapp.formats.cards import card_of, said_by
from quizapp.formats.keeps import fitting, losses_of
from quizapp.formats.markdown_cards import answered, back_of, front_of, id_in, shown
from quizapp.formats.markdown_text import plain
from quizapp.formats.parcel import Imported, Packed, Taken
from quizapp.formats.proof import flat
from quizapp.formats.unseen import unseen_in_markdown
from quizapp.formats.words import decoded, encoded, legal, lines_of
from quizapp.model.item import GAP, Bank

_HEAD: Final = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_NAME: Final = re.compile(r'name\s*=\s*"((?:\\.|[^"\\])*)"')
_GAP_MARK: Final = re.compile(r"(?<![\\!])\[((?:\\.|[^\\\[\]])+)\](?!\()")
_START: Final = re.compile(r"[QC]:|---+\s*$")


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """The bank as cards with a front and a back, so that the back can show what proves the key."""
    title = legal(flat(bank.article.title)).replace("\\", "\\\\").replace('"', '\\"')
    blocks = [f'---\nname = "{title}"\n---']
    for item in fitting(bank.items, name="hashcards"):
        card = card_of(item, bank.article, seed=seed)
        blocks.append(f"Q: {front_of(card)}\nA: {back_of(card, item.id)}")
    losses = tuple(loss for item in bank.items for loss in losses_of(item, name="hashcards"))
    return Packed(encoded("\n\n".join(blocks) + "\n"), losses)


def take(content: bytes, *, name: str) -> Taken:
    """Every card of a hashcards file.

    Raises:
        InputError: it is not text.
    """
    text = decoded(content, name=name)
    head = _HEAD.match(text)
    named = _NAME.search(head[1]) if head else None
    basket = Basket(name=name)
    for line, card in _cards(text, after=head[0].count("\n") if head else 0):
        with basket.at(line):
            basket.add(_said(bounded(card), line))
    return basket.taken(plain(named[1]) if named else "")


def _cards(text: str, *, after: int) -> Iterator[tuple[int, str]]:
    """Each card with its line; it ends where the next begins, or at a rule."""
    start, lines = 0, list[str]()
    for number, line in chain(lines_of(text), ((0, "---"),)):
        if 0 < number <= after:
            continue
        if _START.match(line):
            if lines:
                yield start, "\n".join(lines)
            start, lines = number, [] if line.startswith("---") else [line]
        elif lines:
            lines.append(line)


def _said(card: str, line: int) -> Imported:
    lost = unseen_in_markdown(card)
    if card.startswith("C:"):
        markup = card.removeprefix("C:").strip()
        keys = tuple(shown(gap[1]) for gap in _GAP_MARK.finditer(markup))
        if not any(keys):
            raise ValueError("the sentence has no [gap] with words in it")
        stem = shown(_GAP_MARK.sub(GAP, markup))
        return Imported(kind="cloze", stem=stem, keys=keys, id=id_in(card), line=line, lost=lost)
    front, follows, back = card.removeprefix("Q:").partition("\nA:")
    if not follows:
        raise ValueError("no answer follows; begin its line with A:")
    return said_by(shown(front, lists=True), answered(back), name=id_in(back), line=line, lost=lost)
