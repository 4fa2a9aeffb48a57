"""Where the bank of each slug is: in the learner's folder, or bundled with quizapp."""

import os
from collections.abc import Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from quizapp.bank.decoding import LARGEST
from quizapp.bank.names import SUFFIX
from quizapp.bank.shipped import shipped_bytes, shipped_paths
from quizapp.kit.errors import DiskError, InputError, Place
from quizapp.kit.files import read_bounded
from quizapp.kit.text import reading, shortened


class Shelf(NamedTuple):
    """Where a slug's bank is."""

    slug: str
    path: Path
    shipped: bool

    def data(self) -> bytes:
        """The bytes of the bank.

        Raises:
            InputError: there is no such file any more, or it is too large.
            DiskError: it may not be read.
        """
        return shipped_bytes(self.slug) if self.shipped else read_bounded(self.path, most=LARGEST)

    def is_called(self, name: str) -> bool:
        """Whether a name given on the command line is this very file, or what it is called."""
        try:
            return name == self.path.name or Path(name).resolve() == self.path.resolve()
        except (OSError, ValueError, RuntimeError):  # too long, a zero byte, a loop of links: no file of ours
            return False


def shelves(folder: Path) -> dict[str, Shelf]:
    """Each slug's shelf, sorted by slug; a bank in the folder stands before a bundled one.

    Raises:
        DiskError: the folder may not be read.
    """
    bundled = {slug: Shelf(slug, path, shipped=True) for slug, path in shipped_paths().items()}
    own = {path.stem: Shelf(path.stem, path, shipped=False) for path in _bank_files(folder)}
    return dict(sorted((bundled | own).items()))


def stamp_of(folder: Path) -> frozenset[tuple[str, int, int]]:
    """What changes when a bank in the folder comes, goes or is written: names, times and sizes, no bank read.

    Raises:
        DiskError: the folder may not be read.
    """
    stamps = set()
    for path in _bank_files(folder):
        with suppress(OSError):  # gone meanwhile
            stat = path.stat()
            stamps.add((path.name, stat.st_mtime_ns, stat.st_size))
    return frozenset(stamps)


def shelf_of(slug: str, folder: Path) -> Shelf:
    """A slug's shelf, looked up among what is there, so that no name ever becomes a path.

    Raises:
        InputError: the library has no such bank; the nearest name is suggested.
        DiskError: the folder may not be read.
    """
    known = shelves(folder)
    if slug not in known:
        raise no_bank(slug, {name: name for name in known})
    return known[slug]


def no_bank(name: str, known: Mapping[str, str]) -> InputError:
    """What to say of a name that the library does not have; `known` gives the slug of each name it has."""
    wanted = reading(Path(name[:200]).stem)
    near = get_close_matches(wanted, known, n=1, cutoff=0.6) or [n for n in known if wanted and wanted in n][:1]
    advice = (
        f"did you mean “{known[near[0]]}”?"
        if near
        else "“quizapp list” shows what there is, “quizapp add” brings a bank or an article in"
    )
    return InputError(f"the library has no bank “{shortened(name, 80)}”; {advice}")


def _bank_files(folder: Path) -> list[Path]:
    try:
        return [folder / entry.name for entry in os.scandir(folder) if entry.name.endswith(SUFFIX)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise DiskError(
            f"cannot read the library ({error.strerror}); check the folder's permissions or choose another --data-dir",
            place=Place(str(folder)),
        ) from None
