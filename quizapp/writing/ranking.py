"""Over-generate and choose: best first, one a fact, spread over sentences and kinds."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import heapify, heappop, heappush
from typing import Final

from quizapp.kit.text import has_words, reading
from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.writing.bare import bare_in
from quizapp.writing.checks import Draft
from quizapp.writing.phrases import STOP, content_words
from quizapp.writing.specific import is_titled

# How much less than of “Who …?”, “In which year …?” and “Who said, ‘…’?” readers printed of each kind: of 970 judged
# questions (rounds 18 to 23 and the open articles of November) 83 in 100 with a name for an answer, 72 of “What …?”
# with up to five words, 52 with more, 50 of “What … to do?”, 44 of “What did … say about …?”, 55 of “Why …?”.
_WHAT: Final = 0.8
_WHAT_AT_LENGTH: Final = 0.55
_WHAT_TO_DO: Final = 0.6
_THING: Final = 0.7
_WHERE_AT_LENGTH: Final = 0.6
_DEFINED: Final = 0.8
_DEFINED_AT_LENGTH: Final = 0.6
_TOLD: Final = 0.6
_WHY_AT_LENGTH: Final = 0.8
_LONG_ANSWER: Final = 6
"""Words of an answer from which readers refuse half."""
_LONG_PLACE: Final = 4
"""Words of a time or place from which they do."""
_TITLED: Final = 0.8
"""Worth of telling what the title names."""
_LONG_STEM: Final = 22
"""Words over which a stem loses a little for each word more."""
_SAME_SENTENCE: Final = 0.22
_SAME_KIND: Final = 0.05
_SAME_KEY: Final = 0.12
_LIKE: Final = 0.8
FIRST: Final = 10
"""The questions of an article that most learners will see."""
MOST_SPEAKERS: Final = 4
"""Questions among the first that ask who said or called something; more make a guessing game of names."""
_MIRRORED: Final = 0.7
"""Share of common words from which two questions tell the same, each the other's answer."""
PER_SENTENCE: Final = 2
"""Items that one sentence may carry (generation.md: two per sentence at most)."""


def scored(fact: Fact, stem: str, sheet: FactSheet) -> float:
    """How good a question promises to be, 0–1: what it asks, how surely it was read, its length, the title's words."""
    unsure = fact.risk + sum(lacks for _, lacks in bare_in(fact, stem, sheet)) + _loose(fact, stem)
    score = fact.weight * (1.0 - min(0.6, unsure)) * _printed(fact)
    if is_titled(fact, sheet):
        score *= _TITLED  # a statement to be judged, which should not be the first thing that is asked
    score -= max(0, len(stem.split()) - _LONG_STEM) * 0.012
    title = {w for w in re.findall(r"\w+", reading(sheet.article.title)) if w not in STOP}
    words = set(re.findall(r"\w+", reading(stem)))
    score += 0.03 * min(3, len(title & words))
    return max(0.01, min(0.99, score))


def _printed(fact: Fact) -> float:
    """How likely readers are to print it, by what is asked and how long the answer is."""
    words = len(fact.key.text.split())
    match fact.kind:
        case FactKind.OBJECT | FactKind.ACTOR if fact.key.answer is Answer.ACTION:
            return _WHAT_TO_DO
        case FactKind.OBJECT:
            return _WHAT_AT_LENGTH if words >= _LONG_ANSWER else _WHAT
        case FactKind.ACTOR if fact.key.answer is Answer.THING:
            return _THING
        case FactKind.PLACE | FactKind.DATE if words >= _LONG_PLACE:
            return _WHERE_AT_LENGTH
        case FactKind.DEFINITION:
            return _DEFINED_AT_LENGTH if words >= _LONG_ANSWER else _DEFINED
        case FactKind.SAYING if fact.key.text.startswith("that ") and not fact.topic:
            return _TOLD
        case FactKind.REASON | FactKind.PURPOSE | FactKind.MEANS if words >= _LONG_ANSWER:
            return _WHY_AT_LENGTH
        case _:
            return 1.0


def is_risky(fact: Fact, stem: str, sheet: FactSheet) -> bool:
    """Whether readers refuse half of its kind: it comes after what they mostly print."""
    if fact.kind is FactKind.DEFINITION:
        return any(word[:1].isupper() for word in fact.topic.split()) and not is_titled(fact, sheet)
    if fact.kind in _WHYS:
        titled = set(content_words(sheet.article.title)) & set(content_words(stem))
        return not (titled or _TIED.search(stem))
    return _printed(fact) < _SAFE


