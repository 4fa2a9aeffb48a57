"""Write docs/cli.md from what every command says with --help: `python docs/write_cli.py`."""  # noqa: INP001  a script, not a package

import contextlib
import io
import os
from pathlib import Path
from typing import Final

from quizapp.cli.app import invoke
from quizapp.cli.overview import COMMANDS, overview

PAGE: Final = Path(__file__).with_name("cli.md")
WIDTH: Final = "100"
"""Columns of the page's help; a README reader's window shows them without scrolling."""

INTRODUCTION: Final = """# The command line

Written by `python docs/write_cli.py` from what the commands say of themselves; a test keeps it so.

Data goes to standard output, talk to standard error. With several files a bad one is reported, the others are still
done, and the exit code is 3.
"""


def help_of(*words: str) -> str:
    """What a command prints with --help."""
    os.environ["COLUMNS"] = WIDTH
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        invoke([*words, "--help"])
    return "\n".join(line.rstrip() for line in printed.getvalue().strip().splitlines())


def page() -> str:
    """The whole page."""
    sections = [("quizapp", overview())]
    sections += [(f"quizapp {command.name}", help_of(*command.words)) for command in COMMANDS]
    return INTRODUCTION + "".join(f"\n## `{title}`\n\n```text\n{text}\n```\n" for title, text in sections)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
