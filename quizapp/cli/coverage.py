"""`quizapp coverage`: which sentences of an article are asked, and why the others are not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.generate import BANK_SUFFIXES
from quizapp.cli.options import Encoding, Json
from quizapp.cli.output import say, say_json
from quizapp.cli.sources import questions_about, watched
from quizapp.kit.durations import counted
from quizapp.kit.text import one_line
from quizapp.usecases.coverage import Coverage, Row, State
from quizapp.usecases.coverage import coverage as covered

Source = Annotated[Path, Parameter(help="An article (.txt, .md, .html, or - for standard input), or a bank (.yaml).")]


def coverage(source: Source, /, *, json: Json = False, encoding: Encoding = None) -> None:
    """Show which sentences are asked, and why others are not."""
    if source.suffix.lower() in BANK_SUFFIXES:
        from quizapp.usecases.library import load_bank

        bank = load_bank(source)
        found = covered(watched(bank.article), bank=bank)
    else:
        found = covered(questions_about(source, encoding=encoding))
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
        yield f"¶{row.sentence.paragraph} {row.state}{times}: {one_line(row.text)}"
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
