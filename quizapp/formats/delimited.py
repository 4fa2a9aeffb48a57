"""CSV and TSV that spreadsheets open as text: UTF-8 with its mark, every cell quoted, no cell a formula."""

import csv
import io
from collections.abc import Iterator

from quizapp.formats.headings import DELIMITER_NAMED, DELIMITERS
from quizapp.formats.keeps import losses_of
from quizapp.formats.parcel import Packed, Taken
from quizapp.formats.rows import (
    COLUMNS,
    as_written,
    inert,
    row_of,
    taken,
)
from quizapp.formats.text_rows import rows_in
from quizapp.formats.words import decoded, encoded, lined
from quizapp.model.item import Bank


def pack_csv(bank: Bank, *, seed: str = "") -> Packed:
    """The bank as a table with commas."""
    return _pack(bank, name="csv", delimiter=",")


def pack_tsv(bank: Bank, *, seed: str = "") -> Packed:
    """The bank as a table with tabs."""
    return _pack(bank, name="tsv", delimiter="\t")


def take_csv(content: bytes, *, name: str) -> Taken:
    """Every row of a table with commas, or with one of DELIMITERS, which its first line shows or names (“sep=;”).

    Raises:
        InputError: it is no table, or has no column for the questions.
    """
    text = decoded(content, name=name)
    return _take(text, name=name, delimiter=delimiter_of(text))


def take_tsv(content: bytes, *, name: str) -> Taken:
    """Every row of a table with tabs.

    Raises:
        InputError: it is no table, or has no column for the questions.
    """
    return _take(decoded(content, name=name), name=name, delimiter="\t")


def _pack(bank: Bank, *, name: str, delimiter: str) -> Packed:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in bank.items:
        row = row_of(item, bank.article)
        writer.writerow([inert(lined(row[column]).strip()) for column in COLUMNS])
    losses = tuple(loss for item in bank.items for loss in losses_of(item, name=name))
    return Packed(encoded(written.getvalue(), mark=True), losses)


def _take(text: str, *, name: str, delimiter: str) -> Taken:
    return taken(
        ((line, [as_written(cell) for cell in cells]) for line, cells in _lines(text, name=name, delimiter=delimiter)),
        name=name,
    )


def delimiter_of(text: str) -> str:
    """What stands between the columns of a table: what its first line names, or has most often."""
    if (named := DELIMITER_NAMED.match(text)) is not None:
        return named.group(1)
    heading = text.partition("\n")[0]
    return max(DELIMITERS, key=heading.count)


def _lines(text: str, *, name: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins."""
    named = DELIMITER_NAMED.match(text)
    body, first = (text[named.end() :], 2) if named else (text, 1)
    yield from (row for row in rows_in(body, delimiter=delimiter, first=first, name=name) if row[1])
