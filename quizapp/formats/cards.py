"""A question as a card with a front and a back, for programs that know nothing else; and cards as questions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from quizapp.formats.options import options
from quizapp.formats.parcel import Imported
from quizapp.formats.proof import LABELS, flat, proof_of, proof_text, read_proof
from quizapp.formats.unseen import PICTURE, SOUND
from quizapp.formats.words import lined
from quizapp.model.article import Article
from quizapp.model.item import (
    GAP,
    ChoiceItem,
    Distractor,
    Item,
    TrueFalseItem,
    distractors_of,
    key_text,
)

_JUDGE: Final = "True or false? "
_OPTION: Final = "- "
_ASKED: Final = "Question: "
"""Before a line of a question that would be read as an option or a statement, or begins like this itself."""
_GUARDED: Final = (_OPTION, _ASKED, _JUDGE)
_ALSO, _WRONG = LABELS
_WHY: Final = " – because: "
_CLOZE: Final = re.compile(
    r"\{\{c[0-9]{1,3}::((?:(?!\}\}|::|\{\{c[0-9]).)*)(?:::(?:(?!\}\}|\{\{c[0-9]).)*)?\}\}", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Card:
    """The lines of a front and of a back; each line is one text without line breaks."""

    front: tuple[str, ...]
    back: tuple[str, ...]


def card_of(item: Item, article: Article, *, seed: str) -> Card:
    """An item as a card; the back ends with what proves the key."""
    front = [_guarded(line) for line in map(flat, lined(item.stem).split("\n")) if line]
    if isinstance(item, TrueFalseItem):
        front[0] = _JUDGE + front[0]
    if isinstance(item, ChoiceItem):
        front += (_OPTION + flat(each.text) for each in options(item, seed=seed))
    back = [flat(key_text(item)), *(_ALSO + flat(text) for text in item.accepted if not isinstance(item, ChoiceItem))]
    back += (f"{_WRONG}{flat(each.text)}{_WHY}{flat(each.why)}" for each in distractors_of(item) if each.why)
    return Card(tuple(front), (*back, *proof_text(proof_of(item, article)).split("\n")))


def _guarded(line: str) -> str:
    return _ASKED + line if line.startswith(_GUARDED) else line


def _unguarded(line: str) -> str:
    rest = line.removeprefix(_ASKED)
    guarded = rest != line and rest.startswith(_GUARDED)
    return rest if guarded else line.removeprefix(_OPTION)  # a line of a list, where it is no option


def has_gaps(field: str) -> bool:
    """Whether a field of Anki has gaps, such as {{c1::fog}}."""
    return bool(_CLOZE.search(field))


def said_by(front: str, back: str, *, name: str, line: int, gaps: bool = False, lost: tuple[str, ...] = ()) -> Imported:
    """The question that a card asks; with `gaps` the front holds Anki's; `lost` is what else was on it.

    Raises:
        ValueError: why it asks none, a sentence for the person.
    """
    asked, answered = _lines(front), _lines(back)
    if gaps:
        return replace(_clozed(front, back), id=name, line=line, lost=lost)
    if not asked or not answered:
        raise ValueError(nothing_in("answer" if asked else "question", lost))
    key, rest = answered[0], answered[1:]
    proof = read_proof("\n".join(text for text in rest if not text.startswith((_ALSO, _WRONG))))
    said = Imported(
        kind="short",
        stem=_stem(asked),
        keys=(key,),
        accepted=tuple(text.removeprefix(_ALSO) for text in rest if text.startswith(_ALSO)),
        rationale=proof.rationale,
        quotes=proof.quotes,
        id=name,
        line=line,
        lost=lost,
    )
    return _of_kind(said, asked, rest)


def nothing_in(side: str, lost: Iterable[str]) -> str:
    """Why a card without words on a side is none; `lost` is what stood on it instead of words."""
    media = {PICTURE, SOUND}.intersection(lost)
    return (
        f"the {side} is nothing but a picture or a sound, and those are not taken" if media else f"the {side} is empty"
    )


def _of_kind(said: Imported, asked: list[str], rest: list[str]) -> Imported:
    """The kind that the front shows: options below the question, a statement to judge, a gap."""
    stem = [text for text in asked if not text.startswith(_OPTION)]
    shown = [text.removeprefix(_OPTION) for text in asked if text.startswith(_OPTION)]
    key = said.keys[0]
    if stem and key in shown and asked == [*stem, *(_OPTION + text for text in shown)]:
        wrong = tuple(Distractor(text=text, why=_why(text, rest)) for text in shown if text != key)
        return replace(said, kind="choice", stem=_stem(stem), distractors=wrong, accepted=())
    if said.stem.startswith(_JUDGE) and key in {"True", "False"}:
        return replace(said, kind="true-false", stem=_stem([asked[0].removeprefix(_JUDGE), *asked[1:]]))
    return replace(said, kind="cloze") if said.stem.count(GAP) == 1 else said


def _stem(lines: list[str]) -> str:
    return "\n".join(map(_unguarded, lines))


def _why(wrong: str, lines: list[str]) -> str:
    """Why an option is wrong, by the line about it."""
    begins = f"{_WRONG}{wrong}{_WHY}"
    return next((text.removeprefix(begins) for text in lines if text.startswith(begins)), "")


def _clozed(front: str, back: str) -> Imported:
    """Anki's gaps; what stands on the back is the rationale."""
    proof = read_proof(back)
    keys = tuple(match[1].strip() for match in _CLOZE.finditer(front))
    if not all(keys):
        raise ValueError("a gap has no words in it")
    return Imported(
        kind="cloze", stem=_CLOZE.sub(GAP, front).strip(), keys=keys, rationale=proof.rationale, quotes=proof.quotes
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in lined(text).split("\n") if line.strip()]
