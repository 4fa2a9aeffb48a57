"""Edit: one question beside its source, checked anew with every letter."""

from collections.abc import Callable
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus, Resize
from textual.widget import Widget
from textual.widgets import Input, TextArea

from quizapp.model.article import Span
from quizapp.model.fact import Evidence, Hedge
from quizapp.model.item import GAP
from quizapp.tui.host import host_of
from quizapp.tui.kind_names import KIND_NAMES
from quizapp.tui.safe import bordered, cut, joined, shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.revising_page import RevisingPage
from quizapp.tui.widgets.checklist import check_marks, check_rows
from quizapp.tui.widgets.line_rows import LineField, LineRows
from quizapp.tui.widgets.menu import Entry, Menu
from quizapp.tui.widgets.pick import Choice, OneOf, SomeOf
from quizapp.tui.widgets.picker import Picker
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.source import Passage
from quizapp.tui.widgets.stem_box import StemBox
from quizapp.tui.widgets.top_row import TopRow
from quizapp.usecases.drafting import Draft, draft_of
from quizapp.usecases.feedback import key_words_in
from quizapp.usecases.proofing import Checked, Result, holds
from quizapp.usecases.revising import Revision, Saved

_JUDGED: Final = (Choice("true", "True"), Choice("false", "False"))
_HEDGES: Final = tuple(Choice(hedge.value, hedge.value) for hedge in Hedge)
_DERIVED: Final = (Choice("derived", "worked out from it, not quoted"),)
_ENTRIES: Final = (
    Entry(key="ctrl+s", title="Save", action="screen.save"),
    Entry(key="escape", title="Cancel", action="screen.leave"),
)
_HEADS: Final = {
    "choice": "Choices   ● right   ○ wrong, and why",
    "multiple": "Choices   ● right   ○ wrong, and why",
    "short": "Answers   ● right   ○ wrong, and why",
    "numeric": "Answer as the article writes it",
    "cloze": f"What stands in each gap, written {GAP}",
    "matching": "Pairs   ○ answers that belong to none",
    "ordering": "In the right order",
    "true-false": "What does the article say?",
}
_ROOMY: Final = 30
"""Rows of the screen from which every check is shown."""


_EDGES: Final = 6
"""Columns of the form's half that hold no text; it has no size of its own before it is laid out."""


