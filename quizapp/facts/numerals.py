"""Numbers as articles write them, in digits and words, as plain decimals."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from spacy.tokens import Token

SCALES: Final = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "tn": 10**12,
    "m": 10**6,
    "mn": 10**6,
    "k": 1000,
    "dozen": 12,
}
NUMBER_WORDS: Final = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")


def number_of(text: str) -> str:
    """The value of a number as a plain decimal string: "€56 billion" is "56000000000"; "" if unclear."""
    low = text.lower().replace("−", "-")
    scale = Decimal(1)
    for word in re.findall(r"[a-z]+", low):
        if word in SCALES:
            scale *= SCALES[word]
    digits = _NUMBER.findall(low)
    try:
        if len(digits) == 1:
            value = Decimal(digits[0].replace(",", "")) * scale
            return _plain(-value if re.search(r"(?<!\w)-\d", low) else value)
        if not digits:
            return _from_words(low, scale)
    except InvalidOperation:
        return ""
    return ""


def _from_words(low: str, scale: Decimal) -> str:
    words = [word for word in re.findall(r"[a-z]+", low) if word not in {"and", "percent", "per", "cent"}]
    half = "half" in words
    numbers = [NUMBER_WORDS[word] for word in words if word in NUMBER_WORDS]
    rest = [word for word in words if word not in NUMBER_WORDS and word not in SCALES and word not in {"half", "a"}]
    if rest or (not numbers and scale == 1):
        return ""
    return _plain((Decimal(sum(numbers) or 1) + (Decimal("0.5") if half else 0)) * scale)


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_what_one_is_under(figure: Token) -> bool:
    """Whether a figure counts what one is under: “under two rules”, “under three kings” are not fewer than two."""
    noun = next((t for t in figure.doc[figure.i + 1 : figure.i + 4] if t.pos_ == "NOUN"), None)
    return noun is not None and noun.lemma_.lower() in _RULING


_RULING: Final = frozenset(
    """rule condition name title heading law order king queen emperor pope president manager coach captain governor
    director editor bridge arch tree roof flag contract licence license agreement treaty""".split()
)
