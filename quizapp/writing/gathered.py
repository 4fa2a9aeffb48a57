"""Items that gather several facts: who said which, what each term is, what happened first, which belong to a list."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from quizapp.kit.chance import dice
from quizapp.kit.text import listed, reading
from quizapp.model.fact import Answer, Evidence, Fact, FactKind, FactSheet
from quizapp.model.item import (
    FEWEST_PARTS,
    Distractor,
    GatheredItem,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    OrderingItem,
    Pair,
)
from quizapp.writing.checks import Draft
from quizapp.writing.frames import stated
from quizapp.writing.phrases import PERSONAL, POINTING, POSSESSIVE, STOP, outside_quotes

MOST_PARTS: Final = 5
"""Pairs to match or things to order: as many as a screen of 24 rows holds with their source."""

_LONGEST_PART: Final = 90
"""Characters of a part: a row of the screen, and a little."""
_LONGEST_EVENT: Final = 14
_LONGEST_MEMBER: Final = 9
_WORTH: Final = 0.62
"""Score of the first of its kind: one falls among an article's first ten, the next ones after them."""
_STEP: Final = 0.13
_AGAIN: Final = 0.34
"""Score of a list to tick: it asks again what another item asks."""
_YEAR: Final = re.compile(r"\b\d{4}\b")
_WRONG: Final = 3


def gathered_items(drafts: Sequence[Draft], first: Iterable[Item], sheet: FactSheet) -> list[GatheredItem]:
    """The items that several accepted drafts make together, the most telling first; few, and none that is forced.

    What asks again what the `first` items ask goes behind them.
    """
    drafts = [draft for draft in drafts if not draft.fact.context]
    asked = {evidence.span for item in first for evidence in item.evidence[-1:]}
    makers: tuple[Callable[[Sequence[Draft], FactSheet], Iterator[GatheredItem]], ...] = (
        _who_said,
        _steps,
        _in_order,
        _what_is,
    )
    made = [item for maker in makers for item in maker(drafts, sheet)]
    again = [sum(evidence.span in asked for evidence in item.evidence) > 1 for item in made]
    ranked = [
        _scored(item, _AGAIN if repeated else _WORTH - _STEP * place)
        for place, (item, repeated) in enumerate(zip(made, again, strict=True))
    ]
    return [*ranked, *(_scored(item, _AGAIN) for item in _members(drafts, sheet))]


def merged(items: Iterable[Item], gathered: Iterable[GatheredItem]) -> list[Item]:
    """All items, best first; of equals the one fact before the many."""
    return sorted([*items, *gathered], key=lambda item: -item.score)


def _scored(item: GatheredItem, score: float) -> GatheredItem:
    return replace(item, score=round(max(0.05, score), 3))


# -- who said which


