"""Gives every parser of foreign input broken files without end and counts what it makes of them (fault F1).

    python quality/fuzz.py                       # each parser, 2,000 inputs
    python quality/fuzz.py pdf epub --count 100000 --seed 2 --jobs 2
    python quality/fuzz.py pdf --only 4711       # one input again, with the traceback; --keep FILE writes it

An input follows from the parser's name, the seed and its number: whole files with bytes flipped, cut out, doubled and
swapped, words of the format put in, the members of archives broken inside archives that are whole, XML that stays XML,
and what small grammars make. A parser reads it or refuses it with the one error there is for that, in one sentence. Any
other exception is a fault; so is a text that cannot be written, anything printed, a process that dies, and, of a parser
that the app does not run in a process of its own, one that takes longer than 10 s or more than 1 GiB. Prints a line for
each parser; the exit code is 1 on any fault.
"""

import argparse
import collections
import contextlib
import io
import multiprocessing
import multiprocessing.connection
import shutil
import signal
import sys
import time
import traceback
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import fuzz_readings
from fuzz_parsers import PARSERS, Parser

from quizapp.kit.apart import limit
from quizapp.kit.chance import dice
from quizapp.kit.errors import InputError
from quizapp.kit.text import one_line

SECONDS: Final = 10
"""Time for one input; what the app gives a document."""

MEMORY: Final = 1024 * 2**20
CHUNK: Final = 500
"""Inputs a process reads before the next takes its place, so that nothing adds up."""

COLUMNS: Final = ("inputs", "refused", "read", "empty", "stopped", "faults")
"""What is counted: refused with one sentence, something read, nothing in it, stopped by a limit, and the faults."""


@dataclass(slots=True)
class Tally:
    """What came of some inputs; `faults` are their numbers by what was raised where."""

    counts: collections.Counter[str] = field(default_factory=collections.Counter)
    faults: dict[str, list[int]] = field(default_factory=dict)
    slowest: tuple[float, int] = (0.0, -1)

    def add(self, other: "Tally") -> None:
        """Add what another process has counted."""
        self.counts += other.counts
        self.slowest = max(self.slowest, other.slowest)
        for what, numbers in other.faults.items():
            self.faults.setdefault(what, []).extend(numbers)

    def fault(self, what: str, number: int) -> None:
        """Count a fault."""
        self.counts["faults"] += 1
        self.faults.setdefault(what, []).append(number)


class _LateError(BaseException):
    """The time is over; no `except Exception` of a library holds it up."""


def _late(number: int, frame: object) -> None:
    raise _LateError


def tried(name: str, parser: Parser, seed: int, number: int, tally: Tally) -> None:
    """Make an input, have it read, and count what came of it."""
    luck = dice("fuzz", name, seed, number)
    data = parser.make(luck)
    tally.counts["inputs"] += 1
    begun = time.perf_counter()
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            found = parser.read(data, luck)
        tally.counts["read" if found else "empty"] += 1
    except InputError as error:
        if str(error) != one_line(str(error)):
            tally.fault("a refusal that is no line", number)
        tally.counts["refused"] += 1
    except (_LateError, MemoryError) as error:
        if parser.apart:
            tally.counts["stopped"] += 1
        else:
            tally.fault(f"stopped by {type(error).__name__}", number)
    except BaseException as error:  # noqa: BLE001  what is looked for
        tally.fault(_said(error), number)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if said.getvalue():
        tally.fault(f"printed {said.getvalue()[:60]!r}", number)
    tally.slowest = max(tally.slowest, (time.perf_counter() - begun, number))


def _said(error: BaseException) -> str:
    """What was raised, and where in our own code."""
    steps = [step for step in traceback.extract_tb(error.__traceback__) if "/quizapp/" in step.filename]
    where = f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else "?"
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} through {where}, in {Path(last.filename).name}:{last.lineno}"


