"""Which sentences of an article are asked, which could be, which could not and why, and in which nothing was found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.model.article import Article, Sentence, Span
from quizapp.model.item import Bank, GatheredItem, Item, Reject, Status, TrueFalseItem
from quizapp.usecases.acquire import Generated
from quizapp.usecases.renewing import renewed


class State(StrEnum):
    """What became of a sentence."""

    ASKED = "asked"
    LEFT = "left out"
    REFUSED = "not asked"
    SILENT = "nothing found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence with the items that rest on it, and the drafts about it that were thrown away.

    `left` are questions that passed and are not asked: the bank holds them dropped, or not at all.
    """

    sentence: Sentence
    text: str
    items: tuple[Item, ...]
    left: tuple[Item, ...]
    rejects: tuple[Reject, ...]

    @property
    def state(self) -> State:
        """Asked when an item rests on it, left out when one could; not asked when there were only drafts that failed.

        Without a draft nothing was found in it, which is not to say that there is nothing.
        """
        if self.items or self.left:
            return State.ASKED if self.items else State.LEFT
        return State.REFUSED if self.rejects else State.SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All sentences of an article in reading order."""

    article: Article
    rows: tuple[Row, ...]

    def count(self, state: State) -> int:
        """How many sentences are in a state."""
        return sum(row.state is state for row in self.rows)


def coverage(generated: Generated, *, bank: Bank | None = None) -> Coverage:
    """What the items of a bank, or those that were generated, ask of the article that was read."""
    article = generated.bank.article
    held = bank or generated.bank
    spare = renewed(bank, generated.bank).added if bank else ()
    asked = _resting((item for item in held.items if item.status is not Status.DROPPED), generated.sentences)
    left = _resting((*(item for item in held.items if item.status is Status.DROPPED), *spare), generated.sentences)
    thrown: dict[int, list[Reject]] = defaultdict(list)
    for reject in generated.rejects:
        for place in _places(generated.sentences, reject.evidence.span):
            thrown[place].append(reject)
    return Coverage(
        article=article,
        rows=tuple(
            Row(
                sentence=sentence,
                text=article.at(sentence.span),
                items=tuple(asked[place]),
                left=tuple(left[place]),
                rejects=tuple(thrown[place]),
            )
            for place, sentence in enumerate(generated.sentences)
        ),
    )


def as_asked(item: Item) -> str:
    """What is asked; behind a statement to be judged whether it is true, so that nobody takes a false one for ours."""
    return f"{item.stem} ({str(item.key).lower()})" if isinstance(item, TrueFalseItem) else item.stem


def _resting(items: Iterable[Item], sentences: tuple[Sentence, ...]) -> dict[int, list[Item]]:
    """The items by the places of the sentences on which they rest."""
    found: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        resting_on = item.evidence if isinstance(item, GatheredItem) else item.evidence[-1:]  # before it: who is meant
        for place in sorted({place for evidence in resting_on for place in _places(sentences, evidence.span)}):
            found[place].append(item)
    return found


def _places(sentences: tuple[Sentence, ...], span: Span) -> list[int]:
    """The sentences that a span meets."""
    return [place for place, sentence in enumerate(sentences) if sentence.span.meets(span)]
