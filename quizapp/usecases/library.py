"""The learner's library: bundled banks and those of their own, by slug."""

from dataclasses import dataclass
from pathlib import Path

from quizapp.kit.errors import BankError
from quizapp.model.item import Bank


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One bank of the library: words of its article, number of items and how many of each kind."""

    slug: str
    title: str
    article_id: str
    words: int
    items: int
    kinds: dict[str, int]
    shipped: bool
    path: Path


class Library:
    """The banks a learner can study: those in the folder, and the bundled ones that the folder does not replace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def entries(self) -> tuple[Entry, ...]:
        """Every bank that can be read, by title."""
        raise NotImplementedError

    def problems(self) -> tuple[BankError, ...]:
        """Why the others cannot be read."""
        raise NotImplementedError

    def bank(self, slug: str) -> Bank:
        """The bank of a slug.

        Raises:
            InputError: the library has no such bank.
            BankError: it cannot be read.
        """
        raise NotImplementedError

    def path(self, slug: str) -> Path:
        """The file of a slug's bank."""
        raise NotImplementedError

    def find(self, name: str) -> str:
        """The slug that a slug, a path or a title names.

        Raises:
            InputError: nothing is called so; the nearest name is suggested.
        """
        raise NotImplementedError

    def save(self, bank: Bank, *, slug: str | None = None) -> str:
        """Write a bank into the folder and return its slug; the same article replaces, another one gets a number.

        Raises:
            DiskError: the folder cannot be written.
        """
        raise NotImplementedError

    def add_bank(self, path: Path) -> str:
        """Check a bank file, copy it into the folder and return its slug."""
        raise NotImplementedError

    def remove(self, slug: str) -> None:
        """Take a bank out of the folder; answers stay in the log."""
        raise NotImplementedError


def load_bank(path: Path) -> Bank:
    """Read a bank file.

    Raises:
        BankError: with all findings.
        InputError: there is no such file.
    """
    raise NotImplementedError


def check_bank(path: Path) -> Bank:
    """Check a bank file; the same as loading it.

    Raises:
        BankError: with all findings.
        InputError: there is no such file.
    """
    raise NotImplementedError