def _chunk(name: str, seed: int, numbers: range, at: Any, answer: Connection) -> None:
    """A process's work; `at` tells the parent which input it died of."""
    limit(seconds=SECONDS * CHUNK, memory=MEMORY)
    signal.signal(signal.SIGALRM, _late)
    tally, parser = Tally(), PARSERS[name]
    for number in numbers:
        at.value = number
        tried(name, parser, seed, number, tally)
    shutil.rmtree(fuzz_readings.scratch(), ignore_errors=True)
    answer.send(tally)


def fuzzed(name: str, *, seed: int, count: int, jobs: int, first: int = 0) -> Tally:
    """All inputs of a parser, by so many processes at a time."""
    tried(name, PARSERS[name], seed, first, Tally())  # so that its children find everything imported
    tally, running = Tally(), list[tuple[Any, Connection, Any, range]]()
    waiting = collections.deque(
        range(start, min(start + CHUNK, first + count)) for start in range(first, first + count, CHUNK)
    )
    while waiting or running:
        while waiting and len(running) < jobs:
            numbers = waiting.popleft()
            mine, theirs = multiprocessing.Pipe(duplex=False)
            at = multiprocessing.Value("q", numbers.start, lock=False)
            child = multiprocessing.Process(target=_chunk, args=(name, seed, numbers, at, theirs))
            child.start()
            theirs.close()
            running.append((child, mine, at, numbers))
        ready = multiprocessing.connection.wait([each[1] for each in running])
        for each in [each for each in running if each[1] in ready]:
            running.remove(each)
            waiting.extend(_ended(*each, tally))
    return tally


def _ended(child: Any, mine: Connection, at: Any, numbers: range, tally: Tally) -> list[range]:
    """Count what a process told; where it died, that is a fault, and all before and after it is still to be done."""
    try:
        tally.add(mine.recv())
    except EOFError:
        child.join()
        tally.counts["inputs"] += 1
        tally.fault(f"the process died ({child.exitcode})", at.value)
        rest = [range(numbers.start, at.value), range(at.value + 1, numbers.stop)]
        return [each for each in rest if each]
    child.join()
    return []


def again(name: str, seed: int, number: int, keep: Path | None) -> int:
    """One input once more, with its traceback."""
    luck = dice("fuzz", name, seed, number)
    data = PARSERS[name].make(luck)
    if keep:
        keep.write_bytes(data)
    print(f"{len(data)} bytes: {data[:2000]!r}")
    print("something" if PARSERS[name].read(data, luck) else "nothing")
    return 0


def main() -> int:
    """Try the parsers that are named, or all."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("parser", nargs="*", choices=[*PARSERS, []], help=f"of {', '.join(PARSERS)}")
    asked.add_argument("--count", type=int, default=2000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--first", type=int, default=0, help="the number of the first input")
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--only", type=int)
    asked.add_argument("--keep", type=Path)
    given = asked.parse_args()
    if given.only is not None:
        return again(given.parser[0], given.seed, given.only, given.keep)
    signal.signal(signal.SIGALRM, _late)
    fuzz_readings.prepare()
    print("parser", *COLUMNS, "seconds", "slowest", sep="\t")
    wrong = 0
    for name in given.parser or PARSERS:
        begun = time.monotonic()
        tally = fuzzed(name, seed=given.seed, count=given.count, jobs=given.jobs, first=given.first)
        seconds, (slowest, which) = time.monotonic() - begun, tally.slowest
        print(name, *(tally.counts[each] for each in COLUMNS), f"{seconds:.0f}", f"{slowest:.2f}s #{which}", sep="\t")
        for what, numbers in sorted(tally.faults.items(), key=lambda each: -len(each[1])):
            print(f"  {len(numbers)} x {what}: --seed {given.seed} --only {min(numbers)}")
        sys.stdout.flush()
        wrong += tally.counts["faults"]
    shutil.rmtree(fuzz_readings.scratch(), ignore_errors=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
