"""Anki's notes in plain text: tabs between fields, directives on top, markup escaped; a note is known by its GUID."""

import csv
import html
import io
import re
from collections.abc import Iterator
from typing import Final

from quizapp.formats.basket import Basket, bounded
from quizapp.formats.cards import Card, card_of, has_gaps, said_by
from quizapp.formats.html_text import text_of_html
from quizapp.formats.keeps import fitting, losses_of
from quizapp.formats.markdown_reading import LISTED, answer_in_marks, in_marks
from quizapp.formats.parcel import Imported, Packed, Taken
from quizapp.formats.proof import flat
from quizapp.formats.text_rows import rows_in
from quizapp.formats.unseen import HINT, IMAGE_GAP, MORE_FIELDS, NO_IMAGE_GAPS, TAGS, unseen_in_marks
from quizapp.formats.words import decoded, encoded, legal
from quizapp.model.item import Bank

_SEPARATORS: Final = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_NEEDED: Final = 2
# Anki runs what stands in brackets ([sound:…], [latex]) and in doubled braces; as entities they are only shown.
# So are the marks of Markdown, which people have in their notes though Anki does not know it.
_INERT: Final = str.maketrans({mark: f"&#{ord(mark)};" for mark in "[]{}\\*="})
_LIST_BEGINS: Final = re.compile(r"^([0-9]{0,3})([-+•.)])(?=[ \t])")


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
    markup, special = _is_html(head, body), _columns(head)
    basket = Basket(name=name)
    for line, cells in _notes(body, delimiter, name=name, first=first):
        fields = [cell for number, cell in enumerate(cells, 1) if number not in special.values()]
        guid = _cell(cells, special, "guid")
        with basket.at(line):
            lost = _lost(fields, tags=_cell(cells, special, "tags"))
            basket.add(_said([*fields, "", ""], guid, markup=markup, line=line, lost=lost))
    return basket.taken(head.get("deck", "").rpartition("::")[2])


def _sides(card: Card) -> tuple[str, str]:
    return "<br>".join(map(_front, card.front)), "<br>".join(map(_escaped, card.back))


def _front(text: str) -> str:
    option = text.startswith(LISTED)
    return (LISTED if option else "") + _escaped(text.removeprefix(LISTED) if option else text)


def _escaped(text: str) -> str:
    whole = html.escape(legal(text), quote=False).translate(_INERT)
    return _LIST_BEGINS.sub(lambda found: f"{found[1]}&#{ord(found[2])};", whole)


def _cell(cells: list[str], special: dict[str, int], name: str) -> str:
    """What stands in a column that holds no field, "" where there is none."""
    return cells[special[name] - 1] if 0 < special.get(name, 0) <= len(cells) else ""


def _lost(fields: list[str], *, tags: str) -> tuple[str, ...]:
    """What a note has beside the text of its two sides."""
    found = {
        HINT: bool(_HINTED.search(fields[0])) if fields else False,
        MORE_FIELDS: any(field.strip() for field in fields[_NEEDED:]),
        TAGS: bool(tags.strip()),
    }
    return (*unseen_in_marks(*fields[:_NEEDED]), *(what for what, is_there in found.items() if is_there))


_HINTED: Final = re.compile(r"\{\{c\d{1,3}::(?:(?!\{\{c\d|\}\}|::).)*::", re.DOTALL)


def _said(fields: list[str], guid: str, *, markup: bool, line: int, lost: tuple[str, ...]) -> Imported:
    if IMAGE_GAP in fields[0]:
        raise ValueError(NO_IMAGE_GAPS)
    marked = in_marks(bounded(fields[0]), lists=True), answer_in_marks(bounded(fields[1]))
    front, back = (text_of_html(cell) if markup else cell for cell in marked)
    return said_by(front, back, name=guid.rpartition("/")[2], line=line, gaps=has_gaps(fields[0]), lost=lost)


def _split(text: str) -> tuple[dict[str, str], str, int]:
    """The directives, what follows them, and the line on which that begins."""
    head: dict[str, str] = {}
    at, line = 0, 1
    while text.startswith("#", at):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        word, _, value = text[at + 1 : end].partition(":")
        head[word.strip().lower()] = value.strip()
        at, line = end + 1, line + 1
    return head, text[at:], line


def _is_html(head: dict[str, str], body: str) -> bool:
    """What the file says; else whether tags are in its first lines, by which Anki goes, too."""
    return head["html"].lower() == "true" if "html" in head else bool(_TAGGED.search(body[:_LOOKED_AT]))


_LOOKED_AT: Final = 65_536
_TAGGED: Final = re.compile(
    r"</?(?:a|b|br|code|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|sub|sup|u|ul)(?:\s[^<>]{0,500})?/?>"
)


def _columns(head: dict[str, str]) -> dict[str, int]:
    """The columns that hold no field, by what they hold."""
    named = {word.removesuffix(" column"): value for word, value in head.items() if word.endswith(" column")}
    return {word: int(value) for word, value in named.items() if value.isdecimal() and len(value) < 4}  # noqa: PLR2004  columns


def _notes(body: str, delimiter: str, *, name: str, first: int) -> Iterator[tuple[int, list[str]]]:
    rows = rows_in(body, delimiter=delimiter, first=first, name=name)
    yield from (row for row in rows if any(cell.strip() for cell in row[1]))
