"""Heavy parsers run in a process of their own, with limits, so that no document can freeze or fill the program."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Final

from quizapp.articles.extract import Extract
from quizapp.articles.formats import Kind
from quizapp.kit.errors import DiskError, InputError, Place
from quizapp.model.article import Part

SECONDS: Final = 10
"""Time a document may take (faults.md, "Limits"); a page of 2 MB takes one."""

MEMORY: Final = 512 * 2**20
"""Bytes of address space a parser may take (the same)."""

_REFUSED: Final = "refused"  # the key under which the child says why


def extract_apart(kind: Kind, data: bytes, *, place: Place, chapter: int = 0) -> Extract:
    """Extract in a child process.

    Args:
        kind: the format.
        data: the document; texts as UTF-8.
        place: what it is called in messages.
        chapter: of a book, the 1-based number of the chapter that is wanted; 0 for all.

    Raises:
        InputError: there is nothing to read, and why; or the document takes too long or too much memory.
        DiskError: no process can be started.
    """
    command = [sys.executable, "-P", "-m", "quizapp.articles.apart", kind, str(chapter)]
    paths = os.pathsep.join(filter(None, sys.path))  # the child finds what its parent found
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            command,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env=os.environ | {"PYTHONPATH": paths},
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        what = "this document is too large, too deeply nested or too broken to be read; save its text as .txt"
        raise InputError(what, place=place) from None
    except OSError as error:
        raise DiskError(f"cannot start the reader of this format ({error.strerror}); try again", place=place) from None
    return _told(json.loads(done.stdout), place)


def _told(answer: dict[str, object], place: Place) -> Extract:
    """What the child told, as what it means."""
    if _REFUSED in answer:
        raise InputError(str(answer[_REFUSED]), place=place)
    parts = tuple(Part(**part) for part in answer.pop("parts"))  # type: ignore[attr-defined]  # our own child's JSON
    return Extract(**answer, parts=parts)  # type: ignore[arg-type]  # the same


def _limit() -> None:
    """Bound this process, where the platform can."""
    import resource  # not on Windows, which we do not support yet

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _extractor(kind: str, chapter: int) -> Callable[[bytes], Extract]:
    """The one table of formats; each parser is imported where it is wanted alone, trafilatura costs 0.3 s."""
    match kind:
        case "markdown":
            from quizapp.articles.markdown import extract_markdown

            return lambda data: extract_markdown(data.decode())
        case "pdf":
            from quizapp.articles.pdf import extract_pdf

            return extract_pdf
        case "docx":
            from quizapp.articles.docx import extract_docx

            return extract_docx
        case "epub":
            from quizapp.articles.epub import extract_epub

            return lambda data: extract_epub(data, chapter=chapter)
        case _:
            from quizapp.articles.webpage import extract_html

            return lambda data: extract_html(data.decode())


def _main(kind: str, chapter: str) -> None:
    """Read a document from standard input, write its extract as JSON to standard output."""
    _limit()
    data = sys.stdin.buffer.read()
    try:
        answer: dict[str, object] = asdict(_extractor(kind, int(chapter))(data))
    except InputError as error:
        answer = {_REFUSED: str(error)}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    _main(*sys.argv[1:])