_SAFE: Final = 0.75
_WHYS: Final = frozenset({FactKind.REASON, FactKind.PURPOSE})  # “What happens if …?” readers mostly print


def _loose(fact: Fact, stem: str) -> float:
    """What a question about an event lacks: a name or number to tie it down."""
    if fact.kind not in _EVENTS:
        return 0.0
    return 0.0 if _TIED.search(stem) else 0.07 * max(0, _FIRM - len(_content(stem)))


_EVENTS: Final = frozenset({FactKind.ACTOR, FactKind.OBJECT})
_TIED: Final = re.compile(r"(?<!^)(?<![?.] )\b[A-Z][a-z]|\d|“")
_FIRM: Final = 4
"""Words of content from which a question is tied to one event without a name (“Who left the ground?” has two)."""


def ambiguous(drafts: list[Draft]) -> dict[int, str]:
    """Drafts that have more than one right answer in the article, by their place in the list, with the reason."""
    by_stem: dict[str, set[str]] = defaultdict(set)
    by_slot: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for draft in drafts:
        by_stem[reading(draft.stem)].add(_bare(draft.fact.key.text))
        for slot in _slots(draft.fact):
            by_slot[slot].add(_bare(draft.fact.key.text))
    out = {}
    for place, draft in enumerate(drafts):
        if len(by_stem[reading(draft.stem)]) > 1:
            out[place] = "the article has another answer to the same question"
        elif any(len(by_slot[slot]) > 1 for slot in _slots(draft.fact)):
            out[place] = "the article says this of something else as well"
    return out


def _bare(key: str) -> str:
    """A key without quotation marks: “a gift” and a gift are one answer."""
    return reading(re.sub("[“”]", "", key))


def _slots(fact: Fact) -> list[tuple[str, str, str, str]]:
    """What else would fill the key's place: the same subject and verb with another object, or the other way round."""
    clause = fact.clause
    if clause is None or fact.kind not in {FactKind.OBJECT, FactKind.ACTOR}:
        return []
    others = [reading(p.text) for p in clause.after if fact.focus is None or p.span != fact.focus.part.span]
    subject = "" if fact.kind is FactKind.ACTOR else reading(clause.subject.text)
    source = fact.attribution.source if fact.attribution else ""
    return [(fact.kind, subject, clause.verb.lemma, " ".join(others) + source)]


def chosen(drafts: list[Draft], sheet: FactSheet) -> list[Draft]:
    """Best first, each choice making others from its sentence, of its kind and with its key a little less wanted.

    What is wanted only ever falls, so the draft on top of the heap is the best as soon as its own value is fresh.
    """
    picks = _Picks(sheet)
    heap = [(-draft.score, place) for place, draft in enumerate(drafts)]
    heapify(heap)
    put_off: list[tuple[float, int]] = []
    while heap or put_off:
        if put_off and (not heap or len(picks.out) >= FIRST):
            for entry in put_off:
                heappush(heap, entry)
            put_off, picks.is_first = [], False
            picks.kept_free.clear()
        _, place = heappop(heap)
        draft = drafts[place]
        fresh = -picks.wanted(draft)
        if heap and fresh > heap[0][0]:
            heappush(heap, (fresh, place))
        elif picks.is_for_later(draft):
            put_off.append((fresh, place))
        elif picks.takes(draft):
            picks.add(draft)
    return picks.out


class _Stems:
    """The stems chosen so far, by their words, so that a new one is compared only with those it shares words with."""

    def __init__(self) -> None:
        self._words: list[set[str]] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)

    def add(self, stem: str) -> None:
        """Remember a stem."""
        words = _content(stem)
        for word in words:
            self._by_word[word].append(len(self._words))
        self._words.append(words)

    def has_like(self, stem: str) -> bool:
        """Whether a stem with nearly the same words was chosen (Jaccard over 0.8)."""
        words = _content(stem)
        shared = Counter(place for word in words for place in self._by_word.get(word, ()))
        return any(n / len(words | self._words[place]) > _LIKE for place, n in shared.items())


