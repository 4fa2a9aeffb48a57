"""Questions being written: how far it is, what was thrown away and why, and each question as it is ready."""

from datetime import timedelta
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer

from quizapp.kit.durations import counted
from quizapp.tui import charts
from quizapp.tui.host import host_of
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.widgets.feed import Feed
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.thrown_away import ThrownAway, in_words
from quizapp.tui.wording import RIGHT_MARK
from quizapp.usecases.adding import Adding, Progress, Step

_LOOKS: Final = 0.25
"""Seconds between two looks at how far it is: at most four insertions a second (design §8.4)."""
_FRESH: Final = 8
"""Looks, two seconds, in which new questions have their bar in the accent."""
_SELDOM: Final = 2.0
"""Seconds between two looks where less is to move (design §10)."""
_BAR: Final = 18
_MINUTE: Final = 60


class WritingPage(Page):
    """The live page; leaving it stops nothing unless it is asked to."""

    NAME = "Add article"
    AUTO_FOCUS = "#questions"
    CSS_PATH: ClassVar = [STYLES / "writing.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "drafts", "Show them", tooltip="what was thrown away for that reason", id="writing.drafts"),
        Binding(
            "enter,r",
            "review",
            "Review what is ready",
            tooltip="go over the questions that are ready",
            id="writing.review",
        ),
        Binding("s", "study", "Study", tooltip="study what is ready", id="writing.study"),
        Binding("b", "background", "Run in background", tooltip="go on in the background", id="writing.background"),
        Binding("a", "another", "Add", tooltip="add an article", id="writing.another"),
        Binding("r", "again", "Try again", tooltip="try again", id="writing.again"),
        Binding("escape,q", "leave", "Stop and keep", tooltip="stop, and keep what is ready", id="writing.stop"),
        Binding("escape,q", "home", "Library", tooltip="back to the library", id="writing.home"),
    ]

    def __init__(self, adding: Adding) -> None:
        super().__init__()
        self.adding = adding
        self._feed = Feed()
        self._thrown = ThrownAway()
        self._timer: Timer | None = None
        self._seen = 0
        self._new = self._looks = self._until = 0

    def body(self) -> ComposeResult:
        """Progress on the left, the questions on the right."""
        with Horizontal(id="writing"):
            with Vertical(id="progress"):
                yield Prose(id="what")
                yield Prose(id="how-far")
                yield Prose(id="steps")
                yield Prose(id="thrown-head")
                yield self._thrown
            with Scroll(id="questions"):
                yield Prose(id="nothing")
                yield self._feed

    def on_mount(self) -> None:
        """Look at once, and then four times a second, or every two seconds."""
        article = self.adding.article
        self.top.tell(object_name=article.title)
        size = f"{article.words:,} words · {counted(len(article.paragraphs), 'paragraph')} · English"
        self.query_one("#what", Prose).show(joined([shown((article.title, "bold")), shown((size, "$muted"))]))
        self._timer = self.set_interval(_SELDOM if self._calm else _LOOKS, self.look)
        self.look()

    @property
    def _calm(self) -> bool:
        """Whether less than everything is to move."""
        return self.app.animation_level != "full"

    def library_changed(self) -> None:
        """It is over."""
        self.look()

    def look(self) -> None:
        """Show how far it is by now."""
        progress = self.adding.progress
        if len(progress.items) > self._seen:
            self._new, self._until = len(progress.items) - self._seen, self._looks + (1 if self._calm else _FRESH)
        self._looks += 1
        self._seen = len(progress.items)
        moving = self.app.animation_level != "none" and self._looks <= self._until
        self._show(progress, new=self._new if moving else 0)
        if self.adding.over and not moving and self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.refresh_bindings()

    def _show(self, progress: Progress, *, new: int) -> None:
        self.query_one("#how-far", Prose).show(_how_far(progress))
        self.query_one("#steps", Prose).show(_steps(progress, self.adding.spent))
        thrown = progress.thrown_away
        head = "Thrown away" if self.adding.over else "Thrown away so far"
        self.query_one("#thrown-head", Prose).show(shown((head, "bold")) if thrown else shown())
        self._thrown.fill(thrown)
        self._feed.show(self.adding.article, progress.items, new=new, over=progress.step is Step.DONE)
        nothing = self.query_one("#nothing", Prose)
        nothing.display = progress.step is Step.FAILED
        if progress.step is Step.FAILED:
            nothing.show(_failure(progress))
        self.top.tell(status=_status(progress, self.adding.left))

    def on_descendant_focus(self) -> None:
        """Keys depend on whether the reasons have the focus."""
        self.refresh_bindings()

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that have nothing to do now are not offered."""
        progress = self.adding.progress
        over, failed = self.adding.over, progress.step is Step.FAILED
        rules = {
            "drafts": self._thrown.has_focus,
            "study": progress.step is Step.DONE,
            "review": progress.step is Step.DONE,
            "background": not over,
            "another": over,
            "again": failed,
            "leave": not over,
            "home": over,
        }
        return rules.get(action, True)

    def action_study(self) -> None:
        """Study what is ready."""
        host_of(self).study_from_home(self.adding.progress.slug)

    def action_review(self) -> None:
        """Keep, drop and edit what is ready."""
        host_of(self).review(self.adding.progress.slug)

    @on(Rows.Opened)
    def action_drafts(self) -> None:
        """List the drafts that were thrown away for the reason under the cursor."""
        from quizapp.tui.screens.drafts import Drafts

        check = self._thrown.current
        if check is not None:
            rejects = tuple(reject for reject in self.adding.progress.rejects if reject.check == check)
            _ = self.app.push_screen(Drafts(in_words(check), rejects))  # not awaited: nothing here waits for it

    def action_background(self) -> None:
        """Back to the library while it goes on."""
        host_of(self).go_home()

    def action_leave(self) -> None:
        """Read no further; what is ready is kept."""
        self.adding.stop()
        self.say("Stopping; what is ready is kept.")

    def action_home(self) -> None:
        """Back to the library."""
        host_of(self).go_home()

    def action_another(self) -> None:
        """Add another article."""
        host_of(self).add_article()

    def action_again(self) -> None:
        """Try the same article again."""
        host_of(self).write_questions(self.adding.anew())


def _how_far(progress: Progress) -> Content:
    if progress.step is Step.FAILED:
        return shown()
    share = progress.read / progress.paragraphs if progress.paragraphs else 0.0
    done = progress.step is Step.DONE and not progress.stopped
    count = shown((f"  {progress.read} of {progress.paragraphs}", "$muted"))
    return shown(charts.bar(1.0 if done else share, _BAR, colour="$primary"), count)


def _steps(progress: Progress, spent: timedelta) -> Content:
    match progress.step:
        case Step.FAILED:
            return shown()
        case Step.READING:
            now = "Reading the article" if progress.awake else opening(spent)
            return joined([_now(now), _later("Write and check questions"), _later("Keep the best")])
        case Step.WRITING | Step.DONE:
            read = _done("Read as far as you let it" if progress.stopped else "Read the article")
            kept = f"Kept the best {counted(len(progress.items), 'question')}"
            over = progress.step is Step.DONE
            return joined(
                [read, _done("Wrote and checked questions"), _done(kept) if over else _now("Keeping the best")]
            )


def opening(spent: timedelta) -> str:
    """What is done before the first paragraph, with a number that is true: how long it has taken so far."""
    return f"Getting ready to read, {int(spent.total_seconds())} s"


def _done(words: str) -> Content:
    return shown((f"{RIGHT_MARK} ", "$success"), words)


def _now(words: str) -> Content:
    return shown(("▸ ", "bold $accent"), (words, "bold"))


def _later(words: str) -> Content:
    return shown(("· ", "$muted"), (words, "$muted"))


def _status(progress: Progress, left: timedelta | None) -> Content:
    if progress.step is Step.FAILED:
        return shown(("stopped", "bold $error"))
    ready = (f"{len(progress.items)} ready", "bold $accent")
    thrown = (f" · {len(progress.rejects)} thrown away" if progress.rejects else "", "$muted")
    return shown(ready, thrown, (f" · {_roughly(left)} left" if left else "", "$muted"))


def _roughly(left: timedelta) -> str:
    """“about 40 s”, “about 2 min”: in steps that do not jump about."""
    seconds = left.total_seconds()
    if seconds < _MINUTE:
        return f"about {max(round(seconds / 10) * 10, 10)} s"
    return f"about {round(seconds / _MINUTE)} min"


def _failure(progress: Progress) -> Content:
    key = "bold $footer-key-foreground"
    ways = shown(("a", key), ("  adds another   ", "$muted"), ("r", key), ("  tries again", "$muted"))
    return joined([shown(progress.trouble), shown(), ways])
