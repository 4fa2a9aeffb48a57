"""`quizapp add`: bring articles and banks into the library."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from quizapp.cli.aims import heed_settings
from quizapp.cli.diagnostics import in_turn
from quizapp.cli.generated import made_and_thrown_away
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import DataDir
from quizapp.cli.output import say
from quizapp.cli.reading import AS_USUAL, NAMELESS, Reading
from quizapp.cli.renew import confirm, summary
from quizapp.cli.sources import STDIN, article, is_bank, named, questions_on, refuse_empty
from quizapp.kit.durations import counted
from quizapp.usecases.adding import AMOUNTS
from quizapp.usecases.bringing import Brought, brought
from quizapp.usecases.library import Library
from quizapp.usecases.rehoming import rehomed
from quizapp.usecases.versions import WorkAtRiskError

Inputs = Annotated[
    tuple[str, ...],
    Parameter(
        help="Articles (files, web addresses, or - for standard input) and banks (.yaml). An article that is there is"
        f" brought up to date, and what people edited, kept or dropped stays. {NAMELESS}"
    ),
]
Amount = Annotated[
    Literal["few", "normal", "all"] | None,
    Parameter(name="--amount", help="How many questions an article gives, the best ones; usually all."),
]
Yes = Annotated[bool, Parameter(name="--yes", help="Do not ask before changing what somebody edited, kept or dropped.")]
Anew = Annotated[
    bool,
    Parameter(
        name="--anew",
        help="Put this in the place of what the library has about the article; what it had is kept as a .bak file.",
    ),
]
NoBar = Annotated[bool, Parameter(name="--plain", help="Draw no bar that moves; for screen readers.")]


def add(
    inputs: Inputs = (),
    /,
    *,
    amount: Amount = None,
    yes: Yes = False,
    anew: Anew = False,
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
            slug = _add_bank(library, Path(source), anew=anew, yes=yes)
            say(f"{slug}: {counted(len(library.bank(slug).items), 'question')}")
            return
        about = article(source, reading)
        library.about(about)  # a bank in the way is told before minutes are spent
        generated = questions_on(about, plain=plain)
        refuse_empty(generated, source)
        everything = generated.bank.items
        generated = replace(generated, bank=replace(generated.bank, items=everything[:limit]), wanted=limit)
        known = brought(library, generated.bank, spare=everything)
        if known is not None and not anew:
            _renew(library, known, yes=yes, free=source != STDIN)
            return
        bank = rehomed(generated.bank, known.entry.article_id) if known is not None else generated.bank
        say(f"{library.save(bank)}: {made_and_thrown_away(generated)}")

    _, code = in_turn(sources, added)
    return code


def _add_bank(library: Library, path: Path, *, anew: bool, yes: bool) -> str:
    """Copy a bank into the library, and ask before what a person did to the one that is there leaves with it."""
    try:
        return library.add_bank(path, anew=anew or yes)
    except WorkAtRiskError as risk:
        confirm(risk.slug, risk.count, option="--anew")
        return library.add_bank(path, anew=True)


def _renew(library: Library, known: Brought, *, yes: bool, free: bool) -> None:
    """Bring the questions about an article that is there up to date, and ask before what a person did changes."""
    slug, renewal = known.entry.slug, known.renewal
    if known.idle:
        say(f"{slug}: {counted(known.entry.items, 'question')}, nothing to change")
        return
    if renewal.touched and not yes:
        confirm(slug, len(renewal.touched), free=free)
    library.save(renewal.bank, slug=slug)
    say(f"{slug}: {summary(renewal)}; what it held before is in {slug}.yaml.bak")
