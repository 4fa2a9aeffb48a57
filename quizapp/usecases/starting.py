"""How a program starts on a data directory: what an import left half done there is taken back first."""

import os
from pathlib import Path

from quizapp.usecases.workspace import ME, Workspace, import_mark, open_workspace


def start_on(folder: Path | None = None, *, learner: str = ME) -> Workspace:
    """The workspace in a data directory; its `news` says where an import was cut short, as by a power cut."""
    workspace = open_workspace(folder, learner=learner)
    if os.path.exists(import_mark(workspace.data_dir)):  # noqa: PTH110  pathlib raises where it may not look
        from quizapp.usecases.everything import (
            take_back_cut_short,  # SQLite comes with it, and it is hardly ever needed
        )

        workspace.news = take_back_cut_short(workspace)
    return workspace
