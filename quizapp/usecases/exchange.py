"""Banks in other people's formats: written with every loss named, and read back to see that the rest is whole."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from quizapp.formats.parcel import Loss, Packed
from quizapp.formats.printed import unprinted
from quizapp.formats.table import FORMATS, Format, exported
from quizapp.formats.verifying import broken_promises
from quizapp.kit.errors import InputError, Place, UsageError
from quizapp.kit.files import write_atomically
from quizapp.model.item import Bank

__all__ = ["FORMAT_NAMES", "Exported", "Loss", "SheetStyle", "check_target", "export_bank"]

FORMAT_NAMES: Final = tuple(FORMATS)
"""What a bank can be written as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStyle:
    """How a worksheet is laid out: its paper, and which of the versions with options in another order."""

    paper: Literal["a4", "letter"] = "a4"
    version: Literal["A", "B", "C"] = "A"


USUAL_SHEET: Final = SheetStyle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written: how many items of how many, what was lost, and what did not come back as promised.

    `broken` is None where the file was not read back; `dropped` counts the items that a person has dropped.
    """

    path: Path
    items: int
    dropped: int
    losses: tuple[Loss, ...]
    broken: tuple[Loss, ...] | None


def export_bank(
    bank: Bank,
    path: Path,
    *,
    name: str,
    seed: str = "",
    sheet: SheetStyle = USUAL_SHEET,
    now: datetime | None = None,
    verify: bool = False,
    force: bool = False,
) -> Exported:
    """Write a bank in another format, whole or not at all; `sheet` says how a worksheet is laid out.

    `now` dates Anki's notes: it takes the changes of a second import only if they are newer. Without it the same bank
    gives the same bytes for ever.

    Raises:
        UsageError: there is no such format, or a layout was asked of what is no worksheet.
        InputError: the bank has nothing to write, or there is a file already and `force` is not set.
        DiskError: it cannot be written; the old file is intact.
    """
    form = _format(name)
    if "paper" not in form.asks and sheet != USUAL_SHEET:
        raise UsageError(f"only worksheets have a paper and versions, {name} has none; leave --paper and --version out")
    kept = exported(bank)
    if not kept.items:
        raise InputError("this bank has no question that is not dropped, so nothing was written")
    check_target(path, force=force)
    particulars = {"paper": sheet.paper, "version": sheet.version, "at": now, "whole": bank}
    packed = form.pack(kept, seed=seed, **{name: value for name, value in particulars.items() if name in form.asks})
    broken = _broken(kept, packed, form, file=path.name) if verify else None
    write_atomically(path, packed.content)
    return Exported(
        path=path,
        items=len(kept.items),
        dropped=len(bank.items) - len(kept.items),
        losses=packed.losses,
        broken=broken,
    )


def _broken(kept: Bank, packed: Packed, form: Format, *, file: str) -> tuple[Loss, ...]:
    if form.take is None:
        return unprinted(kept, packed)
    return broken_promises(kept, packed, form.take(packed.content, name=file), name=form.name)


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise UsageError(f"there is no format “{name}”; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def check_target(path: Path, *, force: bool) -> None:
    """Refuse to write over what is there.

    Raises:
        InputError: it is a folder, or a file and `force` is not set.
    """
    if path.is_dir():
        raise InputError("this is a folder; name a file in it", place=Place(str(path)))
    if path.exists() and not force:
        raise InputError(
            "there is a file already; choose another name, or replace it with --force", place=Place(str(path))
        )
