"""A learner's log as a file that other programs read, JSON or CSV, and back; nothing is added twice."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from math import inf
from pathlib import Path
from typing import Any, Final

from quizapp.formats.rows import as_written, inert
from quizapp.history.instants import from_micros, offset_minutes, to_micros
from quizapp.history.rows import COLUMNS, Cell, Row, Rows, history_of, rows_of
from quizapp.kit.errors import InputError, Place, UsageError
from quizapp.kit.files import read_bounded, write_atomically
from quizapp.kit.text import one_line
from quizapp.model.memory import Rating
from quizapp.model.outcome import Outcome
from quizapp.usecases.exchange import check_new
from quizapp.usecases.keeping import Merged, unite_with
from quizapp.usecases.workspace import Workspace

FORMAT: Final = 1
"""Of the JSON; raised when a reader would have to change."""

LARGEST: Final = 2**28
"""Bytes of a file that is read: a million answers."""

_FLAGS: Final = frozenset({"hinted", "scheduled"})
_INSTANTS: Final = frozenset({"at", "started"})
_RATINGS: Final = frozenset(Rating)
_TRUTH: Final = {True: 1, False: 0, "true": 1, "false": 0}
_ALLOWED: Final = {
    "outcome": "right, close, wrong or shown",
    "rating": "a whole number from 1 to 4",
    "seconds": "a number of at least 0",
    "turn": "a whole number",
    "seed": "a whole number",
    **dict.fromkeys(_FLAGS, "true or false"),
    **dict.fromkeys(("at", "started", "undone"), "an instant such as 2026-11-28T06:53:42+01:00"),
}
"""What a cell may hold; any other holds a text."""

_MOST: Final = 2**63
"""Whole numbers of SQLite are below it."""

_ANSWER: Final = (*(name for name in COLUMNS["reviews"] if name != "offset"), "undone")
"""The fields of an answer in a file; an instant there has its offset from UTC, and `undone` is one, too, or nothing."""


class _LineError(ValueError):
    """What is wrong in a line of a CSV file."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


def export_log(workspace: Workspace, path: Path, *, force: bool = False) -> Rows:
    """Write every answer to a .json file, which is the whole log, or to a .csv file, which has no sittings' plans.

    Raises:
        UsageError: the file is called neither.
        InputError: nothing was answered.
        StudyDataError: the history cannot be used.
        DiskError: the file cannot be written, or there is one already and `force` is not set; the old one is intact.
    """
    write = _by_suffix(path, {".json": _json, ".csv": _csv})
    check_new(path, force=force)
    rows = workspace.history.read(rows_of)
    if not rows.reviews:
        raise InputError("nothing was answered yet, so there is nothing to write", place=Place(str(path)))
    write_atomically(path, write(rows))
    return rows


def import_log(workspace: Workspace, path: Path) -> Merged:
    """Add the answers of such a file to the log, each once, and make the cards anew.

    Raises:
        UsageError: the file is called neither .json nor .csv.
        InputError: it is no log.
        StudyDataError: it tells of an answer in another way than the history; nothing was changed.
        DiskError: there is no room; nothing was changed.
    """
    read = _by_suffix(path, {".json": _read_json, ".csv": _read_csv})
    content = read_bounded(path, most=LARGEST)
    try:
        other = history_of(read(content))
    except _LineError as error:
        raise InputError(f"{error}; nothing was changed", place=Place(str(path), error.line)) from None
    except (ValueError, RecursionError, csv.Error) as error:
        raise InputError(f"this is no log of answers: {error}; nothing was changed", place=Place(str(path))) from None
    with closing(other):
        return unite_with(workspace, other, file=path)


def _by_suffix(path: Path, made: Mapping[str, Callable[..., Any]]) -> Callable[..., Any]:
    if path.suffix.lower() not in made:
        raise UsageError(f"a log is a .json or a .csv file; name it {path.with_suffix('.json').name}")
    return made[path.suffix.lower()]


def _json(rows: Rows) -> bytes:
    """ASCII alone: no character that a terminal or an editor would obey."""
    data = {
        "format": FORMAT,
        "sessions": [_said(row, "sessions") for row in rows.sessions],
        "answers": list(_answers(rows)),
        "fits": [_said(row, "fits") for row in rows.fits],
    }
    return (json.dumps(data, indent=1) + "\n").encode()


def _csv(rows: Rows) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, _ANSWER, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    for answer in _answers(rows):
        writer.writerow({name: inert(_cell(value)) for name, value in answer.items()})
    return written.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _answers(rows: Rows) -> Iterator[dict[str, object]]:
    undone = {row[0]: _instant(row[1], row[2]) for row in rows.undone}
    for row in rows.reviews:
        yield _said(row, "reviews") | {"undone": undone.get(row[0])}


def _said(row: Row, table: str) -> dict[str, object]:
    """A row as a file has it."""
    cells = dict(zip(COLUMNS[table], row, strict=True))
    offset = cells.pop("offset")
    return {name: _written(name, value, offset) for name, value in cells.items()}


def _written(name: str, value: Cell, offset: Cell) -> object:
    if name in _INSTANTS:
        return _instant(value, offset)
    return bool(value) if name in _FLAGS else value


def _instant(micros: Cell, offset: Cell) -> str:
    """An instant as its learner's clock showed it; damage has been left out before."""
    at = from_micros(int(micros or 0))
    return at.astimezone(timezone(timedelta(minutes=int(offset or 0)))).isoformat()


