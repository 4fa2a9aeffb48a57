"""`quizapp study`: straight to the first question."""

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from quizapp.cli.aims import aim_of, check_count
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Exam, Learner, OneBank, Plain, Questions, Retention, Seed
from quizapp.cli.sit import sit

if TYPE_CHECKING:
    from quizapp.usecases.study import Sitting

New = Annotated[
    int | None,
    Parameter(name="--new", help="At most so many new questions a day; usually 20, or as many as the exam needs."),
]
Due = Annotated[int | None, Parameter(name="--due", help="At most so many due questions a day; usually 200.")]


def study(
    bank: OneBank = None,
    /,
    *,
    new: New = None,
    due: Due = None,
    limit: Questions = None,
    retention: Retention = None,
    exam: Exam = None,
    plain: Plain = False,
    seed: Seed = None,
    data_dir: DataDir = None,
    learner: Learner = ME,
) -> int:
    """Study what is due and new, in one bank or in all."""
    workspace = open_workspace(data_dir, learner=learner)
    check_count("--new", new)
    check_count("--due", due)
    check_count("--limit", limit, least=1)
    aim = aim_of(workspace, retention=retention, exam=exam)
    slug = workspace.library.find(bank) if bank else None

    def opened() -> "Sitting":
        from quizapp.usecases.study import open_sitting  # the reader, SQLite and FSRS come with it

        return open_sitting(workspace, bank=slug, seed=seed, limit=limit, new=new, due=due, aim=aim)

    return sit(workspace, opened, plain=plain)
