"""`quizapp generate`: write questions about articles without touching the library."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from quizapp.cli.diagnostics import in_turn, tell
from quizapp.cli.generated import as_data, made_and_thrown_away, question_lines, reject_lines
from quizapp.cli.options import Json
from quizapp.cli.output import check_output, say, say_json
from quizapp.cli.reading import AS_USUAL, NAMELESS, Reading
from quizapp.cli.sources import BANK_SUFFIXES, named, questions_about, refuse_empty
from quizapp.kit.errors import UsageError
from quizapp.usecases.acquire import Generated

Articles = Annotated[
    tuple[str, ...],
    Parameter(help=f"Files (text, Markdown, HTML, PDF, Word, EPUB), web addresses, or - (standard input). {NAMELESS}"),
]
Output = Annotated[Path | None, Parameter(name=("-o", "--output"), help="Write the bank to this .yaml file.")]
Limit = Annotated[int | None, Parameter(name="--limit", help="Keep only so many questions, the best ones.")]
Update = Annotated[
    Path | None, Parameter(name="--update", help="Bring this bank up to date with the article, and say what changed.")
]
Yes = Annotated[bool, Parameter(name="--yes", help="Do not ask before changing what somebody edited, kept or dropped.")]
Rejects = Annotated[bool, Parameter(name="--rejects", help="List the drafts that were thrown away, too.")]


def generate(
    articles: Articles = (),
    /,
    *,
    output: Output = None,
    limit: Limit = None,
    rejects: Rejects = False,
    update: Update = None,
    yes: Yes = False,
    json: Json = False,
    reading: Reading = AS_USUAL,
) -> int:
    """Write questions without touching the library."""
    sources = named(articles, reading)
    _check_usage(sources, output, limit)
    if update is not None:
        _check_update(sources, output, other=rejects or json)
        from quizapp.cli.renew import renew

        renew(sources[0], update, limit=limit, yes=yes, reading=reading)
        return 0

    def made(source: str) -> Generated:
        generated = questions_about(source, limit=limit, reading=reading)
        if output:
            _write(generated, source, output)
        if not json:
            _list(generated, questions=output is None, rejects=rejects)
        return generated

    done, code = in_turn(sources, made)
    if json:
        data = [as_data(generated) for generated in done]
        say_json(data[0] if len(sources) == 1 else data)
    return code


def _check_usage(articles: list[str], output: Path | None, limit: int | None) -> None:
    if limit is not None and limit < 1:
        raise UsageError("--limit is the number of questions to keep; give 1 or more")
    if output is None:
        return
    if len(articles) > 1:
        raise UsageError("-o takes the bank of one article; run generate once for each")
    check_bank_name(output)
    check_output(output)


def check_bank_name(path: Path) -> None:
    """Refuse to call a bank what no bank is called.

    Raises:
        UsageError: it does not end like one.
    """
    if path.suffix.lower() not in BANK_SUFFIXES:
        raise UsageError(f"a bank is a YAML file; name it {path.with_suffix('.yaml') if path.name else 'bank.yaml'}")


def _check_update(articles: list[str], output: Path | None, *, other: bool) -> None:
    if len(articles) > 1:
        raise UsageError("--update takes the one article that the bank is about")
    if output is not None or other:
        raise UsageError("--update writes the bank itself; leave out -o, --rejects and --json")


def _list(generated: Generated, *, questions: bool, rejects: bool) -> None:
    for line in question_lines(generated) if questions else ():
        say(line)
    for line in reject_lines(generated) if rejects else ():
        say(line)


def _write(generated: Generated, article: str, output: Path) -> None:
    from quizapp.usecases.library import write_bank_file

    refuse_empty(generated, article)
    write_bank_file(generated.bank, output)
    tell(f"{output}: {made_and_thrown_away(generated)}")
