"""Typed words as a fair reader takes them: case, accents, punctuation, spaces and leading articles do not count."""

import re
from functools import lru_cache
from typing import Final

from quizapp.grading.vocabulary import ARTICLES, CARDINALS, CARRIERS, ORDINALS, SHORTENED, TITLES
from quizapp.kit.text import reading

_POSSESSIVE: Final = re.compile(r"['’]s\b")
_INSIDE_WORD: Final = re.compile(r"(?<=\w)['’`](?=\w)|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)|(?<=\b[^\W\d_])\.(?=\s|$)")
_POINT: Final = re.compile(r"(?<![\w.,])\.(?=\d)")  # “.5” is half, not five
_GROUPING: Final = re.compile(r"(?<=\d)[,\u00a0](?=\d{3}(?!\d))")
_CLOCK: Final = re.compile(r"\b(\d{1,2})\.(\d\d)(?=\s?[ap]m\b)")
_TOKEN: Final = re.compile(r"(?<!\S)-\d+(?:\.\d+)*|\d+(?:\.\d+)+|[^\W_]+")
_FIGURES: Final = re.compile(r"\d+")
_SIGNS: Final = {
    "&": " and ",
    "%": " percent ",
    "€": " euro ",
    "$": " dollar ",
    "£": " pound ",
    "¥": " yen ",
    "+": " plus ",
}
_SIGN: Final = re.compile("|".join(map(re.escape, _SIGNS)))
_SPELLINGS: Final = (
    (re.compile(r"our(?=$|s$|ed$|ing$|able$|ite$|ful$|less$)"), "or"),
    (re.compile(r"is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|es|ed|er|ing)$)"), "yz"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=e)ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=alumin)i(?=um)"), ""),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"ph"), "f"),
)
"""British and American ways to write one word; only ever used to compare, so the result need not be a word."""

_SPELT_TWO_WAYS: Final = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _SPELLINGS))

_BETWEEN: Final = re.compile(r"[,;/&]|\band\b")

_DIRECTED: Final = frozenset("than from to before after not over under but without into by".split())
"""Words about which the order of the others tells who did what."""

_SPELT_FROM: Final = 6
"""Letters from which spelling is levelled: below, it would make "four" of "for"."""

_NAME_PARTS: Final = range(2, 5)


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii  # 19 ms, paid at the first text that needs it

    return anyascii(text)


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in lower case without accents; a text of signs alone is one word."""
    if text.isascii() and text.replace(" ", "").isalnum():  # most answers; nothing in them can be read in another way
        return tuple(text.lower().split())
    plain = reading(_SIGN.sub(lambda match: _SIGNS[match.group()], _POINT.sub("0.", text)))
    plain = _INSIDE_WORD.sub("", _POSSESSIVE.sub("", plain))
    plain = _CLOCK.sub(r"\1:\2", plain)
    found = _TOKEN.findall(_ascii(_GROUPING.sub("", plain)).lower())
    return tuple(found) or ((plain,) if plain else ())


@lru_cache(maxsize=1024)
def core_words(text: str) -> tuple[str, ...]:
    """The words of a text without what never counts in them."""
    return core(words(text))


def core(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The words without leading articles, and without "the" anywhere; an article alone stays."""
    if ARTICLES.isdisjoint(tokens):  # nearly every text; “the” is one of them
        return tokens
    rest = tokens
    while len(rest) > 1 and rest[0] in ARTICLES:
        rest = rest[1:]
    kept = tuple(token for token in rest if token != "the")  # noqa: S105  a word, no password
    return kept or rest


def same_words(given: str, expected: str) -> bool:
    """Whether two texts differ in nothing that counts; spaces inside words do not count either, in numbers they do."""
    return _alike(core_words(given), core_words(expected))


