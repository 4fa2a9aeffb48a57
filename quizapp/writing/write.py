"""Facts become items, best first, and every draft that was thrown away keeps its reason."""

from dataclasses import replace
from typing import Final

from quizapp.kit.chance import dice
from quizapp.model.fact import Fact, FactSheet
from quizapp.model.item import Item, Reject
from quizapp.writing.checks import Draft, failed
from quizapp.writing.compose import cloze_item, main_item, true_false_item
from quizapp.writing.ranking import ambiguous, chosen, scored
from quizapp.writing.stems import stem_of

_SIBLING_FACTOR: Final = 0.55
"""A second item on a fact that is asked already ranks below all first ones."""


def write_items(sheet: FactSheet) -> tuple[tuple[Item, ...], tuple[Reject, ...]]:
    """Write the items of an article; the same sheet gives the same items."""
    rejects = [Reject(check=s.reason, reason=s.detail, stem="", evidence=s.evidence) for s in sheet.skips]
    drafts: list[Draft] = []
    for fact in sheet.facts:
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
    picked = chosen([draft for i, draft in enumerate(drafts) if i not in doubtful])
    left = {draft.fact.id for draft in picked} | {drafts[i].fact.id for i in doubtful}
    rejects.extend(
        _reject(d.fact, d.stem, "one a fact", "another question asks this sentence better")
        for d in drafts
        if d.fact.id not in left
    )
    first = [main_item(draft, sheet) for draft in picked]
    return tuple(_ordered(first) + _siblings(picked, sheet)), tuple(rejects)


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


def _siblings(picked: list[Draft], sheet: FactSheet) -> list[Item]:
    """One further item for some facts: by the fact's own luck a statement to judge or a gap to fill."""
    out: list[Item] = []
    seen: set[str] = set()
    for draft in picked:
        judged = dice("sibling", draft.fact.id).random() < 0.5  # not in turn: an edit elsewhere would turn all others
        makers = (true_false_item, cloze_item) if judged else (cloze_item, true_false_item)
        item = makers[0](draft, sheet) or makers[1](draft, sheet)
        if item is not None and item.stem not in seen:
            seen.add(item.stem)
            out.append(replace(item, score=round(item.score * _SIBLING_FACTOR, 3)))
    return sorted(out, key=lambda item: (-item.score, item.id))
