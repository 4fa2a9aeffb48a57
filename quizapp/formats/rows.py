"""An item as a row of named cells, for every kind of table: CSV, TSV and workbooks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quizapp.formats.basket import Basket
from quizapp.formats.headings import CALLED, Columns, columns_of
from quizapp.formats.keeps import FIELDS_OF, as_imported
from quizapp.formats.marking import marked
from quizapp.formats.parcel import Imported, Taken
from quizapp.formats.proof import source_of
from quizapp.formats.words import lined
from quizapp.kit.errors import InputError, Place
from quizapp.model.article import Article
from quizapp.model.fact import Hedge
from quizapp.model.item import Distractor, Item, Pair

COLUMNS: Final = tuple(CALLED)
"""The cells of a row; several texts in one cell stand on lines of their own, parts of a line between bars."""

FORMULA: Final = "\ud800"
"""The cell of a formula of which its program has made nothing; neither UTF-8 nor XML, and so no table, can hold it."""

MOST_ROWS: Final = 2**20
"""Rows of a table, empty ones too: as many as Excel's and LibreOffice's sheets can have."""

MOST_CELLS: Final = 1_000
"""Cells of a row that are looked at; our own rows have thirteen."""

TOO_MANY_ROWS: Final = f"this table has more than {MOST_ROWS:,} rows; split it into parts"

_BAR: Final = " | "
_ESCAPES: Final = {"\\": "\\\\", "|": "\\|", "\n": "\\n"}
_ESCAPE: Final = re.compile(r"[\\|\n]")
_ESCAPED: Final = re.compile(r"\\([\\|n])")
_SPLIT: Final = re.compile(r"(?<!\\)((?:\\\\)*) \| ")
_FORMULA: Final = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r]")
_INERT: Final = re.compile(r"'('*\s*[=+\-@＝＋－＠\t\r])")


def row_of(item: Item, article: Article) -> dict[str, str]:
    """An item's cells."""
    said = as_imported(item)
    return {
        "id": said.id,
        "kind": said.kind,
        "question": said.stem,
        "answer": _cell((key,) for key in said.keys),
        "wrong answers": _cell((each.text, each.why) for each in said.distractors),
        "accepted": _cell((each,) for each in said.accepted),
        "pairs": _cell((pair.prompt, pair.answer) for pair in said.pairs),
        "number": said.value,
        "unit": said.unit,
        "exactness": said.hedge if said.value else "",
        "rationale": said.rationale,
        "evidence": _cell((quote,) for quote in said.quotes),
        "source": source_of(article),
    }


def taken(rows: Iterable[tuple[int, Sequence[str]]], *, name: str = "") -> Taken:
    """What the rows of a table say, each with its line; the first one names the columns.

    Raises:
        InputError: no column is called “question”, or nothing says which option is right.
    """
    basket = Basket(name=name)
    filled = ((line, cells) for line, cells in rows if any(cell.strip() for cell in cells))
    first, headings = next(filled, (0, ()))
    columns = columns_of(headings)
    _check(columns, headings, place=Place(name, first))
    left: dict[int, str] = {}
    for line, cells in filled:
        left |= {number: headings[number] for number in _strange(cells, columns) if number < len(headings)}
        with basket.at(line):
            basket.add(said_by(row_in(cells, columns), line=line))
    for _, heading in sorted(left.items()):
        basket.leave(first, f"the column “{heading}” is not taken")
    return basket.taken()


def _check(columns: Columns, headings: Sequence[str], *, place: Place) -> None:
    named = set(columns.ours.values())
    if headings and "question" not in named:
        raise InputError("the first line names no column “question”", place=place)
    if columns.options and "answer" not in named:
        raise InputError("there are options, and no column “answer” says which one is right; name it so", place=place)


