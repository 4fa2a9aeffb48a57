"""The questions as they are written, each with its answer and the sentence that proves it."""

from typing import Final

from textual.content import Content
from textual.widget import Widget

from quizapp.model.article import Article, Span
from quizapp.model.item import Item, key_text
from quizapp.tui.kind_names import KIND_NAMES
from quizapp.tui.safe import cut, joined, shown
from quizapp.tui.widgets.evidence import marked_text
from quizapp.tui.wording import RIGHT_MARK
from quizapp.usecases.feedback import key_words

MOST: Final = 60
"""Questions that the feed draws; older ones are in the bank."""
_LONGEST: Final = 260
"""Characters of a quote in the feed."""


class Feed(Widget):
    """A column of questions: the newest on top while they are written, with the bar in the accent, then the best."""

    def __init__(self) -> None:
        super().__init__(id="feed")
        self._article: Article | None = None
        self._items: tuple[Item, ...] = ()
        self._new = 0
        self._over = False
        self._lines: tuple[int, list[Content]] = (0, [])

    def show(self, article: Article, items: tuple[Item, ...], *, new: int, over: bool) -> None:
        """Show the questions, of which so many were not there before; `over` is whether no more come."""
        if (self._article, self._items, self._new, self._over) == (article, items, new, over):
            return
        self._article, self._items, self._new, self._over = article, items, new, over
        self._lines = (0, [])
        self.refresh(layout=True)

    def render(self) -> Content:
        """All of them for the present width."""
        return joined(self._drawn(self.size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as they take."""
        return max(len(self._drawn(width)), 1)

    def _drawn(self, width: int) -> list[Content]:
        if self._lines[0] != width:
            self._lines = (width, [*self._rows(width)])
        return self._lines[1]

    def _rows(self, width: int) -> list[Content]:
        rows: list[Content] = []
        numbered = [*enumerate(self._items, 1)]
        numbered = numbered[:MOST] if self._over else numbered[: -MOST - 1 : -1]
        for number, item in numbered:
            fresh = number > len(self._items) - self._new
            bar = shown(("▌ ", "$accent") if fresh else ("│ ", "$muted"))
            rows += [shown(bar, line) for line in self._item(number, item, max(width - 2, 8))] + [bar]
        hidden = len(self._items) - len(numbered)
        return rows + ([shown((f"  and {hidden} more", "$muted"))] if hidden else [])

    def _item(self, number: int, item: Item, width: int) -> list[Content]:
        head = shown((f"{RIGHT_MARK} ", "$success"), (f"{number} {KIND_NAMES.get(item.kind, item.kind)}", "$muted"))
        stem = shown((item.stem, "bold")).wrap(width)
        key = shown(("answer  ", "$muted"), cut(key_text(item), width - 8, "$success"))
        return [head, *stem, key, *self._quote(item, width)]

    def _quote(self, item: Item, width: int) -> list[Content]:
        if self._article is None or not item.evidence:
            return []
        words = tuple(Span(*pair) for pair in key_words(item, self._article))
        span = item.evidence[-1].span
        short = Span(span.start, min(span.end, span.start + _LONGEST))
        text = marked_text(
            self._article, short, marks=(short,), key_words=words, plain="", ansi=self.app.native_ansi_color
        )
        return [*text.wrap(width)]
