"""The door of the full-screen app: opens it, and returns the exit code."""

import gc
import sys
from typing import TYPE_CHECKING

from quizapp.kit.clock import Clock
from quizapp.usecases.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.tui.host import Start
    from quizapp.usecases.drill import Playing
    from quizapp.usecases.study import Sitting


def run_app(
    workspace: Workspace,
    *,
    clock: Clock | None = None,
    start: "Start" = "home",
    bank: str | None = None,
    seed: int | None = None,
    sitting: "Callable[[], Sitting] | None" = None,
    drill: "Callable[[], Playing] | None" = None,
    ask_who: bool = False,
) -> int:
    """Open the app and return the exit code when it is left.

    Args:
        workspace: whose library and history.
        clock: the clock of the workspace when not given.
        start: what is on the screen first.
        bank: the slug to study, or the name of the bank to go over; only with start="study" or "review".
        seed: what the order of questions and options follows from; None for a fresh one.
        sitting: opens what to sit down to in place of what is due and new; only with start="study".
        drill: opens the drill; only with start="drill".
        ask_who: ask who studies where there is more than one learner; only with start="home".
    """
    # Python's garbage collector took 9 % of the time to the first paint; it comes back with that paint.
    gc.disable()
    try:
        from quizapp.tui.shell import QuizApp  # Textual is 80 % of a start; commands that draw nothing never pay it

        app = QuizApp(
            workspace,
            clock=clock or workspace.clock,
            start=start,
            bank=bank,
            seed=seed,
            sitting=sitting,
            drill=drill,
            ask_who=ask_who,
            own_process=True,
        )
        app.run()
    finally:
        gc.enable()
    if app.last_words:
        sys.stderr.write(f"quizapp: {app.last_words}\n")
    return app.return_code or 0
