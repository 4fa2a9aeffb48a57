"""Options that several commands share, each written once."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

DataDir = Annotated[
    Path | None,
    Parameter(name="--data-dir", help="Keep the library and the answers in this folder; also $QUIZAPP_DATA_DIR."),
]
Learner = Annotated[str, Parameter(name="--learner", help="Whose answers to read and keep.")]
Json = Annotated[bool, Parameter(name="--json", help="Print JSON instead of lines to read.")]
Plain = Annotated[
    bool, Parameter(name="--plain", help="Ask line by line, without drawing a screen; for screen readers and pipes.")
]
Encoding = Annotated[
    str | None, Parameter(name="--encoding", help="The text's encoding, such as cp1252, when it is not UTF-8.")
]
Seed = Annotated[int | None, Parameter(name="--seed", help="Shuffle by this number, to repeat a sitting exactly.")]

BankName = Annotated[str, Parameter(help="A bank's name in `quizapp list`, its file or its title.")]

ME = "me"
"""The learner of a machine that one person uses."""
