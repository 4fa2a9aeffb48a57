"""The card of Study: the question with its place for the answer, and the feedback in the very same rows."""

from dataclasses import replace
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from quizapp.kit.text import one_line
from quizapp.model.article import Span
from quizapp.model.fact import Evidence
from quizapp.model.item import ClozeItem, Item, MatchingItem, NumericItem, OrderingItem, TrueFalseItem, TypedItem
from quizapp.model.memory import Rating
from quizapp.tui import wording
from quizapp.tui.host import host_of
from quizapp.tui.picks import Picks
from quizapp.tui.safe import shown
from quizapp.tui.widgets.choices import LONGEST_TEXT, Choice, Choices, reason_height
from quizapp.tui.widgets.evidence import EvidenceBlock, evidence_block
from quizapp.tui.widgets.fields import Fields
from quizapp.tui.widgets.grades import Grades
from quizapp.tui.widgets.headline import Headline
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.stem import stem_content
from quizapp.tui.widgets.typed import typed_block
from quizapp.usecases.showing import Feedback, Question

WIDE_FROM: Final = 116  # columns from which the source stands beside the card
_MOST_REASON_ROWS: Final = 4
"""Rows for the reason under each choice where there is room."""
_FIXED_ROWS: Final = 3  # the headline, and the blank rows around the question
_CARD: Final = 74
_UNKNOWN: Final = "not in the article"
_EVERY_GRADE: Final = frozenset(Rating)
_AGAIN_ONLY: Final = frozenset({Rating.AGAIN})