def forgiving_rule(given: str, expected: str) -> str | None:
    """The name of the rule by which two different texts are the same answer; None when no rule makes them so."""
    ours, theirs = core_words(given), core_words(expected)
    if not ours or not theirs:
        return None
    our_spelling, their_spelling = _spelt(ours), _spelt(theirs)
    if _alike(our_spelling, their_spelling):
        return "spelling"
    if _alike(_counted(ours), _counted(theirs)):
        return "number in words"
    if our_spelling[-1] == their_spelling[-1]:  # words that may lead leave the last one
        for optional, rule in _MAY_LEAD:
            if _same_but_for(ours, theirs, optional):
                return rule
    if _reordered(given, ours, expected, theirs):
        return "word order"
    return None


_MAY_LEAD: Final = ((CARRIERS, "carrier words"), (TITLES, "title"))


def _alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if "".join(ours) != "".join(theirs):
        return False
    return ours == theirs or _FIGURES.findall(" ".join(ours)) == _FIGURES.findall(" ".join(theirs))


@lru_cache(maxsize=1024)
def _spelt(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([_levelled(token) if len(token) >= _SPELT_FROM else token for token in tokens])


@lru_cache(maxsize=1024)
def _counted(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers in figures, "nineteenth" as "19th", and what is mostly written short in full."""
    return tuple(ORDINALS.get(token) or CARDINALS.get(token) or SHORTENED.get(token, token) for token in tokens)


def _levelled(token: str) -> str:
    if not _SPELT_TWO_WAYS.search(token):  # nearly every word; one look costs a ninth of nine
        return token
    for pattern, plain in _SPELLINGS:
        token = pattern.sub(plain, token)
    return token


def _same_but_for(ours: tuple[str, ...], theirs: tuple[str, ...], optional: frozenset[str]) -> bool:
    """Whether the two are the same once words that may lead are left out, of which only one of them has any."""
    our_lead, our_rest = split_lead(ours, optional)
    their_lead, their_rest = split_lead(theirs, optional)
    return _spelt(our_rest) == _spelt(their_rest) and (not our_lead or not their_lead or our_lead == their_lead)


def split_lead(tokens: tuple[str, ...], optional: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The leading words of a class, articles among them left out, and the rest, which keeps at least one word."""
    place = 0
    while place < len(tokens) - 1 and (tokens[place] in optional or (place and tokens[place] in ARTICLES)):
        place += 1
    return tuple(token for token in tokens[:place] if token not in ARTICLES), tokens[place:]


def _reordered(given: str, ours: tuple[str, ...], expected: str, theirs: tuple[str, ...]) -> bool:
    """Whether a name has its last part first, a list is in another order, or "X of Y" is put as "Y X"."""
    if given.count(",") == 1:
        last, first = given.split(",")
        if (*words(first), *words(last)) == theirs:
            return True
    if is_name(expected) and len(ours) == len(theirs) and ours == (theirs[-1], *theirs[:-1]):
        return True
    parts = _parts(expected)
    if len(parts) > 1 and _parts(given) == parts:
        return True
    if "and" in theirs and sorted(ours) == sorted(theirs) and _DIRECTED.isdisjoint(theirs):
        return any(len(part) == 1 for part in parts)  # "an alloy of tin and copper", but no two names crossed
    return ours in _of_turned(theirs) or theirs in _of_turned(ours)


def _parts(text: str) -> frozenset[tuple[str, ...]]:
    """What a text lists."""
    return frozenset(part for one in _BETWEEN.split(text) if (part := core(words(one))))


def is_name(text: str) -> bool:
    """Whether a text reads as a name of two to four parts."""
    parts = text.split()
    return len(parts) in _NAME_PARTS and all(part[:1].isupper() and part.strip(".,'’-").isalpha() for part in parts)


def _of_turned(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words with what follows the one "of" in front: "smell of Thames" becomes "Thames smell"."""
    if tokens.count("of") != 1 or tokens[0] == "of" or tokens[-1] == "of":
        return ()
    place = tokens.index("of")
    return ((*tokens[place + 1 :], *tokens[:place]),)
