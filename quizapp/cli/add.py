"""`quizapp add`: bring articles and banks into the library."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.diagnostics import in_turn
from quizapp.cli.generate import BANK_SUFFIXES
from quizapp.cli.generated import made_and_thrown_away
from quizapp.cli.options import DataDir, Encoding
from quizapp.cli.output import say
from quizapp.cli.sources import questions_about, refuse_empty
from quizapp.kit.durations import counted
from quizapp.usecases.library import Library
from quizapp.usecases.workspace import open_workspace

Inputs = Annotated[
    list[Path], Parameter(help="Articles (.txt, .md, .html, or - for standard input) and banks (.yaml).")
]


def add(inputs: Inputs, /, *, encoding: Encoding = None, data_dir: DataDir = None) -> int:
    """Bring articles, to have questions written, or banks into your library."""
    library = open_workspace(data_dir).library

    def added(path: Path) -> None:
        if path.suffix.lower() in BANK_SUFFIXES:
            slug = library.add_bank(path)
            say(f"{slug}: {counted(len(library.bank(slug).items), 'question')}")
        else:
            _add_article(library, path, encoding=encoding)

    _, code = in_turn(inputs, added)
    return code


def _add_article(library: Library, path: Path, *, encoding: str | None) -> None:
    generated = questions_about(path, encoding=encoding)
    refuse_empty(generated, path)
    say(f"{library.save(generated.bank)}: {made_and_thrown_away(generated)}")
