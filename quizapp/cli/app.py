"""The table of commands; each is imported when it runs."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from cyclopts import App, CycloptsError, Parameter, UnusedCliTokensError

from quizapp import __version__
from quizapp.cli.home import home
from quizapp.kit.errors import UsageError


class Command(NamedTuple):
    """A command: its words, the function that carries it out, and its line in the list, which needs no import."""

    words: tuple[str, ...]
    function: str
    summary: str


COMMANDS: Final = (
    Command(("study",), "quizapp.cli.study:study", "Study what is due and new, in one bank or in all."),
    Command(("demo",), "quizapp.cli.demo:demo", "Try the bundled first quiz; neither library nor answers are touched."),
    Command(
        ("add",), "quizapp.cli.add:add", "Bring articles, whose questions are written now, or banks into your library."
    ),
    Command(("list",), "quizapp.cli.library:list_banks", "List the banks of your library."),
    Command(
        ("remove",), "quizapp.cli.library:remove", "Take a bank out of your library; your answers stay in the log."
    ),
    Command(
        ("generate",), "quizapp.cli.generate:generate", "Write questions about articles without touching the library."
    ),
    Command(("stats",), "quizapp.cli.stats:stats", "Show sessions, accuracy, and how well you know each article."),
    Command(
        ("bank", "check"), "quizapp.cli.bank:check", "Check every line of bank files; show each fault with its place."
    ),
    Command(("bank", "schema"), "quizapp.cli.bank:schema", "Print the JSON Schema of bank files, for editors."),
)
HELP: Final = """A quiz you can trust, made from an article; --plain asks it line by line, for screen readers and pipes.

Without a command the app opens.

Exit codes: 0 ok, 2 usage, 3 bad input, 4 study data, 5 disk or permission, 7 no usable terminal."""


def build() -> App:
    """The command line; errors of usage are raised, and a command's exit code is returned."""
    app = App(
        name="quizapp",
        help=HELP,
        version=f"quizapp {__version__}",
        help_format="plaintext",
        help_formatter="plain",
        default_parameter=Parameter(negative=(), show_default=False),
        print_error=False,
        exit_on_error=False,
        result_action="return_value",
    )
    app.default(home)
    bank = App(name="bank", sort_key=len(COMMANDS), help="Check a bank file, or print the schema that editors use.")
    app.command(bank)
    for place, command in enumerate(COMMANDS):
        parent = bank if command.words[0] == "bank" else app
        parent.command(command.function, name=command.words[-1], help=command.summary, sort_key=place)
    return app


def invoke(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code.

    Raises:
        UsageError: it cannot be understood.
    """
    app = build()
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
