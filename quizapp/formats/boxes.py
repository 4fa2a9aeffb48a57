"""Characters for which Typst has no font, and prints a box: it is asked for them by a standard that allows none."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import typst

COVERED: Final = (
    r"\u0020-\u02ff\u0370-\u0482\u048a-\u04ff\u1e00-\u1eff\u2010-\u2040\u2044-\u2052\u2070-\u20cf\u2100-\u211e"
    r"\u2190-\u21ff\u2200-\u22ff\u27e8\u27e9"
)
"""Characters that Typst's own fonts draw: Latin, Greek and Cyrillic letters and usual signs, no marks on letters."""

_COVERED: Final = re.compile(f"[{COVERED}]*")
_STRICT: Final = "a-2b"
"""A form of PDF/A: it refuses boxes, and documents without a date, which ours are."""

_REFUSED: Final = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE: Final = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|(.))")
_MARKS: Final = frozenset({"Mn", "Mc", "Me", "Cf"})
_JOINER: Final = "\u200d"


def is_covered(text: str) -> bool:
    """Whether Typst's own fonts surely draw all of a text."""
    return bool(_COVERED.fullmatch(text))


def boxed(source: bytes, inputs: dict[str, str], *, alone: bool = False) -> frozenset[str]:
    """The characters of a document that neither Typst's nor the machine's fonts draw, or not Typst's `alone`."""
    try:
        typst.compile(
            source,
            format="pdf",
            sys_inputs=inputs,
            ignore_system_fonts=alone,
            timestamp=0,
            pdf_standards=[_STRICT],
        )
    except typst.TypstError as error:
        return frozenset("".join(_ESCAPE.sub(_meant, each) for each in _REFUSED.findall(error.diagnostic)))
    return frozenset()


def _meant(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


def boxes_in(text: str, boxed: frozenset[str]) -> Iterator[str]:
    """What a reader sees as boxes in a text, as it was meant: letters with their marks, joined emoji as one."""
    for seen in _seen(text):
        if any(char in boxed for char in seen[1:]) or (seen[0] in boxed and not is_covered(seen[0])):
            yield seen


def _seen(text: str) -> list[str]:
    found: list[str] = []
    for char in text:
        if found and (unicodedata.category(char) in _MARKS or found[-1].endswith(_JOINER)):
            found[-1] += char
        else:
            found.append(char)
    return found
