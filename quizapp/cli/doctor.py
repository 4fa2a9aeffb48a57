"""`quizapp doctor`: whether everything is well, and what to do where it is not."""

from typing import Annotated, Final

from cyclopts import Parameter

from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Json, Learner
from quizapp.cli.output import say, say_json
from quizapp.kit.errors import StudyDataError
from quizapp.kit.text import one_line

Mend = Annotated[bool, Parameter(name="--mend", help="Mend what the log of answers proves; nothing is deleted.")]

_COLUMNS: Final = (7, 9)  # "wrong" and "history", and two spaces


def doctor(*, mend: Mend = False, json: Json = False, data_dir: DataDir = None, learner: Learner = ME) -> int:
    """Check your answers, backups and banks, and say what is wrong."""
    from quizapp.usecases.checkup import check_up  # SQLite, YAML and the scheduler cost 120 ms

    found = check_up(open_workspace(data_dir, learner=learner), mend=mend)
    if json:
        say_json(found.to_json())
    else:
        for check in found.checks:
            say(f"{check.state.ljust(_COLUMNS[0])}{check.what.ljust(_COLUMNS[1])}{one_line(check.text)}")
    return 0 if found.well else StudyDataError.exit_code
