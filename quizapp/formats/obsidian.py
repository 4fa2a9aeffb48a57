"""Obsidian's spaced repetition: a question, a line with `?`, the answer; `::` on one line; ==gaps==."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from quizapp.formats.basket import Basket, bounded
from quizapp.formats.cards import card_of, has_gaps, nothing_in, said_by
from quizapp.formats.keeps import fitting, losses_of
from quizapp.formats.markdown_cards import answered, back_of, front_of, id_in, shown
from quizapp.formats.markdown_text import escaped
from quizapp.formats.parcel import Imported, Packed, Taken
from quizapp.formats.proof import flat
from quizapp.formats.unseen import SEVERAL_CARDS, TAGS, unseen_in_markdown
from quizapp.formats.words import decoded, encoded, legal, lines_of
from quizapp.model.item import GAP, Bank

_GAP_MARK: Final = re.compile(r"(?<!\\)==((?:\\.|[^\\=])+)==")
_ONE_LINE: Final = re.compile(r"(.+?)(?<![\\:]):::?(?!:)(.+)")
_TAGGED: Final = re.compile(
    r"(?<=[.?!:)\]])(?:[ \t]+#[A-Za-z][\w/-]{0,99})+[ \t]*$"
    r"|(?:^|(?<=[ \t]))[ \t]*#flashcards(?:/[\w/-]{0,99})?(?![\w/-])"
)
"""Tags after a sentence's end, or that make flashcards; another one is a word of the sentence."""
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
        for number, card in _cards(lines, line):
            with basket.at(number):
                if said := card():
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


def _cards(lines: list[str], line: int) -> Iterator[tuple[int, Callable[[], Imported | None]]]:
    """What may be cards of a block, each to be read by itself: one over several lines, or one a line."""
    turn = next((number for number, text in enumerate(lines) if text.strip() in _TURNS), None)
    if turn is not None:
        yield line, partial(_of_several, lines, turn, line)
    else:
        yield from ((number, partial(_of_one, text, number)) for number, text in enumerate(lines, line))


def _of_several(lines: list[str], turn: int, line: int) -> Imported:
    bounded("\n".join(lines))
    front, back = "\n".join(lines[:turn]), "\n".join(lines[turn + 1 :])
    lost = _lost("\n".join(lines), both=lines[turn].strip() == _BOTH_TURNS)
    return said_by(shown(front, lists=True), answered(back), name=id_in(back), line=line, lost=lost)


def _of_one(text: str, line: int) -> Imported | None:
    """The card of one line; None where it is prose."""
    if has_gaps(bounded(text)):
        return said_by(_untagged(text), "", name="", line=line, gaps=True, lost=_lost(text, both=False))
    if sides := _ONE_LINE.fullmatch(text.strip()):
        lost = _lost(text, both=":::" in text)
        return said_by(_untagged(sides[1]), _untagged(sides[2]), name="", line=line, lost=lost)
    if not (gaps := _GAP_MARK.findall(text)):
        return None
    keys = tuple(map(shown, gaps))
    if not any(keys):
        raise ValueError(nothing_in("gap", unseen_in_markdown(" ".join(gaps))))
    stem = _untagged(_GAP_MARK.sub(GAP, text))
    return Imported(kind="cloze", stem=stem, keys=keys, line=line, lost=_lost(text, both=False))


def _untagged(text: str) -> str:
    """The words of a line without the tags after its end, or of flashcards anywhere."""
    return shown(_TAGGED.sub("", text))


def _lost(text: str, *, both: bool) -> tuple[str, ...]:
    """What a card has beside its text; some are asked both ways."""
    found = {SEVERAL_CARDS: both, TAGS: bool(_TAGGED.search(text))}
    return (*unseen_in_markdown(text), *(what for what, is_there in found.items() if is_there))
