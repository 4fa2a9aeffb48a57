"""What goes into a format and what comes out of one, with everything that was lost on the way."""

from dataclasses import dataclass

from quizapp.model.fact import Hedge
from quizapp.model.item import Distractor, Pair


@dataclass(frozen=True, slots=True)
class Loss:
    """What a format dropped or changed of an item: the item's id, and one sentence."""

    item: str
    what: str


@dataclass(frozen=True, slots=True)
class Packed:
    """A bank in a format's bytes, and what they do not hold."""

    content: bytes
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be taken and why; `line` is 1-based, 0 where the format has no lines.

    `counted` says what `line` counts where the file has parts and no lines, such as “item”.
    """

    line: int
    what: str
    counted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a foreign file says of one question, in the words of the model.

    `kind` is one of the model's kinds; `keys` holds the one key, each key, or "True" or "False"; `distractors` have an
    empty `why` where the file gives no reason; `quotes` are sentences that the file itself shows as the source;
    `value`, `unit` and `hedge` are those of a number; `id` is the file's own, "" for none; `line` is
    where the question begins, or the number of what `counted` names, and `place` says so in words where that is no
    line; `lost` are sentences about what the file has of it and this has not.
    """

    kind: str
    stem: str
    keys: tuple[str, ...] = ()
    distractors: tuple[Distractor, ...] = ()
    accepted: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    value: str = ""
    unit: str = ""
    hedge: Hedge = Hedge.EXACT
    rationale: str = ""
    quotes: tuple[str, ...] = ()
    id: str = ""
    line: int = 0
    place: str = ""
    counted: str = ""
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A foreign file: its title ("" for none), its questions in its order, what was left out, and what beside them."""

    title: str
    items: tuple[Imported, ...]
    refusals: tuple[Refusal, ...] = ()
    beside: tuple[Refusal, ...] = ()
