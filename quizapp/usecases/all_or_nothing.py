"""An import of everything happens as a whole: where a part of it fails, what came before it is taken back."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from quizapp.history.copies import read_copy
from quizapp.history.restoring import put_in_place
from quizapp.kit.errors import DiskError, InputError, QuizappError, StudyDataError
from quizapp.kit.files import write_atomically
from quizapp.usecases.workspace import Workspace

SETTINGS = "settings.toml"
QUESTIONS = "questions"


class Replaced(NamedTuple):
    """A history in whose place another was put; `unusable` are its files where SQLite could not copy it."""

    path: Path
    unusable: tuple[Path, ...] = ()


@contextmanager
def all_or_nothing(
    workspace: Workspace, before: Mapping[str, bytes], *, kept: tuple[Path, ...]
) -> Iterator[list[Replaced]]:
    """Do something to histories, banks and settings; where it fails they are as they were before.

    Args:
        workspace: whose data folder; nobody else may write into it meanwhile.
        before: all that was usable in the folder, by the names in an archive of everything.
        kept: where that is kept.

    Yields a list to which each history is added that was replaced.

    Raises:
        QuizappError: what went wrong, and that nothing was changed; or what could not be taken back.
    """
    replaced: list[Replaced] = []
    try:
        yield replaced
    except QuizappError as error:
        raise _told(error, take_back(workspace, before, replaced), kept) from None
    except BaseException:
        take_back(workspace, before, replaced)
        raise


def _told(error: QuizappError, left: list[str], kept: tuple[Path, ...]) -> QuizappError:
    what = str(error).removeprefix(f"{error.place}: ").removesuffix("; nothing was changed")
    if left:
        place = f"; what was here is in {kept[0]}" if kept else ""
        outcome = f"of what was brought already this could not be taken back: {', '.join(left)}{place}"
    else:
        outcome = "nothing was changed"
    kind = next((kind for kind in (StudyDataError, DiskError) if isinstance(error, kind)), InputError)
    return kind(f"{what}; {outcome}", place=error.place)


def take_back(workspace: Workspace, before: Mapping[str, bytes], replaced: list[Replaced]) -> list[str]:
    """Put everything back, and return the names of what could not be."""
    folder = workspace.data_dir / QUESTIONS
    there = {f"{QUESTIONS}/{path.name}" for path in folder.glob("*.yaml") if path.is_file()}
    files = {*there, SETTINGS, *(name for name in before if name.startswith(f"{QUESTIONS}/"))}
    steps = {one.path.name: partial(_put_back, workspace, before, one) for one in reversed(replaced)}
    steps |= {name: partial(_write_back, workspace.data_dir / name, before.get(name)) for name in sorted(files)}
    left = [name for name, step in steps.items() if not _done(step)]
    workspace.read_settings_anew()
    return left


def _done(step: Callable[[], None]) -> bool:
    try:
        step()
    except (QuizappError, OSError):
        return False
    return True


def _put_back(workspace: Workspace, before: Mapping[str, bytes], one: Replaced) -> None:
    """A history as it was: its content, its bytes where it was damaged, or none."""
    data = before.get(one.path.name)
    if data is not None:
        with TemporaryDirectory(prefix="quizapp-") as name:
            copy = Path(name) / one.path.name
            copy.write_bytes(data)
            with closing(read_copy(copy)) as content:
                put_in_place(content, one.path, now=workspace.clock.now())
        return
    for end in ("", "-wal", "-shm"):
        one.path.with_name(f"{one.path.name}{end}").unlink(missing_ok=True)
    for kept in one.unusable:
        end = "-wal" if kept.name.endswith("-wal") else ""
        shutil.copyfile(kept, one.path.with_name(f"{one.path.name}{end}"))


def _write_back(path: Path, data: bytes | None) -> None:
    if data is None and path.is_file():
        path.unlink()
    elif data is not None and not (path.is_file() and path.read_bytes() == data):
        write_atomically(path, data)
