"""The key row: what the keys do on this screen and in this phase, never cut in the middle of a hint."""

from typing import Final, NamedTuple

from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from quizapp.tui.host import host_of
from quizapp.tui.keys import COMMANDS, HELP, PAIR, Hint, hints, key_name, keys_name
from quizapp.tui.safe import shown

_MARGIN: Final = 2
_GAP: Final = "  "
_MOST: Final = 7
_WAY_BACK: Final = "back"
"""The action that leaves a sitting, where all the other hints are about the question."""
_COMMANDS_FROM: Final = 100  # columns


class _Placed(NamedTuple):
    hint: Hint
    start: int
    end: int


class _Drawn(NamedTuple):
    strip: Strip
    placed: list[_Placed]


class KeyRow(Widget):
    """One row made from the live bindings; each hint can be clicked and then does what its key does."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.auto_links = False  # a click is looked up in what was placed
        self._placed: list[_Placed] = []
        self._known: dict[tuple[object, ...], _Drawn] = {}

    def on_mount(self) -> None:
        """Follow the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row, drawn once for every look of it: asking each binding costs more than drawing a question."""
        depends: tuple[object, ...] = getattr(self.screen, "keys_look", tuple)()
        keymap = tuple(host_of(self).rebinding.keymap.items())
        look = (self.size.width, self.app.theme, self.screen.focused, keymap, *depends)
        known = self._known.get(look)
        if known is None:
            strip = Visual.to_strips(self, self.render(), self.size.width, 1, self.visual_style)[0]
            known = _Drawn(strip, self._placed)
            if depends:
                self._known[look] = known
        self._placed = known.placed
        return known.strip

    def render(self) -> Content:
        """The row for the present width, phase and focus."""
        every = hints(self.screen)
        right = self._right(every)
        right_width = sum(_content(hint, last=True).cell_length for hint in right) + len(_GAP) * max(len(right) - 1, 0)
        limit = self.size.width - _MARGIN - right_width - len(_GAP)
        self._placed = []
        row = shown(" " * _MARGIN)
        for hint in _fitting([hint for hint in every if hint.visible and _verb(hint) not in {HELP, COMMANDS}], limit):
            row = self._placing(row, hint, _content(hint))
        row = shown(row, " " * max(self.size.width - _MARGIN - right_width - row.cell_length, 0))
        for hint in right:
            row = self._placing(row, hint, _content(hint, last=True))
        return row

    def _right(self, every: list[Hint]) -> list[Hint]:
        """Help, and the palette where there is room; one key of each."""
        wanted = [HELP, COMMANDS] if self.size.width >= _COMMANDS_FROM else [HELP]
        return [hint for verb in wanted for hint in every if _verb(hint) == verb][: len(wanted)]

    def _placing(self, row: Content, hint: Hint, content: Content) -> Content:
        gap = _GAP if self._placed and not row.plain.endswith(" ") else ""
        start = row.cell_length + len(gap)
        self._placed.append(_Placed(hint, start, start + content.cell_length))
        return shown(row, gap, content)

    async def on_click(self, event: Click) -> None:
        """Do what the clicked hint's key does."""
        for placed in self._placed:
            if placed.start <= event.x < placed.end:
                await self._do(placed.hint)

    async def _do(self, hint: Hint) -> None:
        if len(hint.heads) > PAIR:  # a choice of keys is no single thing to do
            host_of(self).say("Click the one you mean, or press its number.")
        else:
            await self.app.run_action(hint.action, hint.node)


def _fitting(every: list[Hint], limit: int) -> list[Hint]:
    """The first hints that have room; the way back is among them also where it would be one too many."""
    kept = every[:_MOST]
    kept += [hint for hint in every[_MOST:] if _verb(hint) == _WAY_BACK]
    widths = {id(hint): _content(hint).cell_length + len(_GAP) for hint in kept}
    while len(kept) > _MOST or _MARGIN + sum(widths[id(hint)] for hint in kept) - len(_GAP) > limit:
        last = next((hint for hint in reversed(kept) if _verb(hint) != _WAY_BACK), None)
        if last is None:
            return []
        kept.remove(last)
    return kept


def _verb(hint: Hint) -> str:
    return hint.action.removeprefix("app.").partition("(")[0]


def _content(hint: Hint, *, last: bool = False) -> Content:
    name = key_name(hint.keys[0], short=True) if last else keys_name(hint.heads, short=True)
    return shown((name, "bold $footer-key-foreground"), " ", (hint.words, "$muted"))
