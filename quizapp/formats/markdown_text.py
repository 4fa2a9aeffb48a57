"""Plain text as Markdown that shows it letter for letter, and back."""

import re
from typing import Final

# Everything that CommonMark, TeX, wiki links, tags, comments, highlights and flashcards would take for their own.
_ALIVE: Final = re.compile(r"[\\`*_{}\[\]<>#$%&~|=^]|(?<=:):|(?<!:):(?=:)|(?<=<)!")
_AT_START: Final = re.compile(r"^([-+?!]|[0-9]{1,9}(?=[.)]))|^([QAC]):")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def escaped(line: str) -> str:
    """A line of text as Markdown."""
    text = _ALIVE.sub(lambda match: f"\\{match[0]}", line)
    return _AT_START.sub(_guarded, text)


def plain(text: str) -> str:
    """Markdown's escapes taken away."""
    return _ESCAPED.sub(r"\1", text)


def _guarded(match: re.Match[str]) -> str:
    if match[2]:
        return f"{match[2]}\\:"
    return f"{match[1]}\\" if match[1].isdecimal() else f"\\{match[1]}"
