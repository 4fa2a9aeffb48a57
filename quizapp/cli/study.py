"""`quizapp study`: straight to the first question."""

from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.options import ME, BankName, DataDir, Learner, Plain, Seed
from quizapp.cli.sittings import hold
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import open_workspace


def study(
    bank: Annotated[
        BankName | None, Parameter(help="One bank: its name in `quizapp list`, its file or its title.")
    ] = None,
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
    return hold(open_sitting(workspace, bank=slug, seed=seed), workspace, plain=plain)
