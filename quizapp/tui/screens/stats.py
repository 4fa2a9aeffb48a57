"""Stats: what is remembered, when it was answered, what comes, what is hard and how solid each article is."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Region

from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError
from quizapp.model.article import Span
from quizapp.tui import charts
from quizapp.tui.background import in_thread
from quizapp.tui.commands import Command
from quizapp.tui.host import host_of
from quizapp.tui.safe import cut, joined, shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.widgets.hardest import Hard, Hardest
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.solid import Solid, SolidRows
from quizapp.tui.widgets.source import Passage
from quizapp.usecases.listing import Entry
from quizapp.usecases.progress import Progress, figures, passage_of
from quizapp.usecases.report import Stats
from quizapp.usecases.workspace import Workspace

_RANGES: Final = ((13, "last 3 months"), (26, "last 6 months"), (52, "last year"))
_WEEK: Final = 3
"""Columns of a week in the heat map."""
_MARGIN: Final = 12
_FORECAST_ROWS: Final = 4
_PITCH: Final = 4
"""Columns from one day to the next, so that a week fits beside two other charts at 100 columns."""


@dataclass(frozen=True, slots=True)
class _Known:
    stats: Stats
    progress: Progress
    today: date
    target: float


class StatsPage(Page):
    """Figures, charts and a sentence for each."""

    NAME = "Stats"
    CSS_PATH: ClassVar = [STYLES / "stats.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "range(-1)", "Range", tooltip="a shorter or a longer time", id="stats.shorter"),
        Binding("l,right", "range(1)", "Range", tooltip="a shorter or a longer time", id="stats.longer"),
        Binding("j,down", "scroll('down')", "Scroll", tooltip="scroll", id="stats.down"),
        Binding("k,up", "scroll('up')", "Scroll", tooltip="scroll", id="stats.up"),
        Binding(
            "space,pagedown", "scroll('page_down')", "Page", tooltip="on or back a page", show=False, id="stats.page"
        ),
        Binding("pageup", "scroll('page_up')", "Page", tooltip="on or back a page", show=False, id="stats.page_up"),
        Binding("slash", "search", "One article", tooltip="the figures of one article", id="stats.search"),
        Binding("enter", "open", "Open", tooltip="see a question in its source, or one article", id="stats.open"),
        Binding("q,escape", "all_again", "Back", tooltip="back to all articles", id="stats.all"),
        Binding("q,escape", "leave", "Back", tooltip="back", id="stats.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._hardest = Hardest()
        self._solid = SolidRows()
        self._article: Entry | None = None
        """The one whose figures are shown; None for all."""
        self._known: _Known | None = None
        self._range = 1

    def body(self) -> ComposeResult:
        """Figures, the heat map, three charts side by side where there is room, the articles."""
        with Scroll(id="stats"):
            yield Prose(id="figures")
            yield Prose(id="map-head")
            yield Prose(id="map")
            with Horizontal(id="charts"):
                with Vertical(classes="chart"):
                    yield Prose(shown(("Remembered", "bold"), (" by week", "$muted")))
                    yield Prose(id="weeks")
                with Vertical(classes="chart"):
                    yield Prose(shown(("Coming up", "bold"), (" questions due", "$muted")))
                    yield Prose(id="coming")
                with Vertical(classes="chart"):
                    yield Prose(shown(("Hardest", "bold"), (" share right", "$muted")))
                    yield self._hardest
                    yield Prose(id="none-hard")
            yield Prose(shown(("How solid is each article", "bold")), id="solid-head")
            yield self._solid

    def on_mount(self) -> None:
        """Nothing yet; it is read in the background."""
        self.query_one("#charts").display = self._solid.display = False
        self.query_one("#solid-head").display = False
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        workspace, article = host_of(self).workspace, self._article.article_id if self._article else None
        try:
            self._known = await in_thread(lambda: _read(workspace, article))
        except QuizappError as error:
            self.query_one("#figures", Prose).show(shown(("! ", "bold $error"), str(error)))
            return
        self._show()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._show()

    def _show(self) -> None:
        if self._known is None:
            return
        known = self._known
        self.top.tell(
            object_name=f"{self._article.title if self._article else 'all articles'}, {_RANGES[self._range][1]}",
            status=shown((counted(known.stats.answers, "answer"), "bold $accent")),
        )
        if not known.stats.answers:
            self.query_one("#figures", Prose).show(_NOTHING_HERE if self._article else _EMPTY)
        for part in ("#map-head", "#map", "#charts", "#solid-head", "#solid"):
            self.query_one(part).display = bool(known.stats.answers)
        self.refresh_bindings()
        if not known.stats.answers:
            return
        self.query_one("#figures", Prose).show(_figures(known, self.size.width))
        weeks = min(_RANGES[self._range][0], max((self.size.width - _MARGIN) // _WEEK, 4))
        answers = {day.day: day.answers for day in known.progress.days}
        sentence = days_in_a_sentence(answers, known.today, weeks)
        self.query_one("#map-head", Prose).show(_titled("Answers per day", sentence))
        self.query_one("#map", Prose).show(charts.heat_map(answers, today=known.today, weeks=weeks))
        self.query_one("#weeks", Prose).show(_weeks(known))
        self.query_one("#coming", Prose).show(_coming(known))
        self._show_hardest(known)
        self._solid.fill([Solid(one.solid, one.title, one.article_id) for one in known.stats.articles])

    def _show_hardest(self, known: _Known) -> None:
        facts = tuple(
            Hard(fact.share or 0.0, known.progress.stem_of(fact), known.progress.item_of(fact))
            for fact in known.progress.hardest
        )
        self._hardest.fill(facts)
        self._hardest.styles.height = max(len(facts), 1)
        self._hardest.display = bool(facts)
        none = self.query_one("#none-hard", Prose)
        none.display = not facts
        none.show(shown(("known after four answers about a fact", "$muted")))

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that have nothing to do now are not offered."""
        known = self._known is not None and bool(self._known.stats.answers)
        rules = {"range": known, "open": known, "all_again": self._article is not None, "leave": self._article is None}
        return rules.get(action, True)

    def action_scroll(self, way: str) -> None:
        """Scroll by a row or by a page."""
        scroll = self.query_one("#stats", Scroll)
        {
            "down": scroll.scroll_down,
            "up": scroll.scroll_up,
            "page_down": scroll.scroll_page_down,
            "page_up": scroll.scroll_page_up,
        }[way](animate=False)

    def action_range(self, step: int) -> None:
        """Look back a shorter or a longer time."""
        self._range = min(max(self._range + step, 0), len(_RANGES) - 1)
        self._show()

    @on(Rows.Opened)
    def _opened(self) -> None:
        self.action_open()

    @on(Rows.Moved)
    def _keep_in_sight(self) -> None:
        """Keep the cursor of a list in sight, which is as long as it has rows."""
        scroll, rows = self.query_one("#stats", Scroll), self.focused
        if isinstance(rows, Rows):
            y = rows.region.y - scroll.region.y + scroll.scroll_offset.y + rows.at
            scroll.scroll_to_region(Region(0, y, 1, 1), animate=False)

    def action_open(self) -> None:
        """Open what is under the cursor; without one it comes into the first list."""
        if self._hardest.has_focus:
            self._open_source()
        elif self._solid.has_focus and (one := self._solid.current) is not None:
            self._show_article(one.article)
        else:
            (self._hardest if self._hardest.current is not None else self._solid).focus()
            self.call_after_refresh(self._keep_in_sight)

    # One article

    @work(exclusive=True)
    async def action_search(self) -> None:
        """Choose the article whose figures are to be shown."""
        from quizapp.tui.screens.commands import Commands

        workspace = host_of(self).workspace
        entries = await in_thread(workspace.library.entries)
        ways = [Command(title=entry.title, run=partial(self._show_one, entry)) for entry in entries]
        every = [Command(title="All articles", run=partial(self._show_one, None))] if self._article else []
        sheet = Commands((*every, *ways), title="Stats of one article", of_articles=False)
        _ = self.app.push_screen(sheet, lambda command: command.run() if command else None)

    @work(exclusive=True)
    async def _show_article(self, article: str) -> None:
        entries = await in_thread(host_of(self).workspace.library.entries)
        if self._article is None:  # of one alone there is nothing more to open
            self._show_one(next((entry for entry in entries if entry.article_id == article), None))

    def _show_one(self, entry: Entry | None) -> None:
        self._article = entry
        self.set_focus(None)
        self.query_one("#stats", Scroll).scroll_to(y=0, animate=False)
        self._load()

    def action_all_again(self) -> None:
        """Show the figures of all articles."""
        self._show_one(None)

    @work(exclusive=True)
    async def _open_source(self) -> None:
        """Show the question under the cursor in its source."""
        from quizapp.tui.screens.source import SourceSheet
        from quizapp.usecases.feedback import key_words

        hard, workspace = self._hardest.current, host_of(self).workspace
        if hard is None:
            return
        found = await in_thread(lambda: passage_of(workspace, hard.key))
        if found is None:
            self.say("The library has this question no more.")
            return
        article, item = found
        words = tuple(Span(*pair) for pair in key_words(item, article))
        passage = Passage(article=article, evidence=tuple(row.span for row in item.evidence), key_words=words)
        _ = self.app.push_screen(SourceSheet(passage))  # not awaited: nothing here waits for it

    def action_leave(self) -> None:
        """Go back."""
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end

    def on_descendant_focus(self) -> None:
        """Keys depend on whether the hardest have the focus."""
        self.refresh_bindings()


