"""The options of an item in an order of its own, so that the right one does not always come first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quizapp.formats.parcel import Imported
from quizapp.formats.proof import proof_text, why_of
from quizapp.kit.chance import dice
from quizapp.kit.text import reading
from quizapp.model.item import ChoiceItem, Distractor, MultipleChoiceItem, OrderingItem, Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What can be picked, whether it is right, and what to say to those who pick it."""

    text: str
    right: bool
    feedback: str = ""


def options(item: ChoiceItem | MultipleChoiceItem, *, seed: str) -> tuple[Option, ...]:
    """Every option; their order follows from the seed and the item's id."""
    keys = (item.key,) if isinstance(item, ChoiceItem) else item.keys
    found = [Option(text=key, right=True) for key in keys]
    found += [Option(text=each.text, right=False, feedback=proof_text(why_of(each))) for each in item.distractors]
    dice(seed, item.id).shuffle(found)
    return tuple(found)


def places(item: OrderingItem) -> tuple[Pair, ...]:
    """An ordering as matching, for programs that cannot order: each place with the thing that belongs there."""
    return tuple(Pair(prompt=str(number), answer=key) for number, key in enumerate(item.keys, 1))


def judged(said: Imported) -> Imported:
    """A choice between true and false, which is a statement to judge; else the question itself."""
    options = {reading(text) for text in (*said.keys, *(each.text for each in said.distractors))}
    if said.kind == "choice" and len(said.keys) == 1 and options == {"true", "false"}:
        return replace(said, kind="true-false", keys=(reading(said.keys[0]).capitalize(),), distractors=(), accepted=())
    return said


def matched(stem: str, sides: Iterable[tuple[str, str]]) -> Imported:
    """A matching; an answer without a prompt is a wrong one, and where all prompts are places it is an ordering."""
    pairs, wrong = list[Pair](), list[Distractor]()
    for prompt, answer in sides:
        if prompt:
            pairs.append(Pair(prompt=prompt, answer=answer))
        else:
            wrong.append(Distractor(text=answer, why=""))
    if _is_order(pairs) and not wrong:
        return Imported(kind="ordering", stem=stem, keys=tuple(pair.answer for pair in pairs))
    return Imported(kind="matching", stem=stem, pairs=tuple(pairs), distractors=tuple(wrong))


def _is_order(pairs: Sequence[Pair]) -> bool:
    """Whether the prompts are places, counted from 1."""
    return [pair.prompt for pair in pairs] == [str(number) for number in range(1, len(pairs) + 1)]
