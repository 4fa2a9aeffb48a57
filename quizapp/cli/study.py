"""`quizapp study`: straight to the first question."""

from quizapp.cli.options import ME, DataDir, Learner, Plain, Seed
from quizapp.cli.plain import Conversation
from quizapp.cli.terminal import Lines, has_screen
from quizapp.usecases.workspace import open_workspace


def study(
    bank: str | None = None,
    /,
    *,
    plain: Plain = False,
    seed: Seed = None,
    data_dir: DataDir = None,
    learner: Learner = ME,
) -> None:
    """Study what is due and new, in one bank or in all.

    Args:
        bank: Its name in `quizapp list`, its file or its title; without it, every bank.
    """
