"""Study: one screen for a whole sitting, a state machine from question to feedback to the next question."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from quizapp.kit.errors import QuizappError
from quizapp.model.item import MatchingItem, NumericItem
from quizapp.model.memory import ItemKey, Rating
from quizapp.model.response import Chosen, Judged, Picked, Response, Shown, Typed
from quizapp.tui.host import host_of
from quizapp.tui.safe import shown
from quizapp.tui.screens.edits import nothing_to_undo
from quizapp.tui.screens.revising_page import bare
from quizapp.tui.screens.sitting_page import SittingPage
from quizapp.tui.screens.study_keys import Phase, bindings
from quizapp.tui.widgets.choices import Choices
from quizapp.tui.widgets.fields import Fields
from quizapp.tui.widgets.grades import Grades
from quizapp.usecases.wording import given_up


class Study(SittingPage):
    """A sitting, from its first question to its last grade."""

    BINDINGS: ClassVar[list[BindingType]] = bindings()

    # Answering

    async def _answer(self, response: Response) -> None:
        if self.sitting is None or self.phase in {Phase.FEEDBACK, Phase.LOADING}:
            return
        seconds = host_of(self).clock.ticks() - self.asked_at
        self.given = response.fields if isinstance(response, Typed) else ()
        feedback = self.sitting.answer(response, seconds=seconds, hinted=self.hinted)
        self.show_feedback(feedback)

    async def action_choose(self, number: int) -> None:
        """Choose and send."""
        if self.question is not None and number <= len(self.question.options):
            await self._answer(Chosen(option=self.question.options[number - 1]))

    def action_pick(self, number: int) -> None:
        """Tick, place or match."""
        if self.picks is not None:
            self.picks.press(number)
            self._picks_changed()

    def action_pick_here(self) -> None:
        """Tick, place or match what is highlighted."""
        if self.card.choices.at is not None:
            self.action_pick(self.card.choices.at + 1)

    def action_take_back(self) -> None:
        """Take the last pick back."""
        if self.picks is not None:
            self.picks.take_back()
            self._picks_changed()

    def _picks_changed(self) -> None:
        if self.picks is not None:
            self.card.picking(self.picks)
        self.refresh_bindings()

    async def action_check(self) -> None:
        """Send what was picked."""
        if self.picks is not None:
            await self._answer(Picked(options=self.picks.given))

    def action_not_yet(self) -> None:
        """Say what is missing before it can be checked."""
        self.say("Pick one for each first; space shows the answer when nothing is picked.")

    async def action_judge(self, number: int) -> None:
        """Say true (1) or false (2)."""
        await self._answer(Judged(value=number == 1))

    async def _pick(self, number: int) -> None:
        if self.phase is Phase.TRUE_FALSE:
            await self.action_judge(number)
        elif self.phase is Phase.PICKS:
            self.action_pick(number)
        else:
            await self.action_choose(number)

    async def action_send(self) -> None:
        """Send what is highlighted or typed."""
        if self.phase is Phase.TYPED:
            await self._answer(Typed(fields=self.card.fields.values))
        else:
            await self.action_send_picked()

    async def action_send_picked(self) -> None:
        """Send the highlighted choice."""
        if self.card.choices.at is not None:
            await self._pick(self.card.choices.at + 1)

    async def action_show(self) -> None:
        """Show the answer instead."""
        await self._answer(Shown())

    async def action_reveal(self) -> None:
        """Show the answer, as nothing is picked that could be sent."""
        await self._answer(Shown())

    async def action_show_typed(self) -> None:
        """Show the answer instead of typing it."""
        await self._answer(Shown())

    @on(Choices.Picked)
    async def _clicked(self, event: Choices.Picked) -> None:
        await self._pick(event.number)

    @on(Choices.Uncovered)
    def action_uncover(self) -> None:
        """Show the choices."""
        self.uncover()

    @on(Choices.Picking)
    def _picking(self) -> None:
        self.refresh_bindings()

    @on(Fields.Given)
    async def _given_typed(self) -> None:
        if not self.card.fields.empty:
            await self._answer(Typed(fields=self.card.fields.values))
        elif self.empty_enters:
            await self._answer(Shown())
        else:
            self.empty_enters = 1
            self.say("enter again shows the answer")

    @on(Fields.Typed)
    def _typing(self) -> None:
        question = self.question
        if question is None or self.phase is not Phase.TYPED:
            return
        self.empty_enters = 0
        self.card.typing(question)
        if isinstance(question.item, NumericItem):
            self._echo(question.item, self.card.fields.values[0])

    def _echo(self, item: NumericItem, text: str) -> None:
        """Say how a number is understood while it is typed."""
        from quizapp.usecases.study import other_unit, reads_as  # the number words come with it

        if not text.strip():
            self.card.fields.explain(None)
            return
        number = reads_as(text)
        if number is not None and (unit := other_unit(text, item)):
            asked = f"“{unit}” is not the unit that is asked for: {item.unit}"
            self.card.fields.explain(shown(("! ", "bold $error"), f"reads as {number}, but {asked}"))
        elif number is not None:
            self.card.fields.explain(shown(("reads as ", "$muted"), number))
        else:
            self.card.fields.explain(
                shown(("! ", "bold $error"), f"I read “{text}” as text. Try digits, such as 1,200.")
            )

    async def action_hint(self) -> None:
        """Show a hint; it caps the suggested grade."""
        if self.sitting is None or self.question is None:
            return
        hint = self.sitting.hint()
        if hint is None:
            self.say("There is no hint for this question.")
            return
        self.hinted = True
        self.card.hint(hint)
        self.refresh_bindings()

    def action_no_hint(self) -> None:
        """Say why there is none."""
        self.say("That is the only hint." if self.hinted else "There is no hint for this question.")

    def action_enter_field(self) -> None:
        """Put the cursor back into the field."""
        self.card.fields.enter_first()

    def action_leave_field(self) -> None:
        """Leave the field; letters are keys again."""
        self.set_focus(None)
        self.refresh_bindings()

    # Grading and going on

    async def action_go_on(self) -> None:
        """Accept the marked grade and go on."""
        feedback = self.feedback
        marked = self.card.grades.at
        await self._rate(None if feedback is None or marked is feedback.suggested else marked)

    async def action_next(self) -> None:
        """Go on in practice."""
        await self._rate(None)

    async def action_grade(self, number: int) -> None:
        """Give a grade and go on."""
        await self._rate(Rating(number))

    async def action_no_grade(self, number: int) -> None:
        """Say why this grade does nothing now."""
        await self._rate(Rating(number))

    @on(Grades.Picked)
    async def _grade_clicked(self, event: Grades.Picked) -> None:
        await self._rate(event.rating)

    async def _rate(self, rating: Rating | None) -> None:
        feedback = self.feedback
        if self.sitting is None or feedback is None:
            return
        if rating not in {None, Rating.AGAIN} and not feedback.grade.outcome.counts_as_right:
            self.say(
                f"Press {self.printed_key('study.overrule')} first if you were right."
                if self.is_typed(feedback)
                else f"After a miss only Again counts; {self.printed_key('study.flag')} flags a bad question."
            )
            return
        reason = self.sitting.rate(rating)
        await self.show()
        if reason:
            host_of(self).say(given_up(reason))

    def action_overrule(self) -> None:
        """The learner was right after all."""
        if self.sitting is not None:
            self.show_feedback(self.sitting.overrule())

    def action_let_count(self) -> None:
        """Let the wording count from now on."""
        if self.sitting is not None:
            self.show_feedback(self.sitting.let_count())

    def action_let_go(self) -> None:
        """Let the wording count no more."""
        if self.sitting is not None:
            self.show_feedback(self.sitting.let_go())

    # Aside

    async def action_later(self) -> None:
        """Not today."""
        if self.sitting is not None:
            self.sitting.later()
            await self.show()
            self.say("Later: it comes back tomorrow.")

    async def action_undo_last(self) -> None:
        """Take the last step back; the same as undo, but less wanted while nothing is answered yet."""
        await self.action_undo()

    async def action_undo(self) -> None:
        """Take the last step back."""
        try:
            undone = self.edits.undo(self.sitting)
        except QuizappError as error:
            self.say(bare(error), error=True)
            return
        if undone is None:
            self.say(nothing_to_undo(self))
            return
        await self.show()
        self.say(undone)

    async def action_edit(self) -> None:
        """Edit the question in front; it is asked as it is then."""
        if self.sitting is not None and self.question is not None:
            await self.edits.open(self.sitting, ItemKey(self.question.article.id, self.question.item.id))

    async def action_flag(self) -> None:
        """Ask why, then never ask this question again until someone has looked at it."""
        from quizapp.tui.screens.flag import Flag  # imported when it is first needed

        await self.app.push_screen(Flag(), self._flagged)

    async def _flagged(self, reason: str | None) -> None:
        if reason is None or self.sitting is None:
            return
        self.sitting.flag(reason)
        await self.show()
        host_of(self).say("Flagged. You will not be asked this again until you have looked at it.")

    async def action_source(self) -> None:
        """Open the whole source."""
        from quizapp.tui.screens.source import SourceSheet  # imported when it is first needed

        if self.feedback is not None:
            await self.app.push_screen(SourceSheet(self.passage(self.feedback)))

    def action_no_source(self) -> None:
        """Say when the source can be opened."""
        self.say("The source opens after the answer.")

    def action_move(self, step: int) -> None:
        """Move the highlight among the choices."""
        if self.picks is not None and isinstance(self.picks.item, MatchingItem):
            self.picks.move(step)
            self._picks_changed()
        else:
            self.card.choices.move(step)

    def action_jump(self, to: int) -> None:
        """Highlight the first or the last choice."""
        self.card.choices.jump(to)

    def action_mark(self, step: int) -> None:
        """Mark another grade."""
        self.card.grades.move(step)

    def action_scroll(self, step: int) -> None:
        """Scroll the card."""
        self.card.middle.scroll_relative(y=step, animate=False)

    def action_back(self) -> None:
        """Leave; everything answered is kept, and the sitting can be gone on with."""
        host_of(self).go_home(self._farewell())

    def _farewell(self) -> str:
        question = self.question
        sitting = self.sitting
        if question is None or sitting is None or not (sitting.scheduled and sitting.of_library):
            return ""
        if self.feedback is None and all(mark is None for mark in question.marks):
            return ""  # what was only looked at is not kept: there is nothing to go on with
        left = question.total - question.number + (0 if self.feedback else 1)
        return f"Paused. {left} left, press {self.printed_key('library.study')} to go on." if left else ""
