"""The source to choose evidence from: a cursor that goes from word to word, and a choice of words, or of a sentence."""

import re
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, MouseDown, MouseMove, MouseUp, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from quizapp.kit.text import visible
from quizapp.model.article import Span
from quizapp.tui.safe import bordered, shown
from quizapp.tui.widgets.evidence import MARKED, MARKED_ANSI, marked_text
from quizapp.tui.widgets.source import Passage, bounded, window_of
from quizapp.usecases.quoting import sentence_at

_WORD: Final = re.compile(r"\S+")
_CHOSEN: Final = "reverse"
_DOUBLE: Final = 2
_WAY: Final = "F3 chooses evidence"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or a piece of one that is wider than the pane, and its cells in the pane."""

    span: Span
    row: int
    left: int
    right: int


class Picker(ScrollView, can_focus=True, inherit_bindings=False):
    """The paragraphs around the evidence; what is taken is whole words of the article, letter for letter."""

    ALLOW_SELECT = False  # a drag chooses evidence here
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "take", "Take", tooltip="take the sentence, or the chosen words, as evidence", id="picker.take"
        ),
        Binding("a", "add", "Add", tooltip="add it to the evidence", id="picker.add"),
        Binding("space", "choose", "Choose words", tooltip="begin or end a choice of words", id="picker.choose"),
        Binding("escape", "let_go", "Let go", tooltip="let go of the chosen words", id="picker.let_go"),
        Binding("l,right", "word(1)", "Move", tooltip="next or previous word", show=False, id="picker.next"),
        Binding("h,left", "word(-1)", "Move", tooltip="next or previous word", show=False, id="picker.previous"),
        Binding("j,down", "row(1)", "Move", tooltip="a row down or up", show=False, id="picker.down"),
        Binding("k,up", "row(-1)", "Move", tooltip="a row down or up", show=False, id="picker.up"),
        Binding("shift+right", "word(1,True)", "Choose", tooltip="choose to there", show=False, id="picker.more"),
        Binding("shift+left", "word(-1,True)", "Choose", tooltip="choose to there", show=False, id="picker.less"),
        Binding("shift+down", "row(1,True)", "Choose", tooltip="choose to there", show=False, id="picker.more_rows"),
        Binding("shift+up", "row(-1,True)", "Choose", tooltip="choose to there", show=False, id="picker.less_rows"),
        Binding("pagedown", "page(1)", "Page", tooltip="a page down or up", show=False, id="picker.page_down"),
        Binding("pageup", "page(-1)", "Page", tooltip="a page down or up", show=False, id="picker.page_up"),
        Binding("g,home", "jump(0)", "Ends", tooltip="first or last word", show=False, id="picker.first"),
        Binding("G,end", "jump(-1)", "Ends", tooltip="first or last word", show=False, id="picker.last"),
    ]

    class Taken(Message):
        """A stretch of the article was chosen; `more` is whether it is added to the evidence there is."""

        def __init__(self, span: Span, *, more: bool) -> None:
            super().__init__()
            self.span = span
            self.more = more

    def __init__(self, passage: Passage) -> None:
        super().__init__(id="picker")
        self._passage = passage
        self._words: list[_Word] = []
        self._rows: list[list[_Word]] = []
        self._numbers: dict[int, int] = {}  # first row to paragraph
        self._at = 0
        self._anchor: Span | None = None
        self._dragging = False
        self._laid_out = 0

    # Laying out

    def show(self, passage: Passage) -> None:
        """Show other evidence; the cursor stays where it is in the article."""
        self._passage = passage
        self.refresh()

    def look_at(self, place: int) -> None:
        """Put the cursor on the word at a place of the article, and bring it into the upper third."""
        self._lay_out(place)
        self.scroll_to(y=max(self._row - self.size.height // 3, 0), animate=False)

    def on_resize(self, event: Resize) -> None:
        """Lay out for the new width; the cursor stays on its word."""
        if self._width != self._laid_out:
            first = self._passage.evidence[0].start if self._passage.evidence else 0
            self.look_at(self._words[self._at].span.start if self._words else first)

    @property
    def _width(self) -> int:
        return max(self.scrollable_content_region.width, 1)

    @property
    def _row(self) -> int:
        return self._words[self._at].row if self._words else 0

    def _lay_out(self, place: int) -> None:
        """Lay out the paragraphs around a place of the article."""
        article = self._passage.article
        first, last = window_of(Passage(article=article, evidence=(Span(place, place + 1),)))
        self._words, self._rows, self._numbers = [], [], {}
        for number in range(first, last + 1):
            self._numbers[len(self._rows)] = number
            paragraph = bounded(article.paragraphs[number - 1], (Span(place, place),))
            self._lay_out_one(paragraph, margin=len(f"¶{last} ") + 2)
            self._rows.append([])
        self._laid_out = self._width
        found = (number for number, word in enumerate(self._words) if word.span.end > place)
        self._at = next(found, max(len(self._words) - 1, 0))
        self.virtual_size = Size(self._width, len(self._rows))
        self.refresh()

    def _lay_out_one(self, paragraph: Span, *, margin: int) -> None:
        edge = margin
        self._rows.append([])
        for span in self._pieces(paragraph, max(self._width - margin, 1)):
            wide = cell_len(visible(self._passage.article.at(span)))
            gap = 1 if edge > margin else 0
            if edge > margin and edge + gap + wide > self._width:
                edge, gap = margin, 0
                self._rows.append([])
            word = _Word(span, len(self._rows) - 1, edge + gap, edge + gap + wide)
            edge = word.right
            self._rows[-1].append(word)
            self._words.append(word)

    def _pieces(self, paragraph: Span, room: int) -> list[Span]:
        """The words of a paragraph, one that is wider than the pane in pieces."""
        text, pieces = self._passage.article.text, list[Span]()
        for match in _WORD.finditer(text, paragraph.start, paragraph.end):
            start, wide = match.start(), 0
            for place in range(match.start(), match.end()):
                cells = cell_len(visible(text[place]))
                if wide and wide + cells > room:
                    pieces.append(Span(start, place))
                    start, wide = place, 0
                wide += cells
            pieces.append(Span(start, match.end()))
        return pieces

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        row = y + self.scroll_offset.y
        line = self._line(row) if row < len(self._rows) and self._rows[row] else shown()
        return Visual.to_strips(self, line, self._width, 1, self.visual_style)[0]

    def _line(self, row: int) -> Content:
        words = self._rows[row]
        number = next(number for start, number in reversed(self._numbers.items()) if start <= row)
        paragraph = self._passage.article.paragraphs[number - 1]
        proven = any(span.meets(paragraph) for span in self._passage.evidence)
        name = f"¶{number}" if row in self._numbers else ""
        pieces = [
            shown(("▌ ", "$accent")) if proven else shown("  "),
            shown((name.ljust(words[0].left - 2), "bold $accent" if proven else "$muted")),
        ]
        for before, word in zip([None, *words], words, strict=False):
            pieces += [self._gap(before, word)] if before is not None else []
            pieces.append(self._word(word, "" if proven else "$muted"))
        return shown(*pieces)

    def _word(self, word: _Word, plain: str) -> Content:
        piece = marked_text(
            self._passage.article,
            word.span,
            marks=self._passage.evidence,
            key_words=self._passage.key_words,
            plain=plain,
            ansi=self.app.native_ansi_color,
        )
        if self._is_chosen(word.span):
            return piece.stylize(_CHOSEN)
        here = self.has_focus and word is self._words[self._at]
        return piece.stylize("bold $primary on $pick underline") if here else piece

    def _gap(self, before: _Word, after: _Word) -> Content:
        between = Span(before.span.end, after.span.start)
        if self._is_chosen(between):
            return shown((" ", _CHOSEN))
        marker = MARKED_ANSI if self.app.native_ansi_color else MARKED
        return shown((" ", marker if any(mark.holds(between) for mark in self._passage.evidence) else ""))

    def _is_chosen(self, span: Span) -> bool:
        return self._anchor is not None and self._chosen.holds(span)

    # What is chosen

    @property
    def _chosen(self) -> Span:
        """From the anchor to the cursor, or the sentence under the cursor."""
        here, anchor = self._words[self._at].span, self._anchor
        if anchor is None:
            return sentence_at(self._passage.article, here.start)
        return Span(min(here.start, anchor.start), max(here.end, anchor.end))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is only something to let go of while words are chosen."""
        return self._anchor is not None if action == "let_go" else True

    def action_take(self) -> None:
        """Take what is chosen as the evidence."""
        self._take(more=False)

    def action_add(self) -> None:
        """Add what is chosen to the evidence."""
        self._take(more=True)

    def _take(self, *, more: bool) -> None:
        if self._words:
            span = self._chosen
            self.action_let_go()
            self.post_message(self.Taken(span, more=more))

    def action_choose(self) -> None:
        """Begin a choice at the cursor, or let go of it."""
        self._anchor = self._words[self._at].span if self._anchor is None and self._words else None
        self._changed()

    def action_let_go(self) -> None:
        """Choose nothing any more."""
        self._anchor = None
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self._tell(focused=self.has_focus)
        self.screen.refresh_bindings()

    def _tell(self, *, focused: bool) -> None:
        """Say in the border what enter does."""
        takes = "enter takes the chosen words" if self._anchor is not None else "enter takes the sentence"
        bordered(self, subtitle=shown(takes if focused else _WAY))

    def on_mount(self) -> None:
        """Say how to come here."""
        self._tell(focused=False)

    def on_focus(self) -> None:
        """Say what enter does."""
        self._tell(focused=True)

    def on_blur(self) -> None:
        """Say how to come back."""
        self._tell(focused=False)

    def action_word(self, step: int, choosing: bool = False) -> None:
        """Go to the next or the previous word."""
        self._go(self._at + step, choosing=choosing)

    def action_row(self, step: int, choosing: bool = False) -> None:
        """Go to the word below or above."""
        if not self._words:
            return
        here, row = self._words[self._at], self._row + step
        while 0 <= row < len(self._rows) and not self._rows[row]:
            row += 1 if step > 0 else -1
        if not 0 <= row < len(self._rows):
            self._go(0 if step < 0 else len(self._words) - 1, choosing=choosing)
            return
        near = min(self._rows[row], key=lambda word: abs(word.left - here.left))
        self._go(self._words.index(near), choosing=choosing)

    def action_page(self, step: int) -> None:
        """Go on or back by a page."""
        self.action_row(step * max(self.size.height - 1, 1))

    def action_jump(self, to: int) -> None:
        """Go to the first or the last word."""
        self._go(to % len(self._words) if self._words else 0)

    def _go(self, to: int, *, choosing: bool = False) -> None:
        if not self._words:
            return
        if choosing and self._anchor is None:
            self._anchor = self._words[self._at].span
        self._at = min(max(to, 0), len(self._words) - 1)
        if self._at in {0, len(self._words) - 1}:
            self._lay_out(self._words[self._at].span.start)  # a long article goes on from here
        self.scroll_to_region(Region(0, self._row, 1, 1), animate=False)
        row = max(self._row - self.scroll_offset.y, 0)
        self.app.cursor_position = self.content_region.offset + Offset(self._words[self._at].left, row)
        self._changed()

    # The mouse

    def _under(self, event: MouseDown | MouseMove) -> int | None:
        """The word under the pointer, or the last one before it in its row."""
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset is not None else -1
        words = self._rows[row] if 0 <= row < len(self._rows) else []
        if offset is None or not words:
            return None
        before = [word for word in words if word.left <= offset.x] or words[:1]
        return self._words.index(before[-1])

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin a choice."""
        word = self._under(event)
        if word is not None:
            self._anchor, self._dragging = None, True
            self._go(word)
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Choose up to the pointer."""
        word = self._under(event) if self._dragging else None
        if word is not None and word != self._at:
            self._go(word, choosing=True)

    def on_mouse_up(self, event: MouseUp) -> None:
        """Take what was dragged over; a click alone only moves the cursor."""
        self.release_mouse()
        dragged, self._dragging = self._dragging and self._anchor is not None, False
        if dragged:
            self._take(more=False)

    def on_click(self, event: Click) -> None:
        """A double click takes the sentence."""
        if event.chain == _DOUBLE:
            self._take(more=False)
