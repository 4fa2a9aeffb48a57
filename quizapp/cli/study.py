"""`quizapp study`: straight to the first question."""

from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.options import ME, DataDir, Learner, Plain, Seed
from quizapp.cli.terminal import Lines, has_screen
from quizapp.usecases.workspace import open_workspace

OneBank = Annotated[str | None, Parameter(help="One bank: its name in `quizapp list`, its file or its title.")]


def study(
    bank: OneBank = None,
    /,
    *,
    plain: Plain = False,
    seed: Seed = None,
    data_dir: DataDir = None,
    learner: Learner = ME,
) -> int:
    """Study what is due and new, in one bank or in all."""
    workspace = open_workspace(data_dir, learner=learner)
    slug = workspace.library.find(bank) if bank else None
    if not plain and has_screen():
        from quizapp.tui.app import run_app  # Textual costs 150 ms and needs a screen

        return run_app(workspace, start="study", bank=slug, seed=seed)
    lines = Lines()  # first, so that it is told at once when nobody can answer
    from quizapp.cli.plain import converse, heed_clock
    from quizapp.usecases.study import open_sitting

    heed_clock(workspace)
    return converse(open_sitting(workspace, bank=slug, seed=seed), lines, workspace.clock)
