"""What a worksheet says when it is read by its text, since nothing else of it can be read back."""

import io
import re
from collections.abc import Iterator
from typing import Final

from quizapp.formats.keeps import LEFT_OUT
from quizapp.formats.parcel import Loss, Packed
from quizapp.kit.text import visible
from quizapp.model.item import GAP, Bank, Item, TrueFalseItem, key_text, keys_of

_PDF: Final = b"%PDF"
_ENOUGH: Final = 0.75
"""Share of the letters of a script that pypdf reads in another order; of eight that a font joins it loses one."""


def unprinted(bank: Bank, packed: Packed) -> tuple[Loss, ...]:
    """What a bank's worksheet should say and does not: questions, answers, and the sentences behind them."""
    text = letters(text_of(packed.content))
    left_out = {loss.item for loss in packed.losses if loss.what.startswith(LEFT_OUT)}
    return tuple(
        Loss(item.id, f"the sheet lacks {what}")
        for item in bank.items
        if item.id not in left_out
        for what, words in _promised(item)
        if not _is_in(text, visible(words))
    )


def _promised(item: Item) -> Iterator[tuple[str, str]]:
    yield from (("the question", part) for part in item.stem.split(GAP))
    keys = keys_of(item) or (key_text(item),)
    yield from (("the right answer", str(key)) for key in keys if not isinstance(item, TrueFalseItem))
    yield from (("the sentence of the text", each.quote) for each in item.evidence)


def _is_in(text: str, words: str) -> bool:
    """Whether a sheet says some words; of a script that pypdf reads in another order, whether it has their letters."""
    from quizapp.formats.boxes import is_covered  # Typst, which a page of HTML does without

    wanted = letters(words)
    return wanted in text or (not is_covered(words) and _share(wanted, text) >= _ENOUGH)


def _share(wanted: str, text: str) -> float:
    """Of the different letters of some words, the share that a text has."""
    return len(set(wanted) & set(text)) / max(1, len(set(wanted)))


def text_of(content: bytes) -> str:
    """The text of a sheet of ours, HTML or PDF."""
    if content.startswith(_PDF):
        from pypdf import PdfReader  # 60 ms

        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    from lxml import html

    return str(html.fromstring(content).text_content())


def letters(text: str) -> str:
    """Letters and digits alone: a line's end, a hyphen or a space of the layout changes nothing."""
    return re.sub(r"[\W_]+", "", text).casefold()
