"""`quizapp serve`: the app in a browser."""

from typing import Annotated, Final

from cyclopts import Parameter

from quizapp.cli.diagnostics import tell
from quizapp.cli.options import AnyLearner, DataDir
from quizapp.kit.errors import UsageError
from quizapp.usecases.workspace import data_dir as data_dir_of

Host = Annotated[
    str, Parameter(name="--host", help="The address to listen at; usually 127.0.0.1, which is this machine alone.")
]
Port = Annotated[int, Parameter(name="--port", help="The port to listen at; usually 8000.")]

_HOST: Final = "127.0.0.1"
_PORT: Final = 8_000
_LAST_PORT: Final = 65_535


def serve(*, host: Host = _HOST, port: Port = _PORT, data_dir: DataDir = None, learner: AnyLearner = None) -> None:
    """Serve the app to a browser, of this machine unless told otherwise."""
    if not 1 <= port <= _LAST_PORT:
        raise UsageError(f"--port is a number from 1 to {_LAST_PORT}; {port} is not")
    from quizapp.tui.serving import LOCAL, serve_app  # a web server costs 300 ms

    if host not in LOCAL:
        tell(
            f"WARNING: {host} is not this machine alone. Whoever can reach it studies as you, can edit questions and"
            " can read text files of yours; there is no password and no encryption"
        )
    arguments = [f"--data-dir={data_dir_of(data_dir).absolute()}"]  # with =, so that no name is taken for an option
    if learner is not None:
        arguments.append(f"--learner={learner}")
    shown = f"[{host}]" if ":" in host else host
    serve_app(
        arguments, host=host, port=port, ready=lambda: tell(f"open http://{shown}:{port} in a browser; ctrl+c ends it")
    )
