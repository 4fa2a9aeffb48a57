"""How the bytes of each format begin or what only they hold; cheap, and never wrong about our own files."""

import re
from collections.abc import Callable
from typing import Final

from quizapp.formats.headings import DELIMITER_NAMED, DELIMITERS, column_of
from quizapp.formats.words import decoded
from quizapp.kit.errors import InputError

Sniff = Callable[[bytes], bool]

_ARCHIVE: Final = b"PK"
_HEAD: Final = 65_536
"""Bytes that are looked at."""

_ANSWERS: Final = re.compile(r"(?<!\\)\{\s*(?:[=~#}]|T|F|\w[^{}]*\})")
_QTI21: Final = re.compile(r"imsqti_\w*xmlv2p|<(?:\w+:)?assessmentItem\b")
_QTI12: Final = re.compile(r"imsqti_xmlv1p|ims_qtiasiv1p|<(?:\w+:)?questestinterop\b")
_AIKEN: Final = re.compile(r"^[A-Za-z][.)]\s.*\n\s*ANSWER:\s*[A-Za-z]\s*$", re.MULTILINE | re.IGNORECASE)
_OF_KAHOOT: Final = (b"Answer 1", b"Time limit")
_ASKED: Final = re.compile(r"^Q:", re.MULTILINE)
_ANSWERED: Final = re.compile(r"^A:", re.MULTILINE)
_GAPPED: Final = re.compile(r"^C: ?.*\[", re.MULTILINE)
_OBSIDIAN: Final = re.compile(r"^\?\??[ \t]*$|^[^:\n]*[^:\s\\][ \t]*:::?[ \t]*[^:\s]", re.MULTILINE)


def never(content: bytes) -> bool:
    """The mark of what is only written: no bytes bear it."""
    return False


def is_gift(content: bytes) -> bool:
    """Answers in braces, in what is no XML."""
    head = _head(content)
    return bool(_ANSWERS.search(head)) and not head.lstrip().startswith("<")


def is_csv(content: bytes) -> bool:
    """A first line that names columns, apart by commas or semicolons."""
    line = _first_line(content)
    return "\t" not in line and any(_names_columns(line, each) for each in DELIMITERS)


def is_tsv(content: bytes) -> bool:
    """A first line that names columns, apart by tabs."""
    return _names_columns(_first_line(content), "\t")


def is_moodle_xml(content: bytes) -> bool:
    """Moodle's first element."""
    return bool(re.search(r"<quiz[\s>]", _head(content)))


def is_aiken(content: bytes) -> bool:
    """A line with the answer's letter, after one with an option."""
    return bool(_AIKEN.search(_head(content)))


def is_workbook(content: bytes) -> bool:
    """A zip with a sheet in it."""
    return content.startswith(_ARCHIVE) and b"xl/worksheets/" in content


def is_kahoot(content: bytes) -> bool:
    """A workbook with the headings of Kahoot's template, among its texts or in its sheet itself."""
    if not is_workbook(content):
        return False
    from quizapp.formats.archive import Archive  # zstandard costs 10 ms, which texts do without

    try:
        book = Archive(content)
    except InputError:
        return False
    sheets = sorted(name for name in book.names() if name.startswith("xl/worksheets/"))
    heads = (book.beginning(name, _HEAD) for name in ("xl/sharedStrings.xml", *sheets[:1]))
    return any(all(word in head for word in _OF_KAHOOT) for head in heads)


def is_anki(content: bytes) -> bool:
    """An archive with a collection in it, whose name stands uncompressed."""
    return content.startswith(_ARCHIVE) and b"collection.anki2" in content


def is_qti21(content: bytes) -> bool:
    """A package whose manifest speaks of QTI 2, or one item's file."""
    return _says(content, _QTI21)


def is_qti12(content: bytes) -> bool:
    """A package whose manifest speaks of QTI 1.2, or its one file."""
    return _says(content, _QTI12)


def _says(content: bytes, mark: re.Pattern[str]) -> bool:
    if not content.startswith(_ARCHIVE):
        return bool(mark.search(_head(content)))
    from quizapp.formats.archive import Archive  # zstandard costs 10 ms, which texts do without

    try:
        manifest = Archive(content).beginning("imsmanifest.xml", _HEAD)
    except InputError:
        return False
    return bool(mark.search(decoded(manifest, strict=False)))


def is_anki_text(content: bytes) -> bool:
    """Anki's directives, or two columns apart by a tab on every line."""
    head = _head(content)
    if re.match(r"#(?:separator|html|guid column|columns|notetype|deck)\s*:", head, re.IGNORECASE):
        return True
    lines = [line for line in head.split("\n")[:-1] or [head] if line.strip()]
    return bool(lines) and all("\t" in line for line in lines)


def is_hashcards(content: bytes) -> bool:
    """Lines that begin with Q: and A:, or with C:."""
    head = _head(content)
    asked = _ASKED.search(head)
    return bool(_GAPPED.search(head) or (asked and _ANSWERED.search(head, asked.end())))


def is_obsidian(content: bytes) -> bool:
    """A line with a question mark alone, two colons between texts, or a highlight beside the tag."""
    head = _head(content)
    tagged = "#flashcards" in head
    return bool(_OBSIDIAN.search(head)) or (tagged and "==" in head)


def _names_columns(line: str, delimiter: str) -> bool:
    """Whether a line has a heading for questions, and others."""
    cells = line.split(delimiter)
    return len(cells) > 1 and any(column_of(cell) == "question" for cell in cells)


def _first_line(content: bytes) -> str:
    head = _head(content).lstrip()
    named = DELIMITER_NAMED.match(head)
    return head[named.end() if named else 0 :].partition("\n")[0]


def _head(content: bytes) -> str:
    """The beginning of a text; nothing of an archive."""
    if content.startswith(_ARCHIVE):
        return ""
    return decoded(content[:_HEAD], strict=False)
