"""Heavy parsers run in a process of their own, with limits, so that no document can freeze or fill the program."""

import sys
from collections.abc import Callable
from typing import Final

from quizapp.articles.extract import Extract
from quizapp.articles.formats import Kind
from quizapp.kit.apart import answer_apart, told_apart
from quizapp.kit.errors import Place
from quizapp.model.article import Part

SECONDS: Final = 7
"""Processor time a document may take; a page of 2 MB takes one."""

WAIT: Final = 9
"""Seconds for which it is waited; with the start of the program there are 10 (faults.md, A3). It is more than SECONDS,
for on a busy machine a small document takes long, too."""

MEMORY: Final = 400 * 2**20
"""Bytes of address space a parser may take; with the program that waits for it there are 512 MiB (the same)."""


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
    told = told_apart(
        "quizapp.articles.apart",
        (kind, str(chapter)),
        data,
        seconds=WAIT,
        what="this document",
        advice="split it, or save the part that you want as .txt",
        place=place,
    )
    parts = tuple(Part(**part) for part in told.pop("parts"))
    return Extract(**told, parts=parts)


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
    answer_apart(_extractor(kind, int(chapter)), seconds=SECONDS, memory=MEMORY)


if __name__ == "__main__":
    _main(*sys.argv[1:])