def _read_json(content: bytes) -> Rows:
    data = json.loads(content)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"it does not say “format”: {FORMAT}")
    answers = [_checked(answer, _ANSWER, f"answer {number}") for number, answer in _numbered(data, "answers")]
    return _rows(
        answers,
        sessions=tuple(_row(each, "sessions", f"session {number}") for number, each in _numbered(data, "sessions")),
        fits=tuple(_row(each, "fits", f"fit {number}") for number, each in _numbered(data, "fits")),
    )


def _numbered(data: Mapping[str, object], name: str) -> Iterator[tuple[int, object]]:
    found = data.get(name, [])
    if not isinstance(found, list):
        raise ValueError(f"“{name}” is no list")  # noqa: TRY004  what is wrong is the file, not a type of ours
    yield from enumerate(found, 1)


def _read_csv(content: bytes) -> Rows:
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    answers: list[Mapping[str, object]] = []
    lines: dict[object, int] = {}
    if missing := [name for name in _ANSWER if name not in (reader.fieldnames or ())]:
        raise ValueError(f"it has no column “{missing[0]}”")
    line = reader.line_num + 1
    for cells in reader:
        said: dict[str, object] = {
            name: as_written(cell) for name, cell in cells.items() if name in _ANSWER and cell is not None
        }
        blank = {name: None for name in ("replaces", "undone") if not said.get(name)}
        try:
            answers.append(_sound(said | blank, lines))
        except ValueError as error:
            raise _LineError(str(error), line) from None
        lines[answers[-1]["id"]] = line
        line = reader.line_num + 1
    for answer in answers:
        if answer["replaces"] is not None and answer["replaces"] not in lines:
            what = f"“replaces” names “{answer['replaces']}”, which is no answer of this file"
            raise _LineError(what, lines[answer["id"]])
    sessions: dict[object, Row] = {}
    for answer in answers:
        at, offset = _micros("at", answer["at"])
        session = (str(answer["session"]), "", _value("scheduled", answer["scheduled"]), 0, "[]", at, offset)
        sessions.setdefault(answer["session"], session)
    return _rows(answers, sessions=tuple(sessions.values()))


def _sound(said: Mapping[str, object], lines: Mapping[object, int]) -> Mapping[str, object]:
    """A line whose every cell holds what it may, and that no line before it is.

    Raises:
        ValueError: what is wrong.
    """
    _row(said, "reviews", "this line")
    answer = _checked(said, _ANSWER, "this line")
    if answer["undone"] is not None:
        _micros("undone", answer["undone"])
    if answer["id"] in lines:
        raise ValueError(f"“id” is “{answer['id']}”, as in line {lines[answer['id']]}; each answer stands there once")
    return answer


def _rows(answers: list[Mapping[str, object]], *, sessions: tuple[Row, ...], fits: tuple[Row, ...] = ()) -> Rows:
    undone = [
        (str(answer["id"]), *_micros("undone", answer["undone"])) for answer in answers if answer["undone"] is not None
    ]
    reviews = tuple(_row(answer, "reviews", f"answer {number}") for number, answer in enumerate(answers, 1))
    return Rows(sessions=sessions, reviews=reviews, undone=tuple(undone), fits=fits)


def _checked(said: object, names: tuple[str, ...], where: str) -> Mapping[str, object]:
    if not isinstance(said, dict) or (missing := [name for name in names if name not in said]):
        what = "is no object" if not isinstance(said, dict) else f"lacks “{missing[0]}”"
        raise ValueError(f"{where} {what}")
    return said


def _row(said: object, table: str, where: str) -> Row:
    """A row of the log from what a file says.

    Raises:
        ValueError: a field is missing or holds what it cannot.
    """
    named = tuple(name for name in COLUMNS[table] if name != "offset")
    fields = _checked(said, named, where)
    instant = next(name for name in named if name in _INSTANTS)
    try:
        at, offset = _micros(instant, fields[instant])
        return tuple(
            at if name == instant else offset if name == "offset" else _value(name, fields[name])
            for name in COLUMNS[table]
        )
    except ValueError as error:
        raise ValueError(str(error) if where == "this line" else f"in {where} {error}") from None


def _value(name: str, value: object) -> Cell:
    """What a cell holds, as the history keeps it.

    Raises:
        ValueError: it may not hold that.
    """
    try:
        found = _understood(name, value)
    except (TypeError, KeyError, ValueError, OverflowError):
        found = None
    if found is None and (value is not None or name != "replaces"):
        raise ValueError(f"“{name}” is “{one_line(str(value), limit=80)}”; {_ALLOWED.get(name, 'a text')} is allowed")
    return found


def _understood(name: str, value: object) -> Cell:
    """A value; None where it is none that the cell may hold."""
    match name:
        case "hinted" | "scheduled":
            return _TRUTH[value] if isinstance(value, bool | str) else None
        case "rating":
            return number if (number := int(str(value))) in _RATINGS else None
        case "turn" | "seed":
            return number if abs(number := int(str(value))) < _MOST else None
        case "seconds":
            return seconds if 0 <= (seconds := float(str(value))) < inf else None
        case "outcome":
            return str(Outcome(str(value)))
        case _:
            return value if isinstance(value, str) else None


def _micros(name: str, value: object) -> tuple[int, int]:
    """An instant and its offset in minutes."""
    shown = one_line(str(value), limit=80)
    try:
        at = datetime.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"“{name}” is “{shown}”; {_ALLOWED[name]} is allowed") from None
    if at.tzinfo is None:
        raise ValueError(f"“{name}” is “{shown}”, which has no offset from UTC; {_ALLOWED[name]} is allowed")
    try:
        return to_micros(at.astimezone(UTC)), offset_minutes(at)
    except OverflowError:
        raise ValueError(f"“{name}” is “{shown}”, before the first year or after the last") from None
