"""`quizapp fit`: the schedule fitted to how fast one learner forgets."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Json, Learner
from quizapp.cli.output import say, say_json
from quizapp.kit.durations import counted
from quizapp.kit.errors import UsageError

if TYPE_CHECKING:
    from quizapp.usecases.fitting import Fitted

Reset = Annotated[bool, Parameter(name="--reset", help="Go back to the parameters that FSRS comes with.")]


def fit(*, reset: Reset = False, json: Json = False, data_dir: DataDir = None, learner: Learner = ME) -> None:
    """Fit the schedule to how you remember; needs the extra quizapp[fit]."""
    from quizapp.usecases import fitting  # SQLite and the scheduler cost 40 ms

    if reset and json:
        raise UsageError("--reset has no figures to give; leave --json out")
    workspace = open_workspace(data_dir, learner=learner)
    if reset:
        was = fitting.reset_schedule(workspace)
        say("The schedule is FSRS's own again." if was else "The schedule is FSRS's own already.")
        return
    found = fitting.fit_schedule(workspace)
    if json:
        say_json({"format": 1, **asdict(found)})
    else:
        _say(found)


def _say(found: "Fitted") -> None:
    say(f"Fitted to {counted(found.fitted_to, 'answer')} after days, tried on the latest {found.held_out}.")
    say(f"Log loss there: {found.before:.4f} before, {found.after:.4f} after (±{found.error:.4f}); smaller is better.")
    if found.kept:
        say("Your schedule goes by the new parameters from now on; quizapp fit --reset goes back.")
    else:
        say("That is no more than luck may do, so your schedule stays as it is.")
