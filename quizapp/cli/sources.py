"""Articles named on the command line."""

import sys
from pathlib import Path
from typing import Final

from quizapp.kit.errors import InputError
from quizapp.model.article import Article
from quizapp.usecases import acquire

STDIN: Final = Path("-")


def read_source(path: Path, *, encoding: str | None = None) -> Article:
    """Read the article in a file, or on standard input when the path is "-".

    Raises:
        InputError: there is nothing readable.
    """
    if path != STDIN:
        return acquire.read(path, encoding=encoding)
    if sys.stdin is None:
        raise InputError("standard input is closed; name a file")
    return acquire.read(None, stdin=sys.stdin.buffer, encoding=encoding)
