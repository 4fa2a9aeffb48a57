"""What the two kinds of Markdown cards share: our id in a comment, lines escaped."""

import re
from typing import Final

from quizapp.formats.cards import Card
from quizapp.formats.markdown_reading import LISTED, answer_in, words_of
from quizapp.formats.markdown_text import escaped
from quizapp.formats.words import legal

_ID: Final = re.compile(r"<!-- quizapp: ([a-z0-9][a-z0-9._-]*) -->")
_COMMENT: Final = re.compile(r"(\\.)|<!--(?:(?!<!--|-->).)*-->", re.DOTALL)
"""A comment, or an escaped character, with which none begins."""


def front_of(card: Card) -> str:
    """The front; options stay a list."""
    return "\n".join(_front(text) for text in card.front)


def back_of(card: Card, item_id: str) -> str:
    """The back, each line a paragraph line of its own, and the item's id in a comment that nobody sees."""
    return "  \n".join([*(escaped(legal(text)) for text in card.back), f"<!-- quizapp: {item_id} -->"])


def id_in(text: str) -> str:
    """The id in a comment of ours, "" where there is none."""
    found = _ID.search(text)
    return found[1] if found else ""


def shown(text: str, *, lists: bool = False) -> str:
    """The words of a text without comments; the lines of a list stay marked where `lists` says so."""
    return words_of(_uncommented(text), lists=lists)


def answered(text: str) -> str:
    """The words of a back; a list that is all of it is one answer."""
    return answer_in(_uncommented(text))


def _uncommented(text: str) -> str:
    return _COMMENT.sub(r"\1", text)


def _front(text: str) -> str:
    option = text.startswith(LISTED)
    return (LISTED if option else "") + escaped(legal(text.removeprefix(LISTED) if option else text))
