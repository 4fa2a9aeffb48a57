"""What is left of an unexpected exception: a log that only its owner can read, and one sentence."""

from datetime import datetime
from pathlib import Path

from quizapp.kit.text import one_line


def record(error: BaseException, *, folder: Path, now: datetime) -> str:
    """Log an exception without local variables and return the sentence for the user."""
    from quizapp.kit import journal  # tempfile and traceback, which only a fault pays

    log = journal.record(error, folder=folder, now=now)
    kind = one_line(type(error).__name__, limit=80)
    place = one_line(str(log), limit=300)
    return f"quizapp stopped because of a fault of its own ({kind}); every answer is kept, the details are in {place}"
