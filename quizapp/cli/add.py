"""`quizapp add`: bring articles and banks into the library."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from quizapp.cli.aims import heed_settings
from quizapp.cli.diagnostics import in_turn
from quizapp.cli.generated import made_and_thrown_away
from quizapp.cli.options import DataDir
from quizapp.cli.output import say
from quizapp.cli.reading import AS_USUAL, NAMELESS, Reading
from quizapp.cli.sources import is_bank, named, questions_about, refuse_empty
from quizapp.kit.durations import counted
from quizapp.usecases.adding import AMOUNTS
from quizapp.usecases.library import Library
from quizapp.usecases.workspace import open_workspace

Inputs = Annotated[
    tuple[str, ...],
    Parameter(help=f"Articles (files, web addresses, or - for standard input) and banks (.yaml). {NAMELESS}"),
]
Amount = Annotated[
    Literal["few", "normal", "all"] | None,
    Parameter(name="--amount", help="How many questions an article gives, the best ones; usually all."),
]
NoBar = Annotated[bool, Parameter(name="--plain", help="Draw no bar that moves; for screen readers.")]


def add(
    inputs: Inputs = (),
    /,
    *,
    amount: Amount = None,
    reading: Reading = AS_USUAL,
    plain: NoBar = False,
    data_dir: DataDir = None,
) -> int:
    """Bring articles, to have questions written, or banks into your library."""
    sources = named(inputs, reading)
    workspace = open_workspace(data_dir)
    heed_settings(workspace)
    library = workspace.library
    limit = AMOUNTS[amount or workspace.settings.amount or "all"]

    def added(source: str) -> None:
        if is_bank(source):
            slug = library.add_bank(Path(source))
            say(f"{slug}: {counted(len(library.bank(slug).items), 'question')}")
        else:
            _add_article(library, source, reading, limit=limit, plain=plain)

    _, code = in_turn(sources, added)
    return code


def _add_article(library: Library, source: str, reading: Reading, *, limit: int | None, plain: bool) -> None:
    generated = questions_about(source, limit=limit, reading=reading, plain=plain)
    refuse_empty(generated, source)
    say(f"{library.save(generated.bank)}: {made_and_thrown_away(generated)}")
