"""A sitting held where we are: on the screen when there is one, else line by line."""

from quizapp.cli.plain import Conversation
from quizapp.cli.terminal import Lines, has_screen
from quizapp.usecases.study import Sitting
from quizapp.usecases.workspace import Workspace


def hold(sitting: Sitting, workspace: Workspace, *, plain: bool) -> int:
    """Ask a sitting's questions and return the exit code.

    Raises:
        TerminalError: there is neither a screen nor a line to read.
    """
    if plain or not has_screen():
        Conversation(sitting, Lines(), workspace.clock).run()
        return 0
    from quizapp.tui.app import run_app  # Textual costs 150 ms and needs a screen

    return run_app(workspace, sitting=sitting)
