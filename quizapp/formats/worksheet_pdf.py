"""Worksheets as PDF, set by Typst with the fonts that it brings, and with the machine's where those do not suffice."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from importlib.resources import files
from itertools import chain
from typing import Final

import typst

from quizapp.formats.boxes import boxed, boxes_in, is_covered
from quizapp.formats.parcel import Loss, Packed
from quizapp.formats.worksheet import Paper, Sheet, Version, sheet_of
from quizapp.model.item import Bank

_PAPERS: Final = {"a4": "a4", "letter": "us-letter"}
"""Our names of papers and Typst's."""

_LANGUAGE: Final = re.compile(r"[a-z]{2}(?![a-zA-Z])")
_SHOWN: Final = 12
"""Characters that a sentence shows before it says that there are more."""


def pack(bank: Bank, *, seed: str = "", paper: Paper = "a4", version: Version = "A") -> Packed:
    """A worksheet with its key on a page of its own; characters that no font draws are named.

    The same bytes on every machine, unless a text has letters that only the machine's own fonts can show.
    """
    sheet, losses = sheet_of(bank, seed=seed, version=version)
    told, source = _told(sheet, paper=paper), files("quizapp.formats").joinpath("worksheet.typ").read_bytes()
    covered = is_covered(told)
    # every text reaches Typst as a value and never as its markup
    content = typst.compile(source, format="pdf", sys_inputs={"sheet": told}, ignore_system_fonts=covered, timestamp=0)
    assert isinstance(content, bytes)  # noqa: S101  one PDF is one file; only pictures come in a list
    if covered:
        return Packed(content, losses)
    return Packed(content, (*losses, *_boxes(sheet, boxed(source, {"sheet": told}), bank.article.id)))


def _told(sheet: Sheet, *, paper: Paper) -> str:
    language = sheet.language[:2] if _LANGUAGE.match(sheet.language) else "en"
    return json.dumps(asdict(sheet) | {"paper": _PAPERS[paper], "language": language}, ensure_ascii=False)


def _boxes(sheet: Sheet, boxed: frozenset[str], article: str) -> Iterator[Loss]:
    """One sentence about everything that is printed as a box, for each item that has some, or for the article."""
    parts = {
        question.item: _all((asdict(question), asdict(solution)), boxed)
        for question, solution in zip(sheet.questions, sheet.solutions, strict=True)
    }
    parts[article] = [*parts.get(article, ()), *_all((sheet.title, sheet.about), boxed)]
    seen = list(dict.fromkeys(chain.from_iterable(parts.values())))
    shown = " ".join(seen[:_SHOWN]) + (" …" if len(seen) > _SHOWN else "")
    for name, found in parts.items():
        if found:
            yield Loss(
                name,
                f"the PDF has boxes for {shown}, which no font on this machine draws; install one that does, or print"
                " worksheet-html from a browser that has one",
            )


def _all(told: object, boxed: frozenset[str]) -> list[str]:
    return list(boxes_in(json.dumps(told, ensure_ascii=False), boxed))
