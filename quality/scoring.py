"""What a set of questions is worth by its gold list: facts covered, traps hit, claims that lost their claimant."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from corpus import Case, GoldFact, Trap, plain

from quizapp.model.article import Article
from quizapp.model.item import (
    GAP,
    ClozeItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    OrderingItem,
    Reject,
    TrueFalseItem,
    key_text,
    keys_of,
    options_of,
)

FIRST: Final = 10
"""The questions of an article that most learners will see; the floor of a release is set on them."""

SAME_ANSWER: Final = 0.6
"""Word F1 from which a key is an accepted answer in other words: "a broken wrist" for "because of a broken wrist"."""

SAME_FACT: Final = 0.5
"""Share of a fact's content words in stem and key from which the question is about it."""

SAME_PLACE: Final = 0.7
"""Share of a fact's evidence in the item's from which both rest on the same sentence."""

SAME_STATEMENT: Final = 0.6
"""Share of a fact's content words in a statement to be judged; higher, since such an item has no key to compare."""

_STOP: Final = frozenset(
    "a an the of to in on at for and or by with from as is are was were be been has have had do did does that this it "
    "its his her their who what which when where how why he she they".split()
)
_SHALLOW: Final = re.compile(r"(?i)\b(who|whose|whom|when|where|how (many|much|old|long|far)|which|what year)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came out of one article, in counts; `hits` and `bare` are for people to read."""

    counts: Counter[str]
    kinds: Counter[str]
    rejects: Counter[str]
    missed: tuple[str, ...]
    hits: tuple[str, ...]
    bare: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An item as its reader meets it."""

    item: Item
    quotes: tuple[str, ...]
    keys: tuple[str, ...]
    answer: str = field(default="")

    @cached_property
    def evidence(self) -> str:
        """All quotes as one text."""
        return flat(" ".join(self.quotes))

    @cached_property
    def said(self) -> str:
        """All that the learner is told: the stem, and the answer in the end."""
        return f"{self.item.stem} {self.answer}"


def asked(item: Item) -> Asked:
    """View an item as question and answer."""
    match item:
        case TrueFalseItem():
            keys: tuple[str, ...] = ()
        case ClozeItem(keys=gaps):
            keys = (*gaps, *_with_units(item.stem, gaps), *item.accepted)
        case MultipleChoiceItem(keys=parts) | OrderingItem(keys=parts):
            keys = (*parts, key_text(item), ", ".join(parts))
        case MatchingItem(pairs=pairs):
            keys = tuple(part for pair in pairs for part in (pair.prompt, pair.answer))
        case _:
            keys = (key_text(item), *item.accepted)
    return Asked(item=item, quotes=tuple(each.quote for each in item.evidence), keys=keys, answer=key_text(item))


def _with_units(stem: str, gaps: tuple[str, ...]) -> list[str]:
    """What stands in each gap with up to three of the words behind it: of “____ mmHg” a gold list says “6.1 mmHg”."""
    behind = [re.split(r"[^\w\s-]", text)[0].split()[:3] for text in stem.split(GAP)[1:]]
    told = zip(gaps, behind, strict=False)
    return [" ".join([gap, *words[:end]]) for gap, words in told for end in range(1, len(words) + 1)]


def flat(text: str) -> str:
    """The text in lower case, on one line, with one sort of mark."""
    return " ".join(plain(text).lower().split())


def content(text: str) -> list[str]:
    """The words that carry meaning."""
    return [word for word in re.findall(r"[\w£$€%.,'-]*\w[%]?", flat(text)) if word.strip("'") not in _STOP]


def overlap(part: str, whole: str) -> float:
    """The share of the content words of `whole` that `part` has."""
    ours, theirs = set(content(part)), set(content(whole))
    return len(ours & theirs) / len(theirs) if theirs else 0.0


def likeness(one: str, other: str) -> float:
    """Word F1 of two answers."""
    ours, theirs = Counter(content(one)), Counter(content(other))
    same = sum((ours & theirs).values())
    return 2 * same / (ours.total() + theirs.total()) if same else float(flat(one) == flat(other))


def covers(question: Asked, fact: GoldFact) -> bool:
    """Whether a question asks a fact: an accepted answer, and the fact's sentence or most of its words."""
    if isinstance(question.item, TrueFalseItem):
        return overlap(question.item.stem, fact.fact) >= SAME_STATEMENT and same_place(question, fact)
    best = max((likeness(key, answer) for key in question.keys for answer in fact.accepted), default=0.0)
    return best >= SAME_ANSWER and (same_place(question, fact) or overlap(question.said, fact.fact) >= SAME_FACT)


def same_place(question: Asked, fact: GoldFact) -> bool:
    """Whether a question rests on the fact's own sentence."""
    gold = flat(fact.evidence)
    inside = gold in question.evidence or (bool(question.evidence) and question.evidence in gold)
    return inside or overlap(question.evidence, gold) >= SAME_PLACE


def names_source(question: Asked, fact: GoldFact) -> bool:
    """Whether the one who said it is named."""
    return not fact.sources or any(whole(source, question.said) for source in fact.sources)


def whole(words: str, text: str) -> bool:
    """Whether words stand in a text, not as part of other words."""
    return re.search(rf"(?<!\w){re.escape(flat(words))}(?!\w)", flat(text)) is not None


def is_hit(trap: Trap, question: Asked, about: frozenset[str]) -> bool:
    """Whether a question falls into a trap; a statement that is marked false asserts nothing."""
    if isinstance(question.item, TrueFalseItem) and not question.item.key and not trap.answer:
        return False
    conditions = []
    if trap.pattern:
        conditions.append(re.search(trap.pattern, plain(question.item.stem), re.IGNORECASE) is not None)
    if trap.answer:
        conditions.append(whole(trap.answer, question.answer) and (not trap.facts or bool(trap.facts & about)))
    return any(conditions) if trap.any_condition else all(conditions)


def is_proved(question: Asked) -> bool:
    """Whether every key stands in the evidence, or the item says that it was worked out."""
    if question.item.derived or isinstance(question.item, TrueFalseItem):
        return True
    return all(flat(key) in question.evidence for key in keys_of(question.item))


def score(case: Case, article: Article, items: tuple[Item, ...], rejects: tuple[Reject, ...]) -> Outcome:
    """Score the questions of one article, best first."""
    questions = [asked(item) for item in items]
    counts: Counter[str] = Counter()
    counts["articles"] += 1
    counts["items"] += len(questions)
    counts["first"] += len(questions[:FIRST])
    counts["first judged"] += len(questions[:FIRST]) if case.facts else 0
    counts["verbatim"] += sum(all(each.stands_in(article) for each in item.evidence) for item in items)
    counts["proved"] += sum(map(is_proved, questions))
    counts["deep first"] += sum(not _SHALLOW.search(question.item.stem) for question in questions[:FIRST])
    counts["gold first"] += sum(any(covers(q, fact) for fact in case.facts) for q in questions[:FIRST])
    missed = _count_facts(case, questions, counts)
    return Outcome(
        counts=counts,
        kinds=Counter(item.kind for item in items),
        rejects=Counter(reject.check for reject in rejects),
        missed=missed,
        hits=_count_traps(case, questions, counts),
        bare=_count_sources(case, questions, counts),
    )


def options(item: Item) -> tuple[str, ...]:
    """All options of an item that is answered by choosing, what is right first; nothing for the other kinds."""
    return () if isinstance(item, TrueFalseItem) else options_of(item)


def _count_facts(case: Case, questions: list[Asked], counts: Counter[str]) -> tuple[str, ...]:
    missed = []
    for fact in case.facts:
        places = [place for place, question in enumerate(questions) if covers(question, fact)]
        early = bool(places) and places[0] < FIRST
        counts.update({"facts": 1, "facts hit": bool(places), "facts first": early})
        if fact.must:
            counts.update({"must": 1, "must hit": bool(places), "must first": early})
            missed += [] if early else [f"{fact.kind}: {fact.fact}"]
    return tuple(missed)


def _count_traps(case: Case, questions: list[Asked], counts: Counter[str]) -> tuple[str, ...]:
    hits = []
    counts["traps"] += len(case.traps)
    for place, question in enumerate(questions):
        about = frozenset(fact.id for fact in case.facts if flat(fact.evidence) in question.evidence)
        for trap in case.traps:
            if is_hit(trap, question, about):
                counts.update({"traps hit": 1, "traps first": place < FIRST})
                hits.append(f"{trap.id} (question {place + 1}): {question.item.stem} → {question.answer}")
    return tuple(hits)


def _count_sources(case: Case, questions: list[Asked], counts: Counter[str]) -> tuple[str, ...]:
    bare = []
    for fact in case.facts:
        for question in questions:
            if fact.sources and covers(question, fact):
                named = names_source(question, fact)
                counts.update({"claims": 1, "claims bare": not named})
                bare += [] if named else [f"{question.item.stem} → {question.answer} ({fact.sources[0]})"]
    return tuple(bare)
