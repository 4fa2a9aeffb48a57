"""Drill: one question after the other for a class or for oneself, with whose turn it is, the clock and the scores."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from quizapp.model.item import ChoiceItem, TrueFalseItem
from quizapp.model.response import Chosen, Judged, Picked, Response, Typed
from quizapp.tui.host import host_of
from quizapp.tui.screens.drill_board import BIG_FROM, DrillBoard
from quizapp.tui.screens.drill_keys import ASKING, Way, bindings
from quizapp.tui.screens.drill_pause import Pause, Paused
from quizapp.tui.screens.drill_scores import scores_of
from quizapp.tui.widgets.choices import Choices
from quizapp.tui.widgets.fields import Fields
from quizapp.tui.widgets.scores import standings
from quizapp.tui.widgets.source import Passage
from quizapp.tui.widgets.tiles import Tiles
from quizapp.tui.wording_drill import letters_told, too_small
from quizapp.usecases.drill import Phase


class DrillPage(DrillBoard):
    """A drill from its first question to its last."""

    BINDINGS: ClassVar[list[BindingType]] = bindings()

    # Answering

    async def action_number(self, number: int) -> None:
        """Choose, or pick."""
        question = self.playing.question if self.playing else None
        if question is None:
            return
        if isinstance(question.item, TrueFalseItem):
            await self._answer(Judged(value=number == 1))
        elif isinstance(question.item, ChoiceItem):
            await self._answer(Chosen(option=question.options[number - 1]))
        elif self.picks is not None:
            self.picks.press(number)
            self.draw_picks(question)
            self.refresh_bindings()

    async def action_first(self, number: int) -> None:
        """Say which team was first."""
        if self.playing is not None:
            self.playing.buzz(number - 1, seconds=self.seconds())
            await self.show()

    @on(Tiles.Picked)
    async def _tile_clicked(self, event: Tiles.Picked) -> None:
        if self.phase is Phase.ASKED:
            await self.action_number(event.number)

    @on(Choices.Picked)
    async def _choice_clicked(self, event: Choices.Picked) -> None:
        if self.phase is Phase.ASKED:
            await self.action_number(event.number)

    async def action_check(self) -> None:
        """Send what was picked."""
        if self.picks is not None:
            await self._answer(Picked(options=self.picks.given))

    @on(Fields.Given)
    async def _typed(self) -> None:
        if self.phase is Phase.ASKED and not self.fields.empty:
            await self._answer(Typed(fields=self.fields.values))

    async def _answer(self, response: Response) -> None:
        if self.playing is not None and self.phase is Phase.ASKED:
            self.offered = False
            self.playing.answer(response, seconds=self.seconds())
            await self.show()

    async def action_reveal(self) -> None:
        """Show the answer; nobody has it."""
        if self.playing is not None:
            limit, seconds = self.playing.limit, self.seconds()
            over = limit is not None and self.playing.state.elapsed + seconds > limit
            self.playing.reveal(seconds=seconds, timed_out=over)
            await self.show()

    async def action_next(self) -> None:
        """Ask the next question."""
        if self.playing is not None:
            self.playing.go_on()
            await self.show()

    def action_take(self) -> None:
        """The next player takes the question."""
        self.offered = False
        self.tell_turn()
        if self.way is Way.TYPED:
            self.fields.enter_first()
        self.refresh_bindings()

    async def action_pass_on(self) -> None:
        """Leave the question to the others."""
        if self.playing is not None:
            self.playing.pass_on(seconds=self.seconds())
            await self.show()

    def action_enter_field(self) -> None:
        """Put the cursor back into the field."""
        self.fields.enter_first()

    def action_leave_field(self) -> None:
        """Leave the field; letters are keys again."""
        self.set_focus(None)
        self.refresh_bindings()

    # The host's keys

    async def action_accept(self) -> None:
        """The last answer was right after all."""
        if self.playing is not None:
            self.playing.accept()
            await self.show()

    async def action_correct(self, steps: int) -> None:
        """Change the score of whoever has the turn, or answered last."""
        playing = self.playing
        if playing is None:
            return
        tries = playing.state.tries
        player = playing.state.player if playing.state.player is not None else tries[-1].player if tries else 0
        playing.correct(player, steps)
        await self.show()

    def action_more(self) -> None:
        """Half a minute more."""
        if self.playing is not None:
            self.playing.give_time()
            self.tell_turn()

    async def action_big(self) -> None:
        """Questions in big letters, or in usual ones again."""
        if not self.letters and not self.roomy:
            self.say(too_small(BIG_FROM, self.app.size))
            return
        self.letters = not self.letters
        await self.show()
        self.say(letters_told(self.printed_key, on=self.letters, asking=self.phase in ASKING, unfit=self.unfit))

    async def action_undo(self) -> None:
        """Take the last step back."""
        if self.playing is None or not self.playing.undo():
            self.say("Nothing to undo yet")
            return
        await self.show()

    async def action_source(self) -> None:
        """Open the whole source."""
        from quizapp.tui.screens.source import SourceSheet  # imported when it is first needed

        question = self.playing.question if self.playing else None
        if question is not None:
            spans = tuple(evidence.span for evidence in question.item.evidence)
            await self.app.push_screen(SourceSheet(Passage(article=question.article, evidence=spans)))

    async def action_pause(self) -> None:
        """Stop the clock, and ask what next."""
        if self.playing is None:
            host_of(self).go_home()
            return
        self.stop_clock()
        limit, gone = self.playing.limit, self.playing.state.elapsed
        left = None if limit is None or self.phase not in ASKING else max(0.0, limit - gone)
        everybody = standings(scores_of(self.playing))
        await self.app.push_screen(Pause(left, everybody), self._paused)

    async def _paused(self, choice: Paused | None) -> None:
        playing = self.playing
        if playing is None:
            return
        match choice:
            case Paused.MORE if playing.state.phase in ASKING:
                playing.give_time()
                self.tell_turn()
            case Paused.BIG:
                await self.action_big()
            case Paused.STOP:
                host_of(self).go_home("Stopped. d, then r, goes on with the drill.")
            case Paused.END:
                playing.end()
                await self.show()
            case _:
                self.tell_turn()
