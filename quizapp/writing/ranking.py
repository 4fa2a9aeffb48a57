"""Over-generate and choose: best first, one a fact, spread over sentences and kinds."""

import re
from collections import Counter, defaultdict
from typing import Final

from quizapp.kit.text import reading
from quizapp.model.fact import Answer, Fact, FactKind, FactSheet
from quizapp.writing.checks import Draft
from quizapp.writing.phrases import STOP

_LONG_STEM: Final = 22
"""Words over which a stem loses a little for each word more."""
_SAME_SENTENCE: Final = 0.22
_SAME_KIND: Final = 0.03
_SAME_KEY: Final = 0.12
PER_SENTENCE: Final = 2
"""Items that one sentence may carry (generation.md: two per sentence at most)."""


def scored(fact: Fact, stem: str, sheet: FactSheet) -> float:
    """How good a question promises to be, 0–1: what it asks, how surely it was read, its length, the title's words."""
    score = fact.weight * (1.0 - min(0.6, fact.risk))
    score -= max(0, len(stem.split()) - _LONG_STEM) * 0.012
    title = {w for w in re.findall(r"\w+", reading(sheet.article.title)) if w not in STOP}
    words = set(re.findall(r"\w+", reading(stem)))
    score += 0.03 * min(3, len(title & words))
    return max(0.01, min(0.99, score))


def ambiguous(drafts: list[Draft]) -> dict[int, str]:
    """Drafts that have more than one right answer in the article, by their place in the list, with the reason."""
    by_stem: dict[str, set[str]] = defaultdict(set)
    by_slot: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for draft in drafts:
        by_stem[reading(draft.stem)].add(reading(draft.fact.key.text))
        for slot in _slots(draft.fact):
            by_slot[slot].add(reading(draft.fact.key.text))
    out = {}
    for place, draft in enumerate(drafts):
        if len(by_stem[reading(draft.stem)]) > 1:
            out[place] = "the article has another answer to the same question"
        elif any(len(by_slot[slot]) > 1 for slot in _slots(draft.fact)):
            out[place] = "the article says this of something else as well"
    return out


def _slots(fact: Fact) -> list[tuple[str, str, str, str]]:
    """What else would fill the key's place: the same subject and verb with another object, or the other way round."""
    clause = fact.clause
    if clause is None or fact.kind not in {FactKind.OBJECT, FactKind.ACTOR}:
        return []
    others = [reading(p.text) for p in clause.after if fact.focus is None or p.span != fact.focus.part.span]
    subject = "" if fact.kind is FactKind.ACTOR else reading(clause.subject.text)
    source = fact.attribution.source if fact.attribution else ""
    return [(fact.kind, subject, clause.verb.lemma, " ".join(others) + source)]


def chosen(drafts: list[Draft]) -> list[Draft]:
    """Best first, each choice making others from its sentence, of its kind and with its key a little less wanted."""
    left = list(drafts)
    out: list[Draft] = []
    sentences: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    stems: list[set[str]] = []
    while left:
        best = max(left, key=lambda d: (_wanted(d, sentences, kinds, keys), d.stem))
        left.remove(best)
        words = _content(best.stem)
        if sentences[best.fact.sentence] >= PER_SENTENCE or any(_alike(words, other) for other in stems):
            continue
        out.append(best)
        stems.append(words)
        sentences[best.fact.sentence] += 1
        kinds[_group(best.fact)] += 1
        keys[reading(best.fact.key.text)] += 1
    return out


def _wanted(draft: Draft, sentences: Counter[int], kinds: Counter[str], keys: Counter[str]) -> float:
    fact = draft.fact
    return (
        draft.score
        - _SAME_SENTENCE * sentences[fact.sentence]
        - _SAME_KIND * kinds[_group(fact)]
        - _SAME_KEY * keys[reading(fact.key.text)]
    )


def _group(fact: Fact) -> str:
    numeric = fact.key.answer in {Answer.MONEY, Answer.PERCENT, Answer.COUNT, Answer.MEASURE, Answer.DURATION}
    return "number" if numeric else str(fact.kind)


def _content(stem: str) -> set[str]:
    return {w for w in re.findall(r"\w+", reading(stem)) if w not in STOP}


def _alike(one: set[str], other: set[str]) -> bool:
    """Whether two stems use nearly the same words (Jaccard over 0.8)."""
    return bool(one | other) and len(one & other) / len(one | other) > 0.8
