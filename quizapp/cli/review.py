"""`quizapp review`: a bank's questions, gone over beside their source."""

from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, BankName, DataDir, Learner, Plain
from quizapp.cli.terminal import Lines, has_screen


def review(bank: BankName, /, *, plain: Plain = False, data_dir: DataDir = None, learner: Learner = ME) -> int:
    """Keep, drop and edit a bank's questions beside their source."""
    workspace = open_workspace(data_dir, learner=learner)
    if not plain and has_screen():
        from quizapp.tui.app import run_app  # Textual costs 150 ms and needs a screen

        return run_app(workspace, start="review", bank=bank)
    lines = Lines()  # first, so that it is told at once when nobody can answer
    from quizapp.cli.reviewing import go_over
    from quizapp.usecases.revising import open_revision  # the bank's reader and writer come with it

    go_over(open_revision(workspace, bank), lines)
    return 0
