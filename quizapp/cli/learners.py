"""`quizapp learners`: who studies on this machine."""

from datetime import tzinfo

from quizapp.cli.diagnostics import tell
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import DataDir, Json
from quizapp.cli.output import say, say_json
from quizapp.kit.durations import counted
from quizapp.kit.text import one_line
from quizapp.usecases.learners import Learner, learners


def list_learners(*, json: Json = False, data_dir: DataDir = None) -> None:
    """List who studies on this machine, and when last."""
    workspace = open_workspace(data_dir)
    known = learners(workspace.data_dir)
    if json:
        say_json([one.to_json() for one in known])
        return
    width = max((len(one_line(one.name)) for one in known), default=0)
    for one in known:
        say(f"{one_line(one.name).ljust(width)}  {_studied(one, workspace.clock.now().tzinfo)}")
    tell("quizapp --learner NAME studies as one of them" if known else "nobody has answered anything here yet")


def _studied(learner: Learner, zone: tzinfo | None) -> str:
    """How much, and the day of the last answer in the time of this place."""
    if learner.answers is None:
        return f"cannot be used, {learner.fault}"
    last = f", last studied {learner.last.astimezone(zone).date().isoformat()}" if learner.last else ""
    return f"{counted(learner.answers, 'answer')}{last}"
