"""A real terminal for the journeys: a pty with a process in it, and a reader of what is on its screen."""

import fcntl
import os
import pty
import selectors
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pyte

PATIENCE: Final = 30.0
"""Seconds until a test gives up waiting; a start takes under two on a loaded machine."""

AT_REST: Final = 0.6
"""Seconds for which a program that has got a key and does nothing has passed over it."""

LATE: Final = 4.0
"""Seconds after which a key is typed again where it is not told what the program does, or it never rests."""

# The child takes the pty as its controlling terminal, so that closing the window hangs it up.
_TAKE_TERMINAL: Final = (
    "import fcntl,os,sys,termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """A window of a terminal with one program in it."""

    def __init__(
        self, *command: str, env: Mapping[str, str], columns: int = 100, rows: int = 30, cwd: Path | None = None
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.seen = bytearray()
        self._window, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(inside)
        self._inside = inside  # kept open, so that the state the program leaves can be looked at
        self.process = subprocess.Popen(
            [sys.executable, "-c", _TAKE_TERMINAL, *command],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env=dict(env),
            cwd=cwd,
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.close()

    @property
    def text(self) -> str:
        """What is on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def is_cooked(self) -> bool:
        """Whether the terminal echoes and edits lines as it did before."""
        now = termios.tcgetattr(self._inside)
        return now[3] & (termios.ECHO | termios.ICANON) == self.before[3] & (termios.ECHO | termios.ICANON)

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._window, keys.encode())

    def wait_for(self, *texts: str, seconds: float = PATIENCE) -> str:
        """Read until every text is on the screen; return the screen.

        Raises:
            AssertionError: they did not all come in time; the message shows the screen.
        """
        self._until(lambda: all(text in self.text for text in texts), f"{texts}", seconds)
        return self.text

    def wait_until(self, is_so: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
        """Read until something is so.

        Raises:
            AssertionError: it did not come in time.
        """
        self._until(is_so, what, seconds)

    def insist(self, keys: str, *texts: str, seconds: float = PATIENCE) -> str:
        """Type, and again when the program rests, until every text is on the screen, as one does when a key is ignored.

        The app ignores keys for a moment after an answer, so that a double tap grades nothing.
        """
        self._insist(keys, lambda: all(text in self.text for text in texts), f"{keys!r} to bring {texts}", seconds)
        return self.text

    def leave(self, seconds: float = PATIENCE) -> int:
        """Press q until the program has ended; return its exit code."""
        self._insist("q", lambda: self.process.poll() is not None, "the end", seconds)
        return self.process.returncode

    def wait_for_end(self, seconds: float = PATIENCE) -> int:
        """Read until the program has ended; return its exit code, negative for a signal that killed it."""
        self._until(lambda: self.process.poll() is not None, "the end", seconds)
        self._read(0)
        return self.process.returncode

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def close(self) -> None:
        """Close the window, which hangs up on the program."""
        for handle in (self._window, self._inside):
            if handle >= 0:
                os.close(handle)
        self._window = self._inside = -1

    def _until(self, is_so: Callable[[], bool], what: str, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not is_so():
            left = deadline - time.monotonic()
            assert left > 0, f"waited {seconds} s for {what}; the screen:\n{self.text}"
            self._read(min(left, 0.05))

    def _insist(self, keys: str, is_so: Callable[[], bool], what: str, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < deadline, f"waited {seconds} s for {what}; the screen:\n{self.text}"
            self.press(keys)
            self._wait_while_busy(is_so)

    def _wait_while_busy(self, is_so: Callable[[], bool]) -> None:
        """Read until something is so, or the program has been at rest: a key that is only late must not come twice."""
        given_up, rests_since = time.monotonic() + LATE, time.monotonic()
        while not is_so() and (now := time.monotonic()) < given_up and now - rests_since < AT_REST:
            self._read(0.05)
            if not self._rests():
                rests_since = time.monotonic()

    def _rests(self) -> bool:
        """Whether every thread of the program waits for something; False where the system does not tell."""
        try:
            stats = [path.read_text("utf-8") for path in Path(f"/proc/{self.process.pid}/task").glob("*/stat")]
        except OSError:  # a thread has just ended
            return False
        return bool(stats) and all(stat.rsplit(")", 1)[1].split()[0] == "S" for stat in stats)

    def _read(self, seconds: float) -> None:
        """Take in what the program has drawn, waiting at most so long for the first of it."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._window, selectors.EVENT_READ)
            while selector.select(seconds):
                data = os.read(self._window, 65536)
                self.seen += data
                self._stream.feed(data)
                seconds = 0
