"""What goes out and what comes in: packed questions with what was lost, taken questions with what was refused."""

from dataclasses import dataclass

from quizapp.model.item import Pair


@dataclass(frozen=True, slots=True)
class Loss:
    """What a format dropped or changed of an item, in one sentence."""

    item: str
    what: str


@dataclass(frozen=True, slots=True)
class Packed:
    """A file's bytes, and what of the items it does not hold."""

    content: bytes
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be taken and why; the line is 1-based, 0 where the format has none."""

    line: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a foreign file says of one question; `kind` is ours, `keys` are texts (of a statement “True” or “False”).

    `id` is the foreign id or empty, `evidence` the quote that the file carries or empty, `line` 1-based or 0.
    """

    kind: str
    stem: str
    id: str = ""
    keys: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    rationale: str = ""
    evidence: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """The questions of a foreign file, and what of it could not be taken."""

    title: str
    items: tuple[Imported, ...]
    refusals: tuple[Refusal, ...] = ()
