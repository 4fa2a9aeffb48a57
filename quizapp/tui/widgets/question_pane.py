"""One question as whoever goes over it sees it: what is right, why the rest is wrong, and what the checks say."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from quizapp.kit.text import visible
from quizapp.model.item import (
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    NumericItem,
    OrderingItem,
    TrueFalseItem,
    distractors_of,
    keys_of,
)
from quizapp.tui.safe import joined, shown, spread
from quizapp.tui.widgets.checklist import check_marks, check_rows
from quizapp.tui.widgets.choices import LONGEST_TEXT
from quizapp.tui.widgets.stem import stem_content
from quizapp.tui.wording import RIGHT_MARK
from quizapp.usecases.proofing import Checked
from quizapp.usecases.wording import form

_INDENT: Final = 4
"""Cells before a choice: its number, and the mark of what is right."""


class QuestionText(Widget):
    """The rows of the question, as many as there is room for: first go the checks that hold, then blank rows."""

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self._number = self._total = 0
        self._checks: tuple[Checked, ...] = ()

    def show(self, item: Item | None, *, number: int, total: int, checks: tuple[Checked, ...]) -> None:
        """Show a question, or that there is none."""
        self._item, self._number, self._total, self._checks = item, number, total, checks
        self.refresh(layout=True)

    def render(self) -> Content:
        """All rows for the present room."""
        return joined(self._rows(max(self.size.width, 1)))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as it takes."""
        return max(len(self._rows(max(width, 1))), 1)

    def _rows(self, width: int) -> list[Content]:
        if self._item is None:
            return [shown(("No questions yet. ", "bold"), ("a", "bold $footer-key-foreground"), " writes one.")]
        room = self.parent.size.height if isinstance(self.parent, Widget) else 0
        rows: list[Content] = []
        for airy, folded in ((True, False), (True, True), (False, True)):
            rows = self._drawn(self._item, width, airy=airy, folded=folded)
            if len(rows) <= room:
                break
        return rows

    def _drawn(self, item: Item, width: int, *, airy: bool, folded: bool) -> list[Content]:
        place = shown((f"{self._number}", "bold"), (f" of {self._total} · {form(item)[0]}", "$muted"))
        parts = (
            [spread(place, check_marks(self._checks), width)],
            list(stem_content(item, typed=keys_of(item)).wrap(width)),
            [*answer_rows(item, width), *_origin(item, width)],
            check_rows(self._checks, width, folded=folded),
        )
        rows: list[Content] = []
        for part in parts:
            rows += [*([shown()] if airy and rows and part else []), *part]
        return rows


def answer_rows(item: Item, width: int) -> list[Content]:
    """What is right and what is wrong, each with its reason."""
    if isinstance(item, TrueFalseItem):
        return [*_line("", "True" if item.key else "False", width, right=True), *_reason(item.rationale, width)]
    told = isinstance(item, ClozeItem | MatchingItem)  # the stem shows what is right
    numbered = isinstance(item, OrderingItem) or bool(distractors_of(item))
    rows: list[Content] = []
    number = 0
    for key in () if told else keys_of(item):
        number += 1
        rows += _line(str(number) if numbered else "", key, width, right=True)
        if isinstance(item, ChoiceItem):
            rows += _reason(item.rationale, width)
    for wrong in distractors_of(item):
        number += 1
        rows += [*_line(str(number), wrong.text, width, right=False), *_reason(wrong.why, width)]
    return rows + _asides(item, width)


def _asides(item: Item, width: int) -> list[Content]:
    """The plain number, other wordings, and the reason where no choice carries it."""
    rows: list[Content] = []
    if isinstance(item, NumericItem):
        rows += _aside("as a number", f"{item.value} {item.unit}".strip(), width)
    if item.accepted:
        rows += _aside("also right", " · ".join(item.accepted), width)
    if not isinstance(item, ChoiceItem):
        rows += _reason(item.rationale, width)
    return rows


def _origin(item: Item, width: int) -> list[Content]:
    return _aside("imported from", item.origin, width) if item.origin else []


def _line(number: str, text: str, width: int, *, right: bool) -> list[Content]:
    style = "bold $success" if right else ""
    first, *rest = shown((visible(text, limit=LONGEST_TEXT), style)).wrap(max(width - _INDENT, 8))
    mark = (RIGHT_MARK, "$success") if right else (" ", "")
    return [shown((number.ljust(2), "$muted"), mark, " ", first), *(shown(" " * _INDENT, line) for line in rest)]


def _reason(text: str, width: int) -> list[Content]:
    if not text:
        return []
    lines = shown((visible(text, limit=LONGEST_TEXT), "$muted")).wrap(max(width - _INDENT, 8))
    return [shown(" " * _INDENT, line) for line in lines]


def _aside(name: str, text: str, width: int) -> list[Content]:
    lines = shown((f"{name}  ", "$muted"), visible(text, limit=LONGEST_TEXT)).wrap(max(width - _INDENT, 8))
    return [shown(" " * _INDENT, line) for line in lines]


class QuestionPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The question in a pane that can be scrolled."""

    def __init__(self) -> None:
        super().__init__(id="question")
        self.text = QuestionText()

    def compose(self) -> ComposeResult:
        """The rows."""
        yield self.text
