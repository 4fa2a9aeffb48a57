"""What there is to open in a folder: the files that articles can be read from, and the folders beside them."""

import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

MOST: Final = 2_000
"""Entries of a folder that are looked at; a folder with more is one of data, not of articles."""
READABLE: Final = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".epub"})
BACKUPS: Final = frozenset({".zip", ".db"})
"""How exported files of everything end, and backups of answers."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A folder or a file that can be opened; `path` is how to type it."""

    is_file: bool
    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What fits what was typed, folders first; `trouble` says why nothing can be looked at."""

    entries: tuple[Found, ...] = ()
    trouble: str = ""


def fitting(typed: str, *, beside: Path, suffixes: frozenset[str] = READABLE) -> Folder:
    """The folders and the files of these kinds that begin as typed; a path that is not whole is meant from `beside`."""
    start = typed.rpartition(os.sep)[2]
    prefix = typed.removesuffix(start)
    try:
        folder = beside / Path(prefix or ".").expanduser()
        with os.scandir(folder) as entries:
            found = (_found(entry, prefix, start, suffixes) for entry in islice(entries, MOST))
            return Folder(entries=tuple(sorted(one for one in found if one is not None)))
    except (OSError, ValueError, RuntimeError) as refusal:
        return Folder(trouble=f"cannot be looked at ({getattr(refusal, 'strerror', None) or refusal})")


def _found(entry: os.DirEntry[str], prefix: str, start: str, suffixes: frozenset[str]) -> Found | None:
    if not entry.name.casefold().startswith(start.casefold()) or (entry.name.startswith(".") and not start):
        return None
    path = f"{prefix}{entry.name}"
    try:
        is_folder = entry.is_dir()
    except OSError:
        return None
    if is_folder:
        return Found(False, entry.name, path + os.sep)
    return Found(True, entry.name, path) if Path(entry.name).suffix.lower() in suffixes else None
