"""Numbers as people type them: digits, 1,200, 1.2k, 3 million, 3e6, a dozen, nineteen eighty-four."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from quizapp.grading.units import CURRENCY_SIGNS, NATIONS, unit_word
from quizapp.kit.text import one_line
from quizapp.model.fact import Hedge

LONGEST: Final = 120
"""Characters of a typed number that are read; no number in words is longer."""

MOST_DIGITS: Final = 30
"""Digits and powers of ten that are read; a billion billions has 19."""

SCALES: Final = {
    "hundred": 100,
    "dozen": 12,
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "million": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "trillion": 10**12,
}
_HEDGES: Final = (
    (Hedge.ABOUT, r"about|around|approximately|approx\.?|roughly|some|circa|ca\.|c\.|nearly|almost|~|≈"),
    (Hedge.MORE_THAN, r"(?:just |well )?(?:more than|over|above)|>"),
    (Hedge.AT_LEAST, r"at least|no less than|no fewer than|minimum|≥|>="),
    (Hedge.LESS_THAN, r"(?:just )?(?:less than|fewer than|under|below)|<"),
    (Hedge.UP_TO, r"up to|at most|as (?:much|many) as|no more than|maximum|≤|<="),
    (Hedge.EXACT, r"exactly|precisely|it was|it is|it's|they were"),
)
_HEDGE: Final = re.compile("|".join(f"(?P<{hedge.name}>{words})" for hedge, words in _HEDGES))
_BOUND: Final = re.compile(r"\s+or (more|less|fewer)$")
_CODE: Final = re.compile(r"(eur|usd|gbp|chf|jpy|cny|inr)\s?(?=\d)")
_SIGN: Final = re.compile(r"(us|au|a|ca|c|nz|hk)?\s?([€$£¥₹])")
_DIGITS: Final = re.compile(
    r"(?P<whole>\d{1,3}(?:[, '’]\d{3})+(?!\d)|\d+)(?:[.](?P<part>\d+)|,(?P<comma>\d{1,2}))?(?![.,]?\d)"
    r"(?:\s?(?:e|[x×*]\s?10\s?\^)\s?(?P<power>[-+]?\d{1,3})(?!\d))?"
    r"(?:\s(?P<top>\d{1,3})/(?P<bottom>\d{1,3}))?(?:st|nd|rd|th)?(?![\d/])"
)
_FRACTION: Final = re.compile(r"(?P<top>\d{1,6})/(?P<bottom>\d{1,6})(?![\d/])")
_UNIT: Final = re.compile(r"[^\W\d_][^\W\d_]*(?:[-/][^\W\d_]+)*\.?|°")
_LINKS: Final = frozenset({"of", "the", "a", "an"})
_UNIT_WORDS: Final = 5
_NO_NUMBER: Final = re.compile(  # "1990s", "eighty-ish", "thousands of people"
    r"\d0s\b|-ish\b|^(?:(?:some|many|several) )?(?:tens|dozens|hundreds|thousands|millions|billions|trillions)\b"
)
_POINT: Final = re.compile(r"(?<![\w.,])\.(?=\d)")
_FRACTIONS: Final = re.compile("[¼-¾⅐-⅞]")
_DASHES: Final = str.maketrans("−–—⁄", "---/")
_PERCENT: Final = re.compile(r"\bper cent\b|%")
_LEADING_SIGN: Final = re.compile(r"^(?:-|\+|minus |negative )\s*")
_NO_DIGIT: Final = re.compile(r"\D")
_SCALE: Final = re.compile(r"\s*([a-z]+)(?![a-z])")
_PER: Final = re.compile(r"\s+per\s+|\s+an?\s+(?=(?:second|minute|hour|day|week|month|year|night)\b)")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SUPERSCRIPT: Final = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with the words that go with it, each in its shared form, and how exactly it is meant."""

    value: Decimal
    unit: tuple[str, ...] = ()
    hedge: Hedge = Hedge.EXACT


def parse_number(text: str) -> Decimal | None:
    """The number that a text says, whatever its unit; None when it says none, or more than one."""
    quantity = parse_quantity(text)
    return quantity.value if quantity else None


