"""Outside text made safe: controls, bidi overrides and invisible characters become visible marks."""

import re
import unicodedata
from typing import Final

LONGEST_LINE: Final = 2_000
"""Characters of one line that are ever shown; longer lines are cut with an ellipsis."""

ALIKE: Final = str.maketrans("“”„«»‘’‚\u00a0\u202f–—‐‑−", '"""""\'\'\'  -----')
"""Marks that people and programs take for one another."""

_TAB: Final = "    "
# Format characters that legitimately join letters or emoji; everything else of category Cf is shown as a mark.
_SPACE: Final = 0x20
_DELETE: Final = 0x7F
_CONTROL_PICTURES: Final = 0x2400
_JOINERS: Final = "\u200c\u200d"
_SUSPECT: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_COMBINING_RUN: Final = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)


def _mark(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if char in _JOINERS and _joins(match.string, match.start()):
        return char
    if code < _SPACE:
        return chr(_CONTROL_PICTURES + code)  # ␀ … ␟
    if code == _DELETE:
        return "␡"
    return f"⟨{code:04X}⟩"


def _joins(text: str, at: int) -> bool:
    """A joiner between two non-ASCII letters or symbols does its proper work (Persian, Devanagari, emoji)."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before and after) and min(ord(before), ord(after)) > _DELETE


def visible(text: str, *, limit: int | None = None) -> str:
    """Return text that is safe to show: no control, bidi or invisible character is left, newlines and tabs stay.

    Args:
        text: anything that came from outside.
        limit: the most characters to return, an ellipsis included; None for no limit.
    """
    safe = text
    if not (text.isascii() and text.isprintable()):  # in plain ASCII there is nothing to mark
        safe = _SUSPECT.sub(_mark, text.replace("\r\n", "\n"))
        safe = _COMBINING_RUN.sub(r"\1", safe).replace("\t", _TAB)
    return shortened(safe, limit) if limit is not None else safe


def one_line(text: str, *, limit: int = LONGEST_LINE) -> str:
    """Return safe text on one line: runs of white space become one space."""
    return shortened(visible(" ".join(text[: limit * 4].split())), limit)


def shortened(text: str, limit: int) -> str:
    """Cut text to limit characters, the last one an ellipsis when something was cut."""
    return text if len(text) <= limit else text[: max(0, limit - 1)].rstrip() + "…"


def reading(text: str) -> str:
    """What a reader takes the text for: forms, case, hidden marks and spaces folded."""
    folded = unicodedata.normalize("NFKC", _SUSPECT.sub("", text)).casefold()
    return " ".join(folded.split())


def has_words(text: str, words: str) -> bool:
    """Whether words stand in a text, not as a part of longer ones; nothing stands nowhere."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        if not (_in_word(before) or _in_word(after)):
            return True
        start = text.find(words, start + 1)
    return False


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


_SEPARATOR: Final = re.compile(r",\s+(?:and\s+|or\s+)?")
_LAST: Final = re.compile(r"\s+(?:and|or)\s+")


def listed(text: str) -> tuple[str, ...]:
    """The members of a list in words: "a lake, a river or the sea" gives three; a text without commas is one."""
    members = [part.strip() for part in _SEPARATOR.split(" ".join(text.split())) if part.strip()]
    if len(members) < 2:  # noqa: PLR2004  "bread and butter" is one thing or two, and the words do not tell
        return tuple(members)
    before, last = members[:-1], _LAST.split(members[-1])
    joined = bool(re.search(r",\s+(?:and|or)\s", text))
    return (*before, members[-1]) if joined or len(last) != 2 else (*before, *last)  # noqa: PLR2004  "X and Y"


_DASHES: Final = re.compile("[\u2010-\u2015\u2044\u2212]")


def slug(text: str, *, limit: int = 60) -> str:
    """A file name and id of a-z, 0-9 and hyphens made from a title; "article" when nothing is left."""
    dashed = _DASHES.sub("-", unicodedata.normalize("NFKD", text))  # a range of years keeps its dash
    plain = dashed.encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:limit].strip("-") or "article"
