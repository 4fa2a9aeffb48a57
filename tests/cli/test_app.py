"""The grammar: help, version and slips."""

import importlib
import inspect
from inspect import signature

import pytest

from commandline import Command
from quizapp import __version__
from quizapp.cli.home import home
from quizapp.cli.overview import COMMANDS, OPTIONS
from quizapp.cli.overview import Command as Row


def test_version_names_the_program_and_its_version(quizapp: Command) -> None:
    """The version is data: it goes to standard output."""
    assert quizapp("--version").out == f"quizapp {__version__}\n"


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: " ".join(row.words))
def test_the_list_says_what_the_command_says_of_itself(row: Row) -> None:
    """The summary that needs no import is the first line of the function's own description."""
    module, name = row.function.split(":")
    function = getattr(importlib.import_module(module), name)
    assert inspect.getdoc(function) == row.summary


def test_the_overview_lists_every_command_and_fits_every_terminal(quizapp: Command) -> None:
    """Help begins with what there is to type, in 80 columns."""
    said = quizapp("--help")
    assert (said.code, said.err) == (0, "")
    assert quizapp("-h") == said
    assert not [row.name for row in COMMANDS if f"\n  {row.name}  " not in said.out]
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_overview_knows_the_options_of_the_app(quizapp: Command) -> None:
    """What the overview says of a bare quizapp is what a bare quizapp takes."""
    listed = {option.split()[0].removeprefix("--").replace("-", "_") for option, _ in OPTIONS[:-2]}
    assert listed == set(signature(home).parameters)


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: " ".join(row.words))
def test_every_command_explains_itself(row: Row, quizapp: Command) -> None:
    """--help after any command succeeds, on standard output, without an escape sequence."""
    said = quizapp(*row.words, "--help")
    assert said.code == 0
    assert row.summary[:40] in said.out
    assert "\x1b" not in said.out


def test_plain_mode_is_named_in_the_first_line_of_help(quizapp: Command) -> None:
    """Who cannot use a screen learns of --plain before anything else."""
    first = quizapp("--help").out.split("\n\n")[1]
    assert "--plain" in first


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["genrate", "a.txt"], "did you mean generate?"),
        (["--foo"], "--foo"),
        (["generate"], "name an article"),
        (["add"], "or add --clipboard"),
        (["coverage", "a.txt", "--clipboard"], "one article"),
        (["generate", "file:///etc/passwd"], "https://"),
        (["generate", "a.epub", "--chapter", "-1"], "a number from 1"),
        (["add", "a.epub", "--chapter", "0"], "a number from 1"),
        (["add", "--clipboard", "--chapter", "2"], "--chapter is for books (.epub), and the clipboard is none"),
        (["generate", "a.epub", "--clipboard", "--chapter", "2"], "and the clipboard is none"),
        (["add", "a.epub", "b.yaml", "--chapter", "2"], "--chapter is for books (.epub), and b.yaml is none"),
        (["coverage", "b.yaml", "--chapter", "2"], "and b.yaml is none"),
        (["generate", "a.txt", "--limit", "x"], "--limit"),
        (["generate", "a.txt", "--limt", "3"], "--limit"),
        (["generate", "a.txt", "--limit", "0"], "1 or more"),
        (["generate", "a.txt", "b.txt", "-o", "c.yaml"], "one article"),
        (["generate", "a.txt", "-o", "a.txt"], "a.yaml"),
        (["study", "a", "b"], "'b'"),
        (["bank", "chek"], "check"),
    ],
)
def test_a_slip_is_one_line_that_helps(arguments: list[str], hint: str, quizapp: Command) -> None:
    """What cannot be understood ends with 2 and one line that says what to do; nothing goes to standard output."""
    said = quizapp(*arguments)
    assert (said.code, said.out) == (2, "")
    assert hint in said.err
    assert said.err.count("\n") == 1


def test_a_hostile_word_reaches_the_terminal_as_letters(quizapp: Command) -> None:
    """Escape sequences and markup in the command line are shown, never obeyed."""
    said = quizapp("\x1b]0;owned\x07[/][@click=app.quit]x[/]")
    assert said.code == 2
    assert "␛]0;owned␇[/][@click=app.quit]x[/]" in said.err
    assert "\x1b" not in said.both
