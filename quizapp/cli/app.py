"""The command line, built from the table of commands; each is imported when it runs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from cyclopts import App, CycloptsError, Parameter, UnusedCliTokensError

from quizapp import __version__
from quizapp.cli.home import home
from quizapp.cli.overview import COMMANDS, GROUPS, HELP
from quizapp.kit.errors import UsageError

if TYPE_CHECKING:
    from quizapp.cli.helping import Wrapped

_HELP_FLAGS: Final = frozenset({"--help", "-h"})


def build(*, helping: bool = True) -> App:
    """The command line; errors of usage are raised, and a command's exit code is returned.

    Args:
        helping: whether it may be asked for help; what draws that takes 6 ms to import, an eighth of all imports here.
    """
    app = App(
        name="quizapp",
        help=HELP,
        version=f"quizapp {__version__}",
        help_format="plaintext",
        help_formatter=_formatter() if helping else None,
        default_parameter=Parameter(negative=(), show_default=False),
        print_error=False,
        exit_on_error=False,
        result_action="return_value",
    )
    app.default(home)
    groups = {name: App(name=name, sort_key=len(COMMANDS), help=summary) for name, summary in GROUPS}
    for group in groups.values():
        app.command(group)
    for place, command in enumerate(COMMANDS):
        parent = groups.get(command.words[0], app)
        parent.command(command.function, name=command.words[-1], help=command.summary, sort_key=place)
    return app


def _formatter() -> "Wrapped":
    from quizapp.cli.helping import Wrapped  # only who asks for help pays for it

    return Wrapped()


def invoke(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code.

    Raises:
        UsageError: it cannot be understood.
    """
    app = build(helping=not _HELP_FLAGS.isdisjoint(arguments))
    try:
        # cyclopts takes a lone dash for an option; as a path "./-" is the same thing and looks like a file
        code = app(["./-" if argument == "-" else argument for argument in arguments])
    except CycloptsError as error:
        raise UsageError(f"{_explained(error, arguments)}; quizapp --help lists the commands") from None
    return code if isinstance(code, int) else 0


def _explained(error: CycloptsError, arguments: Sequence[str]) -> str:
    from difflib import get_close_matches  # 3 ms that only a slip pays

    word, known = arguments[0], {command.words[0] for command in COMMANDS}
    if isinstance(error, UnusedCliTokensError) and not word.startswith("-") and word not in known:
        near = get_close_matches(word, sorted(known), n=1)
        return f"there is no command {word}" + (f"; did you mean {near[0]}?" if near else "")
    return str(error).rstrip(". ")
