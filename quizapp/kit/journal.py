"""The log of faults: a traceback without anyone's data, in a file that only its owner reads."""

import os
import tempfile
import traceback
from datetime import datetime
from pathlib import Path
from typing import Final

from quizapp.kit.text import visible

NAME: Final = "quizapp.log"

_MOST: Final = 1_000_000  # bytes; a fault that comes back every minute must not fill a disk
_OWNER_ONLY: Final = 0o600


def record(error: BaseException, *, folder: Path, now: datetime) -> Path:
    """Append a traceback without local variables to the folder's log, or to a temporary file, and return which."""
    text = f"{now.isoformat(timespec='seconds')}\n{visible(''.join(traceback.format_exception(error)))}\n"
    try:
        return _append(folder / NAME, text)
    except OSError:
        handle, name = tempfile.mkstemp(prefix="quizapp-", suffix=".log")  # made for its owner only
        _write(handle, text)
        return Path(name)


def _append(path: Path, text: str) -> Path:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW
    if path.is_file() and path.stat().st_size > _MOST:
        flags |= os.O_TRUNC
    handle = os.open(path, flags, _OWNER_ONLY)
    os.fchmod(handle, _OWNER_ONLY)
    _write(handle, text)
    return path


def _write(handle: int, text: str) -> None:
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(text)
