"""`quizapp demo`: the bundled first quiz."""

from quizapp.cli.opening import open_workspace
from quizapp.cli.options import Plain, Seed
from quizapp.cli.terminal import Lines, has_screen


def demo(*, plain: Plain = False, seed: Seed = None) -> int:
    """Try the bundled first quiz; neither library nor answers are touched."""
    workspace = open_workspace()
    if not plain and has_screen():
        from quizapp.tui.app import run_app  # Textual costs 150 ms and needs a screen

        return run_app(workspace, start="demo", seed=seed)
    lines = Lines()  # first, so that it is told at once when nobody can answer
    from quizapp.cli.plain import converse
    from quizapp.usecases.library import first_bank
    from quizapp.usecases.study import open_demo

    return converse(open_demo(first_bank(), clock=workspace.clock, seed=seed), lines, workspace.clock)
