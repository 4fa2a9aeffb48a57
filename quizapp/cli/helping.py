"""What a command says with --help: each line ends with a whole word, and what goes on is set in under its option."""

import io
from textwrap import wrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cyclopts.help import HelpEntry, HelpPanel
    from rich.console import Console, ConsoleOptions

_INDENT: Final = "  "
_HANGING: Final = " " * 6
_UNWRAPPED: Final = 100_000
"""Columns in which a text is taken as it was written."""


class Wrapped:
    """cyclopts' own plain form (4.x) is wrapped twice, so that every second line ends after a word or two."""

    def __call__(self, console: "Console", options: "ConsoleOptions", panel: "HelpPanel") -> None:
        """Print a list of options, arguments or commands."""
        if not panel.entries:
            return
        _say(console, f"{_plain(panel.title)}:")
        for entry in panel.entries:
            _wrapped(console, _told(entry), first=_INDENT, further=_HANGING)
        _say(console, "")

    def render_usage(self, console: "Console", options: "ConsoleOptions", usage: object) -> None:
        """Print how it is called."""
        text = _plain(usage).strip()
        if text:
            _wrapped(console, text if text.startswith("Usage:") else f"Usage: {text}")
            _say(console, "")

    def render_description(self, console: "Console", options: "ConsoleOptions", description: object) -> None:
        """Print what it does."""
        if text := _plain(description).strip():
            _wrapped(console, text)
            _say(console, "")


def _told(entry: "HelpEntry") -> str:
    """An option with its names, what it is for, what can be chosen and whether it is needed."""
    parts = [_plain(entry.description)]
    parts += [f"[choices: {', '.join(entry.choices)}]"] if entry.choices else []
    parts += ["[required]"] if entry.required else []
    said = " ".join(part for part in parts if part)
    names = ", ".join(entry.display_labels_with_metavar)
    return f"{names}: {said}" if said else names


def _plain(text: object) -> str:
    """The words of what cyclopts hands over, unwrapped."""
    from rich.console import Console  # with cyclopts' help alone

    if text is None or isinstance(text, str):
        return text or ""
    out = io.StringIO()
    Console(file=out, width=_UNWRAPPED, no_color=True, highlight=False, markup=False, emoji=False).print(text, end="")
    return " ".join(out.getvalue().split())


def _wrapped(console: "Console", text: str, *, first: str = "", further: str = "") -> None:
    for line in wrap(text, console.width, initial_indent=first, subsequent_indent=further, break_on_hyphens=False):
        _say(console, line)


def _say(console: "Console", line: str) -> None:
    console.print(line, highlight=False, markup=False, soft_wrap=True)
