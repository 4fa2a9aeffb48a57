"""Banks in other people's formats: written with every loss named, and read back to see that the rest is whole."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from quizapp.formats.keeps import LEFT_OUT
from quizapp.formats.parcel import Loss, Packed
from quizapp.formats.printed import unprinted
from quizapp.formats.spaces import spaces_lost
from quizapp.formats.table import FORMATS, Format, exported
from quizapp.formats.verifying import broken_promises
from quizapp.kit.errors import DiskError, InputError, Place, UsageError
from quizapp.kit.files import check_target, write_atomically
from quizapp.model.item import Bank

__all__ = ["FORMAT_NAMES", "Exported", "Loss", "SheetStyle", "check_new", "export_bank"]

FORMAT_NAMES: Final = tuple(FORMATS)
"""What a bank can be written as."""

SUFFIXES: Final = {name: form.suffixes[0] for name, form in FORMATS.items()}
"""How the files of each format end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStyle:
    """How a worksheet is laid out: its paper, and which of the versions with options in another order."""

    paper: Literal["a4", "letter"] = "a4"
    version: Literal["A", "B", "C"] = "A"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written: how many questions of how many, what was lost, and what did not come back as promised.

    `content` is the file, which is printed where there is no path; `broken` is None where it was not read back;
    `dropped` counts the questions that a person has dropped.
    """

    content: bytes
    written: int
    items: int
    dropped: int
    losses: tuple[Loss, ...]
    broken: tuple[Loss, ...] | None


def export_bank(
    bank: Bank,
    path: Path | None,
    *,
    name: str,
    seed: str = "",
    sheet: SheetStyle | None = None,
    now: datetime | None = None,
    verify: bool = False,
    force: bool = False,
) -> Exported:
    """Write a bank in another format, whole or not at all; `sheet` says how a worksheet is laid out.

    Without a path nothing is written, and the content is there to be printed.

    `now` dates Anki's notes: it takes the changes of a second import only if they are newer. Without it the same bank
    gives the same bytes for ever.

    Raises:
        UsageError: there is no such format, a layout was asked of what is no worksheet, or what is no text is to be
            printed.
        InputError: the bank has nothing to write.
        DiskError: it cannot be written, or there is a file already and `force` is not set; the old file is intact.
    """
    form = _format(name)
    if "paper" not in form.asks and sheet is not None:
        raise UsageError(f"only worksheets have a paper and versions, {name} has none; leave --paper and --version out")
    if path is None and not form.is_text:
        raise UsageError(f"{name} is no text that can be printed; name a file with -o")
    kept = exported(bank)
    if not kept.items:
        raise InputError("this bank has no question that is not dropped, so nothing was written")
    if path is not None:
        check_new(path, force=force)
    sheet = sheet or SheetStyle()
    particulars = {"paper": sheet.paper, "version": sheet.version, "at": now, "whole": bank}
    packed = form.pack(kept, seed=seed, **{name: value for name, value in particulars.items() if name in form.asks})
    left_out = {loss.item for loss in packed.losses if loss.what.startswith(LEFT_OUT)}
    if len(left_out) == len(kept.items):
        raise InputError(f"{name} has a place for none of these questions, so nothing was written")
    broken = _broken(kept, packed, form, file=path.name if path else name) if verify else None
    written = [item for item in kept.items if item.id not in left_out]
    if path is not None:
        write_atomically(path, packed.content)
    return Exported(
        content=packed.content,
        written=len(written),
        items=len(kept.items),
        dropped=len(bank.items) - len(kept.items),
        losses=(*packed.losses, *spaces_lost(written, name=name)),
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


def check_new(path: Path, *, force: bool) -> None:
    """Refuse to write over what is there, or where there is no folder.

    Raises:
        InputError: it is a folder.
        DiskError: it is a device, there is no folder for it, or there is a file and `force` is not set.
    """
    check_target(path)
    if path.exists() and not force:
        raise DiskError(
            "there is a file already; choose another name, or replace it with --force", place=Place(str(path))
        )
