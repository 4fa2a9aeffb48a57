"""What an article is called when nothing says so."""

import re
from typing import Final

from quizapp.kit.text import reading

LONGEST_TITLE: Final = 120
"""Characters; headlines of newspapers stay below 100."""

LONGEST_START: Final = 60
"""Characters of a first sentence that stand in for a title."""

_FIRST_LINE: Final = re.compile(r"\s*(\S[^\n]*)\n[^\S\n]*\n[\s]*\S")
_SENTENCE: Final = re.compile(r"(.+?[.!?])(?:[\s\"”’)]|$)")
# A line that ends so is a sentence, a quotation or the start of one, not a title.
_QUOTED_WORDS: Final = re.compile(r"[\"“][^\"“”]*\w[\"”]$")
_NO_TITLE: Final = (".", "…", ",", ";", ":", '"', "”", "’", "'", "»")


def title_of(text: str) -> str:
    """The first line when it is a title, else the beginning of the first sentence."""
    return first_line_title(text) or _start(text)


def first_line_title(text: str) -> str:
    """The first line when it is short, stands alone and does not end like a sentence; else nothing."""
    match = _FIRST_LINE.match(text)
    line = match[1].strip() if match else ""
    fits = (
        len(line) <= LONGEST_TITLE and (not line.endswith(_NO_TITLE) or _ends_in_quoted_words(line)) and reading(line)
    )
    return line if fits else ""


def _ends_in_quoted_words(line: str) -> bool:
    """“Dealer jailed for forged “masterpieces””: a sentence would have its mark before the closing one."""
    return bool(_QUOTED_WORDS.search(line)) and line.count("“") == line.count("”") and line.count('"') % 2 == 0


def _start(text: str) -> str:
    line = " ".join(text[: LONGEST_START * 20].split()).lstrip("“\"'‘«")
    if sentence := _SENTENCE.match(line):
        line = sentence[1]
    if len(line) <= LONGEST_START:
        return line.removesuffix(".")
    cut = line[: LONGEST_START + 1].rfind(" ")
    return line[: cut if cut > 0 else LONGEST_START].rstrip(",;:–—- ") + "…"
