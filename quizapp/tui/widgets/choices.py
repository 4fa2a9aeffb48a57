"""The choices of a question as one widget: moved in with the arrows, clicked row by row."""

from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.events import Click, MouseMove
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection

from quizapp.kit.text import one_line
from quizapp.tui.safe import shown
from quizapp.tui.widgets.lined import Lined
from quizapp.tui.wording import RIGHT_MARK, WRONG_MARK

_PREFIX: Final = 5  # " ▸1  "
_MARGIN: Final = 2
LONGEST_TEXT: Final = 600
"""Characters of a choice or a reason that are shown."""
_HALF_BLOCKS: Final = str.maketrans("▄▀", "  ")
_ROOMY_FROM: Final = 30  # rows of the screen from which a choice gets its half rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice as it is drawn.

    `note` stands beside the text, `aside` at the right edge; after the answer `right` is set for the key (True) and for
    a wrong pick (False), and `reason` is shown below; `gone` is a choice that a hint took away.
    """

    text: str
    note: str = ""
    aside: str = ""
    reason: str = ""
    right: bool | None = None
    picked: bool = False
    gone: bool = False


class Choices(Lined):
    """All choices; the rows that the reasons will need are there from the start, so that nothing moves."""

    at: reactive[int | None] = reactive(None)
    """The highlighted choice; none at first, so that no answer is suggested."""

    class Picked(Message):
        """A choice was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Uncovered(Message):
        """The choices were clicked while they were covered."""

    class Picking(Message):
        """There is a highlight now, or none any more: other keys do something."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._answered = False
        self._veil: Content | None = None
        self.reason_rows = 1
        """Rows kept for the reason under each choice."""
        self._owners: list[int] = []
        self._drawn: dict[int, tuple[tuple[object, ...], list[Content]]] = {}

    @property
    def count(self) -> int:
        """How many choices there are."""
        return len(self._choices)

    def ask(self, choices: tuple[Choice, ...], *, veil: Content | None = None) -> None:
        """Offer choices, none of them highlighted; a veil is shown in their place and takes as many rows."""
        self._choices, self._answered, self._veil = choices, False, veil
        self.set_reactive(Choices.at, None)
        self._draw_anew()

    def uncover(self) -> None:
        """Show the choices."""
        self._veil = None
        self.refresh()

    @property
    def _open(self) -> bool:
        """Whether a choice can be picked."""
        return not self._answered and self._veil is None

    def reserve(self, rows: int) -> None:
        """Keep so many rows free below each choice for its reason."""
        if rows != self.reason_rows:
            self.reason_rows = rows
            self._draw_anew()

    def _draw_anew(self) -> None:
        """Ask for a layout only when another height is needed: it costs as much as everything else together."""
        width = self.size.width
        self.refresh(layout=not width or self.get_content_height(None, None, width) != self.size.height)

    def change(self, choices: tuple[Choice, ...], *, answered: bool) -> None:
        """Draw the same choices otherwise: one taken away by a hint, or all with their verdicts."""
        self._choices, self._answered = choices, answered
        if answered:
            self._veil = None
            self.set_reactive(Choices.at, None)
        self.refresh()

    def move(self, step: int) -> None:
        """Move the highlight; the first time it appears at the near end."""
        if self._choices and self._open:
            first = 0 if step > 0 else self.count - 1
            self.at = first if self.at is None else min(max(self.at + step, 0), self.count - 1)

    def jump(self, to: int) -> None:
        """Highlight the first (0) or the last (-1) choice."""
        if self._choices and self._open:
            self.at = to % self.count

    def watch_at(self, before: int | None, at: int | None) -> None:
        """Keep the terminal's own cursor on the highlighted row: braille displays and magnifiers follow it."""
        if at is not None and at in self._owners:
            row = self._owners.index(at) + (1 if self._roomy else 0)
            self.app.cursor_position = Offset(self.region.x + 1, self.region.y + row)
        if (before is None) != (at is None):
            self.post_message(self.Picking())

    @property
    def _roomy(self) -> bool:
        return self.app.size.height >= _ROOMY_FROM

    def look(self) -> tuple[object, ...]:
        """All that the rows follow from."""
        return self._choices, self.at, self._answered, self.reason_rows, self._roomy, self._veil

    def lines(self) -> list[Content]:
        """Every choice for the present width."""
        blocks = [self._block(index, choice, self.size.width) for index, choice in enumerate(self._choices)]
        if self._veil is not None:
            self._owners = []
            return [shown(" " * _PREFIX, self._veil), *[shown()] * (sum(map(len, blocks)) - 1)]
        self._owners = [index for index, block in enumerate(blocks) for _ in block]
        return [line for block in blocks for line in block]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as all choices take, reasons included."""
        return sum(len(self._block(index, choice, width)) for index, choice in enumerate(self._choices))

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """What is copied: the words, without the half rows and the blank cells that fill the rows."""
        lines = str(self.render()).translate(_HALF_BLOCKS).split("\n")
        return "\n".join(line.rstrip() for line in selection.extract("\n".join(lines)).split("\n")), "\n"

    def _block(self, index: int, choice: Choice, width: int) -> list[Content]:
        """A choice's rows, drawn anew only when they would look otherwise: every layout asks for their height."""
        look = (width, choice, index == self.at, self._answered, self.reason_rows, self._roomy, self.app.theme)
        known = self._drawn.get(index)
        if known is None or known[0] != look:
            known = self._drawn[index] = (look, self._draw(index, choice, width))
        return known[1]

    def _draw(self, index: int, choice: Choice, width: int) -> list[Content]:
        ground = self._ground(index, choice)
        text = self._text(index, choice, width)
        reasons = self._reasons(choice, width)
        tinted = choice.right is not None and self._answered
        body = [*text, *reasons] if tinted else text
        below = [] if tinted else reasons
        lines = [_filled(line, width, ground) for line in body] + below
        if not self._roomy:
            return lines
        above = _half("▄", width, ground) if self._shaded(ground) else shown()
        if not self._answered and below and self._shaded(ground):
            lines[len(body)] = _half("▀", width, ground)
        return [above, *lines]

    def _ground(self, index: int, choice: Choice) -> str:
        """The background of a choice."""
        if self._answered:
            return {True: "$ok-tint", False: "$bad-tint", None: ""}[choice.right]
        if index == self.at:
            return "$pick"
        return "" if choice.gone else "$surface"

    def _shaded(self, ground: str) -> bool:
        """Half rows need a colour of their own, which sixteen colours do not have."""
        return bool(ground) and not self.app.native_ansi_color

    def _text(self, index: int, choice: Choice, width: int) -> list[Content]:
        number_style, style = self._styles(index, choice)
        badge, badge_style = self._badge(choice) if self._answered else ("", "")
        text = shown((one_line(choice.text, limit=LONGEST_TEXT), style))
        if choice.note:
            text = shown(text, "   ", (choice.note, "$muted"))
        if badge:
            text = shown(text, "   ", (badge, badge_style))
        wrapped = text.wrap(max(width - _PREFIX - _MARGIN, 1))
        pointer = "▸" if index == self.at else " "
        lines = [shown((f" {pointer}", "bold $primary"), (str(index + 1), number_style), "  ", wrapped[0])]
        lines += [shown(" " * _PREFIX, line) for line in wrapped[1:]]
        if choice.aside and not self._answered:
            room = width - lines[0].cell_length - len(choice.aside) - _MARGIN
            lines[0] = shown(lines[0], " " * max(room, 1), (choice.aside, "$muted")) if room > 0 else lines[0]
        return lines

    def _styles(self, index: int, choice: Choice) -> tuple[str, str]:
        """How the number and the text of a choice are written."""
        if not self._answered:
            if choice.gone:
                return "$muted", "$muted strike"
            return "bold $accent", "bold" if index == self.at else ""
        match choice.right:
            case True:
                return "$muted", "bold $success"
            case False:
                return "$muted", "$error" if self.app.no_color else "bold $error"
            case None:
                return "$muted", "$muted"

    def _badge(self, choice: Choice) -> tuple[str, str]:
        """A glyph and a word; without colour the wrong one is not bold, so that weight tells them apart as well."""
        match choice.right:
            case True:
                return f"{RIGHT_MARK} {'yours' if choice.picked else 'answer'}", "bold $success"
            case False:
                return f"{WRONG_MARK} yours", "$error" if self.app.no_color else "bold $error"
            case None:
                return "", ""

    def _reasons(self, choice: Choice, width: int) -> list[Content]:
        """The reason in the rows kept for it, cut with an ellipsis where it needs more."""
        room = max(width - _PREFIX - _MARGIN, 1)
        wrapped: list[Content] = []
        if self.reason_rows and choice.reason and (self._answered or choice.gone):
            wrapped = shown((one_line(choice.reason, limit=LONGEST_TEXT), "$muted")).wrap(room)
        kept = wrapped[: self.reason_rows]
        if len(wrapped) > len(kept):
            kept[-1] = _shortened(kept[-1], room)
        lines = [shown(" " * _PREFIX, line) for line in kept]
        return lines + [shown()] * (self.reason_rows - len(lines))

    def on_mouse_move(self, event: MouseMove) -> None:
        """The highlight follows the pointer."""
        if self._open and (owner := self._owner(event.y)) is not None:
            self.at = owner

    def on_click(self, event: Click) -> None:
        """Pick the clicked choice."""
        if self._veil is not None:
            self.post_message(self.Uncovered())
        elif self._open and (owner := self._owner(event.y)) is not None:
            self.post_message(self.Picked(owner + 1))

    def _owner(self, y: int) -> int | None:
        return self._owners[y] if 0 <= y < len(self._owners) else None


def reason_height(reason: str, width: int) -> int:
    """How many rows a reason takes at a width of the whole widget."""
    if not reason:
        return 1
    return len(shown(one_line(reason, limit=LONGEST_TEXT)).wrap(max(width - _PREFIX - _MARGIN, 1)))


def _shortened(line: Content, room: int) -> Content:
    """A row that ends with a whole word and an ellipsis, as something follows it."""
    whole = line if line.cell_length < room else line[: max(line.plain.rfind(" ", 0, room), 0)]
    return shown(whole if whole.plain else line.truncate(max(room - 1, 1)), ("…", "$muted"))


def _filled(line: Content, width: int, ground: str) -> Content:
    """A line over the whole width on a background."""
    if not ground:
        return line
    return shown(line, " " * max(width - line.cell_length, 0)).stylize(f"on {ground}")


def _half(block: str, width: int, ground: str) -> Content:
    return shown((block * width, ground))
