"""The article beside the answer: numbered paragraphs, the evidence marked, the rest muted."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from quizapp.model.article import Article, Span
from quizapp.tui.safe import joined, shown
from quizapp.tui.widgets.evidence import is_marked, marked_text
from quizapp.tui.widgets.prose import Prose

PAGE: Final = 20_000
"""Characters of the article around the evidence that are laid out; ten times that took a second to wrap."""
_CLOSED: Final = "Source opens here after your answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What to show of an article: the evidence, and the key words in it."""

    article: Article
    evidence: tuple[Span, ...] = ()
    key_words: tuple[Span, ...] = ()


class SourceText(Widget):
    """The paragraphs with their numbers in a margin of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._passage: Passage | None = None
        self._laid_out: tuple[int, list[Content], int] = (0, [], 0)

    def show(self, passage: Passage | None) -> None:
        """Show another passage, or none."""
        self._passage = passage
        self._laid_out = (0, [], 0)
        self.refresh(layout=True)

    def render(self) -> Content:
        """All rows for the present width."""
        return joined(self._rows(self.size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as the paragraphs take."""
        return max(len(self._rows(width)), 1)

    def evidence_row(self) -> int:
        """The row in which the evidence begins."""
        self._rows(self.size.width)
        return self._laid_out[2]

    def _rows(self, width: int) -> list[Content]:
        if self._laid_out[0] != width:
            self._laid_out = (width, *self._lay_out(width))
        return self._laid_out[1]

    def _lay_out(self, width: int) -> tuple[list[Content], int]:
        passage = self._passage
        if passage is None:
            return [], 0
        rows: list[Content] = []
        mark = 0
        paragraphs = passage.article.paragraphs
        first, last = window_of(passage)
        margin = len(f"¶{last} ")
        if first > 1:
            rows += [shown((f"{first - 1} more paragraphs above", "$muted")), shown()]
        for number in range(first, last + 1):
            proven = any(span.meets(paragraphs[number - 1]) for span in passage.evidence)
            drawn = self._paragraph(number, passage, proven=proven, margin=margin, width=width)
            if proven and not mark:
                mark = len(rows) + next((row for row, line in enumerate(drawn) if is_marked(line)), 0)
            rows += [*drawn, shown()]
        if last < len(paragraphs):
            rows += [shown((f"{len(paragraphs) - last} more paragraphs below", "$muted"))]
        return rows, mark

    def _paragraph(self, number: int, passage: Passage, *, proven: bool, margin: int, width: int) -> list[Content]:
        text = marked_text(
            passage.article,
            bounded(passage.article.paragraphs[number - 1], passage.evidence),
            marks=passage.evidence,
            key_words=passage.key_words,
            plain="" if proven else "$muted",
            ansi=self.app.native_ansi_color,
        )
        lines = text.wrap(max(width - margin - 2, 1))
        bar = shown(("▌ ", "$accent")) if proven else shown("  ")
        heads = [shown((f"¶{number}".ljust(margin), "bold $accent" if proven else "$muted"))]
        heads += [shown(" " * margin)] * (len(lines) - 1)
        return [shown(bar, head, line) for head, line in zip(heads, lines, strict=True)]


class Source(VerticalScroll, inherit_bindings=False):
    """The panel: a title and the text, scrolled so that the evidence is in the upper third."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "Scroll", tooltip="scroll the source", show=False, id="panel.down"),
        Binding("k,up", "scroll_up", "Scroll", tooltip="scroll the source", show=False, id="panel.up"),
        Binding("pagedown", "page_down", "Page", tooltip="a page on or back", show=False, id="panel.page_down"),
        Binding("pageup", "page_up", "Page", tooltip="a page on or back", show=False, id="panel.page_up"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id, can_focus=False)
        self._is_open = True
        self._title = Prose(classes="title")
        self._text = SourceText()

    def compose(self) -> ComposeResult:
        """Title over text."""
        yield self._title
        yield self._text

    def close(self) -> None:
        """Keep the place, show nothing: before the answer the source would give it away."""
        if not self._is_open:
            return
        self._is_open = self.can_focus = False
        self._title.show(shown((_CLOSED, "$muted")))
        self._text.show(None)
        self.scroll_to(y=0, animate=False)

    def open(self, passage: Passage) -> None:
        """Show a passage."""
        self._is_open = self.can_focus = True
        self._title.show(shown(("Source", "bold")))
        self._text.show(passage)
        self.call_after_refresh(self._to_evidence)

    def _to_evidence(self) -> None:
        row = self._text.evidence_row() + 2  # the title and a blank row are above
        self.scroll_to(y=max(row - self.size.height // 3, 0), animate=False)


def window_of(passage: Passage) -> tuple[int, int]:
    """The first and last paragraph shown: those around the evidence, as many as fit a page."""
    paragraphs = passage.article.paragraphs
    if not paragraphs:
        return 1, 0
    home = passage.article.paragraph_of(passage.evidence[0]) if passage.evidence else 1
    first = last = min(max(home, 1), len(paragraphs))
    room = PAGE - _length(paragraphs[first - 1])
    while room > 0 and (first > 1 or last < len(paragraphs)):
        if last < len(paragraphs):
            last += 1
            room -= _length(paragraphs[last - 1])
        if first > 1 and room > 0:
            first -= 1
            room -= _length(paragraphs[first - 1])
    return first, last


def _length(span: Span) -> int:
    return span.end - span.start + 1


def bounded(paragraph: Span, evidence: tuple[Span, ...]) -> Span:
    """A page of a paragraph that is longer than one, around its evidence."""
    if _length(paragraph) <= PAGE:
        return paragraph
    home = next((span.start for span in evidence if paragraph.holds(span)), paragraph.start)
    start = max(paragraph.start, min(home - PAGE // 2, paragraph.end - PAGE))
    return Span(start, start + PAGE)
