"""Review questions: each beside its source, kept, dropped or edited."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus, Resize

from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError
from quizapp.model.article import Span
from quizapp.model.item import Item, Status
from quizapp.tui.background import in_thread
from quizapp.tui.host import host_of
from quizapp.tui.safe import bordered, shown
from quizapp.tui.screens.edits import Edited, nothing_to_undo
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.revising_page import RevisingPage
from quizapp.tui.trail import Undoable
from quizapp.tui.widgets.buttons import Buttons
from quizapp.tui.widgets.card import WIDE_FROM
from quizapp.tui.widgets.checklist import LEGEND
from quizapp.tui.widgets.menu import Entry
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.question_list import QuestionList
from quizapp.tui.widgets.question_pane import QuestionPane
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.widgets.source import Passage, Source
from quizapp.usecases.feedback import key_words
from quizapp.usecases.proofing import spotless
from quizapp.usecases.revising import Counts, Revision

_BUTTONS: Final = (
    Entry(key="y", title="Keep", action="keep"),
    Entry(key="n", title="Drop", action="drop"),
    Entry(key="e", title="Edit", action="edit"),
)
_STANDS: Final = {Status.NEW: "to check", Status.KEPT: "kept", Status.DROPPED: "dropped"}
_MOST_BESIDE: Final = 4
"""Questions on the same paragraph that the source names."""
_BEFORE_THE_BANK: Final = frozenset({"leave"})
"""What can be done while the bank is being read."""
_IN_AN_EMPTY_BANK: Final = frozenset({"leave", "add", "undo", "source"})


class ReviewPage(RevisingPage):
    """The list where there is room, the question, the source."""

    AUTO_FOCUS = "#question"
    CSS_PATH: ClassVar = [STYLES / "review.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", "Study", tooltip="study this bank: all is checked", id="review.study"),
        Binding("y", "keep", "Keep", tooltip="keep it and go on", id="review.keep"),
        Binding("n", "drop", "Drop", tooltip="drop it and go on", id="review.drop"),
        Binding("e", "edit", "Edit", tooltip="edit this question", id="review.edit"),
        Binding("u", "undo", "Undo", tooltip="undo the last step", id="review.undo"),
        Binding("j,down", "move(1)", "Move", tooltip="next or previous question", id="review.next"),
        Binding("k,up", "move(-1)", "Move", tooltip="next or previous question", id="review.previous"),
        Binding("right_square_bracket", "to_check(1)", "Next to check", tooltip="next to check", id="review.on_check"),
        Binding("Y", "keep_rest", "Keep rest", tooltip="keep all the rest with no remarks", id="review.rest"),
        Binding("a", "add", "Add", tooltip="write a question of your own", id="review.add"),
        Binding("v", "source", "Source", tooltip="the whole source", id="review.source"),
        Binding(
            "left_square_bracket",
            "to_check(-1)",
            "Previous to check",
            tooltip="previous to check",
            show=False,
            id="review.back_check",
        ),
        Binding("space", "advance", "On", tooltip="keep it if nothing is remarked; go on", show=False, id="review.on"),
        Binding("g,home", "jump(0)", "Ends", tooltip="first or last question", show=False, id="review.first"),
        Binding("G,end", "jump(-1)", "Ends", tooltip="first or last question", show=False, id="review.last"),
        Binding("pagedown", "page(1)", "Page", tooltip="scroll the question", show=False, id="review.page_down"),
        Binding("pageup", "page(-1)", "Page", tooltip="scroll the question", show=False, id="review.page_up"),
        Binding("q,escape", "leave", "Back", tooltip="back; every step is kept", id="review.back"),
    ]

    def __init__(self, open_revision: Callable[[], Revision]) -> None:
        super().__init__()
        self._open = open_revision
        self.revision: Revision | None = None
        self._list = QuestionList()
        self._question = QuestionPane()
        self._middle = Vertical(id="middle")
        self._source = Source(id="source")
        self._has_list = False

    def body(self) -> ComposeResult:
        """Three panes, of which the list needs a wide window."""
        yield Prose(id="trouble")
        with Horizontal(id="review"):
            yield self._list
            with self._middle:
                yield self._question
                yield Buttons(_BUTTONS)
            yield self._source

    def on_mount(self) -> None:
        """Read the bank in the background."""
        self.query_one("#trouble").display = False
        self.query_one("#review").visible = False
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        try:
            self.revision = await in_thread(self._open)
        except QuizappError as error:
            self._refuse(error)
            return
        self.query_one("#review").visible = True
        self._focus_list()
        self.show()

    def _refuse(self, error: QuizappError) -> None:
        """Say why there is nothing to go over; where nothing else is open the app ends with that."""
        host = host_of(self)
        if len(host.screen_stack) == 1:
            host.give_up(error)
            return
        trouble = self.query_one("#trouble", Prose)
        trouble.show(shown(("! ", "bold $error"), str(error), ("\n\nq goes back", "$muted")))
        trouble.display = True

    def on_resize(self, event: Resize) -> None:
        """The list comes and goes with the width, and must not take the focus with it."""
        self.call_after_refresh(self._focus_list)

    def _focus_list(self) -> None:
        if self.revision is None:
            return
        wide = self.app.size.width >= WIDE_FROM
        if wide is not self._has_list:
            (self._list if wide else self._question).focus()
        self._has_list = wide

    def on_screen_resume(self) -> None:
        """Show what was edited."""
        self.show()

    # Showing

    def show(self) -> None:
        """Draw the question in front, its source and the list."""
        revision = self.revision
        if revision is None:
            return
        host_of(self).trail.heed(revision)
        at, item = revision.at, revision.item
        checks = revision.checks(at) if item else ()
        self._list.fill(revision.items, lambda number: spotless(revision.checks(number)), at=at)
        bordered(self._list, title=shown(counted(len(revision.items), "question")))
        self._question.text.show(item, number=at + 1, total=len(revision.items), checks=checks)
        self._question.scroll_to(y=0, animate=False)
        bordered(self._middle, title=_pane_title(item), subtitle=LEGEND if item else shown())
        self._show_source(revision, item)
        self.top.tell(object_name=revision.article.title, status=_status(revision.counts))
        self.refresh_bindings()

    def _show_source(self, revision: Revision, item: Item | None) -> None:
        article = revision.article
        self._source.open(passage_of(revision, item))
        paragraphs = len(article.paragraphs)
        place = article.paragraph_of(item.evidence[0].span) if item else 0
        title = f"Source  ¶{place} of {paragraphs}" if place else f"Source  {counted(paragraphs, 'paragraph')}"
        beside = revision.beside(revision.at) if item else ()
        bordered(self._source, title=shown(title + _asked_beside(beside)))

    def reread(self) -> None:
        """Show what the file holds now."""
        self.show()

    def keys_look(self) -> tuple[object, ...]:
        """A value that says which keys do something; the key row is drawn once for each."""
        return (self.revision.counts if self.revision else None,)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keys depend on which pane has the focus."""
        self.refresh_bindings()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Keys depend on which pane has the focus."""
        self.refresh_bindings()

    def copies(self) -> tuple[tuple[str, str], ...]:
        """The question and the sentence that proves its answer."""
        item = self.revision.item if self.revision else None
        if item is None:
            return ()
        source = " … ".join(evidence.quote for evidence in item.evidence)
        return (("Copy this question", item.stem), ("Copy its source", source))

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that have nothing to do now are not offered."""
        if action not in _OURS:
            return True
        revision = self.revision
        if revision is None:
            return action in _BEFORE_THE_BANK
        left = revision.counts.to_check
        if not revision.items:
            return action in _IN_AN_EMPTY_BANK
        rules = {"study": not left and bool(revision.slug), "to_check": bool(left), "keep_rest": bool(left)}
        return rules.get(action, True)

    @on(Buttons.Picked)
    async def _picked(self, event: Buttons.Picked) -> None:
        await self.run_action(event.action)

    @on(Rows.Moved)
    def _moved(self) -> None:
        if self.revision is not None and self._list.at != self.revision.at:
            self._go(self._list.at)

    def _go(self, number: int) -> None:
        if self.revision is not None:
            self.revision.go(number)
            self.show()

    def action_move(self, step: int) -> None:
        """Go to the next or the previous question."""
        if self.revision is not None:
            self._go(self.revision.at + step)

    def action_jump(self, to: int) -> None:
        """Go to the first or the last question."""
        if self.revision is not None:
            self._go(to % len(self.revision.items))

    def action_page(self, step: int) -> None:
        """Scroll the question by a page."""
        self._question.scroll_relative(y=step * max(self._question.size.height - 1, 1), animate=False)

    def action_to_check(self, step: int) -> None:
        """Go to the next or the previous question to check."""
        if self.revision is not None:
            self.revision.next_to_check(step)
            self.show()

    def action_keep(self) -> None:
        """Keep the question and go on."""
        if self.revision is not None:
            self._take(self.revision, self.revision.keep)

    def action_drop(self) -> None:
        """Drop the question and go on."""
        if self.revision is not None:
            self._take(self.revision, self.revision.drop)

    def action_advance(self) -> None:
        """Keep it where nothing is remarked, and go on; else go on without deciding."""
        revision = self.revision
        if revision is None or revision.item is None:
            return
        if revision.item.status is Status.NEW and spotless(revision.checks(revision.at)):
            self._take(revision, revision.keep)
        elif revision.counts.to_check:
            self.action_to_check(1)
        else:
            self.action_move(1)

    def _take(self, revision: Revision, step: Callable[[], object]) -> None:
        before = revision.counts
        self.take(revision, step)
        self.show()
        if before.to_check and not revision.counts.to_check:
            self.say(_all_checked(revision))

    def action_keep_rest(self) -> None:
        """Keep all the rest with no remarks, once that is confirmed."""
        from quizapp.tui.screens.confirm import Confirm  # imported when it is first needed

        revision = self.revision
        if revision is None:
            return
        rest, left = revision.rest, revision.counts.to_check
        if not rest:
            self.say("Every question that is left has a remark; look at each.")
            return
        note = f"{counted(left - rest, 'question')} with a remark will be left to check." if left > rest else ""
        sheet = Confirm(f"Keep the {rest} with no remarks?", yes="Keep them", note=note)
        _ = self.app.push_screen(sheet, lambda answer: self._confirmed(revision, answer))  # not awaited: called back

    def _confirmed(self, revision: Revision, answer: bool | None) -> None:
        if answer:
            self._take(revision, revision.keep_rest)

    def action_undo(self) -> None:
        """Take the last step back."""
        revision = self.revision
        if revision is None:
            return
        trail = host_of(self).trail
        nothing = (revision, nothing_to_undo(self))
        undone = self.take(revision, lambda: trail.undo(lambda one: _is_of(one, revision.path)) or nothing)
        if undone is None:  # it was refused, and why is being said
            self.show()
            return
        whose, said = undone
        if whose is not revision:  # a step of before this page was opened, in the same file
            self.take(revision, revision.reload)
        self.show()
        self.say(said)

    def action_edit(self) -> None:
        """Edit the question in front."""
        from quizapp.tui.screens.edit import EditPage  # imported when it is first needed

        if self.revision is not None and self.revision.item is not None:
            self.call_later(self.app.push_screen, EditPage(self.revision, self.revision.item.id))

    def action_add(self) -> None:
        """Write a question by hand."""
        from quizapp.tui.screens.kinds import Kinds

        _ = self.app.push_screen(Kinds(), self._add)  # not awaited: called back

    def _add(self, kind: str | None) -> None:
        from quizapp.tui.screens.edit import EditPage

        if self.revision is not None and kind is not None:
            self.call_later(self.app.push_screen, EditPage(self.revision, kind=kind))

    async def action_source(self) -> None:
        """Open the whole source."""
        from quizapp.tui.screens.source import SourceSheet

        if self.revision is not None:
            await self.app.push_screen(SourceSheet(passage_of(self.revision, self.revision.item)))

    def action_study(self) -> None:
        """Study what is kept."""
        if self.revision is not None:
            host_of(self).study_from_home(self.revision.slug)

    def action_leave(self) -> None:
        """Back; every step is on disk."""
        host_of(self).go_home()


