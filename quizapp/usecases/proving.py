"""The sentences of an article that prove what somebody else has asked, or nothing where that is not sure."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from quizapp.formats.parcel import Imported
from quizapp.kit.text import ALIKE
from quizapp.model.article import Article, Span
from quizapp.model.fact import Evidence
from quizapp.model.item import GAP
from quizapp.usecases.quoting import sentences_in
from quizapp.usecases.sentences import Sentence, names_in
from quizapp.usecases.supporting import answers, has_key, puts_right, states

LONGEST: Final = 2_000
"""Characters of a sentence that is looked at; what is longer is a table or no text."""

Supports = Callable[[Sentence], bool]
"""Whether a sentence supports one key of a question."""


@dataclass(frozen=True)
class Proofs:
    """An article whose sentences are looked through."""

    article: Article

    @cached_property
    def sentences(self) -> tuple[tuple[Span, Sentence], ...]:
        """Each sentence with its place."""
        names = names_in(self.article.text)
        return tuple(each for paragraph in self.article.paragraphs for each in self._of_paragraph(paragraph, names))

    def _of_paragraph(self, paragraph: Span, names: Mapping[str, frozenset[str]]) -> Iterator[tuple[Span, Sentence]]:
        before = None
        for span in sentences_in(self.article, paragraph):
            if _length(span) <= LONGEST:
                before = Sentence(self.article.at(span), before=before, names=names)
                yield span, before

    def of(self, said: Imported) -> tuple[Evidence, ...]:
        """What proves every key of a question: its own quotes where the article has them, else the best sentences."""
        quoted = tuple(filter(None, map(self._quote, said.quotes)))
        if quoted and len(quoted) == len(said.quotes):
            return tuple(Evidence.of(self.article, span) for span in quoted)
        alone = said.kind == "ordering"  # of which nothing but the key is looked for
        found = [self._shortest(supports, alone=alone) for supports in _wanted(said)]
        if not found or None in found:
            return ()
        return tuple(Evidence.of(self.article, span) for span in sorted({span for span in found if span}))

    def _quote(self, quote: str) -> Span | None:
        """Where a quote stands, whatever its spaces, dashes and quotation marks."""
        words = map(re.escape, quote.translate(ALIKE).split())
        match = re.search(r"\s+".join(words), self.article.text.translate(ALIKE))
        return Span(match.start(), match.end()) if match and match.end() > match.start() else None

    def _shortest(self, supports: Supports, *, alone: bool) -> Span | None:
        """The shortest sentence that supports a key, which says the least beside it; or one that does so alone."""
        found = [span for span, sentence in self.sentences if supports(sentence)]
        return min(found, key=_length, default=None) if len(found) == 1 or not alone else None


def _wanted(said: Imported) -> Iterator[Supports]:
    """What a sentence has to support for each key of a question; what is put in order is not asked for."""
    match said.kind:
        case "true-false":
            judges = states if said.keys == ("True",) else puts_right
            yield lambda sentence: judges(sentence, said.stem)
        case "matching":
            yield from (partial(answers, stem=pair.prompt, wordings=(pair.answer,)) for pair in said.pairs)
        case "ordering":
            yield from (partial(has_key, key=key) for key in said.keys)
        case "cloze":
            parts = said.stem.split(GAP)
            filled = "".join(part + key for part, key in zip(parts, (*said.keys, ""), strict=False))
            yield lambda sentence: states(sentence, filled)
        case _ if len(said.keys) == 1:
            yield partial(answers, stem=said.stem, wordings=(*said.keys, *said.accepted))
        case _:
            yield from (partial(answers, stem=said.stem, wordings=(key,)) for key in said.keys)


def _length(span: Span) -> int:
    return span.end - span.start
