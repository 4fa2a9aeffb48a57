"""A text in which quotes are looked up, be they ten or twenty thousand."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_WORTH: Final = 10**8
"""Quotes times characters from which noting places is quicker than looking through the text for each quote."""

_WORD: Final = re.compile(r"(?<=\s)\S")
_SHORTEST: Final = 8
_LONGEST: Final = 512
_TAIL: Final = 64
"""Characters of a key, which is a power of two, so that the text is cut at each word into few lengths."""

_Key = tuple[int, str]
"""Where in a quote a word begins, and the characters from there on."""


class Lookup:
    """A text, and where in it the quotes stand that are asked for.

    Each quote gets a key: the letters from one of its words on. One walk through the text notes where the keys stand,
    so that the time grows with the text and the quotes, and not with the one times the other. Quotes that are too short
    for a key, and those that nobody announced, are looked for one by one.
    """

    def __init__(self, text: str, quotes: Iterable[str] = (), *, worth: int = _WORTH) -> None:
        """Announce the quotes."""
        self.text = text
        asked = set(quotes)
        self._keys = _keys(asked) if len(asked) * len(text) > worth else {}
        self._places = self._walked()

    def first_two(self, quote: str) -> tuple[int, int]:
        """Where a quote stands first, and where next; -1 for nowhere."""
        if quote not in self._keys:
            first = self.text.find(quote)
            return first, self.text.find(quote, first + 1) if first >= 0 else -1
        at, key = self._keys[quote]
        found = (place - at for place in self._places[key] if place >= at and self.text.startswith(quote, place - at))
        return next(found, -1), next(found, -1)

    def stands_once(self, quote: str) -> bool:
        """Whether a quote alone tells where it stands."""
        first, second = self.first_two(quote)
        return first >= 0 > second

    def _walked(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {key: [] for _, key in self._keys.values()}
        sizes = sorted({len(key) for key in places})
        for word in _WORD.finditer(self.text) if places else ():
            start = word.start()
            for size in sizes:
                found = places.get(self.text[start : start + size])
                if found is not None and start + size <= len(self.text):  # else it is a shorter key, met before
                    found.append(start)
        return places


def has_key(quote: str) -> bool:
    """Whether a quote is long enough to be found without looking through all of a text."""
    return bool(_head(quote))


def _keys(quotes: set[str]) -> dict[str, _Key]:
    """For each quote that has one the rarer of two keys: many may begin, or end, with the same words."""
    heads = {quote: head for quote in quotes if (head := _head(quote))}
    tails = {quote: _tail(quote, head) for quote, head in heads.items()}
    often = Counter(key for _, key in (*heads.values(), *tails.values()))
    return {quote: min(head, tails[quote], key=lambda each: often[each[1]]) for quote, head in heads.items()}


def _head(quote: str) -> _Key | None:
    word = _WORD.search(quote)
    room = len(quote) - word.start() if word else 0
    if word is None or room < _SHORTEST:
        return None
    size = min(1 << (room.bit_length() - 1), _LONGEST)
    return word.start(), quote[word.start() : word.start() + size]


def _tail(quote: str, head: _Key) -> _Key:
    size = min(len(head[1]), _TAIL)
    start = max(word.start() for word in _WORD.finditer(quote) if word.start() + size <= len(quote))
    return start, quote[start : start + size]
