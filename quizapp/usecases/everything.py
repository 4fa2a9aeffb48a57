"""Everything of a data folder in one file: written, looked into, and brought back over what is here, which is kept."""

import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from quizapp.formats.archive import Archive, zipped
from quizapp.history import Database
from quizapp.history.backups import FOLDER, KEPT
from quizapp.history.copies import read_copy
from quizapp.history.opening import WAIT_SECONDS
from quizapp.history.restoring import put_in_place
from quizapp.history.reviews import count_answers
from quizapp.kit.errors import BankError, DiskError, InputError, Place, QuizappError, StudyDataError, mending
from quizapp.kit.files import check_target, keep_before, read_bounded, write_atomically
from quizapp.usecases.all_or_nothing import SETTINGS, Replaced, all_or_nothing, take_back
from quizapp.usecases.import_mark import left_behind, marked
from quizapp.usecases.keeping import restore
from quizapp.usecases.library import load_bank
from quizapp.usecases.workspace import Workspace, histories

SUFFIX: Final = ".zip"
MOST: Final = 2**30
"""Bytes of such a file, and of what is in it: some five million answers."""

_NOTE: Final = "quizapp.json"
"""The entry by which our files are known among archives."""
_BANK: Final = re.compile(r"questions/[^/\\\x00-\x1f]+\.yaml")
_HISTORY: Final = re.compile(r"history(?:-[\w-]+)?\.db")
_KEPT_AS: Final = "before-import"
_ZIP: Final = b"PK\x03\x04"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a file holds, or what there is here; `whole` where it is more than one learner's answers."""

    answers: int
    articles: int = 0
    settings: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """What was brought back, and the files in which what was here is kept."""

    held: Held
    kept: tuple[Path, ...]


def usual_name(workspace: Workspace) -> str:
    """What a file of everything is called where nobody says how."""
    return f"quizapp-{workspace.clock.now():%Y-%m-%d}{SUFFIX}"


def export_everything(workspace: Workspace, target: Path) -> Held:
    """Write every learner's answers, the questions and the settings to one file.

    Raises:
        InputError: there is nothing yet, or a file is there already.
        StudyDataError: a history cannot be used.
        DiskError: it cannot be written.
    """
    check_target(target)
    if target.exists():
        raise InputError("there is a file already; choose another name", place=Place(str(target)))
    entries = _entries(workspace)
    if not entries:
        raise InputError("there is nothing yet to export", place=Place(str(workspace.data_dir)))
    _write(workspace, target, entries)
    return _held(workspace, entries)


def look_into(workspace: Workspace, file: Path) -> Held:
    """What a backup or an exported file would bring, every part of it looked at; nothing is changed.

    Raises:
        InputError: there is no such file, or it is neither.
        StudyDataError: a history in it is damaged, foreign or newer.
        BankError: a bank in it cannot be read.
    """
    if not _is_archive(file):
        with closing(read_copy(file)) as copy:
            return Held(answers=count_answers(copy), whole=False)
    with _unpacked(file) as folder:
        return _checked(folder, file)


def here(workspace: Workspace) -> Held:
    """What there is now; a history that cannot be used has no answers."""
    banks = [*(workspace.data_dir / "questions").glob("*.yaml")]
    answers = 0
    for path in histories(workspace.data_dir):
        with suppress(StudyDataError), closing(Database(path)) as history:
            answers += history.read(count_answers)
    return Held(answers=answers, articles=len(banks), settings=workspace.settings_file.exists())


def kept_before(workspace: Workspace) -> tuple[Path, ...]:
    """The files of everything that were kept before an import, the newest first."""
    found = (workspace.data_dir / FOLDER).glob(f"{_KEPT_AS}-*{SUFFIX}")
    return tuple(sorted(found, key=lambda path: path.name, reverse=True))


def bring_back(workspace: Workspace, file: Path, *, wait: float = WAIT_SECONDS) -> Back:
    """Put a backup in the place of the learner's answers, or all of an exported file over what is here.

    What is here is kept first. What is only here stays, as an article that the file does not know. Where a part fails,
    as a history that another instance holds for longer than `wait` seconds, what came before it is taken back.

    Raises:
        InputError: there is no such file, it is neither, or it is the history in use itself.
        StudyDataError: it is damaged, foreign or newer, or a history is in use; nothing was changed.
        BankError: a bank in it cannot be read; nothing was changed.
        DiskError: there is no room; nothing was changed, or the error says what could not be taken back.
    """
    if not _is_archive(file):
        restored = restore(workspace, file)
        return Back(held=Held(answers=restored.answers, whole=False), kept=restored.kept)
    with _unpacked(file) as folder:
        held = _checked(folder, file)
        before = _entries(workspace, usable_only=True)
        kept = _keep(workspace, before)
        with (
            workspace.history.standing_back(),
            marked(workspace.data_dir, kept[0] if kept else None),
            all_or_nothing(workspace, before, kept=kept) as replaced,
        ):
            for path in histories(folder):
                replaced.append(_replace(workspace, path, wait=wait))
            for path in _banks(folder):
                workspace.library.add_bank(path, anew=True)
            _bring_settings(workspace, folder / SETTINGS)
    return Back(held=held, kept=kept)


