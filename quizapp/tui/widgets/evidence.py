"""The sentence that proves an answer, always drawn the same way: marker, bar, key words bold and underlined."""

import itertools
from collections.abc import Iterable
from typing import Final

from textual.content import Content

from quizapp.model.article import Article, Span
from quizapp.tui.safe import joined, shown
from quizapp.tui.widgets.lined import Lined

LONGEST_QUOTE: Final = 420
"""Characters of one quote under the choices, about two sentences; the whole of it is in the source."""
MARKED: Final = "$marker-text on $marker"
MARKED_ANSI: Final = "reverse"
_INDENT: Final = 2  # the bar and a blank cell
_INDENT_ROOMY: Final = 3
_ROOMY_FROM: Final = 30  # rows of the screen from which there is room to breathe
_KEY_WORDS: Final = "bold underline"
_SENTENCE_EDGES: Final = '.!?…:;”"’\n'


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


class EvidenceBlock(Lined):
    """The rows under the answer: kept free from the start, so that filling them moves nothing and costs no layout."""

    def __init__(self) -> None:
        super().__init__(id="evidence")
        self._content = shown()
        self._told = False

    def expect(self, content: Content) -> None:
        """Keep as many rows as this will need."""
        self._put(content, told=False)

    def tell(self, content: Content) -> None:
        """Show it."""
        self._put(content, told=True)

    def _put(self, content: Content, *, told: bool) -> None:
        self._content, self._told = content, told
        width = self.size.width
        self.refresh(layout=not width or len(self._lines(width)) != self.size.height)

    def look(self) -> tuple[object, ...]:
        """All that the rows follow from."""
        return self._told, self._content.plain, *self._content.spans, self._indent

    def lines(self) -> list[Content]:
        """The accent bar beside every row, or nothing yet."""
        if not self._told:
            return [shown()]
        bar = shown(("▌", "$accent"), " " * (self._indent - 1))
        return [shown(bar, line) for line in self._lines(self.size.width)]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as it takes, told or not."""
        return len(self._lines(width))

    @property
    def _indent(self) -> int:
        return _INDENT_ROOMY if self.app.size.height >= _ROOMY_FROM else _INDENT

    def _lines(self, width: int) -> list[Content]:
        return self._content.wrap(max(width - self._indent, 1))


def is_marked(line: Content) -> bool:
    """Whether any of a line is marked as evidence."""
    return any(str(span.style).startswith((MARKED, MARKED_ANSI)) for span in line.spans)


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
    before = shown(("… ", "$muted")) if _begins_inside(article, short) else shown()
    after = shown((" …", "$muted")) if _ends_inside(article, short) else shown()
    return shown(before, text, after)


def _begins_inside(article: Article, span: Span) -> bool:
    """Whether a sentence has begun before a quote: what is left out is said to be."""
    before = article.text[: span.start].rstrip(" ")
    return bool(before) and before[-1] not in _SENTENCE_EDGES


def _ends_inside(article: Article, span: Span) -> bool:
    """Whether a sentence goes on after a quote."""
    quote = article.at(span).rstrip()
    return (
        bool(quote)
        and quote[-1] not in _SENTENCE_EDGES
        and article.text[span.end : span.end + 1] not in {"", ".", "\n"}
    )


def _shortened(span: Span, key_words: tuple[Span, ...]) -> Span:
    """At most LONGEST_QUOTE characters of a quote, around its first key words."""
    if span.end - span.start <= LONGEST_QUOTE:
        return span
    inside = next((words for words in key_words if span.holds(words)), Span(span.start, span.start))
    start = max(span.start, min(inside.start - LONGEST_QUOTE // 2, span.end - LONGEST_QUOTE))
    return Span(start, start + LONGEST_QUOTE)
