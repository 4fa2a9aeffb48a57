"""Work on what came from outside, in a process of its own with limits, so that nothing can freeze or fill this one."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from quizapp.kit.errors import DiskError, InputError, Place

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_REFUSED: Final = "refused"
"""The key under which the child says why."""
_FAILED: Final = "failed"
"""The key under which it says which of its bounds it met."""
_TOO_LONG: Final = "takes too long to be read: there is too much in it"
_TOO_HEAVY: Final = "needs too much memory to be read: there is too much in it"
_TOO_DEEP: Final = "is too deeply nested to be read"
_OUT_OF_TIME: Final = frozenset({signal.SIGXCPU, signal.SIGKILL})
"""How a child ends whose processor time is over; its memory ends by its own bound."""
_AT: Final = "at"
"""The key under which it says at which line and column."""


def told_apart(
    module: str, arguments: Sequence[str], content: bytes, *, seconds: float, what: str, advice: str, place: Place
) -> dict[str, Any]:
    """Run a module of ours as a child process, which ends in `answer_apart`, and return the fields that it tells.

    Args:
        module: its dotted name.
        arguments: what it is called with.
        content: what it reads on standard input.
        seconds: how long it is waited for.
        what: what the content is, for the sentence that says why it cannot be read.
        advice: what to do then, the end of that sentence.
        place: what the content is called in messages.

    Raises:
        InputError: the content cannot be read, and why; or it takes too long or too much memory.
        DiskError: no process can be started.
    """
    paths = os.pathsep.join(filter(None, sys.path))  # the child finds what its parent found
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            [sys.executable, "-P", "-m", module, *arguments],
            input=content,
            capture_output=True,
            timeout=seconds,
            check=True,
            env=os.environ | {"PYTHONPATH": paths},
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"{what} {_TOO_LONG}; {advice}", place=place) from None
    except subprocess.CalledProcessError as error:
        why = _TOO_LONG if -error.returncode in _OUT_OF_TIME else _TOO_HEAVY
        raise InputError(f"{what} {why}; {advice}", place=place) from None
    except OSError as error:
        raise DiskError(f"cannot start the reader of this format ({error.strerror}); try again", place=place) from None
    told: dict[str, Any] = json.loads(done.stdout)
    if _FAILED in told:
        raise InputError(f"{what} {told[_FAILED]}; {advice}", place=place)
    if _REFUSED in told:
        raise InputError(str(told[_REFUSED]), place=Place(place.file, *told[_AT]))
    return told


def answer_apart(work: Callable[[bytes], "DataclassInstance"], *, seconds: int, memory: int) -> None:
    """Be the child: bounded, do the work on standard input, and write the fields of what came of it as JSON."""
    limit(seconds=seconds, memory=memory)
    content = sys.stdin.buffer.read()
    try:
        told = asdict(work(content))
    except InputError as error:
        place = error.place or Place("")
        told = {_REFUSED: str(error).removeprefix(f"{place}: "), _AT: (place.line, place.column)}
    except MemoryError:
        told = {_FAILED: _TOO_HEAVY}
    except RecursionError:
        told = {_FAILED: _TOO_DEEP}
    json.dump(told, sys.stdout)


def limit(*, seconds: int, memory: int) -> None:
    """Bound this process, where the platform can: seconds of processor time, bytes of address space, no core file."""
    import resource  # not on Windows, which we do not support yet

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
