"""`quizapp flags`: questions that are not asked until someone has looked at them."""

from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.diagnostics import tell
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import ME, DataDir, Json, Learner
from quizapp.cli.output import say, say_json
from quizapp.kit.errors import UsageError
from quizapp.kit.text import one_line

Lift = Annotated[str | None, Parameter(name="--lift", help="Ask this one again, by its name in the list.")]


def flags(*, lift: Lift = None, json: Json = False, data_dir: DataDir = None, learner: Learner = ME) -> None:
    """List the questions that are flagged, or have one asked again."""
    from quizapp.usecases import flags as flagging  # SQLite and the bank reader come with it

    if lift and json:
        raise UsageError("--lift has nothing to list; leave --json out")
    workspace = open_workspace(data_dir, learner=learner)
    if lift:
        flagging.lift(workspace, lift)
        say(f"{one_line(lift)}: asked again")
        return
    found = flagging.flagged(workspace)
    if json:
        say_json({"format": 1, "flags": [one.to_json() for one in found]})
        return
    for one in found:
        say(f"{one_line(one.name)}: {one_line(one.reason)}, since {one.since}. {one_line(one.stem)}".rstrip())
    tell("quizapp flags --lift NAME has one asked again" if found else "nothing is flagged")
