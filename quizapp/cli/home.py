"""Bare `quizapp`: the app."""

from quizapp.cli.options import ME, AnyLearner, DataDir, Plain
from quizapp.cli.terminal import Lines, has_screen


def home(*, plain: Plain = False, data_dir: DataDir = None, learner: AnyLearner = None) -> int:
    """Open the app, or ask what is due line by line."""
    from quizapp.cli.aims import heed_settings
    from quizapp.usecases.workspace import open_workspace

    workspace = open_workspace(data_dir, learner=ME if learner is None else learner)
    if not plain and has_screen():
        from quizapp.tui.app import run_app  # Textual costs 150 ms and needs a screen

        return run_app(workspace, ask_who=learner is None)
    heed_settings(workspace)
    lines = Lines()  # first, so that it is told at once when nobody can answer
    from quizapp.cli.plain import converse, heed_clock
    from quizapp.usecases.library import FIRST_SLUG
    from quizapp.usecases.study import open_sitting

    heed_clock(workspace)
    bank = None if workspace.has_history else FIRST_SLUG  # the first run tries the bundled quiz, as Welcome does
    return converse(open_sitting(workspace, bank=bank), lines, workspace.clock)