def _who_said(drafts: Sequence[Draft], sheet: FactSheet) -> Iterator[GatheredItem]:
    """Speakers with what each of them said, one saying a speaker, where there are three or more."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        fact = draft.fact
        plain = fact.kind is FactKind.SAYING and fact.key.answer is Answer.PERSON and fact.topic
        if plain and _stands_alone(fact.topic) and fact.key.text not in found:
            found[fact.key.text] = draft
    speakers = {word for name in found for word in reading(name).split()}
    told = {
        name: draft
        for name, draft in found.items()
        if not speakers & set(re.findall(r"\w+", reading(draft.fact.topic)))
    }
    pairs = [(name, draft.fact.topic.removeprefix("that ")) for name, draft in told.items()]
    yield from _matching("who-said", "Match each person with what they said.", pairs, list(told.values()), sheet)


def _stands_alone(text: str) -> bool:
    outside = outside_quotes(text)
    pronoun = POSSESSIVE.search(outside) or PERSONAL.search(outside)  # "she" tells which of the speakers it was
    return len(text) <= _LONGEST_PART and not pronoun and not POINTING.search(outside)


# -- what each term is


def _what_is(drafts: Sequence[Draft], sheet: FactSheet) -> Iterator[GatheredItem]:
    """Terms, or persons, with what the article says they are."""
    for name, persons in (("who-is-who", True), ("what-is-what", False)):
        chosen = [draft for draft in drafts if _defines(draft.fact, persons=persons)]
        pairs = [(draft.fact.topic, draft.fact.key.text) for draft in chosen]
        asked = "person with who they are" if persons else "term with what it is"
        yield from _matching(name, f"Match each {asked}, according to the article.", pairs, chosen, sheet)


def _defines(fact: Fact, *, persons: bool) -> bool:
    who = fact.key.noun == "who"
    return (
        fact.kind is FactKind.DEFINITION
        and fact.attribution is None
        and who == persons
        and _stands_alone(fact.key.text)
        and len(fact.topic) <= _LONGEST_PART // 2
        and not _tells(fact.topic, fact.key.text)
    )


def _tells(one: str, other: str) -> bool:
    """Whether two texts share a word that gives the pair away."""
    mine, theirs = ({w for w in re.findall(r"\w+", reading(text)) if w not in STOP} for text in (one, other))
    return bool(mine & theirs)


def _matching(
    name: str, stem: str, pairs: Sequence[tuple[str, str]], drafts: Sequence[Draft], sheet: FactSheet
) -> Iterator[MatchingItem]:
    """A matching item where there are pairs enough, each prompt and answer different and none telling another."""
    kept: list[int] = []
    for place, (prompt, answer) in enumerate(pairs):
        alike = any(_same(prompt, pairs[k][0]) or _same(answer, pairs[k][1]) for k in kept)
        told = any(reading(pairs[k][0]) in reading(answer) or reading(prompt) in reading(pairs[k][1]) for k in kept)
        if not alike and not told and len(kept) < MOST_PARTS:
            kept.append(place)
    if len(kept) < FEWEST_PARTS:
        return
    evidence = _evidence([drafts[k].fact for k in kept])
    made = tuple(
        Pair(prompt=pairs[k][0], answer=pairs[k][1]) for k in sorted(kept, key=lambda k: drafts[k].fact.sentence)
    )
    yield MatchingItem(
        id=f"matching-{name}",
        fact=f"matching-{name}",
        stem=stem,
        evidence=evidence,
        derived=not all(_stands_in(part, evidence) for pair in made for part in (pair.prompt, pair.answer)),
        rationale=_places(evidence, sheet),
        pairs=made,
    )


def _same(one: str, other: str) -> bool:
    return reading(one) == reading(other) or reading(one) in reading(other) or reading(other) in reading(one)


# -- what happened first


def _in_order(drafts: Sequence[Draft], sheet: FactSheet) -> Iterator[GatheredItem]:
    """Events, each in a year of its own, to be put in order; the years are left out."""
    by_year: dict[int, tuple[Draft, str]] = {}
    for draft in drafts:
        fact = draft.fact
        event = _event(fact)
        if event is not None and fact.key.text.isdigit() and int(fact.key.text) not in by_year:
            by_year[int(fact.key.text)] = (draft, event)
    years = sorted(by_year)
    if len(years) < FEWEST_PARTS + 1:
        return
    if len(years) > MOST_PARTS:  # spread over the whole time, the first and the last among them
        years = [years[round(place * (len(years) - 1) / (MOST_PARTS - 1))] for place in range(MOST_PARTS)]
    keys = tuple(by_year[year][1] for year in years)
    if len({reading(key) for key in keys}) < len(keys):
        return
    evidence = _evidence([by_year[year][0].fact for year in years])
    yield OrderingItem(
        id="ordering-events",
        fact="ordering-events",
        stem="Put these events in the order in which they happened, the earliest first.",
        evidence=evidence,
        derived=True,
        rationale=f"{', '.join(str(year) for year in years)}. {_places(evidence, sheet)}",
        keys=keys,
    )


def _event(fact: Fact) -> str | None:
    """What happened, without the year in which it did; None where it cannot stand beside others."""
    clause, focus = fact.clause, fact.focus
    if clause is None or focus is None or fact.kind is not FactKind.DATE or fact.key.answer is not Answer.YEAR:
        return None
    if fact.attribution is not None or clause.verb.negated or focus.lead.strip().lower() != "in":
        return None
    text = stated(clause, leave=focus.part)
    if _YEAR.search(text) or len(text.split()) > _LONGEST_EVENT or not _stands_alone(text):
        return None
    return text[:1].upper() + text[1:]


def _steps(_: Sequence[Draft], sheet: FactSheet) -> Iterator[GatheredItem]:
    """Numbered lines of the article, to be put in their order."""
    for number, found in enumerate(sheet.lists, 1):
        keys = tuple(" ".join(item.quote.split()).rstrip(".;,") for item in found.items)
        distinct = len({reading(key) for key in keys}) == len(keys)
        short = all(len(key.split()) <= _LONGEST_EVENT and _stands_alone(key) for key in keys)
        if not found.ordered or found.lead is None or not FEWEST_PARTS <= len(keys) <= _MOST_STEPS or not short:
            continue
        lead = " ".join(found.lead.quote.split()).rstrip(":")
        if not distinct or not 3 <= len(lead.split()) <= _LONGEST_LEAD:
            continue
        yield OrderingItem(
            id=f"ordering-steps-{number}",
            fact=f"ordering-steps-{number}",
            stem=f"{lead}. Put them in the order that the article gives.",
            evidence=(found.lead, *found.items),
            rationale=_places(found.items, sheet),
            keys=keys,
        )


_MOST_STEPS: Final = 7
_LONGEST_LEAD: Final = 20


# -- members of a list


_NAMED: Final = frozenset({Answer.COUNTRIES, Answer.PEOPLE})
_ONE_OF: Final = {Answer.COUNTRIES: Answer.COUNTRY, Answer.PEOPLE: Answer.PERSON}


def _members(drafts: Sequence[Draft], sheet: FactSheet) -> Iterator[GatheredItem]:
    """Keys that are lists of three or more, to be ticked among others of their kind."""
    for draft in drafts:
        fact = draft.fact
        of_one_kind = (fact.kind is FactKind.LIST and fact.key.noun) or fact.key.answer in _NAMED
        members = listed(fact.key.text) if of_one_kind else ()
        if fact.key.answer is Answer.COUNTRIES:
            members = tuple(member.removeprefix("the ") for member in members)
        if fact.key.answer in _NAMED and len({member[:1].isupper() for member in members}) > 1:
            continue  # "ministers from Kestria, Valmark and Tolen"
        short = all(len(member.split()) <= _LONGEST_MEMBER for member in members)
        if len(members) < FEWEST_PARTS or not short or len(members) > MOST_PARTS:
            continue
        wrong = _others(fact, members, drafts, sheet)
        if len(wrong) < FEWEST_PARTS - 1:
            continue
        yield MultipleChoiceItem(
            id=f"{fact.id}-all",
            fact=fact.id,
            stem=f"{draft.stem} Tick all {len(members)}.",
            evidence=fact.evidence,
            derived=not all(_stands_in(member, fact.evidence) for member in members),
            attribution=fact.attribution,
            rationale=_places(fact.evidence, sheet),
            keys=members,
            distractors=wrong,
        )
        return  # one an article


def _others(fact: Fact, members: tuple[str, ...], drafts: Sequence[Draft], sheet: FactSheet) -> tuple[Distractor, ...]:
    """Others of the members' kind that the article names elsewhere and not in this sentence."""
    quote = reading(" ".join(evidence.quote for evidence in fact.evidence))
    found: dict[str, Distractor] = {}
    if fact.key.answer in _ONE_OF:
        for mention in sheet.mentions:
            if mention.answer is _ONE_OF[fact.key.answer] and reading(mention.text) not in quote:
                why = (
                    f"The article names it in ¶{sheet.article.paragraph_of(mention.evidence.span)} for something else."
                )
                found.setdefault(
                    reading(mention.text), Distractor(text=mention.text, why=why, evidence=mention.evidence)
                )
    else:
        for other in drafts:
            text = other.fact.key.text
            fits = other.fact.kind in {FactKind.OBJECT, FactKind.ACTOR} and other.fact.key.answer is Answer.THING
            small = text.islower() and 2 <= len(text.split()) <= _LONGEST_MEMBER
            if fits and small and other.fact.sentence != fact.sentence and reading(text) not in quote:
                why = (
                    f"The article speaks of it elsewhere (¶{sheet.article.paragraph_of(other.fact.evidence[-1].span)})."
                )
                found.setdefault(reading(text), Distractor(text=text, why=why, evidence=other.fact.evidence[-1]))
    wrong = [each for each in found.values() if not any(_same(each.text, member) for member in members)]
    dice("members", fact.id).shuffle(wrong)
    return tuple(wrong[:_WRONG])


# -- what proves it


def _evidence(facts: Iterable[Fact]) -> tuple[Evidence, ...]:
    """Every fact's own sentences, once and in reading order."""
    found = {evidence.span: evidence for fact in facts for evidence in fact.evidence}
    return tuple(found[span] for span in sorted(found))


def _stands_in(text: str, evidence: Iterable[Evidence]) -> bool:
    return any(reading(text) in reading(each.quote) for each in evidence)


def _places(evidence: Iterable[Evidence], sheet: FactSheet) -> str:
    numbers = dict.fromkeys(sheet.article.paragraph_of(each.span) for each in evidence)
    return f"See {', '.join(f'¶{number}' for number in numbers if number) or 'the title'}."
