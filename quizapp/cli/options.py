"""Options that several commands share, each written once."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.overview import DATA_DIR_HELP, LEARNER_HELP, PLAIN_HELP

DataDir = Annotated[
    Path | None,
    Parameter(name="--data-dir", help=DATA_DIR_HELP),
]
Learner = Annotated[str, Parameter(name="--learner", help=LEARNER_HELP)]
Json = Annotated[bool, Parameter(name="--json", help="Print JSON instead of lines to read.")]
Plain = Annotated[bool, Parameter(name="--plain", help=PLAIN_HELP)]
Encoding = Annotated[
    str | None, Parameter(name="--encoding", help="The text's encoding, such as cp1252, when it is not UTF-8.")
]
Seed = Annotated[int | None, Parameter(name="--seed", help="Shuffle by this number, to repeat a sitting exactly.")]

BankName = Annotated[str, Parameter(help="A bank's name in `quizapp list`, its file or its title.")]

ME = "me"
"""The learner of a machine that one person uses."""
