"""Which sentences of an article are asked, which could not be and why, and which hold nothing to ask."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from quizapp.model.article import Article, Sentence, Span
from quizapp.model.item import Bank, GatheredItem, Item, Reject
from quizapp.usecases.acquire import Generated


class State(StrEnum):
    """What became of a sentence."""

    ASKED = "asked"
    REFUSED = "not asked"
    SILENT = "nothing to ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence with the items that rest on it, and the drafts about it that were thrown away."""

    sentence: Sentence
    text: str
    items: tuple[Item, ...]
    rejects: tuple[Reject, ...]

    @property
    def state(self) -> State:
        """Asked when an item rests on it, not asked when there were only drafts that failed."""
        return State.ASKED if self.items else State.REFUSED if self.rejects else State.SILENT


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
    article, items = generated.bank.article, (bank or generated.bank).items
    resting: dict[int, list[Item]] = defaultdict(list)
    thrown: dict[int, list[Reject]] = defaultdict(list)
    for item in items:
        resting_on = item.evidence if isinstance(item, GatheredItem) else item.evidence[-1:]  # before it: who is meant
        places = {place for evidence in resting_on for place in _places(generated.sentences, evidence.span)}
        for place in sorted(places):
            resting[place].append(item)
    for reject in generated.rejects:
        for place in _places(generated.sentences, reject.evidence.span):
            thrown[place].append(reject)
    return Coverage(
        article=article,
        rows=tuple(
            Row(
                sentence=sentence,
                text=article.at(sentence.span),
                items=tuple(resting[place]),
                rejects=tuple(thrown[place]),
            )
            for place, sentence in enumerate(generated.sentences)
        ),
    )


def _places(sentences: tuple[Sentence, ...], span: Span) -> list[int]:
    """The sentences that a span meets."""
    return [place for place, sentence in enumerate(sentences) if sentence.span.meets(span)]
