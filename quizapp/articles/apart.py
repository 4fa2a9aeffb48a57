"""Heavy parsers run in a process of their own, with limits, so that no document can freeze or fill the program."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from typing import Final, Literal

from quizapp.articles.extract import Extract
from quizapp.kit.errors import DiskError, InputError, Place

SECONDS: Final = 10
"""Time a document may take (faults.md, "Limits"); a page of 2 MB takes one."""

MEMORY: Final = 512 * 2**20
"""Bytes of address space a parser may take (the same)."""

Kind = Literal["markdown", "html"]


def extract_apart(kind: Kind, text: str, *, place: Place) -> Extract:
    """Extract in a child process.

    Raises:
        InputError: the document takes too long or too much memory.
        DiskError: no process can be started.
    """
    command = [sys.executable, "-P", "-m", "quizapp.articles.apart", kind]
    paths = os.pathsep.join(filter(None, sys.path))  # the child finds what its parent found
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            command,
            input=text.encode(),
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
    return Extract(**json.loads(done.stdout))


def _limit() -> None:
    """Bound this process, where the platform can."""
    import resource  # not on Windows, which we do not support yet

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main(kind: str) -> None:
    """Read a document from standard input, write its extract as JSON to standard output."""
    _limit()
    text = sys.stdin.buffer.read().decode()
    if kind == "markdown":
        from quizapp.articles.markdown import extract_markdown as extract
    else:
        from quizapp.articles.webpage import extract_html as extract  # trafilatura costs 0.3 s
    json.dump(asdict(extract(text)), sys.stdout)


if __name__ == "__main__":
    _main(sys.argv[1])
