"""`quizapp bank …`: check a bank, print its schema."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.diagnostics import in_turn
from quizapp.cli.output import say, say_json
from quizapp.kit.durations import counted


def check(banks: Annotated[list[Path], Parameter(help="Bank files (.yaml).")], /) -> int:
    """Check every line of bank files; show each fault and its place."""
    from quizapp.usecases.library import check_bank  # pydantic and YAML cost 80 ms

    def checked(path: Path) -> None:
        bank = check_bank(path)
        say(f"{path}: ok, {counted(len(bank.items), 'question')}")

    _, code = in_turn(banks, checked)
    return code


def schema() -> None:
    """Print the JSON Schema of bank files, for editors."""
    from quizapp.usecases.library import bank_schema  # pydantic costs 60 ms

    say_json(bank_schema())