class EditPage(RevisingPage):
    """The form on the left, the source on the right."""

    AUTO_FOCUS = "#stem"
    CSS_PATH: ClassVar = [STYLES / "edit.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", tooltip="save it and go back", id="edit.save"),
        Binding("tab", "app.focus_next", "Next field", tooltip="next field", id="page.next"),
        Binding("f3", "source", "Source", tooltip="to the source and back", id="edit.source"),
        Binding("ctrl+r", "turn", "Right/wrong", tooltip="make this line right or wrong", id="edit.turn"),
        Binding("escape", "leave", "Cancel", tooltip="back; asks if something was changed", id="edit.cancel"),
        Binding("q", "leave", "Back", tooltip="back; asks if something was changed", show=False, id="edit.back"),
        Binding("shift+down", "shift(1)", "Move line", tooltip="move this line", show=False, id="edit.down"),
        Binding("shift+up", "shift(-1)", "Move line", tooltip="move this line", show=False, id="edit.up"),
        Binding("enter", "enter", "Choose", tooltip="do the marked thing", show=False, id="edit.enter"),
    ]

    def __init__(
        self,
        revision: Revision,
        item_id: str = "",
        *,
        kind: str = "choice",
        saved: Callable[[Saved], None] | None = None,
    ) -> None:
        super().__init__()
        self._revision = revision
        self._item_id = item_id
        item = next((each for each in revision.items if each.id == item_id), None)
        self._first = first = draft_of(item) if item else Draft(kind=kind)
        self._saved = saved
        self._evidence = first.evidence
        self._left_at: Widget | None = None
        """The field from which F3 went to the source."""
        self._stem = StemBox(first.stem)
        self._lines = LineRows(first.kind, first.lines) if first.kind != "true-false" else None
        self._judged = OneOf(_JUDGED, chosen=str(first.judged).lower(), id="judged")
        self._value = LineField(first.value, prompt="such as 1250 or 0.5")
        self._unit = LineField(first.unit, prompt="such as km; may be empty")
        self._hedge = OneOf(_HEDGES, chosen=first.hedge.value, id="hedge")
        self._rationale = LineField(first.rationale, prompt="a sentence for the learner")
        self._derived = SomeOf(_DERIVED, chosen=frozenset({"derived"} if first.derived else ()), id="derived")
        self._picker = Picker(self._passage(first))
        self._where = Prose(id="where")
        self._checks = Prose(id="checks")

    def body(self) -> ComposeResult:
        """The form, the checks under it, the source beside both."""
        with Horizontal(id="edit"):
            with Vertical(id="left"):
                with Scroll(id="form"):
                    yield self._stem
                    yield Prose(shown((_HEADS[self._first.kind], "$muted")), classes="head")
                    yield self._lines or self._judged
                    if self._first.kind == "numeric":
                        yield _row("As a number", self._value)
                        yield _row("Unit", self._unit)
                        yield self._hedge
                    yield _row("Why it is right", self._rationale)
                    yield self._where
                    yield self._derived
                    yield Menu(_ENTRIES, id="do")
                yield self._checks
            yield self._picker

    def on_mount(self) -> None:
        """Show what is there."""
        name = KIND_NAMES.get(self._first.kind, self._first.kind)
        bordered(self._stem, title=shown("Question"), subtitle=shown(name))
        self._derived.display = self._first.kind != "true-false"
        self._show()  # what is seen first is the whole page, not one that comes bit by bit
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._picker.look_at(self._evidence[0].span.start if self._evidence else 0)
        self._show()

    def on_resize(self, event: Resize) -> None:
        """There is room for more or fewer checks."""
        self.call_after_refresh(self._show)

    @property
    def draft(self) -> Draft:
        """What is written."""
        return Draft(
            kind=self._first.kind,
            stem=self._stem.stem,
            lines=self._lines.lines if self._lines else (),
            judged=self._judged.chosen == "true",
            value=self._value.text,
            unit=self._unit.text,
            hedge=Hedge(self._hedge.chosen),
            evidence=self._evidence,
            rationale=self._rationale.text,
            derived=bool(self._derived.chosen),
        )

    @property
    def unsaved(self) -> str:
        """That something else is written than at first; quitting asks, too."""
        return "What you changed in this question is lost." if self.is_mounted and self.changed else ""

    @property
    def changed(self) -> bool:
        """Whether something else is written than at first."""
        return self.draft != self._first

    def _passage(self, draft: Draft) -> Passage:
        article = self._revision.article
        spans = tuple(each.span for each in draft.evidence)
        words = tuple(Span(*pair) for pair in key_words_in(draft.keys, spans, article))
        return Passage(article=article, evidence=spans, key_words=words)

    # Checking

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(LineRows.Changed)
    @on(OneOf.Changed)
    @on(SomeOf.Changed)
    def _show(self) -> None:
        """Check what is written, and show where it is proved."""
        draft = self.draft
        checks = self._revision.check(draft, self._item_id)
        width = max(self._checks.content_size.width or self.app.size.width // 2 - _EDGES, 20)
        self._checks.show(_checked(checks, width, folded=self.app.size.height < _ROOMY))
        self._picker.show(self._passage(draft))
        self._where.show(_where(self._revision, self._evidence, width))
        place = next((n for n, each in enumerate(self._revision.items, 1) if each.id == self._item_id), 0)
        number = f"{place} of {len(self._revision.items)}" if place else "a new question"
        state = " · unsaved changes" if draft != self._first else ""
        self.top.tell(screen="Review questions › Edit", status=shown((number, "$muted"), (state, "bold $accent")))
        self._name_source()

    def _name_source(self) -> None:
        numbers = dict.fromkeys(self._revision.article.paragraph_of(each.span) for each in self._evidence)
        where = ", ".join(f"¶{number}" for number in numbers)
        bordered(self._picker, title=shown(f"Source  {where}".rstrip()))

    @on(Picker.Taken)
    def _taken(self, event: Picker.Taken) -> None:
        evidence = Evidence.of(self._revision.article, event.span)
        before = self._evidence if event.more else ()
        self._evidence = tuple(dict.fromkeys((*before, evidence)))
        self._show()
        self.say("Added to the evidence." if event.more else "That is the evidence now.")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keys depend on where the focus is."""
        self.refresh_bindings()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Keys depend on where the focus is."""
        self.refresh_bindings()

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lines are turned and moved where they are."""
        row = self._lines.focused_row if self._lines else None
        markable = self._lines is not None and self._lines.markable
        rules = {"turn": row is not None and markable, "shift": row is not None}
        return rules.get(action, True)

    def action_turn(self) -> None:
        """Make the line with the cursor right or wrong."""
        if self._lines is not None and (row := self._lines.focused_row) is not None:
            self._lines.turn(row)

    def action_shift(self, step: int) -> None:
        """Move the line with the cursor."""
        if self._lines is not None and (row := self._lines.focused_row) is not None:
            self._lines.shift(row, step)

    def action_source(self) -> None:
        """Go to the source, or back to the question."""
        if self._picker.has_focus:
            (self._left_at or self._stem).focus()
        else:
            self._left_at = self.focused
            self._picker.focus()

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    @on(Input.Submitted)
    def _next(self) -> None:
        self.focus_next()

    def action_enter(self) -> None:
        """Do what is marked, or go on to the next field."""
        menu = self.query_one(Menu)
        if menu.has_focus:
            menu.pick()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Save it and go back."""
        draft, revision = self.draft, self._revision
        checks = revision.check(draft, self._item_id)
        if not holds(checks):
            self.say(f"Not saved: {checks[0].words}.", error=True)
            return
        saved = self.take(revision, lambda: revision.save(draft, self._item_id))
        if saved is None:
            return
        if self._saved is not None:
            self._saved(saved)
        anew = " The answer has changed, so its schedule starts again." if saved.starts_anew else ""
        self._close(f"Saved.{anew}")

    def _close(self, message: str = "") -> None:
        host = host_of(self)
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end
        if message:
            host.call_later(host.say, message)

    def action_leave(self) -> None:
        """Go back, and ask first where something was changed."""
        from quizapp.tui.screens.confirm import Confirm  # imported when it is first needed

        if not self.changed:
            self._close()
            return
        sheet = Confirm("Leave without saving?", yes="Leave", note="What you changed here is lost.")
        _ = self.app.push_screen(sheet, self._left)  # not awaited: called back

    @on(TopRow.Home)
    def _home_clicked(self, event: TopRow.Home) -> None:
        if self.changed:
            event.stop()
            self.action_leave()

    def _left(self, answer: bool | None) -> None:
        if answer:
            self._close()

    def reread(self) -> None:
        """The question may be another or gone now: go back and look."""
        self._close()


def _row(label: str, field: LineField) -> Horizontal:
    return Horizontal(Prose(shown((label, "$muted")), classes="label"), field, classes="row")


def _checked(checks: tuple[Checked, ...], width: int, *, folded: bool) -> Content:
    """Every check where there is room; else those with something to say, and how many hold."""
    rows = check_rows(checks, width, folded=folded)
    if not folded:
        return joined([shown(("Checked again as you type", "$muted")), *rows])
    passed = check_marks(check for check in checks if check.result is Result.PASSED)
    return joined([*rows, shown(passed, ("" if rows else "  nothing to remark", "$muted"))])


def _where(revision: Revision, evidence: tuple[Evidence, ...], width: int) -> Content:
    """Where the evidence stands, and how it begins; all of it is marked in the source."""
    if not evidence:
        return shown(("Evidence   ", "$muted"), "none yet; F3 goes to the source")
    first, more = evidence[0], len(evidence) - 1
    place = f"¶{revision.article.paragraph_of(first.span)}"
    rest = f" and {more} more" if more else ""
    head = f"Evidence {place}  "
    return shown((head, "$muted"), cut(first.quote, max(width - len(head) - len(rest), 8)), (rest, "$muted"))