def take_back_cut_short(workspace: Workspace) -> str:
    """Take back what an import brought before it was cut short, as by a power cut; return what came of it."""
    with left_behind(workspace.data_dir) as mark:
        if mark is None:
            return ""
        try:
            before = _parts(Archive(read_bounded(mark.kept, most=MOST), most=MOST)) if mark.kept else {}
        except QuizappError as error:
            return f"An import was cut short, and what was here before cannot be brought back: {error}"
        there = [Replaced(path) for path in histories(workspace.data_dir)]
        # One that could not be used has no copy in the file; its bytes are among the backups if it was replaced.
        replaced = [one for one in there if one.path.name in before or one.path.name not in mark.histories]
        left = take_back(workspace, before, replaced)
    if not left:
        return "An import was cut short; everything is as it was before it."
    kept = f"; what was here is in {mark.kept}" if mark.kept else ""
    return f"An import was cut short, and this could not be taken back: {', '.join(left)}{kept}"


def _replace(workspace: Workspace, brought: Path, *, wait: float) -> Replaced:
    """Put a history in the place of the learner's of the same name."""
    target = workspace.data_dir / brought.name
    with closing(read_copy(brought)) as copy:
        return Replaced(target, put_in_place(copy, target, now=workspace.clock.now(), wait=wait))


def _entries(workspace: Workspace, *, usable_only: bool = False) -> dict[str, bytes]:
    """All that is exported, by its name in the archive."""
    entries: dict[str, bytes] = {}
    with _aside() as folder:
        for path in histories(workspace.data_dir):
            copy = folder / path.name
            with suppress(*([StudyDataError] if usable_only else [])), closing(Database(path)) as history:
                history.back_up(copy)
                entries[path.name] = copy.read_bytes()
    for path in _banks(workspace.data_dir):
        entries[f"questions/{path.name}"] = read_bounded(path, most=MOST)
    if workspace.settings_file.exists():
        entries[SETTINGS] = read_bounded(workspace.settings_file, most=MOST)
    return entries


def _held(workspace: Workspace, entries: dict[str, bytes]) -> Held:
    banks = sum(1 for name in entries if _BANK.fullmatch(name))
    return Held(answers=here(workspace).answers, articles=banks, settings=SETTINGS in entries)


def _write(workspace: Workspace, target: Path, entries: dict[str, bytes]) -> None:
    note = {"format": 1, "made": workspace.clock.now().isoformat(timespec="seconds")}
    write_atomically(target, zipped({_NOTE: json.dumps(note).encode(), **entries}))


def _banks(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "questions").glob("*.yaml") if path.is_file())


def _is_archive(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(len(_ZIP)) == _ZIP
    except OSError:
        return False  # whoever goes on is told why it cannot be read


@contextmanager
def _unpacked(file: Path) -> Iterator[Path]:
    """The parts of an exported file in a folder that goes afterwards; other entries are passed over.

    Raises:
        InputError: it is no such file, damaged or too large.
    """
    try:
        parts = _parts(Archive(read_bounded(file, most=MOST), most=MOST))
    except InputError as error:
        raise error if error.place else InputError(str(error), place=Place(str(file))) from None
    with _aside() as folder:
        (folder / "questions").mkdir()
        for part, data in parts.items():
            (folder / part).write_bytes(data)
        yield folder


def _parts(archive: Archive) -> dict[str, bytes]:
    names = archive.names()
    if _NOTE not in names:
        raise InputError("this archive was not exported by quizapp; “quizapp import” reads other programs' files")
    return {name: archive.read(name) for name in names if _is_part(name)}


@contextmanager
def _aside() -> Iterator[Path]:
    """A folder for copies, which goes afterwards.

    Raises:
        DiskError: there is no room for it.
    """
    try:
        with TemporaryDirectory(prefix="quizapp-") as name:
            yield Path(name)
    except OSError as error:
        raise DiskError(f"cannot keep a copy while this is done ({error.strerror}); {mending(error)}") from None


def _is_part(name: str) -> bool:
    return name == SETTINGS or bool(_BANK.fullmatch(name) or _HISTORY.fullmatch(name))


def _checked(folder: Path, file: Path) -> Held:
    """What an unpacked file holds, each part of it read."""
    answers, path = 0, folder
    try:
        for path in histories(folder):
            with closing(read_copy(path)) as copy:
                answers += count_answers(copy)
        for path in (banks := _banks(folder)):
            load_bank(path)
    except QuizappError as error:
        what = error.findings[0].what if isinstance(error, BankError) else str(error).removeprefix(f"{error.place}: ")
        raise InputError(f"{path.name} in it cannot be used: {what}", place=Place(str(file))) from None
    return Held(answers=answers, articles=len(banks), settings=(folder / SETTINGS).exists())


def _keep(workspace: Workspace, entries: dict[str, bytes]) -> tuple[Path, ...]:
    """All that is here in a file among the backups; a history that cannot be used is kept when it is replaced."""
    if not entries:
        return ()
    folder, name = workspace.data_dir / FOLDER, f"{_KEPT_AS}-{workspace.clock.now():%Y-%m-%dT%H%M%S}"
    names = (f"{name}{f'-{number}' if number > 1 else ''}{SUFFIX}" for number in count(1))
    target = next(folder / name for name in names if not (folder / name).exists())
    _write(workspace, target, entries)
    for path in kept_before(workspace)[KEPT:]:
        path.unlink(missing_ok=True)
    return (target,)


def _bring_settings(workspace: Workspace, brought: Path) -> None:
    if brought.exists():
        path, data = workspace.settings_file, brought.read_bytes()
        if path.exists() and (before := read_bounded(path, most=MOST)) != data:
            keep_before(path, before)
        write_atomically(path, data)
        workspace.read_settings_anew()
