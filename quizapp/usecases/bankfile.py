"""A bank's file under a person's hands: each change is written at once, and never over somebody else's."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from quizapp.bank.decoding import LARGEST
from quizapp.bank.reader import read_bank
from quizapp.bank.writer import write_bank
from quizapp.kit.errors import InputError, Place
from quizapp.kit.files import keep_before, read_bounded, write_atomically
from quizapp.model.item import Bank
from quizapp.usecases.library import Library
from quizapp.usecases.shelves import shelf_of


class BankChangedError(InputError):
    """The file holds something that this program has neither read nor written."""


class BankFile:
    """One bank file; what it held before the first change is kept beside it as .bak."""

    def __init__(self, path: Path, *, data: bytes | None = None, home: Callable[[], Path] | None = None) -> None:
        """Take a file up.

        Args:
            path: where it is.
            data: what it holds, where it is bundled.
            home: makes a file of the person's own of it, and says where; for what is bundled.
        """
        self._path = path
        self._home = home
        self._known = read_bounded(path, most=LARGEST) if data is None else data
        self._backed_up = False

    @property
    def path(self) -> Path:
        """Where it is now."""
        return self._path

    @property
    def backup(self) -> Path:
        """Where that which it held before is kept."""
        return self._path.with_name(self._path.name + ".bak")

    def bank(self) -> Bank:
        """The bank that it holds, as far as is known.

        Raises:
            BankError: with all findings.
        """
        return read_bank(self._known, file=str(self._path))

    def write(self, bank: Bank) -> None:
        """Write the bank, whole or not at all.

        Raises:
            BankChangedError: somebody else has changed or removed the file; nothing was written.
            DiskError: it cannot be written; the old file is intact.
        """
        data = write_bank(bank)
        if self._home is not None:
            self._path, self._home = self._home(), None
        if self._on_disk() != self._known:
            raise BankChangedError("this file was changed or removed meanwhile", place=Place(str(self._path)))
        if not self._backed_up:
            keep_before(self._path, self._known)
            self._backed_up = True
        write_atomically(self._path, data)
        self._known = data

    def write_copy(self, bank: Bank) -> Path:
        """Write the bank beside the file, under a name that the library does not read, and say where.

        Raises:
            DiskError: it cannot be written.
        """
        path, number = self._path.with_name(self._path.name + ".yours"), 1
        while path.exists():
            number += 1
            path = self._path.with_name(f"{self._path.name}.yours{number}")
        write_atomically(path, write_bank(bank))
        return path

    def read_again(self) -> Bank:
        """The bank as somebody else has left it.

        Raises:
            BankError: with all findings.
            InputError: there is no such file any more.
            DiskError: it may not be read.
        """
        data = read_bounded(self._path, most=LARGEST)
        bank = read_bank(data, file=str(self._path))
        self._known, self._backed_up = data, False
        return bank

    def _on_disk(self) -> bytes | None:
        try:
            return read_bounded(self._path, most=LARGEST)
        except InputError:
            return None


def file_of(library: Library, name: str) -> BankFile:
    """The file of a bank that a slug, a title or a path names; a path may lead out of the library.

    Raises:
        InputError: nothing is called so; the nearest name is suggested.
        DiskError: it may not be read.
    """
    try:
        slug = library.find(name)
    except InputError:
        if Path(name).is_file():
            return BankFile(Path(name))
        raise
    shelf = shelf_of(slug, library.folder)
    home = partial(library.editable, slug) if shelf.shipped else None
    return BankFile(shelf.path, data=shelf.data() if shelf.shipped else None, home=home)
