"""What proves a key, as the few lines of feedback that every teaching program shows and that are read back from it."""

import re
from dataclasses import dataclass
from typing import Final

from quizapp.model.article import Article
from quizapp.model.item import Distractor, Item, NumericItem

_ANSWER: Final = "In the words of the text: "
_QUOTE: Final = "The text says: "
_SOURCE: Final = "Source: "
_REASON: Final = "Reason: "
"""Before a rationale that begins like a label, and nowhere else."""

LABELS: Final = ("Also right: ", "Wrong: ")
"""How the other lines of a card's back begin."""

_ALL_LABELS: Final = (_REASON, _ANSWER, _QUOTE, _SOURCE, *LABELS)
_QUOTED: Final = re.compile(rf"{_QUOTE}“(.*)”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The rationale, the key as the text words it ("" where that is the key itself), the quotes, and their source."""

    rationale: str = ""
    answer: str = ""
    quotes: tuple[str, ...] = ()
    source: str = ""


def proof_of(item: Item, article: Article) -> Proof:
    """What proves an item's key."""
    return Proof(
        rationale=item.rationale,
        answer=item.key if isinstance(item, NumericItem) else "",
        quotes=tuple(evidence.quote for evidence in item.evidence),
        source=source_of(article),
    )


def why_of(distractor: Distractor) -> Proof:
    """Why a distractor is wrong, with the sentence about it."""
    quotes = (distractor.evidence.quote,) if distractor.evidence else ()
    return Proof(rationale=distractor.why, quotes=quotes)


def source_of(article: Article) -> str:
    """An article's title and where it came from, on one line."""
    return flat(" · ".join(part for part in (article.title, article.byline, article.date, article.source) if part))


def proof_text(proof: Proof) -> str:
    """A proof as lines, each with its label; line breaks inside a part become spaces."""
    rationale = flat(proof.rationale)
    lines = [_REASON + rationale if rationale.startswith(_ALL_LABELS) else rationale]
    lines += [_ANSWER + flat(proof.answer)] if proof.answer else []
    lines += [f"{_QUOTE}“{flat(quote)}”" for quote in proof.quotes]
    lines += [_SOURCE + flat(proof.source)] if proof.source else []
    return "\n".join(line for line in lines if line)


def read_proof(text: str) -> Proof:
    """The proof that lines of feedback hold; what has no label is rationale."""
    rationale: list[str] = []
    answer, quotes, source = "", [], ""
    for line in map(str.strip, text.split("\n")):
        told = line.removeprefix(_REASON)
        if told != line and told.startswith(_ALL_LABELS):
            rationale.append(told)
        elif quoted := _QUOTED.fullmatch(line):
            quotes.append(quoted[1])
        elif line.startswith(_ANSWER) and not answer:
            answer = line.removeprefix(_ANSWER)
        elif line.startswith(_SOURCE) and quotes:
            source = line.removeprefix(_SOURCE)
        elif line:
            rationale.append(line)
    return Proof(rationale=" ".join(rationale), answer=answer, quotes=tuple(quotes), source=source)


def flat(text: str) -> str:
    """A text on one line: every run of white space is one space."""
    return " ".join(text.split())
