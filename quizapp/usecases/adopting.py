"""What a foreign file says of a question becomes an item, by the same checks as everything in a bank."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from quizapp.bank.quotes import proves
from quizapp.bank.reader import read_bank
from quizapp.bank.schema import ID
from quizapp.bank.writer import write_bank
from quizapp.formats.options import judged
from quizapp.formats.parcel import Imported
from quizapp.kit.errors import BankError
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

NO_REASON: Final = "The imported file does not say why this is wrong."

_NO_ID: Final = "new"
_TRUTH: Final = ("True", "False")


class UnfitError(ValueError):
    """Why a question cannot become an item, a sentence for the person."""


def adopted(said: Imported, evidence: tuple[Evidence, ...]) -> Item:
    """The item that a question becomes, under an id that is still to be given.

    Raises:
        UnfitError: what a bank would refuse in it.
    """
    if not evidence:
        raise UnfitError("no sentence of the article surely answers this, so it was left out")
    said = judged(said)
    try:
        item = _item(said, _shared(said, evidence))
    except ValueError as error:
        raise UnfitError(str(error)) from None
    _check(item)
    return item


def same_question(one: Item, other: Item) -> bool:
    """Whether two items ask the same, as a reader sees it."""
    return reading(one.stem) == reading(other.stem) and reading(key_text(one)) == reading(key_text(other))


def id_for(said: Imported, known: Mapping[str, Item], item: Item) -> tuple[str, bool]:
    """The id of a new item, and whether the same question is known under it already.

    It is the file's own id, or made of the question; a number follows where another question has it.
    """
    for name in _numbered(said.id if re.fullmatch(ID, said.id) else _named(said)):
        if name not in known:
            return name, False
        if same_question(known[name], item):
            return name, True
    raise AssertionError("numbers do not end")


def _named(said: Imported) -> str:
    name = slug(said.id or said.stem)
    return "question" if name == slug("") else name


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


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
        case _ if len(said.keys) != 1:
            raise UnfitError("there is no answer" if not said.keys else "there are several answers where one is asked")
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
            if said.keys[0] not in _TRUTH:
                raise UnfitError("a statement to judge is True or False")
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
    try:
        read_bank(write_bank(Bank(article=article, items=(alone,))), file="imported")
    except BankError as error:
        raise UnfitError("; ".join(finding.what for finding in error.findings)) from None
