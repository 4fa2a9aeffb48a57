"""Worksheets as PDF, set by Typst with the fonts that it brings."""

import json
import re
from dataclasses import asdict
from importlib.resources import files
from typing import Final

import typst

from quizapp.formats.parcel import Packed
from quizapp.formats.worksheet import Paper, Sheet, Version, sheet_of
from quizapp.model.item import Bank

_PAPERS: Final = {"a4": "a4", "letter": "us-letter"}
"""Our names of papers and Typst's."""

_COVERED: Final = re.compile(r"[\u0020-\u052f\u1e00-\u214f\u2190-\u21ff\u2200-\u22ff\u2400-\u2426\u27e8\u27e9]*")
"""Characters for which Typst's own fonts have shapes: the Latin, Greek and Cyrillic scripts and usual signs."""

_LANGUAGE: Final = re.compile(r"[a-z]{2}(?![a-zA-Z])")


def pack(bank: Bank, *, seed: str = "", paper: Paper = "a4", version: Version = "A") -> Packed:
    """A worksheet with its key on a page of its own.

    The same bytes on every machine, unless a text has letters that only the machine's own fonts can show.
    """
    sheet, losses = sheet_of(bank, seed=seed, version=version)
    return Packed(typeset(sheet, paper=paper), losses)


def typeset(sheet: Sheet, *, paper: Paper) -> bytes:
    """The PDF of a sheet; every text reaches Typst as a value and never as its markup."""
    language = sheet.language[:2] if _LANGUAGE.match(sheet.language) else "en"
    told = json.dumps(asdict(sheet) | {"paper": _PAPERS[paper], "language": language}, ensure_ascii=False)
    content = typst.compile(
        files("quizapp.formats").joinpath("worksheet.typ").read_bytes(),
        format="pdf",
        sys_inputs={"sheet": told},
        ignore_system_fonts=bool(_COVERED.fullmatch(told)),
        timestamp=0,
    )
    assert isinstance(content, bytes)  # noqa: S101  one PDF is one file; only pictures come in a list
    return content