def _strange(cells: Sequence[str], columns: Columns) -> Iterator[int]:
    """The columns of a row that hold something and are none of those that are taken."""
    known = {*columns.ours, *columns.wrong, *columns.options}
    yield from (number for number, cell in enumerate(cells) if number not in known and cell.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of a row: ours by name, then wrong answers and options that have columns of their own."""

    cells: dict[str, str]
    wrong: tuple[str, ...] = ()
    options: dict[str, str] = field(default_factory=dict)


def row_in(cells: Sequence[str], columns: Columns) -> Row:
    """A row of a table with these columns.

    Raises:
        ValueError: a cell that would be taken is a formula.
    """
    texts = {number: lined(cell).strip() for number, cell in enumerate(cells)}
    row = Row(
        cells={name: texts.get(number, "") for number, name in columns.ours.items()},
        wrong=tuple(filter(None, (texts.get(number, "") for number in columns.wrong))),
        options={label: texts.get(number, "") for number, label in columns.options.items()},
    )
    if formula := next((name for name, cell in (row.cells | row.options).items() if cell == FORMULA), ""):
        raise ValueError(f"“{formula}” {_A_FORMULA}")
    if FORMULA in row.wrong:
        raise ValueError(f"a wrong answer {_A_FORMULA}")
    return row


_A_FORMULA: Final = "is a formula without a result, and formulas are not calculated; write what it gives"


def said_by(row: Row, *, line: int) -> Imported:
    """What a row says.

    Raises:
        ValueError: why it says nothing that can be asked, a sentence for the person.
    """
    cells = row.cells
    lines = {name: tuple(map(_BAR.join, _texts(cells.get(name, "")))) for name in ("answer", "accepted", "evidence")}
    parts = {name: _texts(cells.get(name, "")) for name in ("wrong answers", "pairs")}
    keys, wrong = lines["answer"], tuple(Distractor(text=part[0], why=_second(part)) for part in parts["wrong answers"])
    wrong += tuple(Distractor(text=text, why="") for text in row.wrong)
    if any(row.options.values()):
        right = marked(cells.get("answer", ""), row.options)
        keys = tuple(row.options[label] for label in right)
        wrong += tuple(
            Distractor(text=text, why="") for label, text in row.options.items() if text and label not in right
        )
    kind = cells.get("kind", "").lower() or _kind(cells, keys=keys, wrong=wrong)
    if not cells.get("question") or kind not in FIELDS_OF:
        raise ValueError("the question is empty" if kind in FIELDS_OF else f"there is no kind “{kind[:40]}”")
    return Imported(
        kind=kind,
        stem=cells["question"],
        keys=tuple(key.capitalize() for key in keys) if kind == "true-false" else keys,
        distractors=wrong,
        accepted=lines["accepted"],
        pairs=tuple(Pair(prompt=part[0], answer=_second(part)) for part in parts["pairs"]),
        value=cells.get("number", ""),
        unit=cells.get("unit", ""),
        hedge=_hedge(cells.get("exactness", "")),
        rationale=cells.get("rationale", ""),
        quotes=lines["evidence"],
        id=cells.get("id", ""),
        line=line,
    )


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what begins like one."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_written(cell: str) -> str:
    """The cell without the apostrophe that made it inert."""
    return cell[1:] if _INERT.match(cell) else cell


def _kind(cells: Mapping[str, str], *, keys: tuple[str, ...], wrong: tuple[Distractor, ...]) -> str:
    if cells.get("pairs"):
        return "matching"
    if wrong:
        return "multiple" if len(keys) > 1 else "choice"
    if cells.get("number"):
        return "numeric"
    return "true-false" if cells.get("answer", "").lower() in {"true", "false"} else "short"


def _hedge(text: str) -> Hedge:
    return next((hedge for hedge in Hedge if hedge == text.lower()), Hedge.EXACT)


def _cell(lines: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(_BAR.join(_escaped(part) for part in line) for line in lines)


def _texts(cell: str) -> list[tuple[str, ...]]:
    return [tuple(map(_plain, _parts(line))) for line in cell.split("\n") if line.strip()]


def _parts(line: str) -> list[str]:
    return [part.strip() for part in _SPLIT.sub(lambda match: f"{match[1]}\n", line + " ").split("\n")]


def _second(part: tuple[str, ...]) -> str:
    return part[1] if len(part) > 1 else ""


def _escaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPES[match[0]], lined(text).strip())


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else match[1], text)
