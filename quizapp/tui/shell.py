"""The shell around the screens: themes, keys that work everywhere, what is opened first, leaving."""

import gc
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.events import Event, Key, Paste, Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.types import AnimationLevel
from textual.widget import Widget

from quizapp.kit.clock import Clock
from quizapp.kit.errors import QuizappError
from quizapp.kit.text import one_line
from quizapp.model.setting import Settings
from quizapp.tui import theme
from quizapp.tui.ending import heed_signals, leave_for_certain, stay_down, watch_terminal
from quizapp.tui.faults import record
from quizapp.tui.going import Going
from quizapp.tui.host import Start
from quizapp.tui.rebinding import Rebinding
from quizapp.tui.screens.page import Page
from quizapp.tui.sittings import open_demo, open_first
from quizapp.tui.symbols import PlainSymbols
from quizapp.tui.trail import Trail
from quizapp.usecases.workspace import Workspace, histories

if TYPE_CHECKING:
    from quizapp.tui.commands import Command
    from quizapp.usecases.drill import Playing
    from quizapp.usecases.learners import Learner
    from quizapp.usecases.study import Sitting


_ANIMATIONS: Final[dict[str, AnimationLevel]] = {"full": "full", "reduced": "basic", "none": "none"}
"""What Textual calls the three kinds of motion."""
_WARM_AFTER: Final = 0.2  # seconds after the first paint; until then the thread would only be in its way
_YOUNG: Final = 10_000
"""New objects after which the collector looks for rings among them; with Python's 700 it looked at every key."""
_HERE: Final = Path(__file__).parent


