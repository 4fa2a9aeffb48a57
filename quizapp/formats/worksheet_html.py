"""Worksheets as one HTML page that prints well and brings in nothing from anywhere."""

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import zip_longest
from typing import Final

from quizapp.formats.parcel import Packed
from quizapp.formats.quotes import quoted_html
from quizapp.formats.worksheet import Paper, Question, Sheet, Solution, Version, Wrong, sheet_of
from quizapp.model.item import Bank

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may do with the page: its own style and nothing else, whatever a text tries."""

_TOGETHER: Final = 3
"""Questions at the end that stay together."""

_LINE: Final = "\n"
_GAP: Final = '<span class="gap" role="img" aria-label="gap"></span>'
_BEFORE_GAP: Final = re.compile(r"(?<!\S)\S{1,12}\Z|[^\w\s]+\Z")
_AFTER_GAP: Final = re.compile(r"\S{1,12}(?!\S)|[^\w\s]+")
"""A short piece of a word, or marks; what is longer may be broken."""

_EMPTY: Final = "&nbsp;"  # a ring without a letter stands on the line as the others do
_BLANK: Final = '<span class="blank"></span>'


def pack(bank: Bank, *, seed: str = "", paper: Paper = "a4", version: Version = "A") -> Packed:
    """A worksheet with its key on a page of its own, in UTF-8."""
    sheet, losses = sheet_of(bank, seed=seed, version=version)
    return Packed(page(sheet, paper=paper).encode(), losses)


def page(sheet: Sheet, *, paper: Paper) -> str:
    """The whole page; every text is escaped where it is put in."""
    style = files("quizapp.formats").joinpath("worksheet.css").read_text(encoding="utf-8")
    title, version = escape(sheet.title), escape(sheet.version)
    return f"""<!DOCTYPE html>
<html lang="{escape(sheet.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ size: {paper}; }}
{style}</style>
</head>
<body>
<main>
<header><h1>{title}</h1><p class="aside">Version {version}</p></header>
<p class="about">{escape(sheet.about)}</p>
{_lines(len(sheet.questions))}
{_listed(tuple(map(_asked, sheet.questions)))}
</main>
<section>
<header><h1>Answer key</h1><p class="aside">{title} · version {version}</p></header>
{_listed(tuple(map(_solved, sheet.solutions)))}
</section>
</body>
</html>
"""


def _lines(points: int) -> str:
    filled = "".join(f"<span>{label}</span><i></i>" for label in ("Name", "Date", "Score"))
    return f'<p class="lines">{filled}<b>/ {points}</b></p>'


def _listed(rows: tuple[str, ...]) -> str:
    """A list, of which the last rows stay on one page when it is printed, so that none is alone on the last."""
    most, last = rows[:-_TOGETHER], rows[-_TOGETHER:]
    return f'<ol>\n{_LINE.join(most)}\n</ol>\n<ol class="last">\n{_LINE.join(last)}\n</ol>'


def _asked(question: Question) -> str:
    task = f' <em class="task" dir="ltr">{escape(question.task)}</em>' if question.task else ""
    stem = _stem(question.stem)
    # the first letter of the stem says from which side all of it is read
    return f'<li value="{question.number}" dir="auto"><p class="stem">{stem}{task}</p>{_answering(question)}</li>'


def _stem(pieces: tuple[str, ...]) -> str:
    """A question with its gaps; what touches one stays on its line, which a browser would break beside any gap."""
    shown, before = "", pieces[0]
    for after in pieces[1:]:
        opening, closing = _BEFORE_GAP.search(before), _AFTER_GAP.match(after)
        start, end = opening.start() if opening else len(before), closing.end() if closing else 0
        beside = f"{escape(before[start:])}{_GAP}{escape(after[:end])}"
        shown += escape(before[:start]) + (f'<span class="held">{beside}</span>' if beside != _GAP else _GAP)
        before = after[end:]
    return shown + escape(before)


def _answering(question: Question) -> str:
    match question.kind:
        case "choice" | "true-false":
            return _picks(question, "ring")
        case "multiple":
            return _picks(question, "box")
        case "matching":
            return f'<div class="matching">{"".join(_matched(question))}</div>'
        case "ordering":
            rows = "".join(f"<p>{_BLANK}<span>{escape(each.text)}</span></p>" for each in question.options)
            return f'<div class="ordering">{rows}</div>'
        case "cloze":
            return ""
        case _:
            return '<p class="answer"></p>'


def _matched(question: Question) -> Iterator[str]:
    """Prompts and answers in turn, which stand side by side, so that their lines agree."""
    for prompt, each in zip_longest(question.prompts, question.options):
        yield "<p></p>" if prompt is None else f"<p>{_BLANK}<span>{escape(prompt)}</span></p>"
        yield "<p></p>" if each is None else f"<p><b>{each.letter}</b><span>{escape(each.text)}</span></p>"


def _picks(question: Question, mark: str) -> str:
    rows = "".join(
        f'<p><span class="{mark}">{each.letter or _EMPTY}</span><span>{escape(each.text)}</span></p>'
        for each in question.options
    )
    return f'<div class="picks{" brief" if question.brief else ""}">{rows}</div>'


def _solved(solution: Solution) -> str:
    parts = [f'<p class="right">{escape(line)}</p>' for line in solution.right]
    if solution.accepted:
        parts.append(f'<p class="small">Also right: {escape("; ".join(solution.accepted))}</p>')
    if solution.derived:
        parts.append('<p class="small">Worked out from:</p>')
    parts += map(quoted_html, solution.quotes)
    if solution.rationale:
        parts.append(f'<p class="rationale">{escape(solution.rationale)}</p>')
    parts += map(_wrong, solution.wrong)
    return f'<li value="{solution.number}">{"".join(parts)}</li>'


def _wrong(wrong: Wrong) -> str:
    return f'<p class="small">Not {escape(wrong.option)}: {escape(wrong.why)}</p>'