@dataclass(eq=False)
class _Picks:
    """The drafts chosen so far, best first, and what that makes less wanted."""

    sheet: FactSheet
    out: list[Draft] = field(default_factory=list)
    is_first: bool = True  # whether the first questions are still being chosen
    kept_free: Counter[int] = field(default_factory=Counter)  # places of a sentence for what waits
    _speakers: int = 0
    _told: list[frozenset[str]] = field(default_factory=list)  # the words of each that is chosen
    _sentences: Counter[int] = field(default_factory=Counter)
    _kinds: Counter[str] = field(default_factory=Counter)
    _keys: Counter[str] = field(default_factory=Counter)
    _seen: _Stems = field(default_factory=_Stems)

    def takes(self, draft: Draft) -> bool:
        """Whether its sentence has room for it and nothing like it was chosen."""
        place = draft.fact.sentence
        room = self._sentences[place] + self.kept_free[place] < PER_SENTENCE
        return room and not self._seen.has_like(draft.stem)

    def is_for_later(self, draft: Draft) -> bool:
        """Whether it is not for the first ones: one more speaker, what another question tells, what readers refuse."""
        if not self.is_first:
            return False
        if is_risky(draft.fact, draft.stem, self.sheet):
            return True
        one_more = _asks_speaker(draft.fact) and self._speakers >= MOST_SPEAKERS
        if any(_answers(draft, other) for other in self.out):
            self.kept_free[draft.fact.sentence] = 1  # worse ones of its sentence do not take its place meanwhile
            return True
        told = _told(draft)
        return one_more or any(
            _may_mirror(draft, other) and len(told & theirs) / len(told | theirs) > _MIRRORED
            for other, theirs in zip(self.out, self._told, strict=True)
        )

    def add(self, draft: Draft) -> None:
        """Choose a draft."""
        fact = draft.fact
        self.out.append(draft)
        self._told.append(_told(draft))
        self._seen.add(draft.stem)
        self._speakers += _asks_speaker(fact)
        self._sentences[fact.sentence] += 1
        self._kinds[_group(fact)] += 1
        self._keys[_read(fact.key.text)] += 1

    def wanted(self, draft: Draft) -> float:
        """Its score, less for others of its sentence, kind and key."""
        fact = draft.fact
        return (
            draft.score
            - _SAME_SENTENCE * self._sentences[fact.sentence]
            - _SAME_KIND * self._kinds[_group(fact)]
            - _SAME_KEY * self._keys[_read(fact.key.text)]
        )


_read = lru_cache(maxsize=2**16)(reading)  # of one draft it is asked hundreds of times


def _asks_speaker(fact: Fact) -> bool:
    """Whether the question is who said or called: a saying or label with a topic has its speaker as the key."""
    return fact.kind in _SAID and bool(fact.topic)


_SAID: Final = frozenset({FactKind.SAYING, FactKind.LABEL})


def _may_mirror(one: Draft, other: Draft) -> bool:
    """Whether two with the same words tell each other's answer: of one sentence, two figures are two facts."""
    kinds = {one.fact.kind, other.fact.kind}
    said = bool(kinds & _SAID) and kinds <= _SAID | {FactKind.ACTOR, FactKind.OBJECT}
    return said or one.fact.sentence != other.fact.sentence


def _answers(one: Draft, other: Draft) -> bool:
    """Whether of two questions of one sentence one holds the other's answer: “Who sold it?”, “What did Bell sell?”."""
    if one.fact.sentence != other.fact.sentence:
        return False
    return has_words(_read(one.stem), _read(other.fact.key.text)) or has_words(
        _read(other.stem), _read(one.fact.key.text)
    )


def _told(draft: Draft) -> frozenset[str]:
    """The words of content that a question and its answer tell together: “Who sold it for £9?”, “For how much …?”."""
    return frozenset(_content(f"{draft.stem} {draft.fact.key.text}"))


def _group(fact: Fact) -> str:
    numeric = fact.key.answer in {Answer.MONEY, Answer.PERCENT, Answer.COUNT, Answer.MEASURE, Answer.DURATION}
    if fact.kind is FactKind.SAYING and not fact.topic:
        return "said"
    return "number" if numeric else str(fact.kind)


def _content(stem: str) -> set[str]:
    return {w for w in re.findall(r"\w+", reading(stem)) if w not in STOP}
