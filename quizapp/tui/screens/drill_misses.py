"""Drill, missed questions: one after the other with its source, to be talked over once the game is done."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quizapp.model.article import Span
from quizapp.tui.safe import shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.widgets.evidence import EvidenceBlock, evidence_block
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.source import Passage
from quizapp.tui.widgets.stem import stem_content
from quizapp.tui.wording_drill import answers, key_line, knew, reasons
from quizapp.usecases.drill import Missed
from quizapp.usecases.feedback import key_words


class DrillMisses(Page):
    """The questions that not everybody knew, the least known first."""

    NAME = "Drill"
    CSS_PATH: ClassVar = [STYLES / "drill_misses.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "turn(1)", "Next", tooltip="the next missed question", id="misses.next"),
        Binding("space,enter", "leave", "Back", tooltip="back to the scores", id="misses.done"),
        Binding("l,right", "turn(1)", "Move", tooltip="the question after or before", id="misses.after"),
        Binding("h,left", "turn(-1)", "Move", tooltip="the question after or before", id="misses.before"),
        Binding("v", "source", "Source", tooltip="open the source", id="misses.source"),
        Binding("j,down", "scroll(1)", "Scroll", tooltip="scroll", id="misses.down"),
        Binding("k,up", "scroll(-1)", "Scroll", tooltip="scroll", id="misses.up"),
        Binding("q,escape", "leave", "Back", tooltip="back to the scores", id="misses.back"),
    ]

    def __init__(self, missed: tuple[Missed, ...]) -> None:
        super().__init__()
        self._missed = missed
        self._at = 0
        self._evidence = EvidenceBlock()

    def body(self) -> ComposeResult:
        """The question over its answer, the sentence that proves it, and what was answered."""
        with Scroll(id="missed"):
            yield Prose(id="stem")
            yield Prose(id="knew")
            yield Prose(id="key")
            yield self._evidence
            yield Prose(id="reasons")
            yield Prose(id="answers")

    def on_mount(self) -> None:
        """Begin with the one that fewest knew."""
        self._show()

    def place(self) -> str:
        """Where the user is, in words."""
        return "Drill, missed questions"

    def copies(self) -> tuple[tuple[str, str], ...]:
        """The question."""
        return (("Copy this question", self._missed[self._at].question.item.stem),)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The obvious next thing is the next question, and after the last one the scores."""
        if action == "turn" and parameters:
            step = parameters[0]
            return isinstance(step, int) and 0 <= self._at + step < len(self._missed)
        return True

    def _show(self) -> None:
        one = self._missed[self._at]
        question = one.question
        status = f"missed question {self._at + 1} of {len(self._missed)}"
        self.top.tell(object_name=question.article.title, status=shown((status, "$muted")))
        spans = tuple(evidence.span for evidence in question.item.evidence)
        words = tuple(Span(start, end) for start, end in key_words(question.item, question.article))
        ansi = self.app.native_ansi_color
        self._evidence.tell(evidence_block(question.article, spans, key_words=words, more=(), ansi=ansi))
        for name, content in (
            ("stem", stem_content(question.item)),
            ("knew", knew(one)),
            ("key", key_line(question)),
            ("reasons", reasons((), question)),
            ("answers", answers(one)),
        ):
            self.query_one(f"#{name}", Prose).show(content)
        self.query_one(Scroll).scroll_to(y=0, animate=False)
        self.refresh_bindings()

    # What the keys do

    def action_turn(self, step: int) -> None:
        """Go on to the question after or before."""
        self._at += step
        self._show()

    def action_scroll(self, step: int) -> None:
        """Scroll what does not fit."""
        self.query_one(Scroll).scroll_relative(y=step, animate=False)

    async def action_source(self) -> None:
        """Open the whole source."""
        from quizapp.tui.screens.source import SourceSheet  # imported when it is first needed

        question = self._missed[self._at].question
        spans = tuple(evidence.span for evidence in question.item.evidence)
        await self.app.push_screen(SourceSheet(Passage(article=question.article, evidence=spans)))

    def action_leave(self) -> None:
        """Back to the scores."""
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end