def _is_of(one: Undoable, path: Path) -> bool:
    return isinstance(one, Revision | Edited) and one.path == path


_OURS: Final = frozenset(binding.action.partition("(")[0] for binding in Binding.make_bindings(ReviewPage.BINDINGS))
"""The actions of this page; those of every page are always there."""


def passage_of(revision: Revision, item: Item | None) -> Passage:
    """Where the article proves a question."""
    if item is None:
        return Passage(article=revision.article)
    return Passage(
        article=revision.article,
        evidence=tuple(each.span for each in item.evidence),
        key_words=tuple(Span(*pair) for pair in key_words(item, revision.article)),
    )


def _pane_title(item: Item | None) -> Content:
    if item is None:
        return shown("Question")
    edited = " · edited by hand" if item.edited else ""
    return shown(f"Question  {_STANDS[item.status]}{edited}")


def _status(counts: Counts) -> Content:
    left = (f"{counts.to_check} to check", "bold $accent") if counts.to_check else ("all checked", "$muted")
    dot = ("  ·  ", "$muted")
    return shown((f"{counts.kept} kept", "$success"), dot, (f"{counts.dropped} dropped", "$muted"), dot, left)


def _all_checked(revision: Revision) -> str:
    counts = revision.counts
    study = " enter studies them now" if revision.slug else ""
    return f"All checked: {counts.kept} kept, {counts.dropped} dropped.{study}"


def _asked_beside(beside: Sequence[int]) -> str:
    """Which other questions the same paragraph answers, by their number in the list."""
    if not beside:
        return ""
    numbers = ", ".join(map(str, beside[:_MOST_BESIDE])) + (" …" if len(beside) > _MOST_BESIDE else "")
    return f" · also {'question' if len(beside) == 1 else 'questions'} {numbers}"