class QuizApp(Going):
    """The full-screen app on one workspace."""

    TITLE = "quizapp"
    CSS_PATH: ClassVar = [_HERE / "shell.tcss"]
    ENABLE_COMMAND_PALETTE = False  # ours is drawn by ourselves: Textual's has an emoji and its own commands
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (80, "-narrow"), (100, "-normal"), (116, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-cramped"), (24, "-short"), (30, "-mid"), (36, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", tooltip="this page", show=False, id="app.help"),
        Binding("ctrl+p,colon", "commands", "Commands", tooltip="all commands, searchable", show=False, id="app.cmds"),
        Binding("comma", "settings", "Settings", tooltip="settings", show=False, id="app.settings"),
        Binding("ctrl+t", "swap_shade", "Light/dark", tooltip="light or dark", show=False, id="app.shade"),
        Binding("ctrl+q", "quit", "Quit", tooltip="quit; all is saved", show=False, priority=True, id="app.quit"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
        Binding("ctrl+z", "suspend_process", show=False, system=True),  # what the terminal does with it elsewhere
    ]

    def __init__(
        self,
        workspace: Workspace,
        *,
        clock: Clock,
        start: Start = "home",
        bank: str | None = None,
        seed: int | None = None,
        sitting: "Callable[[], Sitting] | None" = None,
        drill: "Callable[[], Playing] | None" = None,
        ask_who: bool = False,
        grade_wait: float | None = None,
        own_process: bool = False,
    ) -> None:
        self._learners: tuple[Learner, ...] = ()
        """Whom to choose from before anything else."""
        self.workspace = workspace
        if ask_who and len(histories(workspace.data_dir)) > 1:
            self._find_learners()
        self.clock = clock
        self.rebinding = Rebinding()
        self.trail = Trail()
        self._grade_wait = grade_wait
        self._heeded: Settings | None = None
        self._plain_symbols = PlainSymbols(enabled=False)
        self.last_words = ""
        """What to say on standard error once the screen is left; empty when all went well."""
        self.cramped_is_fine = False
        self.knows_copying = False
        self.adding = None
        self.new_here = self.first_run = not self.workspace.has_history
        self._seed = seed
        self._own_process = own_process
        self._start: Start = start
        self._bank = bank
        self._sitting = sitting
        self._drill = drill
        super().__init__(css_path=[_HERE / "shell.tcss", *self._first_class().CSS_PATH])
        for ours in theme.OURS:
            self.register_theme(ours)
        self._stands = False
        self.heed_settings()
        self.stylesheet.set_variables(self.get_css_variables())  # the first frame is drawn in the right colours
        self._read_in = self.theme

    # Starting

    def _first_class(self) -> type[Page]:
        match self._start:
            case "home":
                return self._home_class()
            case "review":
                from quizapp.tui.screens.review import ReviewPage  # each screen is imported when it is first needed

                return ReviewPage
            case "drill":
                from quizapp.tui.screens.drill import DrillPage

                return DrillPage
            case "study" | "demo":
                from quizapp.tui.screens.study import Study

                return Study

    def get_default_screen(self) -> Screen[None]:
        """The screen at the bottom of the stack when the app opens."""
        match self._start:
            case "home":
                return self._home_class()()
            case "study":
                return self._first_sitting()
            case "demo":
                return self._demo()
            case "review":
                return self._review(self._bank or "")
            case "drill":
                return self._first_drill()

    def on_load(self) -> None:
        """Heed signals before the terminal is touched, where the process is the app's own."""
        if self._own_process:
            heed_signals(self._leave)
            watch_terminal(self._leave)

    def on_mount(self) -> None:
        """Look at the room there is, and go on with the rest once the first picture stands."""
        if self._own_process:
            stay_down()
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))  # after ctrl+z nothing is drawn
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        self._stands = True
        gc.freeze()  # what was imported stays; the collector need not look at it again with every few keys
        gc.enable()
        gc.set_threshold(_YOUNG)
        if self.new_here and self._start == "home":
            self.set_timer(_WARM_AFTER, self._warm_up)
        self._ask_who()
        if said := self.workspace.news or self._settings_trouble():
            self.say(said, error=True)

    def _warm_up(self) -> None:
        """Import in the background what the first question will need."""
        from threading import Thread

        Thread(target=_import_study, daemon=True).start()

    # Who studies

    def _find_learners(self) -> None:
        """Look who is there; whoever studied last is in front."""
        from quizapp.usecases.learners import of_last, to_choose_from  # one learner alone never pays for it

        self._learners = to_choose_from(self.workspace)
        self.workspace = of_last(self.workspace, self._learners)

    def _ask_who(self) -> None:
        """Ask once there is room for the question."""
        from quizapp.tui.screens.small import TooSmall

        if self._learners and not isinstance(self.screen, TooSmall):
            known, self._learners = self._learners, ()
            self._offer(known)

    def choose_learner(self) -> None:
        """Ask who goes on; whoever studies now is among them, also before a first answer."""
        from quizapp.usecases.learners import learners, with_self

        self._offer(with_self(learners(self.workspace.data_dir), self.workspace))

    def _offer(self, known: "tuple[Learner, ...]") -> None:
        from quizapp.tui.screens.who import Who

        self.call_later(self.push_screen, Who(known, self.workspace), self._study_as)

    def _study_as(self, name: str | None) -> None:
        from quizapp.usecases.learners import is_of

        if name is None or is_of(name, self.workspace):
            return
        self.leaving(partial(self._become, name))

    async def _become(self, name: str) -> None:
        self.workspace = self.workspace.of(name)
        self.begin_anew(f"You study as {one_line(name, limit=60)}.")

    # Leaving

    def give_up(self, error: QuizappError) -> None:
        """End the app because of an error that leaves nothing to show."""
        self.last_words = str(error)
        self.exit(return_code=error.exit_code)

    def action_help_quit(self) -> None:
        """What control-C says where there is nothing to copy."""
        self.say("ctrl+q quits, ctrl+c copies what is selected")

    def _leave(self, code: int) -> None:
        leave_for_certain(code)
        self.exit(return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with one sentence; Textual's own report (8.2.8 has no other hook) prints local variables."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            if isinstance(error, QuizappError):
                self._return_code = error.exit_code
                self.last_words = str(error)
            else:
                self._return_code = 1
                self.last_words = record(error, folder=self.workspace.data_dir, now=self.clock.now())
        self._close_messages_no_wait()

    # Keys

    async def on_event(self, event: Event) -> None:
        """Let nothing through that was pressed before what it would reach could be seen.

        A key comes by twice: from the terminal, and back from the screen before what it is bound to is done. Of several
        that came at once the first may have changed the screen meanwhile.
        """
        front = self.screen if isinstance(event, Key | Paste) and self.screen_stack else None
        if isinstance(front, Page) and isinstance(event, Key | Paste):
            if not front.hears(event):
                return
            front.heed_key()
        await super().on_event(event)

    # Colours

    def refresh_css(self, animate: bool = True) -> None:
        """Colour everything anew, but for the first picture, which is read in the colours of its theme."""
        if self._stands or self.theme != self._read_in:  # reading all styles twice took 13 ms of a start
            super().refresh_css(animate)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our tokens for themes that do not know them."""
        return theme.tokens(self.current_theme)

    def action_swap_shade(self) -> None:
        """Light becomes dark and dark light."""
        self.theme = theme.other_shade(self.theme, dark=self.current_theme.dark)

    def heed_settings(self) -> None:
        """Look and wait as the settings say, as far as they changed: what ctrl+t chose stays otherwise."""
        settings, before = self.workspace.settings, self._heeded
        self._heeded = settings
        if before is None or settings.theme != before.theme:
            usual = theme.first_theme(colours=self._colours(), colorfgbg=os.environ.get("COLORFGBG", ""))
            self.theme = settings.theme if settings.theme in self.available_themes else usual
        if settings.motion != (before or Settings()).motion:  # unset it is as $TEXTUAL_ANIMATIONS says
            self.animation_level = _ANIMATIONS[settings.motion]
        self._use_symbols(settings.symbols)
        self.grade_wait = settings.grade_wait if self._grade_wait is None else self._grade_wait
        if self.rebinding.choose(self.workspace.configuration.keys) and self._stands:
            self.refresh_bindings()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is drawn goes through these; the last makes marks plain where that is chosen."""
        usual = super().get_line_filters()
        return [*usual, self._plain_symbols] if self._plain_symbols.enabled else usual

    def _use_symbols(self, wanted: str) -> None:
        if self._plain_symbols.enabled != (wanted == "plain"):
            self._plain_symbols.enabled = wanted == "plain"
            for node in (node for screen in self._stack() for node in screen.walk_children(Widget, with_self=True)):
                node.refresh()

    def _stack(self) -> list[Screen[object]]:
        return list(self.screen_stack) if self._stands else []

    def action_settings(self) -> None:
        """Open the settings."""
        self.show_settings()

    def _settings_trouble(self) -> str:
        """What of the settings could not be understood, the first thing of it."""
        name = self.workspace.settings.theme
        if name is None or name in self.available_themes:
            return self._trouble()
        from difflib import get_close_matches  # 3 ms that only a slip pays

        near = get_close_matches(name, self.available_themes, n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        return f"There is no theme {one_line(name, limit=40)}.{meant} The one that suits the terminal is used."

    def _trouble(self) -> str:
        if not self.workspace.configuration.findings:
            return ""
        from quizapp.usecases.settings import trouble  # with the table of all settings

        return trouble(self.workspace)

    def _colours(self) -> int:
        return {"truecolor": 2**24, "256": 256}.get(self.console.color_system or "", 16)

    # Room

    async def on_resize(self, event: Resize) -> None:
        """Cover the screen while the window is too small, and uncover it when there is room again."""
        from quizapp.tui.screens.small import TooSmall

        fits = TooSmall.fits(event.size, cramped=self.cramped_is_fine)
        covered = isinstance(self.screen, TooSmall)
        if not fits and not covered:
            await self.push_screen(TooSmall(), self._uncovered)
        elif isinstance(self.screen, TooSmall) and fits:
            await self.screen.dismiss()

    def _uncovered(self, _: None) -> None:
        """What comes back is new to the eye: a key that was pressed at the message is not for it."""
        if self.page is not None:
            self.page.renew()
        self._ask_who()

    # What is opened first, and over everything

    def _first_sitting(self) -> Page:
        """What the command line asked for, or what is due and new."""
        if self._sitting is None:
            return self._study(self._bank)
        from quizapp.tui.screens.study import Study

        return Study(self._sitting)

    def _first_drill(self) -> Page:
        """The drill that the command line set up, or the one that was stopped."""
        from quizapp.tui.screens.drill import DrillPage
        from quizapp.usecases.drill import go_on

        return DrillPage(self._drill or partial(go_on, self.workspace))

    def _demo(self) -> Page:
        from quizapp.tui.screens.study import Study

        return Study(partial(open_demo, self.clock, self._seed))

    def action_first_quiz(self) -> None:
        """The bundled quiz, whose answers count."""
        from quizapp.tui.screens.study import Study
        from quizapp.tui.screens.welcome import FIRST_QUESTIONS
        from quizapp.usecases.library import FIRST_SLUG

        first = partial(open_first, self.workspace, FIRST_SLUG, self._seed, FIRST_QUESTIONS)
        self.call_later(self.push_screen, Study(first, unsaved=partial(open_demo, self.clock, self._seed)))

    async def action_help(self) -> None:
        """Show what the keys do here and now."""
        from quizapp.tui.screens.help import Help

        if not isinstance(self.screen, Help):
            await self.push_screen(Help.of(self.screen, place=self.page.place() if self.page else ""))

    async def action_commands(self) -> None:
        """Show all commands, to be searched."""
        from quizapp.tui.commands import commands_of
        from quizapp.tui.screens.commands import Commands

        if not isinstance(self.screen, Commands):
            copies = self.page.copies() if self.page else ()
            await self.push_screen(Commands(commands_of(self, copies)), self._run)

    async def _run(self, command: "Command | None") -> None:
        if command is not None and (doing := command.run()) is not None:
            await doing


def _import_study() -> None:
    import quizapp.usecases.library
    import quizapp.usecases.study  # noqa: F401  the import is the point
