"""The learner's library: bundled banks and those of their own, by slug."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quizapp.bank.decoding import LARGEST
from quizapp.bank.names import SCHEMA_FILE, SUFFIX
from quizapp.bank.shipped import schema_bytes, shipped_bytes, shipped_path
from quizapp.kit.errors import BankError, DiskError, Finding, InputError, Place, QuizappError
from quizapp.kit.files import keep_before, read_bounded, write_atomically
from quizapp.kit.text import reading
from quizapp.kit.text import slug as slug_of
from quizapp.usecases.listing import Entry, Listing, entry_of
from quizapp.usecases.shelves import Shelf, no_bank, shelf_of, shelves, stamp_of

if TYPE_CHECKING:
    from quizapp.model.article import Article
    from quizapp.model.item import Bank

__all__ = ["FIRST_SLUG", "Entry", "Library", "bank_schema", "check_bank", "first_bank", "load_bank", "write_bank_file"]

FIRST_SLUG: Final = "great-stink-1858"
"""The bundled bank of the first run and of the demo."""


class Removed(NamedTuple):
    """A bank that was taken out of the library: where it was, and what it held."""

    path: Path
    data: bytes


class Library:
    """The banks a learner can study: those in the folder, and the bundled ones that the folder does not replace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._banks: dict[str, tuple[bytes, Bank]] = {}

    def entries(self) -> tuple[Entry, ...]:
        """Every bank that can be read, by title.

        Raises:
            DiskError: the folder may not be read.
        """
        listing = Listing(self.folder.parent / "cache" / "library.json")
        entries = [entry for shelf in shelves(self.folder).values() if (entry := self._entry(shelf, listing))]
        listing.keep()
        return tuple(sorted(entries, key=lambda entry: (reading(entry.title), entry.slug)))

    def stamp(self) -> frozenset[tuple[str, int, int]]:
        """Something that is another as soon as a bank in the folder is; no bank is read for it.

        Raises:
            DiskError: the folder may not be read.
        """
        return stamp_of(self.folder)

    def problems(self) -> tuple[BankError, ...]:
        """Why the others cannot be read."""
        return tuple(problem for _, problem in self.unreadable(self.entries()))

    def unreadable(self, entries: Iterable[Entry]) -> tuple[tuple[Shelf, BankError], ...]:
        """What there is beside these entries, and why each of it cannot be read."""
        listed = {entry.slug for entry in entries}
        rest = (shelf for shelf in shelves(self.folder).values() if shelf.slug not in listed)
        return tuple((shelf, self._problem(shelf)) for shelf in rest)

    def bank(self, slug: str) -> "Bank":
        """The bank of a slug.

        Raises:
            InputError: the library has no such bank.
            BankError: it cannot be read.
        """
        shelf = shelf_of(slug, self.folder)
        data = shelf.data()
        known = self._banks.get(slug)
        if known is None or known[0] != data:
            self._banks[slug] = known = (data, _read(data, file=str(shelf.path)))
        return known[1]

    def path(self, slug: str) -> Path:
        """The file of a slug's bank.

        Raises:
            InputError: the library has no such bank.
        """
        return shelf_of(slug, self.folder).path

    def editable(self, slug: str) -> Path:
        """The file of a slug's bank in the folder, where a bundled bank is copied first.

        Raises:
            InputError: the library has no such bank.
            DiskError: the folder cannot be written.
        """
        shelf = shelf_of(slug, self.folder)
        if shelf.shipped:
            self._store(slug, shelf.data())
        return self.path(slug)

    def find(self, name: str) -> str:
        """The slug that a slug, a path or a title names.

        Raises:
            InputError: nothing is called so; the nearest name is suggested.
        """
        known = shelves(self.folder)
        if name in known:
            return name
        if found := next((slug for slug, shelf in known.items() if shelf.is_called(name)), None):
            return found
        titles = {reading(entry.title): entry.slug for entry in self.entries()}
        if reading(name) in titles:
            return titles[reading(name)]
        raise no_bank(name, {slug: slug for slug in known} | titles)

    def save(self, bank: "Bank", *, slug: str | None = None) -> str:
        """Write a bank into the folder and return its slug.

        The same article's bank is replaced, and what it held before is kept beside it as .bak. A slug that another
        article has taken gets a number; so does the article's id, because answers are kept under it.

        Raises:
            DiskError: the folder cannot be written; nothing was changed.
        """
        from quizapp.bank.writer import write_bank  # pydantic costs 60 ms

        bank = self._own_id(bank)
        home = self._home(bank.article, slug_of(slug or bank.article.id))
        self._store(home, write_bank(bank))
        return home

    def add_bank(self, path: Path, *, anew: bool = False) -> str:
        """Check a bank file, copy it into the folder as it stands and return its slug.

        Other questions about an article that is there become a bank of their own. Another version of the bank that is
        there takes its place, which is kept beside it as .bak; where a person's work would leave with it, only `anew`.

        Raises:
            BankError: with all findings.
            InputError: there is no such file.
            WorkAtRiskError: a person's work would leave the library; nothing was changed.
            DiskError: it may not be read, or the folder cannot be written.
        """
        from quizapp.usecases.rehoming import rehomed  # a listing does without
        from quizapp.usecases.versions import WorkAtRiskError, is_version, lost_in

        data = read_bounded(path, most=LARGEST)
        bank = _read(data, file=str(path))
        if own := self.about(bank.article):
            version = next(
                (entry for entry in own if is_version(bank, self.bank(entry.slug))), own[0] if anew else None
            )
            if version is None:
                return self.save(rehomed(bank, self._free_id(bank.article.id)), slug=path.stem)
            if not anew and (lost := lost_in(self.bank(version.slug), bank)):
                raise WorkAtRiskError(version.slug, len(lost))
            if version.article_id != bank.article.id:
                return self.save(rehomed(bank, version.article_id))
        elif self._own_id(bank) is not bank:
            return self.save(bank, slug=path.stem)
        home = self._home(bank.article, slug_of(path.stem))
        self._store(home, data)
        return home

    def about(self, article: "Article") -> tuple[Entry, ...]:
        """The entries about this very article or another version of it, first the one under the article's own id.

        Raises:
            InputError: a bank of the article's name cannot be read, which may be the one.
            DiskError: the folder may not be read.
        """
        from quizapp.usecases.rehoming import same_article  # with every kind of item

        title, entries = reading(article.title), self.entries()
        if (shelf := shelves(self.folder).get(slug_of(article.id))) and shelf.slug not in {e.slug for e in entries}:
            raise InputError(
                "this bank may be about the same article, and it cannot be read; “quizapp bank check” says why,"
                f" “quizapp remove {shelf.slug}” puts it aside",
                place=Place(str(shelf.path)),
            )
        near = (each for each in entries if each.article_id == article.id or reading(each.title) == title)
        found = (entry for entry in near if same_article(self.bank(entry.slug).article, article))
        return tuple(sorted(found, key=lambda entry: (entry.article_id != article.id, entry.slug)))

    def remove(self, slug: str) -> Removed:
        """Take a bank out of the folder, where it stays beside the others as .bak; answers stay in the log.

        Raises:
            InputError: the library has no such bank, or it is bundled.
            DiskError: the folder cannot be written.
        """
        shelf = shelf_of(slug, self.folder)
        if shelf.shipped:
            raise InputError(f"“{slug}” is bundled with quizapp and cannot be removed")
        removed = Removed(shelf.path, shelf.data())
        keep_before(shelf.path, removed.data)
        try:
            shelf.path.unlink()
        except OSError as error:
            raise DiskError(f"cannot remove this ({error.strerror})", place=Place(str(shelf.path))) from None
        return removed

    def put_back(self, removed: Removed) -> None:
        """Take a removal back.

        Raises:
            InputError: another bank has its place by now; nothing was changed.
            DiskError: the folder cannot be written.
        """
        if removed.path.exists():
            raise InputError("another bank is here by now", place=Place(str(removed.path)))
        write_atomically(removed.path, removed.data)

    def _entry(self, shelf: Shelf, listing: Listing) -> Entry | None:
        if known := listing.get(shelf.path):
            return known
        try:
            bank = _read(shelf.data(), file=str(shelf.path))
        except QuizappError:
            return None
        entry = entry_of(bank, slug=shelf.slug, shipped=shelf.shipped, path=shelf.path)
        listing.put(entry)
        return entry

    def _problem(self, shelf: Shelf) -> BankError:
        try:
            _read(shelf.data(), file=str(shelf.path))
        except BankError as error:
            return error
        except QuizappError as error:
            return BankError((Finding(Place(str(shelf.path)), str(error).removeprefix(f"{error.place}: ")),))
        return BankError((Finding(Place(str(shelf.path)), "this bank was being changed; look again"),))

    def _own_id(self, bank: "Bank") -> "Bank":
        """The bank itself, or under a new article id when another article has taken the id."""
        from quizapp.usecases.rehoming import (  # with every kind of item, of which a list needs none
            rehomed,
            same_article,
        )

        taken = {entry.article_id: entry.slug for entry in self.entries()}

        def fits(article_id: str) -> bool:
            slug = taken.get(article_id)
            return slug is None or same_article(self.bank(slug).article, bank.article)

        return rehomed(bank, next(filter(fits, _numbered(bank.article.id))))

    def _free_id(self, article_id: str) -> str:
        """The id, numbered where any bank has it."""
        taken = {entry.article_id for entry in self.entries()}
        return next(name for name in _numbered(article_id) if name not in taken)

    def _home(self, article: "Article", wanted: str) -> str:
        """The slug under which an article's bank goes."""
        entries = self.entries()
        if known := next((entry.slug for entry in entries if entry.article_id == article.id), None):
            return known
        taken = shelves(self.folder)
        return next(slug for slug in _numbered(wanted) if slug not in taken)

    def _store(self, slug: str, data: bytes) -> None:
        path = self.folder / f"{slug}{SUFFIX}"
        if path.exists() and (before := read_bounded(path, most=LARGEST)) != data:
            keep_before(path, before)
        write_atomically(path, data)
        schema = self.folder / SCHEMA_FILE
        if not schema.exists() or read_bounded(schema, most=LARGEST) != schema_bytes():
            write_atomically(schema, schema_bytes())


