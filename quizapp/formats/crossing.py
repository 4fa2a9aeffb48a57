"""Questions on different sentences of which one names what the other one asks for, of the same happening."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from quizapp.grading.content import content_stems
from quizapp.kit.text import has_words, reading
from quizapp.model.item import GAP, ChoiceItem, ClozeItem, Item, NumericItem, ShortAnswerItem

_SHARED: Final = 2
"""Content words by which two questions are about the same happening; one alone, as “year”, says nothing."""

_LOOKED_AT: Final = 500
"""Questions with a key's word that are looked at; a sheet on which more have it is no sheet, and would take minutes."""

_NAME: Final = re.compile(r"(?<=\s)[A-Z][^\W\d_]+(?:\s[A-Z][^\W\d_]+)*")
_WORD: Final = re.compile(r"[^\W_]+")


def without_tellers(items: Sequence[Item]) -> tuple[list[Item], dict[str, str]]:
    """The items without those that tell a name or number which another one asks for; and whose answer each would tell.

    What tells the most goes first, so that as few as possible go; of those that tell as much the last one.
    """
    tells = _edges(items)
    gone: dict[str, str] = {}
    while tells:
        place = max(tells, key=lambda each: (len(tells[each]), each))
        gone[items[place].id] = items[min(tells.pop(place))].id
        tells = {each: left for each, told in tells.items() if (left := told - {place})}
    return [item for item in items if item.id not in gone], gone


def _edges(items: Sequence[Item]) -> dict[int, set[int]]:
    """For each item that tells any others' answer, which ones, by their places."""
    stems = [reading(item.stem) for item in items]
    holding: dict[str, list[int]] = defaultdict(list)
    for place, stem in enumerate(stems):
        for word in set(_WORD.findall(stem)):
            holding[word].append(place)
    tells: dict[int, set[int]] = defaultdict(set)
    for asked, item in enumerate(items):
        for key in _telling_keys(item):
            first = _WORD.search(reading(key))
            for place in holding[first[0]][:_LOOKED_AT] if first else ():
                if place != asked and has_words(stems[place], reading(key)) and _is_same(items[place], item, key):
                    tells[place].add(asked)
    return dict(tells)


def _telling_keys(item: Item) -> Iterator[str]:
    """The names and numbers that have to be found out."""
    match item:
        case ChoiceItem(key=key) | ShortAnswerItem(key=key) | NumericItem(key=key):
            keys: tuple[str, ...] = (key,)
        case ClozeItem(keys=keys):
            pass
        case _:
            keys = ()
    yield from (key for key in keys if any(word[:1].isupper() or word[:1].isdigit() for word in key.split()))


def _is_same(teller: Item, asked: Item, key: str) -> bool:
    """Whether two questions are about the same happening: they share two words, a name being one, or the unit."""
    shared = (content_stems(teller.stem) & content_stems(asked.stem)) - content_stems(key)
    named = {stem for each in (teller, asked) for name in _NAME.findall(each.stem) for stem in content_stems(name)}
    return len(shared - named) + bool(shared & named) >= _SHARED or _is_counted_alike(teller.stem, asked.stem, key)


def _is_counted_alike(told: str, asked: str, key: str) -> bool:
    """Whether a number is told with what stands after its gap: “72-hour rule” and “____ hours' notice”."""
    if not key[:1].isdigit():
        return False
    after = (_after(reading(told), reading(key)), _after(asked, GAP))
    return bool(after[0]) and after[0] == after[1]


def _after(text: str, word: str) -> frozenset[str]:
    """The content word right after another one; none where there is something else."""
    rest = text.partition(word)[2]
    found = re.match(r"[\s-]*([^\W\d_]+)", rest)
    return content_stems(found[1]) if found else frozenset()
