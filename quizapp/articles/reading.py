"""Choose how to read an article, and refuse what could not be asked about."""

from pathlib import Path
from typing import BinaryIO

from quizapp.model.article import Article


def read_article(path: Path | None, *, stdin: BinaryIO | None = None, encoding: str | None = None) -> Article:
    """Read an article from a file, or from standard input when path is None.

    Args:
        path: a .txt, .md, .html or .htm file.
        stdin: where to read from when path is None.
        encoding: the name of the file's encoding; None for UTF-8.

    Raises:
        InputError: there is nothing readable in it, and why.
        DiskError: the file may not be read.
    """
    raise NotImplementedError
