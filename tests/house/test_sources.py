"""The shape of the house: sizes, names, and what no committed file may hold."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from quizapp import __version__
from quizapp.cli.overview import COMMANDS

HOUSE = Path(__file__).parents[2]
MODULES = sorted((HOUSE / "quizapp").rglob("*.py"))
TESTS = sorted((HOUSE / "tests").rglob("*.py"))

LONGEST_MODULE = 400
"""Lines; modules of well-liked code in this field have a median of 55–250."""

LONGEST_FUNCTION = 60
"""Lines with the docstring; nine functions in ten of such code are under 35."""

WARTS = {"utils", "helpers", "common", "manager", "core", "base", "misc"}
"""Names that say nothing about what is inside."""


def committed() -> list[Path]:
    """Every file in the index that is text."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, check=True).stdout.decode()
    paths = [HOUSE / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and path.suffix not in {".png", ".svg"}]


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_a_module_holds_one_idea() -> None:
    """A module is short enough to be read in one go, and its name says what it is about."""
    lengths = {str(path.relative_to(HOUSE)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_MODULE}
    assert not [name for name in lengths if Path(name).stem in WARTS]


def test_a_function_fits_a_screen() -> None:
    """No function is so long that its beginning is out of sight at its end."""
    long = [
        f"{path.relative_to(HOUSE)}:{function.lineno} {function.name}"
        for path in MODULES
        for function in functions_of(path)
        if (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
    ]
    assert not long


def test_no_test_waits_for_time_to_pass() -> None:
    """A test waits for state; one that sleeps is slow on a good day and red on a bad one."""
    sleepers = re.compile(
        r"\b(?:time|asyncio)\.sleep\(\s*[^0)\s]|\bfrom time import [^\n]*\bsleep\b|\bpause\(\s*[\d.]+\s*\)"
    )
    assert not [path.name for path in TESTS if sleepers.search(path.read_text(encoding="utf-8"))]


def test_every_silenced_check_carries_its_reason() -> None:
    """An ignore says which check it silences and why, on its line."""
    bare = re.compile(
        r"#\s*(?:noqa(?!: [A-Z]+\d+(?:, ?[A-Z]+\d+)*  \S)|type: ignore(?!\[[a-z-]+(?:, ?[a-z-]+)*\]  # \S))"
    )
    offenders = [
        f"{path.relative_to(HOUSE)}:{number}"
        for path in [*MODULES, *TESTS]
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert not offenders


def test_no_committed_file_names_a_registry() -> None:
    """Lock files hold hashes and no addresses: whoever installs chooses where from."""
    hosts = re.compile(r"https?://[^\s\"'<>)]*(?:pypi|pythonhosted|simple/|/packages/)", re.IGNORECASE)
    offenders = [
        str(path.relative_to(HOUSE))
        for path in committed()
        if hosts.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not offenders


def test_the_changelog_tells_of_this_version() -> None:
    """A version that ships is described to the people who use it."""
    assert f"## [{__version__}]" in (HOUSE / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_command_is_on_its_page() -> None:
    """docs/cli.md has a section for each command."""
    page = (HOUSE / "docs" / "cli.md").read_text(encoding="utf-8")
    assert not [command.words for command in COMMANDS if f"## `quizapp {' '.join(command.words)}`" not in page]


TALKERS = {"http", "ssl", "ftplib", "smtplib", "poplib", "imaplib", "socketserver", "xmlrpc", "webbrowser"}


def test_nothing_else_of_the_standard_library_opens_a_connection() -> None:
    """Import-linter protects what is imported somewhere; these are imported nowhere, and of urllib only its parser."""
    for path in MODULES:
        if path.name == "fetching.py":
            continue  # the one module that may
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & TALKERS, path
            assert not [name for name in names if name.startswith("urllib") and name != "urllib.parse"], path
