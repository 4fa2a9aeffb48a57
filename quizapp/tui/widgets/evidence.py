"""The sentence that proves an answer, always drawn the same way: marker, bar, key words bold and underlined."""

import itertools
from collections.abc import Iterable
from typing import Final

from textual.content import Content

from quizapp.model.article import Article, Span
from quizapp.tui.safe import joined, shown

LONGEST_QUOTE: Final = 420
"""Characters of one quote under the choices, about two sentences; the whole of it is in the source."""
MARKED: Final = "$marker-text on $marker"
MARKED_ANSI: Final = "reverse"
_KEY_WORDS: Final = "bold underline"


def marked_text(
    article: Article, span: Span, *, marks: Iterable[Span], key_words: Iterable[Span], plain: str, ansi: bool
) -> Content:
    """A stretch of the article with its evidence marked and the key words in it bold and underlined.

    Args:
        article: where the text is from.
        span: which stretch.
        marks: the evidence.
        key_words: ranges to underline.
        plain: the style of the rest.
        ansi: whether the terminal has only its own sixteen colours; then the marker is reverse video.
    """
    marks, key_words = list(marks), list(key_words)
    edges = {span.start, span.end}
    for part in (*marks, *key_words):
        edges |= {edge for edge in (part.start, part.end) if span.start < edge < span.end}
    cuts = sorted(edges)
    marker = MARKED_ANSI if ansi else MARKED
    pieces: list[tuple[str, str]] = []
    for start, end in itertools.pairwise(cuts):
        piece = Span(start, end)
        styles = [marker if any(mark.holds(piece) for mark in marks) else plain]
        styles += [_KEY_WORDS] if any(words.holds(piece) for words in key_words) else []
        pieces.append((article.at(piece).replace("\n", " "), " ".join(style for style in styles if style)))
    return shown(*pieces)


def evidence_block(
    article: Article, spans: tuple[Span, ...], *, key_words: tuple[Span, ...], more: tuple[Content, ...], ansi: bool
) -> Content:
    """What stands under the choices: where it is from, then the quotes."""
    numbers = sorted({article.paragraph_of(span) for span in spans})
    where = ", ".join(str(number) for number in numbers)
    head = shown(("From the article", "bold"), (f"   paragraph{'s' if len(numbers) > 1 else ''} {where}", "$muted"))
    quotes = [_quote(article, span, key_words, ansi=ansi) for span in spans]
    return joined([head, *quotes, *more])


def _quote(article: Article, span: Span, key_words: tuple[Span, ...], *, ansi: bool) -> Content:
    short = _shortened(span, key_words)
    text = marked_text(article, short, marks=(short,), key_words=key_words, plain="", ansi=ansi)
    before = shown(("… ", "$muted")) if short.start > span.start else shown()
    after = shown((" …", "$muted")) if short.end < span.end else shown()
    return shown(before, text, after)


def _shortened(span: Span, key_words: tuple[Span, ...]) -> Span:
    """At most LONGEST_QUOTE characters of a quote, around its first key words."""
    if span.end - span.start <= LONGEST_QUOTE:
        return span
    inside = next((words for words in key_words if span.holds(words)), Span(span.start, span.start))
    start = max(span.start, min(inside.start - LONGEST_QUOTE // 2, span.end - LONGEST_QUOTE))
    return Span(start, start + LONGEST_QUOTE)
