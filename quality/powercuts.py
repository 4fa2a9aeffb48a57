"""Cuts the power in the middle of a sitting and looks for every answer that was shown as graded (fault D2).

    python quality/powercuts.py --cuts 1000

A sitting is run once, and all that SQLite tells the disk is logged. A cut keeps what was synced before it; of what was
not, each write is kept, dropped or torn by luck: in any order, sector by sector, with rubbish in some. What is left is
opened as ever. The exit code is 1 when an answer was lost, a file damaged, or an answer took not just one sync.
"""

import argparse
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from disklog import Deleted, DiskLog, Event, Opened, Said, Synced, Truncated, Written
from kills import bank, faults, live

from quizapp.kit.chance import dice
from quizapp.kit.errors import QuizappError
from quizapp.model.response import Judged
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import open_workspace

SECTOR: Final = 512
"""Bytes that a disk writes at once; what lies around them is left as it was."""

COUNTED: Final = 100
"""Answers whose syncs are counted."""

FILES: Final = ("history.db", "history.db-wal")


@dataclass(slots=True)
class File:
    """A file of the disk: what is on it for good, and what is on its way, in its order."""

    safe: bytearray | None = None
    waiting: list[Written | Truncated] = field(default_factory=list)
    before: bytearray | None = None  # what was there before it was deleted, until something is synced in its place


class Disk:
    """The files as far as a log has been read."""

    def __init__(self) -> None:
        self.files = {name: File() for name in FILES}
        self.said: list[str] = []

    def take(self, event: Event) -> None:
        """Read one more event."""
        if isinstance(event, Said):
            self.said.append(event.line)
            return
        file = self.files[Path(event.path).name]
        match event:
            case Opened(content=content):
                if file.safe is None and not file.waiting:
                    file.safe = None if content is None else bytearray(content)
            case Written() | Truncated():
                file.waiting.append(event)
            case Synced():
                for one in file.waiting:
                    file.safe = _done(file.safe, one)
                file.waiting, file.before = [], None
            case Deleted():
                self.files[Path(event.path).name] = File(before=file.safe)

    def cut(self, luck: Random, folder: Path) -> None:
        """Put what a power cut leaves into a folder."""
        folder.mkdir()
        for name, file in self.files.items():
            content = bytearray(file.safe) if file.safe is not None else None
            whole = luck.randrange(len(file.waiting) + 1) if luck.random() < 1 / 3 else 0  # some disks keep the order
            for place, one in enumerate(file.waiting):
                if place < whole:
                    content = _done(content, one)
                elif not whole:
                    content = _perhaps(content, one, luck)
            if content is None and file.before is not None and luck.random() < 1 / 2:
                content = file.before
            if content is not None:
                (folder / name).write_bytes(content)


def _done(content: bytearray | None, event: Written | Truncated) -> bytearray:
    content = bytearray() if content is None else content
    if isinstance(event, Truncated):
        del content[event.size :]
    else:
        content.extend(bytes(max(0, event.offset + len(event.data) - len(content))))
        content[event.offset : event.offset + len(event.data)] = event.data
    return content


def _perhaps(content: bytearray | None, event: Written | Truncated, luck: Random) -> bytearray | None:
    """What a write that was not synced may leave: all, nothing, or some of its sectors, one of them rubbish."""
    fate = luck.choice(("kept", "dropped", "torn"))
    if fate == "kept" or (fate == "torn" and isinstance(event, Truncated)):
        return _done(content, event)
    if fate == "dropped" or isinstance(event, Truncated):
        return content
    for start in range(0, len(event.data), SECTOR):
        data = event.data[start : start + SECTOR]
        if luck.random() < 1 / 2:
            data = luck.randbytes(len(data)) if luck.random() < 1 / 10 else data
            content = _done(content, Written(path=event.path, offset=event.offset + start, data=data))
    return content


def cut_often(events: list[Event], cuts: int, luck: Random, home: Path) -> list[str]:
    """What is wrong after each of many cuts."""
    places = sorted(luck.randrange(len(events) + 1) for _ in range(cuts))
    disk, wrong, read = Disk(), list[str](), 0
    for number, place in enumerate(places):
        for event in events[read:place]:
            disk.take(event)
        read = max(read, place)
        folder = home / f"cut-{number}"
        disk.cut(luck, folder)
        wrong += [f"cut {number} at event {place}: {one}" for one in _found(folder, disk.said)]
    return wrong


def _found(folder: Path, said: list[str]) -> list[str]:
    try:
        return faults(folder, said, set())
    except QuizappError as error:
        return [str(error)]


def one_sync_each(log: DiskLog, folder: Path) -> list[str]:
    """What is wrong with the syncs of answers; one that the file is brought up to date after is not counted."""
    sitting = open_sitting(open_workspace(folder), bank=bank(), limit=COUNTED, new=COUNTED)
    wrong = []
    while question := sitting.question:
        begin = len(log.events)
        sitting.answer(Judged(value=True), seconds=1)
        mine = log.events[begin:]
        syncs = sum(isinstance(event, Synced) for event in mine)
        moved = any(isinstance(event, Written | Opened) and event.path.endswith(".db") for event in mine)
        if syncs != 1 and not moved:
            wrong.append(f"{syncs} syncs for {question.item.id}")
        sitting.rate()
    return wrong


def main() -> int:
    """Cut as often as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        log = DiskLog(lambda path: path.name in FILES and path.parent.name in {"sitting", "counted"})
        live(home / "sitting", log.say)
        events, log.events = log.events, []
        wrong = one_sync_each(log, home / "counted")
        wrong += cut_often(events, given.cuts, dice("power cuts", given.seed), home)
    answers = sum(isinstance(event, Said) and event.line.startswith("answer") for event in events)
    syncs = sum(isinstance(event, Synced) for event in events)
    print(f"{given.cuts} cuts in {answers} answers, {syncs} syncs, {len(events)} events; {len(wrong)} faults")
    print(*wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
