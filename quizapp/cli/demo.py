"""`quizapp demo`: the bundled first quiz."""

from quizapp.cli.options import Plain, Seed
from quizapp.cli.sittings import hold
from quizapp.usecases.study import open_demo
from quizapp.usecases.workspace import open_workspace


def demo(*, plain: Plain = False, seed: Seed = None) -> int:
    """Try the bundled first quiz; neither library nor answers are touched."""
    from quizapp.usecases.library import first_bank  # pydantic and YAML cost 80 ms

    workspace = open_workspace()
    return hold(open_demo(first_bank(), clock=workspace.clock, seed=seed), workspace, plain=plain)