def spelled(number: Decimal) -> str:
    """A number as people read it: "1,200", "56 billion"."""
    for word in ("trillion", "billion", "million"):
        short = number / SCALES[word]
        if abs(short) >= 1 and short == round(short, 3):
            return f"{_plain(short)} {word}"
    return _plain(number)


def parse_quantity(text: str, *, metres: bool = False) -> Quantity | None:
    """The number and unit that a text says; None when that is not all it says.

    An "m" after a number is a million, or metres where those are asked for.
    """
    rest = _readable(one_line(text, limit=LONGEST))
    if _NO_NUMBER.search(rest):
        return None
    hedge, rest = _hedge(rest)
    currency, rest = _currency(rest)
    negative = rest.startswith(("-", "minus ", "negative "))
    rest = _LEADING_SIGN.sub("", rest)
    more, rest = _currency(rest)
    bound = _BOUND.search(rest)
    if bound is not None and hedge is Hedge.EXACT:
        hedge, rest = Hedge.AT_LEAST if bound[1] == "more" else Hedge.UP_TO, rest[: bound.start()]
    found = _in_digits(rest) or _in_words(rest)
    if found is None:
        return None
    value, rest = _scaled(*found, metres=metres)
    unit = _unit(rest)
    if unit is None or abs(value.adjusted()) > MOST_DIGITS:
        return None
    return Quantity(value=-value if negative else value, unit=(*currency, *more, *unit), hedge=hedge)


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _readable(text: str) -> str:
    """Lower case, one kind of dash, fractions and powers written out."""
    if not text.isascii():  # in plain ASCII none of this is
        text = _SUPERSCRIPT.sub(lambda match: "^" + match.group().translate(_SUPERSCRIPTS), text)
        text = _FRACTIONS.sub(lambda match: f" {unicodedata.normalize('NFKC', match.group())}", text)
        text = unicodedata.normalize("NFKC", text).translate(_DASHES).replace("°", " degree ")
    text = _PERCENT.sub(" percent ", _POINT.sub("0.", text.casefold()))
    return " ".join(text.strip(" \t.!?\"“”'").split())


def _hedge(text: str) -> tuple[Hedge, str]:
    found = Hedge.EXACT
    while match := _HEDGE.match(text):
        rest = text[match.end() :]
        if rest[:1].isalpha():
            break
        hedge = Hedge[match.lastgroup or "EXACT"]
        found = hedge if hedge is not Hedge.EXACT else found
        text = rest.strip()
    return found, text


def _currency(text: str) -> tuple[tuple[str, ...], str]:
    """A currency sign in front, with whose it is."""
    if code := _CODE.match(text):
        return (unit_word(code[1]),), text[code.end() :]
    match = _SIGN.match(text)
    if match is None:
        return (), text
    nation, sign = match.groups()
    whose = (NATIONS.get(nation, nation),) if nation else ()
    return (*whose, CURRENCY_SIGNS[sign]), text[match.end() :].strip()


def _in_digits(text: str) -> tuple[Decimal, str] | None:
    if match := _FRACTION.match(text):
        return _ratio(match["top"], match["bottom"], text[match.end() :])
    match = _DIGITS.match(text)
    if match is None:
        return None
    whole = _NO_DIGIT.sub("", match["whole"])
    part = match["part"] or match["comma"] or ""
    if len(whole) + len(part) > MOST_DIGITS or abs(int(match["power"] or 0)) > MOST_DIGITS:
        return None
    value = Decimal(f"{whole}.{part or 0}").scaleb(int(match["power"] or 0))
    rest = text[match.end() :]
    if match["top"]:
        fraction = _ratio(match["top"], match["bottom"], rest)
        return (value + fraction[0], rest) if fraction else None
    return value, rest


def _ratio(top: str, bottom: str, rest: str) -> tuple[Decimal, str] | None:
    return (Decimal(top) / Decimal(bottom), rest) if int(bottom) else None


def _in_words(text: str) -> tuple[Decimal, str] | None:
    """The longest run of words in front that says a number."""
    tokens = text.replace("-", " ").split()
    for count in range(min(len(tokens), 12), 0, -1):
        value = _worded(tuple(tokens[:count]))
        if value is not None:
            return value, " ".join(tokens[count:])
    return None


