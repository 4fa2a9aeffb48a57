"""`quizapp backup`, `quizapp restore` and `quizapp merge`: answers that are never lost."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from quizapp.cli.diagnostics import tell
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Learner
from quizapp.cli.output import say
from quizapp.kit.durations import counted
from quizapp.usecases.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.usecases.everything import Held
    from quizapp.usecases.keeping import Merged, Saved

Output = Annotated[
    Path | None,
    Parameter(name=("-o", "--output"), help="The file to write; else today's backup beside the history."),
]
Everything = Annotated[
    bool,
    Parameter(
        name="--everything",
        help="Copy every learner's answers, the questions and the settings to one archive, by default in this folder.",
    ),
]
Copy = Annotated[
    Path | None, Parameter(help="A backup, or an archive of everything; without one, the backups are listed.")
]
Other = Annotated[Path, Parameter(help="The history.db of another machine, or a backup of it.")]


def backup(
    output: Output = None, *, everything: Everything = False, data_dir: DataDir = None, learner: Learner = ME
) -> None:
    """Copy your answers to one checked file; one a day is made by itself."""
    workspace = open_workspace(data_dir, learner=learner)
    if everything:
        _export(workspace, output)
        return
    from quizapp.usecases.keeping import back_up  # SQLite and the scheduler cost 40 ms

    saved = back_up(workspace, output)
    say(f"{saved.path}: {counted(saved.answers or 0, 'answer')}, checked")


def _export(workspace: Workspace, output: Path | None) -> None:
    from quizapp.usecases.everything import export_everything, usual_name  # the same, and the banks

    target = output or Path(usual_name(workspace))
    say(f"{target}: {told(export_everything(workspace, target))}")


def told(held: "Held") -> str:
    """What a file holds, in words."""
    parts = [counted(held.answers, "answer"), *([counted(held.articles, "article")] if held.whole else [])]
    return ", ".join([*parts, *(["settings"] if held.settings else [])])


def _list(backups: "tuple[Saved, ...]") -> None:
    """Each backup with what is in it; without any, say so."""
    for saved in backups:
        made = f", made before a {saved.cause}" if saved.cause else ""
        held = f"cannot be used, {saved.fault}" if saved.answers is None else counted(saved.answers, "answer")
        say(f"{saved.path}: {held}{made}")
    tell("quizapp restore FILE brings one back" if backups else "there are no backups yet; quizapp backup makes one")


def restore(file: Copy = None, /, *, data_dir: DataDir = None, learner: Learner = ME) -> None:
    """Put a backup in the place of your answers, which are kept."""
    from quizapp.usecases import everything, keeping  # same

    workspace = open_workspace(data_dir, learner=learner)
    if file is None:
        _list(keeping.backups(workspace))
        return
    back = everything.bring_back(workspace, file)
    say(f"{file}: {told(back.held)} restored")
    for path in back.kept:
        tell(f"what was there before is kept in {path}")


def merge(other: Other, /, *, data_dir: DataDir = None, learner: Learner = ME) -> None:
    """Add another machine's answers to yours, each once."""
    from quizapp.usecases import keeping  # same

    say_merged(other, keeping.merge(open_workspace(data_dir, learner=learner), other))


def say_merged(file: Path, merged: "Merged") -> None:
    """What a merge has added, and what of it made no sense."""
    added = f"{counted(merged.answers, 'answer')} and {counted(merged.corrections, 'correction')}"
    say(f"{file}: {added} added" if merged.answers or merged.corrections else f"{file}: nothing in it is new here")
    if merged.damaged:
        tell(f"{counted(merged.damaged, 'line')} of it made no sense and were left out; quizapp doctor says more there")
