"""Spaces and marks between tokens that are taken out of their sentence."""

import re
from typing import Final

from spacy.tokens import Token


def is_break(mark: Token) -> bool:
    """Whether a mark sets off what follows: a comma, a bracket, a dash, but not the hyphen of “three-week”."""
    if mark.text in {"-", "–"}:
        return bool(mark.whitespace_) or (mark.i > 0 and bool(mark.nbor(-1).whitespace_))
    return mark.text in {",", "—", "(", ";"}


def contraction_space(token: Token) -> str:
    """The space before the second half of a contraction."""
    return " " if token.lower_ in {"n't", "'ve", "'re", "'ll"} else ""


def with_commas(tokens: list[Token]) -> list[Token]:
    """A comma or dash between two neighbours is theirs, wherever the parser hung it."""
    out: list[Token] = []
    for token in tokens:
        if out and token.i == out[-1].i + 2 and token.nbor(-1).text in {",", "-", "–", "'", "’"}:
            out.append(token.nbor(-1))
        out.append(token)
    return out


def contiguous_marks(tokens: list[Token]) -> list[Token]:
    """Drop commas and dashes that enclosed something left out, and marks at either end."""
    kept = list(tokens)
    while kept and (kept[-1].text in {",", ";", ":", "-", "—", "–", "."} or kept[-1].dep_ == "cc" or _cut_not(kept)):
        kept.pop()
    while kept and kept[0].text in {",", ";", ":", "-", "—", "–", "."}:
        kept.pop(0)
    out: list[Token] = []
    for position, token in enumerate(kept):
        following = kept[position + 1] if position + 1 < len(kept) else None
        gap_after = following is not None and following.i != token.i + 1
        gap_before = bool(out) and out[-1].i != token.i - 1
        if token.text in {",", "-", "—", "–"} and (gap_after or gap_before):
            continue
        out.append(token)
    return out


def _cut_not(tokens: list[Token]) -> bool:
    """“injuries, not tactics”: a "not" after a comma whose noun was left out."""
    return len(tokens) > 1 and tokens[-1].lower_ == "not" and tokens[-2].text == ","


_SPACES: Final = re.compile(r"\s+")
_BEFORE_MARK: Final = re.compile(r"\s+([,.;:?!])")


def tidy(text: str) -> str:
    """Single spaces, none before a mark, nothing dangling at the ends."""
    plain = _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", text)).strip(" ,;")
    return plain if plain.count("(") == plain.count(")") else plain.strip("() ")