_THIRD: Final = Decimal(1) / 3
_PHRASES: Final = {
    "a third": _THIRD,
    "one third": _THIRD,
    "two thirds": Decimal(2) / 3,
    "one half": Decimal("0.5"),
    "one quarter": Decimal("0.25"),
    "three quarters": Decimal("0.75"),
    "a fifth": Decimal("0.2"),
    "one fifth": Decimal("0.2"),
    "a tenth": Decimal("0.1"),
    "one tenth": Decimal("0.1"),
    "half": Decimal("0.5"),
    "a half": Decimal("0.5"),
    "a quarter": Decimal("0.25"),
    "a couple": Decimal(2),
    **{f"half a {scale}": Decimal(size) / 2 for scale, size in SCALES.items() if len(scale) > 1},
    **{f"a {scale}": Decimal(size) for scale, size in SCALES.items() if len(scale) > 1},
}


@cache
def _worded(tokens: tuple[str, ...]) -> Decimal | None:
    if (phrase := _PHRASES.get(" ".join(tokens))) is not None:
        return phrase
    match tokens:
        case (*whole, "and", "a", "half"):
            return _plus(whole, Decimal("0.5"))
        case (*whole, "point", _) | (*whole, "point", _, _) | (*whole, "point", _, _, _):
            return _pointed(tuple(whole), tokens[len(whole) + 1 :])
        case _:
            return _integer(tokens)


def _plus(whole: list[str], part: Decimal) -> Decimal | None:
    value = _integer(tuple(whole))
    return None if value is None else value + part


def _pointed(whole: tuple[str, ...], digits: tuple[str, ...]) -> Decimal | None:
    value = _integer(whole)
    figures = [_integer((digit,)) for digit in digits]
    if value is None or any(figure is None or not 0 <= figure <= 9 for figure in figures):  # noqa: PLR2004  one digit
        return None
    return Decimal(f"{value}.{''.join(str(figure) for figure in figures)}")


def _integer(tokens: tuple[str, ...]) -> Decimal | None:
    """A whole number in words, years said in pairs among them."""
    from text_to_num import text2num  # 22 ms, paid at the first number in words

    if not tokens or any(not token.isalpha() or token == "and" for token in (tokens[0], tokens[-1])):  # noqa: S105  a word
        return None
    try:
        return Decimal(text2num(" ".join(tokens), "en"))
    except ValueError:
        return _year_in_pairs(tokens)


def _year_in_pairs(tokens: tuple[str, ...]) -> Decimal | None:
    from text_to_num import text2num  # same

    for split in range(1, len(tokens)):
        try:
            centuries = text2num(" ".join(tokens[:split]), "en")
            years = text2num(" ".join(token for token in tokens[split:] if token != "oh"), "en")  # noqa: S105  a word
        except ValueError:
            continue
        if 10 <= centuries <= 99 and 1 <= years <= 99:  # noqa: PLR2004  "nineteen" and "eighty-four"
            return Decimal(centuries * 100 + years)
    return None


def _scaled(value: Decimal, rest: str, *, metres: bool) -> tuple[Decimal, str]:
    """The number times the scale words after it, and what is left: "1.2k", "3 million", "56 bn"."""
    while match := _SCALE.match(rest):
        scale = match[1].removesuffix("s")  # "2 millions"
        if scale not in SCALES or (metres and scale == "m"):
            break
        value *= SCALES[scale]
        rest = rest[match.end() :].lstrip(".")
    return value, rest.strip()


def _unit(text: str) -> tuple[str, ...] | None:
    """The words after a number in their shared form; None when they are no unit but more of a sentence."""
    text = text.strip()
    currency, text = _currency(text)
    parts = _PER.sub("/", text).split()
    if len(parts) > _UNIT_WORDS or any(not _UNIT.fullmatch(part) or _worded((part,)) is not None for part in parts):
        return None
    shared = (NATIONS.get(part, unit_word(part.strip("."))) for part in parts if part not in _LINKS)
    return (*currency, *shared)
