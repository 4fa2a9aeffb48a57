"""The table of formats: what each is called, how its files end, and how it is written, read and recognised."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Final, Protocol, cast

from quizapp.formats import sniffing
from quizapp.formats.parcel import Packed, Taken
from quizapp.model.item import Bank, Status


class Pack(Protocol):
    """A bank as a format's bytes; the same bank and seed give the same bytes; `particulars` are some formats' own."""

    def __call__(self, bank: Bank, *, seed: str = "", **particulars: object) -> Packed: ...  # noqa: D102  said above


class Take(Protocol):
    """What a format's bytes say; `name` is the file's, for titles and errors.

    Raises:
        InputError: they are not of this format at all.
    """

    def __call__(self, content: bytes, *, name: str) -> Taken: ...  # noqa: D102  said above


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: its name, how its files end, its writer, its reader (None where it is only written), and its mark.

    `asks` names the particulars that its writer takes: a worksheet's paper and version, the date of Anki's notes
    and the bank with its dropped items.
    """

    name: str
    suffixes: tuple[str, ...]
    pack: Pack
    take: Take | None
    sniff: Callable[[bytes], bool]
    asks: frozenset[str]

    @property
    def is_text(self) -> bool:
        """Whether its files are UTF-8, which can be printed; the others are archives and PDF."""
        return self.suffixes[0] not in _BINARY


def _late(module: str, function: str) -> Callable[..., object]:
    """A function of a format's module, imported when it is called: lxml and openpyxl cost 100 ms each."""

    def called(*arguments: object, **named: object) -> object:
        return getattr(import_module(f"quizapp.formats.{module}"), function)(*arguments, **named)

    return called


def _format(
    name: str,
    *suffixes: str,
    module: str = "",
    sniff: sniffing.Sniff = sniffing.never,
    asks: frozenset[str] = frozenset(),
) -> Format:
    """A row; formats that share a module have functions that end in their names; what has no mark is only written."""
    ending = f"_{name}" if module else ""
    module = module or name.replace("-", "_")
    return Format(
        name=name,
        suffixes=suffixes,
        pack=cast(Pack, _late(module, f"pack{ending}")),
        take=None if sniff is sniffing.never else cast(Take, _late(module, f"take{ending}")),
        sniff=sniff,
        asks=asks,
    )


_BINARY: Final = frozenset({".apkg", ".pdf", ".xlsx", ".zip"})
_OF_A_SHEET: Final = frozenset({"paper", "version"})
_OF_ANKI: Final = frozenset({"at", "whole"})

FORMATS: Final = {
    row.name: row
    for row in (
        _format("moodle-xml", ".xml", sniff=sniffing.is_moodle_xml),
        _format("kahoot", ".xlsx", sniff=sniffing.is_kahoot),
        _format("xlsx", ".xlsx", sniff=sniffing.is_workbook),
        _format("anki", ".apkg", sniff=sniffing.is_anki, asks=_OF_ANKI),
        _format("qti21", ".zip", ".xml", sniff=sniffing.is_qti21),
        _format("qti12", ".zip", ".xml", sniff=sniffing.is_qti12),
        _format("csv", ".csv", module="delimited", sniff=sniffing.is_csv),
        _format("tsv", ".tsv", ".txt", module="delimited", sniff=sniffing.is_tsv),
        _format("anki-text", ".txt", ".tsv", sniff=sniffing.is_anki_text),
        _format("aiken", ".txt", sniff=sniffing.is_aiken),
        _format("gift", ".gift", ".txt", sniff=sniffing.is_gift),
        _format("hashcards", ".md", sniff=sniffing.is_hashcards),
        _format("obsidian", ".md", sniff=sniffing.is_obsidian),
        _format("worksheet-html", ".html", asks=_OF_A_SHEET),
        _format("worksheet-pdf", ".pdf", asks=_OF_A_SHEET),
    )
}
"""Every format by its name; where two could be meant, the stricter one stands first."""


def exported(bank: Bank) -> Bank:
    """The bank without the items that a person has dropped: they never leave the house."""
    return Bank(article=bank.article, items=tuple(item for item in bank.items if item.status is not Status.DROPPED))


def recognise(content: bytes, *, name: str) -> Format | None:
    """The format whose mark the bytes bear, one that the file's name ends like before all others."""
    suffix = PurePath(name).suffix.lower()
    readable = [row for row in FORMATS.values() if row.take is not None]
    named: Iterable[Format] = (row for row in readable if suffix in row.suffixes)
    return next((row for row in (*named, *readable) if row.sniff(content)), None)
