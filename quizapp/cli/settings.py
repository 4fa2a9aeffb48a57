"""`quizapp settings`: what is chosen once for everything, and where it comes from."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import Annotated, Final

from cyclopts import Parameter

from quizapp.cli.aims import heed_settings
from quizapp.cli.opening import open_workspace
from quizapp.cli.options import DataDir, Json
from quizapp.cli.output import say, say_json
from quizapp.kit.errors import InputError, UsageError
from quizapp.kit.text import one_line
from quizapp.model.keymap import printed
from quizapp.model.setting import Source
from quizapp.usecases.keys import Bound, bound
from quizapp.usecases.settings import Chosen, chosen, make_settings_file
from quizapp.usecases.workspace import Workspace

Edit = Annotated[
    bool, Parameter(name="--edit", help="Open the file in $VISUAL or $EDITOR, and check it when you are done.")
]
Keys = Annotated[
    bool, Parameter(name="--keys", help="List everything that keys do in the app, by the names of [keys].")
]

_GAP: Final = 2


def settings(*, edit: Edit = False, keys: Keys = False, json: Json = False, data_dir: DataDir = None) -> int:
    """Show the settings and where each comes from, or edit them."""
    workspace = open_workspace(data_dir)
    if edit:
        _edit(workspace)
    heed_settings(workspace)
    found = chosen(workspace)
    if json:
        findings = [str(finding) for finding in workspace.configuration.findings]
        told = [one.to_json() for one in found]
        keys_now = {one.key.name: list(one.now) for one in _by_name(workspace)}
        file = str(workspace.settings_file)
        say_json(
            {"format": 1, "file": file, "settings": told, "findings": findings, **({"keys": keys_now} if keys else {})}
        )
    elif keys:
        _say_keys(workspace)
    else:
        _say_all(found, workspace.settings_file)
    return InputError.exit_code if workspace.configuration.findings else 0


def _say_all(found: tuple[Chosen, ...], file: Path) -> None:
    names = max(len(one.setting.name) for one in found) + _GAP
    texts = max(len(one_line(one.text)) for one in found) + _GAP
    for one in found:
        where = f"${one.setting.variable}" if one.source is Source.ENVIRONMENT else one.source.value
        say(f"{one.setting.name.ljust(names)}{one_line(one.text).ljust(texts)}{where}")
    say(f"The file is {file}; quizapp settings --edit explains each setting.")


def _by_name(workspace: Workspace) -> list[Bound]:
    return sorted(bound(workspace), key=lambda one: one.key.name)


def _say_keys(workspace: Workspace) -> None:
    rows = [(one.key.name, " ".join(map(printed, one.now)), one.key.explanation) for one in _by_name(workspace)]
    names, keys = (max(len(row[column]) for row in rows) + _GAP for column in (0, 1))
    for name, now, explanation in rows:
        say(f"{name.ljust(names)}{now.ljust(keys)}{explanation}")


def _edit(workspace: Workspace) -> None:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if not words:
        raise UsageError(
            f"no editor is known; set $EDITOR, or open {workspace.settings_file} yourself (quizapp settings checks it)"
        )
    make_settings_file(workspace)
    try:
        code = subprocess.run([*words, str(workspace.settings_file)], check=False).returncode  # noqa: S603  the person's own editor, no shell
    except OSError as refusal:
        raise UsageError(f"cannot start {words[0]} ({refusal.strerror}); set $EDITOR to your editor") from None
    if code:
        raise UsageError(f"{words[0]} ended with exit code {code}; the file was not looked at")
