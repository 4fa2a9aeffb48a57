"""Signals and a closed terminal: the app leaves the screen as it found it, with the right exit code, and in time."""

import asyncio
import os
import select
import signal
import sys
from collections.abc import Callable
from threading import Event, Thread
from types import FrameType
from typing import Final

SIGNALS: Final = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
HUNG_UP: Final = 128 + signal.SIGHUP
_BASE: Final = 128  # a process ended by signal n is said to have exited with 128 + n
# Seconds that leaving properly may take; it takes 0.3. A hang-up must end us within one second and leaves no terminal
# to restore; after any other signal the terminal matters more than the last half second.
_PATIENCE_HUNG_UP: Final = 0.8
_PATIENCE: Final = 1.7


def heed_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit code when a signal asks the program to end; needs the running loop."""
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, leave, _BASE + number)


def watch_terminal(leave: Callable[[int], None]) -> None:
    """Call `leave` when the terminal is closed even where the hang-up signal is ignored (nohup).

    Textual's input thread reads a closed terminal again and again, at full speed; poll waits for it without a cycle.
    """
    loop = asyncio.get_running_loop()
    if sys.__stdin__ is None or not sys.__stdin__.isatty():
        return
    handle = os.dup(sys.__stdin__.fileno())

    def wait() -> None:
        _hang_up_on(handle, None)
        try:
            loop.call_soon_threadsafe(leave, HUNG_UP)
        except RuntimeError:  # the loop is closed: the app has ended already
            return

    Thread(target=wait, daemon=True).start()


def stay_down() -> None:
    """Keep Textual from starting anew on a terminal that is gone.

    A hang-up comes with the signal to continue, on which Textual 8.2.8 draws again, into a queue that nobody empties.
    """
    resume = signal.getsignal(signal.SIGCONT)

    def go_on(number: int, frame: FrameType | None) -> None:
        if callable(resume) and sys.__stdin__ is not None and not _hang_up_on(sys.__stdin__.fileno(), 0):
            resume(number, frame)

    signal.signal(signal.SIGCONT, go_on)


def leave_for_certain(code: int) -> None:
    """End the process if it has not ended by itself in a moment: every answer is on disk, nothing else counts now."""

    def end() -> None:
        Event().wait(_PATIENCE_HUNG_UP if code == HUNG_UP else _PATIENCE)
        os._exit(code)

    Thread(target=end, daemon=True).start()


def _hang_up_on(handle: int, milliseconds: int | None) -> bool:
    """Whether a terminal is hung up, waiting for it at most so long (None: as long as it takes)."""
    poll = select.poll()
    poll.register(handle, 0)  # no event asked for: only a hang-up or an error is reported
    return bool(poll.poll(milliseconds))
