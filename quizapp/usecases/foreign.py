"""Other people's files of questions, read by their formats: texts in any encoding that is named, and banks as YAML."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from quizapp.bank.reader import read_bank
from quizapp.formats.keeps import as_imported
from quizapp.formats.parcel import Imported, Taken
from quizapp.formats.table import FORMATS, Format, recognise
from quizapp.kit.errors import InputError, Place, UsageError
from quizapp.kit.files import read_bounded
from quizapp.model.item import Bank, Item, Status

LARGEST: Final = 64 * 2**20
"""Bytes of a foreign file that are read; of a text fewer."""

BANK: Final = "bank"
"""What our own YAML is called among the formats."""

_BANK_SUFFIXES: Final = frozenset({".yaml", ".yml"})
_ARCHIVE: Final = b"PK\x03\x04"
_DECLARED: Final = re.compile(r"""^(\s*<\?xml\b[^>]{0,200}?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')""")
_LEFT: Final = "its fact, its score and whose claim it is are not taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A foreign file as its format reads it; `bank` is the bank where it is one of our own."""

    path: Path
    form: str
    taken: Taken
    bank: Bank | None = None


def read_foreign(path: Path, *, form: str | None = None, encoding: str | None = None) -> Foreign:
    """Read a foreign file by its format, which is recognised where it is not named.

    Args:
        path: the file.
        form: the name of its format; None to find it out.
        encoding: that of a text; None for UTF-8, or UTF-16 with its mark.

    Raises:
        UsageError: there is no such format or encoding, or the format is only written.
        InputError: there is no such file, or it is of no format that is known.
        BankError: it is a bank with faults; all are told.
        DiskError: it may not be read.
    """
    named = _named(form) if form and form != BANK else None
    content = read_bounded(path, most=LARGEST)
    if form == BANK or (form is None and path.suffix.lower() in _BANK_SUFFIXES):
        return _bank(path, content)
    if encoding is not None and not content.startswith(_ARCHIVE):
        content = _in_utf8(content, encoding, place=Place(str(path)))
    found = named or recognise(content, name=path.name)
    if found is None or found.take is None:
        _check_archive(content, place=Place(str(path)))
        raise InputError(
            f"this is no format that quizapp knows; name it with --from: {_known()}", place=Place(str(path))
        )
    return Foreign(path=path, form=found.name, taken=found.take(content, name=str(path)))


def _named(form: str) -> Format:
    if form not in FORMATS or FORMATS[form].take is None:
        raise UsageError(f"“{form}” is no format that can be read; there are {_known()}")
    return FORMATS[form]


def _check_archive(content: bytes, *, place: Place) -> None:
    """Refuse an archive that cannot be looked into, which no format could then be told of.

    Raises:
        InputError: it is damaged or has too many entries.
    """
    if content.startswith(_ARCHIVE):
        from quizapp.formats.archive import Archive  # zstandard costs 10 ms, which texts do without

        try:
            Archive(content)
        except InputError as error:
            raise InputError(str(error), place=place) from None


def _known() -> str:
    return ", ".join((*(row.name for row in FORMATS.values() if row.take), BANK))


def _in_utf8(content: bytes, encoding: str, *, place: Place) -> bytes:
    """A text in another encoding; what it says of its own encoding is no longer true, and goes."""
    from quizapp.articles.decoding import decoded  # the articles' libraries cost 200 ms, which UTF-8 does without

    return _DECLARED.sub(r"\1", decoded(content, encoding=encoding, place=place)).encode()


def _bank(path: Path, content: bytes) -> Foreign:
    bank = read_bank(content, file=str(path))
    items = tuple(_said(item) for item in bank.items if item.status is not Status.DROPPED)
    return Foreign(path=path, form=BANK, taken=Taken(bank.article.title, items), bank=bank)


def _said(item: Item) -> Imported:
    """An item of a bank as a question about another text, where not all of it can stay."""
    more = item.attribution is not None or item.fact != item.id
    return replace(as_imported(item), place=f"item {item.id}", lost=(_LEFT,) if more else ())
