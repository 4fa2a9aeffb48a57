"""What is printed above an article: its title, who wrote it and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from quizapp.grading.dates import parse_dates

_BLOCKS: Final = 5
"""Blocks at the beginning among which byline and date stand, after titles, perhaps with a standfirst between."""
_LONGEST: Final = 160  # characters of a block above an article; standfirsts are longer than titles
_EARLIEST: Final = 1600  # before there were newspapers; an earlier date is what an article is about
_HEAD: Final = 4000  # characters; five blocks of the longest and as much space
_BLOCK: Final = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
_CAPITAL: Final = r"[^\W\d_a-z][\w’'-]*\.?"
_PARTICLE: Final = r"(?:[dv][aeiou][rnsl]?|l[ae]|bin|ibn|al|ter|of|and|&)"
_NAMES: Final = re.compile(rf"(?:{_PARTICLE} )?{_CAPITAL}(?:,? (?:{_CAPITAL}|{_PARTICLE}))*")
_BY: Final = re.compile(r"(?:(?:written|words|text|story|report) )?by:? +(?=\S)|author: *(?=\S)", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"\w{4,}\.$")
_HEADING: Final = re.compile(r"(?:the|a|an)\b", re.IGNORECASE)  # “By the numbers”, “By a whisker”
_WHEN: Final = re.compile(r"(?:(?:first |last )?(?:published|updated|posted)|date)(?: on)?:? +(?=\S)", re.IGNORECASE)
_HOUR: Final = re.compile(r",?(?: at)? \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$", re.IGNORECASE)
_BETWEEN: Final = " ,|·•–—-"
_NOBODY: Final = re.compile(
    r"(?i)python-docx|apache poi|openpyxl|pandoc|libreoffice|microsoft(?: office)?(?: word)?(?: user)?"
    r"|(?:windows )?user|admin(?:istrator)?|owner|author|anonymous|unknown|un-?named|untitled|\(?unspecified\)?|none"
)
"""What programs write where nobody said who the author is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What stands above an article, empty where nothing does; the date is YYYY-MM-DD.

    There is a title only where it stands in one block with the byline or the date.
    """

    title: str = ""
    byline: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a head: a name, whether “by” stands before it, and a date."""

    name: str = ""
    is_by: bool = False
    date: str = ""


def printed_above(text: str) -> Printed:
    """The byline and the date among the first blocks of a text, each on a line of its own or both on one.

    A byline begins with “by”, or is a name next to a date; a date has a day, a month and a year, and one reading.
    """
    title, head = "", list[_Line | None]()
    for number, match in enumerate(islice(_BLOCK.finditer(text[:_HEAD]), _BLOCKS)):
        lines = [line.strip() for line in match[0].split("\n")]
        if sum(map(len, lines)) > _LONGEST:
            break
        read = [_read(line) for line in lines]
        if number == 0 and not _is_telling(read[0]) and None not in read[1:]:
            title, read = (lines[0] if read[1:] else ""), read[1:]
        head += [None] if None in read else read
    byline = next((line.name for at, line in enumerate(head) if line and line.name and _is_sure(head, at)), "")
    day = next((line.date for line in head if line and line.date), "")
    return Printed(title=title if byline or day else "", byline=byline, date=day)


def is_head(line: str) -> bool:
    """Whether a line is a byline or a date for itself."""
    return _is_telling(_read(line.strip()))


def named(names: Sequence[str]) -> str:
    """Several authors as one byline: “A, B and C”."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def author_of(said: str) -> str:
    """The author as a document's properties say it; empty where they name a program, or nobody."""
    name = " ".join(said.split())
    return "" if _NOBODY.fullmatch(name) else name


def _is_telling(line: _Line | None) -> bool:
    return line is not None and (bool(line.date) or (line.is_by and len(line.name.split()) > 1))


def _is_sure(head: list[_Line | None], at: int) -> bool:
    """Whether a name is a byline: “by” and a whole name, or beside a date."""
    line = head[at]
    if line is None or _is_telling(line):
        return line is not None
    beside = head[max(0, at - 1) : at + 2]
    return any(near is not None and near.date for near in beside) and (line.is_by or at in {0, 1})


def _read(line: str) -> _Line | None:
    """What a line of a head says; None where it is none."""
    if len(line) > _LONGEST:
        return None
    return _single(line) or next(_pairs(line), None)


def _single(line: str) -> _Line | None:
    if day := _date(line):
        return _Line(date=day)
    if name := _name(line):
        return _Line(name=name, is_by=True)
    is_name = _NAMES.fullmatch(line) and " " in line and not _SENTENCE.search(line) and not _HEADING.match(line)
    return _Line(name=line) if is_name else None


def _pairs(line: str) -> Iterator[_Line]:
    """A byline and a date on one line, in either order."""
    for gap in re.finditer(r" ", line):
        left, right = line[: gap.start()].rstrip(_BETWEEN), line[gap.end() :].lstrip(_BETWEEN)
        for name, day in ((_name(left), _date(right)), (_name(right), _date(left))):
            if name and day:
                yield _Line(name=name, is_by=True, date=day)


def _name(line: str) -> str:
    """Who it is by, where a line says so."""
    by = _BY.match(line)
    name = line[by.end() :].strip() if by else ""
    fits = _NAMES.fullmatch(name) and not _SENTENCE.search(name) and not _HEADING.match(name)
    return name if fits else ""


def _date(line: str) -> str:
    found = parse_dates(_HOUR.sub("", _WHEN.sub("", line, count=1)))
    if len(found) != 1 or not found[0].year or not found[0].month or not found[0].day or found[0].year < _EARLIEST:
        return ""
    try:
        return date(found[0].year, found[0].month, found[0].day).isoformat()
    except ValueError:
        return ""
