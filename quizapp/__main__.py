"""The edge of the process: errors become one line and an exit code, signals end it cleanly."""

import contextlib
import errno
import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Final

from quizapp import __version__
from quizapp.cli.diagnostics import report, tell
from quizapp.cli.output import say
from quizapp.kit.errors import DiskError, QuizappError, mending

INTERRUPTED = 130
BUG = 1
_DISK_FAULTS: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.EPERM})


def main() -> None:
    """Run quizapp and leave with its exit code."""
    code = run(sys.argv[1:])
    sys.exit(128 + _received[0] if _received else code)


def run(arguments: Sequence[str]) -> int:
    """Run quizapp with arguments and return its exit code."""
    _speak_utf8()
    _end_on_signals()
    try:
        code = _carry_out(arguments)
        if sys.stdout:
            sys.stdout.flush()
    except QuizappError as error:
        if not _received:
            report(error)
        return error.exit_code
    except BrokenPipeError:  # the reader has what it wanted: `quizapp list | head`
        _discard_output()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _disk_fault(error) if error.errno in _DISK_FAULTS else _bug(error, arguments)
    except Exception as error:  # noqa: BLE001  the process edge, the only place that may
        return _bug(error, arguments)
    return code


def _carry_out(arguments: Sequence[str]) -> int:
    match list(arguments):  # what scripts and newcomers ask first is answered in 30 ms instead of 140
        case ["--version"]:
            say(f"quizapp {__version__}")
            return 0
        case ["--help" | "-h"]:
            from quizapp.cli.overview import overview

            say(overview())
            return 0
        case []:  # what most people start: nothing to parse
            from quizapp.cli.front import open_front

            return open_front()
        case _:
            from quizapp.cli.app import invoke

            return invoke(arguments)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says, lone surrogates of odd file names escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _end_on_signals() -> None:
    """Leave by way of `finally` on SIGTERM and SIGHUP, unless the caller told us to ignore them (nohup)."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)


_received: Final[list[int]] = []
"""Signals that told us to end: what they raise is lost where the interpreter is cleaning up at that moment."""


def _leave(number: int, _frame: FrameType | None) -> None:
    _received.append(number)
    sys.exit(128 + number)


def _disk_fault(error: OSError) -> int:
    """A full disk or a missing permission that nobody further in foresaw; most often it is standard output's."""
    _discard_output()
    place = error.filename or "standard output"
    tell(f"cannot read or write {place} ({error.strerror}); {mending(error)}, or choose another place")
    return DiskError.exit_code


def _discard_output() -> None:
    """Point standard output at nothing, so that the interpreter's own last flush finds no fault."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _bug(error: Exception, arguments: Sequence[str]) -> int:
    from quizapp.kit import journal  # traceback and tempfile cost 15 ms that only a bug pays
    from quizapp.kit.clock import SystemClock

    log = journal.record(error, folder=_data_dir(arguments), now=SystemClock().now())
    tell(f"quizapp stopped because of a fault of its own; every answer is kept, the details are in {log}")
    return BUG


def _data_dir(arguments: Sequence[str]) -> Path:
    """The folder that --data-dir names, else the usual one; read anew since the fault may lie before the parsing."""
    from quizapp.usecases.workspace import data_dir

    for place, argument in enumerate(arguments):
        if argument.startswith("--data-dir="):
            return Path(argument.partition("=")[2])
        if argument == "--data-dir" and place + 1 < len(arguments):
            return Path(arguments[place + 1])
    return data_dir(None)


if __name__ == "__main__":
    main()
