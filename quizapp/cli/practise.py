"""`quizapp practise`: questions outside the schedule."""

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from quizapp.cli.aims import check_count
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Learner, OneBank, Plain, Questions, Seed
from quizapp.cli.sit import sit
from quizapp.kit.errors import UsageError
from quizapp.model.aim import Among, Practice

if TYPE_CHECKING:
    from quizapp.usecases.study import Sitting

Missed = Annotated[bool, Parameter(name="--missed", help="Only questions whose last answer was a miss.")]
Hardest = Annotated[bool, Parameter(name="--hardest", help="Those that were missed most often.")]
Ahead = Annotated[int | None, Parameter(name="--ahead", help="What falls due within so many days, the soonest first.")]


def practise(
    bank: OneBank = None,
    /,
    *,
    missed: Missed = False,
    hardest: Hardest = False,
    ahead: Ahead = None,
    limit: Questions = None,
    plain: Plain = False,
    seed: Seed = None,
    data_dir: DataDir = None,
    learner: Learner = ME,
) -> int:
    """Practise outside the schedule, which stays as it is."""
    practice = _practice(missed=missed, hardest=hardest, ahead=ahead)
    check_count("--limit", limit, least=1)
    workspace = open_workspace(data_dir, learner=learner)
    slug = workspace.library.find(bank) if bank else None

    def opened() -> "Sitting":
        from quizapp.usecases.study import open_practice  # the reader, SQLite and FSRS come with it

        return open_practice(workspace, bank=slug, practice=practice, seed=seed, limit=limit)

    return sit(workspace, opened, plain=plain)


def _practice(*, missed: bool, hardest: bool, ahead: int | None) -> Practice:
    if missed + hardest + (ahead is not None) > 1:
        raise UsageError("--missed, --hardest and --ahead are three kinds of practice; choose one")
    if ahead is not None:
        check_count("--ahead", ahead, least=1)
        return Practice(among=Among.AHEAD, days=ahead)
    return Practice(among=Among.MISSED if missed else Among.HARDEST if hardest else Among.ANY)
