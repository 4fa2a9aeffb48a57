"""`quizapp coverage`: which sentences of an article are asked, and why the others are not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

from cyclopts import Parameter

from quizapp.cli.diagnostics import tell
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import DataDir, Json
from quizapp.cli.output import say, say_json
from quizapp.cli.reading import AS_USUAL, NAMELESS, Reading
from quizapp.cli.sources import CLIPBOARD, STDIN, is_bank, named, questions_about, watched
from quizapp.kit.durations import counted
from quizapp.kit.errors import QuizappError, UsageError
from quizapp.kit.text import one_line
from quizapp.model.article import Article
from quizapp.model.item import Bank
from quizapp.usecases.acquire import is_address
from quizapp.usecases.coverage import Coverage, Row, State, as_asked
from quizapp.usecases.coverage import coverage as covered

JSON_FORMAT: Final = 2
"""Raised when a reader of the JSON would have to change; 2: “left out”, and “nothing found” for “nothing to ask”."""

Source = Annotated[
    str | None,
    Parameter(
        help="An article (a file, a web address, or - for standard input), of which all counts that can be asked; or a"
        f" bank (.yaml, or its name in the library), of which what it asks. {NAMELESS}"
    ),
]


def coverage(
    source: Source = None, /, *, json: Json = False, reading: Reading = AS_USUAL, data_dir: DataDir = None
) -> None:
    """Show which sentences are asked, and why others are not."""
    chosen, *others = named([source] if source is not None else [], reading)
    if others:
        raise UsageError("coverage is about one article; leave out its name or --clipboard")
    bank = _bank(chosen, data_dir)
    if bank is not None:
        found = covered(watched(bank.article), bank=bank)
    else:
        found = covered(questions_about(chosen, reading=reading))
        _tell_of_bank(found.article, data_dir)
    if json:
        say_json(as_data(found))
    else:
        for line in coverage_lines(found):
            say(line)


def _bank(source: str, data_dir: Path | None) -> Bank | None:
    """The bank that is meant: a file's, or that of a name in the library that no file has."""
    from quizapp.usecases.library import load_bank

    if is_bank(source):
        return load_bank(Path(source))
    if source in {STDIN, CLIPBOARD} or is_address(source) or Path(source).exists():
        return None
    library = open_workspace(data_dir).library
    return library.bank(source) if source in {entry.slug for entry in library.entries()} else None


def _tell_of_bank(article: Article, data_dir: Path | None) -> None:
    """Say where the library has questions about the same article, which may be fewer, or changed."""
    try:
        known = next(iter(open_workspace(data_dir).library.about(article)), None)
    except QuizappError:
        return  # a library that cannot be read has no say in what an article holds
    if known:
        tell(f"this is all that can be asked; quizapp coverage {known.slug} shows what the library's bank asks")


def coverage_lines(found: Coverage) -> Iterator[str]:
    """The counts, then every sentence with its questions, or with the reasons against it."""
    yield one_line(found.article.title)
    yield summary(found)
    for row in found.rows:
        yield ""
        count = len(row.items or row.left)
        times = f" ({count})" if count else ""
        place = one_line(found.article.place_of(row.sentence.span))
        yield f"{place} {row.state}{times}: {one_line(row.text)}"
        yield from _details(row)


def summary(found: Coverage) -> str:
    """How many sentences are asked, are left out, could not be asked, and seem to hold nothing."""
    asked, left, refused, silent = (
        found.count(state) for state in (State.ASKED, State.LEFT, State.REFUSED, State.SILENT)
    )
    spare = f" {left} could be, by questions that the bank does not ask;" if left else ""
    return (
        f"{asked} of {counted(len(found.rows), 'sentence')} are asked;{spare} {refused} could not be;"
        f" in {silent} nothing was found to ask."
    )


def _details(row: Row) -> Iterator[str]:
    if row.items or row.left:
        yield from (f"   {one_line(as_asked(item))}" for item in row.items)
        yield from (f"   left out: {one_line(as_asked(item))}" for item in row.left)
    else:
        reasons = dict.fromkeys(f"{reject.check}: {one_line(reject.reason)}" for reject in row.rejects)
        yield from (f"   {reason}" for reason in reasons)


def as_data(found: Coverage) -> dict[str, object]:
    """The same as plain data for JSON."""
    return {
        "format": JSON_FORMAT,
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
                "left_out": [{"id": item.id, "stem": item.stem} for item in row.left],
                "rejects": [
                    {"check": reject.check, "reason": reject.reason, "stem": reject.stem} for reject in row.rejects
                ],
            }
            for row in found.rows
        ],
    }
