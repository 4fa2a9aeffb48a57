"""Backups in a folder beside the history: one a day, kept fresh, and one before anything that changes much."""

import glob
import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from quizapp.history.copies import write_copy
from quizapp.history.troubles import disk_told

KEPT: Final = 10
"""Daily backups that are kept, weekly ones of before them, and those made before each kind of change."""

FRESH: Final = timedelta(minutes=30)
"""How old today's backup may be when an answer is given: what a lost disk may cost."""

FOLDER: Final = "backups"


class Cause(StrEnum):
    """What a backup was made before."""

    RESTORE = "restore"
    MERGE = "merge"
    UPDATE = "update"
    MENDING = "mending"


class Backup(NamedTuple):
    """A backup by its name: the learner's day, and what it was made before; None for a daily one."""

    path: Path
    day: date
    cause: Cause | None


def backups_of(history: Path) -> tuple[Backup, ...]:
    """What is kept for a history, the newest first.

    Raises:
        DiskError: the folder may not be read.
    """
    pattern = re.compile(
        rf"{re.escape(history.stem)}-(\d{{4}}-\d\d-\d\d)(?:T(\d{{6}})-before-({'|'.join(Cause)})(?:-(\d+))?)?\.db"
    )
    folder = history.parent / FOLDER
    with disk_told(folder):
        names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    found = [match for name in names if (match := pattern.fullmatch(name)) and _is_day(match[1])]
    found.sort(key=lambda match: (match[1], match[2] or "", int(match[4] or 1)), reverse=True)
    return tuple(
        Backup(path=folder / match[0], day=date.fromisoformat(match[1]), cause=Cause(match[3]) if match[3] else None)
        for match in found
    )


def daily_path(history: Path, day: date) -> Path:
    """Where a day's backup goes."""
    return history.parent / FOLDER / f"{history.stem}-{day.isoformat()}.db"


def keep_daily(connection: sqlite3.Connection, history: Path, *, now: datetime, writing: bool = False) -> datetime:
    """Back a history up unless today's backup is there, and let the oldest daily ones go; return when it was made.

    When something is about to be written, a backup that is not FRESH is made anew.

    Raises:
        StudyDataError: the history is damaged; the older backups are all still there.
        DiskError: there is no room for it; same.
    """
    target = daily_path(history, now.date())
    made = _made_at(target, now)
    if made is not None and (not writing or abs(now - made) < FRESH):
        return made
    write_copy(connection, target, source=history)
    with disk_told(target):
        os.utime(target, (now.timestamp(), now.timestamp()))  # by our clock, which need not be the disk's
    _let_go(history, cause=None, today=now.date(), made=target)
    _clear_away(history, today=now.date())
    return now


def keep_before(connection: sqlite3.Connection, history: Path, *, cause: Cause, now: datetime) -> Path:
    """Back a history up before it is changed, and return where.

    Raises:
        StudyDataError: the history is damaged.
        DiskError: there is no room for it.
    """
    target = aside_path(history, f"before-{cause}", now=now)
    write_copy(connection, target, source=history)
    _let_go(history, cause=cause, today=now.date(), made=target)
    return target


def aside_path(history: Path, why: str, *, now: datetime) -> Path:
    """A name of its own in the folder of backups; of two in one second the second is numbered higher."""
    folder, name = history.parent / FOLDER, f"{history.stem}-{now.date().isoformat()}T{now:%H%M%S}-{why}"
    numbered = re.compile(rf"{re.escape(name)}(?:-(\d+))?\.db")
    with disk_told(folder):
        there = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    taken = [int(match[1] or 1) for one in there if (match := numbered.fullmatch(one))]
    return folder / (f"{name}-{max(taken) + 1}.db" if taken else f"{name}.db")


def _made_at(target: Path, now: datetime) -> datetime | None:
    try:
        return datetime.fromtimestamp(target.stat().st_mtime, now.tzinfo)
    except (OSError, ValueError, OverflowError):  # not there, or a time that no calendar has
        return None


def _let_go(history: Path, *, cause: Cause | None, today: date, made: Path) -> None:
    """Remove all but the newest of a cause; a clock that was ahead left days to come, which go first."""
    others = [one for one in backups_of(history) if one.cause is cause and one.path != made]
    others.sort(key=lambda one: (one.day <= today, one.day), reverse=True)  # stable: within a day, the latest first
    older = others[KEPT - 1 :]
    weekly = _last_of_weeks(older, today=today) if cause is None else frozenset()
    for backup in older:
        if backup.path in weekly:
            continue
        with suppress(OSError):
            backup.path.unlink()


def _last_of_weeks(backups: Iterable[Backup], *, today: date) -> frozenset[Path]:
    """The last backup of each of the newest weeks, of backups that come newest first; days to come do not count."""
    weeks: dict[tuple[int, int], Path] = {}
    for backup in backups:
        if backup.day <= today:
            weeks.setdefault(backup.day.isocalendar()[:2], backup.path)
    return frozenset(list(weeks.values())[:KEPT])


def _clear_away(history: Path, *, today: date) -> None:
    """Remove what backups of other days left behind that were killed half-way."""
    for path in (history.parent / FOLDER).glob(f".{glob.escape(history.stem)}-*.tmp*"):
        if today.isoformat() not in path.name:
            with suppress(OSError):
                path.unlink()


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
