"""Articles named on the command line."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from quizapp.cli.diagnostics import Bar, tell
from quizapp.cli.reading import AS_USUAL, Reading
from quizapp.kit.errors import InputError, Place, UsageError
from quizapp.model.article import Article
from quizapp.usecases import acquire
from quizapp.usecases.acquire import Generated

BANK_SUFFIXES: Final = frozenset({".yaml", ".yml"})
STDIN: Final = "-"
_DASH: Final = "./-"
"""How `app.invoke` writes a lone dash, which the command line's library takes for an option."""
CLIPBOARD: Final = "--clipboard"
"""Stands for the clipboard among what is named; no file can be named so on the command line."""


def named(sources: Sequence[str], reading: Reading) -> list[str]:
    """All that is to be read: what is named, and the clipboard where it is wanted.

    Raises:
        UsageError: that is nothing, the number of the chapter is none, or it is asked of what has no chapters.
    """
    if reading.chapter is not None and reading.chapter < 1:
        raise UsageError("--chapter is a number from 1")
    found = [STDIN if source == _DASH else source for source in sources]
    found += [CLIPBOARD] if reading.clipboard else []
    if reading.chapter is not None and (odd := next((each for each in found if _has_no_chapters(each)), None)):
        name = "the clipboard" if odd == CLIPBOARD else odd
        raise UsageError(f"--chapter is for books (.epub), and {name} is none; leave it out")
    if not found:
        raise UsageError("name an article: a file, a web address, or - for standard input; or add --clipboard")
    return found


def _has_no_chapters(source: str) -> bool:
    """Whether this is no book before anybody looks into it; of all else its reader says so."""
    return source == CLIPBOARD or is_bank(source)


def is_bank(source: str) -> bool:
    """Whether a name is that of a bank's file."""
    return not acquire.is_address(source) and Path(source).suffix.lower() in BANK_SUFFIXES


def article(source: str, reading: Reading) -> Article:
    """The article in a file, at a web address, on standard input for "-", or in the clipboard.

    Raises:
        InputError: there is nothing readable in it.
        NetworkError: it cannot be fetched.
    """
    found = _found(source, reading)
    if found.remark:
        tell(f"{source}: {found.remark}")
    return found


def _found(source: str, reading: Reading) -> Article:
    if source == CLIPBOARD:
        return acquire.copied()
    if acquire.is_address(source):
        return acquire.fetched(
            source,
            encoding=reading.encoding,
            chapter=reading.chapter or 0,
            allow_private=reading.allow_private,
            told=tell,
        )
    path = None if source == STDIN else Path(source)
    return acquire.read(path, encoding=reading.encoding, chapter=reading.chapter or 0)


def questions_about(
    source: str, *, limit: int | None = None, reading: Reading = AS_USUAL, plain: bool = False
) -> Generated:
    """Read an article and write questions about it, with a bar to watch unless it is to be plain.

    Raises:
        InputError: there is nothing readable in it.
        NetworkError: it cannot be fetched.
    """
    return questions_on(article(source, reading), limit=limit, plain=plain)


def questions_on(about: Article, *, limit: int | None = None, plain: bool = False) -> Generated:
    """Write questions about an article, with a bar to watch unless it is to be plain."""
    return acquire.generate(about, limit=limit) if plain else watched(about, limit=limit)


def watched(about: Article, *, limit: int | None = None) -> Generated:
    """Write questions about an article, with a bar to watch."""
    reading, writing = Bar("Writing questions"), Bar("Checking questions")

    def written(done: int, total: int) -> None:
        if done % _STEP == 0:
            reading.clear()
            writing(done, total)

    try:
        return acquire.generate(about, limit=limit, progress=reading, writing=written)
    finally:
        reading.clear()
        writing.clear()


_STEP: Final = 50
"""Facts between two words about how far it is; a usual article has no more."""


def refuse_empty(generated: Generated, source: str) -> None:
    """Refuse to make a quiz without questions.

    Raises:
        InputError: no draft passed its checks.
    """
    if not generated.bank.items:
        raise InputError(
            "no question about this article passed its checks, so nothing was written;"
            " try a longer article, or see the drafts with quizapp generate --rejects",
            place=Place(source),
        )
