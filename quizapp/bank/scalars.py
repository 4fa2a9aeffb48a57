"""One text as YAML: bare where that is safe, a block where lines are clean, and quoted with escapes for the rest."""

import re
from functools import lru_cache
from typing import Final

from quizapp.kit.text import visible

_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
# A bare text begins like a word and can be taken for nothing else: no field, no comment, no flow mark, no edge space.
_BARE: Final = re.compile(r"(?:[^\W\d_]|[“‘(€£])(?:[^\s:#]|:(?!\s|$)|(?<!\s)#| (?=\S))*")
# What YAML 1.1 or 1.2 would read as a truth value or as nothing.
_WORDS: Final = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def scalar(text: str, *, indent: int) -> str:
    """The text after “name: ”, further lines indented by `indent` spaces."""
    if "\n" in text and _blocks(text):
        return _block(text, indent)
    if _clean(text) and "\n" not in text:
        if _BARE.fullmatch(text) and text.lower() not in _WORDS:
            return text
        if '"' in text and "'" not in text:
            return f"'{text}'"
    return _quoted(text, indent)


def _clean(text: str) -> bool:
    """Every character shows, so that what a person sees in the file is the text."""
    return visible(text) == text and not _UNPRINTABLE.search(text)


def _blocks(text: str) -> bool:
    """Clean lines without what editors strip: spaces at the ends of lines, and empty lines at the end."""
    edges = any(line.endswith(" ") for line in text.split("\n")) or text.endswith("\n\n")
    return _clean(text) and not text.isspace() and not edges


def _block(text: str, indent: int) -> str:
    # An indented first line needs the depth said; two is what the writer indents by.
    depth = "2" if text.lstrip("\n").startswith(" ") else ""
    chomp = "" if text.endswith("\n") else "-"
    lines = [" " * indent + line if line else "" for line in text.removesuffix("\n").split("\n")]
    return "\n".join([f"|{depth}{chomp}", *lines])


def _quoted(text: str, indent: int) -> str:
    """In double quotes; each line of the text on a line of its own, its end escaped."""
    first, *rest = (_escaped(line) for line in text.split("\n"))
    joint = "\\n\\\n" + " " * indent
    if rest and not rest[-1]:  # the text ends with a line end: the closing quote follows it at once
        return f'"{joint.join([first, *map(_led, rest[:-1])])}\\n"'
    return f'"{joint.join([first, *map(_led, rest)])}"'


def _led(line: str) -> str:
    """A space that begins a continued line is escaped, or it would count as indentation."""
    return "\\" + line if line.startswith(" ") else line


def _escaped(line: str) -> str:
    return "".join(map(_escape, line))


@lru_cache(maxsize=2048)  # a text has few different characters, and may be a megabyte long
def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if _clean(char) or _SURROGATE.match(char):  # half a pair stays, for the encoder to refuse
        return char
    code = f"{ord(char):X}"
    return f"\\U{code:0>8}" if len(code) > 4 else f"\\u{code:0>4}"  # noqa: PLR2004  \\u takes four digits
