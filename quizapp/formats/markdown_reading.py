"""Somebody's Markdown as the words that a reader of it sees; what is escaped in it stays letter for letter."""

import html
import re
from typing import Final

_SHADOWS: Final = {ord(mark): 0xDC00 + ord(mark) for mark in map(chr, range(0x21, 0x7F)) if not mark.isalnum()}
"""For each mark that may be markup half a surrogate pair, which no text that was decoded has: a mark that is none."""
_MARKS: Final = {shadow: mark for mark, shadow in _SHADOWS.items()}

_LETTERS: Final = re.compile(
    r"\\([!-/:-@\[-`{-~])"
    r"|(?<!`)(`{1,3})(?!`)([^`\n]+)\2(?!`)"
    r"|(\$\$[^$]+\$\$|\$[^\s$\d](?:[^$\n]*[^\s$])?\$(?!\d))"
)
"""What means its letters: an escape, code, a formula."""

_TARGET: Final = r"\((?:[^()\n]|\([^()\n]{0,200}\)){0,500}\)"
_MEDIA: Final = re.compile(
    rf"[ \t]*!\[\[[^\[\]\n]{{0,300}}\]\]|[ \t]*!\[[^\[\]\n]{{0,300}}\](?:{_TARGET}|\[[^\[\]\n]{{0,300}}\])"
    r"|[ \t]*<img(?:\s[^<>]{0,1000})?>"
)
_PLAYED: Final = re.compile(r"[ \t]*\[(?:sound|/?anki):[^\]\n]{0,300}\]")
_LINK: Final = re.compile(
    rf"\[([^\[\]\n]{{0,300}})\]{_TARGET}|<((?:https?|mailto):[^<>\s]{{1,500}})>"
    r"|\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300}?)(?:#[^\[\]|\n]{0,300})?\]\]"
)
_FOOTNOTE: Final = re.compile(r"[ \t]*\[\^[^\[\]\s]{1,40}\](?!:)")
_NOTED: Final = re.compile(r"[ \t]*%%[^%]*%%|[ \t]+\^[A-Za-z0-9-]{1,40}[ \t]*$", re.MULTILINE)
"""A comment of Obsidian's, and the name of a block."""
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|center|cite|code|del|details|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|q"
    r"|s|samp|small|span|strike|strong|sub|summary|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|var|audio|video|iframe"
    r"|embed|object|picture|source)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_STARS: Final = re.compile(r"(?<![*\d)])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1(?![*\d(])")
_LOW_LINES: Final = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]*[^\s_])\1(?!\w)")
_PAIRED: Final = (
    re.compile(r"(?<![=\w])(==)(?=[^\s=])([^=\n]*[^\s=])==(?![=\w])"),
    re.compile(r"(?<!~)(~~)(?=[^\s~])([^~\n]*[^\s~])~~(?!~)"),
)
_NESTED: Final = 3
"""Emphasis in emphasis in emphasis."""
_BEFORE: Final = re.compile(r"^(?:[ \t]*>)*[ \t]*(?:\[![\w-]{1,30}\][+-]?[ \t]*)?(?:#{1,6}[ \t]+)?")
"""What makes a line a quotation, a callout or a heading."""
_ITEM: Final = re.compile(r"(?:[-*+]|[0-9]{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
"""What makes it one of a list, or of things to do."""
_SPACES: Final = re.compile(r"[ \t]{2,}")

LISTED: Final = "- "
"""How a line of a list begins that stays one."""


def words_of(text: str, *, lists: bool = False) -> str:
    """The words of Markdown; the lines of a list stay marked where `lists` says so."""
    return "\n".join(LISTED + line if item and lists else line for line, item in _lines(text)).strip()


def answer_in(text: str) -> str:
    """The words of an answer; a list that is all of it is one answer."""
    lines = [(line, item) for line, item in _lines(text) if line]
    items = [line for line, item in lines if item]
    rest = [line for line, item in lines if not item]
    whole = len(items) > 1 and (not rest or (rest == [lines[0][0]] and rest[0].endswith(":")))
    return "; ".join(items) if whole else "\n".join(line for line, _ in lines)


def in_marks(markup: str, *, lists: bool = False) -> str:
    """What somebody marked in a program that knows no Markdown, such as Anki, without what is surely no text of it.

    Entities, tags, formulas, code, single stars and low lines stay as they are.
    """
    text = _LINK.sub(_label, _MEDIA.sub("", _PLAYED.sub("", _FORMULA.sub("", markup))))
    text = _unmarked(_PAIRED[0], _unmarked(_STRONG, text)).translate(_MARKS)
    if len(_NUMBERS.findall(text)) > 1:
        text = _NUMBERS.sub(r"\1", text)
    return _POINTS.sub(rf"\1{LISTED}" if lists else r"\1", text)


def answer_in_marks(markup: str) -> str:
    """The same of an answer; a list that is all of it is one answer."""
    rows = [(row, _ROW.match(row)) for row in _ROWS.split(markup)]
    items = [row[found.end() :].strip() for row, found in rows if found]
    rest = "".join(row for row, found in rows if not found)
    whole = len(items) > 1 and not _ANY_TAG.sub("", rest).strip()
    return in_marks("; ".join(items) if whole else markup)


_ROWS: Final = re.compile(r"<br\s{0,9}/?>|\n|</?(?:div|p|ul|ol)(?:\s[^<>]{0,200})?>|</li>|(?=<li\b)", re.IGNORECASE)
_ROW: Final = re.compile(r"\s{0,99}(?:<li(?:\s[^<>]{0,200})?>|[-*+•][ \t]|[0-9]{1,3}[.)][ \t])", re.IGNORECASE)
_ANY_TAG: Final = re.compile(r"<[^<>]{0,500}>|&nbsp;")
_FORMULA: Final = re.compile(r"\[/?(?:latex|\$\$?)\]")
_STRONG: Final = re.compile(r"(?<![*\w)])(\*\*)(?=[^\s*])([^*\n]*[^\s*])\1(?![*\w(])")
_BEGINS: Final = r"(^|\n|<br\s{0,9}/?>|<(?:div|p|li)(?:\s[^<>]{0,200})?>)[ \t]{0,99}"
_POINTS: Final = re.compile(rf"{_BEGINS}[-*+•][ \t]+", re.IGNORECASE)
_NUMBERS: Final = re.compile(rf"{_BEGINS}[0-9]{{1,3}}[.)][ \t]+", re.IGNORECASE)
"""One alone is part of a name: “1. FC Köln”."""


def _lines(text: str) -> list[tuple[str, bool]]:
    """Each line as its words, and whether it is one of a list."""
    return [_line(line) for line in _inline(text).split("\n")]


def _line(line: str) -> tuple[str, bool]:
    rest = line[_BEFORE.match(line).end() :]  # type: ignore[union-attr]  # it matches nothing at all, too
    item = _ITEM.match(rest)
    words = _emphasis(rest[item.end() if item else 0 :])
    return _SPACES.sub(" ", html.unescape(words).translate(_MARKS)).strip(), bool(item)


def _inline(text: str) -> str:
    """The text with its escapes, code and formulas as shadows; without pictures, links, tags and notes."""
    text = _LETTERS.sub(_in_shadow, text)
    text = _PLAYED.sub("", _MEDIA.sub("", text))
    text = _FOOTNOTE.sub("", _LINK.sub(_label, text))
    return _NOTED.sub("", _TAG.sub("", _BREAK.sub("\n", text)))


def _in_shadow(found: re.Match[str]) -> str:
    return (found[1] or found[3] or found[4]).translate(_SHADOWS)


def _label(found: re.Match[str]) -> str:
    if found[2]:  # an address is its own label
        return str(found[2]).translate(_SHADOWS)
    return (found[1] or found[3] or "").strip()


def _emphasis(line: str) -> str:
    for marks in (_STARS, _LOW_LINES, *_PAIRED):
        line = _unmarked(marks, line)
    return line


def _unmarked(marks: re.Pattern[str], line: str) -> str:
    for _ in range(_NESTED):
        line, count = marks.subn(r"\2", line)
        if not count:
            break
    return line
