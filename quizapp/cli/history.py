"""`quizapp history …`: the log of answers as a file that other programs read, and back."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.diagnostics import tell
from quizapp.cli.exchange import Force
from quizapp.cli.keeping import say_merged
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Learner
from quizapp.cli.output import say
from quizapp.kit.durations import counted

File = Annotated[Path, Parameter(help="A .json file, which holds the whole log, or a .csv file for spreadsheets.")]


def export_log(file: File, /, *, force: Force = False, data_dir: DataDir = None, learner: Learner = ME) -> None:
    """Write every answer to a JSON or CSV file."""
    from quizapp.usecases import transcript  # SQLite and the scheduler cost 40 ms

    rows = transcript.export_log(open_workspace(data_dir, learner=learner), file, force=force)
    say(f"{file}: {counted(len(rows.reviews), 'line')} of the log")
    if rows.damaged:
        tell(f"{counted(rows.damaged, 'line')} made no sense and were left out; quizapp doctor says more")


def import_log(file: File, /, *, data_dir: DataDir = None, learner: Learner = ME) -> None:
    """Add the answers of such a file, each once."""
    from quizapp.usecases import transcript  # same

    say_merged(file, transcript.import_log(open_workspace(data_dir, learner=learner), file))
