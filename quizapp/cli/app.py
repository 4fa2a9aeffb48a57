"""The table of commands; each is imported when it runs."""

from typing import Final

from cyclopts import App, Parameter

from quizapp import __version__
from quizapp.cli.home import home

COMMANDS: Final = {
    "study": "quizapp.cli.study:study",
    "demo": "quizapp.cli.demo:demo",
    "add": "quizapp.cli.add:add",
    "list": "quizapp.cli.library:list_banks",
    "remove": "quizapp.cli.library:remove",
    "generate": "quizapp.cli.generate:generate",
    "stats": "quizapp.cli.stats:stats",
}
BANK_COMMANDS: Final = {
    "check": "quizapp.cli.bank:check",
    "schema": "quizapp.cli.bank:schema",
}
HELP: Final = "\n\n".join(
    [
        "A quiz you can trust, written from an article; --plain asks it line by line, for screen readers and pipes.",
        "Without a command the app opens.",
        "Exit codes: 0 ok, 2 usage, 3 bad input, 4 study data, 5 disk or permission, 7 no usable terminal.",
    ]
)


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
    for place, (name, path) in enumerate(COMMANDS.items()):
        app.command(path, name=name, sort_key=place)
    bank = App(name="bank", sort_key=len(COMMANDS), help="Check a bank file, or print the schema that editors use.")
    for name, path in BANK_COMMANDS.items():
        bank.command(path, name=name)
    app.command(bank)
    return app
