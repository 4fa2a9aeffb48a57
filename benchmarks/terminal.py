"""A program in a terminal of our own, with its processor time to the microsecond."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

ROWS: Final = 30
COLUMNS: Final = 100
FRAME: Final = b"\x1b[1;1H"
"""Textual's first frame begins at the top left corner."""

_QUIET: Final = 0.08
"""Seconds without work after which a program waits for keys; Welcome's own warm-up begins 0.2 s after the paint."""

_PATIENCE: Final = 20.0
_STEP: Final = 0.004
_WORK: Final = 0.0005  # seconds of processor time below which nothing was done


class Terminal:
    """A program started in a pseudo-terminal, to be used in a `with` block."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            terminal = environment | {"TERM": "xterm-256color"}
            os.execvpe(command[0], list(command), terminal)  # noqa: S606  a terminal's child, not a shell's
        # Linux: the clock of another process is its inverted number, shifted, with 2 for "scheduled time"
        self._clock = (~self.pid << 3) | 2
        self.seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.close(self._terminal)
        os.waitpid(self.pid, 0)

    def cpu(self) -> float:
        """Processor time of the program so far, in milliseconds."""
        return 1000 * time.clock_gettime(self._clock)

    def memory(self) -> float:
        """Resident memory in MiB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def until(self, marker: bytes) -> float:
        """Read until a marker was painted and return the processor time at that moment, in milliseconds."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if select.select([self._terminal], [], [], _STEP)[0]:
                self.seen += os.read(self._terminal, 65536)
                if marker in self.seen:
                    return self.cpu()
        raise TimeoutError(f"{marker!r} was not painted in {_PATIENCE:g} s; last: {self.seen[-300:]!r}")

    def until_idle(self) -> float:
        """Read until the program sleeps, waiting for keys, and return its processor time by then, in milliseconds."""
        end = time.monotonic() + _PATIENCE
        last, since = self.cpu(), time.monotonic()
        while time.monotonic() < end:
            if select.select([self._terminal], [], [], _STEP)[0]:
                self.seen += os.read(self._terminal, 65536)
            now = self.cpu()
            if now - last > 1000 * _WORK or not self._sleeps():
                last, since = now, time.monotonic()
            elif time.monotonic() - since > _QUIET:
                return last
        raise TimeoutError(f"the program did not come to rest in {_PATIENCE:g} s")

    def press(self, key: str) -> None:
        """Type a key; what was painted before is forgotten."""
        self.seen = b""
        os.write(self._terminal, key.encode())

    def rest(self, seconds: float) -> None:
        """Let time pass while reading, as a person does who looks at the answer."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self._terminal], [], [], _STEP)[0]:
                self.seen += os.read(self._terminal, 65536)

    def _sleeps(self) -> bool:
        # the state stands behind the name, which may hold anything
        return Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "S"
