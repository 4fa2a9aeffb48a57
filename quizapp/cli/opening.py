"""A command's workspace; what its opening had to do is told."""

from pathlib import Path

from quizapp.cli.diagnostics import tell
from quizapp.usecases.starting import start_on
from quizapp.usecases.workspace import ME, Workspace


def open_workspace(folder: Path | None = None, *, learner: str = ME) -> Workspace:
    """The workspace in a data directory; on standard error, that an import was taken back which a power cut ended."""
    workspace = start_on(folder, learner=learner)
    if workspace.news:
        tell(workspace.news)
    return workspace
