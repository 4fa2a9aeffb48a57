"""What a foreign file says of a question becomes an item, by the same checks as everything in a bank."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from quizapp.bank.fitness import faults_of
from quizapp.bank.quotes import proves
from quizapp.bank.schema import ID
from quizapp.formats.options import judged
from quizapp.formats.parcel import Imported
from quizapp.kit.text import reading, slug
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import (
    Bank,
    ChoiceItem,
    ClozeItem,
    Distractor,
    Item,
    MatchingItem,
    MultipleChoiceItem,
    NumericItem,
    OrderingItem,
    ShortAnswerItem,
    TrueFalseItem,
    key_text,
    keys_of,
)
from quizapp.usecases.lacking import lack_of

NO_REASON: Final = "The imported file does not say why this is wrong."

_NO_ID: Final = "new"
_FEWEST_WRONG: Final = 2


class UnfitError(ValueError):
    """Why a question cannot become an item, a sentence for the person."""


def adopted(said: Imported, evidence: tuple[Evidence, ...]) -> Item:
    """The item that a question becomes, under an id that is still to be given.

    Raises:
        UnfitError: what a bank would refuse in it.
    """
    if not evidence:
        raise UnfitError("no sentence of the article surely answers this, so it was left out")
    said = _as_asked(judged(said))
    if lack := lack_of(said):
        raise UnfitError(lack)
    try:
        item = _item(said, _shared(said, evidence))
    except ValueError as error:
        raise UnfitError(str(error)) from None
    _check(item)
    return item


def _as_asked(said: Imported) -> Imported:
    """Where several could be ticked and one is right, one is to be picked."""
    one = said.kind == "multiple" and len(said.keys) == 1 and len(said.distractors) >= _FEWEST_WRONG
    return replace(said, kind="choice") if one else said


class Names:
    """The ids of a bank and what is asked under them; a file may ask twenty thousand times for the same one."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Begin with the items that are there."""
        self._taken: set[str] = set()
        self._free: dict[str, int] = {}
        self._asked: dict[tuple[str, str, str], int] = {}
        for item in items:
            self.take(item.id, item)

    def take(self, name: str, item: Item) -> None:
        """Let an item have a name."""
        self._taken.add(name)
        families = [(name, 1)]
        if numbered := _NUMBERED.fullmatch(name):
            families.append((numbered[1], int(numbered[2])))
        for family, number in families:
            asked = (family, *_asked(item))
            self._asked[asked] = min(number, self._asked.get(asked, number))

    def of(self, said: Imported, item: Item) -> tuple[str, bool]:
        """The id of a new item, and whether the same question has it already.

        It is the file's own id, or made of the question; a number follows where another question has it.
        """
        family = said.id if re.fullmatch(ID, said.id) else _named(said)
        free = self._first_free(family)
        known = self._asked.get((family, *_asked(item)), free)
        return _numbered(family, min(known, free)), known < free

    def _first_free(self, family: str) -> int:
        number = self._free.get(family, 1)
        while _numbered(family, number) in self._taken:
            number += 1
        self._free[family] = number
        return number


_NUMBERED: Final = re.compile(r"(.+)-([2-9]|[1-9][0-9]{1,8})")


def _asked(item: Item) -> tuple[str, str]:
    """What an item asks, as a reader sees it."""
    return reading(item.stem), reading(key_text(item))


def _named(said: Imported) -> str:
    name = slug(said.id or said.stem)
    return "question" if name == slug("") else name


def _numbered(family: str, number: int) -> str:
    return family if number == 1 else f"{family}-{number}"


def _shared(said: Imported, evidence: tuple[Evidence, ...]) -> dict[str, Any]:
    quotes = [each.quote for each in evidence]
    keys = (*said.keys, *(pair.answer for pair in said.pairs))
    return {
        "id": _NO_ID,
        "fact": _NO_ID,
        "stem": said.stem,
        "evidence": evidence,
        "rationale": said.rationale,
        "accepted": said.accepted,
        "derived": said.kind != "true-false" and not all(proves(quotes, key) for key in keys),
    }


def _item(said: Imported, shared: dict[str, Any]) -> Item:
    wrong = tuple(Distractor(text=each.text, why=each.why.strip() or NO_REASON) for each in said.distractors)
    match said.kind:
        case "multiple":
            return MultipleChoiceItem(keys=said.keys, distractors=wrong, **shared)
        case "matching":
            return MatchingItem(pairs=said.pairs, distractors=wrong, **shared)
        case "ordering":
            return OrderingItem(keys=said.keys, **shared)
        case "cloze":
            return ClozeItem(keys=said.keys, **shared)
        case _:
            return _single(said, wrong, shared)


def _single(said: Imported, wrong: tuple[Distractor, ...], shared: dict[str, Any]) -> Item:
    match said.kind:
        case "choice":
            return ChoiceItem(key=said.keys[0], distractors=wrong, **shared)
        case "short":
            return ShortAnswerItem(key=said.keys[0], distractors=wrong, **shared)
        case "numeric":
            return NumericItem(key=said.keys[0], value=said.value, unit=said.unit, hedge=said.hedge, **shared)
        case "true-false":
            return TrueFalseItem(key=said.keys[0] == "True", **shared)
        case kind:
            raise UnfitError(f"there is no kind “{kind}”")


def _check(item: Item) -> None:
    """Hold an item against every rule of a bank: alone, in a bank whose text is its evidence."""
    if not keys_of(item) and not isinstance(item, TrueFalseItem):
        raise UnfitError("there is no answer")
    text, spans = "", list[Span]()
    for each in item.evidence:
        spans.append(Span(len(text), len(text) + len(each.quote)))
        text += f"{each.quote}\n\n"
    article = Article(id="imported", title="imported", source="", text=text)
    alone = replace(item, evidence=tuple(Evidence.of(article, span) for span in spans))
    if faults := faults_of(Bank(article=article, items=(alone,))):
        raise UnfitError("; ".join(faults))
