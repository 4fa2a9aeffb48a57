"""Fields to type an answer into: one, or one a gap."""

import re
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Mount
from textual.message import Message
from textual.widgets import Input

from quizapp.model.keymap import keys_now
from quizapp.tui.host import host_of
from quizapp.tui.safe import shown
from quizapp.tui.widgets.in_order import EDITING, InputInOrder
from quizapp.tui.widgets.prose import Prose

LONGEST_ANSWER: Final = 500
"""Characters a field takes; a longer paste is cut."""
MOST_GAPS: Final = 9
_JOINERS: Final = "\u200c\u200d"  # Persian and emoji are typed with them; every other unseen character is dropped
_SPACES: Final = re.compile(r"\s")


def clean(text: str) -> str:
    """What a field keeps of typed or pasted text: printable, on one line, within the limit."""
    flat = _SPACES.sub(" ", text[: 4 * LONGEST_ANSWER])
    return "".join(char for char in flat if char.isprintable() or char in _JOINERS)[:LONGEST_ANSWER]


class Field(InputInOrder, inherit_bindings=False):
    """One field; letters go into it, function and control keys to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Check", tooltip="check the answer", id="field.check"),
        Binding("ctrl+c", "copy", "Copy", show=False, system=True),
        *EDITING,
    ]

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)

    @on(Mount)
    def _steady(self) -> None:
        """Where motion is not wanted the cursor does not blink either."""
        self.cursor_blink = self.app.animation_level != "none"

    def validate_value(self, value: str) -> str:
        """Whatever way it came in, the value is clean and short."""
        return clean(value)


class AnswerField(Field):
    """A field whose enter gives the answer that stands in it, and nothing that came after it."""

    def __init__(self) -> None:
        super().__init__()
        self.given = False
        """Whether enter was pressed, and nobody has done anything about it yet."""

    def on_key(self, event: Key) -> None:
        """Take no letter that came with the enter that gave the answer: it was meant for what follows."""
        if self.given:
            event.stop()
            event.prevent_default()
        elif event.key in keys_now("field.check", host_of(self).rebinding.keymap):
            self.given = True


class Fields(Vertical):
    """The fields of a question, a help line and, for a number, how it is understood."""

    class Typed(Message):
        """Something was typed."""

    class Given(Message):
        """Enter was pressed in the last field."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[AnswerField] = [AnswerField()]
        self._labels: list[Prose] = [Prose(classes="label")]
        self._count = 0
        self._unit = Prose(classes="unit")
        self._help = Prose(classes="help")
        self._usual_help = shown()

    def compose(self) -> ComposeResult:
        """One field to begin with; others come when a question needs them."""
        with Horizontal(classes="field"):
            yield self._labels[0]
            yield self._fields[0]
            yield self._unit
        yield self._help

    async def ask(self, *, count: int, unit: str = "", number: bool = False, explain: str = "") -> None:
        """Empty the fields for a new question."""
        await self._grow(count)
        self._count = count
        for index, (field, label) in enumerate(zip(self._fields, self._labels, strict=True)):
            field.value, field.given = "", False
            row = field.parent
            if isinstance(row, Horizontal):
                row.display = index < count
            label.display = count > 1
            label.show(shown((f"({index + 1}) ", "$muted")))
        self.set_class(number, "-number")
        self._unit.display = bool(unit)
        self._unit.show(shown((unit, "$muted")))
        self._usual_help = shown((explain, "$muted"))
        self.explain(self._usual_help)

    async def _grow(self, count: int) -> None:
        while len(self._fields) < count:
            field, label = AnswerField(), Prose(classes="label")
            self._fields.append(field)
            self._labels.append(label)
            await self.mount(Horizontal(label, field, classes="field"), before=self._help)

    def explain(self, content: Content | None) -> None:
        """Say something under the fields; None brings the usual help back."""
        self._help.show(content or self._usual_help)

    @property
    def rows(self) -> int:
        """Rows of the fields in their boxes, with the help under them."""
        return 3 * self._count + 1

    @property
    def values(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.value for field in self._fields[: self._count])

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(value.strip() for value in self.values)

    def enter_first(self) -> None:
        """Put the cursor into the first empty field."""
        fields = self._fields[: self._count]
        next((field for field in fields if not field.value), fields[0]).focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Enter moves on to the next field; in the last one it gives the answer."""
        event.stop()
        for field in self._fields:
            field.given = False
        place = next((index for index, field in enumerate(self._fields) if field is event.input), 0)
        if place + 1 < self._count and event.value:
            self._fields[place + 1].focus()
        else:
            self.post_message(self.Given())
