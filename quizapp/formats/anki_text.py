"""Anki's notes in plain text: tabs between fields, directives on top, markup escaped; a note is known by its GUID."""

import csv
import html
import io
from collections.abc import Iterator
from typing import Final

from quizapp.formats.cards import Card, card_of, has_gaps, said_by
from quizapp.formats.html_text import text_of_html
from quizapp.formats.keeps import fitting, losses_of
from quizapp.formats.parcel import Imported, Packed, Refusal, Taken
from quizapp.formats.proof import flat
from quizapp.formats.words import decoded, encoded, legal
from quizapp.kit.errors import InputError, Place
from quizapp.model.item import Bank

_SEPARATORS: Final = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_NEEDED: Final = 2
# Anki runs what stands in brackets ([sound:…], [latex]) and in doubled braces; as entities they are only shown.
_INERT: Final = str.maketrans({"[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "\\": "&#92;"})


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """The bank as notes of the type Basic."""
    written = io.StringIO(newline="")
    title = " ".join(flat(bank.article.title).replace("::", ": ").split())
    written.write(f"#separator:tab\n#html:true\n#guid column:1\n#notetype:Basic\n#deck:{title}\n")
    writer = csv.writer(written, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")
    for item in fitting(bank.items, name="anki-text"):
        card = card_of(item, bank.article, seed=seed)
        writer.writerow([f"{bank.article.id}/{item.id}", *_sides(card)])
    losses = tuple(loss for item in bank.items for loss in losses_of(item, name="anki-text"))
    return Packed(encoded(written.getvalue()), losses)


def take(content: bytes, *, name: str) -> Taken:
    """Every note of a text file that Anki, Quizlet and others export.

    Raises:
        InputError: it is not text, or no table.
    """
    head, body, first = _split(decoded(content, name=name))
    separator = head.get("separator", "tab")
    delimiter = _SEPARATORS.get(separator.lower(), separator[:1] or "\t")
    markup, special = head.get("html", "false") == "true", _columns(head)
    items, refusals = list[Imported](), list[Refusal]()
    for line, cells in _notes(body, delimiter, name=name, first=first):
        fields = [cell for number, cell in enumerate(cells, 1) if number not in special.values()]
        guid = cells[special["guid"] - 1] if 0 < special.get("guid", 0) <= len(cells) else ""
        try:
            items.append(_said([*fields, ""], guid, markup=markup, line=line))
        except ValueError as error:
            refusals.append(Refusal(line, str(error)))
    return Taken(head.get("deck", "").rpartition("::")[2], tuple(items), tuple(refusals))


def _sides(card: Card) -> tuple[str, str]:
    return "<br>".join(map(_escaped, card.front)), "<br>".join(map(_escaped, card.back))


def _escaped(text: str) -> str:
    return html.escape(legal(text), quote=False).translate(_INERT)


def _said(fields: list[str], guid: str, *, markup: bool, line: int) -> Imported:
    front, back = (text_of_html(cell) if markup else cell for cell in fields[:_NEEDED])
    return said_by(front, back, name=guid.rpartition("/")[2], line=line, gaps=has_gaps(fields[0]))


def _split(text: str) -> tuple[dict[str, str], str, int]:
    """The directives, what follows them, and the line on which that begins."""
    head: dict[str, str] = {}
    rest, line = text, 1
    while rest.startswith("#"):
        directive, _, rest = rest.partition("\n")
        word, _, value = directive[1:].partition(":")
        head[word.strip().lower()] = value.strip()
        line += 1
    return head, rest, line


def _columns(head: dict[str, str]) -> dict[str, int]:
    """The columns that hold no field, by what they hold."""
    named = {word.removesuffix(" column"): value for word, value in head.items() if word.endswith(" column")}
    return {word: int(value) for word, value in named.items() if value.isdecimal() and len(value) < 4}  # noqa: PLR2004  columns


def _notes(body: str, delimiter: str, *, name: str, first: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    line = first
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = first + reader.line_num
    except csv.Error as error:
        raise InputError(f"this is no readable table ({error})", place=Place(name, line)) from None
