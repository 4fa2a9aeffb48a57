"""A worksheet before it is HTML or PDF: numbered questions, and a key with the sentence behind each answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from quizapp.formats.parcel import Loss
from quizapp.formats.quotes import Quote, flat, quotes_of, source_of
from quizapp.formats.telling import apart
from quizapp.kit.chance import dice
from quizapp.kit.text import visible
from quizapp.model.article import Article
from quizapp.model.item import (
    GAP,
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
    distractors_of,
    options_of,
)

Paper = Literal["a4", "letter"]
Version = Literal["A", "B", "C"]

BRIEF: Final = 34
"""Characters up to which options stand two in a row."""

_THEN: Final = " · "
"""What stands between the letter or place of something right and its text."""

_TASKS: Final = {
    "true-false": "True or false?",
    "multiple": "Tick all that are right.",
    "matching": "Write the right letter beside each.",
}


@dataclass(frozen=True, slots=True)
class Option:
    """Something to pick: its letter and its text."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A numbered question, and the item it asks; `stem` is in pieces with gaps between, `task` says what to do.

    `options` carry letters, `prompts` are to be matched with them, `brief` says that two options fit side by side.
    """

    number: int
    item: str
    kind: str
    stem: tuple[str, ...]
    task: str = ""
    options: tuple[Option, ...] = ()
    prompts: tuple[str, ...] = ()
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong option, by its letter or else its text, and why it is wrong, with the sentence about it if any."""

    option: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A line of the key: what is right, what else counts, the evidence, and why each wrong option is wrong."""

    number: int
    right: tuple[str, ...]
    accepted: tuple[str, ...]
    quotes: tuple[Quote, ...]
    derived: bool
    rationale: str
    wrong: tuple[Wrong, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole worksheet; `about` says where the text is from."""

    title: str
    about: str
    version: str
    language: str
    questions: tuple[Question, ...]
    solutions: tuple[Solution, ...]


def sheet_of(bank: Bank, *, seed: str, version: Version) -> tuple[Sheet, tuple[Loss, ...]]:
    """Lay a bank out as a worksheet, and say which items it leaves out.

    Of the items that would give each other's answers away on one sheet only the first is printed.
    Version A keeps the bank's order; in each version the options have an order of their own.
    """
    items, losses = apart(bank.items)
    if version != "A":
        dice(seed, version).shuffle(items)
    laid = [_laid(item, number, bank.article, (seed, version, item.id)) for number, item in enumerate(items, 1)]
    article = bank.article
    sheet = Sheet(
        title=_seen(article.title),
        about=visible(source_of(article)),
        version=version,
        language=article.language,
        questions=tuple(question for question, _ in laid),
        solutions=tuple(solution for _, solution in laid),
    )
    return sheet, losses


def letter(index: int) -> str:
    """The letter of an option, counted from 0: A to Z, then AA, AB and so on."""
    rest, last = divmod(index, 26)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + last)


def _laid(item: Item, number: int, article: Article, seed: tuple[str, ...]) -> tuple[Question, Solution]:
    options = _options(item, seed)
    letters = {text: each for each, text in options}
    question = Question(
        number=number,
        item=item.id,
        kind=item.kind,
        stem=tuple(_seen(piece) for piece in (item.stem.split(GAP) if isinstance(item, ClozeItem) else (item.stem,))),
        task=f"Number them from 1 to {len(options)}." if isinstance(item, OrderingItem) else _TASKS.get(item.kind, ""),
        options=tuple(Option(each, _seen(text)) for each, text in options),
        prompts=tuple(_seen(pair.prompt) for pair in item.pairs) if isinstance(item, MatchingItem) else (),
        brief=all(len(text) <= BRIEF for _, text in options),
    )
    solution = Solution(
        number=number,
        right=tuple(_seen(line) for line in _right(item, letters)),
        accepted=tuple(_seen(text) for text in item.accepted),
        quotes=tuple(map(_printed, quotes_of(item, article))),
        derived=item.derived,
        rationale=_seen(item.rationale),
        wrong=tuple(sorted(_wrong(item, letters, article), key=lambda each: _by_letter(each.option))),
    )
    return question, solution


def _options(item: Item, seed: tuple[str, ...]) -> Sequence[tuple[str, str]]:
    texts = list(options_of(item))
    if isinstance(item, TrueFalseItem):
        return [("", text) for text in texts]
    dice(*seed).shuffle(texts)
    for _ in texts:
        if not _is_given_away(item, texts):
            break
        texts = [*texts[1:], texts[0]]
    return [(letter(index), text) for index, text in enumerate(texts)]


def _is_given_away(item: Item, texts: Sequence[str]) -> bool:
    """Whether chance has put everything in its right order, which would be no question."""
    match item:
        case OrderingItem(keys=keys):
            return tuple(texts) == keys
        case MatchingItem(pairs=pairs):
            places = [texts.index(pair.answer) for pair in pairs]
            return places == sorted(places)
        case _:
            return False


def _right(item: Item, letters: dict[str, str]) -> tuple[str, ...]:
    """What is right, one line each, as a teacher marks it: by its letter where there is one."""
    match item:
        case TrueFalseItem(key=key):
            return ("True" if key else "False",)
        case ChoiceItem(key=key):
            return (f"{letters[key]}{_THEN}{key}",)
        case MultipleChoiceItem(keys=keys):
            return tuple(sorted((f"{letters[key]}{_THEN}{key}" for key in keys), key=_by_letter))
        case OrderingItem(keys=keys):
            return tuple(f"{place}{_THEN}{key}" for place, key in enumerate(keys, 1))
        case MatchingItem(pairs=pairs):
            return tuple(f"{pair.prompt} – {letters[pair.answer]}{_THEN}{pair.answer}" for pair in pairs)
        case ClozeItem(keys=keys):
            return (" · ".join(keys),)
        case ShortAnswerItem(key=key) | NumericItem(key=key):
            return (key,)


def _wrong(item: Item, letters: dict[str, str], article: Article) -> Iterable[Wrong]:
    for each in distractors_of(item):
        if why := _why(each, article):
            yield Wrong(letters.get(each.text, _seen(each.text)), why)


def _why(wrong: Distractor, article: Article) -> str:
    parts = [_seen(wrong.why).strip()]
    if wrong.evidence:
        parts.append(f"“{_seen(wrong.evidence.quote).strip()}” (¶{article.paragraph_of(wrong.evidence.span)})")
    return " ".join(filter(None, parts))


def _by_letter(line: str) -> tuple[int, str]:
    first = line.split(_THEN, 1)[0]
    return len(first), first


def _printed(quote: Quote) -> Quote:
    return replace(quote, pieces=tuple(replace(piece, text=visible(piece.text)) for piece in quote.pieces))


def _seen(text: str) -> str:
    """Text on one line of which nothing is hidden."""
    return visible(flat(text))
