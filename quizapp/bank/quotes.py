"""Where a quote stands in the article, or why that cannot be said; what quotes prove."""

import re
from collections.abc import Iterable
from typing import Final

from quizapp.bank.lookup import Lookup
from quizapp.kit.text import ALIKE, reading, shortened
from quizapp.model.article import Span

_FIGURES: Final = frozenset("0123456789")
_GOES_ON: Final = re.compile(r"[0-9]|[.,][0-9]")


def place_quote(lookup: Lookup, quote: str, *, start: int | None = None, end: int | None = None) -> Span | str:
    """Where the quote stands, or a sentence that says what is wrong.

    Args:
        lookup: the article's text.
        quote: letters copied from it.
        start: where it begins, in code points; None when the quote itself must tell.
        end: where it ends; None for its own length further on.
    """
    if start is not None:
        return _at(lookup.text, quote, start, end)
    first, second = lookup.first_two(quote)
    if first < 0:
        return _missing(lookup.text, quote)
    if second >= 0:
        return "this quote stands in the text more than once; make it longer, or say which with “start: " + f"{first}”"
    if end is not None and end != first + len(quote):
        return f"the quote ends at {first + len(quote)}, not {end}; delete “end”"
    return Span(first, first + len(quote))


def proves(quotes: Iterable[str], key: str) -> bool:
    """Whether a key stands in one of the quotes; a number is not proved by a longer one: 12 by 2012 or by 12,500."""
    folded = reading(key.translate(ALIKE))
    return not folded or any(_has_whole(reading(quote.translate(ALIKE)), folded) for quote in quotes)


def _has_whole(text: str, words: str) -> bool:
    """Whether words stand in a text with no figure that goes on at either end."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if text[start - 1 : start] not in _FIGURES and not _GOES_ON.match(text, end):
            return True
        start = text.find(words, start + 1)
    return False


def _at(text: str, quote: str, start: int, end: int | None) -> Span | str:
    if end is not None and end != start + len(quote):
        return f"“end” is {end}, but the quote ends at {start + len(quote)}; delete “end”"
    if text.startswith(quote, start):
        return Span(start, start + len(quote))
    found = text.find(quote)
    if found < 0:
        return _missing(text, quote)
    return f"this quote does not stand at {start}, but at {found}; delete “start”, or mend it"


def _missing(text: str, quote: str) -> str:
    """The commonest slips are quotation marks, dashes and spaces that look the same."""
    folded, wanted = text.translate(ALIKE), quote.translate(ALIKE)
    if wanted in folded:
        at = folded.find(wanted)
        has = shortened(text[at : at + len(quote)], 120)
        return f"quotation marks, dashes or spaces differ from the text, which has: {has}"
    squeezed = " ".join(wanted.split())
    if squeezed in " ".join(folded.split()):
        return "line ends or spaces differ from the text; copy the quote letter for letter"
    return "this quote is not in the text; copy it letter for letter"
