"""The clipboard's text, from the tool that the system has for it."""

import shutil
import subprocess
from typing import Final

from quizapp.articles.reading import pasted_article
from quizapp.kit.errors import InputError, Place
from quizapp.model.article import Article

CLIPBOARD: Final = "clipboard"
"""The source of an article that came from there."""

_TOOLS: Final = (
    ("pbpaste",),
    ("wl-paste", "--no-newline", "--type", "text"),
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
    ("powershell.exe", "-NoProfile", "-Command", "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw"),
)
"""Of macOS, Wayland, X11 (two), and Windows around WSL; the first that is there and answers counts."""

_SECONDS: Final = 10  # PowerShell alone takes two to start
_PLACE: Final = Place(CLIPBOARD)


def read_clipboard() -> Article:
    """An article from what was copied last.

    Raises:
        InputError: no tool can read the clipboard, or there is nothing readable in it.
    """
    there = [tool for tool in _TOOLS if shutil.which(tool[0])]
    if not there:
        names = ", ".join(tool[0] for tool in _TOOLS[:-1])
        raise InputError(
            f"none of the tools that read it is there ({names}); install one, or pipe the text to quizapp … -",
            place=_PLACE,
        )
    for tool in there:
        text = _output(tool)
        if text is not None:
            return pasted_article(text, source=CLIPBOARD)
    raise InputError("it is empty, holds no text, or cannot be reached from here; copy the text again", place=_PLACE)


def _output(tool: tuple[str, ...]) -> str | None:
    """What a tool prints; None where it fails, as most do on an empty clipboard or without a display."""
    try:
        done = subprocess.run(  # noqa: S603  the tools of our own table
            tool, capture_output=True, check=True, timeout=_SECONDS, stdin=subprocess.DEVNULL
        )
        return done.stdout.decode() or None
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
