"""What the library says beside its rows: how far the writing is, what waits, and how to fill an empty one."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from textual.content import Content

from quizapp.kit.durations import counted, in_words
from quizapp.tui import charts
from quizapp.tui.safe import cut, joined, shown, spread

if TYPE_CHECKING:  # the first picture does not wait for what the figures come from
    from quizapp.usecases.adding import Progress
    from quizapp.usecases.report import Today

_BAR: Final = 12


def writing_row(title: str, progress: "Progress", width: int) -> Content:
    """“Writing questions about “How tides work”   ━━━──  13 of 22”."""
    share = progress.read / max(progress.paragraphs, 1)
    count = f"  {progress.read} of {progress.paragraphs}"
    far = shown(charts.bar(share, _BAR, colour="$primary"), (count, "$muted"))
    return spread(cut(f"Writing questions about “{title}”", max(width - far.cell_length - 1, 1)), far, width)


def status_of(today: "Today") -> Content:
    """What waits, and the streak when there is one: a broken streak is never mentioned."""
    waiting = shown(("nothing due", "$muted"))
    if today.due or today.new:
        waiting = shown((f"{today.due} due" if today.due else f"{today.new} new today", "bold $accent"))
    streak = f"  ·  streak {counted(today.streak_days, 'day')}" if today.streak_days else ""
    return shown(waiting, (streak, "$muted"))


def not_yet(now: datetime, due: datetime | None, *, here: str = "") -> str:
    """That nothing is due, and when something will be: “Nothing is due here yet; the next question in 10 minutes.”."""
    nothing = f"Nothing is due{here}"
    if due is None:
        return f"{nothing}."
    days = (due.astimezone(now.tzinfo).date() - now.date()).days
    if not days:
        return f"{nothing} yet; the next question comes in {in_words(due - now, short=False)}."
    return f"{nothing} until tomorrow." if days == 1 else f"{nothing} for {counted(days, 'day')}."


EMPTY: Final = joined(
    [
        shown(("No articles yet", "bold")),
        shown(),
        shown(
            "Add one and quizapp will write questions from it. It takes about a minute for a ten-minute read, "
            "and nothing leaves your computer."
        ),
        shown(),
        shown(("a", "bold $footer-key-foreground"), ("  adds an article", "$muted")),
    ]
)
