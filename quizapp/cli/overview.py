"""The table of commands, and what `quizapp --help` makes of it without the command-line library, which costs 60 ms."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final, NamedTuple

WIDTH: Final = 80
"""Columns of the overview; every terminal has them."""


class Command(NamedTuple):
    """A command: its words, the function that carries it out, and its line in the list."""

    words: tuple[str, ...]
    function: str
    summary: str

    @property
    def name(self) -> str:
        """Its words as they are typed."""
        return " ".join(self.words)


COMMANDS: Final = (
    Command(("study",), "quizapp.cli.study:study", "Study what is due and new, in one bank or in all."),
    Command(("practise",), "quizapp.cli.practise:practise", "Practise outside the schedule, which stays as it is."),
    Command(("drill",), "quizapp.cli.drill:drill", "Drill a class or teams on one screen, against the clock or not."),
    Command(("due",), "quizapp.cli.due:due", "Show what is due today and on the days to come."),
    Command(("demo",), "quizapp.cli.demo:demo", "Try the bundled first quiz; neither library nor answers are touched."),
    Command(("add",), "quizapp.cli.add:add", "Bring articles, to have questions written, or banks into your library."),
    Command(("review",), "quizapp.cli.review:review", "Keep, drop and edit a bank's questions beside their source."),
    Command(("list",), "quizapp.cli.library:list_banks", "List the banks of your library."),
    Command(("remove",), "quizapp.cli.library:remove", "Take a bank out of your library; answers stay in the log."),
    Command(("generate",), "quizapp.cli.generate:generate", "Write questions without touching the library."),
    Command(("coverage",), "quizapp.cli.coverage:coverage", "Show which sentences are asked, and why others are not."),
    Command(("import",), "quizapp.cli.exchange:import_questions", "Make a bank of other programs' questions."),
    Command(("export",), "quizapp.cli.exchange:export_bank", "Write a bank for Moodle, spreadsheets and others."),
    Command(
        ("stats",),
        "quizapp.cli.stats:stats",
        "Show what you remember, by stability, day, article and fact.",
    ),
    Command(("fit",), "quizapp.cli.fit:fit", "Fit the schedule to how you remember; needs the extra quizapp[fit]."),
    Command(("flags",), "quizapp.cli.flags:flags", "List the questions that are flagged, or have one asked again."),
    Command(("learners",), "quizapp.cli.learners:list_learners", "List who studies on this machine, and when last."),
    Command(
        ("backup",),
        "quizapp.cli.keeping:backup",
        "Copy your answers to one checked file; one a day is made by itself.",
    ),
    Command(("restore",), "quizapp.cli.keeping:restore", "Put a backup in the place of your answers, which are kept."),
    Command(("merge",), "quizapp.cli.keeping:merge", "Add another machine's answers to yours, each once."),
    Command(("history", "export"), "quizapp.cli.history:export_log", "Write every answer to a JSON or CSV file."),
    Command(("history", "import"), "quizapp.cli.history:import_log", "Add the answers of such a file, each once."),
    Command(
        ("settings",), "quizapp.cli.settings:settings", "Show the settings and where each comes from, or edit them."
    ),
    Command(
        ("serve",), "quizapp.cli.serve:serve", "Serve the app to a browser, of this machine unless told otherwise."
    ),
    Command(("doctor",), "quizapp.cli.doctor:doctor", "Check your answers, backups and banks, and say what is wrong."),
    Command(
        ("bank", "check"), "quizapp.cli.bank:check", "Check every line of bank files; show each fault and its place."
    ),
    Command(("bank", "schema"), "quizapp.cli.bank:schema", "Print the JSON Schema of bank files, for editors."),
)
GROUPS: Final = (
    ("history", "Write your answers to a file, or add those of one."),
    ("bank", "Check a bank file, or print the schema that editors use."),
)
"""What commands of two words begin with."""
HELP: Final = "A quiz you can trust, made from an article; --plain asks it line by line, for screen readers and pipes."
PLAIN_HELP: Final = "Ask line by line, without drawing a screen; for screen readers and pipes."
DATA_DIR_HELP: Final = "Keep the library and the answers in this folder; also $QUIZAPP_DATA_DIR."
LEARNER_HELP: Final = "Whose answers to read and keep."
OPTIONS: Final = (
    ("--plain", PLAIN_HELP),
    ("--data-dir PATH", DATA_DIR_HELP),
    ("--learner NAME", LEARNER_HELP),
    ("--version", "Print the version and exit."),
    ("-h, --help", "Print this, or what a command takes: quizapp COMMAND --help."),
)
EXIT_CODES: Final = (
    "Exit codes: 0 ok, 2 usage, 3 bad input, 4 study data, 5 disk or permission, 6 network, 7 no usable terminal."
)


def overview() -> str:
    """The help of the whole program."""
    lines = [
        "Usage: quizapp [COMMAND] [OPTIONS]",
        "",
        *wrap(HELP, WIDTH),
        "",
        "Without a command the app opens.",
        "",
        "Commands:",
        *_listed([(command.name, command.summary) for command in COMMANDS]),
        "",
        "Options:",
        *_listed(list(OPTIONS)),
        "",
        *wrap(EXIT_CODES, WIDTH),
    ]
    return "\n".join(lines)


def _listed(rows: list[tuple[str, str]]) -> Iterator[str]:
    column = max(len(name) for name, _ in rows) + 4
    for name, text in rows:
        yield from wrap(text, WIDTH, initial_indent=f"  {name}".ljust(column), subsequent_indent=" " * column)
