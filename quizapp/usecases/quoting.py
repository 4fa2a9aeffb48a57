"""Sentences of an article as a person points at them: good enough to begin a quote with, and corrected word by word."""

import re
from typing import Final

from quizapp.model.article import Article, Span

_END: Final = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[^\sa-z])")
"""The end of a sentence: a mark, and then something that is no small letter. “Mr. Smith” is cut; a person sees it."""

_SPACE: Final = re.compile(r"\s+")


def sentence_at(article: Article, place: int) -> Span:
    """The sentence around a place, within its paragraph; empty where there is no paragraph."""
    paragraph = next((each for each in article.paragraphs if each.start <= place < each.end), Span(place, place))
    start, text = paragraph.start, article.text
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if match.end() > place:
            return Span(start, match.end())
        space = _SPACE.match(text, match.end())
        start = space.end() if space else match.end()
    return Span(min(start, paragraph.end), paragraph.end)
