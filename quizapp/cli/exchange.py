"""`quizapp export` and `quizapp import`: other people's formats."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from quizapp.cli import sources
from quizapp.cli.diagnostics import Bar, in_turn, tell
from quizapp.cli.generate import check_bank_name
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import BankName, DataDir
from quizapp.cli.output import check_output, say, write
from quizapp.cli.reading import Reading
from quizapp.kit.durations import counted
from quizapp.kit.errors import InputError, Place, UsageError
from quizapp.kit.text import visible
from quizapp.usecases.exchange import FORMAT_NAMES

if TYPE_CHECKING:
    from quizapp.model.article import Article
    from quizapp.usecases.exchange import Loss
    from quizapp.usecases.importing import Gathered

_NAMED = 20
"""Lines that are named for one kind of loss; who has more sees where to look."""

To = Annotated[str, Parameter(name="--to", help=f"The format: {', '.join(FORMAT_NAMES)}.")]
Output = Annotated[
    Path, Parameter(name=("-o", "--output"), help="The file to write; - prints it, where its format is a text.")
]
Verify = Annotated[
    bool, Parameter(name="--verify", help="Read the file back and say whether everything it keeps is whole.")
]
PaperSize = Annotated[
    Literal["a4", "letter"] | None, Parameter(name="--paper", help="The paper of a worksheet; else a4.")
]
SheetVersion = Annotated[
    Literal["A", "B", "C"] | None,
    Parameter(name="--version", help="Of a worksheet, else A: each has its options in another order."),
]
Force = Annotated[bool, Parameter(name="--force", help="Replace a file that is there already.")]
ExportSeed = Annotated[
    str, Parameter(name="--seed", help="Order the options by this word; the same word, the same file.")
]

Files = Annotated[list[Path], Parameter(help="Files of questions in any format that quizapp reads, banks included.")]
BankFile = Annotated[Path, Parameter(name=("-o", "--output"), help="The bank (.yaml) to make or to add to.")]
From = Annotated[str | None, Parameter(name="--from", help="Their format, where it cannot be told from the file.")]
AboutArticle = Annotated[
    str | None,
    Parameter(
        name="--article", help="The article they ask about, a file or an address; finds the sentence that answers each."
    ),
]
OfBook = Annotated[
    int | None,
    Parameter(name="--chapter", help="Of an --article that is a book (.epub), only the chapter of this number."),
]
TextEncoding = Annotated[
    str | None,
    Parameter(name="--encoding", help="The encoding of all texts, such as cp1252, when they are not UTF-8."),
]


def export_bank(
    bank: BankName,
    /,
    *,
    to: To,
    output: Output,
    verify: Verify = False,
    force: Force = False,
    seed: ExportSeed = "",
    paper: PaperSize = None,
    version: SheetVersion = None,
    data_dir: DataDir = None,
) -> int:
    """Write a bank for Moodle, spreadsheets and others."""
    from quizapp.usecases.bankfile import file_of
    from quizapp.usecases.exchange import SheetStyle
    from quizapp.usecases.exchange import export_bank as written

    workspace = open_workspace(data_dir)
    printed = str(output) == "-"
    done = written(
        file_of(workspace.library, bank).bank(),
        None if printed else output,
        name=to,
        seed=seed,
        sheet=SheetStyle(paper=paper or "a4", version=version or "A") if paper or version else None,
        now=workspace.clock.now(),
        verify=verify,
        force=force,
    )
    for line in _grouped(done.losses):
        tell(line)
    if done.dropped:
        tell(f"{counted(done.dropped, 'question')} that somebody dropped stay here")
    if printed:
        _print(done.content)
    told = tell if printed else say
    name = "standard output" if printed else output
    told(f"{name}: {_of(done.written, done.items)} as {to}")
    for line in _grouped(done.broken or ()):
        tell(line)
    if done.broken is not None:
        told(f"{name}: read back, {'not whole' if done.broken else 'whole'}")
    return InputError.exit_code if done.broken else 0


def _of(written: int, items: int) -> str:
    return counted(written, "question") if written == items else f"{written} of {counted(items, 'question')}"


def _print(content: bytes) -> None:
    """Print a file as it is; the mark of its encoding is left out.

    Raises:
        InputError: a terminal would obey something in it, or show it not at all.
    """
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    plain = text.replace("\t", " ")
    if visible(plain) != plain:
        raise InputError("these questions have characters that a terminal would hide or obey; name a file with -o")
    write(text)


def import_questions(
    files: Files,
    /,
    *,
    output: BankFile,
    form: From = None,
    article: AboutArticle = None,
    chapter: OfBook = None,
    encoding: TextEncoding = None,
) -> int:
    """Make a bank of other programs' questions."""
    from quizapp.usecases import foreign, importing, origins  # the formats and pydantic cost 100 ms

    check_bank_name(output)
    check_output(output)
    about = _about(article, Reading(encoding=encoding, chapter=chapter))
    read, code = in_turn(files, lambda path: foreign.read_foreign(path, form=form, encoding=encoding))
    bar = Bar("Checking questions")
    try:
        gathered = importing.import_questions(read, output, article=about, progress=bar)
    finally:
        bar.clear()
    for path, refusal in gathered.refused:
        tell(f"{origins.place_in(path, refusal)}: {refusal.what}")
    for line in _each_kind(gathered):
        tell(line)
    if gathered.unproved:
        tell(f"{counted(gathered.unproved, 'question')}: the file shows no sentence that answers; --article finds one")
    forms = ", ".join(dict.fromkeys(each.form for each in read))
    there = f", {gathered.known} there already" if gathered.known else ""
    left_out = f", {len(gathered.refused)} left out" if gathered.refused else ""
    say(f"{output}: {counted(gathered.added, 'question')} from {forms}{there}{left_out}")
    return code


def _about(article: str | None, reading: Reading) -> "Article | None":
    """The article that the questions ask about, where one is named.

    Raises:
        UsageError: a chapter is wanted of none.
    """
    if article is not None:
        (source,) = sources.named([article], reading)
        return sources.article(source, reading)
    if reading.chapter is not None:
        raise UsageError("--chapter is for the book that --article names, and none is named")
    return None


def _each_kind(gathered: "Gathered") -> Iterator[str]:
    """What questions lost on the way: each kind once for a file, with the lines that lost it."""
    from quizapp.usecases.origins import place_in  # with the formats, see above

    lines: dict[tuple[Path, str], list[int]] = {}
    places: dict[tuple[Path, str], Place] = {}
    for path, each in gathered.lost:
        lines.setdefault((path, each.what), []).append(each.line)
        places.setdefault((path, each.what), place_in(path, each))
    for kind, found in lines.items():
        others = list(dict.fromkeys(found))[1:]
        yield f"{places[kind]}{_also(others)}: {kind[1]}"


def _also(lines: list[int]) -> str:
    """The other lines, a few by their numbers."""
    named = ", ".join(map(str, lines[:_NAMED]))
    more = f" and {len(lines) - _NAMED} more" if len(lines) > _NAMED else ""
    return f", also {named}{more}" if lines else ""


def _grouped(losses: "Iterable[Loss]") -> Iterator[str]:
    """Each loss once, with the items that it befell."""
    items: dict[str, list[str]] = {}
    for loss in losses:
        items.setdefault(loss.what, []).append(loss.item)
    for what, names in items.items():
        yield f"{names[0]}{f' and {len(names) - 1} more' if len(names) > 1 else ''}: {what}"
