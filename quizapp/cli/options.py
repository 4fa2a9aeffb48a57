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
AnyLearner = Annotated[str | None, Parameter(name="--learner", help=LEARNER_HELP)]
"""The same where the app asks who studies when nobody says."""
Json = Annotated[bool, Parameter(name="--json", help="Print JSON instead of lines to read.")]
Plain = Annotated[bool, Parameter(name="--plain", help=PLAIN_HELP)]


Encoding = Annotated[
    str | None,
    Parameter(
        name="--encoding", help="The text's encoding, such as cp1252, when it is not UTF-8, nor what a page declares."
    ),
]
Seed = Annotated[int | None, Parameter(name="--seed", help="Shuffle by this number, to repeat a sitting exactly.")]
Questions = Annotated[
    int | None, Parameter(name="--limit", help="At most so many questions in this sitting; usually 20.")
]
Retention = Annotated[
    float | None,
    Parameter(
        name="--retention", help="How likely to know each question when it comes back, from 0.7 to 0.99; usually 0.9."
    ),
]
Exam = Annotated[
    str | None, Parameter(name="--exam", help="The day, such as 2027-03-01, by which everything is to be strong.")
]

OneBank = Annotated[str | None, Parameter(help="One bank: its name in `quizapp list`, its file or its title.")]
BankName = Annotated[str, Parameter(help="A bank's name in `quizapp list`, its file or its title.")]

ME = "me"
"""The learner of a machine that one person uses."""
