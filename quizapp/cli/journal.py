"""The log of faults: a traceback without anyone's data, in a file that only its owner reads."""

import os
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from quizapp.kit.text import visible

LOG_NAME: Final = "quizapp.log"


def log_bug(error: BaseException, arguments: Sequence[str]) -> Path:
    """Append a traceback without local variables to the log and return where it is."""
    text = visible("".join(traceback.format_exception(error))) + "\n"
    try:
        return _append(_data_dir(arguments) / LOG_NAME, text)
    except (OSError, ImportError):  # an ImportError may be the very fault to be logged
        handle, name = tempfile.mkstemp(prefix="quizapp-", suffix=".log")  # made 0600
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(text)
        return Path(name)


def _append(path: Path, text: str) -> Path:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
        os.fchmod(stream.fileno(), 0o600)
        stream.write(text)
    return path


def _data_dir(arguments: Sequence[str]) -> Path:
    """The folder that --data-dir names, else the usual one; read anew since the fault may lie before the parsing."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--data-dir="):
            return Path(argument.partition("=")[2])
        if argument == "--data-dir" and place + 1 < len(arguments):
            return Path(arguments[place + 1])
    from quizapp.usecases.workspace import data_dir

    return data_dir(None)
