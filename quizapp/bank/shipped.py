"""The banks that travel with quizapp: package resources, or the checkout's questions/ in an editable install."""

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.names import SCHEMA_FILE, SUFFIX

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def shipped_slugs() -> tuple[str, ...]:
    """The slugs of the bundled banks, sorted."""
    return tuple(sorted(entry.name.removesuffix(SUFFIX) for entry in _folder().iterdir() if _is_bank(entry)))


def shipped_bytes(slug: str) -> bytes:
    """The bytes of a bundled bank.

    Raises:
        KeyError: no bundled bank has this slug.
    """
    return _file(slug).read_bytes()


def shipped_path(slug: str) -> Path:
    """Where one bundled bank stands.

    Raises:
        KeyError: no bundled bank has this slug.
    """
    return shipped_paths()[slug]


def shipped_paths() -> dict[str, Path]:
    """Where each bundled bank stands, by slug, to be shown; inside a zipped package no file is there."""
    return {entry.name.removesuffix(SUFFIX): Path(str(entry)) for entry in _folder().iterdir() if _is_bank(entry)}


def schema_bytes() -> bytes:
    """The JSON Schema as it stands beside banks."""
    return _folder().joinpath(SCHEMA_FILE).read_bytes()


def _file(slug: str) -> "Traversable":
    if slug not in shipped_slugs():  # looked up, never joined unseen: a slug is no path
        raise KeyError(slug)
    return _folder().joinpath(slug + SUFFIX)


def _folder() -> "Traversable":
    package = Path(__file__).parent.parent
    for folder in (package / "_questions", package.parent / "questions"):
        if folder.is_dir():
            return folder
    from importlib.resources import files  # 4 ms that only a zipped package pays

    return files("quizapp").joinpath("_questions")


def _is_bank(entry: "Traversable") -> bool:
    return entry.name.endswith(SUFFIX) and entry.is_file()
