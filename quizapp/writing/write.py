"""Facts become items, best first, and every draft that was thrown away keeps its reason."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from quizapp.kit.chance import dice
from quizapp.model.fact import Fact, FactSheet
from quizapp.model.item import Item, Reject, TrueFalseItem
from quizapp.writing.broken import broken_in
from quizapp.writing.checks import Draft, failed
from quizapp.writing.compose import cloze_item, gaps_item, main_item, true_false_item
from quizapp.writing.gathered import gathered_items, merged
from quizapp.writing.phrases import outside_quotes
from quizapp.writing.ranking import FIRST, ambiguous, chosen, is_risky, scored
from quizapp.writing.stems import stem_of

_SIBLING_FACTOR: Final = 0.55
"""A second item on a fact that is asked already ranks below all first ones."""


Progress = Callable[[int, int], object]
"""Called with facts that are written about and all facts."""


def write_items(sheet: FactSheet, *, progress: Progress | None = None) -> tuple[tuple[Item, ...], tuple[Reject, ...]]:
    """Write the items of an article; the same sheet gives the same items."""
    told = progress or _untold
    rejects = [Reject(check=s.reason, reason=s.detail, stem="", evidence=s.evidence) for s in sheet.skips]
    drafts: list[Draft] = []
    for number, fact in enumerate(sheet.facts):
        told(number, 2 * len(sheet.facts))
        stem = stem_of(fact)
        if stem is None:
            rejects.append(_reject(fact, "", "well formed", "no good question could be formed"))
            continue
        draft = Draft(fact=fact, stem=stem, score=scored(fact, stem, sheet))
        failure = failed(draft, sheet)
        if failure is None:
            drafts.append(draft)
        else:
            rejects.append(_reject(fact, stem, *failure))
    doubtful = ambiguous(drafts)
    rejects.extend(_reject(drafts[i].fact, drafts[i].stem, "one right answer", why) for i, why in doubtful.items())
    picked = chosen([draft for i, draft in enumerate(drafts) if i not in doubtful], sheet)
    left = {draft.fact.id for draft in picked} | {drafts[i].fact.id for i in doubtful}
    rejects.extend(
        _reject(d.fact, d.stem, "one a fact", "another question asks this sentence better")
        for d in drafts
        if d.fact.id not in left
    )
    made = []
    for number, draft in enumerate(picked):
        told(len(sheet.facts) + len(sheet.facts) * number // len(picked), 2 * len(sheet.facts))
        made.append(main_item(draft, sheet))
    first = _ordered(made)
    accepted = [draft for i, draft in enumerate(drafts) if i not in doubtful]
    items = merged(first, gathered_items(accepted, first[:FIRST], sheet))
    return tuple(_filled(items, _siblings(picked, sheet), picked, sheet)), tuple(rejects)


def _untold(_done: int, _total: int) -> None:
    """Nobody watches."""


def _filled(items: list[Item], siblings: list[Item], picked: list[Draft], sheet: FactSheet) -> list[Item]:
    """Siblings behind, but for as many as the first questions lack that readers mostly print."""
    risky = {draft.fact.id for draft in picked if is_risky(draft.fact, draft.stem, sheet)}
    safe = [item for item in items if item.fact not in risky]
    later = [item for item in items if item.fact in risky]
    lacking = max(0, min(FIRST - len(safe), len(later)))
    near = [item for item in siblings if item.fact not in risky][:lacking]
    return [*safe, *near, *later, *(item for item in siblings if item not in near)]


def _reject(fact: Fact, stem: str, check: str, reason: str) -> Reject:
    return Reject(check=check, reason=reason, stem=stem, evidence=fact.evidence[-1])


def _ordered(items: list[Item]) -> list[Item]:
    """Scores that fall along the list, so that "best first" is what a reader of the file sees."""
    out: list[Item] = []
    ceiling = 0.99
    for item in items:
        ceiling = min(ceiling, item.score)
        out.append(replace(item, score=round(ceiling, 3)))
    return out


_MOST_OF_SEVERAL_GAPS: Final = 2


def _of_several_gaps(picked: list[Draft], sheet: FactSheet) -> dict[str, Item]:
    """Statements with a gap for two facts of theirs, by the id of the first; a few are enough."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in picked:
        by_sentence.setdefault(draft.fact.sentence, []).append(draft)
    made = (gaps_item(drafts, sheet) for drafts in by_sentence.values() if len(drafts) > 1)
    found = [item for item in made if item is not None]
    return {item.fact: item for item in found[:_MOST_OF_SEVERAL_GAPS]}


def _siblings(picked: list[Draft], sheet: FactSheet) -> list[Item]:
    """One further item for some facts: by the fact's own luck a statement to judge or a gap to fill."""
    out: list[Item] = []
    seen: set[str] = set()
    several = _of_several_gaps(picked, sheet)
    for draft in picked:
        judged = dice("sibling", draft.fact.id).random() < 0.5  # not in turn: an edit elsewhere would turn all others
        makers = (true_false_item, cloze_item) if judged else (cloze_item, true_false_item)
        item = several.get(draft.fact.id) or makers[0](draft, sheet) or makers[1](draft, sheet)
        if item is not None and item.stem not in seen and broken_in(outside_quotes(item.stem)) is None:
            seen.add(item.stem)
            out.append(replace(item, score=round(item.score * _SIBLING_FACTOR, 3)))
    return _balanced(sorted(out, key=lambda item: (-item.score, item.id)))


_MORE_TRUE: Final = 2
"""True statements that an article may have more than false ones before the others come last."""
_LAST: Final = 0.1


def _balanced(items: list[Item]) -> list[Item]:
    """The true statements that outnumber the false ones behind all others: “true” would be a good guess."""
    judged = [item for item in items if isinstance(item, TrueFalseItem)]
    most = sum(not item.key for item in judged) + _MORE_TRUE
    surplus = [item for item in judged if item.key][most:]
    last = [replace(item, score=round(item.score * _LAST, 3)) for item in surplus]
    return [*(item for item in items if item not in surplus), *last]
