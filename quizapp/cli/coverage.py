"""`quizapp coverage`: which sentences of an article are asked, and why the others are not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.options import Json
from quizapp.cli.output import say, say_json
from quizapp.cli.reading import AS_USUAL, NAMELESS, Reading
from quizapp.cli.sources import is_bank, named, questions_about, watched
from quizapp.kit.durations import counted
from quizapp.kit.errors import UsageError
from quizapp.kit.text import one_line
from quizapp.usecases.coverage import Coverage, Row, State
from quizapp.usecases.coverage import coverage as covered

Source = Annotated[
    str | None,
    Parameter(help=f"An article (a file, a web address, or - for standard input), or a bank (.yaml). {NAMELESS}"),
]


def coverage(source: Source = None, /, *, json: Json = False, reading: Reading = AS_USUAL) -> None:
    """Show which sentences are asked, and why others are not."""
    chosen, *others = named([source] if source is not None else [], reading)
    if others:
        raise UsageError("coverage is about one article; leave out its name or --clipboard")
    if is_bank(chosen):
        from quizapp.usecases.library import load_bank

        bank = load_bank(Path(chosen))
        found = covered(watched(bank.article), bank=bank)
    else:
        found = covered(questions_about(chosen, reading=reading))
    if json:
        say_json(as_data(found))
    else:
        for line in coverage_lines(found):
            say(line)


def coverage_lines(found: Coverage) -> Iterator[str]:
    """The counts, then every sentence with its questions, or with the reasons against it."""
    yield one_line(found.article.title)
    yield summary(found)
    for row in found.rows:
        yield ""
        times = f" ({len(row.items)})" if row.items else ""
        place = one_line(found.article.place_of(row.sentence.span))
        yield f"{place} {row.state}{times}: {one_line(row.text)}"
        yield from _details(row)


def summary(found: Coverage) -> str:
    """How many sentences are asked, could not be, and hold nothing."""
    asked, refused, silent = (found.count(state) for state in (State.ASKED, State.REFUSED, State.SILENT))
    return (
        f"{asked} of {counted(len(found.rows), 'sentence')} are asked; {refused} could not be;"
        f" {silent} hold nothing to ask."
    )


def _details(row: Row) -> Iterator[str]:
    if row.items:
        yield from (f"   {one_line(item.stem)}" for item in row.items)
    else:
        reasons = dict.fromkeys(f"{reject.check}: {one_line(reject.reason)}" for reject in row.rejects)
        yield from (f"   {reason}" for reason in reasons)


def as_data(found: Coverage) -> dict[str, object]:
    """The same as plain data for JSON."""
    return {
        "format": 1,
        "article": found.article.id,
        "counts": {state.value: found.count(state) for state in State},
        "sentences": [
            {
                "paragraph": row.sentence.paragraph,
                "part": found.article.part_of(row.sentence.span),
                "start": row.sentence.span.start,
                "end": row.sentence.span.end,
                "text": row.text,
                "state": row.state.value,
                "items": [{"id": item.id, "stem": item.stem} for item in row.items],
                "rejects": [
                    {"check": reject.check, "reason": reject.reason, "stem": reject.stem} for reject in row.rejects
                ],
            }
            for row in found.rows
        ],
    }
