"""Articles named on the command line."""

from pathlib import Path
from typing import Final

from quizapp.cli.diagnostics import Bar
from quizapp.kit.errors import InputError, Place
from quizapp.model.article import Article
from quizapp.usecases import acquire
from quizapp.usecases.acquire import Generated

STDIN: Final = Path("-")


def questions_about(path: Path, *, limit: int | None = None, encoding: str | None = None) -> Generated:
    """Read the article in a file, or on standard input for "-", and write questions about it with a bar to watch.

    Raises:
        InputError: there is nothing readable in it.
    """
    return watched(acquire.read(None if path == STDIN else path, encoding=encoding), limit=limit)


def watched(article: Article, *, limit: int | None = None) -> Generated:
    """Write questions about an article, with a bar to watch."""
    bar = Bar("Writing questions")
    try:
        return acquire.generate(article, limit=limit, progress=bar)
    finally:
        bar.clear()


def refuse_empty(generated: Generated, path: Path) -> None:
    """Refuse to make a quiz without questions.

    Raises:
        InputError: no draft passed its checks.
    """
    if not generated.bank.items:
        raise InputError(
            "no question about this article passed its checks, so nothing was written;"
            " try a longer article, or see the drafts with quizapp generate --rejects",
            place=Place(str(path)),
        )
