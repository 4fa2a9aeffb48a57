"""Long answers that have all the words and say something else: who did it to whom, up for down, before for after."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from quizapp.grading.vocabulary import ARTICLES, NEGATIONS, STOP

_SIDES: Final = tuple(
    tuple(frozenset(side.split()) for side in sides.split("|"))
    for sides in (
        "before | after | during",
        "up | down",
        "over above | under below beneath underneath",
        "on | off",
        "into inside | out outside",
        "more most greater | few fewer less least fewest",
        "all every each both | most | some few several any",
        "must | may might can could",
        "will would | may might could",
        "always | sometimes often rarely seldom",
    )
)
"""Words of which one may not stand for one of another side."""

_DIRECTED: Final = frozenset("than from to into before after over under because since by".split())
"""Words between two others that must not change places."""

_MARKS: Final = frozenset("from to into in at on of for with during between through against about".split())
"""Words that say what the next one is, wherever it stands."""

_MORE_WORDS: Final = 4
"""Content words that an answer may have beside twice as many as are expected: a sentence more, not a page."""

_BE: Final = frozenset("is are was were be been being get gets got".split())

Stem = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word that carries content: its stem, and the little words right before it, without articles."""

    stem: str
    before: tuple[str, ...]


def is_turned(given: Sequence[str], expected: Sequence[str], *, stem: Stem) -> bool:
    """Whether an answer that has the words of another one says something else with them."""
    if any(_is_other_side(frozenset(given), frozenset(expected), sides) for sides in _SIDES):
        return True
    if _is_anothers(given, expected):
        return True
    ours, theirs = _content(given, stem), _content(expected, stem)
    if "but" in expected and _denied(ours) != _denied(theirs):
        return True
    once = _once(ours) & _once(theirs)  # of a word that comes twice nobody knows which is which
    ours, theirs = ([word for word in words if word.stem in once] for words in (ours, theirs))
    if _agents_differ(given, expected, stem):
        return True
    return _voice(given) == _voice(expected) and _is_swapped(ours, theirs)


def says_too_much(given: Sequence[str], expected: Sequence[str], *, stem: Stem) -> bool:
    """Whether an answer leaves a choice that the expected one does not, or says so much that something had to fit."""
    if "or" in given and "or" not in expected:
        return True
    ours, theirs = ({word.stem for word in _content(tokens, stem)} for tokens in (given, expected))
    return len(ours - theirs) > _MORE_WORDS + 2 * len(theirs)


def _once(words: Sequence[_Word]) -> frozenset[str]:
    counts = Counter(word.stem for word in words)
    return frozenset(stem for stem, count in counts.items() if count == 1)


def _denied(words: Sequence[_Word]) -> frozenset[str]:
    """What a “not” stands right before."""
    return frozenset(word.stem for word in words if not NEGATIONS.isdisjoint(word.before))


def _is_other_side(ours: frozenset[str], theirs: frozenset[str], sides: tuple[frozenset[str], ...]) -> bool:
    """Whether a word of one side was put for one of another."""
    wanted = [side for side in sides if side & theirs]
    if len(wanted) != 1 or wanted[0] & ours:
        return False
    return any(side & ours for side in sides if side is not wanted[0])


def _is_anothers(given: Sequence[str], expected: Sequence[str]) -> bool:
    """“by selling her horse” for his: a pronoun of hers was put for one of his, or the other way round."""
    (his, hers), (his_wanted, hers_wanted) = ([sum(w in side for w in t) for side in _WHOSE] for t in (given, expected))
    return (his - his_wanted) * (hers - hers_wanted) < 0


_WHOSE: Final = (frozenset("he him his himself".split()), frozenset("she her hers herself".split()))


def _content(tokens: Sequence[str], stem: Stem) -> list[_Word]:
    found: list[_Word] = []
    before: list[str] = []
    for token in tokens:
        if token in STOP or token in NEGATIONS:
            before += [] if token in ARTICLES else [token]
        else:
            found.append(_Word(stem=stem(token), before=tuple(before)))
            before = []
    return found


def _voice(tokens: Sequence[str]) -> bool:
    """Whether something is done by somebody: “was sued by …”."""
    return "by" in tokens and not _BE.isdisjoint(tokens[: tokens.index("by")])


def _agents_differ(given: Sequence[str], expected: Sequence[str], stem: Stem) -> bool:
    """Whether of “X sued Y” and “X was sued by Y” one was put for the other."""
    if _voice(given) == _voice(expected):
        return False
    passive, active = (given, expected) if _voice(given) else (expected, given)
    place = passive.index("by")
    order = [word.stem for word in _content(active, stem)]
    left = [word.stem for word in _content(passive[:place], stem)]
    right = [word.stem for word in _content(passive[place:], stem)]
    if len(left) < 2 or not right or not {*left[-2:], right[0]} <= set(order):  # noqa: PLR2004  who and what
        return False
    done_to, deed = left[-2:]
    return order.index(done_to) < order.index(deed) < order.index(right[0])


def _is_swapped(ours: list[_Word], theirs: list[_Word]) -> bool:
    """Whether two parts have changed places around what they have to do with each other."""
    mine, wanted = [word.stem for word in ours], [word.stem for word in theirs]
    start = next((place for place, pair in enumerate(zip(mine, wanted, strict=True)) if pair[0] != pair[1]), None)
    if start is None:
        return False
    end = len(wanted)
    while mine[end - 1] == wanted[end - 1]:
        end -= 1
    mine, wanted, ours, theirs = mine[start:end], wanted[start:end], ours[start:end], theirs[start:end]
    for first in range(1, len(wanted)):
        for second in range(first, len(wanted)):
            if mine == wanted[second:] + wanted[first:second] + wanted[:first]:
                return _says_otherwise(ours, theirs, first=first, second=second)
    return False


def _says_otherwise(ours: list[_Word], theirs: list[_Word], *, first: int, second: int) -> bool:
    """Whether parts that changed places did not take along the little word that says what they are."""
    moved = len(theirs) - second  # where the first part's neighbour begins in ours
    places = {word.stem: word.before for word in ours}
    if any(_is_marked(word.before, places[word.stem]) for word in (theirs[0], theirs[second])):
        return False  # “to York from Leeds”
    if first < second:
        return True
    directed = _DIRECTED | NEGATIONS
    return not directed.isdisjoint(theirs[second].before) and not directed.isdisjoint(ours[moved].before)


def _is_marked(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the same little word says in both what a part is, and none of them is what it is compared with or not."""
    turning = NEGATIONS | {"than"}
    same = turning.intersection(ours) == turning.intersection(theirs)
    return same and bool(_MARKS.intersection(ours[-1:]) & _MARKS.intersection(theirs[-1:]))
