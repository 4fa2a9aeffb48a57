"""What bare `quizapp` opens, apart from the command-line library, which costs a sixth of a start."""

from pathlib import Path

from quizapp.cli.terminal import Lines, has_screen
from quizapp.usecases.starting import start_on
from quizapp.usecases.workspace import ME


def open_front(*, plain: bool = False, data_dir: Path | None = None, learner: str | None = None) -> int:
    """Open the app, or ask what is due line by line, and return the exit code.

    Args:
        plain: ask line by line where there is a screen, too.
        data_dir: where the library and the answers are, not in the usual place.
        learner: whose answers; without a name the app asks where there is more than one learner.
    """
    workspace = start_on(data_dir, learner=ME if learner is None else learner)
    if not plain and has_screen():
        from quizapp.tui.app import run_app  # Textual costs 150 ms and needs a screen

        return run_app(workspace, ask_who=learner is None)
    from quizapp.cli.aims import heed_settings

    if workspace.news:
        from quizapp.cli.diagnostics import tell

        tell(workspace.news)
    heed_settings(workspace)
    lines = Lines()  # first, so that it is told at once when nobody can answer
    from quizapp.cli.plain import converse, heed_clock
    from quizapp.usecases.library import FIRST_SLUG
    from quizapp.usecases.study import open_sitting

    heed_clock(workspace)
    bank = None if workspace.has_history else FIRST_SLUG  # the first run tries the bundled quiz, as Welcome does
    return converse(open_sitting(workspace, bank=bank), lines, workspace.clock)
