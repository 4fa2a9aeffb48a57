"""`quizapp add`: bring articles and banks into the library."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.diagnostics import Bar, in_turn
from quizapp.cli.generate import BANK_SUFFIXES
from quizapp.cli.options import DataDir, Encoding
from quizapp.cli.output import say
from quizapp.cli.sources import read_source
from quizapp.kit.errors import InputError, Place
from quizapp.usecases import acquire
from quizapp.usecases.library import Library
from quizapp.usecases.workspace import open_workspace

Inputs = Annotated[
    list[Path], Parameter(help="Articles (.txt, .md, .html, or - for standard input) and banks (.yaml).")
]


def add(inputs: Inputs, /, *, encoding: Encoding = None, data_dir: DataDir = None) -> int:
    """Bring articles, whose questions are written now, or banks into your library."""
    library = open_workspace(data_dir).library

    def added(path: Path) -> None:
        if path.suffix.lower() in BANK_SUFFIXES:
            slug = library.add_bank(path)
            say(f"{slug}: {len(library.bank(slug).items)} questions")
        else:
            _add_article(library, path, encoding=encoding)

    _, code = in_turn(inputs, added)
    return code


def _add_article(library: Library, path: Path, *, encoding: str | None) -> None:
    article = read_source(path, encoding=encoding)
    bar = Bar("Writing questions")
    try:
        generated = acquire.generate(article, progress=bar)
    finally:
        bar.clear()
    if not generated.bank.items:
        raise InputError(
            "no question about this article passed its checks, so nothing was added; try a longer article",
            place=Place(str(path)),
        )
    slug = library.save(generated.bank)
    say(f"{slug}: {len(generated.bank.items)} questions; {len(generated.rejects)} drafts thrown away")
