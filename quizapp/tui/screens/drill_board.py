"""What a drill shows: whose turn it is, the clock, the question and its answer; nothing decided by itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus, ScreenResume, ScreenSuspend
from textual.geometry import Size

from quizapp.kit.errors import QuizappError
from quizapp.kit.text import one_line
from quizapp.model.article import Span
from quizapp.model.drill import Mode
from quizapp.model.item import ClozeItem, GatheredItem, NumericItem
from quizapp.tui.background import in_thread
from quizapp.tui.big_letters import Unfit
from quizapp.tui.host import host_of
from quizapp.tui.picks import Picks
from quizapp.tui.safe import shown
from quizapp.tui.screens.drill_keys import ASKING, Way, allowed, way_of
from quizapp.tui.screens.drill_scores import scores_of
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.settling import Settling
from quizapp.tui.widgets.choices import Choice, Choices
from quizapp.tui.widgets.evidence import EvidenceBlock, evidence_block
from quizapp.tui.widgets.fields import Field, Fields
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scores import Scores, shape
from quizapp.tui.widgets.stem import big_stem, stem_content
from quizapp.tui.widgets.tiles import Tiles
from quizapp.tui.widgets.turn import Turn
from quizapp.tui.wording_drill import ahead, in_a_field, offer, out_of_the_field, reasons, time_up, verdict
from quizapp.usecases.drill import Phase, Playing
from quizapp.usecases.feedback import key_words
from quizapp.usecases.showing import Question

if TYPE_CHECKING:
    from quizapp.usecases.notebook import Notebook

_SECOND: Final = 1.0
_LOW: Final = 24
"""Rows under which the scores are one row also while a question is asked."""
BIG_FROM: Final = Size(100, 34)
"""Columns and rows from which a question can stand in big letters (design, 8.9)."""
_OTHER_ROWS: Final = 10
"""Rows of messages, scores, turn and the blanks around the question, where big letters hide the first and last row."""


class DrillBoard(Page):
    """A page that shows where a drill stands; what the keys do is in the screen made of it."""

    NAME = "Drill"
    CSS_PATH: ClassVar = [STYLES / "drill.tcss"]

    def __init__(self, open_drill: Callable[[], Playing]) -> None:
        super().__init__()
        self._open = open_drill
        self.playing: Playing | None = None
        """The game; None before it is open."""
        self._scores, self._turn, self._tiles = Scores(), Turn(), Tiles()
        self._choices, self.fields, self._evidence = Choices(), Fields(), EvidenceBlock()
        self.picks: Picks | None = None
        self._began: float | None = None  # when the clock began or went on; None while it stands
        self._rung = False  # whether the time that is over was rung for
        self.asked: tuple[int, int] | None = None  # the question that is drawn, and whose turn it was
        self.offered = False  # whether the next player was asked if he wants the question
        self.letters = False
        """Whether questions stand in big letters as far as they fit."""
        self.unfit: Unfit | None = None
        """Why the question in front does not."""

    @property
    def notebook(self) -> "Notebook | None":
        """That of the drill."""
        return self.playing.notebook if self.playing else None

    def body(self) -> ComposeResult:
        """Scores over the question, and what becomes of it."""
        with Vertical(id="drill"):
            yield self._scores
            yield self._turn
            yield Prose(id="stem")
            yield self._tiles
            yield self._choices
            yield self.fields
            with VerticalScroll(id="answered", can_focus=False):
                yield Prose(id="told")
                yield self._evidence
                yield Prose(id="reasons")
            yield Prose(id="ahead")

    def on_mount(self) -> None:
        """Open the drill in the background."""
        host = host_of(self)
        self.settling = Settling(host.clock.ticks, host.grade_wait)
        self.query_one("#drill").visible = False
        self._load()
        self.set_interval(_SECOND, self.tick)

    @work(exclusive=True)
    async def _load(self) -> None:
        try:
            self.playing = await in_thread(self._open)
        except QuizappError as error:
            host = host_of(self)
            if len(host.screen_stack) == 1:  # nothing else is open: the app ends with that
                host.give_up(error)
                return
            text = shown(("! ", "bold $error"), str(error), ("\n\nq goes back", "$muted"))
            await self.mount(Prose(text, id="trouble"), before="#drill")
            return
        self.query_one("#drill").visible = True
        await self.show()

    # Where it stands

    @property
    def phase(self) -> Phase | None:
        """Where the drill stands; None before it is open."""
        return self.playing.state.phase if self.playing else None

    @property
    def way(self) -> Way:
        """How the question in front is answered."""
        return way_of(self.playing)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action belongs to where the drill stands."""
        playing = self.playing
        if playing is None:
            return action == "pause"
        return allowed(action, parameters, playing, self.way, picks=self.picks, in_field=self._in_field)

    @property
    def _in_field(self) -> bool:
        return isinstance(self.focused, Field)

    def place(self) -> str:
        """Where the user is, in words."""
        return "Drill, answer shown" if self.phase is Phase.SHOWN else "Drill, question shown"

    def copies(self) -> tuple[tuple[str, str], ...]:
        """The question."""
        question = self.playing.question if self.playing else None
        return (("Copy this question", question.item.stem),) if question else ()

    # The clock

    def seconds(self) -> float:
        """Since the clock began or went on."""
        return 0.0 if self._began is None else host_of(self).clock.ticks() - self._began

    def _start_clock(self) -> None:
        self._began = host_of(self).clock.ticks()

    def stop_clock(self) -> None:
        """Keep what went by, so that the drill goes on from the same second."""
        if self.playing is not None and self._began is not None and self.phase in ASKING:
            self.playing.pause(seconds=self.seconds())
        self._began = None

    def tick(self) -> None:
        """A second went by: tell the time, and ring once when it is over, where that is wanted."""
        if self._began is None:
            return
        self.tell_turn()
        if self._over and not self._rung:
            self._rung = True
            if host_of(self).workspace.settings.sound == "on":
                self.app.bell()

    @property
    def _over(self) -> bool:
        left = self.left
        return left is not None and left <= 0

    @property
    def left(self) -> float | None:
        """Seconds left for the question, under 0 when they are over; None without a clock."""
        playing = self.playing
        if playing is None or playing.limit is None or playing.state.phase not in ASKING:
            return None
        return playing.limit - playing.state.elapsed - self.seconds()

    def on_screen_suspend(self, event: ScreenSuspend) -> None:
        """Whatever lies over the question stops its clock."""
        self.stop_clock()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """The clock goes on from the same second."""
        if self.playing is not None and self.phase in ASKING:
            self._start_clock()

    # Showing

    async def show(self) -> None:
        """Draw where the drill stands."""
        playing = self.playing
        if playing is None:
            return
        self.renew()
        question = playing.question
        if question is None:
            host_of(self).end_drill(playing)
            return
        self.top.tell(object_name=question.article.title, status=_status(question))
        asking = playing.state.phase in ASKING
        await (self._show_asked(playing, question) if asking else self._show_answered(playing, question))
        self._draw(playing, question)
        self.tell_turn()
        self.refresh_bindings()

    def _draw(self, playing: Playing, question: Question) -> None:
        """Scores and question, as large as the window lets them be."""
        asking = playing.state.phase in ASKING
        self._scores.show(scores_of(playing), flat=not asking or self.app.size.height < _LOW)
        big = self._big(question) if asking and self.letters else None
        self.unfit = big if isinstance(big, Unfit) else None
        self.set_class(isinstance(big, Content), "-big")
        typed, line = _filled(self.picks) if asking else ((), None)
        stem = big if isinstance(big, Content) else stem_content(question.item, typed=typed, line=line)
        self.query_one("#stem", Prose).show(stem)

    def _big(self, question: Question) -> Content | Unfit:
        """The question in big letters, where everything else has room beside it."""
        if not self.roomy:
            return Unfit.ROOM
        width = self.query_one("#drill").content_size.width
        big = big_stem(question.item, width)
        if isinstance(big, Unfit):
            return big
        rows = 1 + big.plain.count("\n") + self._rows_of_answers(width)
        return big if rows + _OTHER_ROWS <= self.app.size.height else Unfit.ROOM

    @property
    def roomy(self) -> bool:
        """Whether the window is large enough for big letters at all."""
        return self.app.size.width >= BIG_FROM.width and self.app.size.height >= BIG_FROM.height

    def _rows_of_answers(self, width: int) -> int:
        match self.way:
            case Way.TILES:
                return self._tiles.get_content_height(None, None, width)
            case Way.PICKS:
                return self._choices.get_content_height(None, None, width)
            case _:
                return self.fields.rows

    def on_resize(self) -> None:
        """Another window has room for other letters."""
        if self.playing is not None and self.playing.question is not None:
            self._draw(self.playing, self.playing.question)

    async def _show_asked(self, playing: Playing, question: Question) -> None:
        self.query_one("#answered").display = False
        self.query_one("#ahead", Prose).show(shown())
        way = self.way
        self._tiles.display = way is Way.TILES
        self._choices.display = way is Way.PICKS
        self.fields.display = way is Way.TYPED
        now = (question.number, -1 if playing.state.player is None else playing.state.player)
        if now == self.asked:
            return
        self.asked = now
        item = question.item
        self.picks = Picks(item, question.options) if isinstance(item, GatheredItem) else None
        if way is Way.TILES:
            self._tiles.ask(question.options, numbered=playing.state.phase is Phase.ASKED)
        elif way is Way.PICKS:
            self._choices.reserve(0)
            self.draw_picks(question)
        else:
            await self.fields.ask(
                count=len(item.keys) if isinstance(item, ClozeItem) else 1,
                unit=item.unit if isinstance(item, NumericItem) else "",
                number=isinstance(item, NumericItem),
                explain=in_a_field(self.printed_key),
            )
        asked = playing.state.phase is Phase.ASKED
        self.offered = asked and bool(playing.state.tried) and playing.rules.mode is Mode.TURNS
        if way is Way.TYPED and asked and not self.offered:
            self.fields.enter_first()
        else:
            self.set_focus(None)
        self._start_clock()

    def draw_picks(self, question: Question) -> None:
        """Show what is picked so far."""
        picks = self.picks
        if picks is None:
            return
        choices = tuple(Choice(text=option, note=picks.note(n)) for n, option in enumerate(question.options, 1))
        self._choices.ask(choices)
        if self.playing is not None:
            self._draw(self.playing, question)

    async def _show_answered(self, playing: Playing, question: Question) -> None:
        self._began, self.asked, self.offered = None, None, False
        for widget in (self._tiles, self._choices, self.fields):
            widget.display = False
        self.set_focus(None)
        self.query_one("#answered").display = True
        width = max(self.size.width - 4, 20)
        self.query_one("#told", Prose).show(verdict(playing, question, width))
        spans = tuple(evidence.span for evidence in question.item.evidence)
        words = tuple(Span(start, end) for start, end in key_words(question.item, question.article))
        ansi = self.app.native_ansi_color
        self._evidence.tell(evidence_block(question.article, spans, key_words=words, more=(), ansi=ansi))
        self.query_one("#reasons", Prose).show(reasons(playing.misses(), question))
        self.query_one("#ahead", Prose).show(ahead(playing, self.printed_key))
        if not playing.saved:
            self.say(f"Not saved: {playing.notebook.trouble}", error=True)

    def tell_turn(self) -> None:
        """Say whose turn it is and how much time is left."""
        playing = self.playing
        if playing is None or playing.state.phase not in ASKING:
            self._turn.tell("", left=None, limit=None)
            return
        self._rung = self._rung and self._over
        over = time_up(self.printed_key, in_field=self._in_field)
        self._turn.tell(self._whose(playing), left=self.left, limit=playing.limit, over=over)

    def _whose(self, playing: Playing) -> str:
        place, player = playing.state.player, playing.player
        if place is None or player is None:
            return "Who is first? The digits are the teams' numbers now."
        who = f"{shape(place)} {one_line(player.name, limit=30)}"
        if len(playing.rules.players) == 1:
            return "Your turn"
        if playing.rules.mode is Mode.BUZZ and self.way in {Way.TILES, Way.PICKS}:
            return f"{who}, your answer: the digits are the answers' numbers now."
        return offer(who, self.printed_key) if self.offered else f"{who}, your turn"

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keys depend on whether a field has the focus."""
        self._field_told()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Keys depend on whether a field has the focus."""
        self._field_told()

    def _field_told(self) -> None:
        """Say what the keys do in the field, or how one comes back into it."""
        told = in_a_field if self._in_field else out_of_the_field
        self.fields.explain(shown((told(self.printed_key), "$muted")))
        self.refresh_bindings()


def _filled(picks: Picks | None) -> tuple[tuple[str, ...], int | None]:
    """What stands in each line of a question that is picked, and which line is next."""
    if picks is None or not picks.lines:
        return (), None
    slots = (picks.slot(line) for line in range(picks.lines))
    return tuple("" if slot is None else str(slot) for slot in slots), picks.line


def _status(question: Question) -> Content:
    return shown((f"question {question.number} of {question.total}", "$muted"))
