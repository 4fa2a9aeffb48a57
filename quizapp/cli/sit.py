"""A sitting on whatever there is: a screen to draw on, or lines to read and write."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.cli.aims import heed_settings
from quizapp.cli.terminal import Lines, has_screen
from quizapp.usecases.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.usecases.study import Sitting


def sit(workspace: Workspace, open_sitting: "Callable[[], Sitting]", *, plain: bool) -> int:
    """Open a sitting in the app, or ask it line by line; return the exit code."""
    if not plain and has_screen():
        from quizapp.tui.app import run_app  # Textual costs 150 ms and needs a screen

        return run_app(workspace, start="study", sitting=open_sitting)
    heed_settings(workspace)
    lines = Lines()  # first, so that it is told at once when nobody can answer
    from quizapp.cli.plain import converse, heed_clock

    heed_clock(workspace)
    return converse(open_sitting(), lines, workspace.clock)
