"""The question itself, as each kind writes it."""

from typing import Final

from textual.content import Content

from quizapp.kit.text import one_line, visible
from quizapp.model.item import GAP, ClozeItem, Item, TrueFalseItem
from quizapp.tui.safe import joined, shown

LONGEST_STEM: Final = 1_500
GAP_WIDTH: Final = 12
"""Cells of an empty gap: always the same, so that it does not give the length away."""


def stem_content(item: Item, *, typed: tuple[str, ...] = ()) -> Content:
    """The question; the gaps of a cloze item fill in as the learner types."""
    match item:
        case TrueFalseItem(stem=stem):
            return joined(
                [
                    shown(("According to the article:", "bold")),
                    shown(),
                    shown((f"“{visible(stem, limit=LONGEST_STEM)}”", "bold")),
                ]
            )
        case ClozeItem():
            return _cloze(item, typed)
        case _:
            return shown((visible(item.stem, limit=LONGEST_STEM), "bold"))


def _cloze(item: ClozeItem, typed: tuple[str, ...]) -> Content:
    several = len(item.keys) > 1
    pieces: list[str | tuple[str, str]] = []
    for number, text in enumerate(visible(item.stem, limit=LONGEST_STEM).split(GAP)):
        if number:
            filled = one_line(typed[number - 1]) if number <= len(typed) else ""
            label = f"({number})" if several else ""
            gap = ("▁" * GAP_WIDTH, "bold $primary") if not filled else (filled, "bold underline $primary")
            pieces += [(label, "$muted"), gap]
        pieces.append((text, "bold"))
    return shown(*pieces)
