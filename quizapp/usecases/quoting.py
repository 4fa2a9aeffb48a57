"""Sentences of an article as a person points at them: good enough to begin a quote with, and corrected word by word."""

import re
from collections.abc import Iterator
from typing import Final

from quizapp.model.article import Article, Span

_END: Final = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[^\sa-z])")
"""The end of a sentence: a mark, and then something that is no small letter. “Mr. Smith” is cut; a person sees it."""

_SPACE: Final = re.compile(r"\s+")


def sentence_at(article: Article, place: int) -> Span:
    """The sentence around a place, within its paragraph; empty where there is no paragraph."""
    paragraph = next((each for each in article.paragraphs if each.start <= place < each.end), Span(place, place))
    found = (span for span in sentences_in(article, paragraph) if span.end > place)
    return next(found, Span(paragraph.end, paragraph.end))


def sentences_in(article: Article, paragraph: Span) -> Iterator[Span]:
    """Every sentence of a paragraph, without the space between them."""
    start, text = paragraph.start, article.text
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        yield Span(start, match.end())
        space = _SPACE.match(text, match.end())
        start = space.end() if space else match.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)