class Card(Vertical):
    """Everything about one question; it decides nothing and is told what to show."""

    def __init__(self) -> None:
        super().__init__(id="card")
        self.choices = Choices()
        self.fields = Fields()
        self.evidence = EvidenceBlock()
        self.grades = Grades()
        self.middle = Scroll(
            Headline(),
            Prose(id="stem"),
            self.choices,
            self.fields,
            Prose(id="typed"),
            Prose(id="hint"),
            self.evidence,
            id="middle",
        )
        self._tip = Prose(id="tip")
        self._asked: Item | None = None
        self._offered: tuple[Choice, ...] = ()

    def compose(self) -> ComposeResult:
        """The middle scrolls; what is below it stays."""
        yield self.middle
        yield self._tip
        yield self.grades

    def _prose(self, name: str) -> Prose:
        return self.query_one(f"#{name}", Prose)

    # The question

    def asks(self, question: Question) -> bool:
        """Whether this is the question that the card shows."""
        return self._asked == question.item

    async def ask(self, question: Question) -> None:
        """Show a question."""
        self._asked = item = question.item
        self.query_one(Headline).ask(wording.kind_line(item))
        self._prose("stem").show(stem_content(item))
        for name in ("typed", "hint"):
            self._prose(name).display = False
        self.tip(shown())
        self.grades.clear()
        self.middle.scroll_to(y=0, animate=False)
        picking = not isinstance(item, TypedItem)
        self.choices.display, self.fields.display = picking, not picking
        if picking:
            self._offered = _offered(question)
            self.choices.ask(self._offered, veil=self._veil(question))
        else:
            await self.fields.ask(
                count=len(item.keys) if isinstance(item, ClozeItem) else 1,
                unit=item.unit if isinstance(item, NumericItem) else "",
                number=isinstance(item, NumericItem),
                explain=_explanation(question),
            )
        self.plan(question)

    def _veil(self, question: Question) -> Content | None:
        """What stands in the place of choices that are not to be seen yet."""
        if not question.covered:
            return None
        key = host_of(self).rebinding.printed_key("study.uncover")
        return shown((key, "bold $footer-key-foreground"), (f"  shows the {len(question.options)} choices", "$muted"))

    def plan(self, question: Question) -> None:
        """Keep rows for the evidence, and for the reasons as many as leave the evidence in sight."""
        self.evidence.display = not self.source_beside
        evidence = self._evidence(question, question.item.evidence)
        self.evidence.expect(evidence)
        if not self.choices.display:
            return
        # the card's own width: a scroll bar in it that comes and goes would make the plan come and go
        width, room = self.size.width or min(self.app.size.width - 4, _CARD), self.middle.size.height
        most = max((reason_height(reason, width) for reason in wording.reasons(question.item)), default=1)
        inner = max(width - 2, 1)
        others = _FIXED_ROWS + stem_content(question.item).get_height({}, inner)
        if not self.source_beside:
            others += evidence.get_height({}, inner) + 1
        least = int(isinstance(question.item, OrderingItem | MatchingItem))  # a place is the answer
        for rows in range(max(min(most, _MOST_REASON_ROWS), least), least - 1, -1):
            self.choices.reserve(rows)
            if not room or others + self.choices.get_content_height(None, None, width) <= room:
                break

    @property
    def source_beside(self) -> bool:
        """Whether the article stands beside the question and not under it."""
        return self.app.size.width >= WIDE_FROM and host_of(self).workspace.settings.source_beside != "never"

    def typing(self, question: Question) -> None:
        """Let the gaps of a cloze item fill in."""
        if isinstance(question.item, ClozeItem):
            self._prose("stem").show(stem_content(question.item, typed=self.fields.values))

    def picking(self, picks: Picks) -> None:
        """Show what is picked: beside each option, and for a match beside each prompt."""
        self._offered = tuple(
            replace(choice, note=picks.note(number)) for number, choice in enumerate(self._offered, 1)
        )
        self.choices.change(self._offered, answered=False)
        if isinstance(picks.item, MatchingItem):
            slots = (picks.slot(line) for line in range(len(picks.item.pairs)))
            typed = tuple("" if slot is None else str(slot) for slot in slots)
            self._prose("stem").show(stem_content(picks.item, typed=typed, line=picks.line))

    def hint(self, text: str) -> None:
        """Show a hint: under the choice that it rules out, or in a row of its own."""
        if self.choices.display:
            self._offered = tuple(_ruled_out(choice, text) for choice in self._offered)
            self.choices.change(self._offered, answered=False)
            if self.choices.reason_rows:
                return
        line = self._prose("hint")
        line.show(shown(("hint   ", "$muted"), one_line(text, limit=LONGEST_TEXT)))
        line.display = True

    # The feedback

    def tell(self, feedback: Feedback, fields: tuple[str, ...]) -> None:
        """Show what was made of the answer; question and choices keep their rows."""
        item = feedback.question.item
        right = feedback.grade.outcome.counts_as_right
        self.query_one(Headline).tell(*wording.verdict(feedback), right=right)
        self._prose("hint").display = False
        if not isinstance(item, TypedItem):
            if isinstance(item, MatchingItem):
                self._prose("stem").show(stem_content(item, typed=tuple(pair.answer for pair in item.pairs)))
            self._offered = _judged(feedback)
            self.choices.change(self._offered, answered=True)
        else:
            self._tell_typed(feedback, fields)
        self.prove(feedback)
        self._tell_grades(feedback)
        if not feedback.saved:
            self.tip(shown(("! Not saved: ", "bold $error"), "the disk refused; it is kept here and tried again"))
        self.middle.scroll_to(y=0, animate=False)

    def _tell_typed(self, feedback: Feedback, fields: tuple[str, ...]) -> None:
        item = feedback.question.item
        if isinstance(item, ClozeItem):
            self._prose("stem").show(stem_content(item, typed=item.keys))
        block = self._prose("typed")
        block.set_class(feedback.grade.outcome.counts_as_right, "-right")
        block.show(typed_block(feedback, fields))
        self.fields.display = False
        block.display = True

    def prove(self, feedback: Feedback) -> None:
        """Show the sentence that proves the answer, unless the source stands beside it."""
        more = () if isinstance(feedback.question.item, TypedItem) else self._folded()
        self.evidence.display = bool(more) or not self.source_beside
        key_words = tuple(Span(start, end) for start, end in feedback.key_words)
        self.evidence.tell(self._evidence(feedback.question, feedback.evidence, key_words, more))

    def _evidence(
        self,
        question: Question,
        evidence: tuple[Evidence, ...],
        key_words: tuple[Span, ...] = (),
        more: tuple[Content, ...] = (),
    ) -> Content:
        spans = tuple(one.span for one in evidence)
        return evidence_block(question.article, spans, key_words=key_words, more=more, ansi=self.app.native_ansi_color)

    def _folded(self) -> tuple[Content, ...]:
        """The reasons that found no row under their choice, for those who scroll."""
        if self.choices.reason_rows:
            return ()
        return (
            shown(),
            *(
                shown((f"{number}  ", "bold"), (one_line(choice.reason, limit=LONGEST_TEXT), "$muted"))
                for number, choice in enumerate(self._offered, 1)
                if choice.reason
            ),
        )

    def _tell_grades(self, feedback: Feedback) -> None:
        if not feedback.scheduled:
            self.grades.practise()
            return
        right = feedback.grade.outcome.counts_as_right
        self.grades.offer(feedback.suggested, feedback.intervals, open_grades=_EVERY_GRADE if right else _AGAIN_ONLY)

    def tip(self, content: Content) -> None:
        """Say something over the grade row."""
        self._tip.show(content)


def _offered(question: Question) -> tuple[Choice, ...]:
    if isinstance(question.item, TrueFalseItem):
        return (
            Choice(text="True", note=" the article says so", aside="(or y)"),
            Choice(text="False", note="the article says otherwise", aside="(or n)"),
        )
    return tuple(Choice(text=option) for option in question.options)


def _ruled_out(choice: Choice, hint: str) -> Choice:
    """The choice struck out with its reason when it is the one that the hint begins with."""
    said = f"Not “{choice.text}”. "
    if not f"{hint} ".startswith(said):
        return choice
    return replace(choice, gone=True, reason=hint.removeprefix(said.rstrip()).strip())


def _judged(feedback: Feedback) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            text=option.text,
            right=True if option.is_key else False if option.picked else None,
            picked=option.picked,
            reason=option.why or ("" if option.is_key else _UNKNOWN),
        )
        for option in feedback.options
    )


def _explanation(question: Question) -> str:
    match question.item:
        case NumericItem():
            return "digits, 1,200, 1.2k, 3 million and 3e6 all work"
        case ClozeItem(keys=keys):
            several = "tab moves on, enter in the last field checks them all"
            return several if len(keys) > 1 else "the gap in the sentence fills in as you type"
        case _:
            return f"capitals{', accents and small typos' if question.typos else ' and accents'} do not matter"