def first_bank() -> "Bank":
    """The bundled bank of the first run, whatever the learner's library holds."""
    return _read(shipped_bytes(FIRST_SLUG), file=str(shipped_path(FIRST_SLUG)))


def load_bank(path: Path) -> "Bank":
    """Read a bank file.

    Raises:
        BankError: with all findings.
        InputError: there is no such file.
        DiskError: it may not be read.
    """
    return _read(read_bounded(path, most=LARGEST), file=str(path))


def check_bank(path: Path) -> "Bank":
    """Check a bank file; the same as loading it.

    Raises:
        BankError: with all findings.
        InputError: there is no such file.
        DiskError: it may not be read.
    """
    return load_bank(path)


def write_bank_file(bank: "Bank", path: Path) -> None:
    """Write a bank to a file, whole or not at all.

    Raises:
        DiskError: the folder cannot be written; the old file is intact.
    """
    from quizapp.bank.writer import write_bank  # pydantic costs 60 ms

    write_atomically(path, write_bank(bank))


def replace_bank_file(bank: "Bank", path: Path) -> None:
    """Write a bank over an older one, which is kept beside it as .bak.

    Raises:
        InputError: there is no older one.
        DiskError: the folder cannot be written; the old file is intact.
    """
    keep_before(path, read_bounded(path, most=LARGEST))
    write_bank_file(bank, path)


def bank_schema() -> dict[str, Any]:
    """The JSON Schema that editors use for bank files."""
    from quizapp.bank.schema import bank_schema as schema  # pydantic costs 60 ms

    return schema()


def _read(data: bytes, *, file: str) -> "Bank":
    from quizapp.bank.reader import read_bank  # pydantic and the YAML parser cost 80 ms, and a listing does without

    return read_bank(data, file=file)


def _numbered(name: str) -> Iterator[str]:
    """The name, then name-2, name-3 and so on."""
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
