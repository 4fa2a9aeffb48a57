"""What Study shows: the sitting it was given, question or feedback, and nothing decided by itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.actions import parse
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.dom import DOMNode
from textual.events import DescendantBlur, DescendantFocus, Resize, ScreenResume

from quizapp.kit.errors import DiskError, QuizappError
from quizapp.model.article import Span
from quizapp.model.item import ChoiceItem, GatheredItem, Item, TrueFalseItem, TypedItem
from quizapp.model.memory import ItemKey
from quizapp.model.outcome import Outcome
from quizapp.tui import wording
from quizapp.tui.background import in_thread
from quizapp.tui.host import host_of
from quizapp.tui.keys import Hint, grouped
from quizapp.tui.picks import Picks
from quizapp.tui.safe import shown
from quizapp.tui.screens.edits import Edits
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.screens.study_keys import Phase, Standing, allowed
from quizapp.tui.settling import Settling
from quizapp.tui.widgets.card import Card
from quizapp.tui.widgets.fields import Field
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.source import Passage, Source
from quizapp.usecases.showing import Feedback, Question
from quizapp.usecases.wording import ANEW

if TYPE_CHECKING:
    from quizapp.usecases.notebook import Notebook
    from quizapp.usecases.study import Sitting


class SittingPage(Page):
    """A page that shows where a sitting stands; what the keys do is in the screen made of it."""

    NAME = "Study"
    CSS_PATH: ClassVar = [STYLES / "study.tcss"]

    def __init__(
        self, open_sitting: "Callable[[], Sitting]", *, unsaved: "Callable[[], Sitting] | None" = None
    ) -> None:
        super().__init__()
        self._open = open_sitting
        self._unsaved = unsaved  # what to do instead where nothing can be written
        self.sitting: Sitting | None = None
        self.question: Question | None = None
        """What is asked; None before the sitting is open and after it is finished."""
        self.feedback: Feedback | None = None
        """What to show about the answer; None while it is asked."""
        self.card = Card()
        self.source = Source()
        self.asked_at = 0.0
        self.covered = False
        self.hinted = False
        self.given: tuple[str, ...] = ()
        self.empty_enters = 0
        self.picks: Picks | None = None
        self.edits = Edits(self, self._take_up)

    def _take_up(self, key: ItemKey, item: Item) -> None:
        """Show a question as a person has just edited it."""
        if self.sitting is not None:
            self.sitting.take_up(key, item)
            if self.is_attached:  # else it was left meanwhile, and is asked as it is now when it is opened again
                self.call_later(self.show)

    # Opening

    @property
    def notebook(self) -> "Notebook | None":
        """That of the sitting."""
        return self.sitting.notebook if self.sitting else None

    def body(self) -> ComposeResult:
        """The card, and the source beside it where there is room."""
        with Horizontal(id="study"):
            yield self.card
            yield self.source

    def on_mount(self) -> None:
        """Open the sitting in the background."""
        host = host_of(self)
        self.settling = Settling(host.clock.ticks, host.grade_wait)
        self.card.visible = False
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        try:
            self.sitting = await in_thread(self._open)
        except QuizappError as error:
            if self._unsaved is None or not isinstance(error, DiskError):
                await self._refuse(error)
                return
            self.sitting = await in_thread(self._unsaved)
            folder = host_of(self).workspace.data_dir
            self.say(f"This session will not be remembered: I cannot write to {folder}", error=True)
        self.top.tell(screen="Study" if self.sitting.scheduled else "Practise", object_name=self.sitting.title)
        self.card.visible = True
        self.call_after_refresh(self.show)

    async def _refuse(self, error: QuizappError) -> None:
        """Say why there is nothing to study; where nothing else is open the app ends with that."""
        host = host_of(self)
        if len(host.screen_stack) == 1:
            host.give_up(error)
            return
        text = shown(("! ", "bold $error"), str(error), ("\n\nq goes back", "$muted"))
        await self.mount(Prose(text, id="trouble"), before="#study")

    # Where it stands

    def look(self) -> None:
        """Look where the sitting is; asked once a step, since every key and hint wants to know."""
        if self.sitting is not None:
            host_of(self).trail.heed(self.sitting)
        self.question = self.sitting.question if self.sitting else None
        self.feedback = self.sitting.feedback if self.sitting else None

    @property
    def phase(self) -> Phase:
        """Where Study stands."""
        if self.question is None:
            return Phase.LOADING
        if self.feedback is not None:
            return Phase.FEEDBACK
        match self.question.item:
            case ChoiceItem():
                return Phase.CHOICE
            case TrueFalseItem():
                return Phase.TRUE_FALSE
            case item:
                return Phase.PICKS if isinstance(item, GatheredItem) else Phase.TYPED

    def standing(self) -> Standing:
        """All that decides which keys do something now."""
        phase, feedback = self.phase, self.feedback
        typing = phase is Phase.TYPED
        return Standing(
            phase=phase,
            choices=self.card.choices.count,
            picked=not self.card.fields.empty if typing else self.card.choices.at is not None,
            any_picks=self.picks is not None and self.picks.any,
            complete=self.picks is not None and self.picks.complete,
            in_field=isinstance(self.focused, Field),
            overrulable=feedback is not None and self.is_typed(feedback) and feedback.grade.outcome is Outcome.WRONG,
            may_count=feedback is not None and feedback.may_count,
            may_let_go=feedback is not None and feedback.may_let_go,
            gradable=feedback is not None and feedback.scheduled,
            missed=feedback is not None and not feedback.grade.outcome.counts_as_right,
            covered=self.covered,
            hintable=phase is not Phase.TRUE_FALSE and not self.hinted,
        )

    def keys_look(self) -> tuple[object, ...]:
        """A value that says which keys do something; the key row is drawn once for each."""
        return (self.standing(),)

    @staticmethod
    def is_typed(feedback: Feedback) -> bool:
        """Whether the answer was typed, so that the learner may know better."""
        return isinstance(feedback.question.item, TypedItem)

    def afterwards(self) -> tuple[str, list[Hint]]:
        """The keys of the phase that follows, for the help page."""
        if self.phase is Phase.FEEDBACK:
            return "", []
        after = Standing(phase=Phase.FEEDBACK, gradable=True, overrulable=self.phase is Phase.TYPED)
        later: dict[str, tuple[DOMNode, Binding]] = {}
        for key, binding in self._bindings:
            name, parameters = _parsed(binding.action)
            if allowed(name, parameters, after) and not allowed(name, parameters, self.standing()):
                later.setdefault(key, (self, binding))
        return "After the answer", grouped(later)

    def copies(self) -> tuple[tuple[str, str], ...]:
        """The question and, once it is answered, the sentence that proves the answer."""
        if self.question is None:
            return ()
        item = self.question.item
        source = " … ".join(evidence.quote for evidence in item.evidence)
        return (("Copy this question", item.stem), *([("Copy its source", source)] if self.feedback else []))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action belongs to this phase."""
        return allowed(action, parameters, self.standing())

    def place(self) -> str:
        """Where the user is, in words."""
        screen = "Practise" if self.sitting is not None and not self.sitting.scheduled else self.NAME
        after = {Phase.LOADING: "", Phase.FEEDBACK: ", answer shown"}.get(self.phase, ", question shown")
        return f"{screen}{after}"

    # Showing

    async def show(self) -> None:
        """Draw what the sitting is at."""
        self.look()
        self.renew()
        question, feedback = self.question, self.feedback
        if question is None:
            self._end()
        elif feedback is None:
            await self._show_question(question)
        else:
            if not self.card.asks(feedback.question):  # undo went back to it, or the sitting was left here
                await self.card.ask(feedback.question)
            self.show_feedback(feedback)

    def _end(self) -> None:
        if self.sitting is not None:
            host_of(self).end(self.sitting)

    async def _show_question(self, question: Question) -> None:
        self.asked_at = host_of(self).clock.ticks()
        self.covered = question.covered
        self.hinted, self.given, self.empty_enters = False, (), 0
        item = question.item
        self.picks = Picks(item, question.options) if isinstance(item, GatheredItem) else None
        self.top.tell(object_name=question.article.title, status=wording.progress(question))
        self.source.close()
        await self.card.ask(question)
        if question.anew:
            self.card.tip(shown((ANEW, "$muted")))
        if self.picks is not None:
            self.card.picking(self.picks)
        if self.phase is Phase.TYPED:
            self.card.fields.enter_first()
        else:
            self.set_focus(None)  # choices need no focus: a change of it would draw the whole screen anew
        self.refresh_bindings()

    def show_feedback(self, feedback: Feedback) -> None:
        """Draw what was made of the answer."""
        self.look()
        self.renew()
        self.top.tell(object_name=feedback.question.article.title, status=wording.progress(feedback.question))
        self.covered = False
        self.card.tell(feedback, self.given)
        self.set_focus(None)  # said explicitly: a hidden field would pass the focus on to anything
        if self.card.source_beside:
            self.source.open(self.passage(feedback))
        host = host_of(self)
        if host.new_here and feedback.saved and feedback.scheduled:
            host.new_here = False
            self.card.tip(shown(("space takes the suggested grade, 1–4 change it", "$muted")))
        self.refresh_bindings()

    def passage(self, feedback: Feedback) -> Passage:
        """Where the article proves the answer."""
        return Passage(
            article=feedback.question.article,
            evidence=tuple(evidence.span for evidence in feedback.evidence),
            key_words=tuple(Span(start, end) for start, end in feedback.key_words),
        )

    def on_resize(self, event: Resize) -> None:
        """Another window has room for more or fewer reasons."""
        self._plan()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """A screen that was covered from the start has its size only now; and settings may be others."""
        self.set_class(host_of(self).workspace.settings.source_beside == "never", "-alone")
        if self.covered and not host_of(self).workspace.settings.hides_choices:
            self.uncover()
        self._plan()

    def uncover(self) -> None:
        """Show the choices; keys reach them when they were on the screen for a moment."""
        self.covered = False
        self.card.choices.uncover()
        self.renew()
        self.refresh_bindings()

    def _plan(self) -> None:
        """Plan anew how many rows the reasons can have, while nothing stands in them yet; else where the source is."""
        if self.question is not None and self.feedback is None:
            self.call_after_refresh(self.card.plan, self.question)
        elif self.feedback is not None:
            self.call_after_refresh(self._move_source, self.feedback)

    def _move_source(self, feedback: Feedback) -> None:
        """Show the source beside the answer where there is room now, and under it where there is none any more."""
        self.card.prove(feedback)
        if self.card.source_beside:
            self.source.open(self.passage(feedback))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keys depend on whether a field has the focus."""
        self.refresh_bindings()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Keys depend on whether a field has the focus."""
        self.refresh_bindings()


def _parsed(action: str) -> tuple[str, tuple[object, ...]]:
    _, name, parameters = parse(action)
    return name, parameters
