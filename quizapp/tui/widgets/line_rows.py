"""Lines of a question as fields: what is right or wrong and why, pairs, things in order; a blank one to add another."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Click, Mount
from textual.message import Message
from textual.widgets import Input

from quizapp.tui.safe import prompted, shown
from quizapp.tui.widgets.fields import clean
from quizapp.tui.widgets.in_order import EDITING, InputInOrder
from quizapp.tui.widgets.prose import Prose
from quizapp.usecases.drafting import WITH_WRONG, Line

RIGHT: Final = "●"
WRONG: Final = "○"


class LineField(InputInOrder, inherit_bindings=False):
    """A field of one row; what was in it and cannot be typed stays as long as nobody changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Next field", tooltip="next field", show=False, id="line.next"),
        Binding("ctrl+c", "copy", "Copy", show=False, system=True),
        *EDITING,
    ]

    def __init__(self, text: str = "", *, prompt: str = "", id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(clean(text), select_on_focus=False, compact=True, id=id, classes=classes)
        self._given, self._shown = text, clean(text)
        prompted(self, prompt)

    @on(Mount)
    def _steady(self) -> None:
        """Where motion is not wanted the cursor does not blink either."""
        self.cursor_blink = self.app.animation_level != "none"

    def validate_value(self, value: str) -> str:
        """Whatever way it came in, the value is clean and short."""
        return clean(value)

    @property
    def text(self) -> str:
        """What stands in it: as it was where it looks as it did, else as it was typed."""
        return self._given if self.value == self._shown else self.value.strip()


class Mark(Prose):
    """The number and whether it is right; a click changes that."""

    ALLOW_SELECT = False

    class Clicked(Message):
        """Somebody wants it the other way round."""

        def __init__(self, mark: "Mark") -> None:
            super().__init__()
            self.mark = mark

    def on_click(self, event: Click) -> None:
        """Tell the line."""
        self.post_message(self.Clicked(self))


@dataclass(frozen=True, slots=True)
class _Prompts:
    """What the two fields of a line say while they are empty."""

    right: tuple[str, str]
    wrong: tuple[str, str] = ("", "")


_PROMPTS: Final = {
    "choice": _Prompts(("the right choice", ""), ("another choice", "why it is wrong")),
    "multiple": _Prompts(("another right choice", ""), ("another choice", "why it is wrong")),
    "short": _Prompts(("another wording that counts", ""), ("a wrong answer", "why it is wrong")),
    "numeric": _Prompts(("another wording that counts", "")),
    "cloze": _Prompts(("what stands in the gap", "")),
    "ordering": _Prompts(("what comes next", "")),
    "matching": _Prompts(("what to match", "its answer"), ("an answer that belongs to none", "why to none")),
}
_NEW_ONES_WRONG: Final = frozenset({"choice", "multiple"})


class LineRow(Vertical):
    """One line: a field for its text and, where there is one, a field under it."""

    def __init__(self, kind: str, line: Line) -> None:
        super().__init__(classes="line")
        pair = kind == "matching" and line.right
        self._kind = kind
        self._line = line
        self.right = line.right
        self.mark = Mark(classes="mark")
        self.first = LineField(line.prompt if pair else line.text)
        self.second = LineField(line.text if pair else line.why, classes="second")

    def compose(self) -> ComposeResult:
        """The mark before the fields."""
        with Horizontal():
            yield self.mark
            yield self.first
        yield self.second

    def look(self, number: int) -> None:
        """Show its number, and the fields it has now."""
        pair = self._kind == "matching" and self.right
        prompts = _PROMPTS[self._kind].right if self.right else _PROMPTS[self._kind].wrong
        prompted(self.first, prompts[0])
        prompted(self.second, prompts[1])
        self.second.display = pair or not (self.right or self.blank)
        sign = (RIGHT if self.right else WRONG) if self._kind in WITH_WRONG else ""
        self.mark.show(shown((f"{number:>2} ", "$muted"), (f"{sign} ", "bold $success" if self.right else "$muted")))

    @property
    def blank(self) -> bool:
        """Whether nothing is written in it."""
        return not (self.first.text.strip() or self.second.text.strip())

    @property
    def line(self) -> Line:
        """What is written."""
        first, second = self.first.text, self.second.text
        if self._kind == "matching" and self.right:
            return Line(text=second, prompt=first, right=True)
        evidence = self._line.evidence if first == self._line.text and not self.right else None
        return Line(text=first, right=self.right, why="" if self.right else second, evidence=evidence)


class LineRows(Vertical):
    """All lines of a question, and a blank one at the end."""

    class Changed(Message):
        """Something was written, marked or moved."""

    def __init__(self, kind: str, lines: tuple[Line, ...]) -> None:
        super().__init__(id="lines")
        self._kind = kind
        self._rows = [LineRow(kind, line) for line in lines]
        self._rows.append(self._blank())

    def _blank(self) -> LineRow:
        first_choice = self._kind == "choice" and not any(row.right for row in self._rows)
        return LineRow(self._kind, Line(right=first_choice or self._kind not in _NEW_ONES_WRONG))

    def compose(self) -> ComposeResult:
        """The lines in their order."""
        yield from self._rows

    def on_mount(self) -> None:
        """Number them."""
        self._look()

    def _look(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.look(number)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is written, the blank lines at the end left out."""
        rows = list(self._rows)
        while rows and rows[-1].blank:
            rows.pop()
        return tuple(row.line for row in rows)

    @property
    def focused_row(self) -> LineRow | None:
        """The line in which the cursor is."""
        return next((row for row in self._rows if row.has_focus_within), None)

    @property
    def markable(self) -> bool:
        """Whether a line can be right or wrong."""
        return self._kind in WITH_WRONG

    @on(Input.Changed)
    async def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if not self._rows[-1].blank:
            blank = self._blank()
            self._rows.append(blank)
            await self.mount(blank)
        self._look()
        self.post_message(self.Changed())

    @on(Mark.Clicked)
    def _clicked(self, event: Mark.Clicked) -> None:
        event.stop()
        row = next((row for row in self._rows if row.mark is event.mark), None)
        if row is not None:
            self.turn(row)

    def turn(self, row: LineRow) -> None:
        """Make a line right or wrong; of a choice one is right, and no other."""
        if not self.markable:
            return
        if self._kind == "choice":
            for other in self._rows:
                other.right = other is row
        else:
            row.right = not row.right
        self._look()
        self.post_message(self.Changed())

    def shift(self, row: LineRow, step: int) -> None:
        """Move a line among those that are written."""
        written = [each for each in self._rows if not each.blank]
        place = self._rows.index(row) + step
        if row.blank or not 0 <= place < len(written):
            return
        other = self._rows[place]
        self._rows.remove(row)
        self._rows.insert(place, row)
        if step > 0:
            self.move_child(row, after=other)
        else:
            self.move_child(row, before=other)
        self._look()
        self.post_message(self.Changed())
