"""What the two kinds of Markdown cards share: our id in a comment, lines escaped."""

import re
from typing import Final

from quizapp.formats.cards import Card
from quizapp.formats.markdown_text import escaped, plain
from quizapp.formats.words import legal

_ID: Final = re.compile(r"<!-- quizapp: ([a-z0-9][a-z0-9._-]*) -->")
_COMMENT: Final = re.compile(r"(\\.)|<!--(?:(?!<!--|-->).)*-->", re.DOTALL)
"""A comment, or an escaped character, with which none begins."""


def front_of(card: Card) -> str:
    """The front; options stay a list."""
    return "\n".join(_line(text) for text in card.front)


def back_of(card: Card, item_id: str) -> str:
    """The back, each line a paragraph line of its own, and the item's id in a comment that nobody sees."""
    return "  \n".join([*map(_line, card.back), f"<!-- quizapp: {item_id} -->"])


def id_in(text: str) -> str:
    """The id in a comment of ours, "" where there is none."""
    found = _ID.search(text)
    return found[1] if found else ""


def shown(text: str) -> str:
    """The text without comments and escapes."""
    return "\n".join(plain(line.strip()) for line in _COMMENT.sub(r"\1", text).split("\n")).strip()


def _line(text: str) -> str:
    option = text.startswith("- ")
    return ("- " if option else "") + escaped(legal(text.removeprefix("- ") if option else text))
