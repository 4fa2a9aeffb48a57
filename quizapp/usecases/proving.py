"""The sentences of an article that prove what somebody else has asked, or nothing where that is not sure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from quizapp.bank.quotes import proves
from quizapp.formats.parcel import Imported
from quizapp.grading.content import content_stems
from quizapp.kit.text import ALIKE
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import GAP
from quizapp.usecases.quoting import sentence_at

SURE: Final = 0.4
"""Share of a question's content words that its sentence must hold, beside the key."""

SURE_OF_STATEMENT: Final = 0.6
"""The same for a statement to judge, which has no key to look for."""

CLEAR: Final = 0.05
"""How much better the best sentence must be than the next one."""


@dataclass(frozen=True)
class Proofs:
    """An article whose sentences are looked through."""

    article: Article

    @cached_property
    def sentences(self) -> tuple[tuple[Span, frozenset[str]], ...]:
        """Each sentence with its content words."""
        return tuple((span, content_stems(self.article.at(span))) for span in _sentences(self.article))

    def of(self, said: Imported) -> tuple[Evidence, ...]:
        """What proves every key of a question: its own quotes where the article has them, else the best sentences."""
        quoted = tuple(filter(None, map(self._quote, said.quotes)))
        if quoted and len(quoted) == len(said.quotes):
            return tuple(Evidence.of(self.article, span) for span in quoted)
        found = [self._sentence(stem, key) for stem, key in _asked(said)]
        if not found or None in found:
            return ()
        return tuple(Evidence.of(self.article, span) for span in sorted({span for span in found if span}))

    def _quote(self, quote: str) -> Span | None:
        """Where a quote stands, whatever its spaces, dashes and quotation marks."""
        words = map(re.escape, quote.translate(ALIKE).split())
        match = re.search(r"\s+".join(words), self.article.text.translate(ALIKE))
        return Span(match.start(), match.end()) if match and match.end() > match.start() else None

    def _sentence(self, stem: str, key: str) -> Span | None:
        """The sentence that holds a key and most of what is asked; None when there is none, or two are as good."""
        content = content_stems(key)
        wanted = content_stems(stem.replace(GAP, " ")) - content
        least = SURE if key else SURE_OF_STATEMENT
        scored = sorted(
            (
                (len(wanted & words) / len(wanted) if wanted else 1.0, -span.start, span)
                for span, words in self.sentences
                if content <= words and (content or not key or proves((self.article.at(span),), key))
            ),
            reverse=True,
        )
        if not scored or scored[0][0] < least:
            return None
        tied = len(scored) > 1 and scored[0][0] - scored[1][0] < CLEAR
        return None if tied else scored[0][2]


def _asked(said: Imported) -> Iterator[tuple[str, str]]:
    """What is asked with each key; a statement to judge has none, and what is put in order is not asked for."""
    match said.kind:
        case "true-false":
            yield said.stem, ""
        case "matching":
            yield from ((pair.prompt, pair.answer) for pair in said.pairs)
        case "ordering":
            yield from (("", key) for key in said.keys)
        case "cloze":
            parts = said.stem.split(GAP)
            filled = "".join(part + key for part, key in zip(parts, (*said.keys, ""), strict=False))
            yield from ((filled, key) for key in said.keys)
        case _:
            yield from ((said.stem, key) for key in said.keys)


def _sentences(article: Article) -> Iterator[Span]:
    for paragraph in article.paragraphs:
        place = paragraph.start
        while place < paragraph.end:
            span = sentence_at(article, place)
            if span.end <= place:
                break
            yield span
            place = span.end
            while place < paragraph.end and article.text[place].isspace():
                place += 1