def _read(workspace: Workspace, article: str | None) -> _Known:
    return _Known(*figures(workspace, article=article), workspace.clock.now().date(), workspace.aim.retention)


def _titled(title: str, sentence: str) -> Content:
    return shown((title, "bold"), "   ", (sentence, "$muted"))


def _figures(known: _Known, width: int) -> Content:
    """Three figures with what they are of: remembered, streak, solid."""
    remembered = known.progress.remembered
    share = remembered.retention
    items = sum(article.items for article in known.stats.articles)
    new = sum(article.new for article in known.stats.articles)
    solid = sum(article.solid * article.items for article in known.stats.articles) / items if items else 0.0
    parts = [
        (
            round((share or 0.0) * 100) if share is not None else None,
            " %",
            ("remembered",),
            (f"target {charts.percent(known.target)}",),
        ),
        (known.stats.streak_days, "", ("day streak",), (f"longest {known.stats.longest_streak}",)),
        (
            round(solid * 100),
            " %",
            (f"of {items} are solid", f"of {items} solid", "solid"),
            (f"{new} still new", f"{new} new"),
        ),
    ]
    rows: list[Content] = [shown(), shown(), shown()]
    room = min((width - _FIGURES) // len(parts), _FIGURE)
    for number, sign, first, second in parts:
        drawn = charts.big(number) if number is not None else (shown("  "), shown((" –", "bold $accent")), shown("  "))
        words = (("",), first, second)
        for row in range(3):
            said = cut(_fitting(words[row], room - len(sign) - 2), room - len(sign) - 2, "$muted")
            after = shown((sign if row == 1 else " " * len(sign), "$muted"), " ", said)
            rows[row] = shown(rows[row], " ", drawn[row], after, " " * max(room - after.cell_length, 0))
    return joined(rows)


def _fitting(ways: tuple[str, ...], room: int) -> str:
    """The first way to say it that has room, the shortest where none has."""
    return next((way for way in ways if len(way) <= room), ways[-1])


_FIGURE: Final = 27
"""Columns for the words beside a figure, where there is room."""
_FIGURES: Final = 32
"""Columns of the figures themselves and the margins."""


def days_in_a_sentence(answers: dict[date, int], today: date, weeks: int) -> str:
    """“214 answers on 31 days; most on 3 May, 42”."""
    first = today - timedelta(days=today.weekday(), weeks=weeks - 1)
    near = {day: count for day, count in answers.items() if day >= first and count}
    if not near:
        return "none in this time"
    best = max(near, key=lambda day: (near[day], day))
    total, days = counted(sum(near.values()), "answer"), counted(len(near), "day")
    return f"{total} on {days}; most on {best.day} {best:%B}, {near[best]}"


def _weeks(known: _Known) -> Content:
    weeks = known.progress.weeks
    drawn = charts.dots([(week.retention, week.recalls) for week in weeks], target=known.target)
    of = known.progress.remembered
    told = "needs about a week"
    if of.retention is not None and of.expected is not None:
        told = f"{charts.percent(of.retention)} of {of.recalls:,}, expected {charts.percent(of.expected)}"
    return joined([drawn, shown((told, "$muted"))])


def _coming(known: _Known) -> Content:
    forecast = known.stats.forecast
    drawn = charts.columns(forecast, first=known.today, rows=_FORECAST_ROWS, pitch=_PITCH)
    busiest = max(range(len(forecast)), key=lambda day: (forecast[day], -day)) if any(forecast) else None
    when = (
        "nothing is due this week"
        if busiest is None
        else f"{sum(forecast)} this week, most {_day(known.today, busiest)}"
    )
    return joined([drawn, shown((when, "$muted"))])


def _day(today: date, ahead: int) -> str:
    return "today" if not ahead else f"on {today + timedelta(days=ahead):%A}"


_EMPTY: Final = shown("Answer a few questions and this page fills up. ", ("Retention needs about a week.", "$muted"))
_NOTHING_HERE: Final = shown("Nothing of this article was answered yet. ", ("esc shows all articles again.", "$muted"))
