"""The question itself, as each kind writes it."""

from typing import Final

from textual.content import Content

from quizapp.kit.text import one_line, visible
from quizapp.model.item import GAP, ClozeItem, Item, MatchingItem, TrueFalseItem
from quizapp.tui.big_letters import Unfit, big_letters
from quizapp.tui.safe import joined, shown

LONGEST_STEM: Final = 1_500
GAP_WIDTH: Final = 12
"""Cells of an empty gap: always the same, so that it does not give the length away."""
_BY_THE_ARTICLE: Final = "According to the article:"


def stem_content(item: Item, *, typed: tuple[str, ...] = (), line: int | None = None) -> Content:
    """The question; gaps and prompts fill in with what is `typed`, and `line` is the prompt that is next."""
    match item:
        case TrueFalseItem(stem=stem):
            return joined(
                [
                    shown((_BY_THE_ARTICLE, "bold")),
                    shown(),
                    shown((f"“{visible(stem, limit=LONGEST_STEM)}”", "bold")),
                ]
            )
        case ClozeItem():
            return _cloze(item, typed)
        case MatchingItem():
            return _prompts(item, typed, line)
        case _:
            return shown((visible(item.stem, limit=LONGEST_STEM), "bold"))


def big_stem(item: Item, width: int) -> Content | Unfit:
    """The question in big letters for a width in cells, or why that cannot be; gaps stay empty."""
    text = visible(item.stem, limit=LONGEST_STEM)
    match item:
        case TrueFalseItem():
            big = big_letters(f"“{text}”", width)
            head = shown((_BY_THE_ARTICLE.center(width).rstrip(), "bold"))
            return joined([head, big]) if isinstance(big, Content) else big
        case MatchingItem():
            return Unfit.ROOM
        case _:
            return big_letters(text, width)


def _prompts(item: MatchingItem, typed: tuple[str, ...], line: int | None) -> Content:
    """The question and under it a row a prompt, with the number that it has, or the answer."""
    lines = [shown((visible(item.stem, limit=LONGEST_STEM), "bold")), shown()]
    for place, pair in enumerate(item.pairs):
        filled = one_line(typed[place]) if place < len(typed) else ""
        pointer = "▸ " if place == line else "  "
        answer = (filled, "bold $primary") if filled else ("▁▁▁", "$primary")
        lines.append(shown((pointer, "bold $primary"), one_line(pair.prompt), "  ", answer))
    return joined(lines)


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
