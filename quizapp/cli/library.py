"""`quizapp list` and `quizapp remove`: what the library holds, and taking a bank out."""

from quizapp.cli.diagnostics import report, tell
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import BankName, DataDir, Json
from quizapp.cli.output import say, say_json
from quizapp.kit.durations import counted
from quizapp.usecases.library import Entry


def list_banks(*, json: Json = False, data_dir: DataDir = None) -> None:
    """List the banks of your library."""
    library = open_workspace(data_dir).library
    entries = library.entries()
    if json:
        say_json([_entry_data(entry) for entry in entries])
    else:
        width = max((len(entry.slug) for entry in entries), default=0)
        for entry in entries:
            bundled = "  (bundled)" if entry.shipped else ""
            say(f"{entry.slug.ljust(width)}  {counted(entry.items, 'question')}  {entry.title}{bundled}")
    for problem in library.problems():
        report(problem)


def remove(bank: BankName, /, *, data_dir: DataDir = None) -> None:
    """Take a bank out of your library; answers stay in the log."""
    library = open_workspace(data_dir).library
    slug = library.find(bank)
    library.remove(slug)
    tell(f"{slug} is no longer in the library; the answers you gave are kept")


def _entry_data(entry: Entry) -> dict[str, object]:
    return {
        "slug": entry.slug,
        "title": entry.title,
        "article": entry.article_id,
        "words": entry.words,
        "items": entry.items,
        "kinds": dict(sorted(entry.kinds.items())),
        "bundled": entry.shipped,
        "path": str(entry.path),
    }
