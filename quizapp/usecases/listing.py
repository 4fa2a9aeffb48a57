"""What the library shows of a bank, remembered between starts so that unchanged banks are not read again."""

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quizapp import __version__
from quizapp.kit.errors import DiskError
from quizapp.kit.files import write_atomically
from quizapp.model.form import Form, Status, form_of

if TYPE_CHECKING:
    from quizapp.model.item import Bank

_LARGEST: Final = 128 * 2**20
"""Bytes; a question takes about 110, so that a million of them are still listed without reading a bank."""


class Entry(NamedTuple):
    """One bank of the library: words of its article, the questions not dropped, and how many there are of each kind.

    `facts`, `forms` and `fingerprints` hold for each of the `ids` the fact that it asks, how it is answered and what it
    takes for right.
    """

    slug: str
    title: str
    article_id: str
    words: int
    items: int
    ids: tuple[str, ...]
    facts: tuple[str, ...]
    forms: tuple[Form, ...]
    fingerprints: tuple[tuple[str, ...], ...]
    kinds: dict[str, int]
    shipped: bool
    path: Path


def entry_of(bank: "Bank", *, slug: str, shipped: bool, path: Path) -> Entry:
    """What the library shows of a bank."""
    from quizapp.model.fingerprint import fingerprints  # with every kind of item, of which an unchanged list needs none

    asked = [item for item in bank.items if item.status is not Status.DROPPED]
    return Entry(
        slug=slug,
        title=bank.article.title,
        article_id=bank.article.id,
        words=bank.article.words,
        items=len(asked),
        ids=tuple(item.id for item in asked),
        facts=tuple(item.fact for item in asked),
        forms=tuple(form_of(item.kind) for item in asked),
        fingerprints=tuple(fingerprints(item) for item in asked),
        kinds=dict(sorted(Counter(item.kind for item in asked).items())),
        shipped=shipped,
        path=path,
    )


class Listing:
    """Entries by file, each good as long as the file's time and size are the same; never the only copy of anything."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = _read(file)
        self._fresh: dict[str, Any] = {}

    def get(self, path: Path) -> Entry | None:
        """The entry of an unchanged file, or None."""
        stamp, record = _stamp(path), self._known.get(str(path))
        if not stamp or not isinstance(record, dict) or record.get("stamp") != stamp:
            return None
        entry = _entry(record.get("entry"), path)
        if entry is not None:
            self._fresh[str(path)] = record
        return entry

    def put(self, entry: Entry) -> None:
        """Remember an entry."""
        if stamp := _stamp(entry.path):
            self._fresh[str(entry.path)] = {"stamp": stamp, "entry": entry._asdict() | {"path": ""}}

    def keep(self) -> None:
        """Write what was asked for or put since the start, where it differs from what is on the disk."""
        if self._fresh == self._known:
            return
        self._known = dict(self._fresh)
        try:
            write_atomically(self._file, json.dumps(self._fresh, sort_keys=True).encode())
        except DiskError:
            return  # the next start reads the banks again, that is all


def _read(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            known = json.loads(stream.read(_LARGEST))
    except (OSError, ValueError, RecursionError):  # missing, or damaged: it is made anew
        return {}
    return known if isinstance(known, dict) else {}


def _stamp(path: Path) -> str:
    """What changes when the file, or the program that reads it, does; empty where there is no such file."""
    try:
        stat = path.stat()
    except OSError:
        return ""
    return f"{stat.st_mtime_ns} {stat.st_size} {__version__}"


def _entry(record: object, path: Path) -> Entry | None:
    """An entry from its record, or None when that is not one."""
    if not isinstance(record, dict) or set(record) != set(Entry._fields):
        return None
    texts = all(isinstance(record[name], str) for name in ("slug", "title", "article_id"))
    numbers = all(isinstance(record[name], int) for name in ("words", "items"))
    kinds, ids, facts, forms = record["kinds"], record["ids"], record["facts"], record["forms"]
    prints = record["fingerprints"]
    counted = isinstance(kinds, dict) and all(isinstance(number, int) for number in kinds.values())
    listed = _names(ids) and _names(facts) and _names(forms) and isinstance(prints, list) and all(map(_names, prints))
    if not (texts and numbers and counted and listed and len(ids) == len(facts) == len(forms) == len(prints)):
        return None
    if not set(forms) <= set(Form):
        return None
    lists = {"ids": tuple(ids), "facts": tuple(facts), "fingerprints": tuple(map(tuple, prints))}
    return Entry(**(record | {"path": path, "forms": tuple(Form(form) for form in forms)} | lists))


def _names(record: object) -> bool:
    return isinstance(record, list) and all(isinstance(name, str) for name in record)
