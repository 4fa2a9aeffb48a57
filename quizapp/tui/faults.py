"""What is left of an unexpected exception: a log file that only its owner can read, and one sentence."""

import os
import traceback
from pathlib import Path
from typing import Final

from quizapp.kit.text import one_line

LOG: Final = "quizapp.log"
_OWNER_ONLY: Final = 0o600
_MOST: Final = 1_000_000  # bytes; a fault that comes back every minute must not fill a disk


def record(error: BaseException, *, folder: Path, at: str) -> str:
    """Append an exception to the log and return the sentence for the user; local variables are never written."""
    text = "".join(traceback.format_exception(error))
    kind = one_line(type(error).__name__, limit=80)
    path = folder / LOG
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST:
            path.unlink()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OWNER_ONLY)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{at}\n{text}\n")
    except OSError as refusal:
        return f"quizapp stopped because of a fault of its own ({kind}), and could not write why ({refusal.strerror})."
    place = one_line(str(path), limit=300)
    return f"quizapp stopped because of a fault of its own ({kind}); every answer is kept, the details are in {place}"
