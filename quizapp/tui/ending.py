"""Signals and a closed terminal: the app leaves the screen as it found it, with the right exit code."""

import asyncio
import os
import select
import signal
import sys
from collections.abc import Callable
from threading import Thread
from typing import Final

SIGNALS: Final = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
_BASE: Final = 128  # a process ended by signal n is said to have exited with 128 + n


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
    if sys.__stdin__ is None or not sys.__stdin__.isatty() or not hasattr(select, "poll"):
        return
    handle = os.dup(sys.__stdin__.fileno())

    def wait() -> None:
        poll = select.poll()
        poll.register(handle, 0)  # no event asked for: only a hang-up or an error is reported
        poll.poll()
        try:
            loop.call_soon_threadsafe(leave, _BASE + signal.SIGHUP)
        except RuntimeError:  # the loop is closed: the app has ended already
            return

    Thread(target=wait, daemon=True).start()
